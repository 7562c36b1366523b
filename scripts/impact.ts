import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Catalogue } from '../src/core/catalogue.ts';
import type { PlaneImpact } from '../src/core/impact/impact.ts';
import { compareCatalogues, pairUp } from '../src/core/impact/impact.ts';
import { writeImpactMarkdown } from '../src/core/impact/impact-markdown.ts';
import { drawImpact } from '../src/core/impact/impact-svg.ts';
import { sampleEnvelopes } from '../src/core/impact/sketch.ts';
import { UNITS } from '../src/core/units.ts';
import { checkContent } from '../src/io/check-content.ts';
import { readRevision } from '../src/io/read-revision.ts';
import { countMessages, formatMessages, plural } from '../src/io/report.ts';
import { failUsage } from './usage.ts';

const HELP = `npm run impact -- --base REV [--format markdown|json|svg] [--out DIR] [--root DIR]

Compares the combined limits of the content at a git revision with those of the working tree: where
they changed, by what factor, who set them and who does now.
  --base REV     branch, tag or commit to compare with
  --format NAME  markdown (default), json, or svg (only the pictures; needs --out)
  --out DIR      write impact.md or impact.json there, and a before/after picture per changed plane
  --root DIR     another content folder (default: content)

Exit code: 0 done, 1 the content has errors, 2 the call is wrong.`;

const options = {
  base: { type: 'string' },
  format: { type: 'string', default: 'markdown' },
  out: { type: 'string' },
  root: { type: 'string', default: 'content' },
  help: { type: 'boolean', default: false },
} as const;

const FORMATS = ['markdown', 'json', 'svg'];

const { base, format, out, root } = failUsage(() => {
  const { values } = parseArgs({ options });
  if (values.base === undefined) throw new Error('--base REV is missing');
  if (!FORMATS.includes(values.format)) {
    throw new Error(`--format "${values.format}" is none of ${FORMATS.join(', ')}`);
  }
  if (values.format === 'svg' && values.out === undefined) {
    throw new Error('--format svg writes a picture per plane; say where with --out DIR');
  }
  return { ...values, base: values.base };
}, HELP);

const started = performance.now();
const now = await failUsage(async () => checkContent(root, 'numbers'), HELP);
const errors = now.messages.filter(({ severity }) => severity === 'error');
if (errors.length > 0) {
  console.error(formatMessages(errors, root));
  console.error(`impact: ${countMessages(errors)}; nothing was compared`);
  process.exit(1);
}
const old = await failUsage(async () => readRevision(base, root), HELP);
const faults = old.messages.filter(({ severity }) => severity === 'error');
if (faults.length > 0) {
  console.error(formatMessages(faults, `${base}:${root}`));
  console.error(
    `impact: ${countMessages(faults)} at ${base}; what those files hold counts as absent`,
  );
}
const planes = compareCatalogues(old.catalogue, now.catalogue);
const { commit } = old;
const report = { base, commit, baseErrors: faults.length, planes };
const toJson = (): string =>
  `${JSON.stringify({ ...report, planes: planes.map(sketch) }, null, 2)}\n`;

if (out === undefined)
  process.stdout.write(format === 'json' ? toJson() : writeImpactMarkdown(report));
else await writeAll(out);
console.error(
  `impact: ${plural(planes.length, 'plane')} changed since ${base} (${((performance.now() - started) / 1000).toFixed(1)} s)`,
);

async function writeAll(folder: string): Promise<void> {
  const write = async (name: string, text: string): Promise<void> => {
    await writeFile(join(folder, name), text);
    console.log(join(folder, name));
  };
  await failUsage(async () => mkdir(folder, { recursive: true }), HELP);
  const pictures = new Map<string, string>();
  for (const impact of planes) {
    if (impact.scopes.length === 0) continue;
    const name = `${impact.plane}.svg`;
    await write(name, draw(impact));
    pictures.set(impact.plane, name);
  }
  if (format === 'json') await write('impact.json', toJson());
  if (format === 'markdown') await write('impact.md', writeImpactMarkdown(report, pictures));
}

/** The impact with the envelopes before and after at a few masses, enough for a sketch. */
function sketch(impact: PlaneImpact): object {
  const scopes = impact.scopes.map((scope) => ({
    ...scope,
    sketch: sampleEnvelopes(pairUp(impact.plane, scope.scope, old.catalogue, now.catalogue)),
  }));
  return { ...impact, scopes };
}

function draw({ plane: id, scopes }: PlaneImpact): string {
  const catalogue = now.catalogue.planes.has(id) ? now.catalogue : old.catalogue;
  const plane = catalogue.planes.get(id);
  if (plane === undefined) throw new Error(`No plane ${id} on either side.`);
  const panels = scopes.map(({ scope }) => ({
    scope,
    ...pairUp(id, scope, old.catalogue, now.catalogue),
  }));
  return drawImpact(
    plane,
    nameAxis(plane.x.quantity, catalogue),
    nameAxis(plane.y.quantity, catalogue),
    panels,
  );
}

function nameAxis(id: string, { quantities }: Catalogue): string {
  const quantity = quantities.get(id);
  if (quantity === undefined) return id;
  const unit = UNITS[quantity.unit]?.label ?? '';
  return unit === '' ? quantity.name : `${quantity.name} [${unit}]`;
}
