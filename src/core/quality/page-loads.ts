/** What a page names that is loaded with it: addresses as they are written. */
export interface PageLoads {
  readonly styles: readonly string[];
  readonly scripts: readonly string[];
  readonly preloads: readonly string[];
  /** Pictures that do not wait until they come near. */
  readonly pictures: readonly string[];
}

/** Reads the HTML of a page of this site; others may write their tags in ways that are not seen. */
export function listPageLoads(html: string): PageLoads {
  const tags = [...html.matchAll(/<(link|script|img)\b([^>]*)>/g)].map(
    ([, name = '', attributes = '']) => ({ name, attributes }),
  );
  const list = (name: string, attribute: string, isIt: (attributes: string) => boolean): string[] =>
    tags
      .filter((tag) => tag.name === name && isIt(tag.attributes))
      .flatMap(({ attributes }) => readAttribute(attributes, attribute) ?? []);
  const isRel = (rel: string) => (attributes: string) => readAttribute(attributes, 'rel') === rel;
  return {
    styles: list('link', 'href', isRel('stylesheet')),
    scripts: list('script', 'src', () => true),
    preloads: list('link', 'href', isRel('preload')),
    pictures: list('img', 'src', (attributes) => readAttribute(attributes, 'loading') !== 'lazy'),
  };
}

const readAttribute = (attributes: string, name: string): string | undefined =>
  new RegExp(`\\s${name}="([^"]*)"`).exec(attributes)?.[1];

/** Elements that the HTML of a page begins. */
export const countElements = (html: string): number =>
  html.replaceAll(/<(script|style)\b[\s\S]*?<\/\1>/g, '<$1>').match(/<[a-z][^>]*>/gi)?.length ?? 0;

/** Modules that a built module loads with itself, as it writes them. */
export const listImports = (code: string): string[] =>
  [...code.matchAll(/(?:\bfrom|\bimport)\s*["'`](\.{1,2}\/[^"'`]+\.js)["'`]/g)].map(
    ([, path = '']) => path,
  );

/** Modules that a built module loads when it needs them. */
export const listLaterImports = (code: string): string[] =>
  [...code.matchAll(/\bimport\(\s*["'`](\.{1,2}\/[^"'`]+\.js)["'`]/g)].map(([, path = '']) => path);
