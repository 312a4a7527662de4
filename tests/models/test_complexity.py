"""Complexity: Brooks's figures, the specification's hours, exact best sets."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers import company
from helpers.data import reading
from helpers.lessons.complexity import Complexity
from helpers.models import company_plan, complexity, effort
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
    result = Complexity().explore_studio().result
    assert len({round(result.value(f"{law}1"), 9) for law in complexity.LAWS}) == 1
    for n in range(2, 9):
        linear, pairwise, exponential = (result.value(f"{law}{n}") for law in complexity.LAWS)
        assert linear < pairwise < exponential


@pytest.mark.parametrize(
    ("case", "networks", "level"),
    [("hotel", ("facebook",), "lean"), ("museum", ("facebook",), "standard")],
)
def test_the_best_sets_of_the_specification(case, networks, level):
    known = company.case(case)
    lesson = Complexity()
    best = lesson._sets(known, lesson.candidates(known)).facts["best"]
    assert (best.networks, best.level) == (networks, level)


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
    best = complexity.sets_answer(plan, audience, fits, data).facts["best"]
    sets = {
        deep: {c.networks: c for c in complexity.choices(plan, audience, deep, data)}
        for deep in complexity.levels(level)
    }

    def able(choice: Choice) -> bool:
        return complexity.is_affordable(choice, plan.cash, data)

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


def test_the_front_is_not_beaten():
    found = [
        Choice(("a",), "lean", 2, 0, 1, 0.4),
        Choice(("b",), "lean", 3, 0, 1, 0.3),
        Choice(("a", "b"), "lean", 4, 0, 1, 0.5),
    ]
    assert [c.networks for c in complexity.front(found)] == [("a",), ("a", "b")]


def test_no_network_no_set_no_hours(data):
    lesson = Complexity()
    result = lesson._sets(lesson.company, ())
    assert result.facts["best"] is None and result.value("sets") == 0
