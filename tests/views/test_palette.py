"""Colours that can be seen and told apart on both grounds."""

import colorsys
from itertools import combinations

import pytest
from matplotlib.colors import to_rgb

from helpers import context, tables
from helpers.views import calendar, palette

with context.using(pack=None):
    NETWORKS = dict(tables.load().networks["colour"])
MARKS = {
    **NETWORKS,
    **palette.CRITERIA,
    "people": palette.PEOPLE,
    "shared": palette.SHARED,
    "missing": palette.MISSING,
}


def luminance(colour: str) -> float:
    """Relative luminance of WCAG 2."""
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in to_rgb(colour)]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("theme", palette.THEMES)
@pytest.mark.parametrize("name", MARKS)
def test_marks_stand_out(name, theme):
    assert contrast(MARKS[name], palette.THEMES[theme]["ground"]) >= 3


@pytest.mark.parametrize("theme", palette.THEMES)
@pytest.mark.parametrize("ink", ["ink", "soft"])
def test_text_is_readable(ink, theme):
    colours = palette.THEMES[theme]
    assert contrast(colours[ink], colours["ground"]) >= 4.5


@pytest.mark.parametrize("colour", calendar.COLOURS)
def test_white_signs_are_legible_on_the_colours_of_the_calendar(colour):
    assert contrast(colour, "#ffffff") >= 4.5
    assert all(contrast(colour, theme["ground"]) >= 3 for theme in palette.THEMES.values())


def test_network_colours_differ():
    for (one, first), (other, second) in combinations(NETWORKS.items(), 2):
        apart = sum((a - b) ** 2 for a, b in zip(to_rgb(first), to_rgb(second), strict=True)) ** 0.5
        assert apart > 0.12, (one, other)


def test_criteria_are_told_apart_without_colour():
    assert len(set(palette.HATCHES.values())) == len(palette.CRITERIA) == len(palette.HATCHES)
    hues = [colorsys.rgb_to_hsv(*to_rgb(colour))[0] for colour in palette.CRITERIA.values()]
    assert len({round(hue, 1) for hue in hues}) == 3
