"""A part of a lesson: widgets for a live kernel, the same words in Markdown for none."""

import asyncio
import html
import inspect
import os
from collections.abc import Awaitable, Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import RLock
from typing import Self
from urllib.parse import quote

import anywidget
import ipywidgets as widgets
import traitlets

from helpers import context, look
from helpers.company import CompanyError
from helpers.data.tables import TableError
from helpers.models.result import Result
from helpers.studio.page import FRONT, Page, sheet
from helpers.views.canvas import Canvas, Look
from helpers.words.locale import _


class Stage(anywidget.AnyWidget):
    """A picture, its headline (a live region), remarks and a folded table, in one message.

    Also the place for a sentence that answers a click: a stage without a picture. ``rest``
    is what the headline rests on, which comes later. ``screen`` is told by the browser:
    width, pixel ratio and theme. With ``arrive`` the page scrolls to the stage when it
    appears, and stays there until the reader acts.
    """

    _esm = FRONT / "stage.js"
    _css = sheet("stage", "walk")

    image = traitlets.Bytes().tag(sync=True)
    alt = traitlets.Unicode().tag(sync=True)
    width = traitlets.Int(look.EYE).tag(sync=True)
    height = traitlets.Int(400).tag(sync=True)
    headline = traitlets.Unicode().tag(sync=True)
    trouble = traitlets.Unicode().tag(sync=True)
    remarks = traitlets.Unicode().tag(sync=True)
    table = traitlets.Unicode().tag(sync=True)
    rest = traitlets.Unicode().tag(sync=True)
    figures = traitlets.Unicode().tag(sync=True)
    widths = traitlets.List(list(look.WIDTHS)).tag(sync=True)
    screen = traitlets.Dict().tag(sync=True, echo_update=False)
    arrive = traitlets.Bool(False).tag(sync=True)

    error: Exception | None = None
    """What the last press of a button ended in, for tests; the learner has read a sentence."""

    def __init__(self, **values: object) -> None:
        # A kernel hears of the screen in one thread and of controls in another: what one of
        # them holds back, the other would lose.
        self._telling = RLock()
        super().__init__(figures=_("The figures"), **values)

    @contextmanager
    def hold_sync(self) -> Iterator[None]:
        """Tell what is set within in one message, one teller at a time."""
        with self._telling, super().hold_sync():
            yield

    def fitting(self) -> Look | None:
        """The look that the screen wants; None until a browser shows the stage."""
        if not (screen := self.screen):
            return None
        language = context.current().language
        return Look.fitting(screen["width"], screen["ratio"], screen["theme"], language)

    def draw(self, canvas: Canvas, result: Result) -> None:
        """The picture of a result; nothing is drawn unseen."""
        if (wanted := self.fitting()) is None:
            return
        with self.hold_sync():
            self.width, self.height = wanted.width, canvas.view.height(result, wanted.width)
            self.image = canvas.png(result, wanted)

    def focus(self) -> None:
        """Move the keyboard's focus to the headline, where what had it has gone."""
        self.send({"focus": True})


class Part:
    """What a notebook cell returns. Subclasses set ``view`` and say ``to_markdown``."""

    view: widgets.DOMWidget
    _page: Page | None = None
    _name = ""

    def put_on(self, page: Page, name: str) -> Self:
        """Show this part on a page, in the mount of this name."""
        self._page, self._name = page, name
        return self

    def to_markdown(self) -> str:
        """The words that a reader without a kernel sees."""
        raise NotImplementedError

    def _repr_mimebundle_(self, include=None, exclude=None) -> dict:
        page = self._page or Page()
        return page.bundle(self._name or "part", self.view, self.to_markdown())


def trouble(error: Exception) -> str:
    """One calm sentence for a learner."""
    if isinstance(error, TableError | CompanyError | traitlets.TraitError):
        return str(error)
    return _(
        "These settings could not be computed ({reason}); the last answer stays. "
        "Try “Back to the start”."
    ).format(reason=type(error).__name__)


def button(
    label: str, act: Callable[[], object], stage: Stage, icon: str = "", kind: str = ""
) -> widgets.Button:
    """A button; what goes wrong in ``act`` becomes a sentence on the stage, never a traceback.

    ``kind`` is quiet unless it says "primary" (one a part) or "plain" (no border). What ``act``
    only begins, as a browser does that has to fetch something, is waited for.
    """
    begun = set()  # an event loop does not hold its tasks

    async def wait(rest: Awaitable[object]) -> None:
        try:
            await rest
        except Exception as error:  # noqa: BLE001 - nobody would ever read it
            fail(error)

    def fail(error: Exception) -> None:
        stage.error = error
        stage.trouble = trouble(error)

    def press(_button: widgets.Button) -> None:
        stage.error = None
        try:
            rest = act()
        except Exception as error:  # noqa: BLE001 - ipywidgets would print a traceback
            fail(error)
            return
        if inspect.isawaitable(rest):
            task = asyncio.ensure_future(wait(rest))
            begun.add(task)
            task.add_done_callback(begun.discard)

    made = widgets.Button(
        description=label, icon=icon, button_style="primary" if kind == "primary" else ""
    )
    if kind == "plain":
        made.add_class("byp-plain-button")
    made.on_click(press)
    return made


def column(*children: widgets.Widget) -> widgets.VBox:
    """Widgets below each other, in the look of the course."""
    return widgets.VBox(children, _dom_classes=("byp-part",))


def row(*children: widgets.Widget) -> widgets.HBox:
    """Widgets beside each other, wrapping where the window is narrow."""
    return widgets.HBox(children, _dom_classes=("byp-row",))


def prose(text: str) -> widgets.HTML:
    """A paragraph of our own words (HTML, already escaped)."""
    return widgets.HTML(f"<p>{text}</p>" if not text.startswith("<") else text)


def paragraphs(sentences: Iterable[str]) -> str:
    """Plain sentences as HTML paragraphs."""
    return "".join(f"<p>{html.escape(sentence)}</p>" for sentence in sentences)


def address(path: Path) -> str:
    """A file as a link on the page names it; '' where none can, on another drive of Windows."""
    try:
        beside = os.path.relpath(path)  # a kernel works in the folder of its notebook
    except ValueError:
        return ""
    return quote(beside.replace(os.sep, "/"))


def file_link(path: Path) -> str:
    """A link that opens a file, as HTML; '' where the page could not resolve it."""
    if not (place := address(path)):
        return ""
    return f'<a class="byp-file" href="{place}">{html.escape(opening(path))}</a>'


def opening(path: Path) -> str:
    """The words of a link to a file: a browser that holds it lets it out by a download."""
    words = _("Download {file}") if context.current().in_browser else _("Open {file}")
    return words.format(file=path.name)


def whereabouts(path: Path) -> str:
    """Where a file lies that was written, in words."""
    if context.current().in_browser:
        return _("{file}, kept in this browser.").format(file=path.name)
    return _("{file}, in the folder {folder}.").format(file=path.name, folder=path.parent.name)


def folded(summary: str, sentences: Iterable[str]) -> str:
    """Sentences folded away under a summary, as HTML."""
    return f"<details><summary>{html.escape(summary)}</summary>{paragraphs(sentences)}</details>"
