import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { parseArgs } from 'node:util';
import { combine } from '../src/core/combine/combine.ts';
import type { Level, Scope } from '../src/core/combine/inputs.ts';
import { LEVELS, SCOPES } from '../src/core/combine/inputs.ts';
import { suggest } from '../src/core/lint/suggest.ts';
import { formatVerdict, VERDICT_CSV_HEADER } from '../src/core/query/format-verdict.ts';
import type { VerdictFormat } from '../src/core/query/format-verdict.ts';
import type { PointFault, PointRow } from '../src/core/query/read-points.ts';
import { judgeCurve } from '../src/core/query/judge-curve.ts';
import { PointsReader, readNumber, readPoints } from '../src/core/query/read-points.ts';
import { briefOf, judgePoint, makeJudge } from '../src/core/query/verdict.ts';
import { checkContent } from '../src/io/check-content.ts';
import { countMessages, plural } from '../src/io/report.ts';
import { failUsage } from './usage.ts';

const HELP = `npm run verdict -- --plane ID (--mass M --value V | < points.csv)

Says of points whether published limits exclude them, which and by how much.
  --plane ID    plane, for instance dark-photon-visible
  --mass M      mass in the plane's unit (GeV)
  --value V     value in the plane's quantity and unit
  --scope S     laboratory (default) or ee
  --level L     all (default), 0.90 or 0.95; levels are never rescaled
  --as-of DATE  only what had appeared by the end of a year or month: 2014 or 2014-06
  --own-only    without limits that others derived from an experiment's data
  --curve       read the points as one curve, in order of mass: ranges of mass instead of points
  --format F    jsonl (default) or csv
  --root DIR    another content folder (default: content)

Without --mass and --value, points are read from standard input, a mass and a value in each row. Rows
that are no points are reported with their line on standard error; the rest is answered.

Exit code: 0 done, 1 the content or a row is wrong, 2 the call is wrong.`;

const options = {
  plane: { type: 'string' },
  mass: { type: 'string' },
  value: { type: 'string' },
  scope: { type: 'string', default: 'laboratory' },
  level: { type: 'string', default: 'all' },
  'as-of': { type: 'string' },
  'own-only': { type: 'boolean', default: false },
  curve: { type: 'boolean', default: false },
  format: { type: 'string', default: 'jsonl' },
  root: { type: 'string', default: 'content' },
  help: { type: 'boolean', default: false },
} as const;

interface Call {
  readonly plane: string;
  readonly point: { readonly mass: number; readonly value: number } | undefined;
  readonly scope: Scope;
  readonly level: Level;
  readonly asOf: string | undefined;
  readonly ownOnly: boolean;
  readonly isCurve: boolean;
  readonly format: VerdictFormat;
  readonly root: string;
}

function readCall(): Call {
  const { values } = parseArgs({ options });
  if (values.plane === undefined) throw new Error('No plane is named; add --plane ID.');
  if ((values.mass === undefined) !== (values.value === undefined)) {
    throw new Error('A point needs both --mass and --value.');
  }
  if (values.curve && (values.mass !== undefined || values.format !== 'jsonl')) {
    throw new Error('--curve reads standard input and answers in JSON lines only.');
  }
  const asOf = values['as-of'];
  if (asOf !== undefined && !/^\d{4}(-(0[1-9]|1[0-2]))?$/.test(asOf)) {
    throw new Error(`--as-of is "${asOf}"; expected a year or a month: 2014 or 2014-06.`);
  }
  return {
    plane: values.plane,
    point:
      values.mass === undefined || values.value === undefined
        ? undefined
        : { mass: mustRead('mass', values.mass), value: mustRead('value', values.value) },
    scope: mustChoose('scope', values.scope, SCOPES),
    level: mustChoose('level', values.level, LEVELS),
    asOf,
    ownOnly: values['own-only'],
    isCurve: values.curve,
    format: mustChoose('format', values.format, ['jsonl', 'csv']),
    root: values.root,
  };
}

function mustRead(name: string, text: string): number {
  const number = readNumber(text);
  if (number === undefined) {
    throw new Error(`--${name} is "${text}"; expected a plain decimal number like 1.5e-3.`);
  }
  return number;
}

function mustChoose<T extends string>(name: string, text: string, choices: readonly T[]): T {
  const chosen = choices.find((choice) => choice === text);
  if (chosen === undefined) {
    throw new Error(`--${name} is "${text}"; expected ${choices.join(' or ')}.`);
  }
  return chosen;
}

const call = failUsage(readCall, HELP);
const { catalogue, messages } = await failUsage(
  async () => checkContent(call.root, 'numbers'),
  HELP,
);
const errors = messages.filter(({ severity }) => severity === 'error');
if (errors.length > 0) {
  console.error(`verdict: ${countMessages(errors)} in ${call.root}; run npm run check`);
  process.exit(1);
}
const plane = catalogue.planes.get(call.plane);
if (plane === undefined) {
  const near = suggest(call.plane, catalogue.planes.keys());
  console.error(
    `There is no plane "${call.plane}"${near === undefined ? '' : `; did you mean "${near}"?`}\n` +
      `The planes are:\n  ${[...catalogue.planes.keys()].join('\n  ')}`,
  );
  process.exit(2);
}
const combination = combine(plane, catalogue, call.scope, call.level, {
  reinterpretations: !call.ownOnly,
  ...(call.asOf === undefined ? {} : { asOf: call.asOf }),
});
const judge = makeJudge(briefOf(combination, catalogue));

const answer = (mass: number, value: number): string =>
  formatVerdict(judgePoint(judge, mass, value), call.format);

// A reader that has seen enough (`| head`) closes the pipe: that is an end, not a fault.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  process.exit(error.code === 'EPIPE' ? 0 : 1);
});
if (call.format === 'csv') process.stdout.write(`${VERDICT_CSV_HEADER}\n`);
if (call.isCurve) await answerCurve();
else if (call.point === undefined) await answerStream();
else process.stdout.write(`${answer(call.point.mass, call.point.value)}\n`);

/** Answers standard input as one curve; nothing is answered unless every row is understood. */
async function answerCurve(): Promise<void> {
  const rows = [...readPoints(await text(process.stdin))];
  const points: PointRow[] = [];
  for (const row of rows) {
    const before = points.at(-1)?.mass ?? 0;
    if (row.fault !== undefined) reportFault(row);
    else if (row.mass > 0 && row.value > 0 && row.mass >= before) points.push(row);
    else {
      const found = `the point ${String(row.mass)}, ${String(row.value)} after mass ${String(before)}`;
      reportFault({
        line: row.line,
        fault: { found, expected: 'masses and values above zero, masses in increasing order' },
      });
    }
  }
  if (points.length < rows.length || points.length < 2) {
    console.error('verdict: a curve needs at least two points and no row that is not one');
    process.exitCode = 1;
    return;
  }
  const ranges = judgeCurve(judge, {
    mass: Float64Array.from(points, ({ mass }) => mass),
    value: Float64Array.from(points, ({ value }) => value),
  });
  process.stdout.write(ranges.map((range) => `${JSON.stringify(range)}\n`).join(''));
}

function reportFault({ line, fault: { found, expected } }: PointFault): void {
  console.error(`line ${String(line)}: found ${found}, expected ${expected}`);
}

/** Answers standard input row by row: memory stays constant whatever its length. */
async function answerStream(): Promise<void> {
  const reader = new PointsReader();
  const decoder = new TextDecoder();
  let answered = 0;
  let faulty = 0;
  const take = async (rows: Iterable<PointRow | PointFault>): Promise<void> => {
    const lines: string[] = [];
    for (const row of rows) {
      if (row.fault === undefined) {
        lines.push(answer(row.mass, row.value));
        answered += 1;
        continue;
      }
      faulty += 1;
      reportFault(row);
    }
    if (lines.length === 0) return;
    if (!process.stdout.write(`${lines.join('\n')}\n`)) await once(process.stdout, 'drain');
  };
  for await (const chunk of process.stdin) {
    await take(reader.read(decoder.decode(chunk as Buffer, { stream: true })));
  }
  await take(reader.read(decoder.decode()));
  await take(reader.end());
  if (faulty > 0) process.exitCode = 1;
  console.error(
    `verdict: ${plural(answered, 'point')} answered, ${plural(faulty, 'row')} not understood`,
  );
}
