"""Chances of none: Poisson, said only where few are expected."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers.models.ads import Influencer, influencer
from helpers.models.chances import none_of
from helpers.views.influencer import InfluencerView


@pytest.mark.parametrize(
    ("expected", "chance"), [(0.0, 1.0), (0.2, 0.819), (1.0, 0.368), (3.0, 0.050)]
)
def test_the_chance_of_none_of_a_poisson_table(expected, chance):
    assert none_of(expected) == pytest.approx(chance, abs=0.0005)


@given(st.floats(0, 50), st.floats(0, 50))
def test_none_of_two_sources_is_none_of_each(one, other):
    assert none_of(one + other) == pytest.approx(none_of(one) * none_of(other))


@pytest.mark.parametrize(("followers", "said"), [(0.0, False), (5000.0, True), (1e6, False)])
def test_a_campaign_says_how_often_nobody_buys_where_few_are_expected(data, followers, said):
    campaign = Influencer(600.0, followers, 0.05, 0.01, 0.02, 500.0, 0.2)
    result = influencer(campaign, "facebook", data)
    expected = followers * 0.05 * 0.01 * 0.02
    assert ("none_buys" in result) == said == (0 < expected < data.default("few_expected"))
    if said:
        assert result.value("none_buys") == pytest.approx(math.exp(-expected))
    remarks = " ".join(InfluencerView(data, "instagram").words(result).remarks)
    assert ("bring no buyer" in remarks) == said
