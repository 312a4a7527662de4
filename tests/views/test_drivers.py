"""What a headline rests on, in words: the figures in it, its form, the remark and the table."""

import re
from dataclasses import replace

import pytest

from helpers.models.result import Quantity, Result
from helpers.views import drivers
from helpers.views.drivers import Driver, End, said
from helpers.views.words import Table, Words

NONE = Table("", ("", ""), ())


def words(headline: str, *quoted: Quantity) -> Words:
    return Words(headline, NONE, "", (), quoted)


def missing(hours: float) -> tuple[Result, Words]:
    gap = Quantity("gap", hours, "hours")
    headline = f"{hours:.1f}\N{NO-BREAK SPACE}h are missing." if hours > 0 else "All is well."
    return Result({"gap": gap}), words(headline, *([gap] if hours > 0 else []))


@pytest.fixture
def row(data):
    return data.assumptions["making_photo"]


def driver(row, low: float, high: float, turns: float | None = None, now: float = 4.4) -> Driver:
    before = said(missing(now)[1])

    def end(value: float, hours: float) -> End:
        result, then = missing(hours)
        turned = said(then).form != before.form
        return End(value, said(then), result, turned, turns if turned else None)

    return Driver(row, before, end(row.low, low), end(row.high, high))


def test_figures_are_found_where_they_stand_and_not_within_others():
    ten, one = Quantity("ten", 10.0, "count"), Quantity("one", 1.0, "count")
    share, of_ten = Quantity("share", 0.4, "tenths"), Quantity("four", 4.0, "count")
    apart = said(
        words(
            "10 of 1.5 and 4 in 10 are 1.".replace(
                "4 in 10", "4\N{NO-BREAK SPACE}in\N{NO-BREAK SPACE}10"
            ),
            ten,
            one,
            share,
            of_ten,
        )
    )
    assert [slot.text.replace("\N{NO-BREAK SPACE}", " ") for slot in apart.slots] == [
        "10",
        "4 in 10",
        "1",
    ]
    assert apart.form == "# of 1.5 and # are #."


def test_a_headline_without_figures_has_no_slots():
    assert said(words("Not yet.")).slots == ()
    assert said(words("Not yet.", Quantity("a", 3.0, "hours"))).form == "Not yet."


def test_the_figure_at_both_ends_is_told(row):
    remark, table = drivers.told([driver(row, 1.8, 7.1)])
    assert remark.replace("\N{NO-BREAK SPACE}", " ") == (
        "No source stands behind “Making one photo post”, on which this rests most: 0.75 hours, "
        "perhaps 0.4 – 2 hours. At these ends, 4.4 h would become 1.8 h or 7.1 h."
    )
    assert [cell.replace("\N{NO-BREAK SPACE}", " ") for cell in table.rows[0][2:]] == [
        "4.4 h are missing",
        "1.8 h are missing",
        "7.1 h are missing",
    ]


def test_the_table_names_the_figure_by_its_part_of_the_headline():
    """A lone 0.6 under *Now* left open what it counts; a decimal ends no part."""
    amount = Quantity("new", 0.6, "count")
    before = said(words("3.5 of 5.2 called: 0.6 new (none: often), €41 left. Money.", amount))
    (slot,) = [one for one in before.slots if one.text.startswith("0.6")]
    assert drivers.part(before.headline, slot.at) == "0.6 new"
    assert drivers.part("Too much: 4.4 h are missing.", 10) == "4.4 h are missing"


def test_the_value_that_turns_the_answer_is_told_with_the_answer(row):
    remark, table = drivers.told([driver(row, 0.0, 7.1, turns=0.55)])
    assert "At 2 hours, 4.4\N{NO-BREAK SPACE}h would become 7.1\N{NO-BREAK SPACE}h." in remark
    turned = "At 0.55 hours or less it reads otherwise; at 0.4 hours: All is well."
    assert turned in remark and table.rows[0][3] == turned


def test_a_value_that_turns_the_answer_only_at_the_end_is_told_once(row):
    _remark, table = drivers.told([driver(row, 0.0, 7.1, turns=row.low)])
    assert table.rows[0][3] == "At 0.4 hours it reads otherwise: All is well."


def test_a_long_headline_is_quoted_by_the_table_alone(row):
    short = driver(row, 0.0, 7.1, turns=0.55)
    then = replace(short.low.said, headline="All is well. " * 20)
    remark, table = drivers.told([replace(short, low=replace(short.low, said=then))])
    assert "At 0.55 hours or less it would read otherwise." in remark
    assert "All is well. All is well." not in remark
    assert "All is well. All is well." in table.rows[0][3]


def test_one_is_told_at_length_one_is_named_and_the_rest_is_counted(row, data):
    more = [data.assumptions[key] for key in ("making_micro", "making_pin", "making_text")]
    found = [driver(each, 1.8, 7.1) for each in (row, *more)]
    assert "“Making one micro text”, which counts here, too" in drivers.told(found[:2])[0]
    assert "“Making one micro text” and 1 more that counts here" in drivers.told(found[:3])[0]
    assert "“Making one micro text” and 2 more that count here" in drivers.told(found)[0]
    assert [cells[0] for cells in drivers.told(found)[1].rows] == [d.row.label for d in found]


def test_nothing_found_is_nothing_told():
    assert drivers.told([]) == ("", None)


def test_strongest_are_those_that_turn_the_answer_then_those_that_move_it_most(row):
    weak, strong = driver(row, 4.3, 4.6), driver(row, 1.8, 7.1)
    turning = driver(row, 0.0, 4.4)
    assert drivers.strongest([weak, strong, turning], 0.2) == [turning, strong]


def test_a_factor_is_a_number_and_no_count_of_times(data):
    remark, _table = drivers.told([driver(data.assumptions["planning_factor"], 1.8, 7.1)])
    assert "1, perhaps 0.5 – 2." in remark
    assert not re.search(r"\btimes?\b", remark)


def test_a_figure_that_is_the_assumption_itself_moves_nothing(row):
    stated = driver(row, row.low, row.high, now=row.default)
    assert stated.strength == 0.0
