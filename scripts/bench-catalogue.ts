import { cp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { parse, stringify } from 'yaml';
import { splitFrontmatter } from '../src/io/yaml-source.ts';

/** Kinds of entries that a larger catalogue has more of, as folders of `content/`. */
const COPIED = [
  'chapters',
  'experiments',
  'facilities',
  'glossary',
  'limits',
  'methods',
  'models',
  'planes',
  'searches',
];

/** Keys of metadata that name an entry, and its folder. */
const NAMING: Readonly<Record<string, string>> = {
  alsoCite: 'references',
  cite: 'references',
  data: 'references',
  experiment: 'experiments',
  facility: 'facilities',
  follows: 'searches',
  limit: 'limits',
  limits: 'limits',
  methods: 'methods',
  model: 'models',
  plane: 'planes',
  reference: 'references',
  references: 'references',
  search: 'searches',
  see: 'glossary',
};

/** Attributes of components in prose that name an entry, where their name says not which. */
const NAMING_IN_PROSE: Readonly<Record<string, string>> = {
  'Cite key': 'references',
  'Model id': 'models',
  'Term id': 'glossary',
};

/** Pages that prose links to, by folder of the site. */
const PAGES: Readonly<Record<string, string>> = { review: 'chapters' };

type Rename = (kind: string, id: string) => string;

/**
 * Writes a content folder `times` as large as another one: its files, and copies of all that a catalogue
 * has more of as it grows, with ids, papers and numbers of their own that refer to each other.
 */
export async function writeLargeCatalogue(from: string, to: string, times: number): Promise<void> {
  await rm(to, { recursive: true, force: true });
  await cp(from, to, { recursive: true, filter: (path) => !path.endsWith('combined') });
  const files = await listTexts(from);
  const ids = new Map<string, Set<string>>();
  for (const { path } of files) {
    const kind = path.split('/')[0] ?? '';
    ids.set(kind, (ids.get(kind) ?? new Set()).add(idOf(path)));
  }
  const bibliography = await readFile(join(from, 'references.bib'), 'utf8');
  const keys = [...bibliography.matchAll(/^@\w+\{([^,\s]+),/gm)].map(([, key = '']) => key);
  ids.set('references', new Set(keys));
  const libraries = [bibliography];
  for (let copy = 2; copy <= times; copy++) {
    const rename: Rename = (kind, id) => {
      if (ids.get(kind)?.has(id) !== true) return id;
      if (kind !== 'references') return `${id}-copy-${String(copy)}`;
      cited.add(id);
      return `C${String(copy)}.${id}`;
    };
    const cited = new Set<string>();
    for (const { path, text } of files) {
      const target = join(
        to,
        path.replace(idOf(path), (id) => `${id}-copy-${String(copy)}`),
      );
      await mkdir(dirname(target), { recursive: true });
      await writeFile(target, copyText(path, text, rename, copy));
    }
    libraries.push(copyBibliography(bibliography, rename, copy, cited));
  }
  await writeFile(join(to, 'references.bib'), sortEntries(libraries.join('\n')));
  await copyExceptions(join(to, 'exceptions.yaml'), times);
}

const idOf = (path: string): string => (path.split('/').at(-1) ?? '').replace(/\.[a-z]+$/, '');

async function listTexts(root: string): Promise<{ path: string; text: string }[]> {
  const lists = await Promise.all(
    COPIED.map(async (kind) => {
      const names = await readdir(join(root, kind), { recursive: true });
      return names
        .filter((name) => /\.(?:yaml|mdx|csv)$/.test(name))
        .map((name) => `${kind}/${name.replaceAll('\\', '/')}`);
    }),
  );
  return Promise.all(
    lists.flat().map(async (path) => ({ path, text: await readFile(join(root, path), 'utf8') })),
  );
}

function copyText(path: string, text: string, rename: Rename, copy: number): string {
  if (path.endsWith('.csv')) return copyNumbers(text, copy);
  if (path.endsWith('.yaml')) return stringify(copyFacts(parse(text), rename), { lineWidth: 0 });
  const parts = splitFrontmatter(text);
  if (parts === undefined) throw new Error(`${path} has no frontmatter.`);
  const facts: unknown = copyFacts(parse(parts.frontmatter), rename);
  return `---\n${stringify(facts, { lineWidth: 0 })}---\n${copyProse(parts.body, rename)}`;
}

function copyFacts(value: unknown, rename: Rename, kind?: string): unknown {
  if (typeof value === 'string') {
    if (kind !== undefined) return rename(kind, value);
    return value.startsWith('/') ? copyLink(value, rename) : value;
  }
  if (Array.isArray(value)) return value.map((item) => copyFacts(item, rename, kind));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [key, copyFacts(item, rename, NAMING[key])]),
  );
}

const copyProse = (body: string, rename: Rename): string =>
  body
    .replace(/<([A-Z]\w*)\s[^>]*>/g, (element, name: string) =>
      element.replace(/([a-z]+)="([^"]*)"/gi, (whole, attribute: string, value: string) => {
        const kind = NAMING_IN_PROSE[`${name} ${attribute}`] ?? NAMING[attribute];
        if (kind === undefined) return whole;
        const renamed = value.replace(/[^\s,]+/g, (id) => rename(kind, id));
        return `${attribute}="${renamed}"`;
      }),
    )
    .replace(/\]\((\/[^)\s]*)/g, (_whole, link: string) => `](${copyLink(link, rename)}`);

const copyLink = (link: string, rename: Rename): string =>
  link.replace(
    /^\/([a-z]+)\/([a-z0-9-]+)/,
    (_whole, folder: string, id: string) => `/${folder}/${rename(PAGES[folder] ?? folder, id)}`,
  );

/** The same table with further digits far behind in one of its points. */
function copyNumbers(text: string, copy: number): string {
  const from = text.indexOf('\n', text.length / 2 - 1);
  const start = from === -1 || from > text.length - 2 ? text.indexOf('\n') : from;
  const end = text.indexOf('\n', start + 1);
  const line = text.slice(start, end);
  const [, before = '', mantissa = '', power = ''] = /^(.*,)([^,e]*)(e.*)?$/is.exec(line) ?? [];
  const point = mantissa.includes('.') ? '' : '.';
  // A ring repeats its first point last.
  return text.replaceAll(
    `${line}\n`,
    `${before}${mantissa}${point}00000000${String(copy)}${power}\n`,
  );
}

/** What a rule lets pass in a file it lets pass in its copies. */
async function copyExceptions(file: string, times: number): Promise<void> {
  const exceptions = parse(await readFile(file, 'utf8')) as { rule: string; file: string }[];
  const all = exceptions.flatMap((exception) => [
    exception,
    ...Array.from({ length: times - 1 }, (_, i) => ({
      ...exception,
      file: exception.file.replace(idOf(exception.file), (id) => `${id}-copy-${String(i + 2)}`),
    })),
  ]);
  const key = ({ file, rule }: { rule: string; file: string }): string => `${rule} ${file}`;
  await writeFile(file, stringify(all.sort((a, b) => (key(a) < key(b) ? -1 : 1))));
}

/** The records that are cited, under other keys and of other papers. */
const copyBibliography = (
  text: string,
  rename: Rename,
  copy: number,
  cited: ReadonlySet<string>,
): string =>
  splitEntries(text)
    .filter((entry) => cited.has(keyOf(entry)))
    .join('\n\n')
    .replace(
      /^(@\w+\{)([^,\s]+),/gm,
      (_whole, head: string, key: string) => `${head}${rename('references', key)},`,
    )
    .replace(/^(\s*doi\s*=\s*\{)([^}]*)\}/gm, `$1$2.${String(copy)}}`)
    .replace(/^\s*(?:eprint|archivePrefix|primaryClass)\s*=.*\n/gm, '')
    .replace(/^(\s*title\s*=\s*\{)/gm, `$1Copy${String(copy)} of `)
    .replace(/^(\s*x-texkey\s*=\s*)\{verified\}/gm, '$1{unverified}');

const splitEntries = (text: string): string[] =>
  text
    .split(/^(?=@)/m)
    .map((entry) => entry.trim())
    .filter((entry) => entry !== '');

const keyOf = (entry: string): string => /\{([^,]+),/.exec(entry)?.[1] ?? '';

const sortEntries = (text: string): string =>
  `${splitEntries(text)
    .map((entry) => ({ entry, key: keyOf(entry) }))
    .sort((a, b) => (a.key < b.key ? -1 : 1))
    .map(({ entry }) => entry)
    .join('\n\n')}\n`;
