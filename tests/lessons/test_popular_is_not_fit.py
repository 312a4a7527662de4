"""Lesson 02: popularity and fit part; must-haves screen; the ten-people test decides."""

from helpers.lessons.popular_is_not_fit import PopularIsNotFit


def test_the_most_popular_network_does_not_come_first():
    lesson = PopularIsNotFit()
    result = lesson.explore_studio().result
    assert result.facts["popularity_ranking"][0] == "youtube"
    assert result.facts["ranking"][0] != "youtube"
    assert lesson.truth().value == 4


def test_enough_customers_carry_linkedin_past_website_first():
    studio = PopularIsNotFit().explore_studio()
    ahead = []
    for weekly in range(11):
        studio.set(weekly=float(weekly))
        ahead.append(studio.result.value("linkedin.fit") > studio.result.value("none.fit"))
    assert not ahead[0] and ahead[-1]
    assert ahead == sorted(ahead)


def test_local_customers_turn_the_order_round():
    studio = PopularIsNotFit().explore_studio()
    before = studio.result.value("linkedin.audience")
    studio.preset("local")
    assert studio.result.value("linkedin.audience") < before / 2


def test_a_higher_must_have_screens_more():
    studio = PopularIsNotFit().explore_studio()
    few = set(studio.result.facts["screened"])
    studio.set(least_audience=0.3)
    assert few < set(studio.result.facts["screened"])
    assert "✗" in studio.stage.remarks
