import { UNITS } from '../units.ts';

/** Names that people and HEPData give to units, reduced by `reduce`. */
const BY_NAME: ReadonlyMap<string, string> = new Map([
  ...Object.keys(UNITS).map((unit) => [reduce(unit), unit] as const),
  ...['e', 'ke', 'me', 'ge', 'te'].flatMap((energy) => {
    const unit = Object.keys(UNITS).find((known) => reduce(known) === `${energy}v`);
    const inverse = unit === undefined ? undefined : `${unit}^-1`;
    return inverse === undefined || !Object.hasOwn(UNITS, inverse)
      ? []
      : ([[`1/${energy}v`, inverse]] as const);
  }),
  ['dimensionless', '1'],
  ['none', '1'],
]);

/**
 * The unit that a text names, as this project writes it: `GeV/$c^2$`, `MeV`, `GeV$^{-1}$`, `1/TeV`,
 * `[ps]`. Natural units: c is one. `meV` is a thousandth of an eV, and none of ours.
 */
export function readUnit(text: string): string | undefined {
  if (text.includes('meV')) return undefined;
  return BY_NAME.get(reduce(text));
}

function reduce(text: string): string {
  return text
    .replaceAll(/\\(?:mathrm|text|rm|mbox|,|;|!|\s)/gu, '')
    .replaceAll(/[\s$\\{}()[\]~*]/gu, '')
    .replaceAll(/⁻¹/gu, '^-1')
    .replaceAll(/⁻²/gu, '^-2')
    .replace(/\/c(?:\^?2|²)?$/u, '')
    .replace(/(\p{L})-([12])$/u, '$1^-$2')
    .toLowerCase();
}
