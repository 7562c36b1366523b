import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Catalogue, Limit } from '../src/core/catalogue.ts';
import { describeReach } from '../src/core/contribute/describe-reach.ts';
import type { Draft, DraftSurroundings } from '../src/core/contribute/draft-limit.ts';
import { FACT_WORDS, flagOf, nameFact } from '../src/core/contribute/fact-words.ts';
import { normaliseBibtex } from '../src/core/contribute/normalise-bibtex.ts';
import { DECISION_NAMES } from '../src/core/contribute/parse-decision.ts';
import { readFact, SENTENCES } from '../src/core/contribute/parse-fact.ts';
import type { FactName } from '../src/core/contribute/parse-fact.ts';
import { tryDraft } from '../src/core/contribute/try-draft.ts';
import type { Attempt, Contribution } from '../src/core/contribute/try-draft.ts';
import { applyView } from '../src/core/figure/apply-view.ts';
import { buildLimitFigure } from '../src/core/figure/build-limit-figure.ts';
import { buildPlaneFigure } from '../src/core/figure/build-plane-figure.ts';
import { DEFAULT_VIEW } from '../src/core/figure/view.ts';
import { readSource } from '../src/core/import/read-source.ts';
import type { Decisions } from '../src/core/import/source.ts';
import type { Reference } from '../src/core/schema/index.ts';
import { buildDrawing } from '../src/figures/drawing.ts';
import { WIDE } from '../src/figures/layout.ts';
import { writeStandaloneSvg } from '../src/figures/standalone-svg.ts';
import { askContribution } from '../src/io/ask-contribution.ts';
import { checkContent } from '../src/io/check-content.ts';
import { combinePlane } from '../src/io/combined.ts';
import { Interrupted, Prompter } from '../src/io/prompter.ts';
import { countMessages, formatMessages } from '../src/io/report.ts';
import {
  checkContribution,
  ContributionError,
  listNewErrors,
  writeContribution,
} from '../src/io/write-contribution.ts';
import { readDecisionFlags, sayProblems } from './decision-flags.ts';
import { failUsage } from './usage.ts';

const FACTS = Object.keys(FACT_WORDS) as FactName[];

const EXAMPLE = `npm run new -- docs/examples/new-limit/figure-4.txt \\
  --plane dark-photon-visible --experiment belle-2 \\
  --reference 2601.00000 --bibtex docs/examples/new-limit/paper.bib \\
  --title "Example with made-up numbers: dark photon to muon pairs" \\
  --status observed --derived-by collaboration --confidence 0.9 \\
  --signature visible --lifetime prompt --channels mu+mu- \\
  --mass-range 0.3..5 --sqrt-s 10.58 --exposure "100 fb^-1" \\
  --method digitised --figure "Fig. 4" \\
  --mass-unit MeV --value-quantity epsilon-squared --value-scale log10 \\
  --process "e^+e^- \\to \\gamma A',\\ A' \\to \\mu^+\\mu^-" \\
  --final-state "photon and a muon pair" --methods bump-hunt \\
  --background "muon pairs with a photon from quantum electrodynamics" \\
  --limitation "the numbers are made up: this is an example"`;

const HELP = `npm run new -- [FILE…] [--FACT TEXT…]

Adds a limit: writes its facts (YAML), its numbers (CSV), the paper where it is new (BibTeX) and, for
an e⁺e⁻ search, its page (MDX); checks the content with them; and shows what they change. At a
terminal it asks for whatever is missing. Nothing is written unless the check passes; Ctrl-C leaves nothing.

FILE…  the numbers, in any form that npm run import reads

Facts, of which those that follow from others may be left out:
${FACTS.map((name) => describeFlag(`${flagOf(name)}${SENTENCES.has(name) ? '…' : ''}`, FACT_WORDS[name].words)).join('\n')}

What the numbers are, where the file leaves it open (npm run import -- --help explains each):
  ${DECISION_NAMES.map((name) => `--${flagOf(name)}`).join(' ')} --column ROLE=N…

The paper, where references.bib does not have it:
${describeFlag('bibtex', 'file with its BibTeX as INSPIRE gives it, or - for standard input')}
${describeFlag('compared', 'you have compared that record with the paper')}

Otherwise:
${describeFlag('picture', 'where the figure is written (SVG; default: a temporary folder)')}
${describeFlag('draft', 'write the files below that folder instead, checked or not')}
${describeFlag('root', 'another content folder (default: content)')}
${describeFlag('no-questions', 'ask nothing, also at a terminal')}

An example that works:

${EXAMPLE}

Exit code: 0 done, 1 something is missing or wrong, 2 the call is wrong.`;

function describeFlag(name: string, words: string): string {
  return `  --${name.padEnd(20)} ${words}`;
}

const { paths, flags, pasted, facts, decisions } = failUsage(readCall, HELP);
try {
  process.exitCode = await run();
} catch (error) {
  if (error instanceof Interrupted) fail('ended; nothing was written');
  if (error instanceof ContributionError) fail(error.message);
  throw error;
}

interface Call {
  /** Files with the numbers; none where a person is asked for them. */
  readonly paths: readonly string[];
  readonly flags: {
    readonly root: string;
    readonly draft: string | undefined;
    readonly picture: string | undefined;
    readonly isAsking: boolean;
  };
  readonly pasted: readonly Reference[];
  readonly facts: Contribution['facts'];
  readonly decisions: Decisions;
}

function readCall(): Call {
  const texts = [...FACTS, ...DECISION_NAMES].map((name) => [
    flagOf(name),
    { type: 'string', multiple: true } as const,
  ]);
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      ...(Object.fromEntries(texts) as Record<string, { type: 'string'; multiple: true }>),
      column: { type: 'string', multiple: true },
      bibtex: { type: 'string' },
      compared: { type: 'boolean', default: false },
      picture: { type: 'string' },
      draft: { type: 'string' },
      root: { type: 'string', default: 'content' },
      'no-questions': { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  const given = values as Record<string, string | string[] | boolean | undefined>;
  let facts: Contribution['facts'] = {};
  for (const name of FACTS) {
    const texts = given[flagOf(name)];
    if (!Array.isArray(texts)) continue;
    const read = readFact(facts, name, texts);
    if ('problem' in read)
      throw new Error(`--${flagOf(name)} ${read.problem.found}: expected ${read.problem.expected}`);
    facts = read;
  }
  const decisions = readDecisionFlags(given);
  const isAsking =
    !values['no-questions'] && values.bibtex !== '-' && process.stdin.isTTY && process.stderr.isTTY;
  if (positionals.length === 0 && !isAsking)
    throw new Error('the file with the numbers is missing');
  const { root, draft, picture } = values;
  return {
    paths: positionals,
    flags: { root, draft, picture, isAsking },
    pasted: values.bibtex === undefined ? [] : readBibtex(values.bibtex, values.compared),
    facts,
    decisions,
  };
}

/** The files with the numbers, read and understood as far as each goes by itself. */
function readFiles(paths: readonly string[]): Pick<Contribution, 'sources' | 'rawFiles'> {
  const bytes = paths.map((path) => readFileSync(path));
  const results = bytes.map((content, i) => readSource(basename(paths[i] ?? ''), content));
  const problems = results.flatMap((result) => ('problem' in result ? [result.problem] : []));
  sayProblems(problems);
  if (problems.length > 0) fail('the numbers cannot be read');
  return {
    sources: results.flatMap((result) => ('source' in result ? [result.source] : [])),
    rawFiles: bytes.map((content, i) => ({
      name: basename(paths[i] ?? ''),
      sha256: createHash('sha256').update(content).digest('hex'),
    })),
  };
}

function readBibtex(path: string, isCompared: boolean): readonly Reference[] {
  const text = readFileSync(path === '-' ? 0 : path, 'utf8');
  const result = normaliseBibtex(text, isCompared, path === '-' ? 'standard input' : path);
  if ('references' in result) {
    for (const note of result.notes) console.error(`  ${note}`);
    return result.references;
  }
  sayProblems(result.problems);
  fail('the BibTeX cannot be used');
}

async function run(): Promise<number> {
  const { root } = flags;
  const before = await failUsage(async () => checkContent(root), HELP);
  const surroundings: DraftSurroundings = {
    context: before.catalogue,
    pasted,
    textOf: (path) => before.texts.get(path),
  };
  const attempt = flags.isAsking
    ? await ask(surroundings)
    : tryDraft({ facts, decisions, ...failUsage(() => readFiles(paths), HELP) }, surroundings);
  const { draft } = attempt;
  if (!flags.isAsking) sayStatements(attempt);
  if (draft === undefined) {
    sayOpen(attempt);
    return 1;
  }
  for (const assumed of draft.assumed) console.error(`  concluded: ${assumed}`);
  for (const left of draft.left) console.error(`  left to you: ${left}`);
  const after = await checkContribution(root, draft.files);
  const errors = listNewErrors(before.messages, after.messages);
  if (flags.draft !== undefined) writeElsewhere(flags.draft, draft);
  if (errors.length > 0) {
    console.error(`\n${formatMessages(errors, root)}\n`);
    console.error(
      `new: ${countMessages(errors)}${flags.draft === undefined ? '; nothing was written' : ''}`,
    );
    return 1;
  }
  const limit = after.catalogue.limits.get(draft.id);
  if (limit === undefined) throw new Error(`The limit ${draft.id} was checked and is not there.`);
  if (flags.draft === undefined) {
    writeContribution(root, draft.files);
    for (const { path } of draft.files) console.log(join(root, path));
  }
  await show(limit, before.catalogue, after.catalogue);
  return 0;
}

async function ask(surroundings: DraftSurroundings): Promise<Attempt> {
  const prompter = new Prompter(process.stdin, process.stderr);
  try {
    const named =
      paths.length > 0
        ? paths
        : [await prompter.ask({ text: 'File with the numbers', judge: judgeFile })];
    const contribution = { facts, decisions, ...readFiles(named) };
    const { attempt } = await askContribution(contribution, surroundings, prompter);
    if (attempt.draft === undefined) return attempt;
    const list = attempt.draft.files.map(({ path }) => `  ${join(flags.root, path)}`).join('\n');
    const answer = await prompter.ask({
      text: `Check and write\n${list}\n`,
      choices: [
        ['yes', ''],
        ['no', ''],
      ],
      fallback: 'yes',
    });
    if (answer === 'no') throw new Interrupted('ended by the person');
    return attempt;
  } finally {
    prompter.close();
  }
}

function judgeFile(path: string): string | undefined {
  return existsSync(path) ? undefined : `no file ${path} here`;
}

function sayStatements({ statements }: Attempt): void {
  console.error(`What ${paths.map((path) => basename(path)).join(', ')} says:`);
  for (const { text } of statements) console.error(`  ${text}`);
}

function sayOpen({ questions, numberProblems, factProblems }: Attempt): void {
  sayProblems(numberProblems);
  for (const { decision, text, choices } of questions) {
    const list = choices.length === 0 ? '' : ` (${choices.join(', ')})`;
    console.error(`--${decision === 'columns' ? 'column' : flagOf(decision)}  ${text}${list}`);
  }
  for (const problem of factProblems) {
    const { found, expected, fix } = problem;
    console.error(`--${flagOf(nameFact(problem))}  found ${found}; expected ${expected}; ${fix}`);
  }
  const count = numberProblems.length + questions.length + factProblems.length;
  console.error(
    `new: ${String(count)} open; nothing was written. npm run new -- --help shows an example`,
  );
}

function writeElsewhere(folder: string, draft: Draft): void {
  for (const { path, text } of draft.files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
    console.log(join(folder, path));
  }
}

async function show(limit: Limit, before: Catalogue, after: Catalogue): Promise<void> {
  const plane = after.planes.get(limit.plane);
  if (plane === undefined)
    throw new Error(`The plane ${limit.plane} was checked and is not there.`);
  const spec = buildPlaneFigure(plane, after, combinePlane(plane, after));
  const figure = applyView(buildLimitFigure(spec, limit.id), DEFAULT_VIEW);
  const svg = writeStandaloneSvg(buildDrawing(figure, { layout: WIDE }), {
    theme: 'light',
    id: limit.id,
  });
  const picture =
    flags.picture ?? join(await mkdtemp(join(tmpdir(), 'dark-portals-figure-')), `${limit.id}.svg`);
  writeFileSync(picture, svg);
  console.error('');
  for (const sentence of describeReach(limit, before, after)) console.error(sentence);
  console.error(`The figure: ${picture}`);
  if (flags.draft !== undefined) return;
  console.error(`
Next:
  npm run combine
  npm start            then look at /limits/${limit.id}/ and /planes/${plane.id}/
  git switch -c ${limit.id}
  git add ${flags.root}
  git commit -m "${limit.id}: ${limit.title.replaceAll('"', "'")}"
  git push -u origin ${limit.id}, and open a pull request`);
}

function fail(why: string): never {
  console.error(`new: ${why}`);
  process.exit(1);
}
