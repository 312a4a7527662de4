"""Lesson 10: the laws part late; more hours reach further; a thin cloud stays calm."""

import pytest

from helpers import company, context
from helpers.company import CompanyFile
from helpers.data import reading
from helpers.lessons.complexity import Complexity
from helpers.models import judging
from helpers.models.complexity import levels


def test_copying_everything_saves_little_and_talking_costs_much():
    studio = Complexity().explore_studio()
    start = studio.result.value("pairwise.all")
    studio.preset("copy")
    assert studio.result.value("pairwise.all") < start
    studio.preset("talk")
    assert studio.result.value("pairwise.all") > start
    assert studio.result.value("exponential.all") == Complexity().explore_studio().result.value(
        "exponential.all"
    )


def test_more_hours_never_reach_fewer():
    studio = Complexity().sets_studio()
    reached = []
    for hours in (0.0, 3.0, 8.0, 20.0):
        studio.set(hours=hours)
        best = studio.result.facts["best"]
        reached.append(best.reach if best else 0.0)
    # At a larger budget the level rises first: depth before breadth may cost reach.
    assert reached[0] == 0 and reached[-1] == max(reached)


def test_without_hours_or_networks_the_sentence_is_calm():
    studio = Complexity().sets_studio()
    studio.set(hours=0.0)
    assert "can be afforded" in studio.stage.headline or "too few" in studio.stage.headline
    studio.set(networks=())
    assert studio.error is None and "no set" in studio.stage.headline


def test_the_own_choice_is_kept():
    lesson = Complexity()
    studio = lesson.own_studio()
    studio.set(networks=("linkedin",), level="standard")
    lesson.save(lesson.changes(studio))
    assert Complexity().company.networks == ("linkedin",)


def test_what_is_opened_keeps_its_own_level_beside_an_ambitious_plan():
    """The level of the plan used to stand in the sentence with the hours of another level."""
    hotel = company.case_document("hotel")  # of machine parts no network may take hours
    hotel.pop("schema_version")
    CompanyFile().save(hotel)
    lesson = Complexity()
    studio = lesson.own_studio()
    for level in ("lean", "standard", "ambitious"):
        studio.set(level=level)
        best = studio.result.facts["best"]
        assert studio.result.facts["level"] == level
        assert studio.result.facts["sets_level"] == best.level
        assert best.level in levels(lesson.company.level), "the company's level, or a leaner one"
        said = next(remark for remark in studio.words.remarks if "Best fit first" in remark)
        assert f"“{reading.load().name('level', best.level)}”" in said


@pytest.mark.parametrize(
    ("settings", "lacking", "said"),
    [
        ({"hours": 0.0, "cash": 1000.0}, ("hours",), "h a week are too few"),
        ({"hours": 20.0, "cash": 0.0}, ("euros",), "€0 a month is too little"),
        ({"hours": 0.0, "cash": 0.0}, ("hours", "euros"), "are not enough for the two together"),
    ],
)
def test_the_reason_names_the_limit_that_binds(settings, lacking, said):
    studio = Complexity().sets_studio()
    studio.set(**settings)
    assert studio.result.facts["best"] is None and studio.result.facts["short_of"] == lacking
    assert said in studio.stage.headline.replace("\N{NO-BREAK SPACE}", " ")


@pytest.mark.parametrize("case", company.cases())
def test_one_answer_to_which_networks_may_take_hours(case, data):
    known = company.case(case)
    failed = judging.failed_fit(known, data)
    may = tuple(network for network, measure in failed.items() if not measure)
    assert Complexity().candidates(known) == may
    judged = judging.judge(known, data, context.current().today)
    for judgement in judged.judgements:
        fails = any(o.gate.measure in judging.FIT_MEASURES for o in judgement.failed)
        assert fails != (judgement.network in may)


def test_where_none_may_take_hours_the_networks_under_discussion_are_compared_and_it_is_said():
    lesson = Complexity()
    assert lesson.company.name == company.case("machine_parts").name
    assert lesson.candidates(lesson.company) == ()
    studio = lesson.sets_studio()
    assert studio.state.networks == tuple(
        n for n in lesson.tables.network_keys if n in lesson.company.networks
    )
    assert "no hours belong to Facebook, LinkedIn and YouTube yet" in studio.stage.remarks
    assert "no set to compare" in lesson.own_studio().stage.remarks


def test_eight_networks_by_the_three_laws(data):
    """Hours as lesson 09 counts them: the mean of the range of an hour a pair, .292 and not .25."""
    result = Complexity().explore_studio().result
    assert result.value("coordination") == data.expected("coordination")
    assert result.value("pairwise.all") == pytest.approx(23.79, abs=0.02)
    assert result.value("exponential.all") == pytest.approx(41.57, abs=0.15)
