"""A part of a lesson: widgets for a live kernel, the same words in Markdown for none."""

import html
from collections.abc import Iterable
from pathlib import Path

import anywidget
import ipywidgets as widgets
import traitlets

from helpers.views.canvas import WIDTHS

_HERE = Path(__file__).parent


class Stage(anywidget.AnyWidget):
    """A picture, its headline (a live region), remarks and table, in one message.

    Also the place for a sentence that answers a click: a stage without a picture.
    ``screen`` is told by the browser: width, pixel ratio and theme. With ``arrive`` the
    page scrolls to the stage when it appears.
    """

    _esm = _HERE / "stage.js"
    _css = _HERE / "stage.css"

    image = traitlets.Bytes().tag(sync=True)
    alt = traitlets.Unicode().tag(sync=True)
    width = traitlets.Int(780).tag(sync=True)
    height = traitlets.Int(400).tag(sync=True)
    headline = traitlets.Unicode().tag(sync=True)
    trouble = traitlets.Unicode().tag(sync=True)
    remarks = traitlets.Unicode().tag(sync=True)
    table = traitlets.Unicode().tag(sync=True)
    widths = traitlets.List(list(WIDTHS)).tag(sync=True)
    screen = traitlets.Dict().tag(sync=True, echo_update=False)
    arrive = traitlets.Bool(False).tag(sync=True)


class NotSaved(str):
    """The sentence that says why nothing was saved; other sentences of a save are remarks."""


def tell(stage: Stage, notice: str, done: str) -> bool:
    """Say that something was saved, with the remark on it, or why it was not; True if it was."""
    failed = isinstance(notice, NotSaved)
    with stage.hold_sync():
        stage.headline = "" if failed else done
        stage.trouble = notice
    return not failed


class Part:
    """What a notebook cell returns. Subclasses set ``view`` and say ``to_markdown``."""

    view: widgets.DOMWidget

    def to_markdown(self) -> str:
        """The words that a reader without a kernel sees."""
        raise NotImplementedError

    def _repr_mimebundle_(self, include=None, exclude=None) -> dict:
        words = self.to_markdown()
        bundle = dict(self.view._repr_mimebundle_())
        return {**bundle, "text/markdown": words, "text/plain": words}


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
