import { join, posix, relative, sep } from 'node:path';
import ts from 'typescript';
import { compareText } from '../../core/message.ts';
import { PackageError } from './package-error.ts';
import { nameTypes, writePlainTypes } from './plain-types.ts';

/** Entries of the package: the name behind `dark-portals` where there is one, and the module below `src/package`. */
export const ENTRIES = [
  { name: '.', module: 'index' },
  { name: './recast', module: 'recast' },
  { name: './figure', module: 'figure' },
  { name: './formats', module: 'formats' },
  { name: './data', module: 'data' },
] as const;

/** Folder of the modules inside the package. */
export const LIB = 'lib';

/** Where an entry's module is inside the package, without extension. */
export const entryPath = (module: string): string => `${LIB}/package/${module}`;

export interface BuildOptions {
  /** False leaves the types unchecked, where only the declarations are wanted. */
  readonly isChecked: boolean;
}

/**
 * The built modules of the package by their path in it: of every source that the entries reach, and no other, the
 * JavaScript and the declarations. Compiled for Node 20, without types of a browser, so that what runs there only
 * is an error here.
 * @throws {PackageError} with every error of the compiler
 */
export function buildModules(project: string, options: BuildOptions): ReadonlyMap<string, string> {
  const program = makeProgram(project);
  if (options.isChecked) requireSound(ts.getPreEmitDiagnostics(program), project);
  const src = join(project, 'src');
  const emitted = new Map<string, string>();
  const { diagnostics } = program.emit(undefined, (path, text) => {
    const isTypes = path.endsWith('.d.ts');
    emitted.set(posix.join(LIB, toPosix(relative(OUT, path))), isTypes ? nameBuilt(text) : text);
  });
  requireSound(diagnostics, project);
  for (const [path, text] of listPlainTypes(program, src)) emitted.set(path, text);
  return keepReached(emitted);
}

/** Nothing is written there: paths are taken relative to it. */
const OUT = join(sep, 'package-lib');

const toPosix = (path: string): string => path.split(sep).join('/');

function makeProgram(project: string): ts.Program {
  const read = ts.getParsedCommandLineOfConfigFile(
    join(project, 'tsconfig.json'),
    { noEmit: false, declaration: true, rewriteRelativeImportExtensions: true },
    {
      ...ts.sys,
      onUnRecoverableConfigFileDiagnostic: (fault) => {
        requireSound([fault], project);
      },
    },
  );
  if (read === undefined)
    throw new PackageError(
      `${join(project, 'tsconfig.json')} cannot be read; expected the configuration of the compiler`,
    );
  return ts.createProgram({
    rootNames: ENTRIES.map(({ module }) => join(project, 'src/package', `${module}.ts`)),
    options: {
      ...read.options,
      target: ts.ScriptTarget.ES2023,
      lib: ['lib.es2023.d.ts'],
      types: ['node'],
      skipLibCheck: true,
      rootDir: join(project, 'src'),
      outDir: OUT,
    },
  });
}

function requireSound(diagnostics: readonly ts.Diagnostic[], project: string): void {
  if (diagnostics.length === 0) return;
  const list = ts.formatDiagnostics(diagnostics, {
    getCanonicalFileName: (name) => name,
    getCurrentDirectory: () => project,
    getNewLine: () => '\n',
  });
  throw new PackageError(`the package does not compile for Node 20:\n${list.trimEnd()}`);
}

/** Declarations that import the built modules: the compiler renames them in JavaScript only. */
function nameBuilt(text: string): string {
  const imports = ts.preProcessFile(text, true, true).importedFiles;
  return imports
    .filter(({ fileName }) => fileName.startsWith('.'))
    .toSorted((a, b) => b.pos - a.pos)
    .reduce(
      (done, { fileName, pos, end }) =>
        done.slice(0, pos) +
        done.slice(pos, end + 1).replace(fileName, fileName.replace(/\.ts$/, '.js')) +
        done.slice(end + 1),
      text,
    );
}

/** Declarations of the schemas with their types written out, so that they need no Zod. */
function* listPlainTypes(program: ts.Program, src: string): Generator<[string, string]> {
  const checker = program.getTypeChecker();
  const folder = `${toPosix(join(src, 'core/schema'))}/`;
  const files = program
    .getSourceFiles()
    .filter(({ fileName }) => fileName.startsWith(folder) && !fileName.endsWith('/index.ts'));
  const named = nameTypes(files, checker);
  for (const file of files) {
    const name = file.fileName.slice(folder.length).replace(/\.ts$/, '');
    const text = writePlainTypes(file, named, checker, (other) =>
      `./${other.slice(folder.length)}`.replace(/\.ts$/, '.js'),
    );
    yield [`${LIB}/core/schema/${name}.d.ts`, text];
  }
}

/** The modules that the entries reach: JavaScript by JavaScript, declarations by declarations. */
function keepReached(emitted: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  const reached = new Map<string, string>();
  for (const extension of ['.js', '.d.ts']) {
    const queue = ENTRIES.map(({ module }) => entryPath(module) + extension);
    for (let path = queue.pop(); path !== undefined; path = queue.pop()) {
      if (reached.has(path)) continue;
      const text = emitted.get(path);
      if (text === undefined) throw new PackageError(`${path} is imported and was not compiled`);
      reached.set(path, text);
      for (const specifier of listImports(text)) {
        if (!specifier.startsWith('.')) continue;
        queue.push(posix.join(posix.dirname(path), specifier.replace(/\.js$/, extension)));
      }
    }
  }
  return new Map([...reached].sort(([a], [b]) => compareText(a, b)));
}

/** What a module imports, types too. */
export const listImports = (text: string): string[] =>
  ts.preProcessFile(text, true, true).importedFiles.map(({ fileName }) => fileName);
