import { describe, expect, it } from 'vitest';
import { writeImpactMarkdown } from '../../../src/core/impact/impact-markdown.ts';
import type { ImpactReport } from '../../../src/core/impact/impact-markdown.ts';

const NOTHING = { added: [], removed: [], changed: [] };
const COMMIT = '0123456789abcdef0123456789abcdef01234567';
const report = (facts: Partial<ImpactReport>): ImpactReport => ({
  base: 'main',
  commit: COMMIT,
  baseErrors: 0,
  planes: [],
  ...facts,
});

describe('an impact as Markdown', () => {
  it('says so when nothing changed', () => {
    expect(writeImpactMarkdown(report({}))).toBe(
      '# Impact on the combined limits since `main` (`0123456789ab`)\n\nNothing changed.\n',
    );
  });

  it('names a commit once', () => {
    expect(writeImpactMarkdown(report({ base: '0123456' }))).toContain('since `0123456789ab`\n');
  });

  it('warns of faults at the base revision', () => {
    expect(writeImpactMarkdown(report({ baseErrors: 1 }))).toContain(
      'has 1 fault; what the faulty files hold counts as absent there',
    );
  });

  it('has a table of ranges, lists of ids and the picture', () => {
    const text = writeImpactMarkdown(
      report({
        planes: [
          {
            plane: 'p',
            title: 'A plane',
            state: 'kept',
            scopes: [
              {
                scope: 'ee',
                ranges: [
                  {
                    from: 0.0202,
                    to: 0.21,
                    change: 'stronger',
                    before: 'old',
                    after: 'new',
                    meanFactor: 1.23456,
                    maxFactor: 2,
                  },
                  { from: 1, to: 2, change: 'covered', after: 'new' },
                ],
                inputs: { ...NOTHING, added: ['new'], removed: ['gone'] },
                islands: { ...NOTHING, removed: ['gone'] },
              },
            ],
          },
        ],
      }),
      new Map([['p', 'p.svg']]),
    );
    expect(text).toMatchInlineSnapshot(`
      "# Impact on the combined limits since \`main\` (\`0123456789ab\`)

      ## A plane (\`p\`)

      ![Before (grey) and after (accent)](p.svg)

      ### e⁺e⁻ colliders

      | mass [GeV] | change | mean factor | largest factor | before | after |
      | --- | --- | ---: | ---: | --- | --- |
      | 0.0202 – 0.21 | stronger | × 1.23 | × 2 | \`old\` | \`new\` |
      | 1 – 2 | newly covered | – | – | – | \`new\` |

      Inputs:

      - added: \`new\`
      - removed: \`gone\`

      Outside the envelope (islands and single masses):

      - removed: \`gone\`
      "
    `);
  });

  it('keeps the widest ranges of a long table and says how many are left out', () => {
    const ranges = Array.from({ length: 40 }, (_, i) => ({
      from: 1 + i,
      to: 1.5 + i,
      change: 'lost' as const,
      before: 'a',
    }));
    const scopes = [{ scope: 'ee' as const, ranges, inputs: NOTHING, islands: NOTHING }];
    const text = writeImpactMarkdown(
      report({ planes: [{ plane: 'p', title: 'P', state: 'kept', scopes }] }),
    );
    expect(text.match(/no longer covered/gu)).toHaveLength(30);
    expect(text).toContain('Also in 10 narrower ranges');
    expect(text).toContain('| 1 – 1.5 |');
  });

  it.each([
    ['added', 'A new plane.'],
    ['removed', 'This plane is gone.'],
    ['redefined', 'cannot be compared'],
  ] as const)('says that a plane was %s', (state, words) => {
    const planes = [{ plane: 'p', title: 'P', state, scopes: [] }];
    expect(writeImpactMarkdown(report({ planes }))).toContain(words);
  });
});
