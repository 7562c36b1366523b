import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Chain, Stretch } from '../src/core/combine/envelope.ts';
import { lowerEnvelope, splitRuns } from '../src/core/combine/envelope.ts';
import { uniteRegions } from '../src/core/combine/regions.ts';
import type { Geometry, Polyline } from '../src/core/curve/geometry.ts';
import type { LogRing } from '../src/core/curve/outlines.ts';
import { listOutlines } from '../src/core/curve/outlines.ts';
import { spanAt } from '../src/core/curve/piece.ts';
import { listPieces } from '../src/core/curve/pieces.ts';
import { listSpans } from '../src/core/curve/spans.ts';
import { failUsage } from './usage.ts';

const HELP = `node scripts/draw-doc-figures.ts [--check]

Draws docs/figures/*.svg from synthetic limits with the code that combines real ones.
  --check  write nothing; fail when a figure is not what the code draws

Exit code: 0 done, 1 a figure is out of date, 2 the call is wrong.`;

const options = {
  check: { type: 'boolean', default: false },
  help: { type: 'boolean', default: false },
} as const;

type LogPoint = readonly [x: number, y: number];

/** Half a wide figure: three decades of mass, four of coupling. */
const PANEL = { width: 340, height: 250, left: 34, top: 30, bottom: 34 } as const;
const RANGE = { x: [-1, 2], y: [-6, -2] } as const;
const COLOURS = { a: '#093da1', b: '#ad5907', both: '#1b1a17', grey: '#8f8980', wrong: '#8f1d2c' };

const curve = (...points: LogPoint[]): Polyline => ({
  mass: Float64Array.from(points, ([x]) => 10 ** x),
  value: Float64Array.from(points, ([, y]) => 10 ** y),
});
const chain = (owner: string, line: Polyline): Chain<string> => ({ owner, edges: listSpans(line) });
const ring = (role: 'outer' | 'hole', ...points: LogPoint[]) => ({
  role,
  ...curve(...points, ...points.slice(0, 1)),
});

const place = ([x, y]: LogPoint): string => {
  const [x0, x1] = RANGE.x;
  const [y0, y1] = RANGE.y;
  const px = ((x - x0) / (x1 - x0)) * (PANEL.width - PANEL.left - 8);
  const py = ((y1 - y) / (y1 - y0)) * (PANEL.height - PANEL.top - PANEL.bottom);
  return `${px.toFixed(1)} ${py.toFixed(1)}`;
};
const trace = (points: readonly LogPoint[]): string => `M${points.map(place).join('L')}`;
const traceRing = (points: LogRing): string => `${trace(points)}Z`;

const line = (d: string, colour: string, weight: number, extra = ''): string =>
  `<path d="${d}" fill="none" stroke="${colour}" stroke-width="${String(weight)}"${extra}/>`;
const area = (d: string, colour: string, opacity: number): string =>
  `<path d="${d}" fill="${colour}" fill-opacity="${String(opacity)}" fill-rule="evenodd"/>`;
const word = (at: LogPoint, text: string, colour: string): string => {
  const [x = '0', y = '0'] = place(at).split(' ');
  return `<text x="${x}" y="${y}" fill="${colour}">${text}</text>`;
};
const dot = (at: LogPoint): string => {
  const [x = '0', y = '0'] = place(at).split(' ');
  return `<circle cx="${x}" cy="${y}" r="4" fill="#fff" stroke="${COLOURS.both}"/>`;
};

const pointsOf = (run: readonly Stretch<string>[]): LogPoint[] =>
  run.flatMap(({ from, to, edge }): LogPoint[] => [
    [from, spanAt(edge, from)],
    [to, spanAt(edge, to)],
  ]);

/** Everything above a run, up to the top of the panel. */
const closeAbove = (points: readonly LogPoint[]): string =>
  traceRing([...points, [points.at(-1)?.[0] ?? 0, RANGE.y[1]], [points[0]?.[0] ?? 0, RANGE.y[1]]]);

function drawPanels(title: string, panels: readonly { title: string; body: string }[]): string {
  const width = PANEL.width * panels.length;
  const inner = {
    width: PANEL.width - PANEL.left - 8,
    height: PANEL.height - PANEL.top - PANEL.bottom,
  };
  const drawn = panels.map(
    (panel, i) =>
      `<g transform="translate(${String(i * PANEL.width + PANEL.left)} ${String(PANEL.top)})">` +
      `<text y="-10" font-size="13" font-weight="600">${panel.title}</text>` +
      `<svg width="${String(inner.width)}" height="${String(inner.height)}" overflow="hidden">${panel.body}</svg>` +
      `<rect width="${String(inner.width)}" height="${String(inner.height)}" fill="none" stroke="${COLOURS.both}"/>` +
      `<text x="${String(inner.width)}" y="${String(inner.height + 20)}" text-anchor="end">log m</text>` +
      `<text transform="translate(-10 ${String(inner.height / 2)}) rotate(-90)" text-anchor="middle">log y</text></g>`,
  );
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${String(width)} ${String(PANEL.height)}" width="${String(width)}" height="${String(PANEL.height)}" font-family="sans-serif" font-size="12" role="img">`,
    `<title>${title}</title>`,
    `<rect width="${String(width)}" height="${String(PANEL.height)}" fill="#fff"/>`,
    ...drawn,
    '</svg>\n',
  ].join('\n');
}

/** Two limits, one with a gap: inputs, and the envelope with who holds it. */
function drawEnvelope(): string {
  const first = [
    curve([-0.8, -3.6], [-0.1, -4.9], [0.4, -4.6], [0.6, -4.2]),
    curve([1.4, -4.3], [1.8, -3.2]),
  ];
  const second = curve([-0.4, -4.1], [0.2, -3.9], [0.9, -4.9], [1.15, -4.6]);
  const chains = [...first.map((part) => chain('a', part)), chain('b', second)];
  const envelope = lowerEnvelope(chains);
  const inputs = chains.map(({ owner, edges }) => {
    const points = edges.flatMap(({ x0, x1, y0, y1 }): LogPoint[] => [
      [x0, y0],
      [x1, y1],
    ]);
    return line(trace(points), owner === 'a' ? COLOURS.a : COLOURS.b, 1.6);
  });
  const words =
    word([-0.7, -4.5], 'A', COLOURS.a) +
    word([1.5, -3.4], 'A', COLOURS.a) +
    word([-0.3, -3.8], 'B', COLOURS.b) +
    word([1, -5.2], 'no limit here', COLOURS.both);
  const runs = splitRuns(envelope).map(pointsOf);
  const changes = envelope
    .filter(({ owner, from }, i) => {
      const last = envelope[i - 1];
      return last?.to === from && last.owner !== owner;
    })
    .map(({ from, edge }): LogPoint => [from, spanAt(edge, from)]);
  const holders = envelope.map(({ from, to, owner }) =>
    line(
      trace([
        [from, -5.8],
        [to, -5.8],
      ]),
      owner === 'a' ? COLOURS.a : COLOURS.b,
      9,
    ),
  );
  return drawPanels('Two limits and their envelope', [
    { title: 'Published limits', body: inputs.join('') + words },
    {
      title: 'Envelope and frontier',
      body:
        runs.map((run) => area(closeAbove(run), COLOURS.grey, 0.25)).join('') +
        inputs.join('') +
        runs.map((run) => line(trace(run), COLOURS.both, 2.6)).join('') +
        changes.map(dot).join('') +
        holders.join('') +
        word([-0.95, -5.55], 'who holds it', COLOURS.both),
    },
  ]);
}

/** An open limit and an island below it: the union, and what min(y) would claim. */
function drawUnion(): string {
  const open = chain('open', curve([-0.8, -3], [0.4, -3.5], [1.8, -2.8]));
  const island: Geometry = {
    kind: 'contour',
    rings: [ring('outer', [-0.5, -4.4], [0.1, -5.6], [1, -5.2], [1.3, -4.3], [0.5, -4])],
  };
  const envelope = lowerEnvelope([open]);
  const outlines = listOutlines(island);
  const floors = listPieces(island).map(({ x0, x1, lower0, lower1 }): Chain<string> => ({
    owner: 'island',
    edges: [{ x0, x1, y0: lower0, y1: lower1 }],
  }));
  const naive = splitRuns(lowerEnvelope([open, ...floors])).map(pointsOf);
  const curves =
    splitRuns(envelope)
      .map((run) => line(trace(pointsOf(run)), COLOURS.a, 2.2))
      .join('') + outlines.map(({ outer }) => line(traceRing(outer), COLOURS.b, 2.2)).join('');
  const regions = uniteRegions(envelope, outlines, RANGE.y[1])
    .map(({ outer, holes }) => area([outer, ...holes].map(traceRing).join(''), COLOURS.grey, 0.35))
    .join('');
  return drawPanels('A union of regions is not the minimum over curves', [
    {
      title: 'The union of regions',
      body: regions + curves + word([-0.1, -3.75], 'allowed', COLOURS.both),
    },
    {
      title: 'min(y) over curves: wrong',
      body:
        naive.map((run) => area(closeAbove(run), COLOURS.wrong, 0.25)).join('') +
        curves +
        word([-0.1, -3.75], 'claimed', COLOURS.wrong),
    },
  ]);
}

/** A contour with a hole, and the trapezoids it becomes. */
function drawTrapezoids(): string {
  const geometry: Geometry = {
    kind: 'contour',
    rings: [
      ring('outer', [-0.7, -4.2], [-0.1, -5.5], [0.9, -5.3], [1.6, -4], [0.8, -2.7], [-0.2, -2.9]),
      ring('hole', [0.2, -4.2], [0.6, -4.6], [1, -4.1], [0.6, -3.6]),
    ],
  };
  const rings = listOutlines(geometry)
    .flatMap(({ outer, holes }) => [outer, ...holes])
    .map(traceRing)
    .join('');
  const pieces = listPieces(geometry).map(({ x0, x1, lower0, lower1, upper0, upper1 }) =>
    traceRing([
      [x0, lower0],
      [x1, lower1],
      [x1, upper1],
      [x0, upper0],
    ]),
  );
  return drawPanels('A contour with a hole as trapezoids', [
    {
      title: 'As published',
      body: area(rings, COLOURS.a, 0.2) + line(rings, COLOURS.a, 2.2),
    },
    {
      title: `As ${String(pieces.length)} pieces`,
      body: pieces
        .map((d, i) => area(d, COLOURS.a, i % 2 === 0 ? 0.32 : 0.14) + line(d, COLOURS.a, 0.8))
        .join(''),
    },
  ]);
}

const { values } = failUsage(() => parseArgs({ options }), HELP);
const FOLDER = join('docs', 'figures');
const figures = {
  'envelope.svg': drawEnvelope(),
  'union.svg': drawUnion(),
  'trapezoids.svg': drawTrapezoids(),
};
await mkdir(FOLDER, { recursive: true });
for (const [name, text] of Object.entries(figures)) {
  const path = join(FOLDER, name);
  const before = await readFile(path, 'utf8').catch(() => undefined);
  if (before === text) continue;
  console.log(path);
  if (values.check) process.exitCode = 1;
  else await writeFile(path, text);
}
if (process.exitCode === 1) {
  console.error('out of date; run node scripts/draw-doc-figures.ts and commit the result');
}
