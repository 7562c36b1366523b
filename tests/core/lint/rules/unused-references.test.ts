import { describe, expect, it } from 'vitest';
import { unusedReferences } from '../../../../src/core/lint/rules/unused-references.ts';
import { lint, makePortal, makeReference } from '../../../fixtures/make-catalogue.ts';

describe('unused-references', () => {
  it('accepts references that a limit cites', () => {
    expect(lint(unusedReferences)).toBe('');
  });
  it('accepts references that only prose cites', () => {
    expect(
      lint(unusedReferences, {
        limits: [],
        portals: [makePortal({ body: '<Cite key="BaBar:2014zli" />' })],
      }),
    ).toBe('');
  });
  it('names the entry that nothing cites', () => {
    expect(
      lint(unusedReferences, {
        references: [makeReference(), makeReference({ key: 'Holdom:1985ag' })],
      }),
    ).toMatchInlineSnapshot(`
      "references.bib Holdom:1985ag  error  unused-references
        found     Holdom:1985ag, cited nowhere
        expected  a citation in a limit, a search or a text
        fix       cite it, or remove the entry"
    `);
  });
});
