import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findPullNumber, WorkflowRunEvent } from '../../../src/core/github/events.ts';
import { readPullReport, writePullComment } from '../../../src/core/github/pull-report.ts';

const SHA = '0123456789abcdef0123456789abcdef01234567';
const RUN = 'https://github.com/owner/name/actions/runs/7';
const NOTHING = { added: [], removed: [], changed: [] };
const IMPACT = {
  base: 'main',
  commit: SHA,
  baseErrors: 0,
  planes: [
    {
      plane: 'dark-photon-visible',
      title: 'Dark photon',
      state: 'kept',
      scopes: [
        {
          scope: 'ee',
          ranges: [
            {
              from: 0.1,
              to: 0.25,
              change: 'stronger',
              before: 'old',
              after: 'new',
              meanFactor: 1.23456,
              maxFactor: 2,
            },
          ],
          inputs: { ...NOTHING, added: ['new'] },
          islands: NOTHING,
          sketch: { x: [-1, 0], before: [-3, -3], after: [-3, -4] },
        },
      ],
    },
  ],
};

const comment = (impact: unknown, combined = ''): string =>
  writePullComment(readPullReport(JSON.stringify(impact), combined), SHA, RUN);

describe('the comment on a pull request', () => {
  it('has a table, a sketch, what is stale, and where the rest is', () => {
    expect(comment(IMPACT, 'changed combined/dark-photon-visible.json\n')).toMatchInlineSnapshot(`
      "<!-- dark-portals: impact -->

      ## What this changes in the combined limits

      ### \`dark-photon-visible\`

      **e⁺e⁻ colliders**

      | mass | change | mean factor | before | after |
      | --- | --- | ---: | --- | --- |
      | 0.1 – 0.25 | stronger | × 1.235 | \`old\` | \`new\` |

      added: \`new\`

      <details><summary>Before (·) and after (#), log₁₀ of the plane’s quantities</summary>

      \`\`\`text
        -3.00 |=·|
              |  |
              |  |
              |  |
              |  |
              |  |
              |  |
              |  |
              |  |
              |  |
              |  |
              |  |
              |  |
              |  |
              |  |
        -4.00 | #|
               -1.000.00
      \`\`\`

      </details>

      > ⚠ Combined files are out of date: \`dark-photon-visible\`. They are refreshed on the main branch; to see their difference here, run \`npm run combine\` and commit the result.

      Pictures before and after, and the site as it would be, are among the artefacts of [this run](https://github.com/owner/name/actions/runs/7). Looked at: \`0123456789ab\`.
      "
    `);
  });
  it('says when nothing changes', () => {
    expect(comment({ ...IMPACT, planes: [] })).toContain('\n\nNothing changes.\n');
  });
  it('counts planes, ranges and ids beyond those shown', () => {
    const scope = IMPACT.planes[0]?.scopes[0];
    const many = {
      ...IMPACT,
      planes: Array.from({ length: 9 }, (_, i) => ({
        plane: `p-${String(i)}`,
        state: 'kept',
        scopes: [
          {
            ...scope,
            ranges: Array.from({ length: 13 }, () => scope?.ranges[0]),
            inputs: { ...NOTHING, added: Array.from({ length: 13 }, (_, k) => `l-${String(k)}`) },
          },
        ],
      })),
    };
    const text = comment(many);
    expect(text).toContain('And 1 more planes.');
    expect(text).toContain('And 1 more ranges.');
    expect(text).toContain('`l-11`, and 1 more');
  });
  it('repeats no text of a report, whatever is in it', () => {
    const texts = fc.oneof(
      fc.string({ minLength: 5 }),
      fc.constantFrom('@everyone', '[x](https://evil.example)', '<img src=x>', '`x`\n# y', '| a |'),
    );
    const before = IMPACT.planes[0]?.scopes[0]?.ranges[0];
    fc.assert(
      fc.property(texts, (text) => {
        fc.pre(!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(text));
        const variants = [
          { ...IMPACT, commit: text },
          { ...IMPACT, planes: [{ ...IMPACT.planes[0], plane: text }] },
          { ...IMPACT, planes: [{ ...IMPACT.planes[0], state: text }] },
          {
            ...IMPACT,
            planes: [
              {
                ...IMPACT.planes[0],
                scopes: [{ ...IMPACT.planes[0]?.scopes[0], ranges: [{ ...before, after: text }] }],
              },
            ],
          },
          {
            ...IMPACT,
            planes: [
              {
                ...IMPACT.planes[0],
                scopes: [{ ...IMPACT.planes[0]?.scopes[0], ranges: [{ ...before, from: text }] }],
              },
            ],
          },
        ];
        for (const variant of variants) {
          expect(comment(variant)).toContain('The impact could not be read');
          expect(comment(variant)).not.toContain(text);
        }
        // Free texts of the report that are not used do no harm.
        const titled = { ...IMPACT, base: text, planes: [{ ...IMPACT.planes[0], title: text }] };
        expect(comment(titled, text)).toBe(comment(IMPACT));
      }),
      { seed: 7, numRuns: 100 },
    );
  });
  it.each([
    ['no JSON', '<html>'],
    ['nothing', ''],
    ['more than 2 MB', ' '.repeat(2_000_001)],
  ])('is written without an impact that is %s', (_, text) => {
    expect(writePullComment(readPullReport(text, ''), SHA, RUN)).toContain(
      'The impact could not be read',
    );
  });
  it('takes only lines of combine for stale files', () => {
    const lines = [
      'changed combined/a.json',
      'added combined/../../x.json',
      'changed combined/B.json',
      '> npm run',
    ];
    expect(readPullReport('', lines.join('\n')).stale).toEqual(['a']);
  });
});

describe('the event of a run', () => {
  const run = {
    id: 7,
    event: 'pull_request',
    head_sha: SHA,
    head_branch: 'b',
    head_repository: { owner: { login: 'o' } },
  };
  it('is that of a pull request', () => {
    expect(WorkflowRunEvent.safeParse({ workflow_run: run }).success).toBe(true);
    expect(WorkflowRunEvent.safeParse({ workflow_run: { ...run, event: 'push' } }).success).toBe(
      false,
    );
    expect(WorkflowRunEvent.safeParse({ workflow_run: { ...run, head_sha: 'main' } }).success).toBe(
      false,
    );
  });
  it('belongs to the pull request with its newest commit, and to no other', () => {
    const pulls = [
      { number: 3, head: { sha: 'f'.repeat(40) } },
      { number: 4, head: { sha: SHA } },
    ];
    expect(findPullNumber(pulls, SHA)).toBe(4);
    expect(findPullNumber(pulls.slice(0, 1), SHA)).toBeUndefined();
  });
});
