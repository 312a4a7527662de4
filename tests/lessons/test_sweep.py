"""Every control of every studio, over its ends and all its options, without an error."""

import re
from collections.abc import Iterable, Iterator

import pytest

from helpers import company, findings
from helpers.company import CompanyFile
from helpers.memo.compose import compose
from helpers.models import judging, turning
from helpers.studio import studio as studio_module
from helpers.studio.studio import Studio
from helpers.views.words import Speaker
from tests.lessons import claims, sentences
from tests.lessons.parts import all_parts, commit, lesson_classes
from tests.memo.firms import text_of
from tools import catalogue

ALL = [(c, name) for c in lesson_classes() for name in c().studios()]


@pytest.mark.parametrize(("lesson_class", "name"), ALL, ids=[f"{c.slug}-{name}" for c, name in ALL])
def test_every_control_is_swept(lesson_class, name):
    studio = lesson_class().studios()[name]()
    assert studio.error is None
    studio.stage.screen = {"width": 540, "ratio": 1, "theme": "light"}
    for control_name, control in studio.controls.items():
        assert len(set(control.sweep)) > 1, f"{control_name} has nothing to sweep"
        for value in control.sweep:
            studio.set(**{control_name: value})
            assert studio.error is None, (control_name, value, studio.error)
            assert getattr(studio.state, control_name) == value
            assert studio.stage.headline and studio.stage.image.startswith(b"\x89PNG")
            sentences.check(studio.words, control_name, value)
    for preset in studio.presets:
        studio.preset(preset)
        assert studio.error is None, preset
        sentences.check(studio.words, preset)
    studio.reset()
    assert studio.error is None


@pytest.fixture
def shown(monkeypatch: pytest.MonkeyPatch) -> list[Studio]:
    """Every studio that is made from now on."""
    made: list[Studio] = []
    original = Studio.__init__

    def noted(self: Studio, *args: object, **kwargs: object) -> None:
        made.append(self)
        original(self, *args, **kwargs)

    monkeypatch.setattr(studio_module.Studio, "__init__", noted)
    return made


@pytest.mark.parametrize("lesson_class", lesson_classes(), ids=lambda c: c.slug)
def test_no_studio_of_a_notebook_is_left_out(lesson_class, shown):
    """The studios that a notebook shows are those that ``studios`` names and the sweep takes."""
    lesson = lesson_class()
    commit(lesson)
    swept = {type(make().state) for make in lesson.studios().values()}
    shown.clear()
    all_parts(lesson)
    assert shown
    assert {type(s.state) for s in shown} <= swept


EXTREMES = {
    "nobody": {"people": []},
    "nothing chosen": {"networks": []},
    "no purposes": {"purposes": {}},
    "no ages": {"ages": {}},
    "all zero": {
        "purposes": {},
        "ages": {},
        "asked": 0,
        "weekly": {},
        "first_page": 0,
        "profiles": 0,
        "content": dict.fromkeys(("text", "photo", "short_video", "long_video"), 0),
        "weights": {"purpose": 0, "audience": 0, "content": 0},
        "cash": 0,
        "people": [{"name": "A", "hours": 0}],
        "followers": 0,
    },
    "all at the top": {
        "asked": 1000,
        "weekly": {"facebook": 1000, "linkedin": 1000},
        "first_page": 1,
        "profiles": 1,
        "cash": 100000,
        "followers": 100000,
        "bought_hours": 20,
        "ads": 100000,
        "people": [{"name": f"Person {i}", "hours": 60} for i in range(8)],
    },
}


@pytest.mark.parametrize("name", EXTREMES)
@pytest.mark.parametrize("lesson_class", lesson_classes(), ids=lambda c: c.slug)
def test_extreme_companies_get_a_calm_lesson(lesson_class, name, shown):
    CompanyFile().save({"name": "Extreme", **EXTREMES[name]})
    lesson = lesson_class()
    assert lesson.notices == []
    commit(lesson)
    for part, content in all_parts(lesson).items():
        assert content.to_markdown(), part
    for studio in shown:
        assert studio.error is None, (studio.state, studio.error)
    # A veiled part makes its studio anew each time it is asked for its words.
    for studio in {studio.state: studio for studio in shown}.values():
        studio.stage.screen = {"width": 660, "ratio": 1, "theme": "dark"}
        assert studio.error is None, (studio.state, studio.error)
        assert studio.stage.image


def settings(studio: Studio) -> Iterator[dict[str, object]]:
    """The start, each preset, and each control at its ends or options, alone."""
    start = {name: control.value for name, control in studio.controls.items()}
    yield start
    yield from ({**start, **preset.values} for preset in studio.presets.values())
    for name, control in studio.controls.items():
        yield from ({**start, name: value} for value in control.sweep if value != start[name])


@pytest.mark.parametrize("case", company.cases())
@pytest.mark.parametrize("lesson_class", lesson_classes(), ids=lambda c: c.slug)
def test_no_sentence_contradicts_its_figures_for_any_case_company(lesson_class, case, monkeypatch):
    """Words alone: nothing is drawn, and the slow search for what would change is left out."""
    monkeypatch.setattr(turning, "_flip", lambda *facts: None)
    document = company.case_document(case)
    document.pop("schema_version")
    CompanyFile().save(document)
    lesson = lesson_class()
    for name, make in lesson.studios().items():
        studio = make()
        for values in settings(studio):
            studio.set(**values)
            assert studio.error is None, (name, values, studio.error)
            sentences.check(studio.words, name, values)
            assert not list(claims.broken(studio.words, studio.result)), (name, values)
    view, result = lesson.example_picture()
    sentences.check(view.words(result), "example")
    assert not list(claims.broken(view.words(result), result))
    for text in (*lesson.example_steps(result, Speaker(result)), lesson.question().text):
        assert not list(sentences.faults(text)), text


@pytest.fixture(scope="module")
def forms() -> list[str]:
    """Every message of the code, with a figure in each field."""
    return [
        re.sub(r"\{\w+\}", "9 h", form)
        for message, _place in catalogue.code_messages()
        for form in (message if isinstance(message, tuple) else (message,))
    ]


@pytest.mark.parametrize("claim", [claim for claim, _holds in claims.CLAIMS])
def test_every_claim_is_a_sentence_of_the_course(claim, forms):
    """Whoever words a headline anew words the claim anew."""
    assert any(re.search(claim, form) for form in forms)


@pytest.mark.parametrize("case", company.cases())
def test_no_sentence_of_a_memo_contradicts_its_verdict(case, data, monkeypatch):
    monkeypatch.setattr("helpers.memo.annex.picture", lambda view, result: view.words(result).alt)
    found = findings.Findings(company.case(case), data)
    written = compose(found)
    for text in text_of(written.page).split("\n"):
        assert not list(sentences.faults(text)), text
    for section in written.annex:
        for text in texts(section.blocks):
            assert not list(sentences.faults(text)), (section.title, text)
    words = found.map[0].words(found.map[1])
    sentences.check(words)
    said = {row[0]: row[-1] for row in words.table.rows}
    for judgement in found.decision.judgements:
        worth = said[data.name("network", judgement.network)].startswith("worth it")
        stopped = any(o.gate.measure in judging.FIT_MEASURES for o in judgement.failed)
        assert worth != stopped, (judgement.network, said)


def texts(blocks: Iterable[object]) -> Iterator[str]:
    """Every text of a memo's blocks."""
    for block in blocks:
        if isinstance(block, str):
            yield block
        elif isinstance(block, tuple):
            yield from block
        else:
            yield from (block.caption, *block.header)
            yield from (cell for row in block.rows for cell in row)


@pytest.mark.parametrize(
    "text",
    [
        "Your hours are enough for 1 networks.",
        "It takes 1 people.",
        "{none} (7.0 of 10) is ahead of every network; the best is X (7.0 of 10).",
        "X is the best network (4 of 10), a tie with website first (5 of 10).",
        "there the same fee would bring 8 buyers instead of 8 buyers",
        "The stock cannot rise above 0: by then",
        "opening is worth a loss of €238",
        "2 ratio",
        "It is −0.0 h.",
        "nan h",
    ],
)
def test_the_rules_of_sentences_find_their_faults(text):
    assert list(sentences.faults(text))
