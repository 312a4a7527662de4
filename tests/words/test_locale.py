"""Words: everything a learner sees goes through the catalogue, numbers through Babel."""

import ast
import html
import re
from collections.abc import Iterator
from datetime import date
from functools import cache
from gettext import NullTranslations
from pathlib import Path

import ipywidgets as widgets
import pytest
from matplotlib.figure import Figure
from matplotlib.text import Text as Artist

from helpers import context
from helpers.company import documents
from helpers.studio.controls import Dial
from helpers.studio.part import Stage
from helpers.studio.studio import Studio
from helpers.views.canvas import Look, new_figure
from helpers.words import locale
from tests.lessons.parts import all_parts, commit, lesson_classes
from tools import catalogue


class Marked(NullTranslations):
    """Stands in for a translation: brackets around every message that was looked up."""

    def gettext(self, message: str) -> str:
        return f"⟦{message}⟧"

    def ngettext(self, one: str, many: str, number: int) -> str:
        return f"⟦{one if number == 1 else many}⟧"


@pytest.fixture
def marked(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A catalogue that marks all it is asked for; what was kept in other words is forgotten."""
    monkeypatch.setattr(locale, "_catalogue", lambda language: Marked())
    documents._case.cache_clear()
    yield
    documents._case.cache_clear()


def widget_words(widget: widgets.Widget) -> Iterator[str]:
    """Every text of a widget and its children that can be read."""
    if isinstance(widget, Stage):
        yield from (widget.headline, widget.alt, widget.trouble, widget.remarks, widget.table)
    elif isinstance(widget, Dial):
        yield from (widget.label, widget.hint, widget.unit, widget.refusal)
    elif isinstance(widget, widgets.Box):
        for child in widget.children:
            yield from widget_words(child)
    else:
        yield getattr(widget, "description", "")
        yield getattr(widget, "placeholder", "") or ""
        yield getattr(widget, "tooltip", "") or ""
        if isinstance(widget, widgets.HTML | widgets.Text | widgets.Textarea):
            yield widget.value
        for option in getattr(widget, "options", ()):
            yield str(option[0])


def picture_words(studio: Studio) -> Iterator[str]:
    figure: Figure = new_figure(Look(), 400)
    view = studio._canvas.view
    view.build(figure, studio.result)
    view.update(studio.result)
    said = ""
    for artist in figure.findobj(Artist):
        if artist.get_visible():
            # A long message goes on in the next line of a picture.
            goes_on = said.count("⟦") > said.count("⟧") and not said.endswith("…")
            if not goes_on:
                yield said
            said = f"{said} {artist.get_text()}" if goes_on else artist.get_text()
    yield said


def unmarked(text: str) -> str:
    """What is left of a text when tags, links and looked-up messages are taken away.

    A name that a picture has shortened ends with an ellipsis in place of its bracket.
    """
    text = html.unescape(re.sub(r"<[^>]+>|\]\([^)]*\)", " ", text))
    before = None
    while before != text:
        before, text = text, re.sub(r"⟦[^⟦⟧]*(?:⟧|…$)", " ", text)
    return text


# Publishers stand as they call themselves; addresses and units are no words.
NO_WORDS = re.compile(r"\b(h|min)\b")


@pytest.mark.parametrize("lesson_class", lesson_classes(), ids=lambda c: c.slug)
def test_no_word_escapes_the_catalogue(lesson_class, marked, data):
    lesson = lesson_class()
    commit(lesson)
    publishers = sorted({e.publisher for e in data.evidence.values()}, key=len, reverse=True)
    for name, part in all_parts(lesson).items():
        texts = [part.to_markdown(), *widget_words(part.view if hasattr(part, "view") else Stage())]
        for text in texts:
            for publisher in publishers:
                text = text.replace(publisher, " ")
            left = re.findall(r"[^\W\d_]{2,}", NO_WORDS.sub(" ", unmarked(text)))
            assert not left, (name, left[:5], text[:300])
    for name, make in lesson.studios().items():
        # The names of days are Babel's, in the language of the context.
        for text in set(picture_words(make())) - set(locale.weekdays()):
            left = re.findall(r"[^\W\d_]{2,}", unmarked(text))
            assert not left, (name, left, text)


@cache
def code() -> dict[Path, ast.Module]:
    """Every module of the package."""
    paths = context.PACKAGE.rglob("*.py")
    return {path: ast.parse(path.read_text(encoding="utf-8")) for path in paths}


def lookups(part: ast.AST) -> Iterator[ast.Call]:
    """The calls of ``_`` and ``plural`` in a part of the code."""
    for node in ast.walk(part):
        named = isinstance(node, ast.Call) and isinstance(node.func, ast.Name)
        if named and node.func.id in ("_", "plural"):
            yield node


def test_nothing_is_looked_up_while_a_module_is_imported():
    """A module-level ``_("…")`` would keep the language of the first import."""
    for path, tree in code().items():
        inside = {
            call
            for function in ast.walk(tree)
            if isinstance(function, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda)
            for call in lookups(function)
        }
        for call in lookups(tree):
            assert call in inside, f"{path.name}, line {call.lineno}"


def test_messages_are_literals_so_that_they_can_be_collected():
    """``_(variable)`` is allowed for words of data only, never for a formatted string."""
    for path, tree in code().items():
        for call in lookups(tree):
            formatted = isinstance(call.args[0], ast.JoinedStr | ast.BinOp)
            assert not formatted, f"{path.name}, line {call.lineno}"


def test_no_message_is_looked_up_inside_an_f_string():
    """Which Python reads the code decides whether Babel finds it there: a word would be lost."""
    found = {
        f"{path.name}, line {call.lineno}"
        for path, tree in code().items()
        for text in ast.walk(tree)
        if isinstance(text, ast.JoinedStr)
        for call in lookups(text)
    }
    assert found == set()


@pytest.fixture(scope="module")
def template() -> dict[Path, str]:
    """The catalogue's template as it should be on disk."""
    with context.using(language="en", pack=None):
        return catalogue.build()


def test_catalogue_template_is_up_to_date(template):
    for path, text in template.items():
        assert path.read_text(encoding="utf-8") == text, "run: python -m tools catalogue --write"


def test_catalogue_holds_code_data_and_notebooks(template):
    text = next(iter(template.values()))
    for place in ("src/helpers/views/gap.py", "data/networks.csv", "data/company.schema.json"):
        assert place in text
    assert "notebooks/09_resources.ipynb" in text and "data/quizzes/why.json" in text


def test_numbers_follow_the_language():
    assert locale.number(1234.56, 1) == "1,234.6"
    assert locale.number(-0.04, 1) == "0.0"
    assert locale.number(-2, 0) == "\N{MINUS SIGN}2"
    assert locale.day(date(2026, 11, 23)) == "23 November 2026"
    assert locale.weekdays()[0] == "Monday" and locale.fine_percent(0.0044) == "0.44%"
    with context.using(language="el"):
        assert locale.weekdays()[0] == "Δευτέρα"
        assert locale.number(1234.56, 1) == "1.234,6"
        assert locale.euros(1234) == "€1.234"
        assert "Νοεμβρίου" in locale.day(date(2026, 11, 23))


def test_listing():
    assert locale.listing([]) == ""
    assert locale.listing(["a"]) == "a"
    assert locale.listing(["a", "b", "c"]) == "a, b and c"


# What looks like a noun in the plural and is none; and nouns behind figures that are never a
# bare one: points of fit keep their tenth, readings and times stand behind "7 in 10".
VERBS = (
    r"is|was|has|does|comes|answers|hangs|opens|fits|spends|wants|reaches|takes|beats|thinks|lies|"
    r"buys|brings|stays|gets|wins|forgets|tries|promises|as|less|this"
)
NEVER_ONE = r"points|readings|times"
NAMES = {"file", "path", "client", "company", "network", "who", "name", "folder", "away", "inside"}
"""Placeholders that hold a name: what follows is a verb."""
MANY = {
    "most",
    "served",
    "posts",
    "figure",
    "met",
    "actions",
    "aims",
    "all",
    "networks",
    "count",
    "of_ten",
    "of_hundred",
    "firms",
    "pages",
    "share",
}
"""Placeholders of numbers that are never one: fourteen actions, seven aims, "1 of 10"; 1% links."""


def test_a_number_before_a_noun_is_looked_up_in_the_plural():
    """``{number} posts`` in a message of one form would read "1 posts"."""
    wrong = []
    for message, place in catalogue.code_messages():
        if isinstance(message, tuple):
            continue
        for name, word in re.findall(
            r"\{(\w+)\} (?:(?:more|different|further|named) )?(\w+s|people)\b", message
        ):
            if name not in NAMES | MANY and not re.fullmatch(f"{VERBS}|{NEVER_ONE}", word):
                wrong.append((place, message))
    assert wrong == []


def test_number_and_noun_agree_as_printed():
    for value, digits, said in (
        (1, 0, "post"),
        (1.0, 0, "post"),
        (0.96, 0, "post"),
        (0.96, 1, "posts"),
        (1.0, 1, "posts"),
        (1.4, 0, "post"),
        (0, 0, "posts"),
        (2, 0, "posts"),
    ):
        assert locale.plural("post", "posts", value, digits) == said, (value, digits)
    assert locale.counted("{number} post", "{number} posts", 1.0) == "1 post"


def test_each_language_says_itself_what_counts_as_one(monkeypatch):
    """Greek says one of 1.0 as well, English does not: the language decides, not the code."""

    class Two(NullTranslations):
        def ngettext(self, one: str, many: str, number: int) -> str:
            return one if number == 1 else many

    monkeypatch.setattr(locale, "_catalogue", lambda language: Two())
    assert locale.plural("post", "posts", 1.0, 1) == "posts"
    with context.using(language="el"):
        assert locale.plural("ανάρτηση", "αναρτήσεις", 1.0, 1) == "ανάρτηση"
        assert locale.plural("ανάρτηση", "αναρτήσεις", 1.2, 1) == "αναρτήσεις"
