import type { JSONOutput } from 'typedoc';

/** A piece of a type as it is written, with what it names where that has a place of its own. */
export interface TypePart {
  readonly text: string;
  /** Id of the reflection that is named. */
  readonly target?: number;
}

type SomeType = JSONOutput.SomeType;
type Declaration = JSONOutput.DeclarationReflection;
type Signature = JSONOutput.SignatureReflection;

const plain = (text: string): TypePart[] => [{ text }];

/** Lists of parts with a text between them. */
const join = (lists: readonly TypePart[][], between: string): TypePart[] =>
  lists.flatMap((list, i) => (i === 0 ? list : [{ text: between }, ...list]));

/** How many characters a type takes in one line. */
const lengthOf = (parts: readonly TypePart[]): number =>
  parts.reduce((sum, { text }) => sum + text.length, 0);

/** Columns that a signature may take before its parameters get a line each. */
const LINE = 72;

/**
 * A type as it is written in TypeScript. `readonly` is left out: nothing that the package gives may be changed, and
 * the page says so once.
 */
export function writeType(type: SomeType | undefined): TypePart[] {
  if (type === undefined) return plain('unknown');
  switch (type.type) {
    case 'intrinsic':
    case 'unknown':
      return plain(type.name);
    case 'literal':
      return plain(typeof type.value === 'string' ? `'${type.value}'` : JSON.stringify(type.value));
    case 'reference':
      return writeReference(type);
    case 'array':
      return [...wrap(type.elementType), { text: '[]' }];
    case 'tuple':
      return [{ text: '[' }, ...join((type.elements ?? []).map(writeType), ', '), { text: ']' }];
    case 'namedTupleMember':
      return [{ text: `${type.name}${type.isOptional ? '?' : ''}: ` }, ...writeType(type.element)];
    case 'union':
      return join(type.types.map(wrap), ' | ');
    case 'intersection':
      return join(type.types.map(wrap), ' & ');
    case 'typeOperator':
      return type.operator === 'readonly'
        ? writeType(type.target)
        : [{ text: `${type.operator} ` }, ...wrap(type.target)];
    case 'query':
      return [{ text: 'typeof ' }, ...writeType(type.queryType)];
    case 'indexedAccess':
      return [...wrap(type.objectType), { text: '[' }, ...writeType(type.indexType), { text: ']' }];
    case 'predicate':
      return type.targetType === undefined
        ? plain('boolean')
        : [{ text: `${type.name} is ` }, ...writeType(type.targetType)];
    case 'reflection':
      return writeReflection(type.declaration);
    case 'mapped':
      return [
        { text: `{ [${type.parameter} in ` },
        ...writeType(type.parameterType),
        { text: ']: ' },
        ...writeType(type.templateType),
        { text: ' }' },
      ];
    case 'conditional':
      return [
        ...writeType(type.checkType),
        { text: ' extends ' },
        ...writeType(type.extendsType),
        { text: ' ? ' },
        ...writeType(type.trueType),
        { text: ' : ' },
        ...writeType(type.falseType),
      ];
    case 'inferred':
      return plain(`infer ${type.name}`);
    case 'optional':
      return [...wrap(type.elementType), { text: '?' }];
    case 'rest':
      return [{ text: '...' }, ...writeType(type.elementType)];
    case 'templateLiteral':
      return plain('string');
  }
}

function writeReference(type: JSONOutput.ReferenceType): TypePart[] {
  const target = typeof type.target === 'number' ? type.target : undefined;
  const [first] = type.typeArguments ?? [];
  // See above.
  if (target === undefined && type.name === 'Readonly' && first !== undefined)
    return writeType(first);
  const isLinked = target !== undefined && type.refersToTypeParameter !== true;
  const name: TypePart = { text: type.name, ...(isLinked ? { target } : {}) };
  if (type.typeArguments === undefined) return [name];
  return [name, { text: '<' }, ...join(type.typeArguments.map(writeType), ', '), { text: '>' }];
}

/** In brackets where it would otherwise be read with what follows. */
function wrap(type: SomeType): TypePart[] {
  const isLoose =
    type.type === 'union' ||
    type.type === 'intersection' ||
    type.type === 'conditional' ||
    type.type === 'query' ||
    (type.type === 'reflection' && type.declaration.signatures !== undefined);
  const isOperator = type.type === 'typeOperator' && type.operator !== 'readonly';
  const parts = writeType(type);
  return isLoose || isOperator ? [{ text: '(' }, ...parts, { text: ')' }] : parts;
}

/** An object or a function without a name of its own. */
function writeReflection({ signatures, children, indexSignatures }: Declaration): TypePart[] {
  const [signature] = signatures ?? [];
  if (signature !== undefined)
    return [...writeParameters(signature, false), { text: ' => ' }, ...writeType(signature.type)];
  const indices = (indexSignatures ?? []).map((index) => [
    { text: '[' },
    ...join(
      (index.parameters ?? []).map((one) => [{ text: `${one.name}: ` }, ...writeType(one.type)]),
      ', ',
    ),
    { text: ']: ' },
    ...writeType(index.type),
  ]);
  const fields = (children ?? []).map((field) => [
    { text: `${writeName(field)}: ` },
    ...writeType(typeOf(field)),
  ]);
  if (indices.length + fields.length === 0) return plain('{}');
  return [{ text: '{ ' }, ...join([...indices, ...fields], '; '), { text: ' }' }];
}

/** A field's name, with a mark where it may be absent. */
export const writeName = ({ name, flags }: Pick<Declaration, 'name' | 'flags'>): string =>
  `${/^[\w$]+$/.test(name) ? name : `'${name}'`}${flags.isOptional === true ? '?' : ''}`;

/** The type of a field; of a method, that of the function it is. */
export function typeOf(field: Declaration): SomeType | undefined {
  if (field.type !== undefined) return field.type;
  if (field.getSignature !== undefined) return field.getSignature.type;
  return field.signatures && { type: 'reflection', declaration: field };
}

/** A name for a parameter that is taken apart where it is taken: that of its type, `judge` for a Judge. */
function nameAfter(type: SomeType | undefined): string {
  if (type?.type !== 'reference' || type.name === 'Pick' || type.name.endsWith('Options'))
    return 'options';
  return type.name.charAt(0).toLowerCase() + type.name.slice(1);
}

/** The parameters of a function in brackets; one a line where asked for. */
function writeParameters(signature: Signature, isBroken: boolean): TypePart[] {
  const parameters = (signature.parameters ?? []).map((one) => {
    const isRest = one.flags.isRest === true;
    const isOptional = one.flags.isOptional === true || one.defaultValue !== undefined;
    const name = one.name === '__namedParameters' ? nameAfter(one.type) : one.name;
    return [
      { text: `${isRest ? '...' : ''}${name}${isOptional ? '?' : ''}: ` },
      ...writeType(one.type),
    ];
  });
  if (!isBroken || parameters.length === 0)
    return [{ text: '(' }, ...join(parameters, ', '), { text: ')' }];
  return [{ text: '(\n  ' }, ...join(parameters, ',\n  '), { text: ',\n)' }];
}

/** A function with its name, in one line or with its parameters below each other. */
export function writeSignature(name: string, signature: Signature): TypePart[] {
  const generic = (signature.typeParameters ?? []).map((one) => one.name).join(', ');
  const write = (isBroken: boolean): TypePart[] => [
    { text: generic === '' ? name : `${name}<${generic}>` },
    ...writeParameters(signature, isBroken),
    { text: ': ' },
    ...writeType(signature.type),
  ];
  const short = write(false);
  return lengthOf(short) > LINE ? write(true) : short;
}
