import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, test } from '@playwright/test';
import type { Locator, Page } from '@playwright/test';
import { strFromU8, unzipSync } from 'fflate';
import type { DpFigure } from '../../src/components/figure/dp-figure.ts';
import type { Limit } from '../../src/core/catalogue.ts';
import type { Message } from '../../src/core/message.ts';
import { checkContent } from '../../src/io/check-content.ts';
import { listNewErrors } from '../../src/io/write-contribution.ts';
import { PAGES } from './page-kinds.ts';
import { makeAxe } from './make-axe.ts';

/** A made-up result: only the form of a record is tested, and nothing of it is ever published. */
const BIBTEX = `@article{Newcomer:2024abc,
    author = "Newcomer, A. and Other, B.",
    title = "{A search with a made-up result}",
    eprint = "2401.01234",
    archivePrefix = "arXiv",
    primaryClass = "hep-ex",
    year = "2024"
}`;
const CURVE = '# m [MeV]  epsilon\n10  3.1e-5\n20  4.2e-5\n40  7.9e-5\n80  1.6e-4\n';

/** Opens the form; what goes wrong in the browser, and what leaves it, fails the test at its end. */
async function open(page: Page): Promise<Locator> {
  const wrong: string[] = [];
  const home = String(test.info().project.use.baseURL);
  page.on('console', (message) => {
    if (message.type() === 'error') wrong.push(message.text());
  });
  page.on('pageerror', (error) => wrong.push(error.message));
  page.on('request', (request) => {
    const isOwn = /^(?:blob:|data:)/u.test(request.url()) || request.url().startsWith(home);
    if (!isOwn || request.method() !== 'GET') wrong.push(`${request.method()} ${request.url()}`);
  });
  await page.goto(PAGES['contribution form']);
  watched.set(page, wrong);
  return page.locator('contribute-form');
}
const watched = new Map<Page, readonly string[]>();

test.afterEach(({ page }) => {
  expect(watched.get(page) ?? []).toEqual([]);
  watched.delete(page);
});

const drop = async (form: Locator, name: string, content: string | Uint8Array): Promise<void> => {
  const data = [...Buffer.from(content)];
  await form.locator('[name="file"]').evaluate(
    (input: HTMLInputElement, [fileName, bytes]) => {
      const transfer = new DataTransfer();
      transfer.items.add(new File([new Uint8Array(bytes)], fileName));
      input
        .closest('.contribute-drop')
        ?.dispatchEvent(
          new DragEvent('drop', { dataTransfer: transfer, bubbles: true, cancelable: true }),
        );
    },
    [name, data] as const,
  );
};

/** Folders of the repository that a contribution names; other limits and the prose would only take time. */
const NAMED = [
  'quantities',
  'planes',
  'experiments',
  'facilities',
  'methods',
  'models',
  'glossary',
];

/** What `npm run check` says of the files laid over the repository, and would not say without them. */
async function checkInRepository(
  files: readonly { readonly path: string; readonly text: string }[],
): Promise<{ readonly errors: readonly Message[]; readonly limit: Limit | undefined }> {
  const root = await mkdtemp(join(tmpdir(), 'contribute-'));
  try {
    for (const folder of NAMED)
      await cp(join('content', folder), join(root, folder), { recursive: true });
    await cp('content/references.bib', join(root, 'references.bib'));
    const before = await checkContent(root);
    for (const { path, text } of files) {
      await mkdir(dirname(join(root, path)), { recursive: true });
      await writeFile(join(root, path), text);
    }
    const { messages, catalogue } = await checkContent(root);
    const limit = [...catalogue.limits.values()][0];
    return { errors: listNewErrors(before.messages, messages), limit };
  } finally {
    await rm(root, { recursive: true });
  }
}

/** Everything that a paper says, as a person enters it. */
async function fillFacts(form: Locator): Promise<void> {
  await form.getByLabel('BibTeX, where the paper is new here').fill(BIBTEX);
  await form.getByLabel('Title of the result').fill('Missing energy of electrons on a target');
  await form.getByLabel('Experiment', { exact: true }).selectOption('na64');
  await form.getByLabel('Status').selectOption('observed');
  await form.getByLabel('Derived by').selectOption('collaboration');
  await form.getByLabel('Excluded side').selectOption('above');
  await form.getByLabel('Signature').selectOption('invisible');
  await form.getByLabel('Lifetime assumed').selectOption('any');
  await form.getByLabel('Confidence level').fill('90 %');
  await form.getByLabel('Masses according to the paper [GeV]').fill('0.01 to 0.08');
  await form.getByLabel('Numbers are').selectOption('digitised');
  await form.getByLabel('Figure or table of the paper').fill('Fig. 4');
}

test('a newcomer goes from two columns to an archive that passes the check of the repository', async ({
  page,
}) => {
  const form = await open(page);
  await form.getByLabel('Find a plane by its words').fill('dark photon invisibly');
  await form.getByLabel('Plane', { exact: true }).selectOption('dark-photon-invisible');
  await form
    .getByLabel('Choose a file, or drop it here')
    .setInputFiles({ name: 'curve.txt', mimeType: 'text/plain', buffer: Buffer.from(CURVE) });
  await expect(form.locator('[data-part="understood"]')).toContainText('MeV');
  await expect(form.locator('[data-part="rows"] tbody tr')).toHaveCount(4);
  const figure = form.locator('dp-figure');
  await figure.scrollIntoViewIfNeeded();
  await expect(figure).toHaveClass(/is-interactive/u, { timeout: 20_000 });
  const own = await figure.evaluate((element) => (element as DpFigure).mounted?.model.own[0]?.mark);
  expect(own?.kind === 'segments' && own.segments[0]?.[0]).toEqual([0.01, 3.1e-5]);
  await expect(form.locator('[data-part="compared"]')).toContainText(
    /combined laboratory limit|excluded/u,
  );

  await form.getByRole('button', { name: 'Check everything' }).click();
  const summary = form.locator('[data-part="summary"]');
  await expect(summary).toBeFocused();
  await summary.getByRole('link', { name: 'Title of the result' }).click();
  await expect(form.getByLabel('Title of the result')).toBeFocused();
  await expect(form.locator('#contribute-title-fault')).toContainText('Still open');
  await fillFacts(form);
  await form.getByRole('button', { name: 'Check everything' }).click();
  await expect(form.getByRole('heading', { name: 'Ready' })).toBeFocused({ timeout: 20_000 });

  const download = page.waitForEvent('download');
  await form.getByRole('button', { name: 'Download the folder' }).click();
  const archive = await download;
  expect(archive.suggestedFilename()).toBe('na64-2024-dark-photon-invisible.zip');
  const unpacked = Object.entries(unzipSync(await readFile(await archive.path()))).map(
    ([path, bytes]) => ({ path: path.replace(/^content\//u, ''), text: strFromU8(bytes) }),
  );
  expect(unpacked.map(({ path }) => path).sort()).toEqual([
    'limits/vector/na64-2024-dark-photon-invisible.csv',
    'limits/vector/na64-2024-dark-photon-invisible.yaml',
    'references.bib',
  ]);
  const { errors, limit } = await checkInRepository(unpacked);
  expect(errors).toEqual([]);
  expect(limit?.table.length).toBe(4);
  // Nothing that was in the bibliography is lost.
  const before = await readFile('content/references.bib', 'utf8');
  const after = unpacked.find(({ path }) => path === 'references.bib')?.text ?? '';
  expect(after.length).toBeGreaterThan(before.length);
  expect(after.match(/^@/gmu)?.length).toBe((before.match(/^@/gmu)?.length ?? 0) + 1);

  await page.reload();
  await expect(form.getByLabel('Title of the result')).toHaveValue(/Missing energy/u);
  await expect(form.getByRole('heading', { name: 'Ready' })).toBeVisible({ timeout: 20_000 });
  await form.getByRole('button', { name: 'Clear the form' }).click();
  await expect(form.getByLabel('Title of the result')).toHaveValue('');
  await expect(form.getByRole('heading', { name: 'Ready' })).toBeHidden();
  expect(await page.evaluate(() => localStorage.getItem('contribute-form'))).toBeNull();
});

test('what the file does not say is asked, and the keyboard alone answers', async ({ page }) => {
  const form = await open(page);
  await form.getByLabel('Find a plane by its words').focus();
  await page.keyboard.type('dark photon invisibly');
  await page.keyboard.press('Enter');
  await expect(form.getByLabel('Plane', { exact: true })).toBeFocused();
  await expect(form.getByLabel('Plane', { exact: true })).toHaveValue('dark-photon-invisible');
  await form.getByText('or paste the numbers').focus();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  await expect(form.getByLabel('Numbers', { exact: true })).toBeFocused();
  await page.keyboard.insertText('1 3e-5\n2 4e-5\n5 5e-5\n');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  const questions = form.locator('[data-part="questions"] fieldset');
  await expect(questions.first()).toBeVisible();
  for (let i = 0; i < 6 && (await questions.count()) > 0; i++) {
    const decision = await questions.first().getAttribute('data-decision');
    const first = questions.first().locator('input, select').first();
    await first.focus();
    if ((await first.evaluate(({ tagName }) => tagName)) === 'SELECT')
      await page.keyboard.press('ArrowDown');
    else await page.keyboard.press('Space');
    await expect(
      form.locator(`[data-part="questions"] [data-decision="${decision ?? ''}"]`),
    ).toHaveCount(0);
  }
  await expect(questions).toHaveCount(0);
  await expect(form.locator('[data-part="compared"]')).not.toBeEmpty();
  // An answer can be taken back.
  await form.getByText('Read it differently').click();
  const unit = form.getByLabel('Unit of the masses');
  await expect(unit).not.toHaveValue('');
  await unit.selectOption('');
  await expect(questions).toHaveCount(1);
});

test('an e+e- result is asked for the page of its search', async ({ page }) => {
  const form = await open(page);
  await form.getByLabel('Plane', { exact: true }).selectOption('dark-photon-invisible');
  await drop(form, 'curve.txt', CURVE);
  await fillFacts(form);
  await form.getByLabel('Experiment', { exact: true }).selectOption('belle-2');
  const group = form.getByRole('group', { name: 'The page of the search' });
  await expect(group).toBeVisible();
  await group.getByLabel('Process, in LaTeX').fill("e^+ e^- \\to \\gamma A'");
  await group.getByLabel('Final state').fill('one photon');
  await group.getByLabel('Methods').selectOption(['recoil-mass']);
  await group.getByLabel('Backgrounds').fill('photons that are lost');
  await group.getByLabel('Limitations').fill('one trigger only');
  await form.getByRole('button', { name: 'Check everything' }).click();
  await expect(form.getByRole('heading', { name: 'Ready' })).toBeFocused({ timeout: 20_000 });
  await expect(form.locator('[data-part="files"]')).toContainText('content/searches/vector/');
});

test('hostile files give a sentence, are never run, and the page stays usable', async ({
  page,
}) => {
  const form = await open(page);
  await form.getByLabel('Plane', { exact: true }).selectOption('dark-photon-visible');
  const busy = form.locator('[data-part="busy"]');
  const problems = form.locator('[data-part="problems"], [data-part="busy"].is-fault');
  const refused = async (name: string, content: string | Uint8Array): Promise<string> => {
    await drop(form, name, content);
    await expect(busy).not.toHaveText('Reading…');
    await expect.poll(async () => (await problems.allTextContents()).join('')).not.toBe('');
    return (await problems.allTextContents()).join('');
  };
  const evil = '<img src=x onerror=window.hacked=1>';
  expect(await refused(`${evil}.txt`, `${evil}\n`)).toContain('onerror');
  expect(await refused('text.rtf', '{\\rtf1\\ansi 1 2\\par 3 4\\par}')).toMatch(/RTF|rich text/iu);
  expect(
    await refused('picture.png', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 1, 2, 3])),
  ).toMatch(/Found/u);
  expect(await refused('empty.txt', '')).toContain('is empty');
  expect(await refused('one.txt', '1\n2\n3\n')).toMatch(/Found/u);
  // 50 MB are made in the browser, and not even opened.
  await form.locator('[name="file"]').evaluate((input: HTMLInputElement) => {
    const transfer = new DataTransfer();
    transfer.items.add(new File([new Uint8Array(50_000_000)], 'large.txt'));
    input.files = transfer.files;
    input.dispatchEvent(new Event('change', { bubbles: true }));
  });
  await expect(busy).toContainText('large.txt has 50 MB');
  // A header with markup is text in the table and in every sentence.
  await drop(form, 'curve.txt', `${evil},value\n1,1e-3\n2,1e-3\n`);
  await expect(form.locator('[data-part="rows"]')).toContainText(evil);
  await form.getByLabel('Title of the result').fill(evil);
  await form
    .getByLabel('What a reader should know')
    .fill('</textarea><script>window.hacked=1</script>');
  await form.getByRole('button', { name: 'Check everything' }).click();
  await expect(form.locator('[data-part="summary"]')).toBeFocused();
  expect(await page.evaluate(() => 'hacked' in window)).toBe(false);
  expect(await form.locator('img').count()).toBe(0);
});

test('axe finds nothing in a form in use, in both themes, and 360 px do not scroll sideways', async ({
  page,
}) => {
  await page.setViewportSize({ width: 360, height: 740 });
  const form = await open(page);
  await form.getByLabel('Plane', { exact: true }).selectOption('dark-photon-invisible');
  await drop(form, 'curve.txt', '1 3e-5\n2 4e-5\n');
  await expect(form.locator('.contribute-question').first()).toBeVisible();
  await form.getByRole('button', { name: 'Check everything' }).click();
  await expect(form.locator('[data-part="summary"]')).toBeFocused();
  for (const theme of ['light', 'dark']) {
    await page.evaluate((name) => {
      document.documentElement.dataset['theme'] = name;
    }, theme);
    const axe = makeAxe(page).include('main').exclude('option');
    if (theme === 'dark') axe.withRules(['color-contrast']);
    const { violations } = await axe.analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`)).toEqual([]);
  }
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
});

test('the code of the form is loaded when somebody begins, and a refusing storage changes nothing', async ({
  page,
}) => {
  await page.addInitScript(() => {
    Object.defineProperty(window, 'localStorage', {
      get: () => {
        throw new DOMException('refused', 'SecurityError');
      },
    });
  });
  const loaded: string[] = [];
  page.on('request', (request) => {
    if (/form-session|catalogue\.json|chart/u.test(request.url())) loaded.push(request.url());
  });
  const form = await open(page);
  await page.waitForLoadState('networkidle');
  expect(loaded).toEqual([]);
  await form.getByLabel('Title of the result').fill('A title');
  await expect(form.locator('[data-part="verdict"]')).toContainText('still open');
  expect(loaded.length).toBeGreaterThan(1);
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });
  test('the page names the commands that do the same, and shows no dead form', async ({ page }) => {
    await page.goto(PAGES['contribution form']);
    await expect(page.locator('noscript pre')).toContainText('npm run new');
    await expect(page.locator('contribute-form')).toBeHidden();
  });
});
