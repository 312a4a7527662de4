"""What a company has not said of itself yet: one list, by the lesson that asks for it."""

from collections.abc import Collection

from helpers.company import Company
from helpers.studio.part import Stage, paragraphs
from helpers.views.to_find_out import by_lesson, how_many, in_no_lesson
from helpers.words import locale
from helpers.words.locale import _


def to_find_out(
    company: Company, here: str = "", out: Collection[str] = ()
) -> tuple[str, list[str]]:
    """How many answers are still an example's ('' for none), and a line for each lesson that asks.

    ``here`` is the number of the lesson in which this is read, ``out`` are those of lessons that
    the class does without.
    """
    lacking, lines = by_lesson(company), []
    for number, titles in lacking.items():
        where = _("Lesson {number}:").format(number=number) if number else in_no_lesson()
        if number in out:
            where = _("Lesson {number} (not part of your class):").format(number=number)
        if number and number == here:
            where = _("This lesson:")
        lines.append(f"{where} {locale.listing(titles)}.")
    return how_many(lacking), lines


class ToFindOut(Stage):
    """The answers that are still an example's; empty where there are none.

    ``out`` are the numbers of the lessons that the class does without.
    """

    def __init__(self, out: Collection[str] = ()) -> None:
        super().__init__()
        self._out = out

    def fill(self, company: Company) -> None:
        """The list for this company."""
        headline, lines = to_find_out(company, out=self._out)
        with self.hold_sync():
            self.headline = headline
            self.remarks = paragraphs(lines)
