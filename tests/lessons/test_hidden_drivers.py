"""No headline rests in silence on an assumption without a source.

An assumption that nobody backs and that turns a headline within its range, or moves a figure in
it by more than the ledger's ``driver_change``, is set by a control of the studio, or told beside
the picture. Studios try assumptions in groups; here each is tried alone.
"""

from collections.abc import Iterator

import pytest

from helpers import company
from helpers.data import reading
from helpers.data.record import recording
from helpers.models import sensitivity
from helpers.studio.studio import Studio
from helpers.views.drivers import said
from tests.lessons import sentences
from tests.lessons.parts import lesson_classes
from tools import drivers

ALL = [(c, name) for c in lesson_classes() for name in c().studios()]
EDGE = "hotel"
"""A firm whose hours just do not suffice, so that most assumptions are felt."""
OTHERS = [case for case in company.cases() if case not in (EDGE, "machine_parts")]


def different(case: str) -> Iterator[tuple[str, str, Studio]]:
    """Every studio whose headline no other has said with the same picture.

    Eight own tasks end with the same picture of hours, five with the same map.
    """
    seen = set()
    for slug, name, studio in drivers.studios(case):
        picture = getattr(studio.picture, "_main", studio.picture)
        if (type(picture), studio.words.headline) not in seen:
            seen.add((type(picture), studio.words.headline))
            yield slug, name, studio


def hidden(felt: list[drivers.Felt]) -> list[tuple[str, ...]]:
    """What is felt and not seen."""
    return [each.cells() for each in felt if each.seen == drivers.HIDDEN]


@pytest.mark.parametrize("case", ["", EDGE])
def test_no_driver_of_any_studio_is_hidden(case):
    found = [felt for place in different(case) for felt in drivers.felt(*place)]
    assert {felt.seen for felt in found} >= {drivers.CONTROL, drivers.WORDS, drivers.LITTLE}
    assert hidden(found) == []
    seen = {drivers.CONTROL: set(), drivers.WORDS: set()}
    for felt in found:
        seen.get(felt.seen, set()).add((felt.lesson, felt.studio, felt.driver.row.key))
    assert not seen[drivers.CONTROL] & seen[drivers.WORDS]


@pytest.mark.parametrize("case", OTHERS)
def test_no_driver_of_what_is_explored_is_hidden_for_the_other_firms(case):
    places = [place for place in different(case) if place[1] != "own"]
    found = [felt for place in places for felt in drivers.felt(*place)]
    assert len(places) > 15
    assert hidden(found) == []


def test_a_hidden_driver_would_be_caught(monkeypatch):
    monkeypatch.setattr(sensitivity, "moving", lambda rows, moves: iter(()))
    (studio,) = (s for slug, name, s in drivers.studios() if (slug, name) == ("resources", "own"))
    caught = {cells[3] for cells in hidden(list(drivers.felt("resources", "own", studio)))}
    assert caught == {"making_long_video", "coordination", "pressing"}


def test_a_headline_without_figures_is_a_verdict_and_the_gates_say_what_would_change_it():
    """The rule by which a headline is exempt; nothing else is."""
    places = (place for case in ("", EDGE) for place in drivers.studios(case))
    without = [studio for _slug, _name, studio in places if not said(studio.words).slots]
    assert without
    for studio in without:
        assert "decision" in studio.result.facts and "flips" in studio.result.facts


@pytest.mark.parametrize(("lesson_class", "name"), ALL, ids=[f"{c.slug}-{name}" for c, name in ALL])
def test_a_what_if_says_what_the_lesson_says_with_such_tables(lesson_class, name, monkeypatch):
    """Against the whole lesson made anew from another ledger: no model may keep the old one."""
    with recording():
        studio = lesson_class().studios()[name]()
    trial = studio.trial()
    rows = trial.candidates()
    known = [(row.key, row.high) for row in rows]
    tables = sensitivity.supposed(studio.tables, *known)
    monkeypatch.setattr(reading, "load", lambda: tables)
    with recording():
        anew = lesson_class().supposing(tables, studio.state_type)
    headline = anew.picture.words(anew._answers(studio.state)).headline
    assert trial.at(*known)[1].headline == headline


@pytest.mark.parametrize("case", ["", EDGE])
def test_what_is_told_keeps_the_rules_of_sentences(case):
    told = 0
    for slug, name, studio in different(case):
        rest = studio.rest()
        cells = [cell for row in rest.table.rows for cell in row] if rest.table else []
        told += bool(rest.remark)
        for text in (rest.remark, *cells):
            assert not list(sentences.faults(text)), (slug, name, text)
    assert told > 10
