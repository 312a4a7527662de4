"""The saved half of the site: each lesson's words and picture, before any Python is there."""

import json
import re
from collections.abc import Sequence
from html import escape
from pathlib import Path

import jupyterlite_core

from helpers import context
from helpers.export import writing
from helpers.site import distribution
from helpers.words.locale import _

HERE = Path(__file__).parent
HOME = "index.html"
SCRIPT = "live.js"
IMPORT = re.compile(r"^ *from (helpers[\w.]*) import ", re.MULTILINE)


def name(notebook: Path) -> str:
    """The page of a notebook; the contents are the site's front page."""
    return HOME if notebook.name == context.CONTENTS else f"{notebook.stem}.html"


def write(folder: Path, notebooks: Sequence[Path], pack: bool) -> None:
    """A page for each notebook, which brings its live lesson in, and the script that does it.

    ``pack`` is whether one is baked in.
    """
    options = distribution.options(pack)
    stems = [path.stem for path in notebooks]
    for path in notebooks:
        page = folder / name(path)
        writing.write(path, page, together=stems)
        html = page.read_text(encoding="utf-8")
        html = html.replace(f'href="{Path(context.CONTENTS).stem}.html"', f'href="{HOME}"')
        page.write_text(with_live(html, path.name, [module(path), options]), encoding="utf-8")
    (folder / SCRIPT).write_bytes((HERE / SCRIPT).read_bytes())


def module(notebook: Path) -> str:
    """What the first cell of a notebook imports of the course."""
    cells = json.loads(notebook.read_text(encoding="utf-8"))["cells"]
    code = ("".join(cell["source"]) for cell in cells if cell["cell_type"] == "code")
    return IMPORT.findall(next(code))[0]


def with_live(html: str, notebook: str, early: list) -> str:
    """The page with the line that tells how far its live lesson is.

    ``early`` is what a worker is given that starts Python at once: what to import, and options.
    """
    style = (HERE / "live.css").read_text(encoding="utf-8")
    known = {"notebook": notebook, "early": early, "lite": jupyterlite_core.__version__}
    said = json.dumps({**known, "words": words()}, ensure_ascii=False)
    said = said.replace("<", "\\u003c")
    head = '<link rel="icon" href="icon-120x120.png">\n'
    head += f'<style>{style}</style>\n<script defer src="{SCRIPT}"></script>\n'
    # JupyterLite looks into the front page for its settings.
    head += '<script type="application/json" id="jupyter-config-data">{}</script>\n'
    head += f'<script type="application/json" id="byp-live-said">{said}</script>\n'
    label = escape(_("The live lesson"))
    bar = f'<aside class="byp-live" aria-label="{label}">'
    bar += f'<p role="status">{escape(words()["saved"])}</p>'
    bar += '<button type="button" hidden></button></aside>\n'
    html = html.replace("</head>", f"{head}</head>", 1)
    return html.replace("<main>", f"{bar}<main>", 1)


def words() -> dict:
    """What a page says about its live lesson."""
    return {
        "saved": _("This is the saved lesson, to read. Live, its controls move."),
        "begin": _("Make it live"),
        "again": _("Try again"),
        "over": _("Go on in the live lesson"),
        "ready": _("The lesson is live now."),
        "old": _("This browser is too old for the live lesson. You can read all of it here."),
        "slow": _("It takes longer than usual. It goes on; you can read on here, or try again."),
        "offline": _("There is no connection. You can read on here; your answers are safe."),
        "unkept": _(
            "This window keeps no answers: it is private, or its storage is full or refused. You "
            "can try everything; to keep what you answer, open the course in an ordinary window."
        ),
        "broken": _("Python could not start here. You can read on here, and try again."),
        "steps": {
            "start": _("Read on: the lesson is coming to life. Step 1 of 3: the page."),
            "page": _("Read on: the lesson is coming to life. Step 2 of 3: Python."),
            "python": _("Read on: the lesson is coming to life. Step 3 of 3: its controls."),
        },
    }
