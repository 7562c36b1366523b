/** Chapters that introduce a list of the site stand on the list's own page. */
const LIST_PAGES: Readonly<Record<string, string>> = {
  facilities: '/facilities/',
  methods: '/methods/',
};

/** Where a chapter of the review is read. */
export const chapterPath = (id: string): string => LIST_PAGES[id] ?? `/review/${id}/`;

/** True for a chapter with a page of its own under /review/. */
export const isOwnChapter = (id: string): boolean => LIST_PAGES[id] === undefined;
