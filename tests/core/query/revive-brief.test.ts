import { beforeAll, describe, expect, it } from 'vitest';
import type { Catalogue } from '../../../src/core/catalogue.ts';
import { combine } from '../../../src/core/combine/combine.ts';
import type { Geometry } from '../../../src/core/curve/geometry.ts';
import { flattenBrief, reviveBrief } from '../../../src/core/query/revive-brief.ts';
import type { BriefJson } from '../../../src/core/query/revive-brief.ts';
import type { Brief } from '../../../src/core/query/verdict.ts';
import { briefOf } from '../../../src/core/query/verdict.ts';
import { readRealContent } from '../../fixtures/real-content.ts';

const line = { mass: Float64Array.of(0.1, 1 / 3), value: Float64Array.of(1e-3, 2e-300) };
const GEOMETRIES: readonly Geometry[] = [
  { kind: 'one-sided', side: 'above', segments: [line] },
  { kind: 'line', segments: [line] },
  { kind: 'interval', strips: [{ lower: line, upper: line }] },
  { kind: 'band', strips: [{ lower: line, upper: line }] },
  { kind: 'contour', rings: [{ role: 'hole', ...line }] },
  { kind: 'points', side: 'below', points: line },
  { kind: 'grid', slices: [{ parameter: 2, ...line }], gaps: [[1, 2]] },
  {
    kind: 'ratio-map',
    cells: { mass: line.mass, coupling: line.value, ratio: Float64Array.of(0.5, 2) },
  },
];
const EXAMPLE: Brief = {
  plane: 'p',
  limits: GEOMETRIES.map((geometry, i) => ({
    id: `limit-${String(i)}`,
    reference: 'BaBar:2014zli',
    cl: i === 0 ? 'not-stated' : 0.9,
    derivedBy: 'collaboration',
    ...(i === 0 ? { ratePower: 2 } : {}),
    geometry,
  })),
};

const send = (brief: Brief): Brief =>
  reviveBrief(JSON.parse(JSON.stringify(flattenBrief(brief))) as BriefJson);

let catalogue: Catalogue;
beforeAll(async () => {
  ({ catalogue } = await readRealContent());
});

describe('reviveBrief', () => {
  it('gives back every shape exactly after it travelled as JSON', () => {
    expect(send(EXAMPLE)).toStrictEqual(EXAMPLE);
  });
  it('gives back every plane of the catalogue exactly', () => {
    for (const plane of catalogue.planes.values()) {
      const brief = briefOf(combine(plane, catalogue, 'laboratory', 'all'), catalogue);
      expect(send(brief), plane.id).toStrictEqual(brief);
    }
  });
});
