import { spawn, spawnSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import type { Page } from '@playwright/test';
import { expect, test } from '@playwright/test';
import { PAGES } from './page-kinds.ts';
import { readClipboard } from './read-clipboard.ts';

/** The address that a site built without SITE_URL says of itself. */
const BUILT_FOR = 'http://localhost:4321';

/** How each language is run, and what has to be on the machine. */
const RUNNERS = [
  {
    language: 'sh',
    needs: 'curl and jq',
    command: ['sh'],
    probe: ['sh', '-c', 'curl -V && jq -V'],
  },
  { language: 'py', needs: 'python3', command: ['python3'], probe: ['python3', '-V'] },
  {
    language: 'pandas.py',
    needs: 'pandas',
    command: ['python3'],
    probe: ['python3', '-c', 'import pandas'],
  },
  { language: 'mjs', needs: 'node', command: [process.execPath], probe: [process.execPath, '-v'] },
  {
    language: 'R',
    needs: 'R and jsonlite',
    command: ['Rscript'],
    probe: ['Rscript', '-e', 'library(jsonlite)'],
  },
] as const;

const TASKS = ['one-limit', 'combined', 'everything'] as const;

const canRun = ([program, ...args]: readonly [string, ...string[]]): boolean =>
  spawnSync(program, args, { stdio: 'ignore' }).status === 0;

/** What a program prints; it may take half a minute. */
function run(program: string, args: readonly string[], folder: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { cwd: folder, timeout: 30_000 });
    let [out, err] = ['', ''];
    child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (err += chunk.toString()));
    child.on('error', reject);
    child.on('close', (code) => {
      if (code === 0) resolve(out);
      else reject(new Error(`exit ${String(code)}: ${err}`));
    });
  });
}

const readText = async (page: Page, id: string): Promise<string> =>
  (await page.locator(`[id="${id}"]`).textContent()) ?? '';

let folder: string;

test.beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dark-portals-examples-'));
});

test.afterAll(() => rm(folder, { recursive: true }));

for (const { language, needs, command, probe } of RUNNERS) {
  for (const task of TASKS) {
    test(`the example ${task}.${language} prints what the page says (needs ${needs})`, async ({
      page,
      baseURL,
    }) => {
      test.skip(!canRun(probe), `${needs} not on this machine`);
      await page.goto(PAGES.data);
      const program = await readText(page, `${task}.${language}`);
      expect(program).toContain(BUILT_FOR);
      const file = join(folder, `${task}.${language}`);
      await writeFile(file, program.replaceAll(BUILT_FOR, baseURL ?? ''));
      const [interpreter, ...args] = command;
      const printed = await run(interpreter, [...args, file], folder);
      expect(printed.trimEnd()).toBe(await readText(page, `${task}.${language}-output`));
      expect(printed.trim()).not.toBe('');
    });
  }
}

test('the scan in SQL finds what the page says, with DuckDB', async ({ page, request }) => {
  await page.goto(PAGES.data);
  const table = await request.get('/api/v1/exclusion.parquet');
  expect(table.status()).toBe(200);
  await writeFile(join(folder, 'exclusion.parquet'), await table.body());
  // Reading over HTTP is an extension that DuckDB would load from the network.
  const sql = (await readText(page, 'scan.sql')).replaceAll(`${BUILT_FOR}/api/v1/`, `${folder}/`);
  expect(sql).toContain(`${folder}/exclusion.parquet`);
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  const statements = await connection.extractStatements(sql);
  for (let i = 0; i < statements.count - 1; i++) await (await statements.prepare(i)).run();
  const last = await statements.prepare(statements.count - 1);
  const rows = (await last.runAndReadAll()).getRowsJson();
  connection.closeSync();
  expect(rows.length).toBeGreaterThan(1);
  expect(rows.map((row) => row.map(String).join(' | ')).join('\n')).toBe(
    await readText(page, 'scan.sql-output'),
  );
  // The statement is the one that engines are given as a file, below its comments.
  const file = await (await request.get('/api/v1/exclusion.sql')).text();
  const squeeze = (text: string): string => text.replaceAll(/\s+/g, ' ').trim();
  const statement = squeeze(file.slice(file.lastIndexOf('SELECT DISTINCT')));
  expect(statement.length).toBeGreaterThan(200);
  expect(squeeze(await readText(page, 'scan.sql'))).toContain(statement);
});

test('one choice of a language holds for all examples, also without JavaScript', async ({
  browser,
  baseURL,
}) => {
  const context = await browser.newContext({
    javaScriptEnabled: false,
    baseURL: baseURL ?? '',
  });
  const page = await context.newPage();
  await page.goto(PAGES.data);
  const shown = page.locator('.example:visible');
  await expect(shown).toHaveCount(TASKS.length);
  await page.getByRole('radio', { name: 'R, jsonlite', exact: true }).check();
  await expect(shown).toHaveCount(TASKS.length);
  for (const example of await shown.all()) {
    await expect(example).toHaveAttribute('data-language', 'R');
  }
  await expect(page.getByRole('button', { name: 'Copy' })).toHaveCount(0);
  await context.close();
});

test('a program can be copied as it stands', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-write']);
  await page.goto(PAGES.data);
  await page.locator('.code-block:visible').first().getByRole('button', { name: 'Copy' }).click();
  await expect.poll(() => readClipboard(page)).toBe(await readText(page, 'one-limit.pandas.py'));
});

test('wide programs scroll inside themselves on a phone', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 700 });
  await page.goto(PAGES.data);
  const { overflow, inner } = await page.evaluate(() => ({
    overflow: document.documentElement.scrollWidth - window.innerWidth,
    inner: [...document.querySelectorAll('.code-block pre')].filter(
      (pre) => pre.scrollWidth > pre.clientWidth,
    ).length,
  }));
  expect(overflow).toBeLessThanOrEqual(0);
  expect(inner).toBeGreaterThan(0);
});
