"""The pictures of a class vote, over many states: legible, nothing cut, words that agree."""

import re
from collections import Counter
from itertools import product

import numpy as np
import pytest
from matplotlib.collections import PathCollection
from matplotlib.figure import Figure

from helpers import look
from helpers.models import vote
from helpers.models.result import Quantity, Result
from helpers.models.vote import ModelsAnswer
from helpers.views.canvas import Canvas, Look, View
from helpers.views.vote import NumbersView, stacked
from helpers.views.vote_options import OptionsView
from tests.views.legible import Drawing, texts

SPREAD = Counter({3: 1, 4: 2, 5: 3, 6: 4, 7: 1, 8: 3, 10: 2, 12: 1, 14: 1, 20: 1})
HANDS = {
    "none": Counter(),
    "one": Counter({6: 1}),
    "usual": SPREAD,
    "all the same": Counter({6: 19}),
    "200 the same": Counter({6: 200}),
    "200 spread": Counter(dict.fromkeys(range(1, 21), 10)),
    "200 apart": Counter({0.5 * value: 1 for value in range(200)}),
    "crowds": Counter({1: 80, 2: 60, 3: 60}),
    "far out": SPREAD + Counter({100: 1}),
    "far out twice": Counter({1: 8, 2: 9, 60: 1, 100: 2}),
    "at both ends": Counter({0: 5, 100: 5}),
    "nought": Counter({0: 12}),
    "broken": Counter({5.125: 3, 5.25: 4, 6.375: 5}),
}
MODELS = {
    "hidden": None,
    "inside": 13.02,
    "at nought": 0.0,
    "at the end": 100.0,
    "at the hands": 6.0,
}


def numbers(hands: Counter, model: float | None, unit: str, scale: float, high: float) -> Result:
    """A class's numbers, all on another scale: hours, euros, places."""
    scaled = Counter()
    for value, count in hands.items():
        scaled[min(round(value * scale, 3), high)] += count
    answer = None
    if model is not None:
        figure = Quantity("x", min(model * scale, high), "hours")
        low, high = (
            Quantity(end, figure.value * by, "hours") for end, by in (("l", 0.9), ("h", 1.2))
        )
        answer = ModelsAnswer(figure, (low, high))
    return vote.numbers(scaled, answer)


SCALES = {
    "hours": ("hours/week", 1.0, 0, 100),
    "euros": ("EUR/month", 500.0, 0, 50_000),
    "followers": ("followers", 1000.0, 0, 100_000),
    "of ten": ("points of ten", 0.1, 0, 10),
    "places": ("place of 9", 0.08, 0, 9),
}
NUMBERS = {
    f"{name}, {said}, {model}": (
        NumbersView(unit, low, high),
        numbers(HANDS[said], MODELS[model], unit, scale, high),
    )
    for (name, (unit, scale, low, high)), said, model in product(SCALES.items(), HANDS, MODELS)
    if name == "hours"
    or (said in ("usual", "far out", "200 the same") and model in ("hidden", "at the end"))
}
NAMES = {f"n{n}": name for n, name in enumerate(("Facebook", "LinkedIn", "YouTube", "X", "TikTok"))}
NAMES |= {"long": "A network with an unusually long name of many letters", "none": "Website first"}
RAISED = {
    "none": {},
    "one": {"n0": 1},
    "usual": {"n0": 7, "n1": 3, "none": 5},
    "a tie": {"n0": 7, "n1": 7, "none": 7},
    "200 the same": {"long": 200},
    "200 spread": {"n0": 100, "n4": 60, "long": 39, "none": 1},
}
OPTIONS = {
    f"options, {said}, right: {' '.join(right) or 'hidden'}": (
        OptionsView(NAMES),
        vote.options(raised, NAMES, ModelsAnswer(options=right) if right else None),
    )
    for (said, raised), right in product(RAISED.items(), [(), ("none",), ("long",), ("n0", "n1")])
}
STATES = {**NUMBERS, **OPTIONS}


def drawn(view: View, result: Result, look: Look) -> tuple[Figure, np.ndarray]:
    picture = Canvas(view)
    pixels = picture.draw(result, look)
    return picture._agg.figure, pixels


def dots(figure: Figure) -> list[PathCollection]:
    return [c for axes in figure.axes for c in axes.collections if isinstance(c, PathCollection)]


def beside(figure: Figure) -> list[str]:
    """Dots and bars that leave the picture."""
    room, found = figure.bbox.padded(1), []
    for marks in dots(figure):
        radius = np.sqrt(marks.get_sizes()[0]) / 2 * figure.dpi / 72
        places = marks.get_offset_transform().transform(marks.get_offsets())
        low, high = places.min(axis=0) - radius, places.max(axis=0) + radius
        if not (room.contains(*low) and room.contains(*high)):
            found.append(f"dots from {low} to {high}")
    bars = [patch for axes in figure.axes for patch in axes.patches if not axes.axison]
    boxes = [bar.get_window_extent() for bar in bars]
    return found + [str(b) for b in boxes if not (room.contains(*b.min) and room.contains(*b.max))]


@pytest.mark.parametrize("width", look.WIDTHS)
def test_every_state_is_legible(width):
    """Nothing cut, overprinted or smaller than the smallest text, and every mark inside."""
    wrong = {}
    for name, (view, result) in STATES.items():
        figure, _pixels = drawn(view, result, Look(width))
        if found := [*Drawing(view, Look(width)).faults(result), *beside(figure)]:
            wrong[name] = found
    assert wrong == {}


@pytest.mark.parametrize("width", (340, 900))
def test_texts_stand_out_in_the_dark(width):
    for name, (view, result) in STATES.items():
        assert Drawing(view, Look(width, theme="dark")).faults(result) == [], name


def test_a_dot_is_a_hand_and_none_stands_on_another():
    for name, (view, result) in STATES.items():
        figure, _pixels = drawn(view, result, Look(660))
        places = [tuple(point) for marks in dots(figure) for point in marks.get_offsets()]
        bars = any(len(axes.patches) for axes in figure.axes if not axes.axison)
        if places and not bars:
            far = sum(
                result.value(f"{key}.hands")
                for key in result.options
                if f"{key}.value" in result and result.value(f"{key}.value") > view._end(result)
            )
            assert len(places) == result.value("hands") - far, name
        if "options" not in name:
            assert len({(round(x, 3), round(y, 3)) for x, y in places}) == len(places), name


def test_stacks_hold_all_hands_and_keep_their_distance():
    stacks = stacked([(10, 2), (15, 1), (40, 3), (61, 1)], 22)
    assert stacks == [(12.5, 3), (50.5, 4)]
    assert stacked([(10, 2), (15, 1), (40, 3)], 5) == [(10, 2), (15, 1), (40, 3)]


def said(name: str) -> str:
    view, result = STATES[name]
    return view.words(result).headline


@pytest.mark.parametrize(
    ("name", "headline"),
    [
        ("hours, none, hidden", "No hands yet."),
        ("hours, one, hidden", "One hand: 6 hours a week."),
        ("hours, all the same, hidden", "All 19 hands say 6 hours a week."),
        (
            "hours, usual, inside",
            "At least half of the class said 6 hours a week or less; 19 hands. "
            "The model says 13.0 hours a week.",
        ),
        ("options, usual, right: hidden", "The most, 7 of 15 hands: Facebook."),
        (
            "options, a tie, right: none",
            "Facebook, LinkedIn and Website first lead with 7 each; 21 hands. "
            "The model says Website first.",
        ),
        ("options, 200 the same, right: hidden", f"All 200 hands say {NAMES['long']}."),
    ],
)
def test_headlines(name, headline):
    assert said(name).replace("\N{NO-BREAK SPACE}", " ") == headline


def test_the_model_is_in_words_and_picture_only_when_it_is_shown():
    for name, (view, result) in STATES.items():
        figure, _pixels = drawn(view, result, Look(660))
        words = view.words(result)
        told = " ".join([*(t.get_text() for t in texts(figure)), words.headline, *words.remarks])
        assert ("model" in told) == ("hidden" not in name), (name, told)


def test_the_table_holds_every_hand():
    for name, (view, result) in STATES.items():
        rows = view.words(result).table.rows
        counts = [int(re.sub(r"\D", "", cells[-1])) for cells in rows]
        assert sum(counts) == result.value("hands"), name
