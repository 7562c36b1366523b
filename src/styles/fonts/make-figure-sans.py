"""Makes figure-sans-400.ttf and figure-sans-600.ttf; run from the repository's root.

Source Sans 3 as its npm package has it, one weight, the letters of figures only, and from its own
outlines the signs it lacks there: superscripts, subscripts, arrows and relations. Needs fonttools
and brotli. The OFL reserves the name "Source", hence another.
"""

import io
from pathlib import Path

from fontTools.merge import Merger
from fontTools.misc.transform import Transform
from fontTools.pens.transformPen import TransformPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.pens.recordingPen import DecomposingRecordingPen
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont
from fontTools.varLib.instancer import instantiateVariableFont

SOURCE = "node_modules/@fontsource-variable/source-sans-3/files/source-sans-3-{}-wght-normal.woff2"
TARGET = Path("src/styles/fonts")
SUBSETS = {
    # Latin and Latin-1, spacing and combining accents, punctuation, mathematical signs.
    "latin": [*range(0x20, 0x7F), *range(0xA0, 0x100), 0x131, 0x152, 0x153, 0x304, 0x308]
    + [*range(0x2010, 0x2023), 0x2026, 0x202F, 0x2030, 0x2032, 0x2033, 0x2039, 0x203A]
    + [0x2190, 0x2191, 0x2192, 0x2193, 0x2212, 0x2215],
    # Names of authors, and the ell.
    "latin-ext": [*range(0x100, 0x180), 0x2113],
    "greek": [*range(0x391, 0x3AA), *range(0x3B1, 0x3CA), 0x3D1, 0x3D5, 0x3D6, 0x3F1, 0x3F5],
}
SUPERSCRIPTS = dict(zip("⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿⁱ", "0123456789+−=()ni"))
SUBSCRIPTS = dict(zip("₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎", "0123456789+−=()"))
SCRIPT_SCALE = 0.62
SUPERSCRIPT_RISE = 270
SUBSCRIPT_DROP = -140


def open_weight(subset: str, weight: int) -> TTFont:
    font = TTFont(SOURCE.format(subset))
    instantiateVariableFont(font, {"wght": weight}, inplace=True)
    return font


def keep_letters(font: TTFont, letters: list[int]) -> TTFont:
    options = Options()
    options.layout_features = ["kern", "mark"]
    options.hinting = False
    options.name_IDs = []
    options.notdef_outline = True
    options.glyph_names = False
    options.drop_tables += ["BASE", "STAT", "GDEF", "gasp", "prep", "MVAR", "HVAR", "avar", "DSIG"]
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=letters)
    subsetter.subset(font)
    return font


def draw(source: TTFont, letter: str, transform: Transform):
    """A glyph of another font, moved and scaled, with its advance width."""
    name = source.getBestCmap()[ord(letter)]
    glyphs = source.getGlyphSet()
    recording = DecomposingRecordingPen(glyphs)
    glyphs[name].draw(recording)
    pen = TTGlyphPen(None)
    recording.replay(TransformPen(pen, transform))
    return pen.glyph(), round(glyphs[name].width * transform[0])


def draw_polygons(polygons):
    pen = TTGlyphPen(None)
    for polygon in polygons:
        pen.moveTo(polygon[0])
        for point in polygon[1:]:
            pen.lineTo(point)
        pen.closePath()
    return pen.glyph()


def bounds(font: TTFont, letter: str):
    glyph = font["glyf"][font.getBestCmap()[ord(letter)]]
    glyph.recalcBounds(font["glyf"])
    return glyph.xMin, glyph.yMin, glyph.xMax, glyph.yMax


def draw_arrow(font: TTFont, heads: str):
    """An arrow along the axis of the minus sign, as heavy as it."""
    x0, y0, x1, y1 = bounds(font, "−")
    stem = y1 - y0
    middle = (y0 + y1) / 2
    width = 820
    left, right = 60, width - 60
    reach = 150
    slant = stem * 1.3
    shaft = [
        (left + (slant / 2 if "left" in heads else 0), y0),
        (left + (slant / 2 if "left" in heads else 0), y1),
        (right - (slant / 2 if "right" in heads else 0), y1),
        (right - (slant / 2 if "right" in heads else 0), y0),
    ]
    polygons = [shaft]
    if "right" in heads:
        polygons.append([
            (right - reach - slant, middle - reach), (right - reach - slant / 3, middle - reach - stem / 2),
            (right + slant * 0.1, middle), (right - reach - slant / 3, middle + reach + stem / 2), (right - reach - slant, middle + reach),
            (right - slant * 1.05, middle),
        ])
    if "left" in heads:
        polygons.append([
            (left + reach + slant, middle - reach), (left + reach + slant / 3, middle - reach - stem / 2), (left - slant * 0.1, middle),
            (left + reach + slant / 3, middle + reach + stem / 2), (left + reach + slant, middle + reach), (left + slant * 1.05, middle),
        ])
    rounded = [[(round(x), round(y)) for x, y in polygon] for polygon in polygons]
    # Quarter turns apart, TrueType wants outer contours clockwise.
    clockwise = [p if signed_area(p) < 0 else p[::-1] for p in rounded]
    return draw_polygons(clockwise), width


def signed_area(polygon) -> float:
    return sum(a[0] * b[1] - b[0] * a[1] for a, b in zip(polygon, polygon[1:] + polygon[:1])) / 2


def draw_relation(font: TTFont, letter: str):
    """Less or greater with a bar beneath, raised to make room."""
    name = font.getBestCmap()[ord(letter)]
    glyphs = font.getGlyphSet()
    pen = TTGlyphPen(None)
    glyphs[name].draw(TransformPen(pen, Transform(1, 0, 0, 0.86, 0, 110)))
    x0, y0, x1, y1 = bounds(font, "−")
    bottom = bounds(font, letter)[1] - 50
    for i, point in enumerate([(x0, bottom), (x0, bottom + y1 - y0), (x1, bottom + y1 - y0), (x1, bottom)]):
        (pen.moveTo if i == 0 else pen.lineTo)(point)
    pen.closePath()
    return pen.glyph(), glyphs[name].width


def draw_turned(font: TTFont, letter: str):
    name = font.getBestCmap()[ord(letter)]
    glyphs = font.getGlyphSet()
    x0, y0, x1, y1 = bounds(font, letter)
    pen = TTGlyphPen(None)
    glyphs[name].draw(TransformPen(pen, Transform(-1, 0, 0, -1, x0 + x1, y0 + y1)))
    return pen.glyph(), glyphs[name].width


def draw_double(font: TTFont, letter: str):
    name = font.getBestCmap()[ord(letter)]
    glyphs = font.getGlyphSet()
    pen = TTGlyphPen(None)
    for rise in (-85, 95):
        glyphs[name].draw(TransformPen(pen, Transform(1, 0, 0, 1, 0, rise)))
    return pen.glyph(), glyphs[name].width


def add(font: TTFont, letter: str, drawn) -> None:
    glyph, width = drawn
    name = f"uni{ord(letter):04X}"
    glyph.recalcBounds(font["glyf"])
    font["glyf"][name] = glyph
    font["hmtx"][name] = (width, getattr(glyph, "xMin", 0))
    for table in font["cmap"].tables:
        if table.isUnicode():
            table.cmap[ord(letter)] = name


def name_font(font: TTFont, weight: int) -> None:
    style = {400: "Regular", 600: "SemiBold"}[weight]
    font["name"].names = []
    texts = {
        0: "Copyright 2023 Adobe (http://www.adobe.com/), with Reserved Font Name 'Source'. Subset with added signs.",
        1: "Figure Sans" if weight == 400 else f"Figure Sans {style}",
        2: "Regular",
        3: f"FigureSans-{style}-1",
        4: f"Figure Sans {style}",
        5: "Version 1.000",
        6: f"FigureSans-{style}",
        13: "This Font Software is licensed under the SIL Open Font License, Version 1.1.",
        14: "http://scripts.sil.org/OFL",
        16: "Figure Sans",
        17: style,
    }
    for name_id, text in texts.items():
        font["name"].setName(text, name_id, 3, 1, 0x409)
    font["OS/2"].usWeightClass = weight
    font["OS/2"].fsSelection = 0x40
    font["head"].macStyle = 0


def make(weight: int) -> None:
    parts = []
    for subset, letters in SUBSETS.items():
        stream = io.BytesIO()
        keep_letters(open_weight(subset, weight), letters).save(stream)
        stream.seek(0)
        parts.append(stream)
    font = Merger().merge(parts)
    # Scripts are cut from a heavier weight, so that scaled down they are as dark as the text.
    heavier = open_weight("latin", min(900, round(weight * 1.35)))
    for scripts, rise in [(SUPERSCRIPTS, SUPERSCRIPT_RISE), (SUBSCRIPTS, SUBSCRIPT_DROP)]:
        for letter, base in scripts.items():
            add(font, letter, draw(heavier, base, Transform(SCRIPT_SCALE, 0, 0, SCRIPT_SCALE, 0, rise)))
    for letter, heads in {"→": "right", "←": "left", "↔": "left right"}.items():
        add(font, letter, draw_arrow(font, heads))
    for letter, base in {"≤": "<", "≥": ">"}.items():
        add(font, letter, draw_relation(font, base))
    add(font, "∓", draw_turned(font, "±"))
    add(font, "≈", draw_double(font, "~"))
    add(font, "∼", draw(open_weight("latin", weight), "~", Transform()))
    font.setGlyphOrder(list(dict.fromkeys(font["glyf"].glyphOrder)))
    # Composites are taken apart: some writers of PDF lose their parts.
    glyphs = font.getGlyphSet()
    for name in font.getGlyphOrder():
        if font["glyf"][name].isComposite():
            recording = DecomposingRecordingPen(glyphs)
            glyphs[name].draw(recording)
            pen = TTGlyphPen(None)
            recording.replay(pen)
            font["glyf"][name] = pen.glyph()
    font = keep_letters(font, list(font.getBestCmap()))
    name_font(font, weight)
    font["post"].formatType = 3.0
    font["head"].created = font["head"].modified = 3786912000
    font.recalcTimestamp = False
    font.save(TARGET / f"figure-sans-{weight}.ttf")


for each in (400, 600):
    make(each)
