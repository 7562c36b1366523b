"""Makes page-*.woff2 and ../page-fonts.css; run from the repository's root, then format the stylesheet.

Source Serif 4 and Source Sans 3 as their npm packages have them, cut to the weights and features that
pages use, and divided so that a page loads what it shows: `core` is what nearly every page has, `latin`
the rest of Latin-1, `greek` the unaccented alphabet. What is left, other Latin letters and Greek accents,
comes from the packages' own files, by range. Needs fonttools and brotli. The OFL reserves the name
"Source", hence other names.
"""

import io
from pathlib import Path

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont
from fontTools.varLib.instancer import instantiateVariableFont

SOURCE = "node_modules/@fontsource-variable/{0}/files/{0}-{1}-wght-{2}.woff2"
STYLESHEET = Path("src/styles/page-fonts.css")

WEIGHTS = (400, 700)
FEATURES = ["kern", "liga", "mark", "mkmk", "ccmp", "locl", "pnum", "tnum"]

CORE = {
    *range(0x20, 0x7F),
    # No-break space, plus-minus, superscripts, middle dot, times; combining macron of antiparticles.
    *[0xA0, 0xB1, 0xB2, 0xB3, 0xB7, 0xB9, 0xD7, 0x304],
    # Spaces, dashes, quotes, bullet, ellipsis, primes, arrows, minus.
    *[0x2002, 0x2009, 0x200B],
    *range(0x2010, 0x2016),
    *range(0x2018, 0x201E),
    *[0x2022, 0x2026, 0x202F, 0x2032, 0x2033, 0x2191, 0x2193, 0x2212],
}
ALPHABET = {*range(0x391, 0x3AA), *range(0x3B1, 0x3CA), 0x3D1, 0x3D5, 0x3D6, 0x3F1, 0x3F5}
# What the packages' own files must not be loaded for: `symbols.woff2` has it.
SYMBOLS = {0x2C9, 0x2113, *range(0x2070, 0x20A0)}

# (family, its package, styles)
FAMILIES = [
    ("Page Serif", "source-serif-4", ["normal", "italic"]),
    ("Page Sans", "source-sans-3", ["normal"]),
]

# Fonts of systems with the metrics of ours, so that lines break alike before ours are there: mean width of a
# letter in English text [em], as `@capsizecss/metrics` 4 has it.
MEAN_WIDTH = {
    "Page Serif": 479 / 1000,
    "Page Sans": 418 / 1000,
    "Georgia": 913 / 2048,
    "Times New Roman": 832 / 2048,
    "Noto Serif": 481 / 1000,
    "Arial": 913 / 2048,
    "Roboto": 911 / 2048,
    "Open Sans": 960 / 2048,
}
# Name of the fallback, and the fonts that have its metrics.
FALLBACKS = {
    "Page Serif": [
        ("Georgia", ["Georgia"]),
        ("Noto Serif", ["Noto Serif"]),
        ("Times New Roman", ["Times New Roman", "Liberation Serif", "Tinos", "Nimbus Roman"]),
        ("Open Sans", ["Open Sans"]),
    ],
    "Page Sans": [
        ("Roboto", ["Roboto"]),
        ("Arial", ["Arial", "Helvetica", "Liberation Sans", "Arimo", "Nimbus Sans"]),
        ("Open Sans", ["Open Sans"]),
    ],
}


def cut(path: str, letters: set[int], name: str) -> TTFont:
    font = TTFont(path, recalcTimestamp=False)
    instantiateVariableFont(font, {"wght": WEIGHTS}, inplace=True)
    # Written and read again: the subsetter wants whole tables.
    buffer = io.BytesIO()
    font.flavor = None
    font.save(buffer)
    buffer.seek(0)
    font = TTFont(buffer, recalcTimestamp=False)
    options = Options()
    options.layout_features = FEATURES
    options.hinting = False
    options.name_IDs = [0, 1, 2, 4, 6, 13, 14]
    options.notdef_outline = True
    options.glyph_names = False
    options.drop_tables += ["gasp", "prep", "DSIG"]
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=letters)
    subsetter.subset(font)
    for record in list(font["name"].names):
        if record.nameID in (1, 4):
            record.string = name
        elif record.nameID == 6:
            record.string = name.replace(" ", "")
    font.flavor = "woff2"
    return font


def describe_range(letters: set[int], others: set[int] | None = None) -> str:
    """Runs of letters; where `others` is given, across gaps that none of these is in."""
    runs: list[list[int]] = []
    for letter in sorted(letters):
        if runs and (
            letter == runs[-1][1] + 1
            or (others is not None and others.isdisjoint(range(runs[-1][1], letter)))
        ):
            runs[-1][1] = letter
        else:
            runs.append([letter, letter])
    return ", ".join(f"U+{a:04X}" if a == b else f"U+{a:04X}-{b:04X}" for a, b in runs)


def describe_face(family: str, style: str, url: str, letters: str, display: str = "swap") -> str:
    return f"""@font-face {{
  font-family: '{family}';
  font-style: {style};
  font-display: {display};
  font-weight: {WEIGHTS[0]} {WEIGHTS[1]};
  src: url('{url}') format('woff2');
  unicode-range: {letters};
}}
"""


def describe_fallback(family: str, name: str, fonts: list[str], metrics) -> str:
    scale = MEAN_WIDTH[family] / MEAN_WIDTH[name]
    em = metrics["head"].unitsPerEm * scale
    return f"""@font-face {{
  font-family: '{family} as {name}';
  src: {", ".join(f"local('{font}')" for font in fonts)};
  size-adjust: {scale:.2%};
  ascent-override: {metrics["hhea"].ascent / em:.2%};
  descent-override: {-metrics["hhea"].descent / em:.2%};
  line-gap-override: {metrics["hhea"].lineGap / em:.2%};
}}
"""


faces = ["/* Written by fonts/make-page-fonts.py. A browser loads the files a page has letters of. */\n"]
for family, package, styles in FAMILIES:
    for style in styles:
        file = f"./fonts/{family.lower().replace(' ', '-')}-{{}}{'-italic' if style == 'italic' else ''}.woff2"
        paths = {name: SOURCE.format(package, name, style) for name in ["latin", "greek", "latin-ext"]}
        has = {name: set(TTFont(path).getBestCmap()) for name, path in paths.items()}
        parts = {
            "core": ("latin", has["latin"] & CORE),
            "latin": ("latin", has["latin"] - CORE),
            "greek": ("greek", has["greek"] & ALPHABET),
        }
        for part, (source, letters) in parts.items():
            cut(paths[source], letters, family).save(STYLESHEET.parent / file.format(part))
            # Pages ask for these before anything: they are there for the first line, or later pages have them, so
            # that no line breaks anew while it is read.
            display = "optional" if (part, style) == ("core", "normal") else "swap"
            faces.append(describe_face(family, style, file.format(part), describe_range(letters), display))
        taken = has["latin"] | ALPHABET | SYMBOLS
        for source in ["greek", "latin-ext"]:
            letters = describe_range(has[source] - taken, taken | set(range(0x20, 0x100)))
            url = paths[source].removeprefix("node_modules/")
            faces.append(describe_face(family, style, url, letters))
            taken |= has[source]
    metrics = TTFont(SOURCE.format(package, "latin", "normal"))
    for name, fonts in FALLBACKS[family]:
        faces.append(describe_fallback(family, name, fonts, metrics))
STYLESHEET.write_text("\n".join(faces))
