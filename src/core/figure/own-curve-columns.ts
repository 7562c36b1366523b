import { findUnitFactor, UNITS } from '../units.ts';
import type { FigureAxis } from './figure-spec.ts';

/** What the name of a column tells. */
export interface HeaderFacts {
  /** The name without its unit and without `log10( )`. */
  readonly bare: string;
  /** A unit of `UNITS`, where the name gives one. */
  readonly unit?: string;
  readonly isLog10: boolean;
  /** What the name sounds like. */
  readonly role?: 'x' | 'y';
}

const INVERSE = String.raw`(?:\s*\$?\^?\{?\(?(?:-1|⁻¹)\)?\}?\$?)`;
const ENERGY = '[kKMmGgTt]?[eE][vV]';
/** `[MeV]`, `(GeV)`, `/ GeV`, `_GeV`, `in MeV`, `[GeV^-1]`, `[1/TeV]` at the end of a name. */
const UNIT_AT_END = new RegExp(
  String.raw`(?:[[(]|\/|_|,|\bin\s|\s)\s*(1\s*\/\s*)?(${ENERGY})(${INVERSE})?\s*[\])]*\s*$`,
  'u',
);
const LOG10 = /^\s*\\?log(?:_?\{?10\}?)?\s*[([{_ ]/iu;

/** Reads a column's name, for instance `m_A' [MeV]` or `log10(eps)`. */
export function readHeader(written: string): HeaderFacts {
  const isLog10 = LOG10.test(written);
  let text = written.replace(LOG10, '');
  const found = UNIT_AT_END.exec(text);
  const unit = found === null ? undefined : nameUnit(found);
  if (found !== null && unit !== undefined) text = text.slice(0, found.index);
  const bare = text.replaceAll(/[\s$\\{}()[\]]+/gu, ' ').trim();
  const role = findRole(bare);
  return {
    bare,
    isLog10,
    ...(unit === undefined ? {} : { unit }),
    ...(role === undefined ? {} : { role }),
  };
}

/** `meV` is a thousandth of an eV: no unit here, and not taken for MeV. */
function nameUnit([, over, energy = '', inverse]: RegExpExecArray): string | undefined {
  if (energy === 'meV') return undefined;
  const letter = energy.slice(0, -2);
  const unit = `${letter === '' ? '' : letter.toLowerCase() === 'k' ? 'k' : letter.toUpperCase()}eV`;
  const full = over === undefined && inverse === undefined ? unit : `${unit}^-1`;
  return Object.hasOwn(UNITS, full) ? full : undefined;
}

function findRole(bare: string): 'x' | 'y' | undefined {
  if (/^(?:x|m|mass(?:es)?|mx|ma|mzp|energy)$|^m[_ ]|\bmass\b|^mass|mass$/iu.test(bare)) return 'x';
  return /^(?:y|g|u|u2|xi|value|limit)$|eps|ε|coupling|sin|theta|θ|ξ|^g[_ '′]|\||upper|limit|mixing/iu.test(
    bare,
  )
    ? 'y'
    : undefined;
}

/** Quantity of an axis whose name a column carries; undefined where none is recognised. */
export function recogniseQuantity(bare: string, axis: FigureAxis): string | undefined {
  const wanted = normaliseName(bare);
  if (wanted === '') return undefined;
  return listQuantities(axis).find(({ quantity, plain, symbol, name }) =>
    [quantity, plain, symbol, name].some((known) => normaliseName(known) === wanted),
  )?.quantity;
}

/** A name of a quantity, so that its usual spellings are equal; `#` stands for a square. */
export const normaliseName = (text: string): string =>
  text
    .toLowerCase()
    .replaceAll(/ε|varepsilon|\beps(?!ilon)/gu, 'epsilon')
    .replaceAll(/θ/gu, 'theta')
    .replaceAll(/[-_ ]?squared|\*\*2|\^\{?2\}?|²|2$/gu, '#')
    .replaceAll(/[^\p{L}\d#]+/gu, '');

/** The quantities an axis can be read in, each once and in its canonical unit, the axis's own first. */
export function listQuantities(
  axis: FigureAxis,
): readonly Pick<FigureAxis, 'quantity' | 'unit' | 'plain' | 'symbol' | 'name'>[] {
  const others = (axis.choices ?? []).filter(
    ({ id, quantity }) => id === quantity && quantity !== axis.quantity,
  );
  return [axis, ...others];
}

/** Units that measure the same as a canonical one, that one first. */
export const listUnits = (canonical: string): string[] => [
  canonical,
  ...Object.keys(UNITS).filter(
    (unit) => unit !== canonical && findUnitFactor(unit, canonical) !== undefined,
  ),
];
