"""Class plans: checked before a lecturer relies on them; their page is made from them."""

import copy
import json
import re
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest

from helpers import context
from helpers.data import class_plans
from tools import catalogue, lecturers, notebooks

SHIPPED = context.CHECKOUT / "data" / "class" / "resources.json"
PLANS = sorted(SHIPPED.parent.glob("*.json"))
plan_files = pytest.mark.parametrize("path", PLANS, ids=lambda path: path.stem)


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    """A pack with room for class plans."""
    (tmp_path / "pack" / "class").mkdir(parents=True)
    return tmp_path / "pack"


def changed(change: Callable[[dict], object]) -> str:
    document = json.loads(SHIPPED.read_text(encoding="utf-8"))
    before = copy.deepcopy(document)
    change(document)
    assert document != before, "the test must damage the plan"
    return json.dumps(document)


def put(pack: Path, text: str) -> None:
    (pack / "class" / "resources.json").write_text(text, encoding="utf-8")


NONSENSE: dict[str, tuple[Callable[[dict], object], list[str]]] = {
    "an unknown key": (lambda d: d.update(rolls=[]), ["rolls", "not a field"]),
    "no board": (lambda d: d.pop("board"), ["board", "missing"]),
    "a board without lines": (lambda d: d.update(board=[]), ["board", "1 to 10"]),
    "a board line of spaces": (
        lambda d: d["board"].__setitem__(0, " "),
        ["board, line 1", "empty"],
    ),
    "no vote": (lambda d: d.pop("vote"), ["vote", "missing"]),
    "minutes that do not add up": (lambda d: d.update(minutes=25), ["20", "25", "agree"]),
    "minutes in words": (lambda d: d.update(minutes="20"), ["minutes", "whole number"]),
    "half a minute": (lambda d: d["steps"][0].update(minutes=0.5), ["step 1, minutes", "whole"]),
    "no minute": (lambda d: d["steps"][1].update(minutes=0), ["step 2, minutes", "whole"]),
    "true minutes": (lambda d: d["steps"][1].update(minutes=True), ["step 2, minutes", "whole"]),
    "an unknown part": (lambda d: d["steps"][2].update(part="lunch"), ["step 3, part", "vote"]),
    "a key of a step": (lambda d: d["steps"][0].update(do="x"), ["step 1, do", "not a field"]),
    "a step is a text": (lambda d: d["steps"].insert(0, "talk"), ["step 1", "group"]),
    "no steps": (lambda d: d.update(steps=[]), ["steps", "1 to 10"]),
    "steps are a text": (lambda d: d.update(steps="talk"), ["steps", "list"]),
    "one role": (lambda d: d["roles"].pop(), ["roles", "two"]),
    "an empty role": (lambda d: d["roles"][1].update(argues=" "), ["role 2, argues", "empty"]),
    "a debrief without answer": (lambda d: d["debrief"].pop("expected"), ["debrief, expected"]),
    "a debrief as text": (lambda d: d.update(debrief="Who?"), ["debrief", "group"]),
    "three lines of rubric": (lambda d: d["homework"]["rubric"].pop(), ["rubric", "four lines"]),
    "a number in it": (lambda d: d["homework"]["rubric"].__setitem__(1, 4), ["rubric, line 2"]),
    "no rubric": (lambda d: d["homework"].pop("rubric"), ["homework, rubric", "missing"]),
    "another lesson": (lambda d: d.update(lesson="why"), ["lesson", "“resources”"]),
    "a text without end": (lambda d: d.update(vote="x" * 5000), ["vote", "600"]),
}


@pytest.mark.parametrize("name", NONSENSE)
def test_nonsense_in_a_plan_is_told_and_the_courses_own_counts(name, pack):
    change, named = NONSENSE[name]
    put(pack, changed(change))
    with context.using(pack=None):
        shipped = class_plans.load("resources")
    with context.using(pack=pack):
        assert class_plans.load("resources") == shipped
        (sentence,) = class_plans.notices("resources")
    for word in ("resources.json", *named, "course's own class plan"):
        assert word in sentence, sentence


@pytest.mark.parametrize("text", ["[]", "null", "", '"x"', '{"steps": [', "[" * 900 + "]" * 900])
def test_a_damaged_plan_is_told_and_the_courses_own_counts(text, pack):
    put(pack, text)
    with context.using(pack=pack):
        assert class_plans.load("resources").minutes == 20
        (sentence,) = class_plans.notices("resources")
    assert "resources.json" in sentence


def test_a_sound_plan_of_a_pack_counts_without_a_word(pack):
    put(pack, changed(lambda d: d.update(vote="How many?")))
    with context.using(pack=pack):
        assert class_plans.load("resources").vote == "How many?"
        assert class_plans.notices("resources") == []


def test_a_lesson_without_a_plan_is_told_nothing():
    assert not class_plans.exists("contents") and class_plans.notices("contents") == []


@plan_files
def test_shipped_plans_are_sound_and_take_the_minutes_that_the_notebook_says(path):
    assert class_plans.notices(path.stem) == []
    plan = class_plans.load(path.stem)
    (notebook,) = context.NOTEBOOKS.glob(f"[0-9][0-9]_{path.stem}.ipynb")
    assert notebooks.heading(notebook).in_class == plan.minutes
    with context.using(language="en"):
        assert {step.part_name() for step in plan.steps}


@plan_files
def test_every_row_of_a_plan_bears_the_name_and_the_minutes_of_its_heading(path):
    """And every heading that says "in class" is in the plan."""
    (notebook,) = context.NOTEBOOKS.glob(f"[0-9][0-9]_{path.stem}.ipynb")
    cells = json.loads(notebook.read_text(encoding="utf-8"))["cells"]
    lines = "".join("".join(c["source"]) + "\n" for c in cells if c["cell_type"] == "markdown")
    told = re.findall(r"^##+ (.+) \*(.*in class.*)\*$", lines, re.MULTILINE | re.IGNORECASE)
    minutes = {
        name: int(re.search(r"in class\D*(\d+) minute", said, re.IGNORECASE)[1])
        for name, said in told
        if "or after class" not in said and "before class" not in said
    }
    with context.using(language="en"):
        steps = [(step.part_name(), step) for step in class_plans.load(path.stem).steps]
    planned: Counter[str] = Counter()
    for name, step in steps:
        if step.part == "debrief":
            places = ("Two memos aloud", "Decision log", "Explain")
            name = next(place for place in places if place in minutes)
        (heading,) = [one for one in minutes if one.startswith(name)]
        planned[heading] += step.minutes
    assert planned == minutes


@plan_files
def test_every_word_of_a_plan_is_there_to_be_translated(path):
    document = json.loads(path.read_text(encoding="utf-8"))
    found = {text for text, place in catalogue.document_messages(context.CHECKOUT / "data")}
    plan = class_plans.load(path.stem)
    texts = [plan.vote, *plan.board, plan.debrief, plan.expected, plan.homework, *plan.rubric]
    texts += [step.does for step in plan.steps]
    texts += [text for role in plan.roles for text in (role.name, role.argues)]
    assert set(texts) <= found and document["lesson"] not in found


def test_the_pages_for_lecturers_are_up_to_date_and_none_is_left_over():
    built = lecturers.build()
    for path, text in built.items():
        assert path.read_text(encoding="utf-8") == text, "run: python -m tools lecturers --write"
    assert set(lecturers.FOLDER.glob("*")) == set(built)


def test_the_page_names_for_each_point_the_lessons_that_teach_it_and_they_exist(data):
    text = lecturers.build()[lecturers.FOLDER / "README.md"]
    part = text.partition("## The points of the article")[2]
    rows = {line[2:5]: line for line in part.splitlines() if line.startswith("| P")}
    rows.pop("Poi")
    assert list(rows) == list(data.points.index)
    lessons = notebooks.lessons(context.NOTEBOOKS)
    everything = set(data.points.index)
    for point, line in rows.items():
        assert data.points.at[point, "point"] in line
        linked = re.findall(r"\]\(([^)]+)\.md\)", line)
        assert linked, f"{point} is taught by no lesson"
        teaching = [p.stem for p in lessons if point in notebooks.heading(p).points]
        gathering = [p.stem for p in lessons if set(notebooks.heading(p).points) == everything]
        assert linked == [name for name in teaching if name not in gathering], point
        assert len(gathering) == 1 and gathering[0] in part
