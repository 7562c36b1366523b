import { describe, expect, it } from 'vitest';
import { samePaper } from '../../../../src/core/lint/rules/same-paper.ts';
import { lint, makeReference } from '../../../fixtures/make-catalogue.ts';

type Facts = NonNullable<Parameters<typeof makeReference>[0]>;

const check = (first: Facts, second: Facts): string =>
  lint(samePaper, {
    references: [
      makeReference(first),
      makeReference({ key: 'BaBar:2014zlj', title: 'Something else entirely', ...second }),
    ],
  });

describe('same-paper', () => {
  it('accepts papers with identifiers and titles of their own', () => {
    expect(
      check(
        { eprint: '1406.2980', doi: '10.1103/a' },
        { eprint: '0902.2176', doi: '10.1103/b', title: 'Search for a Light Scalar at BaBar' },
      ),
    ).toBe('');
  });
  it('refuses a DOI listed twice, in whatever case', () => {
    expect(
      check({ doi: '10.1103/PhysRevLett.113.201801' }, { doi: '10.1103/physrevlett.113.201801' }),
    ).toBe(
      `references.bib BaBar:2014zlj.doi  error  same-paper
  found     doi 10.1103/physrevlett.113.201801, which BaBar:2014zli has too
  expected  each paper once
  fix       merge the two entries and cite the one that stays`,
    );
  });
  it('refuses an arXiv number listed twice', () => {
    expect(check({ eprint: '1406.2980' }, { eprint: '1406.2980' })).toContain(
      'found     eprint 1406.2980, which BaBar:2014zli has too',
    );
  });
  it('refuses nearly the same title, whatever its LaTeX, order and one misspelling', () => {
    for (const title of [
      'Search for a Dark Photon in $e^+e^-$ Collisions at BaBar',
      'Search for a dark photon in {$e^{+}e^{-}$} collisions at {BaBar}',
      'SEARCH FOR A DARK PHOTON IN COLLISIONS AT BABAR',
      'Search for a dark photon in $e^+e^-$ colisions at BaBar',
    ])
      expect(check({}, { title }), title).toContain('found     nearly the title of BaBar:2014zli');
  });
  it('accepts alike titles of papers that identifiers tell apart', () => {
    const { title } = makeReference();
    expect(check({ eprint: '1406.2980' }, { title, eprint: '1506.2980' })).toBe('');
    expect(check({ doi: '10.1103/a' }, { title, doi: '10.1103/b' })).toBe('');
    expect(check({ eprint: '1406.2980' }, { title, doi: '10.1103/b' })).toContain('nearly');
  });
  it('accepts titles that differ in a word that matters, and short ones', () => {
    expect(check({}, { title: 'Search for a Dark Higgs in $e^+e^-$ Collisions at BaBar' })).toBe(
      '',
    );
    expect(check({ title: 'Dark photons' }, { title: 'Dark photons' })).toBe('');
    expect(
      check(
        { title: 'Review of particle physics 2022 edition' },
        { title: 'Review of particle physics 2024 edition' },
      ),
    ).toBe('');
  });
});
