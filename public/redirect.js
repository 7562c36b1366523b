/* global document, location */
// Leads from an old address to the new one, with the view and the place on the page.
const { to } = document.currentScript.dataset;
location.replace(to + location.search + location.hash);
