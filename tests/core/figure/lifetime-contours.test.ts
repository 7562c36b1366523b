import { beforeAll, describe, expect, it } from 'vitest';
import type { Catalogue } from '../../../src/core/catalogue.ts';
import { buildAxis } from '../../../src/core/figure/axis-choices.ts';
import { projectPath, toFraction } from '../../../src/core/figure/axis-scale.ts';
import { listLifetimeContours } from '../../../src/core/figure/lifetime-contours.ts';
import { distanceToSegment } from '../../../src/core/figure/simplify.ts';
import { findDecayLengthM, listTotalWidths } from '../../../src/core/physics/total-width.ts';
import { applyPowerLaw, findPowerLaw, invertPowerLaw } from '../../../src/core/quantities.ts';
import { mustGet } from '../../../src/core/catalogue.ts';
import { readRealContent } from '../../fixtures/real-content.ts';

let catalogue: Catalogue;
beforeAll(async () => {
  ({ catalogue } = await readRealContent());
});

function build(id: string, changes: { y?: string; range?: [number, number] } = {}) {
  const own = mustGet(catalogue.planes, id);
  const y = {
    ...own.y,
    quantity: changes.y ?? own.y.quantity,
    range: changes.range ?? own.y.range,
  };
  const plane = { ...own, y };
  const axes = { x: buildAxis(plane.x, plane, catalogue), y: buildAxis(y, plane, catalogue) };
  return { plane, axes, lines: listLifetimeContours(plane, catalogue, axes) };
}

/** The decay length that the width of the plane's model gives at a point, by the way back [m]. */
function makeDecayLength(id: string, y?: string): (point: readonly [number, number]) => number {
  const { plane } = build(id, y === undefined ? {} : { y });
  for (const width of listTotalWidths(plane.model)) {
    const law = findPowerLaw(width.coupling, plane.y.quantity, catalogue.quantities);
    if (law === undefined) continue;
    return ([mass, value]) =>
      findDecayLengthM(width.widthGeV(mass) * applyPowerLaw(invertPowerLaw(law), value) ** 2);
  }
  throw new Error(`No width for ${id}.`);
}

const PLANES = [
  'alp-b',
  'alp-photon',
  'alp-w',
  'alp-w-c-ww-over-lambda',
  'b-minus-l',
  'dark-photon-visible',
  'le-minus-lmu',
  'le-minus-ltau',
  'lmu-ltau',
  'scalar-electron',
  'scalar-higgs-mixing',
  'scalar-leptophilic',
];

describe('lines of equal lifetime', () => {
  it('are drawn on the planes whose width is known and whose particle decays visibly', () => {
    const drawn = [...catalogue.planes.keys()].filter((id) => build(id).lines.contours.length > 0);
    expect(drawn.toSorted()).toEqual(PLANES);
  });
  it('say where the widths come from, and only where there are any', () => {
    for (const id of catalogue.planes.keys()) {
      const { contours, source } = build(id).lines;
      expect(source === '', id).toBe(contours.length === 0);
      if (source !== '') expect(source).toMatch(/^[A-Z].*\.$/);
    }
  });
  it('are at most six, named by their decay length, the first with what it is', () => {
    for (const id of PLANES) {
      const { contours } = build(id).lines;
      expect(contours.length).toBeLessThanOrEqual(6);
      expect(contours.map(({ label }) => label.startsWith('cτ = '))).toEqual(
        contours.map((_, i) => i === 0),
      );
    }
    const { contours } = build('dark-photon-visible').lines;
    expect(contours.map(({ label }) => label)).toEqual([
      'cτ = 1 µm',
      '1 mm',
      '1 m',
      '1 km',
      '1000 km',
    ]);
    expect(contours.map(({ ctauM }) => ctauM)).toEqual([1e-6, 1e-3, 1, 1e3, 1e6]);
  });
  it('reproduce their decay length when put back into the width', () => {
    for (const id of PLANES) {
      const find = makeDecayLength(id);
      for (const { ctauM, segments } of build(id).lines.contours)
        for (const [mass, value] of segments.flat()) {
          // At a threshold the line is a wall, where a hundredth of a pixel in mass is a large factor.
          const near = [-3e-5, 0, 3e-5]
            .map((step) => find([mass * (1 + step), value]) / ctauM)
            .filter((ratio) => !Number.isNaN(ratio));
          expect(near.length).toBeGreaterThan(1);
          expect(Math.min(...near), `${id} ${String(mass)}`).toBeLessThan(1.005);
          expect(Math.max(...near), `${id} ${String(mass)}`).toBeGreaterThan(0.995);
        }
    }
  });
  it('are straight between their points to a tenth of a pixel of 900', () => {
    const { axes, lines } = build('dark-photon-visible');
    const size = { width: 900, height: 675 };
    const width = listTotalWidths('dark-photon')[0];
    for (const { ctauM, segments } of lines.contours) {
      const pixels = segments.flatMap((path) => projectPath(path, axes.x, axes.y, size));
      for (let mass = 1.03e-3; mass < 11; mass *= 1.003) {
        const y = Math.sqrt(findDecayLengthM(width?.widthGeV(mass) ?? NaN) / ctauM);
        const fraction = toFraction(axes.y, y);
        if (fraction < 0.001 || fraction > 0.999) continue;
        const [point] = projectPath([[mass, y]], axes.x, axes.y, size);
        const nearest = pixels
          .slice(1)
          .map((end, i) => distanceToSegment(point ?? [0, 0], pixels[i] ?? end, end));
        expect(Math.min(...nearest)).toBeLessThan(0.1);
      }
    }
  });
  it('stay inside the figure and end where the width is not known', () => {
    for (const id of PLANES) {
      const { axes, lines } = build(id);
      for (const [mass, value] of lines.contours.flatMap(({ segments }) => segments.flat())) {
        expect(mass).toBeGreaterThanOrEqual(axes.x.range[0] * (1 - 1e-5));
        expect(mass).toBeLessThanOrEqual(axes.x.range[1] * (1 + 1e-5));
        expect(value).toBeGreaterThanOrEqual(axes.y.range[0] * (1 - 1e-5));
        expect(value).toBeLessThanOrEqual(axes.y.range[1] * (1 + 1e-5));
      }
    }
    const masses = build('b-minus-l').lines.contours.flatMap(({ segments }) =>
      segments.flat().map(([x]) => x),
    );
    expect(Math.max(...masses)).toBeCloseTo(0.27914, 5);
  });
  it('of a particle with electroweak couplings end where it can decay to a Z boson and a photon', () => {
    const { contours, source } = build('alp-w').lines;
    const masses = contours.flatMap(({ segments }) => segments.flat().map(([x]) => x));
    expect(Math.max(...masses)).toBeCloseTo(91.188, 2);
    expect(source).toMatch(
      /end at the Z mass, 91 GeV, above which the tree-level decay to Zγ opens/,
    );
    for (const model of ['alp-b', 'alp-w'])
      for (const width of listTotalWidths(model)) {
        expect(width.range[1]).toBe(91.188);
        expect(width.source).toContain('Zγ');
      }
  });
  it('follow the axis to a sibling quantity', () => {
    const plain = build('dark-photon-visible').lines.contours[1];
    const squared = build('dark-photon-visible', { y: 'epsilon-squared', range: [1e-18, 1e-2] })
      .lines.contours[1];
    const [, end] = plain?.segments[0]?.at(-1) ?? [0, 0];
    const [, endSquared] = squared?.segments[0]?.at(-1) ?? [0, 0];
    expect(endSquared / end ** 2).toBeCloseTo(1, 4);
  });
  it('say how little of a dark photon’s width is left out below two pions', () => {
    // By hand, with vector dominance: F = 1/4π²f_π = 0.275 GeV⁻¹ over 1 − m²/m_ω², g = 4πα F = 0.0289 GeV⁻¹ and
    // Γ(π⁰γ) = g² m³ (1 − m_π²/m²)³/96π = 2.7e-8 GeV at twice m_π, of 1.25e-3 GeV.
    const total = listTotalWidths('dark-photon')[0]?.widthGeV(0.27914) ?? NaN;
    expect(2.7e-8 / total).toBeCloseTo(2.2e-5, 6);
    expect(build('dark-photon-visible').lines.source).toContain(
      'at most about 2×10⁻⁵ of the width',
    );
  });
  it('come closer together where the figure is narrow', () => {
    const { contours } = build('alp-photon', { range: [1e-5, 1.1e-5] }).lines;
    expect(contours.length).toBeGreaterThan(1);
    const narrow = build('le-minus-lmu', { range: [3e-4, 1e-3] }).lines.contours;
    expect(narrow.map(({ label }) => label)).toEqual(['cτ = 1 µm', '10 µm']);
  });
});

describe('the widths', () => {
  // cτ = ħc/Γ at a coupling of one canonical unit, computed with a calculator from the formulas of the sources and
  // ħc = 1.973269804e-16 GeV m, α = 1/137.036, m_μ = 0.105658, v = 246.22 GeV.
  it.each([
    // Γ = αm/3 (1 + 2r) √(1 − 4r) for electrons, r = m_e²/m².
    ['dark-photon', 'epsilon', 0.1, 8.1123e-13],
    // Γ = m/12π + 3m/24π.
    ['b-minus-l', 'g-bl', 0.1, 2.9756e-14],
    // Γ = m/12π + 2m/24π, for either family beside the electrons.
    ['le-minus-lmu', 'g-le-lmu', 0.1, 3.7195e-14],
    ['le-minus-ltau', 'g-le-ltau', 0.1, 3.7195e-14],
    // Γ = 2m/24π below muon pairs; with them m/12π (1 + 2r) √(1 − 4r) more.
    ['lmu-ltau', 'gprime-lmu-ltau', 0.1, 7.4391e-14],
    ['lmu-ltau', 'gprime-lmu-ltau', 1, 3.7209e-15],
    // Γ = g²m³/64π with g = 1, 4e² = 0.366805, 0.231 and 0.366805 GeV⁻¹.
    ['alp-photon', 'g-agammagamma', 1, 3.9675e-14],
    ['alp-b', 'c-bb-over-lambda', 1, 2.9488e-13],
    ['alp-w', 'g-aww', 1, 7.4352e-13],
    ['alp-w', 'c-ww-over-lambda', 1, 2.9488e-13],
    // Γ = αm/2 (1 − 4r)^(3/2), and a ten-thousandth to photons.
    ['electron-scalar', 'epsilon-e', 0.1, 5.409e-13],
    // Γ = (m_μ/v)² m/8π (1 − 4r)^(3/2), and 5.5e-5 of it to photons and electrons.
    ['leptophilic-scalar', 'xi-leptophilic', 1, 2.884e-8],
    // Γ = (m_e/v)² m/8π (1 − 4r)^(3/2).
    ['higgs-mixed-scalar', 'sin-theta', 0.1, 1.1516e-2],
  ])('of %s at %s = 1 let it fly, at %f GeV, %f m', (model, coupling, mass, ctauM) => {
    const width = listTotalWidths(model).find((one) => one.coupling === coupling);
    expect(findDecayLengthM(width?.widthGeV(mass) ?? NaN) / ctauM).toBeCloseTo(1, 4);
  });
  it('have a hand value for every coupling above', () => {
    const couplings = ['dark-photon', 'b-minus-l', 'le-minus-lmu', 'le-minus-ltau', 'lmu-ltau']
      .concat('alp-photon', 'alp-b', 'alp-w', 'electron-scalar', 'leptophilic-scalar')
      .concat('higgs-mixed-scalar')
      .flatMap((model) => listTotalWidths(model));
    expect(couplings).toHaveLength(12);
  });
  it('name quantities of the catalogue in their canonical units', () => {
    for (const plane of catalogue.planes.values()) {
      for (const { mass, coupling, unit } of listTotalWidths(plane.model)) {
        expect(mustGet(catalogue.quantities, mass).unit).toBe('GeV');
        expect(mustGet(catalogue.quantities, coupling).unit).toBe(unit);
      }
    }
  });
  it('are none for a model without any, whatever its name', () => {
    expect(listTotalWidths('none')).toEqual([]);
    expect(listTotalWidths('constructor')).toEqual([]);
  });
});
