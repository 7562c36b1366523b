import { visit } from 'unist-util-visit';
import { listProse } from '../../catalogue.ts';
import type { ProseEntry } from '../../catalogue.ts';
import { chapterPath, isOwnChapter } from '../../chapter-path.ts';
import type { Place } from '../../message.ts';
import { lineOfNode, parseProse, readAttribute } from '../parse-prose.ts';
import type { ProseNode } from '../parse-prose.ts';
import { atKey } from '../places.ts';
import { recall } from '../recall.ts';
import type { CatalogueRule, Finding, SourceFile } from '../rule.ts';
import { suggest } from '../suggest.ts';

type Kind = SourceFile['kind'];

/** Attributes of components that name an entry, and the folder it is in. */
const NAMING: Readonly<Record<string, Readonly<Record<string, Kind>>>> = {
  DataWanted: { search: 'searches', portal: 'portals' },
  Facts: { search: 'searches', limit: 'limits', experiment: 'experiments' },
  Figure: { plane: 'planes', limit: 'limits' },
  LimitTable: { plane: 'planes', experiment: 'experiments', portal: 'portals' },
  Milestones: { facility: 'facilities' },
  Model: { id: 'models' },
  Term: { id: 'glossary' },
  Value: { limit: 'limits' },
};

/** Folders of the site whose pages are entries. */
const PAGES: ReadonlySet<string> = new Set<Kind>([
  'experiments',
  'limits',
  'methods',
  'models',
  'planes',
  'portals',
  'searches',
]);

export const proseIds: CatalogueRule = {
  name: 'prose-ids',
  description:
    'Every plane, limit, search, model, word of the glossary and page that prose names or links to exists.',
  isOfProse: true,
  scope: 'catalogue',
  *check(context) {
    const { catalogue, files } = context;
    const known = new Map(
      [...Map.groupBy(files, ({ kind }) => kind)].map(([kind, list]) => [
        kind,
        new Set(list.map(({ id }) => id)),
      ]),
    );
    for (const entry of listProse(catalogue)) {
      const names = recall(context, 'names in prose', [entry], () => listNames(entry));
      for (const { line, ...name } of names)
        yield* checkName(name, known, { file: entry.file, line });
    }
    for (const term of catalogue.glossary.values()) {
      const name = readLink(term.more ?? '');
      if (name !== undefined) yield* checkName(name, known, atKey(term, 'more'));
    }
  },
};

/** Every entry that a text names or links to, and in which line of its file. */
function listNames(entry: ProseEntry): (Name & { line: number })[] {
  const { tree } = parseProse(entry);
  if (tree === undefined) return [];
  const named: (Name & { line: number })[] = [];
  visit(tree, (node: ProseNode) => {
    const line = lineOfNode(node, entry);
    for (const [attribute, kind] of Object.entries(NAMING[node.name ?? ''] ?? {})) {
      const id = readAttribute(node, attribute);
      if (id !== undefined) named.push({ kind, id, line });
    }
    const name = readLink(node.url ?? '');
    if (name !== undefined) named.push({ ...name, line });
  });
  return named;
}

interface Name {
  readonly kind: Kind;
  readonly id: string;
}

/** The entry that a path of the site shows, where it is the page of one. */
function readLink(url: string): Name | undefined {
  const [, folder, id] = /^\/([a-z]+)\/([a-z0-9-]+)\/?(?:#.*)?$/.exec(url) ?? [];
  if (folder === undefined || id === undefined) return undefined;
  if (folder === 'review') return { kind: 'chapters', id };
  return PAGES.has(folder) ? { kind: folder as Kind, id } : undefined;
}

function* checkName(
  { kind, id }: Name,
  known: ReadonlyMap<Kind, ReadonlySet<string>>,
  place: Place,
): Generator<Finding> {
  const ids = known.get(kind);
  if (ids?.has(id) === true) {
    if (kind !== 'chapters' || isOwnChapter(id)) return;
    yield {
      ...place,
      found: `/review/${id}/`,
      expected: `${chapterPath(id)}, where this chapter is read`,
      fix: `write ${chapterPath(id)}`,
    };
    return;
  }
  const near = suggest(id, ids ?? []);
  yield {
    ...place,
    found: `"${id}", which is not in ${kind}/`,
    expected:
      near === undefined ? `an id of ${kind}/` : `an id of ${kind}/; did you mean "${near}"?`,
    fix: near === undefined ? `add the entry to ${kind}/, or correct the id` : `write ${near}`,
  };
}
