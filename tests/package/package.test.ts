import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join, posix, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { rolldown } from 'rolldown';
import ts from 'typescript';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ApiSymbol, describeApi } from '../../src/components/package/describe-api.ts';
import type { Catalogue, Limit } from '../../src/core/catalogue.ts';
import { readContentVersion } from '../../src/io/content-version.ts';
import { listImports } from '../../src/io/package/build-modules.ts';
import { readDeclarations } from '../../src/io/package/read-api.ts';
import { readRealContent } from '../fixtures/real-content.ts';
import { runScript, type ScriptRun } from '../fixtures/run-script.ts';
import { installPackage, type InstalledPackage } from './installed-package.ts';

const README = readFileSync('src/package/README.md', 'utf8');

/** Programs of the README with what it says they print. */
const EXAMPLES = [...README.matchAll(/^```js\n([^]*?)^```\n\n```text\n([^]*?)^```$/gm)].map(
  ([, program = '', printed = '']) => ({ program, printed }),
);
const TYPED = /^```ts\n([^]*?)^```$/m.exec(README)?.[1] ?? '';

/** The first Node 20 on the path, the oldest that the package promises. */
const NODE_20 = (process.env['PATH'] ?? '')
  .split(delimiter)
  .map((folder) => join(folder, 'node'))
  .find(
    (node) =>
      existsSync(node) &&
      (spawnSync(node, ['--version'], { encoding: 'utf8' }).stdout || '').startsWith('v20.'),
  );

let work = '';
let script: ScriptRun;
let installed: InstalledPackage;

/** Made once: `scripts/compare-builds.ts` makes it twice and compares. */
beforeAll(async () => {
  work = mkdtempSync(join(tmpdir(), 'dark-portals-tarball-'));
  script = await runScript('scripts/pack.ts', ['--out', work]);
  installed = await installPackage(script.out.trim());
});
afterAll(() => {
  installed.remove();
  rmSync(work, { recursive: true, force: true });
});

const sources = (): string[] => installed.files.filter((file) => /\.(?:js|d\.ts)$/.test(file));

describe('the tarball', () => {
  it('is made by the command, which prints its path and nothing else', () => {
    expect(script.code, script.err).toBe(0);
    expect(script.out).toBe(`${work}/dark-portals-${installed.manifest.version}.tgz\n`);
  });
  it('has the name and version of the project, and ranges of dependencies from it', () => {
    const root = JSON.parse(readFileSync('package.json', 'utf8')) as InstalledPackage['manifest'];
    const { name, version, dependencies, exports, private: isPrivate } = installed.manifest;
    expect({ name, version, isPrivate }).toEqual({ name: root.name, version: root.version });
    for (const [dependency, range] of Object.entries(dependencies))
      expect(range, dependency).toBe(root.dependencies[dependency]);
    for (const target of Object.values(exports))
      for (const file of typeof target === 'string' ? [] : [target.types, target.default])
        expect(installed.files).toContain(file.slice(2));
    expect(installed.files).toEqual(
      expect.arrayContaining(['LICENSE', 'LICENSE-DATA', 'README.md']),
    );
  });
  it('imports its own files, its declared dependencies and, for the data, Node', () => {
    const declared = Object.keys(installed.manifest.dependencies);
    const used = new Set<string>();
    for (const file of sources()) {
      for (const specifier of listImports(installed.read(file))) {
        if (specifier.startsWith('.')) {
          const target = posix.join(posix.dirname(file), specifier);
          const isThere = installed.files.includes(
            file.endsWith('.d.ts') ? target.replace(/\.js$/, '.d.ts') : target,
          );
          expect(isThere, `${file} imports ${specifier}`).toBe(true);
        } else if (specifier.startsWith('node:')) expect(file).toBe('lib/package/data.js');
        else {
          expect(declared, `${file} imports ${specifier}`).toContain(specifier);
          used.add(specifier);
        }
      }
    }
    expect([...used].sort()).toEqual(declared.toSorted());
  });
  it('says nothing of the machine it was made on', () => {
    const places = [resolve('.'), tmpdir() + '/', dirname(process.execPath)];
    for (const file of installed.files) {
      const text = installed.read(file);
      for (const place of places) expect(text.includes(place), `${file}: ${place}`).toBe(false);
    }
  });
});

describe('the README', () => {
  it('has an example for each entry', () => {
    const programs = EXAMPLES.map(({ program }) => program).join('') + TYPED;
    expect(EXAMPLES).toHaveLength((README.match(/^```js$/gm) ?? []).length);
    for (const entry of [
      "'dark-portals'",
      "'dark-portals/data'",
      "'dark-portals/recast'",
      "'dark-portals/figure'",
    ])
      expect(programs).toContain(`from ${entry}`);
  });
  it.each(EXAMPLES.map((example, i) => ({ i, ...example })))(
    'says what its example $i prints',
    ({ i, program, printed }) => {
      expect(runExample(process.execPath, i, program)).toBe(printed);
    },
  );
  it.skipIf(NODE_20 === undefined)(
    `says what its examples print on the oldest Node too${NODE_20 === undefined ? ' (skipped: no Node 20 on the path)' : ''}`,
    () => {
      // One process for all: what takes time is to load the catalogue.
      const files = EXAMPLES.map(({ program }, i) => writeExample(i, program));
      const program = files.map((file) => `await import(${JSON.stringify(file)});`).join('\n');
      const printed = EXAMPLES.map((example) => example.printed).join('');
      expect(runExample(NODE_20 ?? '', EXAMPLES.length, program)).toBe(printed);
    },
  );
  it.each(['NodeNext', 'Bundler'] as const)(
    'has a typed example that compiles with moduleResolution %s',
    (resolution) => {
      writeFileSync(join(installed.project, 'example.mts'), TYPED);
      writeFileSync(join(installed.project, 'wrong.mts'), TYPED.replace('1, 1e-3', "1, '1e-3'"));
      expect(compile(['example.mts', 'wrong.mts'], resolution)).toEqual([
        expect.stringMatching(/^wrong\.mts: .*type 'string' is not assignable/),
      ]);
    },
  );
});

function writeExample(i: number, program: string): string {
  const file = join(installed.project, `example-${String(i)}.mjs`);
  writeFileSync(file, program);
  return file;
}

const runExample = (node: string, i: number, program: string): string =>
  execFileSync(node, [writeExample(i, program)], {
    cwd: installed.project,
    encoding: 'utf8',
    env: {},
  });

/** Libraries and declarations of packages, parsed once for all programs. */
const parsed = new Map<string, ts.SourceFile | undefined>();

/** What the compiler says of files of the project, declarations of packages included unless they are left out. */
function compile(
  files: readonly string[],
  resolution: 'NodeNext' | 'Bundler',
  { skipLibCheck = false }: { skipLibCheck?: boolean } = {},
): string[] {
  const isNode = resolution === 'NodeNext';
  const options: ts.CompilerOptions = {
    strict: true,
    noEmit: true,
    target: ts.ScriptTarget.ES2023,
    module: isNode ? ts.ModuleKind.NodeNext : ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind[resolution],
    skipDefaultLibCheck: true,
    skipLibCheck,
    allowImportingTsExtensions: true,
    types: [],
  };
  const host = ts.createCompilerHost(options);
  const parse = host.getSourceFile.bind(host);
  host.getSourceFile = (file, ...rest) => {
    if (!/[\\/]lib\.[\w.]+\.d\.ts$/.test(file)) return parse(file, ...rest);
    if (!parsed.has(file)) parsed.set(file, parse(file, ...rest));
    return parsed.get(file);
  };
  const program = ts.createProgram(
    files.map((file) => join(installed.project, file)),
    options,
    host,
  );
  return ts
    .getPreEmitDiagnostics(program)
    .map(
      ({ file, messageText }) =>
        `${posix.basename(file?.fileName ?? '')}: ${ts.flattenDiagnosticMessageText(messageText, '\n')}`,
    );
}

describe('the types', () => {
  it('are those that the schemas infer, though they are written without Zod', () => {
    const schema = resolve('src/core/schema/index.ts');
    const names = ['LimitMeta', 'Plane', 'Quantity', 'Reference', 'Search', 'Column', 'Shape'];
    const check = (name: string, own: string): string =>
      `export const ${name}: Same<${own}, schema.${name}> = true;`;
    const head = [
      `import type * as schema from '${schema}';`,
      `import type * as own from 'dark-portals';`,
      `type Same<A, B> = [A] extends [B] ? ([B] extends [A] ? true : false) : false;`,
    ];
    writeFileSync(
      join(installed.project, 'same.ts'),
      [
        ...head,
        ...names.map((name) => check(name, `own.${name}`)),
        `export const wrong: Same<Omit<own.LimitMeta, 'plane'>, schema.LimitMeta> = true;`,
      ].join('\n'),
    );
    // Zod's declarations are many, and not what is in question.
    const faults = compile(['same.ts'], 'Bundler', { skipLibCheck: true });
    expect(faults).toEqual([expect.stringContaining("'true' is not assignable to type 'false'")]);
    expect(names.every((name) => installed.read('lib/package/index.d.ts').includes(name))).toBe(
      true,
    );
  });
});

describe('the data', () => {
  it('are the catalogue as it is read from the content, to the last digit', async () => {
    const { catalogue } = await readRealContent();
    const { loadCatalogue } = await importInstalled<{ loadCatalogue: () => Catalogue }>('data');
    const own = loadCatalogue();
    expect(Object.keys(own).sort()).toEqual(Object.keys(catalogue).sort());
    for (const kind of Object.keys(catalogue) as (keyof Catalogue)[]) {
      expect([...own[kind].keys()], kind).toEqual([...catalogue[kind].keys()]);
      if (kind === 'limits') continue;
      expect([...own[kind].values()], kind).toEqual([...catalogue[kind].values()]);
    }
    for (const [id, limit] of catalogue.limits) {
      const found = own.limits.get(id);
      expect(withoutTable(found), id).toEqual(withoutTable(limit));
      expect(found?.table.text === limit.table.text, id).toBe(true);
      expect(found?.table.columns, id).toEqual(limit.table.columns);
      // Maps of a hundred thousand cells are read by the same code as all others.
      if (limit.table.length > 20_000) continue;
      expect(found?.table.numbers, id).toEqual(limit.table.numbers);
      expect(found?.table.words, id).toEqual(limit.table.words);
    }
  });
  it('have the combined limits and the version', async () => {
    const { catalogue } = await readRealContent();
    for (const plane of catalogue.planes.keys()) {
      const text = readFileSync(`content/combined/${plane}.json`, 'utf8');
      expect(installed.read(`data/combined/${plane}.json`) === text, plane).toBe(true);
    }
    const { loadVersion, loadCombined } = await importInstalled<{
      loadVersion: () => unknown;
      loadCombined: (plane: string) => { plane: string };
    }>('data');
    expect(loadVersion()).toEqual(readContentVersion('.').version);
    expect(loadCombined('dark-photon-visible').plane).toBe('dark-photon-visible');
    expect(() => loadCombined('dark-photon-visable')).toThrow(/no plane "dark-photon-visable"/);
  });
});

const withoutTable = (limit: Limit | undefined): unknown => ({ ...limit, table: undefined });

const importInstalled = async <T>(entry: string): Promise<T> =>
  (await import(
    /* @vite-ignore */ pathToFileURL(join(installed.folder, `lib/package/${entry}.js`)).href
  )) as T;

describe('the reference', () => {
  it('says of every public name what it means', async () => {
    const symbols = await listSymbols();
    expect(symbols.length).toBeGreaterThan(200);
    expect(symbols.filter(({ docs }) => docs === '').map(({ name }) => name)).toEqual([]);
  });
  it('links every type of the package that is public, and names few that are not', async () => {
    const symbols = await listSymbols();
    const ids = new Set(symbols.map(({ id }) => id));
    const parts = symbols.flatMap(({ code, members }) => [
      ...code,
      ...members.flatMap(({ type }) => type),
    ]);
    const linked = parts.flatMap(({ target }) => target ?? []);
    expect(linked.length).toBeGreaterThan(300);
    expect(linked.filter((target) => !ids.has(target))).toEqual([]);
    const own = installed.files
      .filter((file) => file.endsWith('.d.ts'))
      .map(installed.read)
      .join('');
    const hidden = parts
      .filter(({ text, target }) => target === undefined && /^[A-Z]\w+$/.test(text))
      .filter(({ text }) => new RegExp(`(?:interface|type) ${text}\\b`).test(own));
    // What `prepareLimits` gives is for `recastLimit`, a scene for the site's own pages, a repair for its check.
    expect([...new Set(hidden.map(({ text }) => text))].sort()).toEqual([
      'DumpPoint',
      'Entries',
      'FigureHistory',
      'HadronSample',
      'LuminositySample',
      'MapPoint',
      'Milestone',
      'Primitive',
      'PromptPoint',
      'Repair',
      'Scene',
    ]);
  });
});

let reference: Promise<readonly ApiSymbol[]> | undefined;

/** Everything that the pages of the package show. */
const listSymbols = (): Promise<readonly ApiSymbol[]> =>
  (reference ??= readDeclarations(installed.folder).then((api) =>
    describeApi(api).flatMap(({ groups }) => groups.flatMap(({ symbols }) => symbols)),
  ));

describe('a bundle', () => {
  it('of the value of a limit has neither validators nor combinations in it', async () => {
    const { modules, bytes } = await bundle("export { readValueAt } from 'dark-portals';");
    expect(modules).toContain('core/curve/value-at.js');
    expect(
      modules.filter((path) => /zod|yaml|lint|martinez|combine|recast|figure/.test(path)),
    ).toEqual([]);
    expect(bytes).toBeLessThan(16_000);
  });
  it('of a combination has what that needs', async () => {
    const { modules } = await bundle("export { describeCombination } from 'dark-portals';");
    expect(modules.filter((path) => path.includes('martinez'))).not.toEqual([]);
    expect(modules.filter((path) => /zod|yaml|lint|recast|figure/.test(path))).toEqual([]);
  });
});

/** Modules whose code is in the bundle of a program, by their path in the package, and its size. */
async function bundle(program: string): Promise<{ modules: string[]; bytes: number }> {
  const input = join(installed.project, 'bundled.mjs');
  writeFileSync(input, program);
  const made = await rolldown({ input, cwd: installed.project, platform: 'browser' });
  const { output } = await made.generate({ minify: true });
  await made.close();
  const modules = Object.entries(output[0].modules)
    .filter(([, { renderedLength }]) => renderedLength > 0)
    .map(([path]) => path.replace(/^.*?dark-portals\/lib\//, ''));
  return { modules, bytes: output[0].code.length };
}
