import type { FigureAxis, FigureSeries, FigureSpec, Path } from '../../figure/figure-spec.ts';
import { isColouredSeries } from '../../figure/legend.ts';
import { cleanText, writeComments } from './clean-text.ts';
import { describeDrawn, describeNumbers, describeView } from './describe-take-away.ts';
import { listParts } from './figure-curves.ts';
import { writeLatexMath } from './latex-text.ts';
import { listKeys } from './list-keys.ts';
import {
  colourSeries,
  DASHES,
  FONTS,
  INK,
  layOutPlot,
  LIFETIME_COLOUR,
  listOutlineEdges,
  type PlotLayout,
  styleOutline,
  TINT_OPACITY,
  WIDTHS,
} from './plot-layout.ts';
import { findSource, type TakeAwayContext } from './take-away-context.ts';
import { writeDigits, writeNumber } from './write-number.ts';

/**
 * A figure as a Python script that draws it at 86 mm with the numbers inside; it needs Python 3.8,
 * numpy and matplotlib 3.3, and writes a PDF and a PNG beside itself.
 */
export function writeMatplotlib(spec: FigureSpec, context: TakeAwayContext): string {
  const layout = layOutPlot(spec, context);
  return [
    // The encoding comes before any text of others: Python looks for one in the first two lines.
    '#!/usr/bin/env python3',
    '# -*- coding: utf-8 -*-',
    '# Run as: python3 SCRIPT [NAME]; writes NAME.pdf and NAME.png, by default beside this script.',
    '# Needs numpy and matplotlib 3.3 or newer.',
    '#',
    writeComments(
      [
        ...describeView(spec, context),
        describeNumbers(spec, 'line'),
        ...describeDrawn(spec, context),
      ],
      '#',
    ),
    '',
    IMPORTS,
    writeSettings(spec, layout),
    writeLimits(spec, context),
    writeOutlines(spec, context),
    writeLifetimes(spec),
    writeNames(layout),
    DRAWING,
  ].join('\n');
}

/** Text as a Python literal: JSON's escapes mean the same there, and nothing ends the string early. */
const quote = (text: string): string => JSON.stringify(cleanText(text));

const tuple = (numbers: readonly number[]): string =>
  `(${numbers.map(writeNumber).join(', ')}${numbers.length === 1 ? ',' : ''})`;

/** Points in rows of four. */
function writePoints(points: Path): string {
  const rows: string[] = [];
  for (let i = 0; i < points.length; i += 4) {
    rows.push(
      points
        .slice(i, i + 4)
        .map(([x, y]) => `(${writeDigits(x)}, ${writeDigits(y)}),`)
        .join(' '),
    );
  }
  return `[\n            ${rows.join('\n            ')}\n        ]`;
}

const IMPORTS = `import re
import sys
from pathlib import Path

import matplotlib

matplotlib.use("Agg")
import matplotlib.patheffects
import matplotlib.pyplot as plt
import numpy as np
from matplotlib.lines import Line2D
from matplotlib.mathtext import MathTextParser
from matplotlib.patches import PathPatch, Rectangle
from matplotlib.path import Path as Outline
from matplotlib.ticker import FixedLocator, NullFormatter, NullLocator
`;

function writeSettings(spec: FigureSpec, { width, height, frame, ticks }: PlotLayout): string {
  const axis = (one: FigureAxis, marks: PlotLayout['ticks']['x']): string => {
    const named = marks.filter(({ label }) => label !== '');
    const unit = one.unitLabel === '' ? '' : ` [${one.unitLabel}]`;
    return [
      '{',
      `    "scale": ${quote(one.scale)},`,
      `    "range": ${tuple(one.range)},`,
      `    "formula": ${quote(writeMathtext(one.symbol))},`,
      `    "plain": ${quote(one.plain)},`,
      `    "unit": ${JSON.stringify(cleanText(unit) === '' ? '' : ` ${cleanText(unit)}`)},`,
      `    "ticks": ${tuple(named.map(({ value }) => value))},`,
      `    "numbers": [${named.map(({ label }) => quote(writeTickMath(label))).join(', ')}],`,
      `    "marks": ${tuple(marks.filter(({ label }) => label === '').map(({ value }) => value))},`,
      '}',
    ].join('\n');
  };
  const fix = (value: number): string => String(Number(value.toFixed(3)));
  return [
    '# Sizes in points (1/72 inch): the page, and the frame from its lower left corner.',
    `PAGE = (${fix(width)}, ${fix(height)})`,
    `FRAME = (${fix(frame.left)}, ${fix(frame.bottom)}, ${fix(frame.width)}, ${fix(frame.height)})`,
    `INK = ${quote(INK)}`,
    `TINT = ${String(TINT_OPACITY)}`,
    `X = ${axis(spec.x, ticks.x)}`,
    `Y = ${axis(spec.y, ticks.y)}`,
    '',
  ].join('\n');
}

/** A tick label such as `10^-3` or `2·10^5` as a formula. */
export const writeTickMath = (label: string): string =>
  `$${label
    .replace(/\^([-−]?\d+)/u, '^{$1}')
    .replace('·', String.raw`\cdot `)
    .replaceAll('−', '-')}$`;

/** A formula for matplotlib, empty where it is none; its fonts have primes that are raised already. */
const writeMathtext = (symbol: string): string =>
  writeLatexMath(symbol)?.replaceAll("'", '′') ?? '';

function writeLimits(spec: FigureSpec, context: TakeAwayContext): string {
  return [
    '# Every limit as drawn, in the units of the axes. "above" and "below": what a curve excludes.',
    'LIMITS = [',
    ...spec.series.map((one) => writeLimit(one, context)),
    ']',
    '',
  ].join('\n');
}

function writeLimit(one: FigureSeries, context: TakeAwayContext): string {
  const { mark, style } = one;
  const isMain = isColouredSeries(one);
  const keys = listKeys(one, findSource(one, context));
  const side = mark.kind === 'segments' ? (mark.side ?? '') : '';
  const parts = listParts(mark).map(
    ({ part, role, points }) =>
      `        (${String(part)}, ${quote(role)}, ${writePoints(points)}),`,
  );
  return [
    '    {',
    `        "limit": ${quote(one.limit)},`,
    `        "label": ${quote(one.label)},`,
    `        "cite": ${quote(keys.join(','))},`,
    `        "excludes": ${quote(side)},`,
    `        "fill": ${quote(style.fill)},`,
    `        "hue": ${quote(style.hue)},`,
    `        "front": ${isMain ? 'True' : 'False'},`,
    `        "colour": ${quote(colourSeries(one, 'line', context))},`,
    `        "region": ${quote(colourSeries(one, 'fill', context))},`,
    `        "width": ${String(isMain ? WIDTHS[style.weight] : WIDTHS.context)},`,
    `        "dash": ${tuple(DASHES[style.line])},`,
    '        "parts": [',
    ...parts.map((part) => part.replaceAll(/^/gmu, '    ')),
    '        ],',
    '    },',
  ].join('\n');
}

function writeOutlines(spec: FigureSpec, context: TakeAwayContext): string {
  const outlines = spec.outlines.map(({ scope, rings }) => {
    const { colour, widthPt, opacity } = styleOutline(scope, context);
    const edges = rings.flatMap((ring) => listOutlineEdges(ring, spec));
    return [
      '    {',
      `        "scope": ${quote(scope)},`,
      `        "colour": ${quote(colour)},`,
      `        "width": ${String(widthPt)},`,
      `        "opacity": ${String(opacity)},`,
      '        "edges": [',
      ...edges.map((edge) => `        ${writePoints(edge)},`),
      '        ],',
      '    },',
    ].join('\n');
  });
  return [
    '# Edges of the union of published exclusions; not a statistical combination.',
    'OUTLINES = [',
    ...outlines,
    ']',
    '',
  ].join('\n');
}

function writeLifetimes(spec: FigureSpec): string {
  const lines = spec.lifetimes.map(({ label, segments }) =>
    [
      '    {',
      `        "label": ${quote(label)},`,
      `        "colour": ${quote(LIFETIME_COLOUR)},`,
      '        "edges": [',
      ...segments.map((segment) => `        ${writePoints(segment)},`),
      '        ],',
      '    },',
    ].join('\n'),
  );
  return ['# Lines of equal proper decay length.', 'LIFETIMES = [', ...lines, ']', ''].join('\n');
}

function writeNames({ labels, legend }: PlotLayout): string {
  return [
    '# Names on the curves: text, fractions of the frame, degrees, size [pt], colour.',
    'NAMES = [',
    ...labels.map(
      ({ text, x, y, angle, fontPt, colour }) =>
        `    (${quote(text)}, ${String(x)}, ${String(y)}, ${String(angle)}, ${String(fontPt)}, ${quote(colour)}),`,
    ),
    ']',
    '# Below the frame: text, position [pt], colour, line width, dashes, opacity, kind of sample.',
    'LEGEND = [',
    ...legend.map(
      (one) =>
        `    (${quote(one.text)}, ${String(Number(one.x.toFixed(2)))}, ${String(Number(one.y.toFixed(2)))}, ${quote(one.colour)}, ${String(one.widthPt)}, ${tuple(one.dash)}, ${String(one.opacity)}, ${quote(one.sample)}),`,
    ),
    ']',
    '',
  ].join('\n');
}

/** The part of the script that is the same for every figure. */
const DRAWING = `plt.rcParams.update({
    "font.family": "STIXGeneral",
    "mathtext.fontset": "stix",
    "pdf.fonttype": 42,
    "hatch.linewidth": 0.5,
    "axes.linewidth": ${String(WIDTHS.frame)},
})


RAISED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾", "0123456789+-=()")


def escape(text):
    """Text in which matplotlib sees no formula, but for raised signs that fonts often lack."""
    return re.sub(
        "[⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾]+",
        lambda run: "$^{\\mathrm{" + run[0].translate(RAISED) + "}}$",
        text.replace("$", r"\\$"),
    )


def title(axis):
    """The formula of an axis where matplotlib can set it, its plain form where it cannot."""
    formula = axis["formula"]
    try:
        if formula:
            MathTextParser("agg").parse(formula)
    except Exception:
        formula = ""
    return (formula or escape(axis["plain"])) + escape(axis["unit"])


def place(points):
    """Points as an array; what a logarithmic axis cannot show, as zero, lies on its lower edge."""
    points = np.array(points, dtype=float).reshape(-1, 2)
    for column, axis in enumerate((X, Y)):
        if axis["scale"] == "log":
            values = points[:, column]
            values[~(values > 0)] = axis["range"][0]
    return points


def flatten(points):
    """Points in coordinates in which lines on the page are straight."""
    columns = [
        np.log(points[:, i]) if axis["scale"] == "log" else points[:, i]
        for i, axis in enumerate((X, Y))
    ]
    return np.column_stack(columns)


def areas(limit):
    """Closed regions of a limit; a one-sided one runs to the end of the axis."""
    parts = [(part, role, place(points)) for part, role, points in limit["parts"]]
    if limit["excludes"]:
        above = limit["excludes"] == "above"
        for _, _, curve in parts:
            if len(curve) > 1:
                end = max(Y["range"][1], curve[:, 1].max()) if above else min(Y["range"][0], curve[:, 1].min())
                yield np.vstack([curve, [(curve[-1, 0], end), (curve[0, 0], end)]])
    lower = {part: points for part, role, points in parts if role == "lower"}
    for part, role, points in parts:
        if role == "ring":
            yield points
        elif role == "upper" and len(points) and len(lower[part]):
            yield np.vstack([lower[part], points[::-1]])


def region(limit):
    """
    The regions of a limit as one outline. matplotlib fills by winding number, so rings turn one way
    and the holes in them the other: the same as the even-odd rule.
    """
    rings = [ring for ring in areas(limit) if len(ring) > 2]
    flat = [flatten(ring) for ring in rings]
    vertices, codes = [], []
    for i, ring in enumerate(rings):
        around = sum(
            np.mean(Outline(other).contains_points(flat[i])) > 0.5
            for j, other in enumerate(flat)
            if j != i
        )
        x, y = (flat[i] - flat[i].mean(axis=0)).T
        turns_left = np.sum(x * np.roll(y, -1) - np.roll(x, -1) * y) > 0
        if turns_left != (around % 2 == 0):
            ring = ring[::-1]
        vertices.append(np.vstack([ring, ring[:1]]))
        codes.append([Outline.MOVETO] + [Outline.LINETO] * (len(ring) - 1) + [Outline.CLOSEPOLY])
    return (np.vstack(vertices), np.concatenate(codes)) if rings else None


def edges(limit):
    """Lines of a limit; the two edges of a strip form one closed line."""
    upper = {part: place(points) for part, role, points in limit["parts"] if role == "upper"}
    for part, role, points in limit["parts"]:
        points = place(points)
        if role in ("curve", "ring"):
            yield points
        elif role == "lower":
            yield np.vstack([points, upper[part][::-1], points[:1]])


def stroke(artist, **style):
    dash = style.pop("dash", ())
    (line,) = artist(solid_joinstyle="round", dash_joinstyle="round", **style)
    if dash:
        line.set_dashes([length / style["linewidth"] for length in dash])


def fill(limits, **style):
    """Fills the regions of several limits as one."""
    paths = [path for path in map(region, limits) if path is not None]
    if paths:
        outline = Outline(np.vstack([p[0] for p in paths]), np.concatenate([p[1] for p in paths]))
        axes.add_patch(PathPatch(outline, **style))


figure = plt.figure(figsize=(PAGE[0] / 72, PAGE[1] / 72))
axes = figure.add_axes(
    [FRAME[0] / PAGE[0], FRAME[1] / PAGE[1], FRAME[2] / PAGE[0], FRAME[3] / PAGE[1]]
)
axes.set(xscale=X["scale"], yscale=Y["scale"], xlim=X["range"], ylim=Y["range"])
axes.set_autoscale_on(False)

# From the back: lifetimes, grey regions, tinted ones (one tint a colour), hatched ones, then the lines.
for line in LIFETIMES:
    for edge in map(place, line["edges"]):
        stroke(lambda **s: axes.plot(edge[:, 0], edge[:, 1], **s), dash=${tuple(DASHES.dotted)},
               color=line["colour"], linewidth=${String(WIDTHS.thin)}, zorder=0.9)
for limit in LIMITS:
    if limit["fill"] == "grey":
        fill([limit], facecolor=limit["region"], edgecolor="none", zorder=1)
# On the greys below, the tints would be mud.
fill([one for one in LIMITS if one["fill"] == "light"], facecolor="white", edgecolor="none", zorder=1.05)
for hue in dict.fromkeys(limit["hue"] for limit in LIMITS if limit["fill"] == "light"):
    tinted = [one for one in LIMITS if one["fill"] == "light" and one["hue"] == hue]
    fill(tinted, facecolor=tinted[0]["colour"], alpha=TINT, edgecolor="none", zorder=1.1)
for limit in LIMITS:
    if limit["fill"] == "hatched":
        fill([limit], fill=False, hatch="//////", edgecolor=limit["colour"], linewidth=0, zorder=1.2)


def draw_limit(limit, zorder):
    style = {"color": limit["colour"], "linewidth": limit["width"], "zorder": zorder}
    for line in edges(limit):
        stroke(lambda **s: axes.plot(line[:, 0], line[:, 1], **s), dash=limit["dash"], **style)
    for _, role, points in limit["parts"]:
        if role == "point":
            points = place(points)
            axes.plot(points[:, 0], points[:, 1], "o", markerfacecolor="white",
                      markeredgecolor=limit["colour"], markeredgewidth=0.7, markersize=3, zorder=zorder)


for limit in LIMITS:
    if not limit["front"]:
        draw_limit(limit, 1.3)
for outline in OUTLINES:
    for edge in map(place, outline["edges"]):
        axes.plot(edge[:, 0], edge[:, 1], color=outline["colour"], linewidth=outline["width"],
                  alpha=outline["opacity"], solid_joinstyle="round", zorder=1.4)
for limit in LIMITS:
    if limit["front"]:
        draw_limit(limit, 1.5)

halo = [matplotlib.patheffects.withStroke(linewidth=1.3, foreground="white")]
for text, x, y, angle, size, colour in NAMES:
    axes.text(x, y, escape(text), transform=axes.transAxes, rotation=angle, fontsize=size,
              color=colour, ha="center", va="center", path_effects=halo, zorder=1.8)

for text, x, y, colour, width, dash, opacity, kind in LEGEND:
    ends = [x / PAGE[0], (x + 15) / PAGE[0]]
    level = y / PAGE[1]
    if kind == "hatched":
        figure.add_artist(Rectangle((ends[0], level - 2 / PAGE[1]), ends[1] - ends[0], 4 / PAGE[1],
                                    fill=False, hatch="//////", edgecolor=colour, linewidth=0.4))
    elif kind != "none":
        line = Line2D(ends, [level, level], color=colour, linewidth=width, alpha=opacity)
        if kind == "marker":
            line = Line2D([np.mean(ends)], [level], color=colour, marker="o", markersize=3,
                          markerfacecolor="white", markeredgewidth=0.7)
        elif dash:
            line.set_dashes([length / width for length in dash])
        figure.add_artist(line)
    figure.text((x + 18) / PAGE[0], (y - 1.9) / PAGE[1], escape(text), fontsize=${String(FONTS.legend)}, color=INK)

for axis, settings in ((axes.xaxis, X), (axes.yaxis, Y)):
    # Without these five lines matplotlib chooses ticks itself, for instance after a change of range.
    axis.set_major_locator(FixedLocator(settings["ticks"]))
    axis.set_ticklabels(settings["numbers"])
    axis.set_minor_locator(FixedLocator(settings["marks"]) if settings["marks"] else NullLocator())
    axis.set_minor_formatter(NullFormatter())
axes.tick_params(which="both", direction="in", top=True, right=True, labelsize=${String(FONTS.tick)}, color=INK, labelcolor=INK)
axes.tick_params(which="major", length=3.2, width=0.5, pad=2.5)
axes.tick_params(which="minor", length=1.7, width=0.4)
figure.text((FRAME[0] + FRAME[2]) / PAGE[0], (FRAME[1] - 12.5) / PAGE[1], title(X), fontsize=${String(FONTS.title)},
            ha="right", va="top", color=INK)
figure.text(3 / PAGE[0], (FRAME[1] + FRAME[3]) / PAGE[1], title(Y), fontsize=${String(FONTS.title)},
            rotation=90, ha="left", va="top", color=INK)
for spine in axes.spines.values():
    spine.set_zorder(3)

name = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).resolve().with_suffix("")
figure.savefig(str(name) + ".pdf")
figure.savefig(str(name) + ".png", dpi=600)
print("wrote", str(name) + ".pdf", "and", str(name) + ".png")
`;
