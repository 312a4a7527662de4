"""The lecturer's notebook: what the learners of a class handed in, shown to the class."""

import json
import tempfile
from pathlib import Path

from helpers import company, context
from helpers.company import CompanyError
from helpers.company.file import FILE_NAME
from helpers.data import class_plans, quizzes
from helpers.lessons.kinds import lesson_kind
from helpers.studio.board_notebook import BoardNotebook
from helpers.studio.exercises.mirror_board import MirrorBoard
from helpers.studio.guard import shown
from helpers.studio.lesson import Lesson
from helpers.studio.part import Part
from helpers.words.locale import _


class ClassMirror(BoardNotebook):
    """The open notebook; it reads hand-ins."""

    def __init__(self, language: str = "en") -> None:
        super().__init__(language)
        self._lessons: dict[tuple[str, str], Lesson] = {}

    def asleep(self) -> str:
        """What the page says when its kernel is gone."""
        return _("Press ▶ Show the class to go on; nothing that you saved is lost.")

    @shown
    def board(self) -> Part:
        """Where the hand-ins are, and what they show."""
        self.check()
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
