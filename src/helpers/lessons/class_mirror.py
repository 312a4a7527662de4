"""The lecturer's notebook: what the learners of a class handed in, shown to the class."""

import json
import tempfile
from pathlib import Path
from typing import Self

from helpers import company, context
from helpers.company import CompanyError
from helpers.company.file import FILE_NAME
from helpers.data import class_plans, quizzes, reading, tables
from helpers.data.tables import TableError
from helpers.lessons.kinds import lesson_kind
from helpers.studio.exercises.mirror_board import MirrorBoard
from helpers.studio.guard import shown
from helpers.studio.lesson import Lesson
from helpers.studio.page import Page
from helpers.studio.part import Part
from helpers.words.locale import _


class ClassMirror:
    """The open notebook; it reads hand-ins and never a company file."""

    @classmethod
    def begin(cls, language: str) -> Self:
        """Open it, as its only cell does."""
        return cls(language)

    def __init__(self, language: str = "en") -> None:
        context.change(language=language)
        self.language = language
        self.page = Page()
        self.page.asleep = _("Press ▶ Show the class to go on; nothing that you saved is lost.")
        self.failures: list[Exception] = []
        self._lessons: dict[tuple[str, str], Lesson] = {}
        self._broken: Exception | None = None
        self.tables: tables.Tables | None = None
        try:
            self.tables = reading.load()
        except TableError as error:
            self._broken = error

    @shown
    def board(self) -> Part:
        """Where the hand-ins are, and what they show."""
        if self._broken is not None:
            raise self._broken
        slugs = list(self.tables.lesson_keys)
        plans = {slug: class_plans.load(slug).rubric for slug in slugs if class_plans.exists(slug)}
        questions = {slug: quizzes.load_or_none(slug) for slug in slugs}
        return MirrorBoard(self.tables, self.lesson, questions, plans)

    def lesson(self, slug: str, firm: str) -> Lesson:
        """A lesson opened for an example (``case:KEY``), or for the one that lessons start with.

        Raises ``CompanyError`` where no example of the course can be used.
        """
        key = firm.removeprefix("case:")
        if key not in company.cases():
            key = company.start_case()
        if (slug, key) not in self._lessons:
            kind = lesson_kind(slug)
            if kind is None:
                raise CompanyError(_("There is no lesson {name}.").format(name=slug))
            with tempfile.TemporaryDirectory() as nobody, context.using(folder=Path(nobody)):
                document = json.dumps(company.case_document(key))
                (Path(nobody) / FILE_NAME).write_text(document, encoding="utf-8")
                self._lessons[slug, key] = kind(self.language)
        return self._lessons[slug, key]
