import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { DraftFile } from '../src/core/contribute/draft-limit.ts';
import { flagOf } from '../src/core/contribute/fact-words.ts';
import { mergeBibliography } from '../src/core/contribute/merge-bibliography.ts';
import { normaliseBibtex } from '../src/core/contribute/normalise-bibtex.ts';
import { DECISION_NAMES } from '../src/core/contribute/parse-decision.ts';
import { writeYaml } from '../src/core/contribute/write-yaml.ts';
import { describeUnderstanding } from '../src/core/import/describe-understanding.ts';
import { listNumberFacts, type RawPath } from '../src/core/import/raw-entries.ts';
import { readSource } from '../src/core/import/read-source.ts';
import { replaceNumberFacts } from '../src/core/import/replace-numbers.ts';
import type {
  Dataset,
  PlaneContext,
  Question,
  Source,
  Understanding,
} from '../src/core/import/source.ts';
import { understand } from '../src/core/import/understand.ts';
import { suggest } from '../src/core/lint/suggest.ts';
import { askDecision } from '../src/io/ask-decision.ts';
import { checkContent } from '../src/io/check-content.ts';
import { Interrupted, Prompter } from '../src/io/prompter.ts';
import { formatMessages, plural } from '../src/io/report.ts';
import {
  checkContribution,
  ContributionError,
  listNewErrors,
  writeContribution,
} from '../src/io/write-contribution.ts';
import { readDecisionFlags, sayProblems } from './decision-flags.ts';
import { failUsage } from './usage.ts';

const HELP = `npm run import -- FILE… [--plane ID] [decisions] [--out DIR | --replace LIMIT]
npm run import -- paper.bib

Reads somebody's numbers, says what it understood and asks what the files leave open. Nothing is guessed,
and nothing is written while anything is open. For a whole new limit use npm run new, which reads the same.

FILE…  HEPData tables (YAML, CSV, JSON); WebPlotDigitizer projects (JSON, tar) and CSV; AxionLimits text;
       Darkcast .lmt; columns of text, separated by commas, semicolons, tabs or blanks, with # comments.
       Two files of a lower and an upper edge are one region. A .bib file adds its papers to references.bib.

  --plane ID       where the limit belongs: tells which quantities and units are possible
  --out DIR        write NAME.csv and NAME.yaml (the facts that follow from the numbers) below DIR
  --name NAME      their name (default: that of the first file)
  --replace LIMIT  exchange the numbers of a limit of the catalogue and their provenance; its plane is
                   known, its other facts and comments stay
  --raw DIR        folder that the paths in the provenance are relative to (default: the file's name alone,
                   with --replace in the folder of the limit's present raw file)
  --json           what was understood, and the numbers, as JSON on standard output
  --no-questions   ask nothing, also at a terminal
  --root DIR       another content folder (default: content)

Decisions, each asked for only where the files leave it open:
  --table NAME             table of several; NAME,NAME for two edges
  --shape SHAPE            one-sided, interval, contour, points, grid, ratio-map, band, line
  --mass-column N          column of the mass, counted from 1
  --value-column N         column of the value
  --column ROLE=N          further columns, repeated: lower, upper, massLow, massHigh (edges of bins),
                           expected, lo1, hi1, lo2, hi2 (expected ±1σ, ±2σ), parameter, ratio
  --mass-unit UNIT         GeV, MeV, keV, eV, TeV
  --mass-scale SCALE       linear, or log10 where the file has decimal logarithms
  --mass-quantity ID       where a plane has several
  --value-quantity ID      epsilon or epsilon-squared, for instance
  --value-unit UNIT        GeV^-1 or TeV^-1, for instance
  --value-scale SCALE      linear or log10
  --parameter-quantity ID --parameter-unit UNIT --parameter-scale SCALE    third axis of a grid
  --rails drop|keep        rows that look like walls or say “no limit”, and zeros
  --close yes|no           whether an open outline is closed by its first row
  --gaps WINDOWS           none, or windows without a limit in the file's unit: 3.0..3.2,3.6..3.7

Example:
  npm run import -- docs/examples/new-limit/figure-4.txt --plane dark-photon-visible \\
    --mass-unit MeV --value-quantity epsilon-squared --value-scale log10 --out /tmp/import

Exit code: 0 understood (and written where asked), 1 something is open or wrong, 2 the call is wrong.`;

const call = failUsage(readCall, HELP);
try {
  process.exitCode = await run();
} catch (error) {
  if (!(error instanceof Interrupted) && !(error instanceof ContributionError)) throw error;
  console.error(
    `import: ${error instanceof Interrupted ? 'ended; nothing was written' : error.message}`,
  );
  process.exitCode = 1;
}

interface Input {
  readonly path: string;
  readonly bytes: Uint8Array;
}

function readCall() {
  const texts = DECISION_NAMES.map((name) => [flagOf(name), { type: 'string' } as const]);
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      ...(Object.fromEntries(texts) as Record<string, { type: 'string' }>),
      column: { type: 'string', multiple: true, default: [] },
      plane: { type: 'string' },
      out: { type: 'string' },
      name: { type: 'string' },
      replace: { type: 'string' },
      raw: { type: 'string' },
      root: { type: 'string', default: 'content' },
      json: { type: 'boolean', default: false },
      'no-questions': { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  if (positionals.length === 0) throw new Error('the file is missing');
  if (values.out !== undefined && values.replace !== undefined)
    throw new Error('--out and --replace exclude each other');
  const decisions = readDecisionFlags(values);
  const inputs = positionals.map((path): Input => ({ path, bytes: readFileSync(path) }));
  const isBib = ({ path }: Input): boolean => path.toLowerCase().endsWith('.bib');
  return {
    bibs: inputs.filter(isBib),
    files: inputs.filter((input) => !isBib(input)),
    decisions,
    plane: values.plane,
    out: values.out,
    name: values.name,
    replace: values.replace,
    raw: values.raw,
    root: values.root,
    isJson: values.json,
    isAsking:
      !values['no-questions'] && !values.json && process.stdin.isTTY && process.stderr.isTTY,
  };
}

async function run(): Promise<number> {
  const bibs = call.bibs.map((input) => readBib(input));
  if (bibs.includes(undefined)) return 1;
  if (call.files.length > 0) {
    const code = await importNumbers();
    if (code !== 0) return code;
  }
  return addPapers(bibs.flatMap((text) => text ?? []));
}

function readBib({ path, bytes }: Input): string | undefined {
  const result = normaliseBibtex(new TextDecoder().decode(bytes), false, path);
  if ('problems' in result) {
    sayProblems(result.problems);
    return undefined;
  }
  for (const note of result.notes) console.error(`  ${note}`);
  return result.text;
}

/** Adds the papers to the bibliography, all of them or none. */
function addPapers(texts: readonly string[]): number {
  if (texts.length === 0) return 0;
  const before = readFileSync(join(call.root, 'references.bib'), 'utf8');
  let text = before;
  const added: string[] = [];
  for (const one of texts) {
    const merged = mergeBibliography(text, one);
    if (merged.conflicts.length > 0) {
      console.error(
        `import: ${merged.conflicts.join(', ')} stands for another paper in references.bib; nothing was written`,
      );
      return 1;
    }
    for (const { key, as, by } of merged.known)
      console.error(`  ${key} is there already${key === as ? '' : ` as ${as}, by its ${by}`}`);
    added.push(...merged.added);
    text = merged.text;
  }
  if (added.length > 0) writeContribution(call.root, [{ path: 'references.bib', text, before }]);
  for (const key of added) console.log(key);
  console.error(`import: ${plural(added.length, 'paper')} added to references.bib`);
  return 0;
}

async function importNumbers(): Promise<number> {
  const read = call.files.map(({ path, bytes }) => readSource(basename(path), bytes));
  const problems = read.flatMap((one) => ('problem' in one ? [one.problem] : []));
  if (problems.length > 0) return refuse({ statements: [], questions: [], problems });
  const sources = read.flatMap((one) => ('source' in one ? [one.source] : []));
  const needsContent = call.plane !== undefined || call.replace !== undefined;
  const content = needsContent
    ? await failUsage(async () => checkContent(call.root, 'numbers'), HELP)
    : undefined;
  const limit =
    call.replace === undefined ? undefined : content?.catalogue.limits.get(call.replace);
  if (call.replace !== undefined && limit === undefined)
    return failName('limit', call.replace, [...(content?.catalogue.limits.keys() ?? [])]);
  const planeId = call.plane ?? limit?.plane;
  const plane = planeId === undefined ? undefined : content?.catalogue.planes.get(planeId);
  if (planeId !== undefined && plane === undefined)
    return failName('plane', planeId, [...(content?.catalogue.planes.keys() ?? [])]);
  const context = plane && content && { plane, quantities: content.catalogue.quantities };
  const understanding = await settle(sources, context);
  const { dataset } = understanding;
  if (dataset === undefined) return refuse(understanding);
  print(understanding);
  if (call.out !== undefined) writeOut(call.out, dataset);
  if (limit === undefined || content === undefined) return 0;
  const csv = limit.file.replace(/\.yaml$/u, '.csv');
  const facts = content.texts.get(limit.file) ?? '';
  const folder = dirname(limit.provenance.raw[0]?.path ?? '.');
  const replaced = replaceNumberFacts(facts, dataset, listRawPaths(folder));
  const files: DraftFile[] = [
    { path: csv, text: dataset.csv, before: limit.table.text },
    { path: limit.file, text: replaced.text, before: facts },
  ];
  const errors = listNewErrors(
    content.messages,
    (await checkContribution(call.root, files)).messages,
  );
  if (errors.length > 0) {
    console.error(formatMessages(errors, call.root));
    console.error('import: the limit would not pass the check; nothing was written');
    return 1;
  }
  writeContribution(call.root, files);
  const rows = limit.table.length;
  const isSame = dataset.csv === limit.table.text;
  console.error(
    [
      `${csv}: ${isSame ? 'the same numbers' : `${plural(rows, 'row')} exchanged for ${String(dataset.csv.split('\n').length - 2)}`}`,
      ...replaced.changes.map((change) => `${limit.file}: ${change}`),
    ].join('\n'),
  );
  return 0;
}

/** Asks at a terminal until nothing is open. */
async function settle(
  sources: readonly Source[],
  context: PlaneContext | undefined,
): Promise<Understanding> {
  let { decisions } = call;
  let understanding = understand(sources, decisions, context);
  if (!call.isAsking || understanding.questions.length === 0) return understanding;
  const prompter = new Prompter(process.stdin, process.stderr);
  try {
    let question: Question | undefined;
    while (
      (question = understanding.questions[0]) !== undefined &&
      understanding.problems.length === 0
    ) {
      decisions = await askDecision(decisions, question, prompter);
      understanding = understand(sources, decisions, context);
    }
    return understanding;
  } finally {
    prompter.close();
  }
}

function writeOut(folder: string, dataset: Dataset): void {
  const stem = basename(call.files[0]?.path ?? '').replace(/\.[^.]*$/u, '');
  const name =
    call.name ??
    (stem
      .toLowerCase()
      .replaceAll(/[^a-z0-9]+/gu, '-')
      .replaceAll(/^-|-$/gu, '') ||
      'numbers');
  const facts = listNumberFacts(dataset, listRawPaths('.'));
  writeContribution(folder, [
    { path: `${name}.csv`, text: dataset.csv },
    { path: `${name}.yaml`, text: writeYaml(facts, Object.keys(facts)) },
  ]);
  console.error(`import: wrote ${join(folder, `${name}.csv`)} and ${join(folder, `${name}.yaml`)}`);
}

/** The files as the provenance names them. */
function listRawPaths(folder: string): RawPath[] {
  return call.files.map(({ path, bytes }) => {
    const named =
      call.raw === undefined
        ? join(folder, basename(path))
        : relative(resolve(call.raw), resolve(path));
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    return { path: named.replaceAll('\\', '/'), sha256 };
  });
}

function print(understanding: Understanding): void {
  console.log(
    call.isJson
      ? JSON.stringify(understanding, null, 2)
      : describeUnderstanding(
          understanding,
          ({ decision }) => `--${decision === 'columns' ? 'column' : flagOf(decision)}`,
        ),
  );
}

function refuse(understanding: Understanding): number {
  print(understanding);
  const open = understanding.questions.length + understanding.problems.length;
  console.error(`import: ${String(open)} open; nothing was written`);
  return 1;
}

function failName(kind: string, id: string, known: readonly string[]): number {
  const near = suggest(id, known);
  console.error(`import: no ${kind} ${id}${near === undefined ? '' : `; did you mean ${near}?`}`);
  return 2;
}
