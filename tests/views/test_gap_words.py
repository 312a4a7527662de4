"""The gap in words: it names whose hours it adds, and what it adds comes out as printed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers import company
from helpers.company import Person
from helpers.models import company_plan, effort
from helpers.models.tenths import adding_up
from helpers.views.gap import GapView

CASES = sorted(company.cases())
HOURS = st.floats(0, 60)


def told(data, case="machine_parts", level="lean", **changes):
    """The result of a plan, and what is said of it."""
    plan = company_plan.plan_of(company.case(case), data, level, **changes)
    result = effort.answer(plan, data, draws=200)
    return result, GapView(data).words(result)


def plain(text: str) -> str:
    return text.replace("\N{NO-BREAK SPACE}", " ")


def column(words, end: str, start: int) -> tuple[list[int], int, int]:
    """Tenths of the second column from a row on to the one that ends it, its sum, the next row."""
    rows = list(words.table.rows)
    place = next(i for i in range(start, len(rows)) if rows[i][0] == end)
    cells = [row[1] for row in rows[start:place] if row[1] != "–"]
    return [round(10 * float(cell)) for cell in cells], round(10 * float(rows[place][1])), place + 1


@pytest.mark.parametrize(
    ("networks", "said"),
    [
        (("linkedin",), "LinkedIn takes 2.3 h a week and you have 3.2 h: 0.9 h to spare."),
        (("facebook", "linkedin"), "Facebook and LinkedIn take "),
        (("facebook", "linkedin", "youtube"), "Facebook, LinkedIn and YouTube take 7.6 h a week"),
    ],
)
def test_up_to_three_networks_are_named(networks, said, data):
    _result, words = told(data, networks=networks)
    assert plain(words.headline).startswith(said)


def test_more_networks_are_counted(data):
    _result, words = told(data, networks=tuple(data.network_keys)[:4])
    assert plain(words.headline).startswith("These four networks take ")
    _result, words = told(data, networks=tuple(data.network_keys))
    assert plain(words.headline).startswith("These eight networks take ")


def test_what_is_too_close_to_call_is_named_too(data):
    _result, words = told(data, networks=("linkedin",), people=(Person("Zoe", 2.7),))
    said = plain(words.headline)
    assert said.startswith("LinkedIn takes 2.3 h a week and you have 2.2 h: too close to call")


def test_choices_without_a_network_are_no_networks(data):
    result, words = told(data, case="hotel", networks=(), ads=300.0)
    assert "further" in result and not result.options
    assert words.headline.startswith("Without any network, your choices take ")


@pytest.mark.parametrize("case", CASES)
@pytest.mark.parametrize("ads", [0.0, 300.0])
def test_columns_and_bars_add_up_as_they_are_printed(case, ads, data):
    sets = [company.case(case).networks, tuple(data.network_keys)]
    sets += [(network,) for network in data.network_keys]
    for level in data.levels.index:
        for networks in sets:
            result, words = told(data, case, level, networks=networks, ads=ads, bought_hours=1.25)
            parts, total, row = column(words, "Required", 0)
            assert sum(parts) == total, (networks, level)
            parts, total, _row = column(words, "Available", row)
            assert sum(parts) == total, (networks, level)
            bar = GapView._kinds(result)
            drawn = sum(round(10 * result.value(f"printed.{key}")) for key in bar)
            assert drawn == round(10 * result.value("required")), (networks, level)
            between = result.value("required"), result.value("available")
            first, second = (round(value, 1) for value in between)
            assert result.value("missing") == pytest.approx(abs(first - second))


def test_the_table_says_what_alone_means(data):
    _result, words = told(data)
    assert "Hours alone" in words.table.header
    assert "Hours alone: what a network would take as the only one" in words.table.caption


def test_the_table_says_why_the_hours_together_are_not_those_alone_added_up(data):
    result, words = told(data, networks=tuple(data.network_keys))
    alone = sum(result.value(f"{network}.alone") for network in data.network_keys)
    assert abs(alone - result.value("required")) > 1
    assert "keeping every pair of them in step takes some" in words.table.caption
    _one, words = told(data, networks=tuple(data.network_keys[:1]))
    assert "every pair" not in words.table.caption


@given(st.lists(HOURS, min_size=1, max_size=9))
def test_tenths_add_up_and_none_is_moved_by_a_tenth(parts):
    named = dict(enumerate(parts))
    shown = adding_up(sum(parts), named)
    assert sum(round(10 * value) for value in shown.values()) == round(10 * round(sum(parts), 1))
    assert all(abs(shown[key] - named[key]) < 0.1 + 1e-6 for key in named)
    assert all(shown[key] == 0 for key in named if named[key] == 0)
