"""The two kinds of export as nbconvert knows them: ``--to course`` and ``--to course-slides``."""

from pathlib import Path
from typing import Any

from jinja2 import pass_context
from nbconvert.exporters import HTMLExporter
from nbconvert.filters.markdown_mistune import IPythonRenderer, MarkdownWithMath
from nbformat import NotebookNode
from traitlets import List, Unicode, default

from helpers import context, look
from helpers.export import deck
from helpers.export.finish import finished
from helpers.export.maths import mathml
from helpers.export.pictures import PHONE, drawn
from helpers.export.tidy import Tidy
from helpers.words.locale import _

TEMPLATES = Path(__file__).parent / "templates"


class Renderer(IPythonRenderer):
    """Markdown as HTML, its formulas as MathML."""

    def block_math(self, body: str) -> str:
        return mathml(body, block=True)

    def inline_math(self, body: str) -> str:
        return mathml(body, block=False)


class LessonPage(HTMLExporter):
    """A lesson as one page: its words, pictures and folded answers; no code, no script."""

    export_from_notebook = "Before You Post: page"

    together = List(
        Unicode(), help="Stems of the notebooks that become pages in the same folder."
    ).tag(config=True)

    @default("template_name")
    def _template_name(self) -> str:
        return "before_you_post"

    @default("extra_template_basedirs")
    def _folders(self) -> list[str]:
        return [str(TEMPLATES)]

    @default("exclude_input")
    def _no_code(self) -> bool:
        return True

    @default("exclude_anchor_links")
    def _no_anchors(self) -> bool:
        return True

    @default("language_code")
    def _language(self) -> str:
        return context.current().language

    def _init_preprocessors(self) -> None:
        super()._init_preprocessors()
        self.register_preprocessor(Tidy, enabled=True)

    @pass_context
    def markdown2html(self, _context: Any, source: str) -> str:
        """Markdown as HTML; nothing in it is fetched."""
        renderer = Renderer(escape=False, exclude_anchor_links=True)
        return MarkdownWithMath(renderer=renderer).render(source)

    def _init_resources(self, resources: dict[str, Any]) -> dict[str, Any]:
        resources = super()._init_resources(resources)
        resources["look"] = look_of_pages()
        resources["words"] = {
            "course": _("Before You Post"),
            "lessons": _("Lessons"),
            "lessons again": _("Lessons, at the end of the page"),
        }
        return resources

    def from_notebook_node(
        self, nb: NotebookNode, resources: dict[str, Any] | None = None, **kw: Any
    ) -> tuple[str, dict[str, Any]]:
        """The page of a notebook, with what nbconvert wants to know about it."""
        html, resources = super().from_notebook_node(nb, resources, **kw)
        small = drawn(nb.metadata.get("course", {}).get("slug", ""), *PHONE)
        return finished(html, self.together, (_("Table"), _("Formula")), small), resources


class LessonSlides(LessonPage):
    """A lesson as slides: dilemma, vote, picture, answer, mistakes, decision, sentence."""

    export_from_notebook = "Before You Post: slides"

    @default("template_name")
    def _slides_template(self) -> str:
        return "before_you_post_slides"

    def from_notebook_node(
        self, nb: NotebookNode, resources: dict[str, Any] | None = None, **kw: Any
    ) -> tuple[str, dict[str, Any]]:
        """The slides of a lesson. Raises ``ExportError`` for a notebook that is no lesson."""
        html, resources = HTMLExporter.from_notebook_node(self, deck.slides(nb), resources, **kw)
        return finished(html, (), (_("Table"), _("Formula"))), resources


def look_of_pages() -> str:
    """The custom properties of the course's look where no JupyterLab chooses the theme."""

    def theme(name: str) -> str:
        colours = "; ".join(f"--byp-{key}: {value}" for key, value in look.THEMES[name].items())
        return f":root {{ {colours}; color-scheme: {name}; }}"

    family = f'"BYP {look.FONT}", {look.FONT}, system-ui, "Segoe UI", sans-serif'
    sizes = f"--byp-text: {look.TEXT}px; --byp-small: {look.SMALL}px; --byp-font: {family}"
    dark = f"@media screen and (prefers-color-scheme: dark) {{ {theme('dark')} }}"
    return f":root {{ {sizes}; }}\n{theme('light')}\n{dark}\n{look.faces()}"
