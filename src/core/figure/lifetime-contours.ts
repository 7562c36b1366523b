import type { Catalogue, PlaneEntry } from '../catalogue.ts';
import { findDecayLengthM, listTotalWidths, type TotalWidth } from '../physics/total-width.ts';
import { applyPowerLaw, findPowerLaw, invertPowerLaw, type PowerLaw } from '../quantities.ts';
import { fromFraction, projectPath, type Size } from './axis-scale.ts';
import { clipLine } from './clip-path.ts';
import { formatLength } from './grid-slices.ts';
import type { FigureAxis, LifetimeContour, Path, Point } from './figure-spec.ts';
import { simplifyPath } from './simplify.ts';

/** Lines of equal lifetime of a plane, with the source of the widths. */
export interface LifetimeLines {
  readonly contours: readonly LifetimeContour[];
  readonly source: string;
}

const NONE: LifetimeLines = { contours: [], source: '' };

/** Powers of ten of the decay lengths that may be drawn [m]: from a micrometre to a thousand kilometres. */
const [SHORTEST, LONGEST] = [-6, 6];

/** Size for which lines are thinned, and by how much a dropped point may be off [px]. */
const SIZE: Size = { width: 900, height: 675 };
const DETAIL = { tolerancePx: 0.05, columnPx: 0 };
const SAMPLES = 1800;

/**
 * Lines of equal proper decay length, where the plane's particle decays to the Standard Model only and its width is
 * known; none on other planes. They are a factor of a thousand apart, or of ten where hardly one would cross.
 */
export function listLifetimeContours(
  plane: PlaneEntry,
  catalogue: Catalogue,
  axes: { readonly x: FigureAxis; readonly y: FigureAxis },
): LifetimeLines {
  if (/\binvisibl[ey]\b|\bdark matter\b/i.test(plane.scenario.decays)) return NONE;
  for (const width of listTotalWidths(plane.model)) {
    const find = (from: string, to: string): PowerLaw | undefined =>
      findPowerLaw(from, to, catalogue.quantities, plane.parameters);
    const [toX, toY] = [find(width.mass, axes.x.quantity), find(width.coupling, axes.y.quantity)];
    if (toX === undefined || toY === undefined) continue;
    const samples = sampleCoupling(width, toX, axes.x);
    const draw = (power: number): LifetimeContour[] => drawContour(samples, power, toY, axes);
    const coarse = listPowers(3).flatMap(draw);
    const contours = coarse.length > 1 ? coarse : listPowers(1).flatMap(draw);
    if (contours.length > 0) return { contours: sayOnceWhatItIs(contours), source: width.source };
  }
  return NONE;
}

const listPowers = (step: number): number[] =>
  Array.from({ length: (LONGEST - SHORTEST) / step + 1 }, (_, i) => SHORTEST + i * step);

/** A mass on the axis, and the coupling that gives a decay length of a metre there. */
interface Sample {
  readonly x: number;
  /** [canonical unit of the width's coupling] */
  readonly couplingAtOneMetre: number;
}

/** The line cτ = 1 m over the masses of the axis; every other follows, as the coupling goes like 1/√(cτ). */
function sampleCoupling(width: TotalWidth, toX: PowerLaw, axis: FigureAxis): Sample[] {
  const toMass = invertPowerLaw(toX);
  const [from, to] = width.range;
  const [low, high] = axis.range;
  const even = Array.from({ length: SAMPLES + 1 }, (_, i) => fromFraction(axis, i / SAMPLES));
  const bends = [...width.range, ...width.rows, ...width.thresholds.flatMap(approach)]
    .map((mass) => applyPowerLaw(toX, mass))
    .filter((x) => x > low && x < high);
  return [...new Set([...even, ...bends])]
    .toSorted((a, b) => a - b)
    .flatMap((x): Sample[] => {
      const mass = applyPowerLaw(toMass, x);
      // A threshold converted and back may miss the range by its last digit.
      if (mass < from * (1 - 1e-12) || mass > to * (1 + 1e-12)) return [];
      const held = Math.min(Math.max(mass, from), to);
      const couplingAtOneMetre = Math.sqrt(findDecayLengthM(width.widthGeV(held)));
      return couplingAtOneMetre < Infinity ? [{ x, couplingAtOneMetre }] : [];
    });
}

/** Masses ever nearer above a threshold, where the width rises with infinite slope: 1e-2 to 1e-7 of it. */
const approach = (mass: number): number[] =>
  Array.from({ length: 41 }, (_, i) => mass * (1 + 10 ** (-2 - i / 8)));

/** The line of one decay length, cut to the figure; empty where it does not cross it. */
function drawContour(
  samples: readonly Sample[],
  power: number,
  toY: PowerLaw,
  { x, y }: { readonly x: FigureAxis; readonly y: FigureAxis },
): LifetimeContour[] {
  const ctauM = Number(`1e${String(power)}`);
  const path = samples.map((sample): Point => [
    sample.x,
    applyPowerLaw(toY, sample.couplingAtOneMetre / Math.sqrt(ctauM)),
  ]);
  const parts = clipLine(projectPath(path, x, y, SIZE), BOX);
  const segments = parts.map((part): Path => {
    return simplifyPath(part, DETAIL).map((i): Point => {
      const [px, py] = part[i] ?? [NaN, NaN];
      return [
        roundDigits(fromFraction(x, px / SIZE.width)),
        roundDigits(fromFraction(y, 1 - py / SIZE.height)),
      ];
    });
  });
  return segments.length === 0 ? [] : [{ ctauM, label: formatLength(ctauM), segments }];
}

const BOX = { left: 0, top: 0, right: SIZE.width, bottom: SIZE.height };

const roundDigits = (value: number): number => Number(value.toPrecision(6));

/** The first line says what the lengths are. */
const sayOnceWhatItIs = (contours: readonly LifetimeContour[]): LifetimeContour[] =>
  contours.map((one, i) => (i === 0 ? { ...one, label: `cτ = ${one.label}` } : one));
