import { describe, expect, it } from 'vitest';
import { resolvedReferences } from '../../../../src/core/lint/rules/resolved-references.ts';
import { lint, makeLimit, makeModel } from '../../../fixtures/make-catalogue.ts';

describe('resolved-references', () => {
  it('accepts citations of what is in references.bib', () => {
    expect(lint(resolvedReferences)).toBe('');
  });
  it('accepts none-known', () => {
    expect(lint(resolvedReferences, { limits: [makeLimit({ reference: 'none-known' })] })).toBe('');
  });
  it('proposes the key that was meant', () => {
    expect(lint(resolvedReferences, { limits: [makeLimit({ reference: 'BaBar:2014zil' })] }))
      .toMatchInlineSnapshot(`
      "limits/vector/babar-2014-dark-photon.yaml reference  error  resolved-references
        found     the reference "BaBar:2014zil", which is not in references.bib
        expected  a key of references.bib; did you mean "BaBar:2014zli"?
        fix       write BaBar:2014zli"
    `);
  });
  it('asks for the entry where no key is near', () => {
    expect(lint(resolvedReferences, { limits: [makeLimit({ data: 'Ilten:2018crw' })] }))
      .toMatchInlineSnapshot(`
      "limits/vector/babar-2014-dark-photon.yaml data  error  resolved-references
        found     the reference "Ilten:2018crw", which is not in references.bib
        expected  a key of references.bib
        fix       add the BibTeX entry from INSPIRE, or write none-known"
    `);
  });
  it('points at the line of a citation in prose', () => {
    expect(
      lint(resolvedReferences, {
        models: [makeModel({ body: 'A photon.\n\nSee <Cite key="Holdom:1985ag" />.\n' })],
      }),
    ).toMatchInlineSnapshot(`
      "models/dark-photon.mdx :12  error  resolved-references
        found     the reference "Holdom:1985ag", which is not in references.bib
        expected  a key of references.bib
        fix       add the BibTeX entry from INSPIRE, or write none-known"
    `);
  });
});
