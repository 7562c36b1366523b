import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { COMPUTED_LIMITS } from '../src/core/physics/computed-limits.ts';
import { checkContent } from '../src/io/check-content.ts';
import { plural } from '../src/io/report.ts';
import { failUsage } from './usage.ts';

const HELP = `npm run compute [-- --check]

Writes the numbers of the limits that this project computes, such as the bands of the muon's magnetic
moment, beside their metadata in content/limits.
  --check  write nothing; fail when a file is not what the formulas give

Exit code: 0 done, 1 a file is out of date or has no metadata, 2 the call is wrong.`;

const options = {
  check: { type: 'boolean', default: false },
  help: { type: 'boolean', default: false },
} as const;
const { values } = failUsage(() => parseArgs({ options }), HELP);

const { catalogue } = await failUsage(async () => checkContent('content', 'numbers'), HELP);
let different = 0;
for (const [id, writeLimit] of COMPUTED_LIMITS) {
  const known = catalogue.limits.get(id);
  const file = known?.file.replace(/\.yaml$/, '.csv');
  if (file === undefined) {
    console.error(`compute: content/limits has no sound ${id}.yaml with a CSV beside it`);
    process.exitCode = 1;
    continue;
  }
  const text = writeLimit(catalogue);
  const path = join('content', file);
  if ((await readFile(path, 'utf8')) === text) continue;
  different += 1;
  console.log(`${values.check ? 'out of date' : 'written'} ${file}`);
  if (!values.check) await writeFile(path, text);
}
if (values.check && different > 0) process.exitCode = 1;
console.error(
  `compute: ${plural(COMPUTED_LIMITS.size, 'computed limit')}, ${plural(different, 'change')}`,
);
