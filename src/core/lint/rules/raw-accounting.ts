import { atKey } from '../places.ts';
import type { LoneLimitRule } from '../rule.ts';

/** Transforms after which the CSV may have more rows than were kept: tips are shared, rings closed. */
const ADDS_ROWS: ReadonlySet<string> = new Set(['close-ring', 'split-edges']);

export const rawAccounting: LoneLimitRule = {
  name: 'raw-accounting',
  description:
    'Every raw row is kept or dropped with a reason, and the rows written are the rows of the CSV.',
  scope: 'limit-alone',
  *check(limit) {
    const { raw, method } = limit.provenance;
    if (raw.length === 0) {
      if (limit.derivedBy === 'this-project' && method === 'computed') return;
      yield {
        ...atKey(limit, 'provenance', 'raw'),
        found: 'no raw source',
        expected: 'the file the numbers came from; only what this project computes has none',
        fix: 'name the source in raw, or write derivedBy: this-project and method: computed',
      };
      return;
    }
    for (const [i, source] of raw.entries()) {
      const dropped = source.dropped.reduce((sum, group) => sum + group.rows, 0);
      if (source.rows !== source.kept + dropped) {
        yield {
          ...atKey(limit, 'provenance', 'raw', i, 'rows'),
          found: `${String(source.rows)} rows, ${String(source.kept)} kept and ${String(dropped)} dropped`,
          expected: 'rows = kept + dropped',
          fix: 'count again; every dropped row needs a reason',
        };
      }
      const mayAdd = source.transforms.some((transform) => ADDS_ROWS.has(transform));
      if (mayAdd ? source.written < source.kept : source.written !== source.kept) {
        yield {
          ...atKey(limit, 'provenance', 'raw', i, 'written'),
          found: `${String(source.written)} written of ${String(source.kept)} kept`,
          expected: mayAdd ? 'at least the rows kept' : 'the rows kept',
          fix: 'count the CSV rows from this source, or name the transform that adds rows',
        };
      }
      if (source.transforms.includes('none') && source.transforms.length > 1) {
        yield {
          ...atKey(limit, 'provenance', 'raw', i, 'transforms'),
          found: source.transforms.join(', '),
          expected: 'none alone, or the transforms applied',
          fix: 'remove none',
        };
      }
    }
    const written = raw.reduce((sum, source) => sum + source.written, 0);
    if (written !== limit.table.length) {
      yield {
        ...atKey(limit, 'provenance', 'raw'),
        found: `${String(written)} rows written in all`,
        expected: `the ${String(limit.table.length)} rows of the CSV`,
        fix: 'correct the accounting, or restore the rows that were lost or added',
      };
    }
  },
};
