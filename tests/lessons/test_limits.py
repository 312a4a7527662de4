"""What stands after the last picture is read once: few words, and the rest is folded."""

import pytest

from helpers.lessons.popular_is_not_fit import PopularIsNotFit
from helpers.lessons.relation_not_push import RelationNotPush
from helpers.lessons.search_first import SearchFirst
from helpers.lessons.why import WhyLesson
from helpers.lessons.your_company import YourCompany
from tests.lessons.parts import notebook_of

MOST = 80
"""Words that may be read without opening a fold."""


@pytest.mark.parametrize(
    "lesson", [YourCompany, WhyLesson, PopularIsNotFit, RelationNotPush, SearchFirst]
)
def test_the_text_after_the_last_picture_is_short(lesson):
    cells = {cell["id"]: "".join(cell["source"]) for cell in notebook_of(lesson)["cells"]}
    read = cells["limits"].partition("<details>")[0].partition("\n")[2]
    assert len(read.split()) <= MOST
    (stops,) = (
        part
        for part in cells["misconception"].partition("<details>")[0].split("\n\n")
        if part.startswith("**Where the sentence stops")
    )
    assert len(stops.split()) <= MOST
    for cell in ("limits", "misconception"):
        assert cells[cell].count("<details>") == cells[cell].count("</details>") > 0
