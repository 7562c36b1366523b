import { describe, expect, it } from 'vitest';
import { nearDuplicates } from '../../../../src/core/lint/rules/near-duplicates.ts';
import type { LimitOverrides } from '../../../fixtures/make-catalogue.ts';
import { runRule } from '../../../../src/core/lint/run-rules.ts';
import {
  describeMessages,
  lint,
  makeCatalogue,
  makeContext,
  makeLimit,
} from '../../../fixtures/make-catalogue.ts';

/** Rows of a curve over one decade of mass; `factor` as a function of the row. */
const draw = (
  factor: (i: number) => number,
  count = 30,
  from = 1,
  to = 10,
): Pick<LimitOverrides, 'rows'> => ({
  rows: Array.from({ length: count }, (_, i) => {
    const mass = from * (to / from) ** (i / (count - 1));
    return `1,${mass.toPrecision(8)},${(1e-3 * (1 + mass) * factor(i)).toPrecision(8)}`;
  }).join(' '),
});

const compare = (first: LimitOverrides, second: LimitOverrides): string =>
  lint(nearDuplicates, {
    limits: [makeLimit({ id: 'a', ...first }), makeLimit({ id: 'b', ...second })],
  });

const FOUND = `limits/vector/b.yaml plane  error  near-duplicates
  found     the curve of a within 1 %, in other digits
  expected  one dataset per published result
  fix       keep the better of the two (official, then author, then digitised) and say in notes how well they agree`;

describe('near-duplicates', () => {
  it('finds the same curve on other masses and in other digits', () => {
    expect(
      compare(
        draw(() => 1),
        draw((i) => 1 + 0.004 * Math.sin(i), 47),
      ),
    ).toBe(FOUND);
  });
  it('finds it in another quantity and another unit', () => {
    const rows = draw(() => 1)
      .rows?.split(' ')
      .map((row) => {
        const [segment = '', mass = '', value = ''] = row.split(',');
        return `${segment},${String(Number(mass) * 1000)},${String(Number(value) ** 2)}`;
      });
    const other = {
      rows: rows?.join(' ') ?? '',
      mass: { quantity: 'mass-dark-photon', unit: 'MeV' },
      value: { quantity: 'epsilon-squared', unit: '1' },
    };
    expect(
      compare(
        draw(() => 1, 50),
        other,
      ),
    ).toBe(FOUND);
  });
  it('accepts a curve five per cent away, and one that scatters', () => {
    expect(
      compare(
        draw(() => 1),
        draw(() => 1.05),
      ),
    ).toBe('');
    expect(
      compare(
        draw(() => 1),
        draw((i) => 1 + 0.2 * (i % 2)),
      ),
    ).toBe('');
  });
  it('accepts curves that agree over a part of their masses only', () => {
    expect(
      compare(
        draw(() => 1),
        draw(() => 1, 30, 3, 40),
      ),
    ).toBe('');
  });
  it('accepts the expected beside the observed limit, and the same curve on another plane', () => {
    expect(
      compare(
        draw(() => 1),
        { ...draw(() => 1, 40), status: 'expected' },
      ),
    ).toBe('');
    expect(
      compare(
        draw(() => 1),
        { ...draw(() => 1, 40), plane: 'other' },
      ),
    ).toBe('');
  });
  it('leaves identical files to another rule', () => {
    expect(
      compare(
        draw(() => 1),
        draw(() => 1),
      ),
    ).toBe('');
  });
  it('tells regions apart by both edges', () => {
    const region = (top: number): LimitOverrides => ({
      shape: 'interval',
      rows: `1,lower,1,1e-5 1,lower,10,1e-5 1,upper,1,${String(top)} 1,upper,10,${String(top)}`,
    });
    expect(compare(region(1e-4), region(1.5e-4))).toBe('');
    expect(compare(region(1e-4), region(1.001e-4))).toBe(FOUND);
  });
  it('finds the same from curves that were kept as JSON', () => {
    const limits = [
      makeLimit({ id: 'a', ...draw(() => 1) }),
      makeLimit({ id: 'b', ...draw(() => 1, 44) }),
    ];
    const context = makeContext(makeCatalogue({ limits }));
    let computed = 0;
    const found = runRule(nearDuplicates, {
      ...context,
      remember: (_what, _subjects, compute) => {
        computed += 1;
        return JSON.parse(JSON.stringify(compute())) as ReturnType<typeof compute>;
      },
    });
    expect(describeMessages(found)).toBe(FOUND);
    expect(computed).toBe(2);
  });
});
