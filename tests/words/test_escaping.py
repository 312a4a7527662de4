"""Words of data are shown as words: nothing in them runs, links, is drawn or typeset."""

import csv
import html
import json
from html.parser import HTMLParser

import mistune
import pytest

from helpers import context
from helpers.views.words import Table
from helpers.words import escaping
from tests import injection

HOSTILE = (
    *injection.CORPUS,
    "&lt;script&gt;",
    "- a list",
    "1. a list",
    "---",
    "ends in <",
    "<!-- hidden",
)
FORMULA = {"span"}
"""What a mark of a formula stands in, so that no pair of them is found."""


class Tags(HTMLParser):
    """The tags of a page, and its text."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.text = ""
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, _attributes: list) -> None:
        self.tags.append(tag)

    def handle_data(self, data: str) -> None:
        self.text += data


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_is_read_as_it_stands(text):
    render = mistune.create_markdown(escape=False, plugins=["table", "strikethrough"])
    page = Tags(render(escaping.markdown(text)))
    assert page.tags[0] == "p" and set(page.tags[1:]) <= FORMULA, page.tags
    assert page.text.strip() == " ".join(text.split())


@pytest.mark.parametrize("text", ["$x^2$ and $y$", r"\(x\)", r"\begin{align}x\end{align}", "$$x$$"])
def test_formulas_of_data_are_not_typeset(text):
    """A notebook looks for pairs of marks before Markdown, and within one element after it."""
    escaped = escaping.markdown(text)
    assert "$" not in escaped and "\\" not in escaped
    assert html.unescape(escaped).replace("<span>", "").replace("</span>", "") == text
    assert escaped.count("<span>") == text.count("$") + text.count("\\")


def shipped() -> list[str]:
    """Every word of the shipped data that is translated."""
    folder = context.CHECKOUT / "data"
    descriptor = json.loads((folder / "datapackage.json").read_text(encoding="utf-8"))
    found = []
    for resource in descriptor["resources"]:
        names = [f["name"] for f in resource["schema"]["fields"] if f.get("translatable")]
        with (folder / resource["path"]).open(encoding="utf-8", newline="") as stream:
            found += [row[name] for row in csv.DictReader(stream) for name in names]
    return found


def test_words_of_the_shipped_data_stay_as_they_are():
    for text in shipped():
        if "$" not in text:
            assert escaping.markdown(text) == text
    for text in (
        "Mastiha & Sage",
        "5 < 6",
        "<10 people",
        "first_page",
        "Thank you!",
        "−3",
        "a (b)",
    ):
        assert escaping.markdown(text) == text


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        " JavaScript:alert(1)",
        "java\nscript:alert(1)",
        "data:text/html,x",
        "file:///etc/hosts",
        "//example.org",
        "example.org",
        "http:",
        "https://[",
        "https://example.org\\@evil.example",
        "https://example.org/a b",
        "",
    ],
)
def test_an_address_that_is_none_of_the_web_is_dropped(address):
    assert escaping.url(address) == ""


def test_an_address_ends_no_link():
    assert escaping.url("https://example.org/a_(b)?c=d&e=f#g") == (
        "https://example.org/a_%28b%29?c=d&e=f#g"
    )
    hostile = escaping.url('https://example.org/"><script>)|$x$')
    assert not set('"<>()|$') & set(hostile)


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_stays_in_its_cell(text):
    table = Table("A table", ("One", "Two"), ((text, "second"),))
    render = mistune.create_markdown(escape=False, plugins=["table", "strikethrough"])
    page = Tags(render(table.to_markdown()))
    assert page.tags.count("td") == 2 and not {"script", "b", "strong"} & set(page.tags), page.tags
    assert " ".join(text.split()) in " ".join(page.text.split())
