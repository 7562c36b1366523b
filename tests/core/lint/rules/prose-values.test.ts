import { describe, expect, it } from 'vitest';
import { proseValues } from '../../../../src/core/lint/rules/prose-values.ts';
import type { LimitOverrides } from '../../../fixtures/make-catalogue.ts';
import { lint, makeLimit, makePortal } from '../../../fixtures/make-catalogue.ts';

const lintValue = (attributes: string, overrides: LimitOverrides = {}): string =>
  lint(proseValues, {
    portals: [makePortal({ body: `It is <Value limit="babar-2014-dark-photon" ${attributes}/>.` })],
    limits: [makeLimit(overrides)],
  });

describe('prose-values', () => {
  it('accepts what the data can give', () => {
    const exposure = { value: 514, unit: 'fb^-1' } as const;
    for (const attributes of ['at="2"', 'of="value" at="1.5"', 'of="best"', 'of="confidence"'])
      expect(lintValue(attributes)).toBe('');
    expect(lintValue('of="exposure"', { exposure })).toBe('');
  });
  it('sees a mass where there is no curve, and a missing one', () => {
    expect(lintValue('at="5"')).toMatchInlineSnapshot(`
      "portals/vector.mdx :10  error  prose-values
        found     babar-2014-dark-photon at "5"
        expected  a mass [GeV] inside a one-sided curve; this one-sided limit spans 1 to 3 GeV
        fix       choose a mass where the curve is, or another limit"
    `);
    expect(lintValue('')).toContain('babar-2014-dark-photon at ""');
    expect(lintValue('at="two"')).toContain('at "two"');
  });
  it('sees a shape that has no values to read', () => {
    expect(lintValue('at="2"', { shape: 'contour' })).toContain('this contour limit');
    expect(lintValue('of="best"', { shape: 'band' })).toMatchInlineSnapshot(`
      "portals/vector.mdx :10  error  prose-values
        found     the best value of babar-2014-dark-photon, a band
        expected  a limit whose numbers are values of the coupling
        fix       name another limit, or say it in words"
    `);
  });
  it('sees a fact that the limit does not state, and a word it does not know', () => {
    expect(lintValue('of="exposure"')).toMatchInlineSnapshot(`
      "portals/vector.mdx :10  error  prose-values
        found     the exposure of babar-2014-dark-photon, which states none
        expected  a limit with an exposure
        fix       add exposure to limits/vector/babar-2014-dark-photon.yaml, or say it in words with a citation"
    `);
    expect(lintValue('of="colour"')).toMatchInlineSnapshot(`
      "portals/vector.mdx :10  error  prose-values
        found     of="colour"
        expected  value, best, exposure, confidence, mass-range
        fix       write one of them"
    `);
  });
  it('leaves an unknown limit to another rule', () => {
    const body = 'It is <Value limit="nothing" at="2"/>.';
    expect(lint(proseValues, { portals: [makePortal({ body })] })).toBe('');
  });
});
