"""The figures at a lesson's end: at once what is at hand, all while the kernel idles."""

import asyncio

from helpers import context
from helpers.lessons.decision import TheDecision
from helpers.lessons.swot import Swot
from helpers.studio import idle
from helpers.studio.page import as_html
from helpers.views import sources


def words(lesson) -> str:
    return as_html(sources.folded(lesson.tables, lesson.told()))


def test_words_that_are_saved_name_every_figure_at_once():
    lesson = Swot()
    assert as_html(lesson.sources().to_markdown()) == words(lesson)


def test_in_a_browser_a_reader_waits_for_no_figure_and_is_given_all(monkeypatch):
    monkeypatch.setattr(idle, "REST_SECONDS", 0.0)
    monkeypatch.setattr(idle, "STEP_SECONDS", 0.0)

    async def read(lesson) -> tuple[str, str]:
        part = lesson.sources()
        first = part.view.children[0].value
        while part._idle.busy:
            await asyncio.sleep(0.001)
        return first, part.view.children[0].value

    with context.using(in_browser=True):
        lesson = TheDecision()
        first, last = asyncio.run(read(lesson))
    assert "So far" in first
    assert last == words(lesson)
    for key in lesson.cited:
        assert lesson.tables.evidence[key].source in first
