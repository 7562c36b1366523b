/** The build this page is of; undefined in development and in a copy of the site. */
export function findBuildMark(): string | undefined {
  const mark = document.querySelector<HTMLMetaElement>('meta[name="build"]')?.content ?? '';
  return /[1-9a-f]/.test(mark) ? mark : undefined;
}

/** Address of the site's home page, wherever the site stands, with a slash at its end. */
export function findRoot(): string | undefined {
  const manifest = document.querySelector<HTMLLinkElement>('link[rel="manifest"]')?.href;
  return manifest === undefined ? undefined : new URL('.', manifest).href;
}
