"""Four ways out of a gap: what they leave, what they cost, and in which order they stand."""

from dataclasses import replace
from itertools import product

import pytest

from helpers import company
from helpers.company import Person
from helpers.models import company_plan, effort, pictured, ways
from helpers.models.spread import spread
from tests.models.test_spread import with_ends

CASES = ("machine_parts", "hotel", "cosmetics", "museum", "physiotherapy", "software")
# Of 100 people whom the firm wants: kept on fewer networks; thinned, or left as it is at lean.
PRICES = {
    "machine_parts": (("linkedin",), 10, None, 3),
    "hotel": (("facebook",), 13, None, 8),
    "cosmetics": (("instagram", "tiktok"), 54, 28, 46),
    "museum": (("facebook",), 28, 23, 19),
    "physiotherapy": (("facebook",), 12, None, 6),
    "software": (("linkedin",), 23, 15, 18),
}


def wish(case: str, tables, **changes):
    firm = company.case(case)
    return company_plan.plan_of(firm, tables, firm.level, **changes)


def priced(case: str, tables, **changes):
    firm = company.case(case)
    return ways.answer(wish(case, tables, **changes), ways.standing(firm, tables), tables)


def hundreds(result, way: str) -> int:
    return round(100 * result.value(f"{way}.met"))


@pytest.mark.parametrize("case", CASES)
def test_prices_in_people_met(case, data):
    kept, drop, thin, wished = PRICES[case]
    result = priced(case, data)
    assert result.facts["kept"] == kept
    assert (hundreds(result, "drop"), hundreds(result, "wish")) == (drop, wished)
    assert ("thin" in result.facts["ways"]) == (thin is not None)
    assert thin is None or hundreds(result, "thin") == thin


SETTINGS = list(product((0.02, 0.05, 0.16), (0.0, None, 0.75), (0.0, 0.3, 0.5)))


def test_dropping_first_over_162_settings(data):
    """As the lesson says: ahead of thinning in all 81, of leaving it in all but nine."""
    behind, thinned = [], 0
    for seen, pair, reuse in SETTINGS:
        certain = {} if pair is None else {"coordination": pair}
        tables = with_ends(data, organic_reach=seen, reuse=reuse, **certain)
        for case in CASES:
            result = priced(case, tables)
            if result.value("drop.met") <= result.value("wish.met"):
                behind.append((case, reuse))
            if "thin" in result.facts["ways"]:
                thinned += 1
                assert result.value("drop.met") > result.value("thin.met"), (case, seen, pair)
    assert behind == [("cosmetics", 0.0)] * 9
    assert thinned == 81 and len(SETTINGS) * len(CASES) == 162


def test_where_dropping_is_not_best(data):
    nothing_adapted = priced("cosmetics", with_ends(data, reuse=0.0))
    assert nothing_adapted.facts["kept"] == ("instagram",)
    assert (hundreds(nothing_adapted, "drop"), hundreds(nothing_adapted, "wish")) == (37, 42)
    firm = company.case("hotel")
    people = company_plan.people_with(firm, 15.0)
    plan = company_plan.plan_of(firm, data, "ambitious", people=people)
    deep = ways.answer(plan, ways.standing(firm, data), data)
    assert round(deep.value("wish.there")) == 12 and deep.facts["leaner"] == "standard"
    assert (hundreds(deep, "thin"), hundreds(deep, "drop")) == (44, 42)


def test_hours_added_or_bought_close_the_gap_in_half_hours(data):
    result = priced("machine_parts", data)
    assert (result.value("add.hours"), result.value("buy.hours")) == (5.5, 5.5)
    assert result.value("add.euros") == pytest.approx(52 * 5.5 * 16.7)
    assert result.value("buy.euros") == pytest.approx(5.5 * 25 * 4.345)
    # 100 of 150 euros are needed already, so 50 are left for the bill.
    assert result.facts["cash"] == -1
    assert result.value("buy.margin") == pytest.approx(result.value("buy.euros") - 50)
    for case in CASES:
        found = priced(case, data)
        for way, hours in (("add", 0.8), ("buy", 1 - data.expected("briefing"))):
            over = found.value(f"{way}.there") - found.value(f"{way}.needed")
            assert 0 <= over < ways.STEP * hours + 1e-9, (case, way)


@pytest.mark.parametrize("case", CASES)
def test_a_way_tells_what_effort_says_of_its_plan(case, data):
    """One truth: the hours of each way are those of the gap's own model."""
    firm = company.case(case)
    known = ways.standing(firm, data)
    found = ways.ways(wish(case, data), known, data)
    result = ways.answer(wish(case, data), known, data)
    for way, plan in found.plans.items():
        gap = effort.answer(plan, data, draws=20)
        assert result.value(f"{way}.needed") == pytest.approx(gap.value("required"))
        assert result.value(f"{way}.there") == pytest.approx(gap.value("available"))
        assert result.value(f"{way}.met") == spread(plan, known.audience, data).met


def test_without_a_gap_there_is_no_way_out(data):
    result = priced("machine_parts", data, networks=("linkedin",))
    assert result.facts["ways"] == () and "add.hours" not in result
    assert hundreds(result, "wish") == 10


def test_what_cannot_be_told_from_enough_drops_nothing(data):
    result = priced("hotel", data, networks=("facebook",))
    assert result.facts["ways"] == ("add", "buy")


def test_one_network_too_many_hours_can_be_thinned_and_not_dropped(data):
    people = (Person("Zoe", 1.0),)
    firm = company.case("museum")
    plan = company_plan.plan_of(firm, data, "ambitious", networks=("facebook",), people=people)
    result = ways.answer(plan, ways.standing(firm, data), data)
    assert result.facts["ways"] == ("thin", "add", "buy")
    assert result.facts["leaner"] == "lean"


def test_nobody_and_nothing_is_calm(data):
    assert priced("machine_parts", data, people=()).facts["ways"] == ("drop", "add", "buy")
    assert priced("machine_parts", data, networks=()).facts["ways"] == ()


def test_more_is_promised_by_what_goes_beyond_the_word_given(data):
    plan = wish("machine_parts", data)
    people = company.case("machine_parts").people
    assert ways.promised_more(plan, people, data).value("promised_more") == 0
    more = replace(plan, people=(Person("Sales engineer", 8.5), Person("Owner", 1)))
    result = ways.promised_more(more, people, data)
    assert result.value("promised_more") == 5.5
    assert result.value("promised_more_euros") == priced("machine_parts", data).value("add.euros")
    less = replace(plan, people=(Person("Owner", 1),))
    assert ways.promised_more(less, people, data).value("promised_more") == 0


def test_pictured_is_ten_minutes_a_post(data):
    result = pictured.pictured(wish("machine_parts", data), data)
    assert result.value("posts") == 2.25
    assert result.value("pressing") == pytest.approx(0.375)


def test_the_steps_add_up_as_they_are_printed(data):
    """3.5, 4.8, 5.2, 6.2, 7.6: a reader who adds finds the numbers of the picture."""
    result = pictured.adding_up(wish("machine_parts", data), data)
    sums = [round(result.value(f"{kind}.sum"), 1) for kind in effort.WORK]
    assert sums == [3.5, 4.8, 5.2, 6.2]
    assert round(result.value("required"), 1) == 7.6
    assert round(result.value("rest.more"), 1) == 1.4
