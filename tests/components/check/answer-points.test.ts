import { describe, expect, it } from 'vitest';
import type { Format } from '../../../src/components/check/answer-points.ts';
import { FAULTS_KEPT, PointsAnswerer } from '../../../src/components/check/answer-points.ts';
import type { JudgeLimit } from '../../../src/core/query/verdict.ts';
import { makeJudge } from '../../../src/core/query/verdict.ts';

const LIMIT: JudgeLimit = {
  id: 'babar-2014',
  reference: 'BaBar:2014zli',
  cl: 0.9,
  derivedBy: 'collaboration',
  ratePower: 2,
  geometry: {
    kind: 'one-sided',
    side: 'above',
    segments: [{ mass: Float64Array.of(1, 2), value: Float64Array.of(1, 1) }],
  },
};
const judge = makeJudge({ plane: 'p', limits: [LIMIT] });
const POINTS = 'mass,value\n1,10\nbad,1\n1,0.5\n3,1\n-1,1\n';

function answer(format: Format, pieces: readonly string[] = [POINTS]): [string, PointsAnswerer] {
  const answerer = new PointsAnswerer(judge, 'GeV', format);
  const text = pieces.map((piece) => answerer.take(piece)).join('') + answerer.end();
  return [text, answerer];
}

describe('PointsAnswerer', () => {
  it('writes one row of CSV for each point, with its line in the list', () => {
    expect(answer('csv')[0].split('\n')).toEqual([
      'line,mass,value,state,limits,limit,reference,cl,margin,marginRate,derivedBy,side,edge,factor',
      '2,1,10,excluded,1,babar-2014,BaBar:2014zli,0.9,10,100,collaboration,,,',
      '4,1,0.5,allowed,0,babar-2014,,,,,,below-floor,1,2',
      '5,3,1,unmeasured,0,,,,,,,,,',
      '6,-1,1,not-applicable,0,,,,,,,,,',
      '',
    ]);
  });
  it('writes whole verdicts as JSON lines', () => {
    const rows = answer('jsonl')[0].trimEnd().split('\n');
    expect(rows).toHaveLength(4);
    expect(JSON.parse(rows[0] ?? '')).toMatchObject({
      line: 2,
      plane: 'p',
      state: 'excluded',
      by: [{ limit: 'babar-2014', margin: 10, marginRate: 100 }],
    });
  });
  it('answers the same however the list arrives', () => {
    for (const format of ['csv', 'jsonl'] as const)
      expect(answer(format, POINTS.split(/(?<=.)/su))[0]).toBe(answer(format)[0]);
  });
  it('counts every outcome and reports bad rows with their lines', () => {
    expect(answer('csv')[1].tally()).toEqual({
      states: { excluded: 1, allowed: 1, gap: 0, unmeasured: 1, 'not-applicable': 1 },
      faultCount: 1,
      faults: [
        {
          line: 3,
          fault: { found: '"bad" as mass', expected: 'a plain decimal number like 1.5e-3' },
        },
      ],
    });
  });
  it('keeps the first bad rows and counts the rest', () => {
    const [, answerer] = answer('csv', ['1,1\n', 'x,1\n'.repeat(1000)]);
    const { faultCount, faults } = answerer.tally();
    expect([faultCount, faults.length]).toEqual([1000, FAULTS_KEPT]);
  });
  it('takes masses in MeV', () => {
    const answerer = new PointsAnswerer(judge, 'MeV', 'csv');
    expect(answerer.take('1500,2\n')).toContain('1,1.5,2,excluded');
  });
});
