import { parseArgs } from 'node:util';
import { suggest } from '../src/core/lint/suggest.ts';
import {
  FERMIONS,
  findVectorModel,
  makeVectorModel,
  NO_CHARGES,
  VECTOR_MODELS,
  type VectorCharges,
  type VectorModel,
} from '../src/core/physics/vector-models.ts';
import { readNumber } from '../src/core/query/read-points.ts';
import { prepareLimits } from '../src/core/recast/prepare-limit.ts';
import { recastLimit } from '../src/core/recast/recast-limit.ts';
import { RECAST_CSV_HEADER, writeRecastRows } from '../src/core/recast/write-recast.ts';
import { checkContent } from '../src/io/check-content.ts';
import { countMessages, plural } from '../src/io/report.ts';
import { failUsage } from './usage.ts';

const HELP = `npm run recast -- --to MODEL [--charges f=x,…] [--format csv]

Carries the observed limits on the dark photon over to another vector boson (method of arXiv:1801.04847).
  --to MODEL      ${VECTOR_MODELS.map(({ id }) => id).join(', ')},
                  or own for charges of your own
  --charges LIST  with --to own: couplings over g at tree level, for instance e=-1,mu=-1,u=0.333,d=0.333;
                  ${FERMIONS.join(', ')}; those left out are zero
  --kind K        visible (default), invisible or all limits
  --decays D      standard (default): Standard Model only, invisible means neutrinos;
                  dark: the boson always decays invisibly
  --no-loops      without the couplings that loops give to particles without a charge
  --projections   projections too
  --format F      csv (default) or json
  --root DIR      another content folder (default: content)

Columns: limit, segment, mass [GeV], lower and upper edge of the excluded couplings [1]; no upper edge where
everything above is excluded. Limits that cannot be carried over are named on standard error with the reason.
Recast limits are derived here and enter no combined limit.

Exit code: 0 done, 1 the content is wrong, 2 the call is wrong.`;

const options = {
  to: { type: 'string' },
  charges: { type: 'string' },
  kind: { type: 'string', default: 'visible' },
  decays: { type: 'string', default: 'standard' },
  'no-loops': { type: 'boolean', default: false },
  projections: { type: 'boolean', default: false },
  format: { type: 'string', default: 'csv' },
  root: { type: 'string', default: 'content' },
  help: { type: 'boolean', default: false },
} as const;

const KINDS = ['visible', 'invisible', 'all'];
const DECAYS = ['standard', 'dark'] as const;
const FORMATS = ['csv', 'json'];

const call = failUsage(() => {
  const { values } = parseArgs({ options });
  const decays = DECAYS.find((one) => one === values.decays);
  if (decays === undefined)
    throw new Error(`--decays is "${values.decays}"; expected ${DECAYS.join(' or ')}.`);
  mustBeOneOf('kind', values.kind, KINDS);
  mustBeOneOf('format', values.format, FORMATS);
  return { ...values, decays, model: readModel(values.to, values.charges) };
}, HELP);

function mustBeOneOf(name: string, value: string, choices: readonly string[]): void {
  if (!choices.includes(value))
    throw new Error(`--${name} is "${value}"; expected ${choices.join(' or ')}.`);
}

function readModel(id: string | undefined, charges: string | undefined): VectorModel {
  if (id === undefined) throw new Error('--to MODEL is missing.');
  if (id === 'own') return makeVectorModel(readCharges(charges));
  if (charges !== undefined) throw new Error('--charges goes with --to own.');
  const model = findVectorModel(id);
  if (model !== undefined) return model;
  const ids = VECTOR_MODELS.map((one) => one.id);
  const near = suggest(id, ids);
  throw new Error(
    `There is no model "${id}"${near === undefined ? '' : `; did you mean "${near}"?`} The models are ${ids.join(', ')} and own.`,
  );
}

function readCharges(text: string | undefined): VectorCharges {
  if (text === undefined) throw new Error('--to own needs --charges, for instance e=-1,mu=-1.');
  const charges: Record<string, number> = { ...NO_CHARGES };
  for (const part of text.split(',')) {
    const [name = '', number = ''] = part.trim().split('=');
    const value = readNumber(number);
    if (!(name in charges))
      throw new Error(`"${name}" is no fermion; expected ${FERMIONS.join(', ')}.`);
    if (value === undefined)
      throw new Error(`The charge of ${name} is "${number}"; expected a plain decimal number.`);
    charges[name] = value;
  }
  if (Object.values(charges).every((value) => value === 0))
    throw new Error('All charges are zero: such a boson is never made.');
  return { ...NO_CHARGES, ...charges };
}

const { catalogue, messages } = await failUsage(
  async () => checkContent(call.root, 'numbers'),
  HELP,
);
const errors = messages.filter(({ severity }) => severity === 'error');
if (errors.length > 0) {
  console.error(`recast: ${countMessages(errors)} in ${call.root}; run npm run check`);
  process.exit(1);
}
const { limits, refusals } = prepareLimits(catalogue, call.projections);
const chosen = limits.filter(
  ({ isInvisible }) => call.kind === 'all' || isInvisible === (call.kind === 'invisible'),
);
const started = performance.now();
const recasts = chosen
  .map((limit) => recastLimit(limit, call.model, { loops: !call['no-loops'], decays: call.decays }))
  .sort((a, b) => (a.id < b.id ? -1 : 1));
const milliseconds = performance.now() - started;

process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  process.exit(error.code === 'EPIPE' ? 0 : 1);
});
process.stdout.write(
  call.format === 'json'
    ? `${JSON.stringify(recasts, null, 1)}\n`
    : [RECAST_CSV_HEADER, ...recasts.flatMap(writeRecastRows)].map((row) => `${row}\n`).join(''),
);
for (const { id, why } of refusals) console.error(`left out ${id}: ${why}`);
for (const { id, segments } of recasts)
  if (segments.length === 0) console.error(`left out ${id}: it says nothing about this boson`);
console.error(
  `recast: ${plural(recasts.length, 'limit')} to ${call.model.title} (${milliseconds.toFixed(0)} ms)`,
);
