import { describe, expect, it } from 'vitest';
import { parseAllDocuments } from 'yaml';
import type { z } from 'zod';
import { makeLimitFeed } from '../../src/components/feeds/make-limit-feed.ts';
import { describeLimit, writeJsonLd } from '../../src/components/cite/json-ld.ts';
import { renderRichText, toPlainTitle } from '../../src/components/tex.ts';
import type { ApiFile } from '../../src/core/api/api-file.ts';
import { listApiFiles } from '../../src/core/api/list-files.ts';
import { type Catalogue, mustGet } from '../../src/core/catalogue.ts';
import { writeAtom } from '../../src/core/feeds/write-atom.ts';
import { writeJsonFeed } from '../../src/core/feeds/write-json-feed.ts';
import { buildPlaneFigure } from '../../src/core/figure/build-plane-figure.ts';
import { parseBibtex } from '../../src/core/formats/bibtex.ts';
import { citeReference } from '../../src/core/formats/citing/cite-reference.ts';
import { writeRis } from '../../src/core/formats/citing/write-ris.ts';
import { runRule } from '../../src/core/lint/run-rules.ts';
import { textSafety } from '../../src/core/lint/rules/text-safety.ts';
import {
  Experiment,
  LimitMeta,
  Model,
  Plane,
  Quantity,
  Reference,
} from '../../src/core/schema/index.ts';
import { buildDrawing } from '../../src/figures/drawing.ts';
import { WIDE } from '../../src/figures/layout.ts';
import { writePageSvg } from '../../src/figures/page-svg.ts';
import { writeStandaloneSvg } from '../../src/figures/standalone-svg.ts';
import { makeApiSite } from '../fixtures/api-site.ts';
import { HOSTILE_TEXTS } from '../fixtures/hostile-texts.ts';
import {
  makeCatalogue,
  makeContext,
  makeExperiment,
  makeLimit,
  makeModel,
  makePlane,
  makeReference,
  QUANTITIES,
} from '../fixtures/make-catalogue.ts';

/** Every reference with all that a reference may say. */
const FULL_REFERENCE = makeReference({
  authors: 'Lees, J. P. and others',
  collaboration: 'BaBar',
  journal: 'Phys.Rev.Lett.',
  volume: '113',
  pages: '201801',
});

type Path = readonly (string | number)[];

function listTexts(value: unknown, path: Path = []): Path[] {
  if (typeof value === 'string') return [path];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, item]) => listTexts(item, [...path, key]));
}

function replace(value: unknown, [key, ...rest]: Path, text: string): unknown {
  if (key === undefined) return text;
  if (Array.isArray(value))
    return value.map((item: unknown, i) =>
      String(i) === String(key) ? replace(item, rest, text) : item,
    );
  const facts = value as Record<string, unknown>;
  return { ...facts, [key]: replace(facts[String(key)], rest, text) };
}

const WORDS = 'Two words';

let replaced = 0;

/** What does harm at the beginning of a text only. */
const FIRST = [
  'a formula of spreadsheets',
  'a formula after a sign',
  'a function of spreadsheets',
  'a tag of YAML',
];

/** The entry with the text in each place where its schema lets it through. */
function poison<T extends object>(entry: T, schema: z.ZodType, text: string): T {
  const known = Object.keys((schema as unknown as { shape: object }).shape);
  const rest = Object.fromEntries(Object.entries(entry).filter(([key]) => !known.includes(key)));
  let facts: unknown = Object.fromEntries(
    Object.entries(entry).filter(([key]) => known.includes(key)),
  );
  for (const path of listTexts(facts)) {
    const changed = schema.safeParse(replace(facts, path, text));
    // What takes no two words is an id, or one of a list.
    if (!changed.success || !schema.safeParse(replace(facts, path, WORDS)).success) continue;
    facts = changed.data;
    replaced += 1;
  }
  return { ...(facts as T), ...rest };
}

/** The text as a field of an entry that the reader of bibliographies takes: with its braces in pairs. */
function throughBibtex(text: string): string {
  const read = (value: string): string | undefined => {
    const { entries, faults } = parseBibtex(`@article{a,\n  title = {${value}},\n}\n`);
    const [entry] = entries;
    if (faults.length > 0 || entries.length !== 1 || entry?.fields.size !== 1) return undefined;
    return entry.fields.get('title')?.value;
  };
  return read(text) ?? read(text.replaceAll(/[{}]/g, '')) ?? WORDS;
}

const makeHostile = (text: string): Catalogue =>
  makeCatalogue({
    quantities: QUANTITIES.map((one) => poison(one, Quantity, text)),
    planes: [poison(makePlane(), Plane, text)],
    limits: [poison(makeLimit(), LimitMeta, text)],
    models: [poison(makeModel(), Model, text)],
    experiments: [poison(makeExperiment(), Experiment, text)],
    references: [
      {
        ...poison(FULL_REFERENCE, Reference, throughBibtex(text)),
        // Letters to the reader, and checked with it.
        ...{ key: FULL_REFERENCE.key, type: FULL_REFERENCE.type },
      },
    ],
  });

/** Formats as what they hold besides text: the same for every text. */
const shapeOf = (value: unknown): unknown => {
  // Words that cannot be a keyword are left out of lists of them.
  if (Array.isArray(value))
    return value.every((item) => typeof item === 'string') ? 'texts' : value.map(shapeOf);
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, shapeOf(item)]));
  return typeof value;
};

/** Elements that formulas and drawings have, and attributes that could do something. */
const ELEMENTS =
  /^(?:svg|title|desc|defs|clipPath|rect|g|path|circle|line|text|tspan|use|symbol|pattern|marker|span|math|semantics|annotation|m[a-z]+|sub|sup|polyline|polygon)$/;
const ACTIVE = /\s(?:on\w+|href|src|xlink:href|formaction)=(?!"#)|url\((?!#)/i;

/** What a reader of XML or HTML finds that is neither text nor harmless. */
function findMarkup(html: string): string[] {
  const found: string[] = [];
  const rest = html.replaceAll(
    /<\/?([A-Za-z][\w-]*)((?:\s+[\w:-]+="[^"<]*")*)\s*\/?>/g,
    (tag, name: string, attributes: string) => {
      // Words in attributes are text: what counts are their names, and addresses.
      const names = attributes.replaceAll(
        /((?:class|aria-\w+|id|title|data-\w+)=)"[^"]*"/g,
        '$1""',
      );
      if (!ELEMENTS.test(name) || ACTIVE.test(names)) found.push(tag);
      return '';
    },
  );
  return [...found, ...(rest.match(/<[^>]*>?/g) ?? [])];
}

function readApi(file: ApiFile): unknown {
  const text = file.write();
  if (typeof text !== 'string') return 'bytes';
  if (file.path.endsWith('.json')) return shapeOf(JSON.parse(text));
  if (file.path.endsWith('.csv')) {
    expect(text.match(/(?:^|,)["' ]*(?:[=+@]|-(?![\d.]))/gm) ?? [], file.path).toEqual([]);
    return text.split('\n').length;
  }
  if (file.path.endsWith('.bib')) {
    const { entries, faults } = parseBibtex(text);
    expect(faults).toEqual([]);
    return entries.map(({ key }) => key);
  }
  if (!file.path.endsWith('.yaml')) return 'other';
  return parseAllDocuments(text).map((document) => {
    expect([...document.errors, ...document.warnings], file.path).toEqual([]);
    return shapeOf(document.toJS());
  });
}

const PLAIN = makeHostile(WORDS);
const describeFiles = (catalogue: Catalogue): unknown[] =>
  listApiFiles(makeApiSite(catalogue), () => '')
    .filter(({ path }) => !/schema|parquet|zip|datapackage|csl/.test(path))
    .map((file) => [file.path, readApi(file)]);
const plainFiles = describeFiles(PLAIN);

const isRefused = (title: string): boolean =>
  runRule(textSafety, makeContext(makeCatalogue({ limits: [{ ...makeLimit(), title }] }))).length >
  0;

/** Some at a time, each first once in a while: one by one (`HOSTILE=each`) takes ten times as long. */
const CASES: readonly (readonly [string, string])[] =
  process.env['HOSTILE'] === 'each'
    ? Object.entries(HOSTILE_TEXTS)
    : FIRST.map((first, i) => [
        `${first} and others`,
        [
          first,
          ...Object.keys(HOSTILE_TEXTS).filter(
            (name, n) => n % FIRST.length === i && !FIRST.includes(name),
          ),
        ]
          .map((name) => HOSTILE_TEXTS[name] ?? '')
          .join(' '),
      ]);

describe('text that the schemas let through', () => {
  it('is most of what a contributor writes', () => {
    replaced = 0;
    makeHostile(WORDS);
    expect(replaced).toBeGreaterThan(30);
  });
  it('would be seen if it were more than text', () => {
    for (const html of [
      '<g><img src="x" onerror="alert(1)"/></g>',
      '<path d="M0 0" onload="alert(1)"/>',
      '<g fill="url(https://evil.invalid)"/>',
      '<text x="1" href="javascript:alert(1)">a</text>',
      '<title>a</title><script>1</script>',
      '<b',
      '<p class="a" onclick=alert(1)>',
    ])
      expect(findMarkup(html), html).not.toEqual([]);
    expect(findMarkup('<g fill="url(#a)"><text class="onload=1">a &lt;b></text></g>')).toEqual([]);
  });
  it('is refused by the check where it could only do harm', () => {
    const passed = Object.entries(HOSTILE_TEXTS)
      .filter(([, text]) => !isRefused(text))
      .map(([what]) => what);
    expect(passed).toMatchInlineSnapshot(`
      [
        "an element in a formula",
        "a handler after an attribute",
        "a handler after an attribute, single",
        "a declaration of CSS",
        "an expression of MDX",
        "a template",
        "an import",
        "an address of any scheme",
        "an address with a user",
        "letters that look like others",
        "a formula of spreadsheets",
        "a formula after a sign",
        "a function of spreadsheets",
        "a formula after a separator",
        "the end of an entry of BibTeX",
        "a tag of YAML",
        "a name of every object",
      ]
    `);
  });
  it.each(CASES)('%s: stays text in every file of the API', (_, text) => {
    expect(describeFiles(makeHostile(text))).toEqual(plainFiles);
  });
  it.each(CASES)('%s: stays text on pages and in drawings', (_, text) => {
    const catalogue = makeHostile(text);
    expect(findMarkup(renderRichText(text))).toEqual([]);
    const figure = buildPlaneFigure(mustGet(catalogue.planes, 'dark-photon-visible'), catalogue);
    const drawing = buildDrawing(figure, { layout: WIDE });
    expect(findMarkup(writePageSvg(drawing, { id: 'a' }))).toEqual([]);
    expect(findMarkup(writeStandaloneSvg(drawing, { theme: 'light', id: 'a' }))).toEqual([]);
    const [limit] = catalogue.limits.values();
    if (limit === undefined) throw new Error('no limit');
    const page = {
      path: '/',
      title: toPlainTitle(text),
      url: 'https://example.org/',
      date: '2026-01-01',
      commit: 'a',
      description: text,
      address: (to: string) => `https://example.org${to}`,
    };
    const ld = writeJsonLd([describeLimit(limit, catalogue)(page)]);
    expect(ld).not.toContain('<');
    expect(JSON.parse(ld)).toMatchObject({ '@context': 'https://schema.org' });
  });
  it.each(CASES)('%s: stays text in feeds and citations', (_, text) => {
    const catalogue = makeHostile(text);
    const [reference] = catalogue.references.values();
    if (reference === undefined) throw new Error('no reference');
    const ris = writeRis([citeReference(reference)]);
    expect(
      ris
        .split('\r\n')
        .filter((line) => line !== '' && !/^[A-Z][A-Z\d] {2}- [^\p{C}]*$/u.test(line)),
    ).toEqual([]);
    expect(ris.match(/^TY {2}-/gm)).toHaveLength(1);
    const history = {
      files: new Map([
        [
          limitFile(catalogue),
          {
            origin: limitFile(catalogue),
            added: { time: '2026-01-10T12:00:00Z', commit: '0'.repeat(40) },
          },
        ],
      ]),
    };
    const feed = makeLimitFeed({
      catalogue,
      combined: new Map(),
      history,
      releases: [],
      date: '2026-01-10',
      url: 'https://example.org',
    });
    expect(feed.entries).toHaveLength(1);
    const atom = writeAtom(feed);
    expect(new Set(Array.from(atom.matchAll(/<\/?([^\s>/]+)/g), ([, name]) => name))).toEqual(
      new Set([
        '?xml',
        'feed',
        'id',
        'title',
        'subtitle',
        'updated',
        'author',
        'name',
        'rights',
        'link',
        'entry',
        'published',
        'summary',
        'category',
      ]),
    );
    expect(JSON.parse(writeJsonFeed(feed))).toMatchObject({ items: [{}] });
  });
});

const limitFile = (catalogue: Catalogue): string => [...catalogue.limits.values()][0]?.file ?? '';
