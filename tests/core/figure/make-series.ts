import type { FigureSeries, FigureSpec } from '../../../src/core/figure/figure-spec.ts';

/** A series for tests: an observed e+e- limit unless told otherwise. */
export const makeSeries = (changes: Partial<FigureSeries> = {}): FigureSeries => ({
  limit: 'limit',
  title: 'A limit',
  label: 'BaBar 2014',
  short: 'BaBar 2014',
  experiments: ['babar'],
  experimentKind: 'ee-collider',
  isEe: true,
  status: 'observed',
  derivedBy: 'collaboration',
  shape: 'one-sided',
  signature: 'visible',
  lifetime: 'prompt',
  enters: [],
  isSuperseded: false,
  layer: 'ee',
  startsHidden: false,
  style: { hue: 'babar', shade: 0, line: 'solid', weight: 'normal', fill: 'light' },
  mark: {
    kind: 'segments',
    side: 'above',
    segments: [
      [
        [0.1, 1e-3],
        [1, 1e-4],
        [9, 1e-3],
      ],
    ],
  },
  ...changes,
});

/** A figure for tests with one series of every kind of mark. */
export const makeSpec = (changes: Partial<FigureSpec> = {}): FigureSpec => ({
  plane: 'test-plane',
  title: 'A plane & its limits',
  finding: 'A finding.',
  assumptions: 'Some.',
  x: {
    quantity: 'mass',
    name: 'mass',
    symbol: "m_{A'}",
    plain: 'm_{A′}',
    unit: 'GeV',
    unitLabel: 'GeV',
    range: [1e-2, 1e1],
    scale: 'log',
  },
  y: {
    quantity: 'epsilon',
    name: 'kinetic mixing',
    symbol: '\\varepsilon',
    plain: 'ε',
    unit: '1',
    unitLabel: '',
    range: [1e-6, 1e-1],
    scale: 'log',
  },
  series: [
    makeSeries({
      limit: 'dump',
      label: 'E137 1988',
      short: 'E137',
      isEe: false,
      layer: 'laboratory',
      style: { hue: 'laboratory', shade: 0, line: 'solid', weight: 'thin', fill: 'grey' },
      mark: {
        kind: 'strips',
        strips: [
          {
            lower: [
              [0.01, 1e-5],
              [0.1, 2e-6],
            ],
            upper: [
              [0.01, 1e-3],
              [0.1, 3e-6],
            ],
          },
        ],
      },
    }),
    makeSeries({
      limit: 'points',
      label: 'Crystal Ball 1990',
      style: { hue: 'ee-other', shade: 0, line: 'solid', weight: 'normal', fill: 'none' },
      mark: {
        kind: 'markers',
        points: [
          [0.5, 1e-2],
          [2, 2e-2],
        ],
      },
    }),
    makeSeries({ limit: 'babar' }),
    makeSeries({
      limit: 'favoured',
      label: 'Favoured',
      short: 'Favoured',
      isEe: false,
      status: 'favoured',
      layer: 'favoured',
      style: { hue: 'favoured', shade: 0, line: 'solid', weight: 'normal', fill: 'hatched' },
      mark: {
        kind: 'rings',
        rings: [
          [
            [0.02, 1e-4],
            [0.05, 1e-4],
            [0.05, 3e-4],
            [0.02, 1e-4],
          ],
        ],
      },
    }),
  ],
  outlines: [],
  lifetimes: [],
  lifetimeSource: '',
  presets: [],
  frontiers: [],
  ...changes,
});
