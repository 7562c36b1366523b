import { API_ROOT } from '../../core/api/address.ts';
import { FILE_KINDS } from '../../core/api/describe-files.ts';
import type { BibliographyFormat } from '../../core/formats/citing/bibliography-formats.ts';
import { BIBLIOGRAPHY_FORMATS } from '../../core/formats/citing/bibliography-formats.ts';
import { TAKE_AWAY_FORMATS } from '../../core/formats/figure/take-away.ts';
import { capitalise } from '../../core/sentences.ts';

/** A kind of file that the site serves. */
export interface ServedKind {
  /** Its address; `<id>`, `<plane>`, … stand for what there are many of. */
  readonly pattern: string;
  /** A sentence. */
  readonly what: string;
  /** Of files outside the API; those of the API say it themselves. */
  readonly mediaType?: string;
}

export interface FileGroup {
  readonly title: string;
  readonly kinds: readonly ServedKind[];
}

/** Kinds of files of the API whose paths are like that. */
const ofApi = (path: RegExp): ServedKind[] =>
  FILE_KINDS.filter((kind) => path.test(kind.path)).map((kind) => ({
    pattern: `${API_ROOT}${kind.path}`,
    what: `${capitalise(kind.what)}.`,
  }));

const ATOM = 'application/atom+xml';
const JSON_FEED = 'application/feed+json';

/** Bibliographies beside a page, with what each has; formats that are not told of are left out. */
const ofBibliography = (
  path: string,
  words: Readonly<Partial<Record<BibliographyFormat['extension'], string>>>,
): ServedKind[] =>
  BIBLIOGRAPHY_FORMATS.flatMap(({ extension, mediaType }) => {
    const what = words[extension];
    return what === undefined ? [] : [{ pattern: `${path}.${extension}`, mediaType, what }];
  });

const FIGURE_FORMATS = [
  ...['svg', 'pdf', 'png'],
  ...TAKE_AWAY_FORMATS.map(({ extension }) => extension),
].join(', ');

const LIMIT = /^(?:limits|hepdata)\/<id>/;
const PLANE = /^(?:planes|combined)\/<plane>/;
const ENGINE = /\.(?:parquet|sql)$/;
const REST = new RegExp(
  `^(?!${[LIMIT, PLANE].map(({ source }) => source.slice(1)).join('|')}).*(?<!\\.parquet|\\.sql)$`,
);

/** Every kind of file for programs, in the order readers look for them. */
export const FILE_GROUPS: readonly FileGroup[] = [
  {
    title: 'One limit',
    kinds: [
      ...ofApi(LIMIT),
      { pattern: `${API_ROOT}hepdata/<id>/<table>.yaml`, what: 'Its data tables.' },
      {
        pattern: '/limits/<id>.csv',
        mediaType: 'text/csv',
        what: 'The same numbers beside its page.',
      },
      ...ofBibliography('/limits/<id>', {
        bib: 'The papers to cite with it, BibTeX.',
        ris: 'The same for reference managers.',
        'csl.json': 'The same as CSL-JSON.',
      }),
    ],
  },
  {
    title: 'One plane and its combined limit',
    kinds: [
      ...ofApi(PLANE),
      ...ofBibliography('/planes/<plane>', { bib: 'The papers of all its curves.' }),
    ],
  },
  {
    title: 'One figure',
    kinds: [
      {
        pattern: '/figures/<plane>.<format>',
        what: `The figure of a plane as it starts: ${FIGURE_FORMATS}. “Take away” under a figure gives exactly what you see.`,
      },
      {
        pattern: '/figures/<plane>-dark.svg',
        mediaType: 'image/svg+xml',
        what: 'The same for dark pages.',
      },
      {
        pattern: '/embed/<plane>/',
        mediaType: 'text/html',
        what: 'A page to embed; ?theme=dark makes it dark.',
      },
    ],
  },
  { title: 'Everything', kinds: ofApi(REST) },
  { title: 'For engines', kinds: ofApi(ENGINE) },
  {
    title: 'To be told of changes',
    kinds: [
      { pattern: '/feed.xml', mediaType: ATOM, what: 'New and changed limits, Atom.' },
      { pattern: '/feed.json', mediaType: JSON_FEED, what: 'The same as JSON Feed.' },
      { pattern: '/feeds/<portal>.xml', mediaType: ATOM, what: 'Those of one portal, Atom.' },
      { pattern: '/feeds/<portal>.json', mediaType: JSON_FEED, what: 'The same as JSON Feed.' },
    ],
  },
];

/** Addresses of a kind; of names, levels (0.90) and tables alone may have a full stop. */
export const matchKind = ({ pattern }: Pick<ServedKind, 'pattern'>): RegExp =>
  new RegExp(
    `^${pattern
      .replaceAll('.', String.raw`\.`)
      .replaceAll('<table>', String.raw`(?!submission\.)[^/]+`)
      .replaceAll('<level>', '[^/]+')
      .replaceAll(/<[a-z]+>/g, '[^/.]+')}$`,
  );

/** What stands for the names between angle brackets in a real address. */
const EXAMPLE_NAMES: Readonly<Record<string, string>> = {
  '<id>': 'babar-2014-dark-photon',
  '<plane>': 'dark-photon-visible',
  '<scope>': 'ee',
  '<level>': 'all',
  '<name>': 'limit',
  '<portal>': 'vector',
  '<format>': 'pdf',
};

/** A kind with the names of the examples instead of those it stands for, as far as they are known. */
export const nameExample = ({ pattern }: ServedKind): string =>
  pattern.replaceAll(/<[a-z]+>/g, (name) => EXAMPLE_NAMES[name] ?? name);
