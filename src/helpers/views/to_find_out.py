"""What a company has not said of itself yet, in words: by the lesson that asks for it."""

from helpers import company as company_module
from helpers.company import Company
from helpers.words import locale
from helpers.words.locale import _, plural


def by_lesson(company: Company) -> dict[str, list[str]]:
    """The titles of the answers that are still an example's, by the number of the lesson.

    In the order of the lessons; under '' come last those that no lesson asks for. Empty for an
    example, which is nobody's, and for a company that has said everything.
    """
    asked, rules = company_module.facts(), company_module.schema()["properties"]
    found: dict[str, list[str]] = {}
    borrowed = [key for key in company.borrowed if key in asked]
    for key in sorted(borrowed, key=lambda key: asked[key] or "99"):
        found.setdefault(asked[key], []).append(_(rules[key]["title"]))
    return found


def how_many(lacking: dict[str, list[str]]) -> str:
    """How many answers are still an example's; '' for none."""
    count = sum(map(len, lacking.values()))
    if not count:
        return ""
    said = plural(
        "Still to find out: {count} answer is the example's.",
        "Still to find out: {count} answers are the example's.",
        count,
    )
    return said.format(count=locale.number(count))


def in_no_lesson() -> str:
    """What stands before the answers that no lesson asks for."""
    return _("In no lesson yet, but in the company file:")
