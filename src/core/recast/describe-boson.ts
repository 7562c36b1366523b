import { formatValue } from '../figure/format-value.ts';
import { computeVectorWidthGeV, sumVectorWidthsGeV } from '../physics/vector-decays.ts';
import { FERMIONS, findCharges, type VectorModel } from '../physics/vector-models.ts';
import type { RecastOptions } from './recast-limit.ts';
import type { RecastKind } from './build-recast-figure.ts';

/** Masses looked at, evenly in logarithm. */
const STEPS = 240;

/**
 * What a reader must know of a boson before wondering at an empty figure, a sentence each: that it is never made,
 * that it decays to nothing somewhere, that nothing of it is seen.
 * @param range masses of the figure [GeV]
 */
export function describeBoson(
  model: VectorModel,
  { loops, decays }: RecastOptions,
  kind: RecastKind,
  [from, to]: readonly [number, number],
): string[] {
  const hasLoops = loops && model.loopMixing !== undefined;
  if (!hasLoops && FERMIONS.every((fermion) => model.charges[fermion] === 0))
    return ['All charges are zero: such a boson is never made and decays to nothing.'];
  if (decays === 'dark') return [];
  const masses = Array.from({ length: STEPS + 1 }, (_, i) => from * (to / from) ** (i / STEPS));
  const charges = masses.map((mass) => findCharges(model, mass, loops));
  const widths = masses.map((mass, i) => sumVectorWidthsGeV(mass, charges[i] ?? model.charges));
  const sentences = listRuns(masses, (i) => !((widths[i] ?? 0) > 0)).map(
    ([a, b]) =>
      `${describeRange(a, b, [from, to])} it has no decay to the Standard Model; nothing can be said there.`,
  );
  const isUnseen = masses.every((mass, i) => {
    const own = charges[i] ?? model.charges;
    return kind === 'invisible'
      ? !(computeVectorWidthGeV('nunu', mass, own) > 0)
      : ['ee', 'mumu', 'pi-pi'].every(
          (state) => !(computeVectorWidthGeV(state as 'ee', mass, own) > 0),
        );
  });
  if (isUnseen && sentences.length === 0)
    sentences.push(
      kind === 'invisible'
        ? 'It has no decay to neutrinos: without a dark sector it is never invisible.'
        : 'It decays neither to electrons nor to muons nor to pions: the visible searches cannot see it.',
    );
  return sentences;
}

/** Runs of indices that pass a test, as masses. */
function listRuns(
  masses: readonly number[],
  test: (index: number) => boolean,
): (readonly [number, number])[] {
  const runs: [number, number][] = [];
  let isOpen = false;
  for (const [i, mass] of masses.entries()) {
    const last = runs.at(-1);
    if (!test(i)) isOpen = false;
    else if (isOpen && last !== undefined) last[1] = mass;
    else {
      runs.push([mass, mass]);
      isOpen = true;
    }
  }
  return runs;
}

function describeRange(a: number, b: number, [from, to]: readonly [number, number]): string {
  const write = (mass: number): string => formatValue(mass, 'GeV', 2);
  if (a <= from && b >= to * (1 - 1e-9)) return 'At every mass of this figure';
  if (a <= from) return `Below about ${write(b)}`;
  if (b >= to * (1 - 1e-9)) return `Above about ${write(a)}`;
  return `Between about ${write(a)} and ${write(b)}`;
}
