import type { FigureSpec } from '../../src/core/figure/figure-spec.ts';
import { makeSeries, makeSpec } from '../core/figure/make-series.ts';

/** A figure with everything a drawing can hold: every mark, line, outline, title and label. */
export const makeFullSpec = (changes: Partial<FigureSpec> = {}): FigureSpec => {
  const base = makeSpec();
  return makeSpec({
    y: {
      ...base.y,
      typeset: { d: 'M0 0L400 0L400-700L0-700Z', width: 400, height: 700, depth: 0 },
    },
    series: [
      makeSeries({
        limit: 'star',
        label: 'Supernova 1987',
        short: 'Supernova',
        isEe: false,
        layer: 'astro-cosmo',
        style: { hue: 'astro-cosmo', shade: 0, line: 'solid', weight: 'thin', fill: 'grey' },
        mark: {
          kind: 'rings',
          rings: [
            [
              [0.02, 2e-6],
              [0.5, 2e-6],
              [0.5, 2e-5],
              [0.02, 2e-6],
            ],
          ],
        },
      }),
      ...base.series,
      makeSeries({
        limit: 'projection',
        label: 'Belle II 2030',
        short: 'Belle II 2030',
        layer: 'projection',
        status: 'projected',
        style: { hue: 'belle-2', shade: 0, line: 'dashed', weight: 'normal', fill: 'none' },
        mark: {
          kind: 'segments',
          side: 'above',
          segments: [
            [
              [0.3, 3e-5],
              [9, 3e-5],
            ],
          ],
        },
      }),
      makeSeries({
        limit: 'own',
        label: 'Mine',
        short: 'Mine',
        layer: 'own',
        style: { hue: 'own', shade: 0, line: 'solid', weight: 'strong', fill: 'none' },
        mark: {
          kind: 'segments',
          side: 'above',
          segments: [
            [
              [2, 8e-6],
              [9, 8e-6],
            ],
          ],
        },
      }),
    ],
    outlines: (['ee', 'laboratory'] as const).map((scope) => ({
      scope,
      levels: [0.9],
      rings: [
        [
          [0.1, 1e-1],
          [0.1, 9e-4],
          [9, 9e-4],
          [9, 1e-1],
          [0.1, 1e-1],
        ],
      ],
    })),
    lifetimes: [
      {
        ctauM: 1,
        label: 'cτ = 1 m',
        segments: [
          [
            [0.3, 5e-6],
            [9, 1.5e-6],
          ],
        ],
      },
    ],
    ...changes,
  });
};
