"""Page: puts the live view of each part in the place of its words, wherever Jupyter runs it.

A part's output holds its words as HTML, in a *mount*, and the view of the page. The page
takes its own view out of the notebook at once and hangs the live parts into their mounts.
So a saved notebook holds words only: no kernel can be missing for them, and where no page
runs they are simply read.
"""

import os
import sys
from functools import cache
from pathlib import Path

import anywidget
import ipywidgets as widgets
import mistune
import traitlets

from helpers.words.locale import _

_HERE = Path(__file__).parent


class Page(anywidget.AnyWidget):
    """One for a lesson. ``parts`` are the live views by the name of their mount.

    It also keeps keys that are typed into a part from JupyterLab's commands, and shows the
    words again, under the sentence ``asleep``, when the kernel is gone.
    """

    _esm = _HERE / "page.js"
    _css = _HERE / "page.css"

    parts = traitlets.Dict().tag(sync=True, **widgets.widget_serialization)
    asleep = traitlets.Unicode().tag(sync=True)
    key = traitlets.Unicode().tag(sync=True)

    def __init__(self) -> None:
        super().__init__(asleep=asleep())
        self.key = self.model_id  # anywidget does not tell its front end

    def bundle(self, name: str, view: widgets.Widget, words: str) -> dict[str, object]:
        """What a cell shows of a part: the live view where a page can run, else its words."""
        plain = {"text/plain": words}
        if shows_widgets_alone():
            return {**view._repr_mimebundle_(), "text/markdown": words, **plain}
        self.parts = {**self.parts, name: view}
        mount = f'<div class="byp-mount byp-mount-{name}"><div class="byp-words">{{}}</div></div>'
        return {**self._repr_mimebundle_()[0], "text/html": mount.format(as_html(words)), **plain}


def asleep() -> str:
    """What a reader is told when the kernel is gone."""
    return _("Press ▶ Start the lesson to go on; nothing that you saved is lost.")


def shows_widgets_alone() -> bool:
    """Whether this front end shows widgets, but has no notebook panel that a page could use."""
    return (
        "google.colab" in sys.modules
        or "VSCODE_PID" in os.environ
        or "VSCODE_CWD" in os.environ
        or os.environ.get("SERVER_SOFTWARE", "").startswith("voila")
    )


@cache
def _renderer() -> mistune.Markdown:
    # Folded answers are HTML of our own; what comes from data is escaped where it is quoted.
    return mistune.create_markdown(escape=False, plugins=["table"])


def as_html(words: str) -> str:
    """Markdown as HTML."""
    return str(_renderer()(words)).strip()
