"""What only works in Jupyter leaves a notebook before it is exported."""

import re
from html import escape
from typing import Any

from nbconvert.preprocessors import Preprocessor
from nbformat import NotebookNode

ALIVE = ("application/vnd.jupyter.widget-view+json", "application/javascript")
"""Kinds of output that need a kernel or a script."""


class Tidy(Preprocessor):
    """Takes out start buttons, code lines and what is empty; gives pictures their words.

    Doing it twice changes nothing more.
    """

    enabled = True

    def preprocess(
        self, nb: NotebookNode, resources: dict[str, Any]
    ) -> tuple[NotebookNode, dict[str, Any]]:
        for cell in nb.cells:
            if cell.cell_type == "markdown":
                cell.source = without_button(cell.source)
                if cell.get("id") == "intro":  # of the contents: how to open a lesson
                    cell.source = "\n\n".join(cell.source.split("\n\n")[:2])
            elif cell.cell_type == "code":
                cell.outputs = [kept for output in cell.outputs if (kept := _kept(output))]
                cell.source, cell.execution_count = "", None
        nb.cells = [cell for cell in nb.cells if cell.source or cell.get("outputs")]
        nb.metadata.pop("widgets", None)
        if heading := first_heading(nb):
            nb.metadata.setdefault("title", heading)
        return nb, resources


def first_heading(nb: NotebookNode) -> str:
    """The first heading of a notebook, which is its title; empty where it has none."""
    lines = (line for c in nb.cells if c.cell_type == "markdown" for line in c.source.splitlines())
    return next((line[2:].strip() for line in lines if line.startswith("# ")), "")


def without_button(source: str) -> str:
    """Prose without a button, and without the paragraph after it, which explains it."""
    paragraphs = re.split(r"\n{2,}", source)
    found = [n for n, paragraph in enumerate(paragraphs) if "<button" in paragraph]
    gone = {n for first in found for n in (first, first + 1)}
    return "\n\n".join(text for n, text in enumerate(paragraphs) if n not in gone)


def _kept(output: NotebookNode) -> NotebookNode | None:
    """An output as a page without Jupyter shows it; None where nothing is left."""
    data = output.get("data")
    if data is None:
        return None if output.get("name") == "stderr" else output  # warnings are no words
    for kind in ALIVE:
        data.pop(kind, None)
    if "image/png" in data:
        alt = output.metadata.get("image/png", {}).get("alt") or data.get("text/plain", "")
        picture = data.pop("image/png").strip().replace("\n", "")
        data["text/html"] = (
            f'<figure><img src="data:image/png;base64,{picture}" alt="{escape(alt)}"></figure>'
        )
    # The start brings the look of a lesson in JupyterLab; a page has its own.
    if "text/html" in data:
        data["text/html"] = re.sub(r"<style.*?</style>", "", data["text/html"], flags=re.S)
    words = re.sub(r"<[^>]*>", "", data.get("text/html", "")) or data.get("text/plain", "")
    return output if "<img" in data.get("text/html", "") or words.strip() else None
