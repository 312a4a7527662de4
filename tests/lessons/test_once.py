"""What a lesson computes, it computes once; a save makes it compute anew."""

from collections import Counter
from dataclasses import replace

import pytest

from helpers import company, findings
from helpers.lessons import doors_way
from helpers.lessons.decision import TheDecision
from helpers.models import complexity, reach
from helpers.studio.lesson import Lesson
from helpers.studio.studio import Studio
from tests.lessons.parts import all_parts, lesson_classes, part_names


@pytest.fixture
def made(monkeypatch) -> Counter:
    """How often studios are made, by the state that they hold."""
    counted: Counter = Counter()
    before = Studio.__init__

    def counting(studio: Studio, *arguments: object, **named: object) -> None:
        before(studio, *arguments, **named)
        counted[studio.state_type.__qualname__] += 1

    monkeypatch.setattr(Studio, "__init__", counting)
    return counted


@pytest.mark.parametrize("lesson", lesson_classes(), ids=lambda lesson: lesson.slug)
def test_the_sources_use_the_studios_of_the_page_and_build_none(lesson, made, monkeypatch):
    examples = []
    before = lesson.example_picture
    monkeypatch.setattr(
        lesson, "example_picture", lambda self: examples.append(self) or before(self)
    )
    opened = lesson()
    for name in part_names(lesson):
        getattr(opened, name)().to_markdown()
    assert opened.failures == []
    assert max(made.values(), default=1) == 1, made
    assert len(examples) == 1


def test_the_sources_after_a_save_are_those_of_the_changed_company():
    lesson = TheDecision()
    all_parts(lesson)["explore"].to_markdown()
    before = lesson.results()
    lesson.save({"profiles": 0.0, "first_page": 0.9}, refill=False)
    anew = TheDecision().results()
    assert [dict(r.quantities) for r in lesson.results()] == [dict(r.quantities) for r in anew]
    assert [dict(r.quantities) for r in before] != [dict(r.quantities) for r in anew]


def test_the_sources_speak_of_the_start_whatever_was_moved():
    lesson = TheDecision()
    all_parts(lesson)["explore"].to_markdown()
    start = [dict(r.quantities) for r in lesson.results()]
    lesson._frames["explore"].studio.set(owner=0.8, mended="pages")
    assert [dict(r.quantities) for r in lesson.results()] == start


def test_studios_and_memo_share_what_was_found_until_the_company_changes(monkeypatch):
    asked = []
    before = doors_way.Findings
    monkeypatch.setattr(
        doors_way, "Findings", lambda known, data: asked.append(known) or before(known, data)
    )
    lesson = TheDecision()
    lesson.own_studio()
    lesson.memo().write(".html")
    assert len(asked) == 1
    lesson.save({"first_page": 0.9})
    lesson.own_studio()
    lesson.memo().write(".html")
    assert asked[1:] == [lesson.company]


def test_what_all_networks_share_is_judged_once_for_them(data, monkeypatch):
    """What is opened with certain facts is sought for one network after the other."""
    sought: Counter = Counter()
    before = complexity.opened

    def counting(networks, levels, at, feasible, fits, tables):
        desk = at.__self__
        sought.update([(id(desk.company), desk.company.people, desk.company.first_page)])
        return before(networks, levels, at, feasible, fits, tables)

    monkeypatch.setattr(complexity, "opened", counting)
    known = replace(company.case("hotel"))  # another firm than any that was judged before
    found = findings.Findings(known, data)
    assert len(found.decision.judgements) == len(data.network_keys)
    assert set(sought.values()) == {1}


def test_evidence_is_searched_once_for_each_network(data):
    reach.audience.cache_clear()
    reach.popularity.cache_clear()
    for lesson in (TheDecision, *lesson_classes()[:2]):
        made: Lesson = lesson()
        made.example_picture()
    assert reach.audience.cache_info().misses <= len(data.network_keys)
    assert reach.popularity.cache_info().misses <= len(data.network_keys)
