import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { QUALITY_PARTS, QualityReport } from '../../src/core/quality/quality-report.ts';

it('has every part in the report of this site, each with figures and what repeats it', () => {
  const report = QualityReport.parse(JSON.parse(readFileSync('public/quality.json', 'utf8')));
  const empty = QUALITY_PARTS.filter(({ id }) => (report[id]?.figures.length ?? 0) === 0);
  expect(empty).toEqual([]);
});
