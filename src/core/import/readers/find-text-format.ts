import type { SourceFormat, SourceTable } from '../source.ts';

/**
 * Whether columns of text are one of the formats that are columns with habits of their own: Darkcast's limits
 * (`.lmt`, mass first, then one or two edges) and AxionLimits' text (masses in eV, couplings in 1/GeV, both
 * named in a comment).
 */
export function findTextFormat(file: string, tables: readonly SourceTable[]): SourceFormat {
  const [table] = tables;
  if (/\.(?:lmt|prd)$/iu.test(file)) return 'darkcast-lmt';
  const isAxion =
    table?.facts.some((fact) => /\[eV\].*\[GeV\^-1\]/u.test(fact.slice(0, 300))) ?? false;
  return isAxion && table?.columns.length === 2 ? 'axionlimits-text' : 'columns-text';
}
