"""Lesson 01: silence means the biggest network; a why in writing changes that."""

import pytest

from helpers import company
from helpers.company import CompanyFile
from helpers.lessons.why import CLARITIES, WhyLesson


def test_a_silent_firm_gets_the_biggest_network():
    studio = WhyLesson().explore_studio()
    assert studio.result.facts["favourite"] == "youtube"
    assert studio.result.value("youtube.first") == pytest.approx(0.89, abs=0.03)
    assert WhyLesson().truth().value == pytest.approx(8.9, abs=0.3)


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
