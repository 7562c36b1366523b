/** Sections of the site in the order of the menu. */
export const SECTIONS = [
  { title: 'Review', path: '/review/' },
  { title: 'Portals', path: '/portals/' },
  { title: 'Planes', path: '/planes/' },
  { title: 'Searches', path: '/searches/' },
  { title: 'Experiments', path: '/experiments/' },
  { title: 'Data', path: '/data/' },
  { title: 'Contribute', path: '/contribute/' },
] as const;

/** Pages that are one step further away. */
export const MORE = [
  { title: 'Check a point', path: '/check/' },
  { title: 'Compare', path: '/compare/' },
  { title: 'Recast', path: '/recast/' },
  { title: 'Limits', path: '/limits/' },
  { title: 'Models', path: '/models/' },
  { title: 'Methods', path: '/methods/' },
  { title: 'Facilities', path: '/facilities/' },
  { title: 'Glossary', path: '/glossary/' },
  { title: 'Notation', path: '/notation/' },
  { title: 'References', path: '/references/' },
  { title: 'Collection', path: '/collection/' },
  { title: 'npm package', path: '/package/' },
  { title: 'Changes', path: '/changes/' },
  { title: 'About', path: '/about/' },
] as const;

/** True when `path` lies in the section. */
export const isInSection = (path: string, section: string): boolean => path.startsWith(section);
