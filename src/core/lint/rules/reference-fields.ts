import type { CatalogueRule } from '../rule.ts';

/** INSPIRE texkeys: a name, a year and two to four letters or digits. */
const TEXKEY = /^[A-Za-z0-9'.-]+:\d{4}[a-z0-9]{2,4}$/;

/** Keys of INSPIRE that do not have that form. */
const IRREGULAR_TEXKEYS: ReadonlySet<string> = new Set(['AxionLimits']);

export const referenceFields: CatalogueRule = {
  name: 'reference-fields',
  description: 'A record that claims to be verified has a well-formed texkey, a title and a year.',
  scope: 'catalogue',
  *check({ catalogue }) {
    for (const reference of catalogue.references.values()) {
      const { key } = reference;
      const at = (property: string): { file: string; path: string[] } => ({
        file: 'references.bib',
        path: [key, property],
      });
      if (reference.texkey === 'verified' && !TEXKEY.test(key) && !IRREGULAR_TEXKEYS.has(key)) {
        yield {
          ...at('texkey'),
          found: `x-texkey = verified for "${key}"`,
          expected: 'an INSPIRE texkey like BaBar:2014zli',
          fix: 'look the key up on INSPIRE, or write x-texkey = {unverified}',
        };
      }
      if (
        reference.bibliography === 'verified' &&
        (reference.title === undefined || reference.year === undefined)
      ) {
        yield {
          ...at('bibliography'),
          found: `x-bibliography = verified for ${key} without title or year`,
          expected: 'a title and a year',
          fix: 'complete the record, or write x-bibliography = {partly}',
        };
      }
    }
  },
};
