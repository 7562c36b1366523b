/** A page of the built site, by its file below the site's root: `/limits/index.html`. */
export interface BuiltPage {
  readonly path: string;
  readonly html: string;
}

/** Something that is wrong with a page. */
export interface PageFault {
  readonly path: string;
  readonly found: string;
}

/** What was looked at, and what is wrong with it. */
export interface Inspection {
  readonly looked: number;
  readonly faults: readonly PageFault[];
}

/** The host that stands for the site's own, so that addresses can be resolved. */
const HOST = 'http://site.invalid';

/** A link of a page that leads into the site: the file that answers, if any, and the place in it. */
interface Link {
  readonly path: string;
  /** As it is written. */
  readonly target: string;
  readonly file: string | undefined;
  /** Without `#`; empty for the page as a whole. */
  readonly anchor: string;
}

/** Links and assets of all pages, resolved. Addresses of other hosts, and of mail, are none. */
export function listLinks(
  pages: readonly BuiltPage[],
  files: ReadonlySet<string>,
  { siteUrl, base }: { readonly siteUrl: string; readonly base: string },
): Link[] {
  return pages.flatMap(({ path, html }) => {
    const here = `${HOST}${base}${path.slice(1).replace(/index\.html$/, '')}`;
    const own = withoutText(html);
    const targets = [...own.matchAll(/<[a-z][^>]*?\s(?:href|src)="([^"]+)"/g)].map(
      ([, target = '']) => unescape(target),
    );
    return targets.flatMap((target) => {
      const relative = target.startsWith(`${siteUrl}/`) ? target.slice(siteUrl.length) : target;
      if (/^(https?|mailto|data):/.test(relative)) return [];
      const { pathname, hash } = new URL(relative, here);
      const anchor = decodeURIComponent(hash.slice(1));
      return [{ path, target, file: findFile(decodeURI(pathname), base, files), anchor }];
    });
  });
}

/** The file that answers at a path of the site. */
function findFile(pathname: string, base: string, files: ReadonlySet<string>): string | undefined {
  if (!pathname.startsWith(base)) return undefined;
  const path = `/${pathname.slice(base.length)}`;
  return [path, `${path.replace(/\/$/, '')}/index.html`].find((file) => files.has(file));
}

/** Links at whose end there is no file. */
export const inspectLinks = (links: readonly Link[]): Inspection => ({
  looked: links.length,
  faults: links
    .filter(({ file }) => file === undefined)
    .map(({ path, target }) => ({ path, found: `${target} leads to no file` })),
});

/**
 * Links to a place in a page, this one or another, that has no such place. What a figure keeps there
 * (`#own=…`) is no place.
 */
export function inspectAnchors(links: readonly Link[], pages: readonly BuiltPage[]): Inspection {
  const placesOf = readIds(pages);
  const anchored = links.filter(({ anchor }) => anchor !== '' && !anchor.includes('='));
  return {
    looked: anchored.length,
    faults: anchored
      .filter(({ file, anchor }) => file !== undefined && !placesOf(file).has(anchor))
      .map(({ path, target }) => ({ path, found: `${target} leads to no place of that page` })),
  };
}

/** Ids of each page, read when they are asked for. */
function readIds(pages: readonly BuiltPage[]): (file: string) => ReadonlySet<string> {
  const html = new Map(pages.map((page) => [page.path, page.html]));
  const known = new Map<string, ReadonlySet<string>>();
  return (file) => {
    const ids =
      known.get(file) ??
      new Set(
        [...withoutText(html.get(file) ?? '').matchAll(/<[a-z][^>]*?\sid="([^"]+)"/g)].map(
          ([, id = '']) => unescape(id),
        ),
      );
    known.set(file, ids);
    return ids;
  };
}

/** Citations of papers, in brackets, that do not lead to an entry of the bibliography. */
export function inspectCitations(pages: readonly BuiltPage[], links: readonly Link[]): Inspection {
  const entries = new Set(
    pages
      .filter(({ path }) => path.startsWith('/references/'))
      .flatMap(({ path, html }) =>
        [...html.matchAll(/<li\b[^>]*?\sid="([^"]+)"/g)].map(
          ([, id = '']) => `${path}#${unescape(id)}`,
        ),
      ),
  );
  const ends = new Map(
    links.map(({ path, target, file, anchor }) => [`${path} ${target}`, `${file ?? ''}#${anchor}`]),
  );
  let looked = 0;
  const faults = pages.flatMap(({ path, html }) =>
    [...html.matchAll(/<span class="cite">([\s\S]*?)<\/span>/g)].flatMap(([, inside = '']) => {
      const targets = [...inside.matchAll(/\shref="([^"]+)"/g)].map(([, to = '']) => unescape(to));
      looked += targets.length;
      return targets
        .filter((target) => !entries.has(ends.get(`${path} ${target}`) ?? ''))
        .map((target) => ({ path, found: `the citation ${target} has no entry` }));
    }),
  );
  return { looked, faults };
}

/**
 * Pictures that say nothing to who cannot see them: drawings that are neither named nor hidden, images
 * without a text in their place, figures without a caption or a named picture.
 */
export function inspectFigures(pages: readonly BuiltPage[]): Inspection {
  let looked = 0;
  const faults = pages.flatMap(({ path, html }) => {
    const found: PageFault[] = [];
    for (const svg of listOutermost(html, 'svg')) {
      looked++;
      if (!isHidden(svg) && !isNamed(svg, html))
        found.push({ path, found: `a drawing without a name: ${startOf(svg)}` });
    }
    for (const [img] of html.matchAll(/<img\b[^>]*>/g)) {
      looked++;
      if (!/\salt[\s=>]/.test(img)) found.push({ path, found: `an image without alt: ${img}` });
    }
    for (const figure of listOutermost(html, 'figure')) {
      looked++;
      if (!/<figcaption\b|\srole="img"|\salt="[^"]|<title\b/.test(figure))
        found.push({ path, found: `a figure without a caption: ${startOf(figure)}` });
    }
    return found;
  });
  return { looked, faults };
}

/** Hidden from who hears the page; strokes of KaTeX, measured in em, are in what it hides as a whole. */
const isHidden = (svg: string): boolean =>
  /\saria-hidden="true"|\swidth="[\d.]+em"/.test(startOf(svg));

/** Whether a drawing is a picture with a name: said of it, in its title, or elsewhere on the page. */
function isNamed(svg: string, html: string): boolean {
  const start = startOf(svg);
  if (!start.includes('role="img"')) return false;
  if (/\saria-label="[^"]*\S[^"]*"/.test(start)) return true;
  const labels = /\saria-labelledby="([^"]+)"/.exec(start)?.[1]?.split(/\s+/);
  if (labels === undefined) return /<title\b[^>]*>\s*[^<\s]/.test(svg);
  return labels.every((id) => {
    const at = html.indexOf(` id="${id}"`);
    return at !== -1 && /^[^>]*>\s*(?:<[^/][^>]*>\s*)*[^<\s]/.test(html.slice(at, at + 2000));
  });
}

const startOf = (element: string): string => element.slice(0, element.indexOf('>') + 1);

/** Elements of a name that are in no other of that name, as text. */
function listOutermost(html: string, name: string): string[] {
  const found: string[] = [];
  let [depth, start] = [0, 0];
  for (const { 0: tag, index } of html.matchAll(new RegExp(`<(/?)${name}\\b[^>]*>`, 'g'))) {
    if (tag.startsWith('</')) {
      depth--;
      if (depth === 0) found.push(html.slice(start, index + tag.length));
    } else {
      if (depth === 0) start = index;
      depth++;
    }
  }
  return found;
}

/** Formulas that KaTeX could not set, or that were never given to it. */
export function inspectFormulas(pages: readonly BuiltPage[]): Inspection {
  let looked = 0;
  const faults = pages.flatMap(({ path, html }) => {
    looked += html.split('class="katex"').length - 1;
    const wrong = [
      ...(html.match(/katex-error[^<]*<[^<]*/g) ?? []),
      ...(html.match(/class="[^"]*language-math[^"]*"/g) ?? []),
      ...(toText(html).match(/\$[^$\n]{1,80}\$|\\(?:frac|mathcal|bar|text)\b/g) ?? []),
    ];
    return wrong.map((found) => ({ path, found }));
  });
  return { looked, faults };
}

/** What a reader sees as text: no tags, no code, no TeX source that KaTeX keeps for copying. */
const toText = (html: string): string =>
  html
    .replace(/<(script|style|pre|code|annotation|head)\b[\s\S]*?<\/\1>/g, ' ')
    .replace(/<[^>]+>/g, ' ');

/** A page without what scripts and styles hold as text, comments included. */
const withoutText = (html: string): string =>
  html.replace(/(<(script|style)\b[^>]*>)[\s\S]*?<\/\2>|<!--[\s\S]*?-->/g, '$1');

const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  quot: '"',
  lt: '<',
  gt: '>',
  '#38': '&',
  '#39': "'",
  '#x27': "'",
};

const unescape = (text: string): string =>
  text.replace(/&(amp|quot|lt|gt|#38|#39|#x27);/g, (_, name: string) => ENTITIES[name] ?? '');
