"""Every walk leads from another answer to the model's, in sentences that tell their figures."""

import pytest

from helpers import company
from helpers.company import CompanyFile
from helpers.lessons.resources import Resources
from helpers.studio.lesson import Lesson
from helpers.views.walk import Step, Walk
from helpers.views.words import bare, written
from tests.lessons.parts import OwnHours, commit, lesson_classes
from tests.lessons.test_provenance import check_quantity, check_texts

LESSONS = pytest.mark.parametrize("lesson_class", lesson_classes(), ids=lambda c: c.slug)
SHARES = {"share", "fine share", "score", "tenths", "fine tenths", "fraction", "level"}
"""Units of figures from 0 to 1: on one scale with anything else they could not be seen."""


def check_walk(lesson: Lesson, data) -> None:
    """Whatever is true of every walk, for the present company."""
    walk = lesson.walked()
    if walk is None:
        return
    first, last = walk.result[walk.steps[0].key], walk.result[walk.steps[-1].key]
    assert written(first) != written(last), "the naive answer is the model's"
    assert bare(last) == bare(lesson.truth()), "the walk ends elsewhere than the answer"
    units = {walk.result[step.key].unit for step in walk.steps}
    assert len(units) == 1 or not units & SHARES, units
    for step in walk.steps:
        assert bare(walk.result[step.key]) in step.words, (step.key, step.words)
    for key in walk.result:
        check_quantity(walk.result[key], data)
        assert walk.result[key].sources <= walk.result.sources
    quoted = tuple(walk.result[key] for key in walk.result)
    check_texts([*(step.words for step in walk.steps), walk.why], quoted, [])


@LESSONS
def test_walk_tells_its_figures_and_ends_at_the_answer(lesson_class, data):
    check_walk(lesson_class(), data)


@LESSONS
@pytest.mark.parametrize("case", company.cases())
def test_walk_of_every_case_firm(lesson_class, case, data):
    document = company.case_document(case)
    document.pop("schema_version")
    CompanyFile().save(document)
    check_walk(lesson_class(), data)


def test_a_walk_stands_between_the_answer_and_the_why_and_follows_the_company():
    lesson = OwnHours()
    explain = lesson.explain()
    assert not explain.opened and "byp-walk" not in str(explain.view.children[0].value)
    commit(lesson)
    headline, walk = explain.view.children[0].children
    assert "7.6 hours a week" in headline.headline
    assert (
        walk.value.index("0.4\xa0h") < walk.value.index("7.6\xa0h") < walk.value.index("Kahneman")
    )
    lesson.save({"networks": ["facebook"]})
    changed = explain.view.children[0].children[1].value
    assert changed != walk.value and lesson.walked().figures()[-1] in changed


def test_a_firm_without_a_network_has_no_walk():
    lesson = OwnHours()
    lesson.save({"networks": []})
    assert lesson.walked() is None
    commit(lesson)
    assert len(lesson.explain().view.children[0].children) == 1
    assert lesson.failures == []


def test_hours_add_up_from_pressing_post_to_all_that_is_required():
    result = OwnHours().walked().result
    kinds = ("making", "listening", "answering", "planning")
    so_far = 0.0
    for kind in kinds:
        so_far += result.value(f"{kind}.more")
        assert result.value(f"{kind}.sum") == pytest.approx(so_far)
    as_printed = round(result.value("required"), 1)
    assert as_printed == pytest.approx(so_far + result.value("rest.more"))
    assert result.value("pressing") == pytest.approx(2.25 * 10 / 60)
    assert result.value("required") == pytest.approx(7.586, abs=1e-3)


def test_the_check_catches_a_walk_that_ends_elsewhere_or_tells_another_figure(data):
    class Elsewhere(Resources):
        def walk(self) -> Walk:
            walk = super().walk()
            return Walk(walk.result, walk.steps[:-1], walk.why)

    class Silent(Resources):
        def walk(self) -> Walk:
            walk = super().walk()
            last = Step("In all it is much.", walk.steps[-1].key)
            return Walk(walk.result, (*walk.steps[:-1], last), walk.why)

    for broken in (Elsewhere, Silent):
        with pytest.raises(AssertionError):
            check_walk(broken(), data)
