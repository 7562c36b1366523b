/**
 * Stands for the packages that jsPDF would load to draw web pages, which nothing here does: without
 * it they would lie in the built site, hundreds of kilobytes that nobody asks for.
 */
export default undefined;
