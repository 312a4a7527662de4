"""Colours that can be seen and told apart on both grounds."""

import colorsys
from itertools import combinations

import numpy as np
import pytest
from matplotlib.collections import PolyCollection
from matplotlib.colors import to_hex, to_rgb

from helpers import context
from helpers.data import reading
from helpers.data.tables import NONE
from helpers.views import palette
from helpers.views.bars import WHITE
from tests.views.test_pictures import built

with context.using(pack=None):
    NETWORKS = dict(reading.load().networks["colour"])
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


def linear(colour: str) -> np.ndarray:
    """Red, green and blue as amounts of light."""
    shares = np.array(to_rgb(colour))
    return np.where(shares <= 0.04045, shares / 12.92, ((shares + 0.055) / 1.055) ** 2.4)


def lab(light: np.ndarray) -> np.ndarray:
    """CIELAB of linear sRGB under daylight: distances are about what the eye sees."""
    to_xyz = [[0.4124, 0.3576, 0.1805], [0.2126, 0.7152, 0.0722], [0.0193, 0.1192, 0.9505]]
    xyz = np.array(to_xyz) @ np.clip(light, 0, 1) / (0.9505, 1, 1.089)
    x, y, z = np.where(xyz > 0.008856, np.cbrt(xyz), 7.787 * xyz + 16 / 116)
    return np.array([116 * y - 16, 500 * (x - y), 200 * (y - z)])


SIGHT = {
    "full": ([[1, 0, 0], [0, 1, 0], [0, 0, 1]], 20),
    "no red": ([[0.152, 1.053, -0.205], [0.115, 0.786, 0.099], [-0.004, -0.048, 1.052]], 8),
    "no green": ([[0.367, 0.861, -0.228], [0.280, 0.673, 0.047], [-0.012, 0.043, 0.969]], 8),
    "no blue": ([[1.256, -0.077, -0.179], [-0.078, 0.931, 0.148], [0.005, 0.691, 0.304]], 8),
}
"""What is seen (Machado, Oliveira & Fernandes 2009, severity 1), and how far colours are apart.

Eight is seen beside each other, not remembered: every mark also has its name, see test_legible.
"""


@pytest.mark.parametrize("sight", SIGHT)
def test_networks_are_told_apart_with_and_without_colour_vision(sight):
    seen, least = SIGHT[sight]
    places = {network: lab(np.array(seen) @ linear(c)) for network, c in NETWORKS.items()}
    for one, other in combinations(places, 2):
        assert np.linalg.norm(places[one] - places[other]) >= least, (one, other)


def test_network_colours_differ():
    for (one, first), (other, second) in combinations(NETWORKS.items(), 2):
        apart = sum((a - b) ** 2 for a, b in zip(to_rgb(first), to_rgb(second), strict=True)) ** 0.5
        assert apart > 0.12, (one, other)


def test_criteria_are_told_apart_without_colour():
    assert len(set(palette.HATCHES.values())) == len(palette.CRITERIA) == len(palette.HATCHES)
    hues = [colorsys.rgb_to_hsv(*to_rgb(colour))[0] for colour in palette.CRITERIA.values()]
    assert len({round(hue, 1) for hue in hues}) == 3


def marks(name: str) -> dict[str, tuple[float, ...]]:
    """Extent or place of each mark of a picture, by its colour; no colour stands twice."""
    _view, _result, figure = built(name)
    found: dict[str, tuple[float, ...]] = {}
    for axes in figure.axes:
        for collection in axes.collections:
            colours = collection.get_facecolor()
            shapes = [path.get_extents() for path in collection.get_paths()]
            spots = collection.get_offsets()
            dots = len(spots) == len(colours) > 1
            places = spots if dots else [(shape.x0, shape.x1) for shape in shapes]
            for colour, place in zip(colours, places, strict=False):
                if (key := to_hex(colour)) in NETWORKS.values():
                    assert key not in found, key
                    found[key] = tuple(place)
    return found


def test_work_people_and_what_is_missing_have_their_colours():
    """The bars of the gap are kinds of work, not networks: those the table tells apart."""
    _view, _result, figure = built("gap")
    bars = [c for c in figure.axes[0].collections if isinstance(c, PolyCollection)]
    fills = [to_hex(colour) for bar in bars for colour in bar.get_facecolor()]
    assert fills[:5] == [palette.THEMES["light"]["needed"]] * 4 + [palette.SHARED]
    assert fills[5:-1] and set(fills[5:7]) == {palette.PEOPLE}
    (hole,) = [bar for bar in bars if bar.get_hatch()]
    assert {to_hex(colour) for colour in hole.get_edgecolor()} == {palette.MISSING}


@pytest.mark.parametrize("theme", palette.THEMES)
def test_numbers_on_bars_are_legible(theme):
    colours = palette.THEMES[theme]
    assert contrast(colours["needed"], colours["ground"]) >= 4.5
    for mark in (palette.PEOPLE, palette.SHARED, palette.SPARE):
        assert contrast(mark, WHITE) >= 4.5
    assert contrast(colours["missing"], colours["ground"]) >= 4.5


def test_each_dot_of_the_map_has_the_colour_of_its_network():
    _view, result, _figure = built("map")
    drawn = marks("map")
    for network in (n for n in NETWORKS if n != NONE):
        place = (result.value(f"{network}.spare"), 10 * result.value(f"{network}.fit"))
        assert drawn[NETWORKS[network]] == pytest.approx(place)
