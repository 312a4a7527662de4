"""Four ways out of a gap: what they leave, what they cost, and in which order they stand."""

from dataclasses import replace
from itertools import combinations, product
from pathlib import Path

import pytest

from helpers import company
from helpers.company import Person
from helpers.models import company_plan, effort, pictured, ways
from helpers.models.spread import spread
from tests.models.test_spread import with_ends

LESSON = Path(__file__).parents[2] / "notebooks" / "09_resources.ipynb"
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


def test_fewer_networks_over_162_settings(data):
    """As the lesson says: ahead for five firms, and for the sixth unless nothing is adapted."""
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


def ahead(wide: float, few: float) -> int:
    """1 where fewer networks meet more people, 0 where it is the same."""
    return (few - wide > 1e-9) - (wide - few > 1e-9)


def counted(data) -> dict[str, list[list[int]]]:
    """By coverage, for both orders of payment: how often fewer networks meet as many, more, less.

    Over each choice of two or more networks that a firm wishes, every level, and one to twenty
    promised hours of the person who promises most.
    """
    told = {share: [[0, 0, 0], [0, 0, 0]] for share in ("half", "quarters", "more")}
    for case, level, hours in product(CASES, data.levels.index, range(1, 21)):
        firm = company.case(case)
        known, people = ways.standing(firm, data), company_plan.people_with(firm, float(hours))
        for count in range(2, len(firm.networks) + 1):
            for networks in combinations(firm.networks, count):
                plan = company_plan.plan_of(firm, data, level, networks=networks, people=people)
                found = ways.ways(plan, known, data).plans
                if "drop" not in found:
                    continue
                wide, few = (spread(found[key], known.audience, data) for key in ("wish", "drop"))
                share = "half" if wide.coverage < 0.5 else "quarters"
                share = share if wide.coverage < 0.75 else "more"
                first, second = told[share]
                first[ahead(wide.met, few.met)] += 1
                second[ahead(wide.met_posts_first, few.met_posts_first)] += 1
    return told


def test_fewer_networks_over_every_choice_of_networks_and_hours(data):
    """The lesson's table; below half of the hours the sentence has no exception."""
    told = counted(data)
    assert told == {
        "half": [[1, 167, 0], [0, 148, 20]],
        "quarters": [[0, 99, 37], [0, 46, 90]],
        "more": [[0, 24, 46], [0, 2, 68]],
    }
    prose = LESSON.read_text(encoding="utf-8")
    names = ("less than half", "half to three quarters", "more, up to nine tenths")
    for name, (first, second) in zip(names, told.values(), strict=True):
        cells = [f"{counts[1]} of {sum(counts)}" for counts in (first, second)]
        assert f"| {name} | {cells[0]} | {cells[1]} |" in prose
    assert f"in {sum(sum(first) for first, _second in told.values())} cases" in prose


def test_where_posts_come_first_all_networks_are_ahead_in_five_firms(data):
    few = set()
    for case in CASES:
        result = priced(case, data)
        if ahead(result.value("wish.met_posts_first"), result.value("drop.met_posts_first")) > 0:
            few.add(case)
    assert few == {"cosmetics"} and "in five of the six firms" in LESSON.read_text(encoding="utf-8")


def test_dropping_is_beaten_where_little_is_missing(data):
    firm, prose = company.case("machine_parts"), LESSON.read_text(encoding="utf-8")
    people = company_plan.people_with(firm, 3.5)
    result = priced("machine_parts", data, networks=("linkedin", "facebook"), people=people)
    told = (round(result.value(f"wish.{key}"), 1) for key in ("there", "needed"))
    assert "with {} of the {} hours for LinkedIn and Facebook".format(*told) in prose
    assert (hundreds(result, "wish"), hundreds(result, "drop")) == (12, 10)
    assert "12 of 100 on both, and 10 on LinkedIn alone" in prose


def test_one_of_two_networks_kept_is_a_rule_and_no_law(data):
    """As the quiz says: in about three of four pairs, with hours for one at standard."""
    pairs = most = 0
    for case in CASES:
        firm = company.case(case)
        known = ways.standing(firm, data)
        for pair in combinations(data.network_keys, 2):
            one = known.best_first(pair)[:1]
            alone = company_plan.plan_of(firm, data, "standard", networks=one, people=())
            needed = float(effort.expected(alone, data).total)
            people = (Person("Zoe", needed / (1 - data.default("shrinkage")) + 1e-9),)
            met = [
                spread(
                    company_plan.plan_of(firm, data, level, networks=networks, people=people),
                    known.audience,
                    data,
                ).met
                for networks, level in ((one, "standard"), (pair, "standard"), (pair, "lean"))
            ]
            pairs += 1
            most += met[0] == max(met)
    assert (most, pairs) == (129, 168)


def test_dropping_gives_up_people_and_thinning_gives_up_posts(data):
    result = priced("machine_parts", data)
    assert result.value("drop.left") == pytest.approx(0.62, abs=0.005)
    known = ways.standing(company.case("machine_parts"), data).audience
    missed = (1 - known["facebook"]) * (1 - known["youtube"])
    assert result.value("drop.left") == pytest.approx(1 - missed)
    museum = priced("museum", data)
    assert museum.value("thin.posts") < museum.value("wish.posts")


def test_an_absence_of_weeks_has_no_price_of_a_year(data):
    result = priced("machine_parts", data, absent=0)
    assert result.facts["ways"] == () and "add.euros" not in result
    assert result.value("wish.messages") == pytest.approx(4.3, abs=0.05)


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
    assert result.value("add.euros") == pytest.approx(4.345 * 5.5 * 16.7)
    assert result.value("buy.euros") == pytest.approx(5.5 * 25 * 4.345)
    # 100 of 150 euros are needed already, so 50 are left for the bill.
    assert result.facts["cash"]["buy"] == -1
    assert result.value("buy.margin") == pytest.approx(result.value("buy.euros") - 50)
    for case in CASES:
        found = priced(case, data)
        for way, hours in (("add", 0.8), ("buy", 1 - data.expected("briefing"))):
            over = found.value(f"{way}.there") - found.value(f"{way}.needed")
            assert 0 <= over < ways.STEP * hours + 1e-9, (case, way)


def test_hours_of_the_mean_week_are_no_promise_and_more_are_priced(data):
    """5.5 more cover 5 weeks of 10; 7.5 promised, or 7 bought, cover 8, and half an hour less 7."""
    result = priced("machine_parts", data)
    weeks = {key: round(10 * result.value(f"{key}.weeks")) for key in ("wish", "drop", "add")}
    assert weeks == {"wish": 0, "drop": 10, "add": 5}
    assert (result.value("add_sure.hours"), result.value("buy_sure.hours")) == (7.5, 7.0)
    assert result.value("add_sure.euros") == pytest.approx(4.345 * 7.5 * 16.7)
    assert (result.value("add_sure.rate"), result.value("buy_sure.rate")) == (16.7, 25)
    assert result.facts["cash"]["buy_sure"] == -1 and set(result.facts["ways"]) <= set(ways.WAYS)


@pytest.mark.parametrize("case", CASES)
def test_what_is_priced_as_a_promise_is_the_first_half_hour_that_is_one(case, data):
    firm, line = company.case(case), data.default("enough_weeks")
    plan = wish(case, data)
    found = ways.ways(plan, ways.standing(firm, data), data)
    for key, more in found.hours.items():
        if not key.endswith("_sure"):
            assert f"{key}_sure" in found.hours, "the mean week alone is no promise"
            continue
        less = more - ways.STEP
        before = (
            replace(plan, people=(*plan.people, Person("Zoe", less)))
            if key == "add_sure"
            else replace(plan, bought_hours=plan.bought_hours + less)
        )
        told = [effort.answer(one, data).value("enough") for one in (found.plans[key], before)]
        assert round(told[0], 1) >= line > round(told[1], 1), (case, key)


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
    assert result.value("pressing.share") == pytest.approx(0.049, abs=0.0005)
