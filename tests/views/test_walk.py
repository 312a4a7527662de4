"""A walk as words, as HTML with bars, and as Markdown."""

import re

import pytest

from helpers.models.result import Sheet
from helpers.views.walk import Step, Walk


def walk(*values: float, why: str = "We picture <the act>.") -> Walk:
    sheet = Sheet()
    for place, value in enumerate(values):
        sheet.add(f"k{place}", value, "hours")
    steps = tuple(Step(f"Step & {place}.", f"k{place}") for place in range(len(values)))
    return Walk(sheet.result(), steps, why)


def pieces(html: str) -> list[list[tuple[str, float, float]]]:
    """Kind, left end and width of each piece, a list for each bar."""
    piece = re.compile(r'<i class="byp-(\w+)" style="left:([\d.]+)%;width:([\d.]+)%"></i>')
    bars = re.findall(r'<div class="byp-walk-bar">(.*?)</div>', html)
    return [[(k, float(left), float(width)) for k, left, width in piece.findall(b)] for b in bars]


def test_ends_have_a_name_and_every_figure_stands_beside_its_bar():
    html = walk(0.4, 3.5, 7.6).to_html()
    assert html.count("At first sight:") == html.count("The model&#x27;s answer:") == 1
    assert html.index("At first sight:") < html.index("The model&#x27;s answer:")
    assert re.findall(r'%">([^<]+)</b></div>', html) == ["0.4\xa0h", "3.5\xa0h", "7.6\xa0h"]
    assert "Step &amp; 1." in html and "&lt;the act&gt;" in html


def test_bars_share_one_scale_and_show_what_is_new_and_what_is_gone():
    first, grown, shrunk = pieces(walk(4.0, 8.0, 2.0).to_html())
    assert first == [("kept", 0.0, 50.0)]
    assert grown == [("kept", 0.0, 50.0), ("new", 50.0, 50.0)]
    assert shrunk == [("kept", 0.0, 25.0), ("gone", 25.0, 75.0)]


def test_below_nought_bars_go_the_other_way_from_a_mark():
    first, crossed, last = pieces(walk(-1.0, 3.0, 3.0).to_html())
    assert first == [("kept", 0.0, 25.0), ("nought", 25.0, 0.0)]
    assert crossed == [("new", 25.0, 75.0), ("gone", 0.0, 25.0), ("nought", 25.0, 0.0)]
    assert last == [("kept", 25.0, 75.0), ("nought", 25.0, 0.0)]


def test_nothing_at_all_has_no_bar_and_no_error():
    assert pieces(walk(0.0, 0.0).to_html()) == [[], []]


def test_saved_words_are_a_numbered_list_read_as_they_stand():
    lines = walk(1.0, 2.0, 3.0).to_markdown().splitlines()
    assert [line[:2] for line in lines[:3]] == ["1.", "2.", "3."]
    assert lines[0].startswith("1. **At first sight:** Step")
    assert lines[2].startswith("3. **The model's answer:** Step")
    assert "<the" not in lines[-1]


@pytest.mark.parametrize("keys", [("a",), ("a", "missing")])
def test_a_walk_of_one_step_or_without_figures_is_an_error(keys):
    sheet = Sheet()
    sheet.add("a", 1.0, "hours")
    with pytest.raises(ValueError, match="two steps"):
        Walk(sheet.result(), tuple(Step("So.", key) for key in keys), "Because.")
