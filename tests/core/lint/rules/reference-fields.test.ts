import { describe, expect, it } from 'vitest';
import { referenceFields } from '../../../../src/core/lint/rules/reference-fields.ts';
import { lint, makeReference } from '../../../fixtures/make-catalogue.ts';

describe('reference-fields', () => {
  it('accepts a complete record', () => {
    expect(lint(referenceFields, { references: [makeReference()] })).toBe('');
  });
  it('accepts gaps in records that do not claim to be verified', () => {
    expect(
      lint(referenceFields, {
        references: [makeReference({ bibliography: 'partly', title: undefined, year: undefined })],
      }),
    ).toBe('');
    expect(
      lint(referenceFields, {
        references: [makeReference({ key: 'BaBar', texkey: 'unverified' })],
      }),
    ).toBe('');
  });
  it('knows keys of INSPIRE of another form', () => {
    expect(lint(referenceFields, { references: [makeReference({ key: 'AxionLimits' })] })).toBe('');
  });
  it('refuses a verified key that is not of INSPIRE', () => {
    expect(lint(referenceFields, { references: [makeReference({ key: 'BaBar:14' })] }))
      .toMatchInlineSnapshot(`
      "references.bib BaBar:14.texkey  error  reference-fields
        found     x-texkey = verified for "BaBar:14"
        expected  an INSPIRE texkey like BaBar:2014zli
        fix       look the key up on INSPIRE, or write x-texkey = {unverified}"
    `);
  });
  it('refuses a verified record without a title', () => {
    expect(lint(referenceFields, { references: [makeReference({ title: undefined })] }))
      .toMatchInlineSnapshot(`
      "references.bib BaBar:2014zli.bibliography  error  reference-fields
        found     x-bibliography = verified for BaBar:2014zli without title or year
        expected  a title and a year
        fix       complete the record, or write x-bibliography = {partly}"
    `);
  });
  it('refuses a verified record without a year', () => {
    expect(lint(referenceFields, { references: [makeReference({ year: undefined })] }))
      .toMatchInlineSnapshot(`
      "references.bib BaBar:2014zli.bibliography  error  reference-fields
        found     x-bibliography = verified for BaBar:2014zli without title or year
        expected  a title and a year
        fix       complete the record, or write x-bibliography = {partly}"
    `);
  });
});
