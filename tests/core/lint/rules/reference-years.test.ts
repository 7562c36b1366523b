import { describe, expect, it } from 'vitest';
import { referenceYears } from '../../../../src/core/lint/rules/reference-years.ts';
import { lint, makeReference } from '../../../fixtures/make-catalogue.ts';

const check = (overrides: Parameters<typeof makeReference>[0]): string =>
  lint(referenceYears, { references: [makeReference(overrides)] });

describe('reference-years', () => {
  it('accepts a preprint of the year of the key, or of the December before', () => {
    expect(check({ key: 'BaBar:2014zli', eprint: '1406.2980', year: 2014 })).toBe('');
    expect(check({ key: 'BESIII:2020nme', eprint: '1912.05983', year: 2020 })).toBe('');
    expect(check({ key: 'BaBar:2001xyz', eprint: 'hep-ex/0107001', year: 2001 })).toBe('');
    expect(check({ key: 'Old:1995abc', eprint: 'hep-ph/9501234', year: 1995 })).toBe('');
  });
  it('accepts a publication up to three years after the preprint', () => {
    expect(check({ key: 'BaBar:2014zli', eprint: '1406.2980', year: 2017 })).toBe('');
  });
  it('refuses the arXiv number of another year than the key', () => {
    expect(check({ key: 'BaBar:2014zli', eprint: '1606.2980', year: 2016 })).toBe(
      `references.bib BaBar:2014zli.eprint  error  reference-years
  found     eprint 1606.2980, a number of 2016, in BaBar:2014zli
  expected  a preprint of 2014, or of the year before
  fix       copy the entry from INSPIRE again`,
    );
  });
  it('refuses a publication before the preprint, and one long after it', () => {
    expect(check({ eprint: '1406.2980', year: 2013 })).toBe(
      `references.bib BaBar:2014zli.year  error  reference-years
  found     year 2013, where eprint 1406.2980 is of 2014
  expected  2014 to 2017
  fix       copy the entry from INSPIRE again`,
    );
    expect(check({ eprint: '1406.2980', year: 2018 })).toContain('year 2018, where eprint');
  });
  it('refuses a number whose month is none', () => {
    expect(check({ eprint: '1413.2980' })).toContain('found     eprint 1413.2980');
  });
  it('compares key and year where there is no preprint', () => {
    expect(check({ key: 'Bross:1989mp', year: 1991 })).toBe('');
    expect(check({ key: 'Bross:1989mp', year: 1998 })).toContain(
      'found     year 1998 in Bross:1989mp',
    );
  });
  it('leaves keys that are not of INSPIRE alone', () => {
    expect(check({ key: 'AxionLimits', year: 2020 })).toBe('');
    expect(check({ key: 'Drewes:2511.23461', eprint: '2511.23461', year: 2025 })).toBe('');
  });
});
