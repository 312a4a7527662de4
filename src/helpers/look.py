"""The look of the course: every colour, size and width that page and pictures share.

``docs/style.md`` explains them. Style sheets read them as custom properties, pictures
through ``views.palette`` and ``views.canvas``; neither repeats a value.
"""

import base64
from functools import cache
from pathlib import Path

FONTS = Path(__file__).parent / "fonts"
FONT = "Inter"
FALLBACK = "DejaVu Sans"
"""For signs that the shipped cut of Inter lacks, such as arrows; matplotlib brings it."""

THEMES = {
    "light": {
        "paper": "#ffffff",
        "ink": "#171a1f",
        "soft": "#56606d",
        "rule": "#e1e5ea",
        "line": "#7d8793",
        "tint": "#f3f6fa",
        "accent": "#0a5bb0",
        "on": "#ffffff",
        "good": "#1d7a4c",
        "missing": "#b5330f",
    },
    "dark": {
        "paper": "#111111",
        "ink": "#eceff3",
        "soft": "#a9b2bd",
        "rule": "#2b3036",
        "line": "#7b8592",
        "tint": "#1b1f24",
        "accent": "#82b6f5",
        "on": "#0b1420",
        "good": "#63c795",
        "missing": "#ff9a7d",
    },
}
"""``rule`` parts, ``line`` borders what can be used, ``on`` is written on the accent."""

TEXT = 17.5
"""Size of prose in CSS pixels; headings grow by a fifth to a quarter each."""
SMALL = 15.0
"""The smallest size of text, in CSS pixels: in pictures, hints and tables."""
PROJECTED = 1.5
"""How much larger the projector shows a picture: the smallest text then has 22.5 px."""

WIDTHS = (340, 540, 660, 900)
"""Layouts of pictures in CSS pixels: phone, projector, medium window, wide window."""
HAND, GUTTER, EYE = 286, 40, 900
"""A wide page: the column of controls, the space, the column of text and pictures."""
WIDE, NARROW = 1240, 700
"""From ``WIDE`` on controls stand beside the picture; below ``NARROW`` all is stacked."""


def points(pixels: float, dpi: float) -> float:
    """CSS pixels as matplotlib's points."""
    return pixels * 72 / dpi


def contrast(one: str, other: str) -> float:
    """How much two colours (``#rrggbb``) differ in brightness, 1 to 21, as WCAG reckons it."""
    bright, dim = sorted(map(_luminance, (one, other)), reverse=True)
    return (bright + 0.05) / (dim + 0.05)


def _luminance(colour: str) -> float:
    parts = (int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5))
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def css() -> str:
    """The custom properties of both themes, and the faces of the font, for a style sheet."""
    light, dark = (
        "; ".join(f"--byp-{name}: {value}" for name, value in THEMES[theme].items())
        for theme in ("light", "dark")
    )
    sizes = f"--byp-text: {TEXT}px; --byp-small: {SMALL}px; --byp-projected: {PROJECTED}"
    sizes += f"; --byp-hand: {HAND}px; --byp-gutter: {GUTTER}px; --byp-eye: {EYE}px"
    font = f'--byp-font: "BYP {FONT}", {FONT}, system-ui, "Segoe UI", sans-serif'
    return (
        f'body {{ {light}; {sizes}; {font}; }}\nbody[data-jp-theme-light="false"] {{ {dark}; }}\n'
    )


def accents(light: str, dark: str) -> str:
    """A style sheet with other colours of links, buttons and headings; '' keeps the look's own.

    It wins over ``css`` wherever it stands, so that it has to say both.
    """
    if not light and not dark:
        return ""
    bodies = {"light": ("body:not(#byp)", light)}
    bodies["dark"] = ('body[data-jp-theme-light="false"]:not(#byp)', dark)
    return "".join(
        f"{body} {{ --byp-accent: {colour or THEMES[theme]['accent']}; }}\n"
        for theme, (body, colour) in bodies.items()
    )


@cache
def faces() -> str:
    """The web font, Latin and Greek, inside the style sheet: nothing is fetched."""
    ranges = {"latin": "U+0000-036F, U+2000-206F, U+20AC, U+2122, U+2191, U+2193, U+2212"}
    ranges["greek"] = "U+0370-03FF"
    return "".join(
        f'@font-face {{ font-family: "BYP {FONT}"; font-weight: 100 900; font-display: swap; '
        f"unicode-range: {ranges[script]}; src: url(data:font/woff2;base64,{data}) "
        'format("woff2"); }\n'
        for script in ranges
        if (data := base64.b64encode((FONTS / f"inter-{script}.woff2").read_bytes()).decode())
    )
