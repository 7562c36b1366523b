import { z } from 'zod';
import { drawSketch } from '../impact/sketch.ts';
import { parseJson } from '../online/parse-json.ts';
import type { Answer } from '../online/answer.ts';
import { Id } from '../schema/common.ts';

/*
 * A report comes from a job that ran the code of a pull request, so it may be anything: its shape is
 * checked, ids are ids, numbers are numbers, lists are short, and nothing of it is repeated as text.
 */

const Name = Id.max(120);
const Ids = z.array(Name).max(200);
const Changes = z.object({ added: Ids, removed: Ids, changed: Ids });
const Range = z.object({
  from: z.number(),
  to: z.number(),
  change: z.enum(['stronger', 'weaker', 'covered', 'lost', 'handed-over']),
  before: Name.optional(),
  after: Name.optional(),
  meanFactor: z.number().optional(),
  maxFactor: z.number().optional(),
});
const Heights = z.array(z.number().min(-400).max(400).nullable()).min(1).max(64);
const Sketched = z
  .object({ x: z.tuple([z.number(), z.number()]), before: Heights, after: Heights })
  .refine(({ before, after }) => before.length === after.length, 'as many before as after');
const Scope = z.object({
  scope: z.enum(['laboratory', 'ee']),
  ranges: z.array(Range).max(5000),
  inputs: Changes,
  islands: Changes,
  sketch: Sketched.optional(),
});
const Impact = z.object({
  commit: z.string().regex(/^[0-9a-f]{40}$/),
  baseErrors: z.int().min(0),
  planes: z
    .array(
      z.object({
        plane: Name,
        state: z.enum(['added', 'removed', 'kept', 'redefined']),
        scopes: z.array(Scope).max(2),
      }),
    )
    .max(500),
});
type Impact = z.output<typeof Impact>;

/** What is said about a pull request. */
export interface PullReport {
  readonly impact: Answer<Impact>;
  /** Combined files that are not what the limits give. */
  readonly stale: readonly string[];
}

/** Longest report that is read [characters]. */
const LONGEST = 2_000_000;

/** Reads `impact.json` as `npm run impact -- --format json` writes it, and what `combine --check` printed. */
export function readPullReport(impact: string, combined: string): PullReport {
  return {
    impact:
      impact.length > LONGEST
        ? { state: 'failed', why: 'it is longer than 2 MB' }
        : parseJson(impact, Impact),
    stale: combined
      .slice(0, LONGEST)
      .split('\n')
      .flatMap(
        (line) =>
          /^(?:added|changed|removed) combined\/([a-z0-9-]{1,120})\.json$/.exec(line)?.[1] ?? [],
      ),
  };
}

/** By which the comment is found again. */
export const PULL_COMMENT_MARK = '<!-- dark-portals: impact -->';

/** Planes, and ranges of each, that a comment shows. */
const SHOWN = { planes: 8, ranges: 12, ids: 12 } as const;

const SCOPES = { laboratory: 'All laboratory results', ee: 'e⁺e⁻ colliders' } as const;
const STATES = {
  added: 'A new plane.',
  removed: 'This plane is gone.',
  kept: '',
  redefined: 'Its axes measure something else now: the two states cannot be compared.',
} as const;
const CHANGES = {
  stronger: 'stronger',
  weaker: 'weaker',
  covered: 'newly covered',
  lost: 'no longer covered',
  'handed-over': 'same value, other limit',
} as const;

/**
 * The comment on a pull request.
 * @param head the commit that was looked at
 * @param runAddress page of the run, which has pictures and the built site
 */
export function writePullComment(report: PullReport, head: string, runAddress: string): string {
  const { impact, stale } = report;
  const parts = [
    PULL_COMMENT_MARK,
    '## What this changes in the combined limits',
    ...(impact.state === 'found'
      ? writeImpact(impact.value)
      : ['The impact could not be read; the run says why.']),
  ];
  if (stale.length > 0) {
    parts.push(
      `> ⚠ Combined files are out of date: ${listIds(stale)}. They are refreshed on the main branch; to see their difference here, run \`npm run combine\` and commit the result.`,
    );
  }
  parts.push(
    `Pictures before and after, and the site as it would be, are among the artefacts of [this run](${runAddress}). Looked at: \`${head.slice(0, 12)}\`.`,
  );
  return `${parts.join('\n\n')}\n`;
}

function writeImpact({ planes, baseErrors }: Impact): string[] {
  const parts = baseErrors > 0 ? ['The content before it has faults; they count as absent.'] : [];
  if (planes.length === 0) return [...parts, 'Nothing changes.'];
  for (const { plane, state, scopes } of planes.slice(0, SHOWN.planes)) {
    parts.push(`### \`${plane}\``, STATES[state]);
    for (const scope of scopes) parts.push(...writeScope(scope));
  }
  const left = planes.length - SHOWN.planes;
  if (left > 0) parts.push(`And ${String(left)} more planes.`);
  return parts.filter((part) => part !== '');
}

function writeScope({ scope, ranges, inputs, sketch }: z.output<typeof Scope>): string[] {
  const rows = ranges
    .slice(0, SHOWN.ranges)
    .map(({ from, to, change, meanFactor, before, after }) =>
      [
        `${digits(from)} – ${digits(to)}`,
        CHANGES[change],
        meanFactor === undefined ? '–' : `× ${digits(meanFactor)}`,
        before === undefined ? '–' : `\`${before}\``,
        after === undefined ? '–' : `\`${after}\``,
      ].join(' | '),
    );
  const left = ranges.length - rows.length;
  return [
    `**${SCOPES[scope]}**`,
    rows.length === 0
      ? 'The envelope does not change.'
      : [
          '| mass | change | mean factor | before | after |',
          '| --- | --- | ---: | --- | --- |',
          ...rows.map((row) => `| ${row} |`),
        ].join('\n'),
    left > 0 ? `And ${String(left)} more ranges.` : '',
    ...(['added', 'removed', 'changed'] as const).map((kind) =>
      inputs[kind].length === 0 ? '' : `${kind}: ${listIds(inputs[kind])}`,
    ),
    sketch === undefined || !hasHeights(sketch)
      ? ''
      : `<details><summary>Before (·) and after (#), log₁₀ of the plane’s quantities</summary>\n\n\`\`\`text\n${drawSketch(sketch)}\n\`\`\`\n\n</details>`,
  ];
}

const hasHeights = ({ before, after }: z.output<typeof Sketched>): boolean =>
  [...before, ...after].some((height) => height !== null);

const digits = (value: number): string => String(Number(value.toPrecision(4)));

function listIds(ids: readonly string[]): string {
  const left = ids.length - SHOWN.ids;
  const shown = ids.slice(0, SHOWN.ids).map((id) => `\`${id}\``);
  return [...shown, ...(left > 0 ? [`and ${String(left)} more`] : [])].join(', ');
}
