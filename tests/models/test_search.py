"""Search first: the stock's published values, flows that end, a crossover that is one."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers.data import reading
from helpers.models import content, search
from helpers.models.search import Finding, Spending

SHARES = st.integers(0, 100).map(lambda n: n / 100)
SPENDINGS = st.builds(
    Spending,
    euros=st.floats(0, 1000),
    stop=st.integers(0, 36).map(float),
    cost=st.floats(60, 600),
    found=SHARES,
    visits=st.floats(5, 300),
    delay=st.integers(0, 12).map(float),
    decay=SHARES,
    lost=SHARES,
    followers=st.floats(0, 5000),
    network=st.sampled_from(["facebook", "linkedin", "pinterest", "youtube", "x"]),
    medium=st.sampled_from(["facebook", "linkedin", "search"]),
)


@pytest.mark.parametrize(
    ("decay", "year", "two_years"), [(0, 1200, 2400), (0.05, 919.3, 1416.0), (0.1, 717.6, 920.2)]
)
def test_two_articles_of_fifty_visits_have_the_published_values(decay, year, two_years):
    months = search.visits(2 * 50, decay, 36)
    assert months[11] == pytest.approx(year, abs=0.05)
    assert months[23] == pytest.approx(two_years, abs=0.05)


def test_a_flow_is_level_and_ends_with_the_money():
    months = search.visits(40.0, 1.0, 18)
    assert months[:18] == (40.0,) * 18 and months[18:] == (0.0,) * 18


def test_a_stock_outlives_the_money_and_begins_late():
    months = search.visits(40.0, 0.05, 18, delay=4)
    assert months[:4] == (0.0,) * 4 and months[4] == 40.0
    # What was paid for last is found four months later; from then on it only decays.
    assert months[22] == pytest.approx(0.95 * months[21])
    assert months[-1] > 0


@given(SPENDINGS)
def test_the_answer_is_finite_and_the_money_bounds_it(spending):
    result = search.answer(spending, reading.load())
    assert all(math.isfinite(result.value(key)) for key in result)
    ways = result.facts["ways"]
    assert all(len(line) == search.MONTHS for line in ways.lines.values())
    if "ceiling" in result:
        assert max(ways.lines["articles"]) <= result.value("ceiling") + 1e-6


@given(SPENDINGS)
def test_from_the_crossover_on_articles_stay_ahead(spending):
    result = search.answer(spending, reading.load())
    ways = result.facts["ways"].lines
    articles, ads = ways["articles"], ways["ads"]
    lead = [sum(articles[:n]) - sum(ads[:n]) for n in range(1, search.MONTHS + 1)]
    if "crossover" in result:
        first = int(result.value("crossover"))
        assert all(value > -1e-6 for value in lead[first - 1 :])
        assert first == 1 or lead[first - 2] <= 1e-6
    else:
        assert lead[-1] <= 1e-6


@given(SPENDINGS, SHARES)
def test_more_lost_to_ai_never_brings_more(spending, more):
    data = reading.load()
    worse = Spending(**{**vars(spending), "lost": max(spending.lost, more)})
    before, after = (search.answer(s, data).value("articles.all") for s in (spending, worse))
    assert after <= before + 1e-9


def test_most_posts_are_over_in_a_month_and_a_pin_is_not(data):
    assert search.post_decay("facebook", data) > 0.999
    assert search.post_decay("pinterest", data) == pytest.approx(
        1 - content.life_left(730, data.default("half_life_pinterest"))
    )
    assert search.post_decay("pinterest", data) < 0.2


def test_a_post_brings_its_clicks_once_however_slowly(data):
    pins = Spending(200, 36, 150, 0.3, 30, 4, 0.03, 0.35, 300, "pinterest", "search")
    result = search.answer(pins, data)
    clicked = search.post_visits(300, data)[1] * result.value("posted")
    assert 0.8 * 36 * clicked < result.value("posts.all") < 36 * clicked


def test_without_money_nothing_is_divided_by_nothing(data):
    nothing = Spending(0, 36, 150, 0.3, 30, 4, 0.03, 0.35, 300, "linkedin", "search")
    result = search.answer(nothing, data)
    assert "articles.cost" not in result and "crossover" not in result


@given(
    st.builds(Finding, st.floats(0, 5000), *[SHARES] * 5, st.floats(0, 1000), SHARES),
)
def test_more_first_pages_never_bring_fewer(finding):
    result = search.found_answer(finding)
    line = result.facts["test"].lines["site"]
    assert list(line) == sorted(line)
    assert result.value("site") == pytest.approx(search.found_by_site(finding, finding.first_page))
