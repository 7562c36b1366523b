import { describe, expect, it } from 'vitest';
import { listCombinedFiles } from '../../../src/core/api/combined-files.ts';
import { listFrontierFiles } from '../../../src/core/api/frontier-files.ts';
import { makeApiSite, readApiText } from '../../fixtures/api-site.ts';
import { makeCatalogue, makeLimit } from '../../fixtures/make-catalogue.ts';

const CSV = 'combined/dark-photon-visible.laboratory.all.csv';

const read = (a: string, b: string): string[] => {
  const limits = [
    makeLimit({ id: 'a', rows: a }),
    makeLimit({ id: 'b', rows: b, reference: 'none-known', confidence: 'not-stated' }),
  ];
  const files = listCombinedFiles(makeApiSite(makeCatalogue({ limits })));
  return readApiText(files, CSV).trimEnd().split('\n').slice(1);
};

describe('a combined limit as a table', () => {
  it('has a row for each of two limits where the envelope steps from one to the other', () => {
    expect(read('1,1,1e-3 1,2,1e-3', '1,2,1e-4 1,3,1e-4')).toEqual([
      '1,1,0.001,a,BaBar:2014zli,0.9',
      '1,2,0.001,a,BaBar:2014zli,0.9',
      '1,2,0.0001,b,,',
      '1,3,0.0001,b,,',
    ]);
  });
  it('has the point where two limits cross once for each of them', () => {
    expect(read('1,1,1e-3 1,4,1e-3', '1,1,1e-2 1,4,1e-4')).toEqual([
      '1,1,0.001,a,BaBar:2014zli,0.9',
      '1,2,0.001,a,BaBar:2014zli,0.9',
      '1,2,0.001,b,,',
      '1,4,0.0001,b,,',
    ]);
  });
  it('begins a segment after every gap', () => {
    expect(read('1,1,1e-3 1,2,1e-3', '1,3,1e-3 1,4,1e-3').map((row) => row.slice(0, 3))).toEqual([
      '1,1',
      '1,2',
      '2,3',
      '2,4',
    ]);
  });
});

describe('the frontier as a table', () => {
  it('has who comes second, and nothing where nobody does or nothing is known', () => {
    const limits = [
      makeLimit({ id: 'a', rows: '1,1,1e-3 1,3,1e-3' }),
      makeLimit({ id: 'b', rows: '1,2,1e-4 1,4,1e-4', reference: 'none-known' }),
    ];
    const files = listFrontierFiles(makeApiSite(makeCatalogue({ limits })));
    const [header, ...rows] = readApiText(files, 'frontier.csv').trimEnd().split('\n');
    expect(header).toBe('plane,scope,level,mass_from,mass_to,limit_id,texkey,cl,runner_up,factor');
    expect(rows.filter((row) => row.includes(',ee,0.90,'))).toEqual([
      'dark-photon-visible,ee,0.90,1,2,a,BaBar:2014zli,0.9,,',
      'dark-photon-visible,ee,0.90,2,4,b,,0.9,a,10',
    ]);
  });
});
