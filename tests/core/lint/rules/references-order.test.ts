import { describe, expect, it } from 'vitest';
import { referencesOrder } from '../../../../src/core/lint/rules/references-order.ts';
import { runRule } from '../../../../src/core/lint/run-rules.ts';
import { describeMessages, makeCatalogue, makeContext } from '../../../fixtures/make-catalogue.ts';

const check = (text: string): string =>
  describeMessages(
    runRule(referencesOrder, {
      ...makeContext(makeCatalogue()),
      texts: new Map([['references.bib', text]]),
    }),
  );

describe('references-order', () => {
  it('accepts entries in the order of their keys, capitals before small letters', () => {
    expect(check('@article{A:2001a,\n}\n\n@misc{B:2001a,\n}\n\n@misc{a:2001a,\n}\n')).toBe('');
    expect(check('')).toBe('');
  });
  it('refuses an entry after one with a later key', () => {
    expect(check('@article{B:2001a,\n}\n\n@misc{ A:2001a,\n}\n')).toBe(
      `references.bib :4  error  references-order
  found     A:2001a after B:2001a
  expected  entries in the order of their keys
  fix       move the entry (npm run check -- --fix does)`,
    );
  });
});
