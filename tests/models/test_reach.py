"""Reach of networks and of sets of networks."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers.models import reach
from tests.models.cases import HOTEL

shares = st.floats(0, 1)


def test_published_share_weighs_ages(data):
    published = reach.published_share(data, HOTEL.ages)
    assert published["facebook"] == pytest.approx(0.744, abs=0.0005)


def test_networks_without_a_split_use_their_newest_total(data):
    for network, year, value in (("linkedin", 2024, 32), ("pinterest", 2024, 36)):
        found = set(reach.audience(data, network).values())
        assert {(e.year, e.value, e.dimension) for e in found} == {(year, value, "total")}


def test_own_share_pools_survey_and_customers():
    assert reach.own_share(0.32, 6, 10, 5) == pytest.approx(0.507, abs=0.0005)
    assert reach.own_share(0.32, 0, 0, 5) == pytest.approx(0.32)


def test_net_reach_of_the_literature():
    assert reach.net_reach([0.4]) == pytest.approx(0.4)
    assert reach.net_reach([0.4, 0.3]) == pytest.approx(0.58)
    assert reach.net_reach([0.4, 0.3, 0.2]) == pytest.approx(0.664)
    assert reach.net_reach([]) == 0


@given(st.lists(shares, min_size=1, max_size=8))
def test_net_reach_lies_between_best_and_sum(values):
    net = reach.net_reach(values)
    assert max(values) - 1e-12 <= net <= min(sum(values), 1) + 1e-12


@given(shares, st.integers(0, 10), st.integers(0, 10), st.floats(2, 20))
def test_own_share_lies_between_survey_and_customers(published, weekly, more, prior):
    asked = weekly + more
    own = reach.own_share(published, weekly, asked, prior)
    ends = (published, weekly / asked if asked else published)
    assert min(ends) - 1e-12 <= own <= max(ends) + 1e-12


def test_the_newest_survey_that_asked_every_age_counts(data):
    rows = {**data.evidence}
    for age in data.keys("age"):
        old = next(r for r in rows.values() if (r.network, r.segment) == ("threads", age))
        newer = replace(old, id=f"{old.id}-b", year=2027, value=99)
        rows[newer.id] = newer
    asked = replace(data, evidence=rows)
    assert {row.value for row in reach.audience(asked, "threads").values()} == {99}
    del rows[newer.id]
    asked = replace(data, evidence=rows)
    assert {row.year for row in reach.audience(asked, "threads").values()} == {2025}
