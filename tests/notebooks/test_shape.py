"""The shipped notebooks: the lesson's shape, saved words, nothing that ages, links that lead."""

import itertools
import json
import re

import pytest

from helpers import context, copies
from helpers.studio.page import as_html
from tests.lessons.parts import CALL, NOTEBOOKS, lesson_classes, part_names
from tools import catalogue, notebooks

LESSONS = notebooks.lessons(NOTEBOOKS)
EVERY = [*LESSONS, *(NOTEBOOKS / n for n in (context.CONTENTS, context.CLASS, context.TRAINER))]
ids = [path.stem for path in LESSONS]
SHAPE = [
    "start",
    "predict",
    "vote",
    "example",
    "explore",
    "explain",
    "own",
    "quiz",
    "log",
    "sources",
]
lesson = pytest.mark.parametrize("path", LESSONS, ids=ids)


def source(cell: dict) -> str:
    return "".join(cell["source"])


def code_cells(path) -> list[dict]:
    return [cell for cell in notebooks.read(path)["cells"] if cell["cell_type"] == "code"]


def prose(path) -> str:
    cells = notebooks.read(path)["cells"]
    return "\n\n".join(source(cell) for cell in cells if cell["cell_type"] == "markdown")


def test_every_lesson_has_a_notebook_and_the_other_way_round():
    assert {c.slug for c in lesson_classes()} == {stem[3:] for stem in ids}


@pytest.mark.parametrize("lesson_class", lesson_classes(), ids=lambda c: c.slug)
def test_parts_come_in_the_lessons_order(lesson_class):
    names = [name for name in part_names(lesson_class) if name in SHAPE]
    assert names == SHAPE


def named(numbers: str) -> list[int]:
    """The numbers in words such as “1 and 4” or “1 to 22”."""
    found = [int(n) for n in re.findall(r"\d+", numbers)]
    return list(range(found[0], found[1] + 1)) if " to " in numbers else found


@lesson
def test_head_says_what_the_metadata_say(path):
    course = notebooks.read(path)["metadata"]["course"]
    head = source(notebooks.read(path)["cells"][0])
    assert f"{course['number']:02d}_{course['slug']}" == path.stem
    assert f"{course['minutes']} minutes; in class {course['in_class']}" in head
    numbers = re.search(r"Teaches \| Points? ([^:]+) of the article", head).group(1)
    assert [f"P{n:02d}" for n in named(numbers)] == course["points"]
    assert course["sentence"] in prose(path)
    verbs = re.findall(r"^- \*\*(\w+)", head, flags=re.MULTILINE)
    assert 2 <= len(verbs) <= 3
    assert re.search(r"\*\*(evaluate|judge|defend|formulate|adapt|justify)", head)
    assert re.search(r"facts read on 2[3-6] November 2026", head)


def test_every_point_of_the_article_is_taught_by_a_lesson(data):
    assert list(data.points.index) == [f"P{n:02d}" for n in range(1, 23)]
    taught = [
        set(notebooks.heading(path).points)
        for path in LESSONS
        if path.stem != "14_decision"  # it gathers them all
    ]
    assert set.union(*taught) == set(data.points.index)
    assert all(taught)


def test_the_contents_are_for_learners_and_leave_the_points_to_the_lecturers(data):
    text = (NOTEBOOKS / context.CONTENTS).read_text(encoding="utf-8")
    for point, row in data.points.iterrows():
        assert point not in text and row["point"] not in text


@lesson
def test_minutes_in_class_add_up_to_what_the_head_says(path):
    parts = [int(n) for n in re.findall(r"(?i)in class(?:,| ·) (\d+) minutes?\b", prose(path))]
    assert sum(parts) == notebooks.heading(path).in_class


STEPS = ("dilemma", "predict", "explore", "company", "quiz", "decide")


@lesson
def test_minutes_alone_are_told_as_the_contents_count_them(path, data):
    """Headings hold the minutes in class; where the head tells those alone, they add up."""
    head = source(notebooks.read(path)["cells"][0])
    told = re.search(r"\bAlone: (.+?) \|", head)
    if told is None:
        assert path.stem[:2] not in ("02", "07", "14")
        return
    row = data.lessons.loc[path.stem[3:]]
    counted = [int(row[f"minutes_{step}"]) for step in STEPS]
    assert [int(n) for n in re.findall(r"\d+", told[1])] == counted
    assert sum(counted) == notebooks.heading(path).minutes


@lesson
def test_one_h1_and_no_level_is_skipped(path):
    levels = [len(mark) for mark in re.findall(r"^(#+) ", prose(path), flags=re.MULTILINE)]
    assert levels.count(1) == 1 and levels[0] == 1
    assert all(b - a <= 1 for a, b in itertools.pairwise(levels))


def test_readme_lists_every_lesson_with_the_sentence_that_it_ends_on():
    told = {}
    for line in (context.CHECKOUT / "README.md").read_text(encoding="utf-8").splitlines():
        if found := re.match(r"\| \[(\d\d) (.+)]\(notebooks/(.+)\.ipynb\) \| .+ \| (.+) \|$", line):
            number, title, stem, sentence = found.groups()
            assert stem.startswith(number)
            told[stem] = (title, sentence)
    shown = {}
    for path in LESSONS:
        title = re.search(r"^# (.+?\??)(?:(?<=\?) .*|: .*)?$", prose(path), re.M)[1]
        shown[path.stem] = (
            title,
            re.search(r"\*\*Say it once aloud:\*\* \*(.+)\*", prose(path))[1],
        )
    assert told == shown


@lesson
def test_one_click_to_begin_and_the_menu_named_beside_it(path):
    head = source(notebooks.read(path)["cells"][0])
    assert 'data-commandlinker-command="notebook:run-all-cells"' in head
    assert "Run All Cells" in head


@lesson
def test_code_is_folded_and_is_a_guarded_import_and_a_call(path):
    (lesson_class,) = {c for c in lesson_classes() if c.slug == path.stem[3:]}
    for place, cell in enumerate(code_cells(path)):
        assert cell["metadata"]["jupyter"]["source_hidden"] is True
        title, part = source(cell).splitlines()[0], CALL.search(source(cell)).group(1)
        assert title.startswith("# ▶ ") and len(title) <= 45, title
        how = "running" if place else "begin"
        module = lesson_class.__module__.rpartition(".")[2]
        fresh = notebooks.cell_source(title, module, lesson_class.__name__, part, "en", how)
        assert source(cell) == fresh, "run: python -m tools notebooks --write"


@lesson
def test_words_are_saved_and_nothing_that_ages(path):
    document = notebooks.read(path)
    assert "widgets" not in document["metadata"]
    counts = [cell["execution_count"] for cell in code_cells(path)]
    assert counts == list(range(1, len(counts) + 1))
    pictures = 0
    for cell in code_cells(path):
        assert cell["outputs"], source(cell)
        for output in cell["outputs"]:
            assert output["output_type"] in ("execute_result", "display_data"), source(cell)
            data = output["data"]
            assert copies.WIDGET_VIEW not in data
            if "image/png" in data:
                pictures += 1
                assert len(data["image/png"]) < 50_000
                assert output["metadata"]["image/png"]["alt"] == "".join(data["text/plain"])
                continue
            words = "".join(data["text/plain"])
            if words and "text/html" in data:
                assert as_html(words) in "".join(data["text/html"])
            elif words:
                assert data["text/markdown"] == data["text/plain"]
            assert len(words) > 20 or "byp-mount-picture" in "".join(data["text/html"])
    assert pictures == 1, "the worked example's picture, and no other"


@lesson
def test_saved_words_keep_the_veil(path):
    """The answer at the start is folded away; the question of its firm stands before it."""
    text = {
        CALL.search(source(cell)).group(1): "".join(cell["outputs"][-1]["data"]["text/plain"])
        for cell in code_cells(path)
    }
    for name in ("explore", "explain"):
        before, _fold, _answer = text[name].partition("<details>")
        assert before.strip() and "**" not in before
        of_another_firm = before.strip() == "Predict first, then look."
        assert of_another_firm or before.strip() in text["predict"]


@lesson
def test_links_lead_somewhere(path):
    for target in re.findall(r"\]\(([^)#]+)\)", prose(path)):
        assert target.startswith("http") or (path.parent / target).is_file(), target


@lesson
def test_navigation_is_up_to_date(path):
    order = LESSONS
    document = notebooks.read(path)
    expected = notebooks.with_navigation(json.loads(json.dumps(document)), path, order)
    assert document == expected, "run: python -m tools notebooks --write"


def test_the_lecturers_notebook_is_up_to_date():
    path = NOTEBOOKS / context.CLASS
    assert path.read_text(encoding="utf-8") == notebooks.written(notebooks.class_notebook())


def test_the_trainers_notebook_is_up_to_date():
    path = NOTEBOOKS / context.TRAINER
    assert path.read_text(encoding="utf-8") == notebooks.written(notebooks.trainer_notebook())


def test_contents_are_up_to_date():
    path = NOTEBOOKS / context.CONTENTS
    assert path.read_text(encoding="utf-8") == notebooks.written(notebooks.contents())
    for lesson_path in LESSONS:
        assert lesson_path.name in path.read_text(encoding="utf-8")


@pytest.mark.parametrize("path", EVERY, ids=lambda p: p.stem)
def test_kernel_and_file_are_as_jupyter_writes_them(path):
    document = notebooks.read(path)
    assert document["metadata"]["kernelspec"]["name"] == "python3"
    assert path.read_text(encoding="utf-8") == notebooks.written(document)
    assert (document["nbformat"], document["nbformat_minor"]) == (4, 5)
    identities = [cell["id"] for cell in document["cells"]]
    assert len(set(identities)) == len(identities)


ONE_FIRM = r"firm of the dilemma|Nothing opens|[Ww]hat opens|of ten does it need"
"""What a task for any company may not take for granted."""


@lesson
def test_tasks_hold_for_any_firm(path):
    """They used to name the example's firm, and changes that an own one does not show."""
    explore = re.split(r"^## ", prose(path), flags=re.MULTILINE)
    (tasks, *_more) = [part for part in explore if re.match(r"Explore|Station one", part)]
    assert re.search(r"^1\. ", tasks, re.MULTILINE)
    assert not re.search(ONE_FIRM, tasks)


def test_blocks_split_prose_without_losing_any():
    for path in LESSONS:
        for cell in notebooks.read(path)["cells"]:
            if cell["cell_type"] == "markdown":
                assert "\n\n".join(catalogue.blocks(source(cell))) == source(cell)
