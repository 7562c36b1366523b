import type { CatalogueRule } from '../rule.ts';

/** INSPIRE gives the key when it first sees the paper: with the preprint, or shortly after New Year. */
const KEY_AFTER_PREPRINT: Bounds = [0, 1];
/** A paper appears in print in the year of the preprint or up to three years later. */
const YEAR_AFTER_PREPRINT: Bounds = [0, 3];
/** Without a preprint the key is made when the report or the paper is seen. */
const YEAR_AFTER_KEY: Bounds = [-1, 3];

type Bounds = readonly [least: number, most: number];

const isWithin = (difference: number, [least, most]: Bounds): boolean =>
  difference >= least && difference <= most;

export const referenceYears: CatalogueRule = {
  name: 'reference-years',
  description:
    'The years in the key, in the arXiv number and of the publication agree: otherwise two papers were mixed up.',
  scope: 'catalogue',
  *check({ catalogue }) {
    for (const { key, eprint, year } of catalogue.references.values()) {
      const keyYear = readKeyYear(key);
      const preprint = eprint === undefined ? undefined : readPreprint(eprint);
      const at = (property: string): { file: string; path: string[] } => ({
        file: 'references.bib',
        path: [key, property],
      });
      const fix = 'copy the entry from INSPIRE again';
      if (preprint?.isMonth === false) {
        yield {
          ...at('eprint'),
          found: `eprint ${String(eprint)}`,
          expected: 'an arXiv number that begins with year and month',
          fix,
        };
        continue;
      }
      if (
        preprint !== undefined &&
        keyYear !== undefined &&
        !isWithin(keyYear - preprint.year, KEY_AFTER_PREPRINT)
      ) {
        yield {
          ...at('eprint'),
          found: `eprint ${String(eprint)}, a number of ${String(preprint.year)}, in ${key}`,
          expected: `a preprint of ${String(keyYear)}, or of the year before`,
          fix,
        };
      }
      if (
        preprint !== undefined &&
        year !== undefined &&
        !isWithin(year - preprint.year, YEAR_AFTER_PREPRINT)
      ) {
        yield {
          ...at('year'),
          found: `year ${String(year)}, where eprint ${String(eprint)} is of ${String(preprint.year)}`,
          expected: `${String(preprint.year)} to ${String(preprint.year + YEAR_AFTER_PREPRINT[1])}`,
          fix,
        };
      }
      if (
        preprint === undefined &&
        year !== undefined &&
        keyYear !== undefined &&
        !isWithin(year - keyYear, YEAR_AFTER_KEY)
      ) {
        yield {
          ...at('year'),
          found: `year ${String(year)} in ${key}`,
          expected: `${String(keyYear + YEAR_AFTER_KEY[0])} to ${String(keyYear + YEAR_AFTER_KEY[1])}`,
          fix,
        };
      }
    }
  },
};

/** The year in a texkey; undefined for keys of another form. */
const readKeyYear = (key: string): number | undefined => {
  const digits = /:(\d{4})[a-z0-9]{2,4}$/.exec(key)?.[1];
  return digits === undefined ? undefined : Number(digits);
};

/** Year of an arXiv number of either form, and whether the digits behind it are a month. */
function readPreprint(eprint: string): { year: number; isMonth: boolean } | undefined {
  const [, digits = '', month = ''] =
    /^(?:[a-z-]+(?:\.[A-Z]{2})?\/)?(\d\d)(\d\d)/.exec(eprint) ?? [];
  if (digits === '') return undefined;
  // arXiv began in 1991.
  const year = Number(digits) + (Number(digits) >= 91 ? 1900 : 2000);
  return { year, isMonth: Number(month) >= 1 && Number(month) <= 12 };
}
