"""How far the learner is, by the company file alone; the ways and their minutes."""

import csv
import json
import re

import pytest

from helpers import company, context, progress
from helpers.company import CompanyFile
from helpers.data import quizzes
from helpers.lessons.contents import Contents
from helpers.progress import BEGUN, DONE, NEW, STEPS
from helpers.views.home import HomePage
from helpers.views.home_words import duration
from tests.lessons.parts import NOTEBOOKS, commit, lesson_classes
from tools import notebooks

CASES = sorted(company.cases())
LESSONS = {path.stem[3:]: path for path in notebooks.lessons(NOTEBOOKS)}
DAY = "2026-11-23"


def answered(lesson: str) -> dict[str, int]:
    return {f"quizzes.{lesson}.{item.key}": 0 for item in quizzes.load(lesson)}


def everything(lesson: str, about: str) -> dict[str, object]:
    """What a learner saves in the whole of a lesson."""
    return {
        f"predictions.{lesson}[]": {"value": 3, "about": about, "confidence": 0.5},
        f"own_tasks.{lesson}": DAY,
        **answered(lesson),
        f"decisions.{lesson}": {"choice": "go", "reason": "3 of 10"},
    }


def saved(changes: dict[str, object]) -> company.Company:
    return CompanyFile().save(changes)[0]


def test_a_fresh_learner_is_nowhere_and_begins_with_the_first_lesson(data):
    known, _notice = CompanyFile().load()
    course = progress.course(known, data)
    assert {one.status for one in course.lessons} == {NEW}
    assert (course.next.lesson, course.next.next) == ("your_company", "dilemma")
    assert course.left == course.way.minutes
    assert not CompanyFile().path.exists()


@pytest.mark.parametrize("case", CASES)
def test_each_answer_moves_the_learner_one_step_on_with_any_example(case):
    saved({**company.case_document(case)})
    about = f"case:{case}"
    steps = [
        ("explore", {"predictions.why[]": {"value": 3, "about": about, "confidence": 0.5}}),
        ("quiz", {"own_tasks.why": DAY}),
        ("decide", answered("why")),
        ("", {"decisions.why": {"choice": "go", "reason": "3 of 10"}}),
    ]
    for following, changes in steps:
        one = progress.of(saved(changes), "why")
        assert one.next == following
        assert one.status == (BEGUN if following else DONE)
        assert one.done == STEPS[: STEPS.index(following) if following else None]
    assert progress.of(saved({}), "resources").status == NEW


def test_an_own_company_has_its_own_predictions_and_a_half_answered_quiz_is_open():
    known = saved({**company.case_document("hotel"), **everything("why", "case:hotel")})
    assert progress.of(known, "why").status == DONE
    known = saved({"name": "Bakery", "invented": False, "identity": "Bakery"})
    one = progress.of(known, "why")
    assert (one.status, one.next) == (BEGUN, "predict")
    first = next(iter(answered("why")))
    known = saved({"quizzes": {}, first: 0, "own_tasks": {}, "decisions": {}})
    one = progress.of(known, "why")
    assert (one.done, one.next) == (("dilemma",), "predict")


def test_where_a_later_step_was_taken_first_the_missing_one_is_next():
    known = saved({"decisions.swot": {"choice": "go", "reason": "4"}})
    one = progress.of(known, "swot")
    assert (one.status, one.next) == (BEGUN, "predict")
    assert progress.of(known, "swot", ("company", "decide")).next == "company"


def test_a_lesson_that_is_begun_comes_before_new_ones_and_done_ones_are_passed(data):
    known = saved({"predictions.why[]": {"value": 3, "about": "case:machine_parts"}})
    assert progress.course(known, data).next.lesson == "why"
    # A way that asks for another step of it keeps to its own order.
    assert progress.course(known, data, "hour").next.lesson == "your_company"
    known = saved(everything("your_company", "case:machine_parts"))
    known = saved(everything("why", "case:machine_parts"))
    assert progress.course(known, data).next.lesson == "popular_is_not_fit"
    assert progress.course(known, data, "hour").left == 35


def test_the_end_of_every_way_is_reached(data):
    about = "case:machine_parts"
    for lesson in LESSONS:
        known = saved(everything(lesson, about))
    for way in progress.ways(data):
        course = progress.course(known, data, way)
        assert (course.next, course.left) == (None, 0)


# The tables behind it -------------------------------------------------------------------


def test_the_table_of_lessons_says_what_the_notebooks_say(data):
    assert list(data.lessons.index) == list(LESSONS)
    for lesson, path in LESSONS.items():
        head, row = notebooks.heading(path), data.lessons.loc[lesson]
        assert row["number"] == head.number
        assert progress.minutes_of(data, lesson) == head.minutes, lesson
        assert row["in_class"] == head.in_class, lesson


HEADINGS = {
    "dilemma": r"The dilemma",
    "predict": r"Predict|Your first guess",
    "company": r"Your company|Your own company|Your own SWOT",
    "quiz": r"Quiz",
    "decide": r"Decision log",
}


def test_no_step_takes_less_alone_than_its_heading_says(data):
    for lesson, path in LESSONS.items():
        cells = notebooks.read(path)["cells"]
        prose = "\n".join("".join(c["source"]) for c in cells if c["cell_type"] == "markdown")
        for step, words in HEADINGS.items():
            found = re.search(rf"^## (?:{words}).*?(\d+) minutes?", prose, re.MULTILINE)
            assert found, (lesson, step)
            assert data.lessons.at[lesson, f"minutes_{step}"] >= int(found[1]), (lesson, step)


def told_ways(data):
    known = CompanyFile().load()[0]
    words = HomePage(data, known, "x", progress.course(known, data), saved=False)
    return words.ways_told(lambda link: link.words)


def test_ways_add_up_and_the_short_one_is_an_hour_that_ends_with_the_memo(data):
    ways = progress.ways(data)
    # Added up from the file itself, step by step.
    folder = context.CHECKOUT / "data"
    with (folder / "lessons.csv").open(encoding="utf-8", newline="") as stream:
        lessons = {row["lesson"]: row for row in csv.DictReader(stream)}
    with (folder / "ways.csv").open(encoding="utf-8", newline="") as stream:
        asked = [
            (row["way"], row["lesson"], row["steps"].split()) for row in csv.DictReader(stream)
        ]
    alone = dict.fromkeys(ways, 0)
    for way, lesson, steps in asked:
        alone[way] += sum(int(lessons[lesson][f"minutes_{step}"]) for step in steps)
    in_class = sum(
        int(lessons[lesson]["in_class"]) for way, lesson, _s in asked if way == "sessions"
    )
    sums = {key: way.minutes for key, way in ways.items()}
    assert sums == {**alone, "sessions": in_class} and list(sums) == list(dict.fromkeys(sums))
    assert sums["hour"] == 60 < sums["owner"] < sums["all"]
    said = {key: size for key, (_name, size, _links) in zip(ways, told_ways(data), strict=True)}
    for key, minutes in sums.items():
        assert said[key].startswith(duration(minutes)), key
    assert " in class, " in said["sessions"] and " in class" not in said["owner"]
    assert list(ways["all"].lessons) == list(LESSONS)
    for way in ways.values():
        assert list(way.lessons)[-1] == "decision"
        assert "decide" in way.lessons["decision"]
    schema = company.schema()["properties"]["way"]
    assert schema["enum"] == list(ways) and schema["default"] in ways


def test_duration_is_said_in_minutes_up_to_an_hour_and_a_half():
    said = [duration(minutes) for minutes in (60, 75, 120, 405)]
    assert said == ["60 min", "75 min", "2 h", "6 h 45 min"]


IN_WORDS = (
    *("nought", "one", "two", "three", "four", "five", "six"),
    *("seven", "eight", "nine", "ten", "eleven", "twelve"),
)


def test_every_lesson_has_a_short_dilemma_that_does_not_tell_its_answer(data):
    assert data.lessons["dilemma"].is_unique
    for lesson_class in lesson_classes():
        line = data.lessons.at[lesson_class.slug, "dilemma"]
        topic = data.lessons.at[lesson_class.slug, "topic"]
        assert 10 < len(line) <= 52 and len(topic) <= 12, line
        head = notebooks.read(LESSONS[lesson_class.slug])["metadata"]["course"]
        assert head["sentence"] not in line, "the motto answers"
        told = {int(n) for n in re.findall(r"\d+", line)}
        told |= {n for n, word in enumerate(IN_WORDS) if re.search(rf"\b{word}\b", line.lower())}
        for case in CASES:
            CompanyFile().save({**company.case_document(case)})
            answer = round(lesson_class().truth().value)
            assert answer not in told, (line, case, answer)


# The hour ---------------------------------------------------------------------------------


def test_the_hour_ends_in_a_memo_of_ones_own(data):
    """Only what the way asks for is done, in its order, by somebody with no company file."""
    classes = {c.slug: c for c in lesson_classes()}
    for lesson, steps in progress.ways(data)["hour"].lessons.items():
        for step in steps:
            opened = classes[lesson]()
            if step == "predict":
                commit(opened)
            elif step == "decide":
                log = opened.log()
                log.reason.value = "2.5 hours a week are too few"
                log.button.click()
            elif lesson == "your_company":
                form = opened.form()
                form.fields["name"].value = "Bakery Lemoni"
                form.button.click()
            else:
                opened.own().button.click()
                if lesson == "why":
                    opened.objective().button.click()
            assert step in progress.of(opened.company, lesson).done, (lesson, step)
    course = progress.course(CompanyFile().load()[0], data, "hour")
    assert (course.next, course.left) == (None, 0)
    words = HomePage(data, opened.company, "", course, saved=True)
    assert words.go_on().words == "Go on with 14: write the memo"
    path = classes["decision"]().memo().write(".html")
    text = path.read_text(encoding="utf-8")
    assert "Bakery Lemoni" in text and "2.5 hours a week are too few" in text
    CompanyFile().save({"way": "hour"})
    home = Contents("en").home()
    assert home.words().go_on().words == f"Open {path.name}"
    assert "case:" not in json.dumps(home.words().html(live=True))
