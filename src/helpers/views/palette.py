"""Colours: the same in every lesson, told apart without colour vision, seen on both themes.

Those of the networks stand in ``networks.csv``. Every mark has at least 3:1 against
either ground, every ink 4.5:1; a test holds both.
"""

from helpers import look

CRITERIA = {"purpose": "#0072b2", "audience": "#d55e00", "content": "#009e73"}
HATCHES = {"purpose": "", "audience": "///", "content": "---"}
PEOPLE = "#54779e"
SHARED = "#767676"
MISSING = "#d0421b"
SPARE = "#2c8558"
MIDDLE = "#b06a12"

THEMES = {
    name: {
        "ground": theme["paper"],
        "ink": theme["ink"],
        "soft": theme["soft"],
        "grid": theme["rule"],
        "missing": theme["missing"],
        "good": theme["good"],
    }
    for name, theme in look.THEMES.items()
}
"""What a picture takes of a theme; ``missing`` and ``good`` are for words, not for marks."""
THEMES["light"]["needed"], THEMES["dark"]["needed"] = "#3f4751", "#c3cad3"
"""Work that has to be done: a mark near the ink, on which the ground's colour is written."""


def theme_of(ground: str) -> dict[str, str]:
    """The colours of the theme that has this ground, for marks that need to know it."""
    return next(theme for theme in THEMES.values() if theme["ground"] == ground)


def style(theme: str) -> dict[str, str]:
    """The matplotlib settings of a theme."""
    colours = THEMES[theme]
    return {
        "figure.facecolor": colours["ground"],
        "axes.facecolor": colours["ground"],
        "text.color": colours["ink"],
        "axes.labelcolor": colours["ink"],
        "axes.edgecolor": colours["soft"],
        "axes.titlecolor": colours["ink"],
        "xtick.color": colours["soft"],
        "xtick.labelcolor": colours["ink"],
        "ytick.color": colours["soft"],
        "ytick.labelcolor": colours["ink"],
        "grid.color": colours["grid"],
        "hatch.color": colours["ground"],
        "legend.labelcolor": colours["ink"],
    }
