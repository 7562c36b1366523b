import { readHeader } from '../figure/own-curve-columns.ts';
import { readUnit } from './read-unit.ts';
import type { SourceColumn } from './source.ts';

/** Parts that a column can play. */
export type ColumnRole =
  | 'mass'
  | 'massLow'
  | 'massHigh'
  | 'value'
  | 'expected'
  | 'lo1'
  | 'hi1'
  | 'lo2'
  | 'hi2'
  | 'lower'
  | 'upper'
  | 'parameter'
  | 'ratio';

/** What a column's header and unit say. */
export interface ColumnFacts {
  /** As people count: `column 2 “eps”`. */
  readonly label: string;
  /** The header without its unit. */
  readonly bare: string;
  readonly unit?: string;
  readonly isLog10: boolean;
  readonly isSquared: boolean;
  readonly role?: ColumnRole;
  /** True where the format itself says that the other columns depend on it. */
  readonly isIndependent: boolean;
}

/** No name of a column is longer and worth reading. */
const LONGEST_HEADER = 200;

/** Reads a column's header. Names that say nothing, such as x and y of a digitiser, give no role. */
export function readColumnFacts(column: SourceColumn, index: number): ColumnFacts {
  const written = (column.header ?? '').slice(0, LONGEST_HEADER);
  const clean = written
    .replaceAll(/\\(?:mathrm|text|rm|mbox|,|;|!)/gu, ' ')
    .replaceAll(/\/\s*\$?\s*c\s*(?:\$?\s*\^?\s*\{?2\}?|²)?\s*\$?(?=\s*(?:[\])]|$))/gu, '');
  const header = readHeader(clean);
  const bracket = /[[(]([^[\]()]+)[\])]\s*$/u.exec(clean);
  const inBrackets = bracket === null ? undefined : readUnit(bracket[1] ?? '');
  const unit = readUnit((column.unit ?? '').slice(0, LONGEST_HEADER)) ?? header.unit ?? inBrackets;
  const bare =
    header.unit === undefined && inBrackets !== undefined
      ? clean.slice(0, bracket?.index).trim()
      : header.bare;
  const role =
    column.bin === undefined
      ? findRole(bare)
      : column.isIndependent === true
        ? BINS[column.bin]
        : undefined;
  return {
    label: `column ${String(index + 1)}${written === '' ? '' : ` “${written}”`}${column.bin === undefined ? '' : ` (${column.bin} edge)`}`,
    bare,
    ...(unit === undefined ? {} : { unit }),
    isLog10: header.isLog10,
    isIndependent: column.isIndependent === true,
    isSquared: /\^\s*\{?2|²|\*\*2|squared|(?:eps|epsilon|ε|[uvg]|theta|θ)4?2\b/iu.test(bare),
    ...(role === undefined ? {} : { role }),
  };
}

const MASS = /^(?:m|masses|ma|mx|mn|mzp|mhnl)\b|^m[_ ^]|^m\d\b|\bmass\b|^mass|mass$|_mass/iu;
const SIGMAS =
  /([+\-−–]|plus|minus|up|down|lo|hi|[pm])[\s_]*([12])[\s_]*(?:σ|\\?sigma|s\.?\s?d|std|$)|([12])[\s_]*(?:σ|\\?sigma|s\.?\s?d|std)[\s_.]*(up|down|low|high|[+\-−–])/iu;

const BINS = { low: 'massLow', high: 'massHigh' } as const;

function findRole(bare: string): ColumnRole | undefined {
  const isLow = /\b(?:low|lo|min|lower edge)\b|_(?:low|lo|min)$|Low$/u.test(bare);
  const isHigh = /\b(?:high|hi|max|upper edge)\b|_(?:high|hi|max)$|High$/u.test(bare);
  if (MASS.test(bare)) return isLow ? 'massLow' : isHigh ? 'massHigh' : 'mass';
  const percent = /\b(68|95)\s?%\s.*\b(lower|low|down|higher|high|upper|up)\b/iu.exec(bare);
  if (percent !== null)
    return `${/^[lD]/iu.test(percent[2] ?? '') ? 'lo' : 'hi'}${percent[1] === '68' ? '1' : '2'}`;
  const sigmas = SIGMAS.exec(bare);
  if (sigmas !== null) {
    const sign = (sigmas[1] ?? sigmas[4] ?? '').toLowerCase();
    const count = (sigmas[2] ?? sigmas[3]) === '1' ? '1' : '2';
    const isUp = ['+', 'plus', 'up', 'hi', 'high', 'p'].includes(sign);
    return isUp ? (`hi${count}` as const) : (`lo${count}` as const);
  }
  if (/\bexp(?:ected)?\b|^exp|\bmedian\b|\bcentral\b|expected/iu.test(bare)) return 'expected';
  if (/\b(?:lower|bottom|floor)\b/iu.test(bare) && !/limit/iu.test(bare)) return 'lower';
  if (/\b(?:upper|top|ceiling)\b/iu.test(bare) && !/limit/iu.test(bare)) return 'upper';
  if (/^ratio$|^r$|\bratio\b/iu.test(bare)) return 'ratio';
  if (/\bc?tau\b|\blifetime\b|^τ$|^cτ$/iu.test(bare)) return 'parameter';
  if (
    /\bobs(?:erved)?\b|\blimit\b|^value$|coupling|eps|ε|sin|theta|θ|ξ|^g[_ '′]|^[uv]\d?[_ ]?|\||mixing|branching|^br\b/iu.test(
      bare,
    )
  )
    return 'value';
  return undefined;
}
