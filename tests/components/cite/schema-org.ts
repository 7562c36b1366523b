import { readFileSync } from 'node:fs';
import jsonld from 'jsonld';

/** schema.org's context as far as it matters here: every word is one of its vocabulary. */
const CONTEXT = { '@vocab': 'https://schema.org/' };

/** A node of expanded JSON-LD: types and properties as addresses. */
export type Expanded = Readonly<Record<string, unknown>>;

/** JSON-LD expanded without asking anybody for the context. */
export const expandJsonLd = (text: string): Promise<readonly Expanded[]> =>
  jsonld.expand(JSON.parse(text), {
    documentLoader: (url: string) => {
      if (url !== 'https://schema.org') throw new Error(`Nothing but schema.org is known: ${url}`);
      return Promise.resolve({ documentUrl: url, document: { '@context': CONTEXT } });
    },
  });

interface Declaration {
  readonly parents: readonly string[];
  readonly properties: ReadonlySet<string>;
}

let declarations: ReadonlyMap<string, Declaration> | undefined;

/** What schema.org says of its types, read from the declarations of schema-dts. */
function readVocabulary(): ReadonlyMap<string, Declaration> {
  const text = readFileSync('node_modules/schema-dts/dist/schema.d.ts', 'utf8');
  const found = text.matchAll(
    /^(?:export )?interface (\w+(?:Base|Leaf)) extends ([^{]+)\{\n([\s\S]*?)^\}/gm,
  );
  return new Map(
    Array.from(found, ([, name = '', parents = '', body = '']) => [
      name,
      {
        parents: [...parents.matchAll(/\w+Base\b/g)].map(([parent]) => parent),
        properties: new Set([...body.matchAll(/^ {4}"(\w+)"\?:/gm)].map(([, term = '']) => term)),
      },
    ]),
  );
}

/** True where schema.org has that property for that type or one it derives from. */
export const isKnownTerm = (type: string, term: string): boolean => hasTerm(`${type}Leaf`, term);

function hasTerm(name: string, term: string): boolean {
  declarations ??= readVocabulary();
  const { properties, parents = [] } = declarations.get(name) ?? {};
  return properties?.has(term) === true || parents.some((parent) => hasTerm(parent, term));
}

/** Every node of JSON as written that has a type, the outermost first. */
export function listNodes(value: unknown): Readonly<Record<string, unknown>>[] {
  if (Array.isArray(value)) return value.flatMap((one) => listNodes(one));
  if (typeof value !== 'object' || value === null) return [];
  const below = Object.values(value).flatMap(listNodes);
  return '@type' in value ? [value, ...below] : below;
}
