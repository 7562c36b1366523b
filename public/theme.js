/* global document, location, localStorage, URLSearchParams */
// Applies the theme an address asks for, else the reader's, before anything is painted.
try {
  const theme = new URLSearchParams(location.search).get('theme') ?? localStorage.getItem('theme');
  if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme;
} catch {
  // Without storage the system's preference holds.
}
