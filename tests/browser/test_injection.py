"""A hundred texts that mean harm, in a real JupyterLab and a real browser: none runs or asks."""

from collections.abc import Iterator
from pathlib import Path

import nbformat
import pytest
from playwright.sync_api import Page

from helpers import context
from helpers.data import reading
from helpers.findings import Findings
from helpers.memo.compose import compose
from helpers.memo.html import to_html
from helpers.words import escaping
from tests import injection
from tests.browser import lab
from tests.memo.firms import TODAY
from tests.test_injection import companies

NAMES = ("02_popular_is_not_fit", "06_swot", "08_every_network_its_rules", "14_decision")
"""Lessons that together show every kind of a pack's words: terms, posts, forms, actions, doors."""
WORDS = "words.ipynb"


@pytest.fixture(scope="module")
def harmed(course: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A JupyterLab whose lessons use a pack that means harm."""
    cell = nbformat.v4.new_markdown_cell("\n\n".join(map(escaping.markdown, injection.CORPUS)))
    # ``run_all`` and ``wait_for_kernel`` look for a cell of code.
    kernel = {"kernelspec": {"name": "python3", "display_name": "Python 3"}}
    cells = [cell, nbformat.v4.new_code_cell("")]
    whole = nbformat.v4.new_notebook(cells=cells, metadata=kernel)
    nbformat.write(whole, course / "notebooks" / WORDS)
    folder = injection.pack(tmp_path_factory.mktemp("pack"))
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("COURSE_PACK", str(folder))
        with lab.jupyterlab(course, tmp_path_factory.mktemp("home")) as running:
            yield running


@pytest.fixture
def page() -> Iterator[Page]:
    """A page that lets nothing out and remembers what wanted to go out."""
    with lab.chromium() as opened:
        opened.asked = []

        def refuse(route: object) -> None:
            opened.asked.append(route.request.url)
            route.abort()

        opened.route(lambda url: injection.HOST in url, refuse)
        yield opened


def unharmed(page: Page) -> None:
    """Nothing has run, and nothing was asked for; what finds it out is tried last."""
    assert page.evaluate("() => window.ran") is None
    assert page.asked == []
    page.evaluate(
        "() => document.body.insertAdjacentHTML('beforeend', '<img src=x: onerror=window.ran=1>')"
    )
    page.wait_for_function("() => window.ran === 1")
    page.evaluate(f"() => fetch('https://{injection.HOST}/a').catch(() => 0)")
    assert page.asked == [f"https://{injection.HOST}/a"]


def test_escaped_words_are_read_in_a_notebook_as_they_stand(harmed, page):
    lab.open_notebook(page, harmed, f"notebooks/{WORDS}")
    page.locator(".jp-RenderedMarkdown p").first.wait_for()
    told = page.evaluate(
        "() => [...document.querySelectorAll('.jp-RenderedMarkdown')]"
        ".flatMap((cell) => [...cell.children]).map((node) => [node.tagName, node.textContent])"
    )
    assert [tag for tag, _text in told] == ["P"] * len(injection.CORPUS)
    assert [" ".join(text.split()) for _tag, text in told] == [
        " ".join(text.split()) for text in injection.CORPUS
    ]
    unharmed(page)


@pytest.mark.parametrize("name", NAMES)
def test_a_lesson_with_a_pack_that_means_harm_runs_nothing(harmed, page, name):
    lab.open_notebook(page, harmed, f"notebooks/{name}.ipynb")
    lab.run_all(page)
    page.locator(".byp-part").first.wait_for()
    page.evaluate("() => document.querySelectorAll('details').forEach((one) => (one.open = true))")
    for part in page.locator(".byp-part").all():
        part.scroll_into_view_if_needed()
        page.wait_for_timeout(150)
    assert "window.ran" in page.locator("body").inner_text(), "the words of the pack are shown"
    unharmed(page)


def test_memos_of_firms_that_mean_harm_run_nothing(page, tmp_path):
    with context.using(fixed_today=TODAY, language="en", pack=None):
        data = reading.load()
        for number, firm in enumerate(companies()):
            path = tmp_path / f"{number}.html"
            path.write_text(to_html(compose(Findings(firm, data))), encoding="utf-8")
            page.goto(path.as_uri())
            assert page.evaluate("() => window.ran") is None
            assert page.asked == []
    unharmed(page)
