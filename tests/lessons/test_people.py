"""Lesson 11: one person can carry further than a page; the piles have dates."""

from helpers.lessons.people import AGAINST, FOR, UNCLEAR, People


def test_a_few_people_reach_further_than_a_small_page():
    studio = People().explore_studio()
    assert studio.result.value("people_reach") > studio.result.value("page_reach")
    studio.preset("page")
    assert studio.result.value("page_reach") > studio.result.value("people_reach")
    studio.set(posting=0.0)
    assert studio.error is None and "Nobody posts" in studio.stage.headline


def test_in_a_small_market_the_next_person_brings_less():
    studio = People().explore_studio()
    studio.preset("small")
    assert studio.result.value("people_reach") < studio.result.value("naive") * 0.9


def test_every_pile_names_value_year_and_source():
    words = People().claims().to_markdown()
    assert words.count("](http") == len(FOR) + len(AGAINST) + len(UNCLEAR)
    assert "| against |" in words and "(old)" in words


def test_the_newest_count_of_friends_posts_speaks_against_and_views_of_2021_tell_nothing(data):
    """An old figure of another measure must not stand for the claim beside newer ones against."""
    rows = data.evidence
    on_facebook = [r for r in rows.values() if r.metric == rows["orga-030"].metric]
    newest = [r for r in on_facebook if r.year == max(r.year for r in on_facebook)]
    assert {r.id for r in newest} <= set(AGAINST) and all(r.value < 25 for r in newest)
    assert "orga-009" in UNCLEAR and "orga-009" not in (*FOR, *AGAINST)
    said = People().claims().to_markdown().split("For dishes and holidays")[1]
    assert "2025" in said and "17%" in said and "7%" in said and "not minutes" in said


def test_where_page_and_people_are_even_the_page_reaches_as_many(data):
    studio = People().explore_studio()
    result = studio.result
    assert result.value("page_even") * result.value("followers") == result.value("people_reach")
    assert "as many as your people" in studio.stage.remarks
    studio.set(followers=0.0)
    assert studio.error is None and "page_even" not in studio.result
    studio.set(followers=10.0)
    assert studio.error is None and "even if all of them did" in studio.stage.remarks
