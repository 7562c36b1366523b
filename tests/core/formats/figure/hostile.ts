import fc from 'fast-check';
import type { FigureSpec } from '../../../../src/core/figure/figure-spec.ts';
import type { TakeAwayContext } from '../../../../src/core/formats/figure/take-away.ts';
import { makeSpec } from '../../figure/make-series.ts';
import { makeContext, makeReference } from './make-context.ts';

/** Texts made to end what they stand in and to begin something else. */
export const HOSTILE_TEXTS: readonly string[] = [
  String.raw`\input{/etc/passwd}`,
  String.raw`\write18{touch pwned}`,
  '^^5cinput{x}',
  '}\\end{axis}\\end{document}',
  '$\\immediate\\openout1=x$',
  '% \n\\input{x}',
  '"""\nimport os\n"""',
  "'''; import os #",
  '"); import os; ("',
  '\\"); import os',
  '\\',
  '# coding: utf-7\n+ACI-',
  "=cmd|' /C calc'!A0",
  '+1,=1+1',
  '@SUM(1)\t=2',
  ']]>',
  '*/ alert(1) /*',
  '</script><script>',
  'a\nb: c\n---\n- x',
  '&anchor *alias !!python/object',
  '}\n@comment{x}\n@article{evil, title={x}}',
  'a\r\n"b",c\u2028d\u0085e\u0000f',
  '\u202Eevil\u2066',
  '\uD800',
  '_hidden',
  '$a$ and $b$',
  '__import__("os")',
  '{0} %s ${x}',
  '',
];

const text = (): fc.Arbitrary<string> =>
  fc.oneof(
    fc.constantFrom(...HOSTILE_TEXTS),
    fc.string({ unit: 'binary', maxLength: 30 }),
    fc
      .array(
        fc.constantFrom(...HOSTILE_TEXTS, '\\', '{', '}', '"', "'", '%', '#', '$', '\n', ',', '^^'),
        { maxLength: 5 },
      )
      .map((parts) => parts.join('')),
  );

/** A small figure all of whose words are other people's. */
export const hostileFigures = (): fc.Arbitrary<{ spec: FigureSpec; context: TakeAwayContext }> =>
  fc
    .record({
      title: text(),
      label: text(),
      short: text(),
      remark: text(),
      name: text(),
      symbol: text(),
      plain: text(),
      unitLabel: text(),
      permalink: text(),
      key: text(),
      process: text(),
    })
    .map(writeWith);

/** The small figure with these words in it. */
export function writeWith(words: {
  readonly title: string;
  readonly label: string;
  readonly short: string;
  readonly remark: string;
  readonly name: string;
  readonly symbol: string;
  readonly plain: string;
  readonly unitLabel: string;
  readonly permalink: string;
  readonly key: string;
  readonly process: string;
}): { spec: FigureSpec; context: TakeAwayContext } {
  const { title, label, short, remark, name, symbol, plain, unitLabel, permalink } = words;
  const spec = makeSpec();
  const axis = { name, symbol, plain, unitLabel };
  return {
    spec: {
      ...spec,
      title,
      assumptions: title,
      lifetimeSource: remark,
      x: { ...spec.x, ...axis },
      y: { ...spec.y, ...axis },
      series: spec.series.map((one) => ({
        ...one,
        label,
        short,
        title,
        remark,
        reference: 'BaBar:2014zli',
      })),
      outlines: [
        {
          scope: 'ee',
          levels: [0.9],
          rings: [
            [
              [0.1, 1e-3],
              [1, 1e-4],
              [1, 1e-2],
            ],
          ],
        },
      ],
      lifetimes: [
        {
          ctauM: 1,
          label,
          segments: [
            [
              [0.02, 1e-5],
              [5, 1e-6],
            ],
          ],
        },
      ],
    },
    context: makeContext({
      permalink,
      references: new Map([['BaBar:2014zli', makeReference('BaBar:2014zli', title || 'x')]]),
      sources: new Map([['babar', { data: words.key, process: words.process }]]),
    }),
  };
}

/** The same figure with words that hold nothing but letters. */
export const writeHarmless = (): ReturnType<typeof writeWith> => {
  const names = [
    'title',
    'label',
    'short',
    'remark',
    'name',
    'symbol',
    'plain',
    'unitLabel',
  ] as const;
  const rest = ['permalink', 'key', 'process'] as const;
  const words = [...names, ...rest].map((name) => [name, 'word'] as const);
  return writeWith(Object.fromEntries(words) as Parameters<typeof writeWith>[0]);
};
