import { describe, expect, it } from 'vitest';
import {
  listPublishedProjections,
  luminosityInvFb,
  projectLuminosity,
} from '../../../src/core/physics/project-luminosity.ts';
import type { LuminosityScaling } from '../../../src/core/physics/project-luminosity.ts';
import type { LimitOverrides } from '../../fixtures/make-catalogue.ts';
import {
  makeCatalogue,
  makeLimit,
  makePlane,
  makeQuantity,
  QUANTITIES,
} from '../../fixtures/make-catalogue.ts';

const quantities = [
  ...QUANTITIES.filter(({ id }) => !id.startsWith('epsilon')),
  makeQuantity({ ratePower: 2 }),
  makeQuantity({
    id: 'epsilon-squared',
    ratePower: 1,
    relations: [{ of: 'epsilon', power: 2, why: 'the square' }],
  }),
  makeQuantity({
    id: 'inverse-epsilon',
    plausible: [1, 1e12],
    relations: [{ of: 'epsilon', power: -1, why: 'the inverse' }],
  }),
  makeQuantity({ id: 'unrelated' }),
];

function project(
  overrides: LimitOverrides,
  toInvFb: number,
  y = 'epsilon',
  more: LimitOverrides[] = [],
) {
  const limit = makeLimit({ exposure: { value: 100, unit: 'fb^-1' }, ...overrides });
  const plane = makePlane({ y: { quantity: y, range: [1e-8, 1e-1] } });
  const catalogue = makeCatalogue({
    quantities,
    planes: [plane],
    limits: [limit, ...more.map(makeLimit)],
  });
  return projectLuminosity(limit, plane, catalogue, toInvFb);
}

/** The scaling, or a failed test. */
function scale(...args: Parameters<typeof project>): LuminosityScaling {
  const result = project(...args);
  if (result.kind !== 'scaling') throw new Error(result.message);
  return result;
}

/** What readers are told instead of numbers. */
const MESSAGES: Readonly<Record<string, string>> = {
  'not-a-result': 'Only observed and expected limits are scaled.',
  'two-sided':
    'Not scaled to other luminosities: the excluded region has a floor and a ceiling that move differently.',
  displaced:
    'Not scaled to other luminosities: with displaced decays the rate is no power of the coupling.',
  'no-luminosity': 'Not scaled to other luminosities: the exposure is not stated as a luminosity.',
  'unknown-power':
    'Not scaled to other luminosities: it is not known how the rate grows with this quantity.',
  'not-positive': 'A luminosity is a positive number.',
};

describe('a luminosity', () => {
  it('is read from the three units of luminosity and no others', () => {
    expect(luminosityInvFb({ value: 514, unit: 'fb^-1' })).toBe(514);
    expect(luminosityInvFb({ value: 276, unit: 'pb^-1' })).toBe(0.276);
    expect(luminosityInvFb({ value: 10_753, unit: 'nb^-1' })).toBe(0.010753);
    expect(luminosityInvFb({ value: 1e10, unit: 'J/psi' })).toBeUndefined();
  });
});

describe('the naive scaling with luminosity', () => {
  it('takes a mixing limit down by 10^(1/2) and 10^(1/4) for ten times the data', () => {
    const result = scale({}, 1000);
    expect(result).toMatchObject({ fromInvFb: 100, toInvFb: 1000, power: 2 });
    expect(result.signalLimited).toBeCloseTo(10 ** -0.5, 12);
    expect(result.backgroundLimited).toBeCloseTo(10 ** -0.25, 12);
    expect(result.assumption).toMatch(/^A naive scaling .* not a projection/);
  });

  it('scales the square of the mixing like the square of the factor', () => {
    const [one, two] = [scale({}, 1000), scale({}, 1000, 'epsilon-squared')];
    expect(two.power).toBe(1);
    expect(two.signalLimited).toBeCloseTo(one.signalLimited ** 2, 12);
    expect(two.backgroundLimited).toBeCloseTo(one.backgroundLimited ** 2, 12);
  });

  it('raises a lower limit where the quantity is an inverse', () => {
    const result = scale({}, 1000, 'inverse-epsilon');
    expect(result.power).toBe(2);
    expect(result.signalLimited).toBeCloseTo(10 ** 0.5, 12);
  });

  it("uses the limit's own power where it states one", () => {
    expect(scale({ ratePower: 4 }, 1000).signalLimited).toBeCloseTo(10 ** -0.25, 12);
  });

  it('changes nothing at the same luminosity, in whatever unit it was stated', () => {
    const result = scale({ exposure: { value: 276, unit: 'pb^-1' } }, 0.276);
    expect(result).toMatchObject({ signalLimited: 1, backgroundLimited: 1 });
  });

  it('says what it assumes', () => {
    expect(scale({}, 1000).assumption).toBe(
      'A naive scaling of the published limit, not a projection by the experiment: it assumes the same ' +
        'energy, detector, selection and background per luminosity at every mass, and no systematic ' +
        'uncertainty. Without background the smallest rate that can be excluded falls like 1/L, with ' +
        'background like 1/√L.',
    );
  });

  it('is made for expected limits and for limits at single masses too', () => {
    expect(scale({ status: 'expected' }, 1000).signalLimited).toBeCloseTo(10 ** -0.5, 12);
    expect(scale({ shape: 'points' }, 1000).signalLimited).toBeCloseTo(10 ** -0.5, 12);
  });

  it('names projections of a collaboration of several experiments that one of the limit is part of', () => {
    const joint = { id: 'joint', status: 'projected' as const, experiment: ['belle-2', 'babar'] };
    const apart = { id: 'apart', status: 'projected' as const, experiment: ['belle-2', 'lhcb'] };
    const { published } = scale({}, 1000, 'epsilon', [joint, apart]);
    expect(published.map(({ id }) => id)).toEqual(['joint']);
  });

  it('names the published projections of the same experiment on the plane, and only those', () => {
    const projection = { id: 'reach', status: 'projected' as const };
    const more = [
      projection,
      { id: 'other', status: 'projected' as const, experiment: ['belle-2'] },
      { id: 'newer' },
    ];
    expect(scale({}, 1000, 'epsilon', more).published.map(({ id }) => id)).toEqual(['reach']);
    expect(project({ shape: 'contour' }, 1000, 'epsilon', [projection]).published).toHaveLength(1);
    const limit = makeLimit();
    expect(listPublishedProjections(limit, makePlane(), makeCatalogue())).toEqual([]);
  });

  it.each<[string, string, LimitOverrides, number?, string?]>([
    ['a projection', 'not-a-result', { status: 'projected' }],
    ['displaced decays', 'displaced', { lifetime: 'displaced' }],
    ['a displaced signature', 'displaced', { signature: 'displaced' }],
    ['an interval', 'two-sided', { shape: 'interval' }],
    ['a contour', 'two-sided', { shape: 'contour' }],
    ['no exposure', 'no-luminosity', { exposure: undefined }],
    ['a number of decays', 'no-luminosity', { exposure: { value: 1e10, unit: 'J/psi' } }],
    ['no luminosity at all', 'not-positive', {}, 0],
    ['a negative luminosity', 'not-positive', {}, -1],
    ['a luminosity that is no number', 'not-positive', {}, NaN],
    ['an endless luminosity', 'not-positive', {}, Infinity],
    ['a quantity without a rate power', 'unknown-power', {}, 1000, 'unrelated'],
    [
      'a limit on a quantity without a rate power',
      'unknown-power',
      { value: { quantity: 'unrelated', unit: '1' } },
      1000,
      'unrelated',
    ],
    ['a limit on small values', 'unknown-power', { excludes: 'below' }],
  ])('is refused for %s', (_what, reason, overrides, to = 1000, y = 'epsilon') => {
    const result = project(overrides, to, y);
    expect(result).toMatchObject({ kind: 'refused', reason });
    expect(result.kind === 'refused' && result.message).toBe(MESSAGES[reason]);
  });
});
