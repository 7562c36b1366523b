/**
 * Address of a page or file of this site below the configured base.
 * @param path from the root of the site, for instance `/limits/babar-2014/`
 */
export function href(path: string): string {
  const base = import.meta.env.BASE_URL.replace(/\/$/, '');
  return `${base}${path}`;
}
