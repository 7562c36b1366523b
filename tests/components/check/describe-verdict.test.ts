import { describe, expect, it } from 'vitest';
import {
  describeNarrowing,
  describeVerdict,
  formatFactor,
  formatLevel,
} from '../../../src/components/check/describe-verdict.ts';
import type { PlaneBrief } from '../../../src/components/check/plane-brief.ts';
import type { Narrowing } from '../../../src/core/query/narrow-brief.ts';
import type { Brief, JudgeLimit } from '../../../src/core/query/verdict.ts';
import { judgePoint, makeJudge } from '../../../src/core/query/verdict.ts';

const curve = (mass: number[], value: number[]): { mass: Float64Array; value: Float64Array } => ({
  mass: Float64Array.from(mass),
  value: Float64Array.from(value),
});
const FLOOR: JudgeLimit = {
  id: 'floor',
  reference: 'A:2014',
  cl: 0.9,
  derivedBy: 'collaboration',
  ratePower: 2,
  geometry: {
    kind: 'one-sided',
    side: 'above',
    segments: [curve([1, 2], [1e-3, 1e-3]), curve([3, 4], [1e-3, 1e-3])],
  },
};
const ISLAND: JudgeLimit = {
  id: 'island',
  reference: 'B:1987',
  cl: 'not-stated',
  derivedBy: 'reinterpretation',
  geometry: {
    kind: 'interval',
    strips: [{ lower: curve([3, 4], [1e-6, 1e-6]), upper: curve([3, 4], [1e-5, 1e-5]) }],
  },
};
const axis = { html: '', unit: '', range: [1, 10] } as const;
const words = { title: '', isEe: true, cites: [] };
const plane: PlaneBrief = {
  contentVersion: '',
  title: 'Plane',
  mass: { ...axis, name: 'mass', plain: 'm', unit: 'GeV' },
  value: { ...axis, name: 'mixing', plain: 'ε' },
  limits: { floor: { ...words, label: 'BaBar 2014' }, island: { ...words, label: 'E137 1987' } },
  bibtex: {},
  brief: { plane: 'p', limits: [] },
};
const ALL: Narrowing = { scope: 'laboratory', level: 'all', reinterpretations: true };

function tell(mass: number, value: number, limits = [FLOOR, ISLAND], narrowing = ALL): string {
  const brief: Brief = { plane: 'p', limits };
  const judge = makeJudge(brief);
  const { headline, parts } = describeVerdict(
    judgePoint(judge, mass, value),
    judge,
    plane,
    narrowing,
  );
  const text = parts
    .map((part) => (part.limit === undefined ? part.text : `[${part.text}]`))
    .join('');
  return `${headline} ${text}`;
}

describe('describeVerdict', () => {
  it('names the strongest of the limits that exclude a point, its margin and its level', () => {
    expect(tell(3.5, 1e-2)).toBe(
      'Excluded by one published laboratory limit; the strongest margin is a factor of 10 in ε (100 in the rate), from [BaBar 2014] at 90 % CL.',
    );
    expect(tell(1, 1e-2, [FLOOR, { ...FLOOR, id: 'island', cl: 0.95 }])).toMatch(
      /^Excluded by 2 published laboratory limits;/,
    );
  });
  it('says nothing of the rate where it is no power of the coupling', () => {
    expect(tell(3.5, 2e-6)).toBe(
      'Excluded by one published laboratory limit; the strongest margin is a factor of 2 in ε, from [E137 1987] at a level not stated.',
    );
  });
  it('says that a point lies on the edge', () => {
    expect(tell(1, 1e-3)).toBe(
      'Excluded by one published laboratory limit; the point lies on the edge of [BaBar 2014] at 90 % CL.',
    );
  });
  it('tells the floor from the ceiling of the nearest limit where a point is allowed', () => {
    expect(tell(1, 5e-4)).toBe(
      'Allowed by every published laboratory limit; the point is a factor of 2 below the floor of the nearest, [BaBar 2014] at 90 % CL, which lies at ε = 1.00 × 10⁻³.',
    );
    expect(tell(3.5, 4e-5)).toBe(
      'Allowed by every published laboratory limit; the point is a factor of 4 above the ceiling of the nearest, [E137 1987] at a level not stated, which lies at ε = 1.00 × 10⁻⁵.',
    );
  });
  it('tells a gap from masses nobody reached', () => {
    expect(tell(2.5, 1e-2)).toBe(
      'In a gap No published laboratory limit reaches 2.5 GeV, though there are limits at smaller and at larger masses.',
    );
    expect(tell(0.005, 1e-2)).toBe(
      'Not measured No published laboratory limit reaches 5 MeV; the limits here reach from 1 GeV to 4 GeV.',
    );
  });
  it('says that there is no limit to ask', () => {
    expect(tell(1, 1e-2, [], { scope: 'ee', level: '0.95', reinterpretations: false })).toBe(
      'Not measured There is no published e⁺e⁻ 95 % CL original limit on this plane.',
    );
  });
  it('says that numbers below zero are no point', () => {
    expect(tell(-1, 1e-2)).toBe(
      'Not a point The mass and the value of a point are positive numbers.',
    );
  });
});

describe('the words of a verdict', () => {
  it('name the choice of limits', () => {
    expect(describeNarrowing(ALL)).toBe('published laboratory');
    expect(describeNarrowing({ ...ALL, scope: 'ee' })).toBe('published e⁺e⁻');
  });
  it('write levels and factors as readers do', () => {
    expect([0.9, 0.95, 0.999, 'not-stated' as const].map(formatLevel)).toEqual([
      '90 % CL',
      '95 % CL',
      '99.9 % CL',
      'a level not stated',
    ]);
    expect([1, 1.004, 1.236, 31.62, 1e6].map(formatFactor)).toEqual([
      '1.00',
      '1.00',
      '1.24',
      '31.6',
      '1.00 × 10⁶',
    ]);
  });
});
