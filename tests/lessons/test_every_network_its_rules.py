"""Lesson 08: profiles lift Facebook for firms; X has a limit; a campaign must pay."""

import pytest

from helpers.lessons.every_network_its_rules import EveryNetworkItsRules


def test_profiles_lift_facebook_for_firms_as_the_specification_says():
    studio = EveryNetworkItsRules().explore_studio()
    fits = []
    for preset in ("silent", "loud"):
        studio.preset(preset)
        fits.append(studio.result.value("facebook.fit"))
    assert fits == pytest.approx([0.364, 0.435], abs=0.001)
    assert fits[1] - fits[0] == pytest.approx(0.071, abs=0.001)
    assert studio.result.value("facebook.lift") == pytest.approx(fits[1] - fits[0])
    assert studio.result.value("linkedin.lift") == 0
    studio.set(profiles=0.5)
    assert studio.result.value("facebook.fit") == pytest.approx(0.400, abs=0.001)


def test_the_overload_of_the_question_is_the_specifications():
    assert EveryNetworkItsRules().truth().value == pytest.approx(726, abs=1)


def test_a_campaign_that_earns_nothing_is_said_in_words():
    studio = EveryNetworkItsRules().instagram_studio()
    assert "needed" in studio.result
    studio.set(contribution=0.0)
    assert studio.error is None and "needed" not in studio.result
    assert "more than it earns" in studio.stage.headline


def test_nobody_answering_is_said_in_words():
    studio = EveryNetworkItsRules().x_studio()
    studio.set(minutes=0.0)
    assert studio.error is None and "Nobody has time" in studio.stage.headline


def test_instagram_takes_more_hours_than_the_others_of_the_article():
    _view, result = EveryNetworkItsRules().example_picture()
    hours = {n: result.value(f"{n}.alone") for n in ("instagram", "facebook", "linkedin", "x")}
    assert max(hours, key=hours.__getitem__) == "instagram"
