"""The parts that every lesson has: words, a picture, a veil over answers, a studio in its frame."""

import html
from binascii import b2a_base64
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import ClassVar, Protocol

import ipywidgets as widgets

from helpers import company as company_module
from helpers import context
from helpers.company import Company, CompanyFile
from helpers.data.record import recording
from helpers.data.tables import Tables
from helpers.models.result import Result
from helpers.studio import declared
from helpers.studio.exercises.to_find_out import to_find_out
from helpers.studio.following import FIRM
from helpers.studio.idle import Idle
from helpers.studio.page import as_html
from helpers.studio.part import Part, Stage, button, column, folded, paragraphs, prose, row
from helpers.studio.prediction import Prediction
from helpers.studio.saving import Answer, Save, SavingPart, named
from helpers.studio.studio import Studio
from helpers.views.canvas import Canvas, Look, View
from helpers.views.in_force import logo_of, out_numbers, pack_line
from helpers.views.walk import Walk
from helpers.views.words import Table
from helpers.words import escaping, locale
from helpers.words.locale import _

FORM = "your_company"
"""The lesson that asks about a firm of one's own."""


class Owner(Protocol):
    """What a part needs of the lesson that it belongs to."""

    slug: ClassVar[str]
    company: Company
    tables: Tables
    file: CompanyFile
    notices: list[str]
    save: Save

    def company_name(self) -> str:
        """The company as a caption names it."""

    def on_company(self, act: Callable[[], None], every_save: bool = False) -> None:
        """Call ``act`` when the company has changed; after ``every_save`` if it is quick."""

    def reload(self) -> None:
        """Read the company file again."""

    def changes(self, studio: Studio) -> Answer:
        """What the own task writes to the company file."""


class Text(Part):
    """Words alone, in Markdown: words of data in them are escaped by whoever makes it."""

    def __init__(self, markdown: str) -> None:
        self._markdown = markdown

    def to_markdown(self) -> str:
        return self._markdown

    def _repr_mimebundle_(self, include=None, exclude=None) -> dict:
        return {"text/markdown": self._markdown, "text/plain": self._markdown}


class Gathered(Part):
    """Words about what comes in pieces: those of the first at once, all while the kernel idles."""

    def __init__(
        self, pieces: Iterator[frozenset[str]], words: Callable[[frozenset[str], bool], str]
    ) -> None:
        self._known, self._pieces, self._words = next(pieces), pieces, words
        self._whole = False
        self._text = widgets.HTML(self._html())
        self.view = column(self._text)
        self._idle = Idle()
        self._idle.soon(self._steps, self._show)

    def _steps(self) -> Iterator[None]:
        for piece in self._pieces:
            self._known |= piece
            yield

    def _show(self) -> None:
        self._whole = True
        self._text.value = self._html()

    def _html(self) -> str:
        return as_html(self.to_markdown())

    def to_markdown(self) -> str:
        """The words about what is known so far, and whether that is the whole."""
        return self._words(self._known, self._whole)


PARAGRAPH = "\n\n"


class Sentence(Part):
    """One sentence that screen readers announce when it appears, and the walk that leads to it.

    What stands in paragraphs after the first is read below it, in plain type.
    """

    def __init__(self, sentence: str, walk: Walk | None = None) -> None:
        self._sentence, self._walk = sentence, walk
        headline, *more = sentence.split(PARAGRAPH)
        self.stage = Stage(headline=headline, remarks=paragraphs(more))
        self.view = column(self.stage, *([prose(walk.to_html())] if walk else []))

    def to_markdown(self) -> str:
        said = PARAGRAPH.join(map(escaping.markdown, self._sentence.split(PARAGRAPH)))
        return f"{said}\n\n{self._walk.to_markdown()}" if self._walk else said


class Start(Part):
    """Which company the lesson works with, and what else the reader has to know."""

    def __init__(self, lesson: Owner) -> None:
        self._lesson = lesson
        self.stage = Stage(arrive=True)
        self.view = column(self.stage)
        self.fill()
        lesson.on_company(self.fill, every_save=True)

    def fill(self) -> None:
        """The words for the present company; what is still assumed is folded away."""
        headline, remarks = self._words()
        summary, lines = self._assumed()
        fold = folded(summary, lines) if summary else ""
        with self.stage.hold_sync():
            logo = logo_of(self._lesson.tables.settings.brand)
            above = logo.to_html() if logo else ""
            self.stage.headline, self.stage.remarks = headline, above + paragraphs(remarks) + fold

    def _words(self) -> tuple[str, list[str]]:
        lesson = self._lesson
        headline = _("You work with {name}.").format(name=lesson.company_name())
        remarks = [lesson.company.trade] if lesson.company.trade else []
        if lesson.slug not in lesson.tables.lesson_keys:
            remarks.append(_("This lesson is not part of your class; it can be read all the same."))
        if not lesson.file.path.is_file() and FORM in lesson.tables.lesson_keys:
            hint = _("To work with a firm of your own, describe it in lesson 00: six questions.")
            remarks.append(hint)
        if line := pack_line(lesson.tables.settings):
            remarks.insert(0, line)
        return headline, [*remarks, *lesson.notices]

    def _assumed(self) -> tuple[str, list[str]]:
        """What of the company is still an example's, and which lesson asks for it."""
        number = self._lesson.tables.lessons.at[self._lesson.slug, "number"]
        out = out_numbers(self._lesson.tables)
        return to_find_out(self._lesson.company, f"{int(number):02d}", out)

    def to_markdown(self) -> str:
        headline, remarks = self._words()
        summary, lines = self._assumed()
        said = [f"**{escaping.markdown(headline)}**", *map(escaping.markdown, remarks)]
        if summary:
            said.append(f"<details><summary>{escaping.markdown(summary)}</summary>")
            said += [*map(escaping.markdown, lines), "</details>"]
        return "\n\n".join(said)


class Picture(Part):
    """A picture that is saved in the notebook, live as a stage that follows the screen."""

    def __init__(self, view: View, result: Result) -> None:
        self._canvas, self._result = Canvas(view), result
        self._words = view.words(result)
        self.stage = Stage(alt=self._words.alt)
        self.stage.observe(lambda change: self.stage.draw(self._canvas, self._result), "screen")
        self.view = column(self.stage)
        self.view.add_class("byp-projectable")

    def to_markdown(self) -> str:
        """Nothing: the picture that is saved beside it stands for it."""
        return ""

    def saved(self) -> "SavedPicture":
        """The picture as the notebook keeps it."""
        return SavedPicture(self._canvas.png(self._result, Look()), self._words.alt)


@dataclass(frozen=True)
class SavedPicture:
    """A picture that needs no kernel, with its text alternative."""

    png: bytes
    alt: str

    def _repr_mimebundle_(self, include=None, exclude=None) -> tuple[dict, dict]:
        # As text: the browser's Python, unlike a desktop's kernel, hands bytes on as they are.
        png = b2a_base64(self.png).decode("ascii")
        bundle = {"image/png": png, "text/plain": self.alt}
        return bundle, {"image/png": {"alt": self.alt}}


class Veiled(Part):
    """A part that stays out of the page until a prediction is on record.

    Saved, it is the question (if it is about this part: ``asked``), and the answer at the
    start folded away; ``about`` is whose it is, where the question is about somebody else.
    """

    def __init__(
        self,
        prediction: Prediction,
        make: Callable[[], Part],
        asked: bool,
        about: Callable[[], str] | None = None,
    ) -> None:
        self._make, self._about = make, about
        self._question = prediction.question.text if asked else _("Predict first, then look.")
        veil = _("Commit your prediction above; then this part opens.")
        self.view = column(prose(f"<em>{html.escape(veil)}</em>"))
        self.opened = False
        self._veil = self.view.children
        prediction.on_change(lambda: self._turn(prediction.committed is not None))

    def _turn(self, committed: bool) -> None:
        self.opened = committed
        self.view.children = (self._make().view,) if committed else self._veil

    def renew(self) -> None:
        """Make the part anew, as the company may have changed."""
        self._turn(self.opened)

    def to_markdown(self) -> str:
        summary = _("The answer at the start settings (predict first)")
        if self._about is not None:
            summary = _("{company}, at the start settings (predict first)")
            summary = summary.format(company=escaping.markdown(self._about()))
        return (
            f"{escaping.markdown(self._question)}\n\n<details><summary>{summary}</summary>\n\n"
            f"{self._make().to_markdown()}\n\n</details>"
        )


class StudioFrame(SavingPart):
    """A studio under the name of its company, with a button to read the file again."""

    def __init__(self, lesson: Owner, make: Callable[[], Studio], save: bool = False) -> None:
        super().__init__(lesson.save)
        self._lesson, self._make, self.saves = lesson, make, save
        self._caption = widgets.HTML()
        self._place = widgets.VBox(_dom_classes=("byp-part",))
        again = button(
            _("Read my company again"), lesson.reload, self.stage, icon="refresh", kind="plain"
        )
        caption = row(self._caption, again)
        caption.add_class("byp-cap")
        children = [caption, self._place]
        if save:
            self.button = self.save_button(_("Save to my company"))
            children.append(self.button)
        self.view = column(*children, self.stage)
        self.view.add_class("byp-frame")
        self.studio: Studio | None = None
        self.company: Company | None = None
        self.fill()
        self._name()
        lesson.on_company(self.fill)
        lesson.on_company(self._name, every_save=True)

    def fill(self) -> None:
        """A fresh studio for the present company, on the same screen."""
        screen = self.studio.stage.screen if self.studio else {}
        self.company = self._lesson.company
        with recording() as record:  # what the lesson asks first is a source of the answer, too
            self.studio = self._make()
        self.read = record.frozen()
        self.studio.stage.screen = screen
        self._place.children = (self.studio.view,)
        if FIRM in self.studio.controls:
            self.studio.controls[FIRM].observe(lambda change: self._name(), "value")

    def _title(self) -> str:
        """Whose figures the studio shows: the company's, or those of an example firm."""
        chosen = self.studio.controls.get(FIRM)
        key = chosen.value if chosen else self.studio.firm
        example = company_module.cases().get(key)
        return named(example) if example else self._lesson.company_name()

    def _name(self) -> None:
        """Whose figures stand here, and which answers that count are still an example's."""
        caption = f"<b>{html.escape(self._title())}</b>"
        if borrowed := self._borrowed():
            sentence = _("Still the example's: {answers}.")
            titles = [_(company_module.schema()["properties"][key]["title"]) for key in borrowed]
            sentence = sentence.format(answers=locale.listing(titles))
            caption += f"<br><em>{html.escape(sentence)}</em>"
        self._caption.value = caption

    def _borrowed(self) -> list[str]:
        """The fields behind the controls, and those that the part saves, that nobody has said."""
        if self.studio.state is None:
            return []
        fields = set(declared.changes(self.studio.state, self._lesson))
        if self.saves:
            fields |= set(self._lesson.changes(self.studio))
        return [key for key in self._lesson.company.borrowed if key in fields]

    def answer(self) -> Answer:
        """What the lesson makes of the controls, and that its own task was saved."""
        today = context.current().today.isoformat()
        return {**self._lesson.changes(self.studio), f"own_tasks.{self._lesson.slug}": today}

    def sentence(self, answer: Answer) -> str:
        """Whose file it is."""
        return _("Saved to {name}.").format(name=self._lesson.company.name)

    def to_markdown(self) -> str:
        return f"*{escaping.markdown(self._title())}*\n\n{self.studio.to_markdown()}"


class CompanyWords(Part):
    """Words about the company as it stands: they follow every save of the lesson.

    ``make`` says them anew: a headline, further sentences, a table.
    """

    def __init__(self, lesson: Owner, make: Callable[[], tuple[str, list[str], Table]]) -> None:
        self._make = make
        self.stage = Stage()
        self.view = column(self.stage)
        self.fill()
        lesson.on_company(self.fill, every_save=True)

    def fill(self) -> None:
        """The words for the present company."""
        headline, sentences, table = self._make()
        with self.stage.hold_sync():
            self.stage.headline = headline
            self.stage.remarks = paragraphs(sentences)
            self.stage.table = table.to_html()

    def to_markdown(self) -> str:
        headline, sentences, table = self._make()
        headline, *sentences = map(escaping.markdown, (headline, *sentences))
        return "\n\n".join([f"**{headline}**", *sentences, table.to_markdown()])
