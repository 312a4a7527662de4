"""What a company has not said of itself yet: one list, by the lesson that asks for it."""

from helpers.company import Company
from helpers.studio.part import Stage, paragraphs
from helpers.views.to_find_out import by_lesson, how_many, in_no_lesson
from helpers.words import locale
from helpers.words.locale import _


def to_find_out(company: Company, here: str = "") -> tuple[str, list[str]]:
    """How many answers are still an example's ('' for none), and a line for each lesson that asks.

    ``here`` is the number of the lesson in which this is read.
    """
    lacking, lines = by_lesson(company), []
    for number, titles in lacking.items():
        where = _("Lesson {number}:").format(number=number) if number else in_no_lesson()
        if number and number == here:
            where = _("This lesson:")
        lines.append(f"{where} {locale.listing(titles)}.")
    return how_many(lacking), lines


class ToFindOut(Stage):
    """The answers that are still an example's; empty where there are none."""

    def fill(self, company: Company) -> None:
        """The list for this company."""
        headline, lines = to_find_out(company)
        with self.hold_sync():
            self.headline = headline
            self.remarks = paragraphs(lines)
