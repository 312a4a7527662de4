"""Complexity: Brooks's figures, the specification's hours, laws and sheets, sets opened."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers import company
from helpers.data import reading
from helpers.lessons.complexity import Complexity
from helpers.models import company_plan, complexity, effort, ways
from helpers.models.complexity import Choice, Growth
from tests.models.cases import NETWORKS


def test_brookss_figures():
    assert complexity.pairs(8) == 28


@given(st.sets(st.sampled_from(NETWORKS), min_size=1), st.sampled_from(["lean", "standard"]))
def test_the_quick_sum_is_the_specifications(chosen, level):
    data = reading.load()
    hotel = company.case("hotel")
    networks = tuple(n for n in data.network_keys if n in chosen)
    plan = replace(company_plan.plan_of(hotel, data, level, networks=networks), further=())
    units = effort.Units(data)
    growth = Growth(units("coordination"), 0.15, data.default("reuse"))
    each = complexity.loads(plan, data)
    quick = complexity.required(networks, each, units("shared_hours"), growth, "pairwise")
    assert quick == pytest.approx(float(effort.required(data, units, plan).total))


def test_the_specifications_sets():
    data, hotel = reading.load(), company.case("hotel")
    for level, two, three in (("lean", 4.47, 6.53), ("standard", 10.27, 13.62)):
        three_networks = ("facebook", "instagram", "linkedin")
        plan = company_plan.plan_of(hotel, data, level, networks=three_networks)
        audience = dict.fromkeys(plan.networks, 0.5)
        found = {c.networks: c.hours for c in complexity.choices(plan, audience, level, data)}
        assert found["facebook", "instagram"] == pytest.approx(two, abs=0.01)
        assert found["facebook", "instagram", "linkedin"] == pytest.approx(three, abs=0.01)


def test_the_three_laws_have_the_same_start_and_then_part():
    result = Complexity().laws_studio().result
    assert len({round(result.value(f"{law}1"), 9) for law in complexity.LAWS}) == 1
    for n in range(2, 9):
        linear, pairwise, exponential = (result.value(f"{law}{n}") for law in complexity.LAWS)
        assert linear < pairwise < exponential


SHARES = st.floats(0, 1)


@given(
    st.dictionaries(st.sampled_from(NETWORKS), st.tuples(SHARES, SHARES), min_size=1),
    st.floats(0, 40),
    st.sampled_from(complexity.LEVELS),
)
def test_what_is_opened_leads_by_fit_and_no_further_network_is_worth_it(known, hours, level):
    data, hotel = reading.load(), company.case("hotel")
    audience = {n: reached for n, (reached, _fit) in known.items()}
    fits = {n: value for n, (_reached, value) in known.items()}
    people = company_plan.people_with(hotel, hours)
    plan = company_plan.plan_of(hotel, data, level, networks=tuple(known), people=people)
    sets = {
        deep: {c.networks: c for c in complexity.choices(plan, audience, deep, data)}
        for deep in complexity.levels(level)
    }

    def able(choice: Choice) -> bool:
        return choice.coverage >= data.default("borderline") and choice.euros <= plan.cash

    def at(networks: tuple[str, ...], deep: str) -> Choice:
        return sets[deep][networks]

    deep_first = complexity.levels(level)
    opened = complexity.opened(plan.networks, deep_first, at, able, fits, data)
    best = opened and opened[1]
    deepest = [d for d, found in sets.items() if any(able(found[(n,)]) for n in known)]
    if best is None:
        assert not deepest
        return
    assert able(best) and best.level == deepest[0]
    here = sets[best.level]
    singles = [n for n in known if able(here[(n,)])]
    tie, gain = data.default("fit_tie"), data.default("least_gain")
    assert max(fits[n] for n in best.networks) > max(fits[n] for n in singles) - tie
    if best.level != level:
        assert len(best.networks) == 1, "depth before breadth"
        return
    for network in set(known) - set(best.networks):
        wider = here[tuple(n for n in known if n in {*best.networks, network})]
        assert not able(wider) or wider.reach - best.reach < gain


@given(st.dictionaries(st.sampled_from(NETWORKS), SHARES, min_size=1))
def test_net_reach_lies_between_the_best_and_the_sum(audience):
    data = reading.load()
    plan = company_plan.plan_of(company.case("hotel"), data, "lean", networks=tuple(audience))
    for choice in complexity.choices(plan, audience, "lean", data):
        single = [audience[n] for n in choice.networks]
        assert max(single) - 1e-9 <= choice.reach <= sum(single) + 1e-9


def laws(tables, count: int = 8, pair: float | None = None, weeks: float = 2.0):
    firm = company.case("machine_parts")
    order = ways.standing(firm, tables).best_first(tables.network_keys)[:count]
    plan = company_plan.plan_of(firm, tables, "lean", networks=order)
    pair = tables.expected("coordination") if pair is None else pair
    growth = Growth(pair, tables.default("growth"), tables.default("reuse"))
    return complexity.growth_answer(plan, growth, tables, weeks)


def test_eight_networks_by_the_three_laws(data):
    """Hours as lesson 09 counts them: the mean of the range of an hour a pair, .292 and not .25."""
    result = laws(data)
    assert result.value("linear1") == pytest.approx(2.26, abs=0.02)
    ends = [result.value(f"{law}.all") for law in complexity.LAWS]
    assert ends == pytest.approx([15.63, 23.79, 41.57], abs=0.02)


def test_two_weeks_of_sheets_fit_every_law_of_two_networks(data):
    result = laws(data)
    assert result.value("error") == pytest.approx(0.227, abs=5e-4)
    two = [round(result.value(f"{law}2"), 1) for law in complexity.LAWS]
    assert two == [4.0, 4.3, 4.6] and result.facts["outside"] == ()
    band = result.value("sheet.low"), result.value("sheet.high")
    assert band == pytest.approx((3.3, 5.3), abs=0.05)
    assert result.value("apart") == 23
    for weeks in (22.0, 23.0, 52.0):  # what is said of the straight line is seen in the grey
        later = laws(data, weeks=weeks)
        inside = later.value("sheet.low") <= later.value("linear2")
        assert inside == (weeks < later.value("apart")) and later.value("apart") == 23
    later = laws(data, weeks=52.0)
    assert later.facts["outside"] == ("linear", "exponential")
    assert later.value("linear2") < later.value("sheet.low")
    assert later.value("exponential2") > later.value("sheet.high")


def test_more_sheets_leave_less_open_and_nothing_to_agree_on_parts_never(data):
    errors = [laws(data, weeks=weeks).value("error") for weeks in (1.0, 2.0, 8.0, 52.0)]
    assert errors == sorted(errors, reverse=True)
    assert "apart" not in laws(data, pair=0.0)


def test_one_network_and_none_have_no_second_point(data):
    for count in (0, 1):
        result = laws(data, count)
        assert result.facts["outside"] == () and "sheet.low" not in result
