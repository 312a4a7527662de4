"""Lesson 11: one person can carry further than a page; the piles have dates."""

from helpers.lessons.people import AGAINST, FOR, People


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


def test_both_piles_name_value_year_and_source():
    words = People().claims().to_markdown()
    assert words.count("](http") == len(FOR) + len(AGAINST)
    assert "| against |" in words and "(old)" in words
