"""The verdict on random companies: what is better never turns something into nothing."""

import math
from collections.abc import Iterator
from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st

from helpers.company import Company
from helpers.data import reading
from helpers.models import advice, company_plan, decision
from helpers.models.decision import POSITIVE
from helpers.models.gate_figures import Desk, fits_of, presence_of
from helpers.models.gates import gates
from helpers.models.judging import failed_fit, is_feasible, judge
from tests.models.cases import NETWORKS
from tests.models.random_companies import TODAY, companies, improved, sound_companies

EXAMPLES = settings(max_examples=200, deadline=None)


def desk_of(company: Company) -> Desk:
    tables = reading.load()
    return Desk(company, tables, TODAY, fits_of(company, (), tables), gates(tables))


@EXAMPLES
@given(improved)
def test_no_improvement_turns_something_into_nothing(pair):
    before, better = pair
    tables = reading.load()
    if judge(before, tables, TODAY).opened:
        assert judge(better.company, tables, TODAY).opened, better.name


@EXAMPLES
@given(sound_companies, st.sets(st.sampled_from(NETWORKS), min_size=2, max_size=4))
def test_what_pays_for_a_set_pays_for_each_of_it(company, networks):
    tables = reading.load()

    def pays_from(some: tuple[str, ...]) -> float:
        plan = company_plan.plan_of(company, tables, company.level, networks=some)
        return advice.break_even_customers(presence_of(plan, company, tables))

    together = pays_from(tuple(n for n in NETWORKS if n in networks))
    assert all(together >= pays_from((network,)) for network in networks)


def feasible_sets(company: Company, level: str) -> Iterator[tuple[str, ...]]:
    """By trying every set of networks that passed the gates of fit, apart from the rule."""
    desk = desk_of(company)
    eligible = [n for n, failed in failed_fit(company, desk.tables).items() if not failed]
    for count in range(1, len(eligible) + 1):
        for networks in combinations(eligible, count):
            if is_feasible(desk, desk.choice(networks, level)):
                yield networks


@EXAMPLES
@given(sound_companies)
def test_no_feasible_set_leads_with_a_clearly_better_fit(company):
    tables = reading.load()
    found = judge(company, tables, TODAY)
    fits = fits_of(company, (), tables).fit
    if found.best is None:
        assert not list(feasible_sets(company, company.level))
        return
    assert found.first in found.best.networks
    others = [max(fits[n] for n in one) for one in feasible_sets(company, found.best.level)]
    assert max(others) <= fits[found.first] + 0.05
    assert found.best.networks in set(feasible_sets(company, found.best.level))
    if found.best.level != company.level:
        assert not list(feasible_sets(company, company.level)) and len(found.best.networks) == 1


@EXAMPLES
@given(companies)
def test_any_company_gets_a_finite_verdict_with_a_reason(company):
    tables = reading.load()
    found = judge(company, tables, TODAY)
    result = decision.answer(found, gates(tables))
    assert all(math.isfinite(result.value(key)) for key in result)
    for judgement in found.judgements:
        assert bool(judgement.failed) == (judgement.verdict not in POSITIVE)
        assert judgement.deciding is not None
        for outcome in judgement.failed:
            assert outcome.threshold is not None or outcome.gate.measure in ("customers",)
