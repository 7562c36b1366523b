import type { LoneLimitRule } from '../rule.ts';
import { valueColumnName } from '../decode.ts';
import { atRow } from '../places.ts';

/** No published limit is known to a part in a million; digits beyond come from a computer. */
const MEANINGFUL = 6;
/** Rows looked at: the digits of a file are of one kind. */
const SAMPLE = 200;

export const digits: LoneLimitRule = {
  name: 'digits',
  description:
    'Values with more digits than any figure or fit can carry are pointed out; they are kept as the source gives them.',
  scope: 'limit-alone',
  *check(limit) {
    const index = limit.table.columns.indexOf(
      limit.shape === 'ratio-map' ? 'ratio' : valueColumnName(limit),
    );
    const counts = takeLines(limit.table.text, SAMPLE)
      .map((line) => countDigits(line.split(',')[index] ?? ''))
      .sort((a, b) => a - b);
    const median = counts[Math.floor(counts.length / 2)] ?? 0;
    if (median <= MEANINGFUL) return;
    yield {
      ...atRow(limit, 0),
      severity: 'info',
      found: `values with ${String(median)} significant digits`,
      expected: `at most ${String(MEANINGFUL)} that mean something`,
      fix: 'nothing, where the source has them: digits are kept as given',
    };
  },
};

/** The first lines after the header. */
function takeLines(text: string, count: number): string[] {
  let end = text.indexOf('\n') + 1;
  const start = end;
  for (let line = 0; line < count && end < text.length; line++) {
    const next = text.indexOf('\n', end);
    end = next === -1 ? text.length : next + 1;
  }
  return text.slice(start, end).split('\n').filter(Boolean);
}

/** Significant digits of a number as written; zeros at its ends say nothing. */
export const countDigits = (written: string): number =>
  written
    .replace(/[eE].*$/, '')
    .replace(/[-+.]/g, '')
    .replace(/^0+|0+$/g, '').length;
