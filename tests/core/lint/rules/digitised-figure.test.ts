import { describe, expect, it } from 'vitest';
import { digitisedFigure } from '../../../../src/core/lint/rules/digitised-figure.ts';
import { lintLimit, makeProvenance } from '../../../fixtures/make-catalogue.ts';

const { figure: _figure, ...WITHOUT } = makeProvenance({});

describe('digitised-figure', () => {
  it('accepts a figure, and official numbers without one', () => {
    expect(lintLimit(digitisedFigure)).toBe('');
    expect(lintLimit(digitisedFigure, { provenance: { ...WITHOUT, method: 'official' } })).toBe('');
  });
  it('refuses a digitisation that names no figure', () => {
    expect(lintLimit(digitisedFigure, { provenance: WITHOUT })).toBe(
      `limits/vector/babar-2014-dark-photon.yaml provenance.method  error  digitised-figure
  found     method: digitised without a figure
  expected  provenance.figure: the figure or table of the paper
  fix       add figure, for instance figure: Fig. 4, combined`,
    );
  });
  it('only points out that a collection of curves names none', () => {
    const from = { ...WITHOUT.from, name: 'Darkcast', revision: 'a'.repeat(40) };
    expect(lintLimit(digitisedFigure, { provenance: { ...WITHOUT, from } })).toBe(
      `limits/vector/babar-2014-dark-photon.yaml provenance.method  info  digitised-figure
  found     method: digitised without a figure; Darkcast names none
  expected  provenance.figure: the figure or table of the paper
  fix       add figure, for instance figure: Fig. 4, combined`,
    );
  });
});
