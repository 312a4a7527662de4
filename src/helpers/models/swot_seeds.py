"""What a company file says for a SWOT board before anybody has written a line."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from helpers.company import Company
from helpers.data.tables import Tables

FILMS = ("short_video", "long_video")
TOP_RATING = 4
LEVELS = 4


@dataclass(frozen=True)
class Seed:
    """A line that the company's own answers prove; ``key`` names its words in ``data/texts``.

    ``terms`` are keys of names by their kind, ``figures`` what the proof says; ``number`` is
    the figure that decides between singular and plural.
    """

    key: str
    box: str
    importance: int
    action: str
    terms: Mapping[str, str] = field(default_factory=dict)
    figures: Mapping[str, float] = field(default_factory=dict)
    number: float = 0


def seeds(company: Company, tables: Tables) -> list[Seed]:
    """The lines for a company, in the order of the boxes."""
    found, line = [], tables.default
    able = max(company.content, key=lambda f: company.content[f] or 0)
    level = company.content[able] or 0
    if level >= line("strong_ability"):
        action = "texts" if able == "text" else "photos"
        found.append(Seed("able", "strength", 3, action, {"format": able}, {"level": level}))
    if company.profiles >= line("strong_profiles"):
        figures = {"level": round(LEVELS * company.profiles)}
        found.append(Seed("own_names", "strength", 2, "profile", figures=figures))
    if company.first_page < line("gate_G7b"):
        figures = {"count": round(10 * company.first_page)}
        found.append(Seed("not_found", "weakness", 3, "pages", figures=figures))
    if sum(person.hours > 0 for person in company.people) < line("gate_G6c"):
        found.append(Seed("alone", "weakness", 3, "second"))
    used = {n: count for n, count in company.weekly.items() if count and company.asked}
    if used:
        best = max(used, key=used.__getitem__)
        action = "film" if best in _rewards_films(tables) else "profile"
        figures = {"count": used[best], "asked": company.asked}
        terms = {"network": best}
        found.append(Seed("customers", "opportunity", 2, action, terms, figures, company.asked))
    silent_from = line("silent_from")
    silent = {n: months for n, months in company.silent_months.items() if months >= silent_from}
    if silent:
        worst = max(silent, key=silent.__getitem__)
        figures, terms = {"count": silent[worst]}, {"network": worst}
        found.append(Seed("silent", "threat", 2, "withdraw", terms, figures, silent[worst]))
    return found


def _rewards_films(tables: Tables) -> set[str]:
    """The networks on which nothing does better than a film."""
    rows = tables.ratings
    films = (rows["dimension"] == "format") & rows["item"].isin(FILMS)
    return set(rows[films & (rows["rating"] >= TOP_RATING)]["network"])
