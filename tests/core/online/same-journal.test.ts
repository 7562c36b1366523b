import { describe, expect, it } from 'vitest';
import { isSameJournal } from '../../../src/core/online/same-journal.ts';

describe('the same journal', () => {
  it.each([
    ['Phys. Rev. Lett.', 'Phys.Rev.Lett.'],
    ['Phys. Rev. Lett.', 'Physical Review Letters'],
    ['JHEP', 'Journal of High Energy Physics'],
    ['JCAP', 'Journal of Cosmology and Astroparticle Physics'],
    ['Eur. Phys. J. C', 'The European Physical Journal C'],
    ['PTEP', 'Progress of Theoretical and Experimental Physics'],
    ['Nucl. Instrum. Meth. A', 'Nuclear Instruments and Methods in Physics Research Section A'],
  ])('is %s and %s', (a, b) => {
    expect(isSameJournal(a, b)).toBe(true);
    expect(isSameJournal(b, a)).toBe(true);
  });
  it.each([
    ['Phys. Rev. D', 'Phys. Rev. C'],
    ['Phys. Rev. D', 'Physical Review Letters'],
    ['JHEP', 'Journal of Cosmology and Astroparticle Physics'],
  ])('is not %s and %s', (a, b) => {
    expect(isSameJournal(a, b)).toBe(false);
  });
});
