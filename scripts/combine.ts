import { parseArgs } from 'node:util';
import { checkContent } from '../src/io/check-content.ts';
import { writeCombined } from '../src/io/combined.ts';
import { countMessages, formatMessages, plural } from '../src/io/report.ts';
import { failUsage } from './usage.ts';

const HELP = `npm run combine [-- --check] [--root DIR]

Regenerates content/combined/<plane>.json from the limits.
  --check     write nothing; fail when a file is not what the limits give
  --root DIR  another content folder (default: content)

Exit code: 0 done, 1 the content has errors or (with --check) files are out of date, 2 the call is wrong.`;

const options = {
  root: { type: 'string', default: 'content' },
  check: { type: 'boolean', default: false },
  help: { type: 'boolean', default: false },
} as const;

const { values } = failUsage(() => parseArgs({ options }), HELP);
const started = performance.now();
const { catalogue, messages } = await failUsage(
  async () => checkContent(values.root, 'numbers'),
  HELP,
);
const errors = messages.filter(({ severity }) => severity === 'error');
if (errors.length > 0) {
  console.log(formatMessages(errors, values.root));
  console.error(`combine: ${countMessages(errors)}; nothing was written`);
  process.exit(1);
}
const changes = await writeCombined(catalogue, values.root, values.check);
const different = changes.filter(({ change }) => change !== 'unchanged');
for (const { plane, change } of different) console.log(`${change} combined/${plane}.json`);
const seconds = ((performance.now() - started) / 1000).toFixed(1);
if (values.check && different.length > 0) {
  console.error(
    `combine: ${plural(different.length, 'file')} out of date; run npm run combine and commit the result`,
  );
  process.exitCode = 1;
} else {
  console.error(
    `combine: ${plural(changes.length, 'plane')}, ${plural(different.length, 'change')} (${seconds} s)`,
  );
}
