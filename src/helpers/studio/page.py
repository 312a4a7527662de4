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
from urllib.parse import unquote
from uuid import uuid4

import anywidget
import ipywidgets as widgets
import mistune
import traitlets

from helpers import context, look, progress
from helpers.company import Company
from helpers.data import files
from helpers.data.tables import Tables
from helpers.views.home_words import lesson_name, notebook_of
from helpers.words.locale import _

FRONT = Path(__file__).parent / "front"


def script(*names: str) -> str:
    """Some files of the front end as one module: anywidget takes a single one."""
    return "\n".join((FRONT / f"{name}.js").read_text(encoding="utf-8") for name in names)


def sheet(*names: str) -> str:
    """Some style sheets behind the constants of the look."""
    sheets = ((FRONT / f"{name}.css").read_text(encoding="utf-8") for name in names)
    return "\n".join((look.css(), *sheets))


STEPS = {
    "dilemma": "dilemma",
    "predict": "predict",
    "example": "explore",
    "explore": "explore",
    "explain": "explore",
    "own": "company",
    "quiz": "quiz",
    "log": "decide",
}
"""The cells of the bar, and with which step of ``progress`` each is done."""


OPENING = ("start", "home")
"""The parts that carry the style of reading mode: each notebook has one, always the same."""


SHEET = look.faces() + sheet("reading", "page")


class Page(anywidget.AnyWidget):
    """One for a lesson. ``parts`` are the live views by the name of their mount.

    It also makes the notebook a page: reading mode, a bar of ``steps`` of which some are
    ``done``, a projector, and keys that stay inside. When the kernel is gone it shows the
    words again, under the sentence ``asleep``. ``around`` are the lessons before and after this
    one in a class with lessons of its own; None where the notebook's own neighbours are right.
    Where the files are ``in_browser``, no server has them: the page asks for what a link names,
    and offers it as a download.
    """

    _esm = script("keys", "bar", "projector", "hearing", "page")
    _css = SHEET

    parts = traitlets.Dict().tag(sync=True, **widgets.widget_serialization)
    asleep = traitlets.Unicode().tag(sync=True)
    key = traitlets.Unicode().tag(sync=True)
    steps = traitlets.Dict().tag(sync=True)
    done = traitlets.List().tag(sync=True)
    words = traitlets.Dict().tag(sync=True)
    in_browser = traitlets.Bool().tag(sync=True)
    around = traitlets.Dict(default_value=None, allow_none=True).tag(sync=True)

    def __init__(self) -> None:
        # anywidget does not tell its front end which model it is, and may lose what comes later.
        key = uuid4().hex
        super().__init__(model_id=key, key=key, asleep=asleep(), steps=steps(), words=words())
        self.in_browser = context.current().in_browser
        self.on_msg(lambda _page, message, _buffers: self.hand_out(str(message.get("fetch", ""))))

    def tell(self, company: Company, lesson: str) -> None:
        """Which steps of a lesson are done; what leads to a picture is done with its picture."""
        done = progress.of(company, lesson).done
        self.done = [cell for cell, step in STEPS.items() if step in done]

    def place(self, tables: Tables, lesson: str) -> None:
        """The colours of a pack, and which lessons stand around this one where it says which."""
        brand = tables.settings.brand
        self._css = SHEET + look.accents(brand.accent, brand.accent_dark)
        if not tables.settings.lessons:
            return
        order, self.around = tables.lesson_keys, {}
        if lesson in order:
            place = order.index(lesson)
            near = {"before": order[max(place - 1, 0) : place], "after": order[place + 1 :][:1]}
            self.around = {
                side: {"title": lesson_name(tables, key), "path": notebook_of(tables, key)}
                for side, keys in near.items()
                for key in keys
            }

    def hand_out(self, link: str) -> None:
        """Send the file that a link of ours names: from the folder of answers or the notebook's."""
        path = Path(unquote(link))
        folders = (context.current().folder, Path.cwd())
        try:
            if not any(files.is_inside(path, folder) for folder in folders):
                raise FileNotFoundError
            content = path.read_bytes()
        except OSError:
            gone = _("{file} is not there any more; write it again.")
            self.send({"fetched": link, "told": gone.format(file=path.name)})
            return
        self.send({"fetched": link, "name": path.name}, [content])

    def bundle(self, name: str, view: widgets.Widget, words: str) -> dict[str, object]:
        """What a cell shows of a part: the live view where a page can run, else its words."""
        plain = {"text/plain": words}
        if shows_widgets_alone():
            return {**view._repr_mimebundle_(), "text/markdown": words, **plain}
        style = reading_mode() if name in OPENING else ""
        self.parts = {**self.parts, name: view}
        mounted = f'<div class="byp-words">{as_html(words)}</div>'
        mount = f'{style}<div class="byp-mount byp-mount-{name}">{mounted}</div>'
        return {**self._repr_mimebundle_()[0], "text/html": mount, **plain}


def reading_mode() -> str:
    """The style that a lesson carries in its saved words, so that it is a page before its start."""
    return f"<style>{' '.join(sheet('reading').split())}</style>"


def steps() -> dict[str, str]:
    """The steps of a lesson's bar, by the id of the cell that opens each (or ``…-title``)."""
    return {
        "dilemma": _("Dilemma"),
        "predict": _("Predict"),
        "example": _("Example"),
        "explore": _("Explore"),
        "explain": _("Explain"),
        "own": _("Your company"),
        "quiz": _("Quiz"),
        "log": _("Decide"),
    }


def words() -> dict[str, str]:
    """What bar and projector say."""
    return {
        "steps": _("Steps of this lesson"),
        "done": _("{step}, done"),
        "before": _("Lesson before"),
        "after": _("Next lesson"),
        "figures": _("Show all figures"),
        "code": _("Show the code"),
        "project": _("Project"),
        "unproject": _("Close (Esc)"),
        "projector": _("Projector"),
    }


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
