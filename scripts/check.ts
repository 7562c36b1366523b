import { parseArgs } from 'node:util';
import { checkContent, withLine } from '../src/io/check-content.ts';
import { countMessages, formatMessages, plural } from '../src/io/report.ts';
import { walkToRaw } from '../src/io/walk-raw.ts';
import { failUsage } from './usage.ts';

const HELP = `npm run check [-- --root DIR] [--raw DIR] [--json]

Validates every file of the content folder: schemas, numbers, references and ids.
  --root DIR  another content folder (default: content)
  --raw DIR   also walk from every CSV back to the raw files below DIR
  --json      the messages as JSON on standard output

Exit code: 0 no errors, 1 the content has errors, 2 the call is wrong.`;

const options = {
  root: { type: 'string', default: 'content' },
  raw: { type: 'string' },
  json: { type: 'boolean', default: false },
  help: { type: 'boolean', default: false },
} as const;

const { values } = failUsage(() => parseArgs({ options }), HELP);
const started = performance.now();
const result = await failUsage(async () => checkContent(values.root), HELP);
const walked = values.raw === undefined ? [] : await walkToRaw(result.catalogue, values.raw);
const messages = [...result.messages, ...walked.map((message) => withLine(message, result))];
const { limits, planes, references } = result.catalogue;

if (values.json) {
  console.log(JSON.stringify({ root: values.root, messages }, null, 2));
} else if (messages.length > 0) {
  console.log(formatMessages(messages, values.root));
}
console.error(
  `check: ${countMessages(messages)} in ${plural(limits.size, 'limit')}, ${plural(planes.size, 'plane')} and ` +
    `${plural(references.size, 'reference')} (${((performance.now() - started) / 1000).toFixed(1)} s)`,
);
process.exitCode = messages.some(({ severity }) => severity === 'error') ? 1 : 0;
