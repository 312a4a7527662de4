"""Texts of exercises: a pack may replace them; what is wrong with them is one sentence."""

import copy
import json
from collections.abc import Callable
from pathlib import Path

import pytest

from helpers import context
from helpers.data import quizzes, reading, texts
from helpers.data.tables import TableError
from helpers.lessons.popular_is_not_fit import PopularIsNotFit
from helpers.lessons.swot import Swot
from helpers.lessons.voice_and_groups import VoiceAndGroups
from helpers.words import locale
from tests.lessons.parts import lesson_classes
from tools import catalogue

SHIPPED = context.CHECKOUT / "data" / "texts"


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    """A pack with room for texts."""
    (tmp_path / "pack" / "texts").mkdir(parents=True)
    return tmp_path / "pack"


def document(name: str) -> dict:
    return json.loads((SHIPPED / f"{name}.json").read_text(encoding="utf-8"))


def put(pack: Path, name: str, change: Callable[[dict], object]) -> None:
    """A changed copy of the course's texts in the pack."""
    changed = document(name)
    before = copy.deepcopy(changed)
    change(changed)
    assert changed != before, "the test must change the texts"
    text = json.dumps(changed, ensure_ascii=False)
    (pack / "texts" / f"{name}.json").write_text(text, encoding="utf-8")


def told(pack: Path, name: str) -> str:
    """The one sentence about the pack's texts; the course's own must be read."""
    with context.using(pack=pack):
        assert texts.load(name) == document(name)
        (sentence,) = texts.notices(name)
    assert f"{name}.json" in sentence and "course's own texts" in sentence
    return sentence


KIT = "kit"
"""What the lecturer's kit says; no lesson reads it."""


@pytest.mark.parametrize("path", sorted(SHIPPED.glob("*.json")), ids=lambda p: p.stem)
def test_shipped_texts_are_sound_read_by_one_lesson_and_collected_for_translators(path):
    assert texts.notices(path.stem) == [] and texts.load(path.stem) == document(path.stem)
    readers = [lesson for lesson in lesson_classes() if path.stem in lesson.texts]
    assert len(readers) == (path.stem != KIT)
    collected = {m for m, place in catalogue.document_messages(SHIPPED.parent)}
    assert set(texts.messages(document(path.stem))) <= collected


def test_keys_are_no_words_and_plural_texts_stay_together():
    found = list(
        texts.messages({"a": [{"key": "k", "name": "A"}], "b": {"one": "1", "other": "n"}})
    )
    assert found == ["A", ("1", "n")]


def test_texts_are_said_in_the_language_of_the_lesson(monkeypatch):
    monkeypatch.setattr(texts, "_", str.upper)
    found = texts.load("tone")
    assert found["rubric"][0].isupper() and found["situations"][0]["key"] == "job"
    silent = texts.load("swot")["seeds"]["silent"]["proof"]
    assert silent == document("swot")["seeds"]["silent"]["proof"], "looked up with its number"

    def greek(one: str, other: str, number: float) -> str:
        assert (one, other, number) == (*silent.values(), 3)
        return "{count} μήνες"

    monkeypatch.setattr(locale, "plural", greek)
    assert texts.said(silent, 3, count="3") == "3 μήνες"


def test_a_text_agrees_with_its_number():
    proof = document("swot")["seeds"]["silent"]["proof"]
    assert texts.said(proof, 1, count="1") == "The page is silent for 1 month"
    assert texts.said(proof, 14, count="14") == "The page is silent for 14 months"
    assert texts.said("{a} of 4", 0, a="3") == "3 of 4"


NONSENSE: dict[str, tuple[str, Callable[[dict], object], list[str]]] = {
    "a text is missing": (
        "tone",
        lambda d: d["situations"][1].pop("way"),
        ["field situations.2.way", "missing"],
    ),
    "a group is missing": ("swot", lambda d: d.pop("seeds"), ["field seeds", "missing"]),
    "a list is a text": (
        "tone",
        lambda d: d.update(rubric="Be nice."),
        ["field rubric", "list of 1 to 20 entries"],
    ),
    "an empty list": ("tone", lambda d: d.update(situations=[]), ["field situations", "list"]),
    "an endless list": ("tone", lambda d: d.update(rubric=["a"] * 21), ["field rubric", "list"]),
    "an empty text": ("tone", lambda d: d.update(rubric=["  "]), ["field rubric", "empty"]),
    "a number": ("tone", lambda d: d.update(rubric=[7]), ["field rubric", "quotation marks"]),
    "too long": ("tone", lambda d: d.update(rubric=["x" * 601]), ["field rubric", "600"]),
    "an entry is a text": (
        "tone",
        lambda d: d["situations"].append("x"),
        ["field situations.3", "group of fields"],
    ),
    "a list entry is a group": (
        "tone",
        lambda d: d["rubric"].append({}),
        ["field rubric.5", "quotation marks"],
    ),
    "one key twice": (
        "tone",
        lambda d: d["situations"][1].update(key="job"),
        ["field situations", "“job”", "twice"],
    ),
    "a key is a list": (
        "tone",
        lambda d: d["situations"][1].update(key=["job"]),
        ["field situations.2.key", "quotation marks"],
    ),
    "a field that nobody fills": (
        "swot",
        lambda d: d["seeds"]["able"].update(text="We can {grade}"),
        ["field seeds.able.text", "{grade}", "{format}"],
    ),
    "a field in a text without any": (
        "swot",
        lambda d: d["seeds"]["alone"].update(text="{0} does it all"),
        ["field seeds.alone.text", "{0}"],
    ),
    "a field that asks for more": (
        "swot",
        lambda d: d["seeds"]["able"].update(text="{format:>99999}"),
        ["field seeds.able.text", "{format}"],
    ),
    "a brace alone": (
        "swot",
        lambda d: d["seeds"]["able"].update(text="{format of 4"),
        ["field seeds.able.text", "brace"],
    ),
    "no plural": (
        "swot",
        lambda d: d["seeds"]["silent"].update(proof="Silent for {count} months"),
        ["field seeds.silent.proof", "group of fields"],
    ),
}


@pytest.mark.parametrize("name", NONSENSE)
def test_nonsense_in_texts_is_told_and_the_courses_own_are_used(name, pack):
    file, change, named = NONSENSE[name]
    put(pack, file, change)
    sentence = told(pack, file)
    for word in named:
        assert word in sentence, sentence


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ('{"example": ', "row 1"),
        ("[]", "group of fields"),
        ("null", "group of fields"),
        ("", "empty"),
        ("[" * 900 + "]" * 900, "deep"),
        ('{"example": "a", "example": "b"}', "twice"),
    ],
)
def test_damaged_texts_are_told_and_the_courses_own_are_used(text, named, pack):
    (pack / "texts" / "tone.json").write_text(text, encoding="utf-8")
    assert named in told(pack, "tone")


def test_without_any_sound_copy_there_is_one_sentence(tmp_path, monkeypatch):
    monkeypatch.setattr(context.Context, "data_folders", property(lambda self: (tmp_path,)))
    with pytest.raises(TableError, match=r"texts/tone\.json was not found; restore it"):
        texts.load("tone")
    (tmp_path / "texts").mkdir()
    (tmp_path / "texts" / "tone.json").write_text("{")
    with pytest.raises(TableError, match="damaged"):
        texts.load("tone")
    assert "damaged" in texts.notices("tone")[0]
    with pytest.raises(TableError, match=r"quizzes/why\.json was not found"):
        quizzes.load("why")


def test_exercises_say_the_texts_of_a_pack(pack):
    put(pack, "tone", lambda d: d.update(rubric=["It is true."], situations=d["situations"][1:]))
    put(pack, "swot", lambda d: d["seeds"]["able"].update(text="What we can: {format}"))
    with context.using(pack=pack):
        assert reading.load().notices == ()
        voice, swot = VoiceAndGroups(), Swot()
        assert voice.notices == swot.notices == []
        rewrite = voice.rewrite()
        assert [check.description for check in rewrite.checks] == ["It is true."]
        assert rewrite.situation.value == "success"
        lines = [line["text"].value for line in swot.board().lines["strength"]]
    assert "What we can: Text" in lines


def test_a_lesson_tells_of_damaged_texts_and_shows_its_own(pack):
    (pack / "texts" / "tone.json").write_text("{", encoding="utf-8")
    with context.using(pack=pack):
        lesson = VoiceAndGroups()
        assert "tone.json, row 1" in lesson.start().to_markdown()
        assert "early shift" in lesson.rewrite().to_markdown() and lesson.failures == []
        assert PopularIsNotFit().notices == []


def test_a_checkouts_own_texts_are_its_pattern_beside_an_older_installed_copy(
    tmp_path, monkeypatch
):
    """After an update of the checkout the copy from the last set-up may still lie there."""
    newer, older = tmp_path / "newer", tmp_path / "older"
    for folder, field in ((newer, "added"), (older, "removed")):
        (folder / "texts").mkdir(parents=True)
        (folder / "texts" / "tone.json").write_text(json.dumps({field: "a word"}))
    monkeypatch.setattr(context.Context, "data_folders", property(lambda self: (newer, older)))
    assert texts.load("tone") == {"added": "a word"} and texts.notices("tone") == []
