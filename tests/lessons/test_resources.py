"""Lesson 09: the gap of the start, and four ways to close it."""

import pytest

from helpers.lessons.resources import Resources


def test_the_dilemma_starts_with_a_gap():
    studio = Resources().explore_studio()
    assert studio.result.facts["verdict"] == "short"
    assert studio.result.value("required") == Resources().truth().value


@pytest.mark.parametrize("way", ["add", "buy"])
def test_hours_that_are_added_or_bought_close_the_gap(way):
    studio = Resources().explore_studio()
    studio.preset(way)
    assert studio.result.facts["verdict"] == "enough"
    assert studio.result.value("missing") < 1, "and not by more than a step"


@pytest.mark.parametrize("way", ["level", "drop"])
def test_what_costs_nothing_narrows_the_gap(way):
    studio = Resources().explore_studio()
    before = studio.result.value("gap")
    studio.preset(way)
    assert studio.result.value("gap") < before


def test_dropping_keeps_the_network_that_fits_best():
    assert Resources().explore_studio().presets["drop"].values == {"networks": ("linkedin",)}


def test_bought_hours_cost_money_that_is_not_there():
    studio = Resources().explore_studio()
    studio.preset("buy")
    assert studio.result.value("euros_gap") > 0
    assert "In cash" in studio.stage.remarks


def test_somebody_away_takes_his_hours_along():
    studio = Resources().explore_studio()
    studio.set(absent=0)
    assert studio.result.value("person0.available") == 0
    assert "(away)" in studio.stage.table
