import ts from 'typescript';
import { compareText } from '../../core/message.ts';

/*
 * The types that schemas infer, written out. What `z.infer` gives is only readable by who has Zod, and the package
 * needs none of it when it runs: its types are plain, with the schemas' own words on every field.
 */

/** Types by the name that schemas export them under, with the file that does. */
export type NamedTypes = ReadonlyMap<ts.Type, { readonly name: string; readonly file: string }>;

/** A name stands for an object or a choice of words, never for just any text or number. */
const isWorthAName = (type: ts.Type): boolean =>
  (type.flags & (ts.TypeFlags.Object | ts.TypeFlags.Union)) !== 0;

/** Every type that the files export under a name of its own. */
export function nameTypes(files: readonly ts.SourceFile[], checker: ts.TypeChecker): NamedTypes {
  const named = new Map<ts.Type, { name: string; file: string }>();
  for (const file of files) {
    for (const alias of file.statements.filter(ts.isTypeAliasDeclaration)) {
      const type = checker.getTypeAtLocation(alias.name);
      if (isWorthAName(type) && !named.has(type))
        named.set(type, { name: alias.name.text, file: file.fileName });
    }
  }
  return named;
}

/**
 * The declarations of a schema file with every type written out: its type aliases, and nothing of its values.
 * @param specifierOf how another schema file is imported from this one
 */
export function writePlainTypes(
  file: ts.SourceFile,
  named: NamedTypes,
  checker: ts.TypeChecker,
  specifierOf: (other: string) => string,
): string {
  const printer = new TypePrinter(file.fileName, named, checker);
  const aliases = file.statements.filter(ts.isTypeAliasDeclaration).map((alias) => {
    const type = checker.getTypeAtLocation(alias.name);
    const docs = readDocs(alias) || readDocs(findSchema(file, alias.name.text));
    const text = printer.define(type, alias.name.text);
    return text.startsWith('{') && text.endsWith('}') && !text.includes('} | ')
      ? `${docs}export interface ${alias.name.text} ${text}\n`
      : `${docs}export type ${alias.name.text} = ${text};\n`;
  });
  const imports = [...printer.imports].map(
    ([other, names]) =>
      `import type { ${[...names].sort().join(', ')} } from '${specifierOf(other)}';\n`,
  );
  return [...imports, ...aliases].join('');
}

/** The schema that a type is inferred from goes by the same name, and it is the one with the words. */
const findSchema = (file: ts.SourceFile, name: string): ts.Node | undefined =>
  file.statements
    .filter(ts.isVariableStatement)
    .find(({ declarationList: { declarations } }) =>
      declarations.some((one) => ts.isIdentifier(one.name) && one.name.text === name),
    );

/** The comment above a declaration as written. */
function readDocs(node: ts.Node | undefined): string {
  if (node === undefined) return '';
  const text = node.getSourceFile().text;
  const comment = ts.getLeadingCommentRanges(text, node.pos)?.at(-1);
  if (comment === undefined) return '';
  const own = text.slice(comment.pos, comment.end);
  return own.startsWith('/**') ? `${own}\n` : '';
}

const indent = (lines: string): string => lines.replaceAll(/^(?=.)/gm, '  ');

class TypePrinter {
  readonly imports = new Map<string, Set<string>>();
  readonly #file: string;
  readonly #named: NamedTypes;
  readonly #checker: ts.TypeChecker;

  constructor(file: string, named: NamedTypes, checker: ts.TypeChecker) {
    this.#file = file;
    this.#named = named;
    this.#checker = checker;
  }

  /** What a name stands for; where it is another name for a type that has one, that name. */
  define(type: ts.Type, name: string): string {
    const known = this.#named.get(type);
    return known !== undefined && (known.name !== name || known.file !== this.#file)
      ? this.#print(type)
      : this.#expand(type);
  }

  #print(type: ts.Type): string {
    const known = this.#named.get(type);
    if (known === undefined) return this.#expand(type);
    if (known.file !== this.#file) {
      const names = this.imports.get(known.file) ?? new Set();
      this.imports.set(known.file, names.add(known.name));
    }
    return known.name;
  }

  #expand(type: ts.Type): string {
    const checker = this.#checker;
    if (type.isUnion()) return this.#writeUnion(type);
    if (checker.isTupleType(type)) {
      const members = checker.getTypeArguments(type as ts.TypeReference);
      return `[${members.map((member) => this.#print(member)).join(', ')}]`;
    }
    if (checker.isArrayType(type)) {
      const [member] = checker.getTypeArguments(type as ts.TypeReference);
      const text = member === undefined ? 'unknown' : this.#print(member);
      return / [|&] /.test(text) && !text.startsWith('{') ? `(${text})[]` : `${text}[]`;
    }
    if ((type.flags & ts.TypeFlags.Object) !== 0) return this.#writeObject(type);
    return checker.typeToString(type, undefined, ts.TypeFormatFlags.NoTruncation);
  }

  /** A choice of which part has a name (the rest is `undefined`) keeps the name. */
  #writeUnion(type: ts.UnionType): string {
    const rest = this.#checker.getNonNullableType(type);
    if (rest !== type) return `${this.#print(rest)} | undefined`;
    const isFlag = (member: ts.Type): boolean => (member.flags & ts.TypeFlags.BooleanLiteral) !== 0;
    const parts = type.types.filter((member) => !isFlag(member)).map((one) => this.#print(one));
    const flags = type.types.filter(isFlag);
    if (flags.length === 2) parts.push('boolean');
    else parts.push(...flags.map((flag) => this.#checker.typeToString(flag)));
    // The compiler orders words by when it first met them.
    if (type.types.every((member) => member.isStringLiteral())) parts.sort(compareText);
    return parts.join(' | ');
  }

  #writeObject(type: ts.Type): string {
    const checker = this.#checker;
    const index = checker
      .getIndexInfosOfType(type)
      .map((info) => `[key: ${checker.typeToString(info.keyType)}]: ${this.#print(info.type)};\n`);
    const fields = checker.getPropertiesOfType(type).map((field) => {
      const words = ts.displayPartsToString(field.getDocumentationComment(checker));
      const docs = words === '' ? '' : `/** ${words.replaceAll('\n', '\n * ')} */\n`;
      const isOptional = (field.flags & ts.SymbolFlags.Optional) !== 0;
      const name = /^[A-Za-z_$][\w$]*$/.test(field.name) ? field.name : JSON.stringify(field.name);
      return `${docs}${name}${isOptional ? '?' : ''}: ${this.#print(checker.getTypeOfSymbol(field))};\n`;
    });
    return `{\n${indent([...index, ...fields].join(''))}}`;
  }
}
