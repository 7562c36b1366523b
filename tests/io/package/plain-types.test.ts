import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { nameTypes, writePlainTypes } from '../../../src/io/package/plain-types.ts';

const FILES: Readonly<Record<string, string>> = {
  '/common.ts': `
/** What is inferred stands for any mapped type. */
export type Infer<T> = { [K in keyof T]: T[K] };
/** A level. */
export type Level = Infer<{
  level: number;
  /** How sure. */
  note?: string | undefined;
}>;
`,
  '/limit.ts': `
import type { Infer, Level } from './common.ts';
/** The words of the schema. */
export const Limit = { level: 1 };
export type Limit = Infer<{ shape: 'line' | 'band'; levels: Infer<Level>[]; range: [number, number]; flag: boolean }>;
/** Two names. */
export type Kind = 'b' | 'a';
`,
};

/** The compiler over files in memory, without its library: these types need none of it. */
function write(name: string): string {
  const host = ts.createCompilerHost({});
  const options: ts.CompilerOptions = {
    noLib: true,
    strict: true,
    exactOptionalPropertyTypes: true,
    allowImportingTsExtensions: true,
    noEmit: true,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    module: ts.ModuleKind.ESNext,
  };
  const program = ts.createProgram(Object.keys(FILES), options, {
    ...host,
    fileExists: (file) => file in FILES,
    readFile: (file) => FILES[file],
    getSourceFile: (file, version) =>
      FILES[file] === undefined ? undefined : ts.createSourceFile(file, FILES[file], version),
  });
  const checker = program.getTypeChecker();
  const files = Object.keys(FILES).flatMap((file) => program.getSourceFile(file) ?? []);
  const file = files.find(({ fileName }) => fileName === name);
  if (file === undefined) throw new Error(`${name} is not there.`);
  return writePlainTypes(file, nameTypes(files, checker), checker, (other) => `.${other}`);
}

describe('plain types', () => {
  it('write out what is inferred, with the words of each field', () => {
    expect(write('/common.ts')).toContain(
      '/** A level. */\nexport interface Level {\n  level: number;\n  /** How sure. */\n  note?: string | undefined;\n}\n',
    );
  });
  it('take the words of a schema of the same name, and sort choices of words', () => {
    const text = write('/limit.ts');
    expect(text).toContain(
      '/** The words of the schema. */\nexport interface Limit {\n  shape: "band" | "line";',
    );
    expect(text).toContain('range: [number, number];\n  flag: boolean;\n}');
    expect(text).toContain('/** Two names. */\nexport type Kind = "a" | "b";\n');
    expect(text).not.toContain('const');
  });
});
