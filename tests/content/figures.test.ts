import { beforeAll, describe, expect, it } from 'vitest';
import type { Catalogue } from '../../src/core/catalogue.ts';
import type { CombinedFile } from '../../src/core/combine/combined-file.ts';
import { listPlaneLimits } from '../../src/core/curve/plane-limit.ts';
import { applyView } from '../../src/core/figure/apply-view.ts';
import { buildPlaneFigure } from '../../src/core/figure/build-plane-figure.ts';
import type { FigureSpec } from '../../src/core/figure/figure-spec.ts';
import { findHolder } from '../../src/core/figure/read-values.ts';
import { buildExactCurve } from '../../src/core/figure/exact-mark.ts';
import { DEFAULT_VIEW } from '../../src/core/figure/view.ts';
import { applyPowerLaw, invertPowerLaw } from '../../src/core/quantities.ts';
import { readRealContent } from '../fixtures/real-content.ts';
import { getCombined } from '../../src/io/site.ts';

let catalogue: Catalogue;
const figures: { exact: FigureSpec; spec: FigureSpec; combined: CombinedFile }[] = [];

beforeAll(async () => {
  ({ catalogue } = await readRealContent());
  for (const plane of catalogue.planes.values()) {
    const combined = await getCombined(plane.id);
    if (combined === undefined) throw new Error(`no combined limit of ${plane.id}`);
    const spec = buildPlaneFigure(plane, catalogue, combined);
    const marks = new Map(
      listPlaneLimits(plane, catalogue).map((placed) => [
        placed.limit.id,
        buildExactCurve(placed, plane, catalogue),
      ]),
    );
    const layersOn = [...new Set(spec.series.map(({ layer }) => layer))];
    figures.push({ spec, combined, exact: applyView(spec, { ...DEFAULT_VIEW, layersOn }, { marks }) });
  }
}, 60_000);

describe('the figures of the catalogue', () => {
  it('name the same holder as the combined limit, in every plane and scope', () => {
    let compared = 0;
    for (const { exact, combined } of figures) {
      for (const scope of ['ee', 'laboratory'] as const) {
        const wrong = combined.scopes[scope].levels.all.frontier.flatMap(({ from, to, limit }) => {
          // Both ends belong to a crossing or to a neighbour as well: the middle decides.
          const holder = findHolder(exact, scope, Math.sqrt(from * to));
          compared += 1;
          return holder?.series.limit === limit || to / from < 1 + 1e-9
            ? []
            : [`${String(from)} to ${String(to)}: ${limit}, not ${holder?.series.limit ?? 'none'}`];
        });
        expect(wrong, `${exact.plane} ${scope}`).toEqual([]);
      }
    }
    expect(compared).toBeGreaterThan(1000);
  });

  it('can be read on every axis offered, and back', () => {
    for (const { spec } of figures) {
      for (const axis of [spec.x, spec.y]) {
        expect(axis.choices?.[0]?.quantity).toBe(axis.quantity);
        const ids = axis.choices?.map(({ id }) => id) ?? [];
        expect(new Set(ids).size, spec.plane).toBe(ids.length);
        for (const { law } of axis.choices ?? []) {
          const end = axis.range[1];
          const back = applyPowerLaw(invertPowerLaw(law), applyPowerLaw(law, end));
          expect(Math.abs(back / end - 1)).toBeLessThan(1e-12);
        }
      }
    }
  });

  it('offer what papers plot: MeV and GeV, ε and ε², |U|² and |U|, sin θ and sin² θ, g′ and α′', () => {
    const choices = (plane: string): string[] => {
      const spec = figures.find((one) => one.spec.plane === plane)?.spec;
      return [...(spec?.x.choices ?? []), ...(spec?.y.choices ?? [])].map(({ id }) => id);
    };
    expect(choices('dark-photon-visible')).toEqual(
      expect.arrayContaining(['mass-dark-photon:MeV', 'epsilon', 'epsilon-squared']),
    );
    expect(choices('hnl-muon-dirac')).toEqual(expect.arrayContaining(['u-mu-squared', 'u-mu']));
    expect(choices('scalar-higgs-mixing')).toEqual(
      expect.arrayContaining(['sin-theta', 'sin-theta-squared']),
    );
    expect(choices('lmu-ltau')).toEqual(expect.arrayContaining(['gprime-lmu-ltau', 'alpha-lmu-ltau']));
    expect(choices('dark-photon-dark-matter-alphad-0-5')).toEqual(
      expect.arrayContaining(['mass-dark-photon', 'dark-matter-yield', 'epsilon']),
    );
    // The axis titles of another quantity of mass are its own.
    expect(choices('alp-photon')).toContain('c-gammagamma-over-fa');
  });
});
