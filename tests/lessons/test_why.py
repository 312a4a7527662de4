"""Lesson 01: silence means an all-rounder; a why in writing changes that."""

import pytest

from helpers import company
from helpers.company import CompanyFile
from helpers.lessons.why import CLARITIES, WhyLesson
from helpers.models import fit


def test_a_silent_firm_that_sells_to_firms_is_a_toss_up():
    studio = WhyLesson().explore_studio()
    assert studio.result.facts["favourite"] == "youtube"
    assert studio.result.value("youtube.first") == pytest.approx(0.41, abs=0.03)
    assert studio.result.value("linkedin.first") == pytest.approx(0.31, abs=0.03)
    assert studio.result.value("winners") == pytest.approx(3.1, abs=0.2)
    assert WhyLesson().truth().value == pytest.approx(4.1, abs=0.3)


def test_a_silent_firm_round_the_corner_gets_the_all_rounder():
    CompanyFile().save({"market": "b2c_local"})
    result = WhyLesson().explore_studio().result
    assert result.facts["favourite"] == "facebook" != result.facts["popularity_ranking"][0]
    assert WhyLesson().truth().value == pytest.approx(9.6, abs=0.3)


def test_for_five_of_six_firms_silence_has_one_answer_and_never_the_biggest_network(data):
    sure = 0
    for case in company.cases().values():
        first, _winners = fit.vagueness(fit.situation(case, data), data, 0)
        sure += first.max() > 0.85
        assert first["youtube"] < 0.01, case.name
    assert sure == 5 and len(company.cases()) == 6


def test_the_hotel_gets_a_certainty_that_its_why_does_not_give():
    lesson = WhyLesson()
    _view, result = lesson.example_picture()
    assert result.facts["favourite"] == "facebook"
    assert result.value("facebook.first") == pytest.approx(0.97, abs=0.03)
    apart = result.value("facebook.fit") - result.value("instagram.fit")
    assert 0 < apart < result.value("tie")
    told = lesson.example().to_markdown()
    assert "That is a tie" in told and "Facebook is fair for most purposes" in told
    assert "84% of adults use YouTube" in told.replace("\u00a0", "")


def test_a_purpose_that_nobody_says_changes_nothing():
    studio = WhyLesson().explore_studio()
    before = studio.result.column("first")
    studio.set(purpose="recruiting")
    assert studio.result.column("first") == before


def test_the_clearer_the_why_the_fewer_winners():
    studio = WhyLesson().explore_studio()
    studio.set(firm="ours")
    winners = []
    for clarity in CLARITIES:
        studio.set(clarity=clarity)
        winners.append(studio.result.value("winners"))
    assert winners == sorted(winners, reverse=True)
    assert winners[-1] < 1.2


def test_coins_always_make_ten():
    lesson = WhyLesson()
    studio = lesson.own_studio()
    for coins in (0.0, 4.0, 10.0):
        studio.set(first="brand", second="brand", coins=coins)
        assert sum(lesson.changes(studio)["purposes"].values()) == 10


@pytest.mark.parametrize("case", company.cases())
def test_an_unmoved_own_task_takes_no_purpose_away(case):
    document = company.case_document(case)
    document.pop("schema_version")
    CompanyFile().save(document)
    lesson = WhyLesson()
    studio = lesson.own_studio()
    assert lesson.changes(studio)["purposes"] == dict(lesson.company.purposes)
    studio.set(coins=10.0)
    assert sum(map(bool, lesson.changes(studio)["purposes"].values())) == 1


def test_a_second_purpose_takes_the_coins_of_the_one_before_it():
    lesson = WhyLesson()  # leads 7, recruiting 3
    studio = lesson.own_studio()
    studio.set(second="brand")
    assert {p: n for p, n in lesson.changes(studio)["purposes"].items() if n} == {
        "leads": 7,
        "brand": 3,
    }


@pytest.mark.parametrize("case", sorted(company.cases()))
def test_a_firm_is_the_same_firm_before_a_control_is_moved(case):
    known = company.case_document(case)
    CompanyFile().save({"purposes": known["purposes"]})
    lesson = WhyLesson()
    coins = lesson.changes(lesson.own_studio())["purposes"]
    assert {p: n for p, n in coins.items() if n} == {
        p: n for p, n in known["purposes"].items() if n
    }
