"""Chances of none: Poisson, said only where few are expected."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers import company
from helpers.models import influencer
from helpers.models.chances import none_of, quantile
from helpers.models.company_plan import campaign as in_ads
from helpers.models.influencer import Influencer
from helpers.views.influencer import InfluencerView


@pytest.mark.parametrize(
    ("expected", "chance"), [(0.0, 1.0), (0.2, 0.819), (1.0, 0.368), (3.0, 0.050)]
)
def test_the_chance_of_none_of_a_poisson_table(expected, chance):
    assert none_of(expected) == pytest.approx(chance, abs=0.0005)


@given(st.floats(0, 50), st.floats(0, 50))
def test_none_of_two_sources_is_none_of_each(one, other):
    assert none_of(one + other) == pytest.approx(none_of(one) * none_of(other))


@pytest.mark.parametrize(
    ("expected", "share", "count"),
    [(0.0, 0.9, 0), (0.2, 0.1, 0), (0.2, 0.9, 1), (1.0, 0.9, 2), (3.0, 0.1, 1), (3.0, 0.9, 5)],
)
def test_the_quantiles_of_a_poisson_table(expected, share, count):
    assert quantile(expected, share) == count


@given(st.floats(0, 50), st.floats(0.01, 0.99))
def test_a_quantile_is_the_first_count_that_suffices(expected, share):
    def below(count: int) -> float:
        terms = (expected**k / math.factorial(k) for k in range(count + 1))
        return math.exp(-expected) * sum(terms)

    count = quantile(expected, share)
    assert below(count) >= share - 1e-9
    assert not count or below(count - 1) < share + 1e-9


@pytest.mark.parametrize(
    ("followers", "said"), [(0.0, False), (5000.0, True), (50000.0, True), (1e6, False)]
)
def test_a_campaign_says_how_often_nobody_buys_where_few_are_expected(data, followers, said):
    ours = company.case("cosmetics").changed(contribution=500.0)
    campaign = Influencer(600.0, followers, 0.05, 0.01, 0.02 / data.default("order_rate"))
    result = influencer.answer(campaign, in_ads(ours, data, 600.0), data)
    expected = followers * 0.05 * 0.01 * 0.02 * (1 - data.default("come_anyway"))
    assert ("none_comes" in result) == said == (0 < expected < data.default("few_expected"))
    if said:
        assert result.value("none_comes") == pytest.approx(math.exp(-expected))
        low, high = result.value("likely.low"), result.value("likely.high")
        assert result.value("likely.worst") == low * 500 - 600
        assert result.value("likely.best") == high * 500 - 600
    words = InfluencerView(data, "instagram").words(result)
    assert any("bring no new buyer" in remark for remark in words.remarks) == said
    likely = said and result.value("likely.high") > 0
    assert any("most campaigns" in row[0] for row in words.table.rows) == likely
