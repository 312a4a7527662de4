"""What a company has not said of itself yet: one list, by the lesson that asks for it."""

from helpers import company as company_module
from helpers.company import Company
from helpers.studio.part import Stage, paragraphs
from helpers.words import locale
from helpers.words.locale import _, plural


def to_find_out(company: Company, here: str = "") -> tuple[str, list[str]]:
    """How many answers are still an example's ('' for none), and a line for each lesson that asks.

    ``here`` is the number of the lesson in which this is read.
    """
    asked, rules = company_module.facts(), company_module.schema()["properties"]
    borrowed = [key for key in company.borrowed if key in asked]
    if not borrowed:
        return "", []
    lines = []
    for number in sorted({asked[key] for key in borrowed}, key=lambda n: n or "99"):
        titles = [_(rules[key]["title"]) for key in borrowed if asked[key] == number]
        where = _("Lesson {number}:").format(number=number)
        if not number:
            where = _("In no lesson yet, but in the company file:")
        elif number == here:
            where = _("This lesson:")
        lines.append(f"{where} {locale.listing(titles)}.")
    headline = plural(
        "Still to find out: {count} answer is the example's.",
        "Still to find out: {count} answers are the example's.",
        len(borrowed),
    )
    return headline.format(count=locale.number(len(borrowed))), lines


class ToFindOut(Stage):
    """The answers that are still an example's; empty where there are none."""

    def fill(self, company: Company) -> None:
        """The list for this company."""
        headline, lines = to_find_out(company)
        with self.hold_sync():
            self.headline = headline
            self.remarks = paragraphs(lines)
