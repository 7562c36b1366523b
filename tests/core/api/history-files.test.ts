import { describe, expect, it } from 'vitest';
import { listHistoryFiles } from '../../../src/core/api/history-files.ts';
import type { HistoryFile } from '../../../src/core/api/schemas/history-file.ts';
import { makeApiSite, readApiText } from '../../fixtures/api-site.ts';
import { makeCatalogue, makeLimit, makeReference } from '../../fixtures/make-catalogue.ts';

const makeDated = (year: number, rows: string, more: object = {}): ReturnType<typeof makeLimit> =>
  makeLimit({ id: `limit-${String(year)}`, reference: `BaBar:${String(year)}a`, rows, ...more });

const catalogue = makeCatalogue({
  limits: [
    makeDated(2010, '1,1,1e-3 1,3,1e-3'),
    // Weaker everywhere: it enters, and the envelope stays.
    makeDated(2011, '1,1,5e-3 1,3,5e-3'),
    makeDated(2012, '1,2,1e-4 1,3,1e-4'),
    makeLimit({ id: 'undated', reference: 'none-known', rows: '1,1,1e-5 1,3,1e-5' }),
  ],
  references: [2010, 2011, 2012].map((year) =>
    makeReference({ key: `BaBar:${String(year)}a`, year }),
  ),
});

const file = JSON.parse(
  readApiText(
    listHistoryFiles(makeApiSite(catalogue)),
    'combined/dark-photon-visible.history.json',
  ),
) as HistoryFile;
const { laboratory, ee } = file.scopes;

describe('the history of a combined limit', () => {
  it('has the combined limit as it stood at the end of every year that changed it', () => {
    expect(laboratory.years.map(({ year }) => year)).toEqual([2010, 2011, 2012]);
    expect(laboratory.years[0]).toMatchObject({
      inputs: ['limit-2010'],
      envelope: [
        [
          [1, 0.001],
          [3, 0.001],
        ],
      ],
    });
    expect(laboratory.years[1]).toMatchObject({
      inputs: ['limit-2010', 'limit-2011'],
      envelope: laboratory.years[0]?.envelope,
    });
    expect(laboratory.years[2]?.frontier.map(({ limit }) => limit)).toEqual([
      'limit-2010',
      'limit-2012',
    ]);
    expect(ee.years).toEqual(laboratory.years);
  });
  it('says what each paper changed, also that it changed nothing', () => {
    expect(laboratory.steps.map(({ date, unmoved }) => [date, unmoved])).toEqual([
      ['2010', []],
      ['2011', ['limit-2011']],
      ['2012', []],
    ]);
    expect(laboratory.steps[2]?.improvements).toEqual([
      {
        limit: 'limit-2012',
        improved: { ranges: [{ from: 2, to: 3 }], factor: 10, maximum: 10 },
        islands: [],
      },
    ]);
  });
  it('leaves out what has no date, and says so', () => {
    expect(laboratory.undated).toEqual(['undated']);
  });
});
