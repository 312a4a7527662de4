"""One firm, one truth: ads in lessons 04 and 08, people's own profiles in 08, 11 and 14."""

import re

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
from helpers.models import ads, advocacy, company_plan, fit, fit_and_gap
from helpers.models.result import Result
from helpers.studio.lesson import Lesson
from helpers.studio.studio import Studio
from tests.lessons.parts import plain

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
        # In 04 the picture tells the chance, in 08 the remark below its two counts.
        told = " ".join(studio.words.remarks[:1])
        if name == "explore":
            parts = studio.picture.labels(studio.result)
            told = " ".join(label.said for part in parts for label in part)
        chance = re.search(r"without a new customer: <?\d+%|\d% of such campaigns", plain(told))
        assert bool(chance) == (0 < expected < few)


@CASES
def test_what_profiles_lift_has_one_answer_wherever_it_is_shown(case, data):
    """Fit and usable audience, with people's own profiles in them, in 08, 14 and the memo."""
    for profiles in (0.0, 0.5, 1.0):
        save(case, profiles=profiles)
        known = CompanyFile().load()[0]
        found = Findings(known, data)
        counted = fit.answer(fit.situation(known, data), data)
        others = [
            EveryNetworkItsRules().own_studio().result,
            found.map[1],
        ]
        asked = 0
        for network in data.network_keys:
            for key in (f"{network}.fit", f"{network}.audience"):
                assert {result.value(key) for result in others} == {counted.value(key)}
            for measure in ("fit", "audience"):
                outcome = found.decision[network].outcome(measure)
                if outcome is not None and outcome.figure is not None:
                    asked += 1
                    assert outcome.figure == counted.value(f"{network}.{measure}")
        assert asked >= len(data.network_keys)


REACH_THROUGH_PEOPLE = {"reached", "buyers", "page_buyers", "without_one", "turn_of_20"}
"""What lessons 08 and 11 alone count: possible buyers who see one post."""


def results_of(lesson: Lesson) -> list[Result]:
    """The result of each of a lesson's studios, and that of its worked example."""
    return [make().result for make in lesson.studios().values()] + [lesson.example_picture()[1]]


@CASES
def test_no_lesson_after_the_eleventh_counts_reach_through_people_again(case, data, monkeypatch):
    """Search, advice, verdict and memo ask how well a network fits, never how many see a post."""
    monkeypatch.setattr("helpers.models.turning._flip", lambda *facts: None)
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
def test_who_reads_in_lesson_08_is_who_sees_a_post_in_lesson_11(case, data):
    """The same people, contacts, count of twenty and page: one number of possible buyers."""
    save(case)
    station, people = EveryNetworkItsRules().people_studio(), People().explore_studio()
    own = People().own_studio().result
    station.set(firm=case)
    read, seen = station.result, people.result
    counted = read.facts["counted"]
    for key in ("reached", "page_reached", "page_buyers", "contacts_all", "seen", "page_seen"):
        assert {read.value(key), own.value(key)} == {seen.value(key)}, key
    assert read.value(f"{counted}.buyers") == seen.value("buyers") == own.value("buyers")
    assert read.value(f"{counted}.could_buy") == seen.value("could_buy")
    assert read.value("page_turn") == seen.value("turn_share")
    for posters in (0.0, 1.0, 5.0):
        station.set(who_post=posters)
        people.set(posters=posters)
        assert station.result.value("reached") == people.result.value("reached")


def test_an_own_post_takes_the_same_hours_in_lesson_11_and_among_the_actions(data):
    hours = advocacy.own_post_hours(data)
    assert (
        hours == data.actions.at["profile", "hours"] == data.actions.at["profile", "later"] == 1.1
    )
    save("machine_parts")
    assert People().own_studio().result.value("own_post_hours") == hours


@CASES
def test_the_page_beside_own_posts_takes_what_it_takes_alone_in_lesson_09(case, data):
    """Lesson 09's hours of one network as the only one, and lesson 11's beside own posts."""
    save(case)
    known, own = CompanyFile().load()[0], People().own_studio().result
    (network,) = own.options
    alone = fit_and_gap.answer(known, data, known.level).value(f"{network}.alone")
    assert round(own.value("page_hours"), 1) == round(alone, 1)
    parts = round(own.value("page_hours") + own.value("own_post_hours"), 1)
    assert parts == round(own.value("required"), 1)


@CASES
def test_a_click_of_a_search_ad_costs_the_same_in_lessons_04_and_12(case):
    save(case, medium="search")
    here = SearchFirst().explore_studio().result
    assert explored(case).result.value("cpc") == here.value("price.search")
