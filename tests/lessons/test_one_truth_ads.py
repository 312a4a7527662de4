"""One firm, one truth: ads in lessons 04 and 08, people's own profiles in 08, 11 and 14."""

import pytest

from helpers import company
from helpers.company import CompanyFile
from helpers.data import reading
from helpers.findings import Findings
from helpers.lessons.ask_an_expert import AskAnExpert
from helpers.lessons.decision import TheDecision
from helpers.lessons.every_network_its_rules import EveryNetworkItsRules
from helpers.lessons.paid_reach import PaidReach
from helpers.lessons.people import People
from helpers.lessons.search_first import SearchFirst
from helpers.models import ads, advocacy, company_plan, fit
from helpers.models.result import Result
from helpers.studio.lesson import Lesson
from helpers.studio.studio import Studio

CASES = pytest.mark.parametrize("case", company.cases())
MEDIA = tuple(reading.load().keys("medium"))
BUDGETS = (50.0, 300.0, 1200.0)


def explored(case: str) -> Studio:
    """The explore studio on the company at work, which may be the case firm itself."""
    studio = PaidReach().explore_studio()
    studio.set(firm="ours" if "ours" in studio.controls["firm"].sweep else case)
    assert studio.error is None
    return studio


def save(case: str, **facts: object) -> None:
    """A case company, some of its facts changed, as the company of every lesson."""
    document = company.case_document(case)
    document.pop("schema_version")
    CompanyFile().save({**document, **facts})


def bought(result: Result, medium: str) -> tuple[float, float]:
    """Customers and euros that the same money brings on a medium, beside the others."""
    return result.value(f"{medium}.customers"), result.value(f"{medium}.profit")


@pytest.mark.parametrize("medium", MEDIA)
@CASES
def test_what_euros_bring_on_a_medium_has_one_answer_in_every_lesson(case, medium, data):
    for budget in BUDGETS:
        save(case, medium=medium, ads=budget)
        known = CompanyFile().load()[0]
        tried, own = explored(case), PaidReach().own_studio()
        station = EveryNetworkItsRules().instagram_studio()
        station.set(firm="ours" if "ours" in station.controls["firm"].sweep else case)
        station.set(fee=budget)
        said = tried.result.value("extra"), tried.result.value("profit")
        month = ads.bring(company_plan.campaign(known, data, budget), data)
        assert said == (month.customers, month.earned - budget)
        assert said == (own.result.value("extra"), own.result.value("profit"))
        assert said == bought(tried.result, medium) == bought(station.result, medium)
        for other in MEDIA:
            assert bought(tried.result, other) == bought(station.result, other)
        # The dots of ads in the picture of lesson 08, and the calls in the hours of the plan.
        clicks = tried.result.value("clicks")
        assert station.result.value("ads_visitors") == pytest.approx(clicks)
        assert station.picture.rows(station.result)[1].filled == said[0]
        calls = [
            f.hours for f in company_plan.plan_of(known, data, "lean").further if f.kind == "leads"
        ]
        hours = ads.lead_hours(month.called, data)
        assert calls == ([hours] if hours else [])  # in a shop nobody is called


def test_what_the_prediction_and_the_example_say_is_what_the_firm_finds_in_explore():
    """The same practice in question, walk, example and studio."""
    save("physiotherapy")
    lesson = PaidReach()
    studio = lesson.explore_studio()
    example, walk = lesson.worked_example()[1], lesson.walked().result
    start = studio.result
    assert {k: start.value(k) for k in start} == {k: example.value(k) for k in example}
    assert walk.value("before") == start.value("extra")
    studio.preset("money")
    assert walk.value("new") == studio.result.value("extra")
    studio.preset("minutes")
    found = studio.result.value("extra")
    assert found == walk.value("longer") == lesson.truth().value


@pytest.mark.parametrize("medium", MEDIA)
@CASES
def test_chosen_as_the_medium_or_read_beside_another_the_figures_are_the_same(case, medium):
    """A row of the table is what the headline says once that medium is chosen."""
    save(case)
    studio = explored(case)
    beside = bought(studio.result, medium)
    studio.set(medium=medium)
    assert (studio.result.value("extra"), studio.result.value("profit")) == beside


@CASES
def test_every_sentence_on_the_quality_of_leads_turns_where_it_says(case, data):
    """Both sides of each turning point, on every medium: profit and the order of two media."""
    save(case)
    studio = explored(case)
    for medium in MEDIA:
        studio.set(medium=medium)
        dial = f"from_{medium}"
        if studio.hidden(dial):
            assert studio.state.sale == ads.SHOP and "quality_pays" not in studio.result
            continue
        low, high = min(studio.controls[dial].sweep), max(studio.controls[dial].sweep)
        for key, above in (("quality_pays", 0.0), ("quality_first", None)):
            turn = studio.result.value(key)
            for quality in (0.99 * turn, 1.01 * turn):
                if not low <= quality <= high:
                    continue
                studio.set(**{dial: quality})
                result = studio.result
                rival = result.value(f"{result.facts['rival']}.profit")
                line = rival if above is None else above
                assert (result.value("profit") > line) == (quality > turn), (medium, key)
            studio.reset()
            studio.set(firm=case, medium=medium)


@CASES
def test_few_customers_are_told_as_a_chance_and_many_as_a_number(case, data):
    save(case)
    few = data.default("few_expected")
    for lesson, name, key in (
        (PaidReach(), "explore", "extra"),
        (EveryNetworkItsRules(), "instagram", "buyers"),
    ):
        studio = lesson.studios()[name]()
        expected = studio.result.value(key)
        assert ("none_comes" in studio.result) == (0 < expected < few)
        assert ("in 10" in studio.words.headline.replace("\N{NO-BREAK SPACE}", " ")) == (
            0 < expected < few
        )


@CASES
def test_what_profiles_lift_has_one_answer_wherever_it_is_shown(case, data):
    """Fit and usable audience, with people's own profiles in them, in 08, 11, 14 and the memo."""
    for profiles in (0.0, 0.5, 1.0):
        save(case, profiles=profiles)
        known = CompanyFile().load()[0]
        found = Findings(known, data)
        eleven = People().own_studio().result
        there = fit.situation(known, data)
        others = [
            advocacy.profile_lift(there, data).joined(fit.answer(there, data)),
            EveryNetworkItsRules().own_studio().result,
            found.map[1],
        ]
        asked = 0
        for network in data.network_keys:
            for key in (f"{network}.fit", f"{network}.audience"):
                assert {result.value(key) for result in others} == {eleven.value(key)}
            lifted = others[0]
            summed = lifted.value(f"{network}.without") + lifted.value(f"{network}.lift")
            assert summed == pytest.approx(eleven.value(f"{network}.fit"), abs=1e-12)
            for measure in ("fit", "audience"):
                outcome = found.decision[network].outcome(measure)
                if outcome is not None and outcome.figure is not None:
                    asked += 1
                    assert outcome.figure == eleven.value(f"{network}.{measure}")
        assert asked >= len(data.network_keys)


REACH_THROUGH_PEOPLE = {"posters", "people_reach", "page_reach", "naive", "without_one", "cascade"}
"""What lesson 11 alone counts: different people who see one post."""


def results_of(lesson: Lesson) -> list[Result]:
    """The result of each of a lesson's studios, and that of its worked example."""
    return [make().result for make in lesson.studios().values()] + [lesson.example_picture()[1]]


@CASES
def test_no_lesson_after_the_eleventh_counts_reach_through_people_again(case, data, monkeypatch):
    """Search, advice, verdict and memo ask how well a network fits, never how many see a post."""
    monkeypatch.setattr("helpers.findings._flip", lambda *facts: None)
    save(case)
    assert set(People().explore_studio().result) >= REACH_THROUGH_PEOPLE
    later = [r for lesson in (SearchFirst, AskAnExpert, TheDecision) for r in results_of(lesson())]
    later += Findings(CompanyFile().load()[0], data).results
    for result in later:
        assert not REACH_THROUGH_PEOPLE & set(result)


def test_a_medium_that_nobody_rated_is_told_calmly_and_the_usual_one_stands_in(data):
    save("hotel")
    path = CompanyFile().path
    path.write_text(path.read_text("utf-8").replace('"medium": "facebook"', '"medium": "radio"'))
    lesson = PaidReach()
    assert any("radio" in notice for notice in lesson.notices)
    studio = lesson.explore_studio()
    assert studio.error is None and studio.result.facts["medium"] in MEDIA


@CASES
def test_who_reads_in_lesson_08_is_who_reads_in_lesson_11(case, data):
    """The same people, contacts and page: possible buyers are a share of those who are reached."""
    save(case)
    station, people = EveryNetworkItsRules().people_studio(), People().explore_studio()
    station.set(firm=case, who_post=6.0)
    people.set(staff=20.0, posting=0.3, followers=float(company.case(case).followers))
    read, reached = station.result, people.result
    assert read.value("reached") == pytest.approx(reached.value("people_reach"))
    for network in read.facts["networks"]:
        share = read.value(f"{network}.could_buy")
        assert read.value(f"{network}.buyers") == pytest.approx(
            reached.value("people_reach") * share
        )
    page = reached.value("page_reach") * read.value("page_could_buy")
    assert read.value("page_buyers") == pytest.approx(page)


@CASES
def test_a_click_of_a_search_ad_costs_the_same_in_lessons_04_and_12(case):
    save(case, medium="search")
    here = SearchFirst().explore_studio().result
    assert explored(case).result.value("cpc") == here.value("price.search")
