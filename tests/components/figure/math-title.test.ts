import { beforeAll, describe, expect, it } from 'vitest';
import { typesetTitle, writeTitleFormula } from '../../../src/components/figure/math-title.ts';
import type { Catalogue } from '../../../src/core/catalogue.ts';
import { UNITS } from '../../../src/core/units.ts';
import { parseOutline } from '../../../src/figures/path-data.ts';
import { readRealContent } from '../../fixtures/real-content.ts';

describe('writeTitleFormula', () => {
  it.each([
    ['y', '', 'y'],
    ['m_a', 'GeV', String.raw`m_a\;\,[\mathrm{GeV}]`],
    ['g', 'GeV⁻¹', String.raw`g\;\,[\mathrm{GeV}^{-1}]`],
  ])('of %s in %s', (symbol, unitLabel, formula) => {
    expect(writeTitleFormula({ symbol, unitLabel })).toBe(formula);
  });
});

describe('typesetTitle', () => {
  it('draws a letter on its baseline, a thousand units an em, downwards', async () => {
    const { d, width, height, depth } = await typesetTitle({ symbol: 'y', unitLabel: '' });
    const steps = parseOutline(d);
    const ys = steps.flatMap(({ numbers }) => numbers.filter((_, i) => i % 2 === 1));
    expect(steps.flatMap(({ numbers }) => numbers).every(Number.isInteger)).toBe(true);
    expect(width).toBeGreaterThan(400);
    expect(width).toBeLessThan(700);
    // An italic y rises half an em and goes a fifth below the line.
    expect(Math.min(...ys)).toBeGreaterThanOrEqual(-height);
    expect(Math.max(...ys)).toBeLessThanOrEqual(depth);
    expect(height).toBeGreaterThan(350);
    expect(depth).toBeGreaterThan(150);
  });

  it('is wider with its unit, and in one line however long', async () => {
    const symbol = String.raw`\mathcal B(B^0\to K^{*0}S)\,\mathcal B(S\to\mu^+\mu^-)`;
    const alone = await typesetTitle({ symbol, unitLabel: '' });
    const withUnit = await typesetTitle({ symbol, unitLabel: 'pb' });
    expect(alone.width).toBeGreaterThan(9000);
    expect(withUnit.width).toBeGreaterThan(alone.width + 1000);
    expect(withUnit.height + withUnit.depth).toBeLessThan(1500);
  });

  it('draws rules, as of a fraction', async () => {
    const { d } = await typesetTitle({ symbol: String.raw`\frac{a}{b}`, unitLabel: '' });
    const boxes = d.match(/M[^MZ]*Z/gu)?.filter((part) => !/[CQ]/u.test(part));
    expect(boxes?.length).toBe(1);
  });

  it('typesets a formula once', () => {
    expect(typesetTitle({ symbol: 'z', unitLabel: '' })).toBe(
      typesetTitle({ symbol: 'z', unitLabel: '' }),
    );
  });

  it.each([
    [String.raw`\nonsense`, String.raw`Undefined control sequence \nonsense`],
    ['a_{', 'Extra open brace or missing close brace'],
    ['文', 'it needs <text>'],
  ])('refuses %s rather than draw an error', async (symbol, why) => {
    await expect(typesetTitle({ symbol, unitLabel: '' })).rejects.toThrow(
      `MathJax cannot typeset the axis title ${symbol}: ${why}.`,
    );
  });

  describe('of the catalogue', () => {
    let catalogue: Catalogue;
    beforeAll(async () => {
      ({ catalogue } = await readRealContent());
    });

    it('typesets every quantity in each of its units', async () => {
      for (const { symbol, units } of catalogue.quantities.values()) {
        for (const unit of units) {
          const title = await typesetTitle({ symbol, unitLabel: UNITS[unit]?.label ?? unit });
          expect(title.d).not.toBe('');
        }
      }
    });
  });
});
