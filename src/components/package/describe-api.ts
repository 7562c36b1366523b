import type { JSONOutput } from 'typedoc';
import { compareText } from '../../core/message.ts';
import { typeOf, writeName, writeSignature, writeType, type TypePart } from './type-text.ts';

type Api = JSONOutput.ProjectReflection;
type Declaration = JSONOutput.DeclarationReflection;
type Signature = JSONOutput.SignatureReflection;
type Comment = JSONOutput.Comment;

/** A parameter of a function or a field of an object, with its words as Markdown. */
export interface ApiMember {
  readonly name: string;
  readonly type: readonly TypePart[];
  readonly docs: string;
  /** Fields of the object it is, where they have something to say. */
  readonly members: readonly ApiMember[];
}

/** Something that an entry exports. */
export interface ApiSymbol {
  readonly id: number;
  readonly name: string;
  readonly kind: 'function' | 'class' | 'constant' | 'type';
  /** What it looks like in code; empty where the heading says it all. */
  readonly code: readonly TypePart[];
  /** What it means, as Markdown. */
  readonly docs: string;
  readonly parameters: readonly ApiMember[];
  readonly returns: string;
  readonly throws: readonly string[];
  readonly members: readonly ApiMember[];
  /** Where it is written, from the root of the project. */
  readonly source: string;
  /** Another entry that exports it too, where it is described there. */
  readonly alias?: { readonly entry: string; readonly name: string };
}

/** Symbols on one subject. */
export interface ApiGroup {
  readonly title: string;
  readonly slug: string;
  readonly symbols: readonly ApiSymbol[];
}

/** An entry of the package. */
export interface ApiEntry {
  /** As it is imported. */
  readonly name: string;
  /** Last part of its page's address. */
  readonly slug: string;
  readonly docs: string;
  readonly example: string;
  readonly groups: readonly ApiGroup[];
}

/** Subjects by the folder or file that a symbol is written in, in the order of a page; the first that fits. */
const GROUPS: readonly (readonly [title: string, path: RegExp])[] = [
  ['Loading', /^package\//],
  ['Verdicts', /^core\/query\/(?!format|read)/],
  ['Combined limits', /^core\/combine\//],
  ['Curves', /^core\/curve\//],
  ['Quantities and units', /^core\/(?:quantities|units|constants)/],
  ['Recasting', /^core\/recast\//],
  ['Models and widths', /^core\/physics\//],
  ['Figures', /^core\/figure\//],
  ['Drawings', /^figures\//],
  ['Files of a figure', /^core\/formats\/figure\//],
  ['Files', /^core\/(?:formats|query)\//],
  ['Catalogue', /^core\/(?:catalogue|schema|release)/],
];

const KINDS = ['function', 'class', 'constant', 'type'] as const;

/** The entries of the package in their order, with everything that they export. */
export const describeApi = (api: Api): ApiEntry[] =>
  (api.children ?? []).map((module) => describeEntry(module, api));

/** The last part of an entry's address. */
export const slugOf = (entry: string): string => entry.split('/')[1] ?? 'core';

/** The page of each symbol by its id: last part of the address, and the symbol's name. */
export type ApiPlaces = ReadonlyMap<number, { readonly slug: string; readonly name: string }>;

/** Where each symbol is described. */
export const listPlaces = (entries: readonly ApiEntry[]): ApiPlaces =>
  new Map(
    entries.flatMap(({ slug, groups }) =>
      groups.flatMap(({ symbols }) =>
        symbols
          .filter(({ alias }) => alias === undefined)
          .map(({ id, name }) => [id, { slug, name }] as const),
      ),
    ),
  );

function describeEntry(module: Declaration, api: Api): ApiEntry {
  const symbols = (module.children ?? []).map((one) => describeExport(one, api));
  const groups = GROUPS.map(([title], i) => ({
    title,
    slug: title.toLowerCase().replaceAll(' ', '-'),
    symbols: symbols
      .filter(({ source }) => findGroup(source) === i)
      .sort(
        (a, b) =>
          KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind) ||
          compareText(a.name.toLowerCase(), b.name.toLowerCase()),
      ),
  }));
  return {
    name: module.name,
    slug: slugOf(module.name),
    docs: readComment(module.comment),
    example: readTags(module.comment, '@example').join('\n\n'),
    groups: groups.filter((group) => group.symbols.length > 0),
  };
}

/** @throws when the symbol belongs to no subject: the list above has to grow. */
function findGroup(source: string): number {
  const path = source.replace(/^src\//, '');
  const found = GROUPS.findIndex(([, pattern]) => pattern.test(path));
  if (found === -1)
    throw new Error(`No group for ${source}; add one to src/components/package/describe-api.ts.`);
  return found;
}

function describeExport(symbol: Declaration | JSONOutput.ReferenceReflection, api: Api): ApiSymbol {
  if (symbol.variant === 'declaration') return describeSymbol(symbol);
  const { target } = symbol as JSONOutput.ReferenceReflection;
  for (const module of api.children ?? []) {
    const found = module.children?.find(({ id }) => id === target);
    if (found !== undefined)
      return { ...describeSymbol(found), alias: { entry: module.name, name: found.name } };
  }
  throw new Error(`${symbol.name} stands for what no entry exports.`);
}

function describeSymbol(symbol: Declaration): ApiSymbol {
  const signature = signatureOf(symbol);
  // Of a constant that is a function, its summary is with the one and its tags are with the other.
  const comments = [symbol.comment, signature?.comment];
  return {
    id: symbol.id,
    name: symbol.name,
    kind: kindOf(symbol),
    code: writeCode(symbol),
    docs: comments.map(readComment).find((text) => text !== '') ?? '',
    parameters: (signature?.parameters ?? [])
      .filter((one) => one.comment !== undefined)
      .map((one) => ({
        name: one.name,
        type: writeType(one.type),
        docs: readComment(one.comment),
        members: [],
      })),
    returns: comments.flatMap((comment) => readTags(comment, '@returns')).join('\n\n'),
    throws: comments.flatMap((comment) => readTags(comment, '@throws')),
    members: describeMembers(membersOf(symbol)),
    source: `src/${symbol.sources?.[0]?.fileName.replace(/\.d\.ts$/, '.ts') ?? ''}`,
  };
}

/** TypeDoc's numbers for what there is in this package (`ReflectionKind`). */
const KIND_NUMBERS: Readonly<Record<number, ApiSymbol['kind']>> = {
  32: 'constant',
  64: 'function',
  128: 'class',
  256: 'type',
  2_097_152: 'type',
};

function kindOf(symbol: Declaration): ApiSymbol['kind'] {
  const { kind, name } = symbol;
  if (signatureOf(symbol) !== undefined && KIND_NUMBERS[kind] === 'constant') return 'function';
  const found = KIND_NUMBERS[kind];
  if (found === undefined)
    throw new Error(`${name} is of a kind (${String(kind)}) not written here.`);
  return found;
}

/** The signature of a function; also of one that is declared as a constant, as arrow functions are. */
const signatureOf = ({ kind, signatures, type }: Declaration): Signature | undefined =>
  signatures?.[0] ??
  (KIND_NUMBERS[kind] === 'constant' && type?.type === 'reflection'
    ? type.declaration.signatures?.[0]
    : undefined);

/** Nothing where the heading says it all: an object whose fields are listed. */
function writeCode(symbol: Declaration): TypePart[] {
  const { name, type } = symbol;
  const signature = signatureOf(symbol);
  if (signature !== undefined) return writeSignature(name, signature);
  const generic = (symbol.typeParameters ?? []).map((one) => one.name).join(', ');
  const own = generic === '' ? name : `${name}<${generic}>`;
  switch (kindOf(symbol)) {
    case 'class':
      return [];
    case 'constant':
      return membersOf(symbol).length > 0 ? [] : [{ text: `const ${own}: ` }, ...writeType(type)];
    case 'function':
    case 'type':
      return writeTypeCode(symbol, own);
  }
}

function writeTypeCode(symbol: Declaration, own: string): TypePart[] {
  const { type, extendedTypes = [] } = symbol;
  // A choice of objects has one of them a line.
  if (type?.type === 'union' && type.types.some((one) => one.type === 'reflection')) {
    const choices = type.types.flatMap((one) => [{ text: '\n  | ' }, ...writeType(one)]);
    return [{ text: `type ${own} =` }, ...choices];
  }
  const hasFields = type?.type === 'reflection' && (type.declaration.children ?? []).length > 0;
  if (type !== undefined && !hasFields) return [{ text: `type ${own} = ` }, ...writeType(type)];
  if (extendedTypes.length === 0) return [];
  const bases = extendedTypes.flatMap((base, i) => [
    ...(i === 0 ? [] : [{ text: ', ' }]),
    ...writeType(base),
  ]);
  return [{ text: `interface ${own} extends ` }, ...bases];
}

/** Fields of what is an object itself; a method of a class is one too, its constructor is not. */
function membersOf(symbol: Declaration): readonly Declaration[] {
  const own = symbol.children ?? [];
  const inner = symbol.type?.type === 'reflection' ? (symbol.type.declaration.children ?? []) : [];
  return [...own, ...inner].filter(
    (one) => one.name !== 'constructor' && one.inheritedFrom === undefined,
  );
}

const describeMembers = (fields: readonly Declaration[]): ApiMember[] =>
  fields.map((field) => {
    const inner = findFields(typeOf(field));
    const isTold = inner.some(hasWords);
    return {
      name: writeName(field),
      type: writeType(typeOf(field)),
      docs: readComment(field.comment ?? field.signatures?.[0]?.comment),
      members: isTold ? describeMembers(inner) : [],
    };
  });

/** Whether a field, or one inside it, has words of its own. */
const hasWords = (field: Declaration): boolean =>
  field.comment !== undefined || findFields(typeOf(field)).some(hasWords);

/** Fields of the object that a type is, or is a list of. */
function findFields(type: JSONOutput.SomeType | undefined): readonly Declaration[] {
  if (type?.type === 'reflection') return type.declaration.children ?? [];
  if (type?.type === 'array') return findFields(type.elementType);
  if (type?.type === 'typeOperator') return findFields(type.target);
  return type?.type === 'union' ? type.types.flatMap(findFields) : [];
}

/** A comment as Markdown. */
const readComment = (comment: Comment | undefined): string => writeParts(comment?.summary ?? []);

const readTags = (comment: Comment | undefined, tag: string): string[] =>
  (comment?.blockTags ?? [])
    .filter((one) => one.tag === tag)
    // The class of an error in braces, as in JSDoc.
    .map(({ content }) => writeParts(content).replace(/^\{(\w+)\}\s*/, '`$1` '));

const writeParts = (parts: readonly JSONOutput.CommentDisplayPart[]): string =>
  parts
    .map((part) => (part.kind === 'inline-tag' ? `\`${part.text}\`` : part.text))
    .join('')
    .trim();
