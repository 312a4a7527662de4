"""Published figures: each says where it was read, each is used, and their page is up to date."""

import pytest

from helpers import context
from helpers.data.tables import Tables
from tools import evidence

PAGE = context.CHECKOUT / "docs" / "evidence.md"


@pytest.fixture
def used(data: Tables) -> dict[str, list[str]]:
    """Who uses each figure."""
    return evidence.uses(data)


def test_every_figure_stands_in_the_sources_of_a_lesson_and_the_page_is_up_to_date(used, data):
    unused = [key for key, by in used.items() if not any(u.startswith("lessons ") for u in by)]
    assert not unused
    written = PAGE.read_text(encoding="utf-8")
    assert written == evidence.page(data, context.current().today, used), (
        "run: python -m tools evidence --write"
    )
    for row in data.evidence.values():
        assert f"\n| {row.id} |" in written


def test_the_page_marks_what_is_old_and_shows_data_as_words(data):
    nobody = {key: [] for key in data.evidence}
    lines = evidence.page(data, context.current().today, nobody).splitlines()
    lines = {line.split(" | ")[0].removeprefix("| "): line for line in lines}
    for row in data.evidence.values():
        stale = "**stale**" in lines[row.id]
        assert stale == row.is_stale(context.current().today), row.id
        # As many cells as the head has, whatever stands in them.
        assert lines[row.id].count("|") == lines["Id"].count("|"), row.id


def test_every_figure_says_whom_it_counts_and_how_it_was_seen(data):
    for row in data.evidence.values():
        assert row.population not in ("", "n/a") and row.country, row.id
        assert row.title.lower() not in ("", "same", "ibid."), row.id
        # Who quotes is named where the original was not read, and only there.
        assert bool(row.quoted_by) == row.confidence.startswith("seen quoted"), row.id


def test_the_rates_of_search_ads_are_of_one_year_and_one_publisher(data):
    """Clicks of one year with leads of another describe no advertiser at all.

    That holds for the rates that are multiplied, named first; what else a row names is an end
    of its range.
    """
    keys = ("cpc_search", "lead_rate_search")
    price, lead = (data.evidence[data.assumptions[key].evidence[0]] for key in keys)
    assert (price.year, price.publisher) == (lead.year, lead.publisher)
    assert price.population == lead.population
    assert price.metric.startswith("price of a click") and lead.metric.startswith("leads from")
    assert data.default("cpc_search") == price.value
    assert data.default("lead_rate_search") == pytest.approx(lead.value / 100)


@pytest.mark.parametrize("key", ["cpc_facebook", "cpc_linkedin", "cpc_search"])
def test_the_price_of_a_click_lies_between_the_cheapest_and_the_dearest_that_is_cited(key, data):
    row = data.assumptions[key]
    seen = sorted(data.evidence[i].value for i in row.evidence)
    assert (row.low, row.high) == (seen[0], seen[-1])


def test_the_price_of_a_visit_to_a_shop_is_that_of_its_views_by_its_clicks(data):
    clicks, views, low, high = (
        data.evidence[i].value for i in data.assumptions["cpc_shop"].evidence
    )
    row = data.assumptions["cpc_shop"]
    assert row.default == pytest.approx(views / (10 * clicks), abs=row.step / 2)
    assert (row.low, row.high) == (low, high)


def test_a_measured_reach_lies_inside_the_range_that_it_speaks_for(data):
    row = data.assumptions["organic_reach"]
    for key in row.evidence:
        assert row.low <= data.evidence[key].value / 100 <= row.high, key
