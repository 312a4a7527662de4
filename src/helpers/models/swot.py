"""SWOT with proof, importance and action; TOWS pairs; what an action does to fit and gap."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from helpers.company import Company, Person, SwotEntry
from helpers.models import effort, fit
from helpers.models.result import Result, Sheet
from helpers.tables import Tables

BOXES = ("strength", "weakness", "opportunity", "threat")
MOST = 3
"""Entries in a box; a longer list is a list of worries, not an analysis."""

STRATEGIES = {
    ("strength", "opportunity"): "SO",
    ("weakness", "opportunity"): "WO",
    ("strength", "threat"): "ST",
    ("weakness", "threat"): "WT",
}
TOP_ABILITY = 4.0


@dataclass(frozen=True)
class Pair:
    """An entry from inside the firm with one from outside (TOWS, Weihrich 1982).

    ``weight`` is the product of both importances, 1 to 9: it sorts, it proves nothing.
    """

    strategy: str
    inside: SwotEntry
    outside: SwotEntry
    weight: int


def is_wish(entry: SwotEntry) -> bool:
    """True for a line without a proof or without an action."""
    return not (entry.proof.strip() and entry.action)


def pairs(entries: Sequence[SwotEntry]) -> list[Pair]:
    """Every inside entry with every outside one, the weightiest first; wishes are left out."""
    sound = [entry for entry in entries if not is_wish(entry)]
    found = [
        Pair(STRATEGIES[inside.box, outside.box], inside, outside, weight)
        for inside in sound
        for outside in sound
        if (inside.box, outside.box) in STRATEGIES
        for weight in (inside.importance * outside.importance,)
    ]
    return sorted(found, key=lambda pair: -pair.weight)


def after(company: Company, actions: Iterable[str], tables: Tables) -> Company:
    """The company as it would be after the actions; every field stays within its limits."""
    content = dict(company.content)
    changes: dict[str, object] = {}
    first_page, profiles, people = company.first_page, company.profiles, list(company.people)
    for key in actions:
        row = tables.actions.loc[key]
        field, change = row["field"], float(row["change"])
        if field == "first_page":
            first_page = min(first_page + change, 1.0)
        elif field == "profiles":
            profiles = min(profiles + change, 1.0)
        elif field == "hours":
            people.append(Person(key, change))
        elif field.startswith("content."):
            name = field.partition(".")[2]
            content[name] = min(content.get(name, 0) + change, TOP_ABILITY)
    changes = {"first_page": first_page, "profiles": profiles, "content": content}
    return replace(company, **changes, people=tuple(people))


def hours(actions: Iterable[str], tables: Tables) -> float:
    """Hours a week that the actions themselves take."""
    return sum(float(tables.actions.at[key, "hours"]) for key in actions)


def euros(actions: Iterable[str], tables: Tables) -> float:
    """Euros a month that the actions themselves take."""
    return sum(float(tables.actions.at[key, "euros"]) for key in actions)


def _fits(company: Company, network: str, tables: Tables) -> tuple[float, float]:
    """Fit of a network and of having none."""
    scores = fit.score(fit.criteria(fit.situation(company, tables), tables), company.weights)
    return float(scores.at[network, "fit"]), float(scores.at["none", "fit"])


def answer(
    company: Company, network: str, chosen: Sequence[str], plan: effort.Plan, tables: Tables
) -> Result:
    """What each action does alone, and all chosen ones together, to a network's lead and the hours.

    ``lead`` is the network's fit less that of having none: search work lowers what is
    left to win by search, and so raises the lead. ``spare`` are hours to spare if the
    network were the only one, actions included.
    """
    sheet = Sheet()
    shrinkage = tables.default("shrinkage")
    before, none_before = _fits(company, network, tables)
    told = ("company:purposes", "company:content", "company:profiles", "company:first_page")
    told = (*told, "table:ratings", "table:actions")
    sheet.add("fit", before, "score", "model:fit.score", told)
    sheet.add("none", none_before, "score", "model:fit.score", told)
    alone = replace(plan, networks=(network,), further=())
    unit = effort.Units(tables, alone)
    needed = float(effort.required(tables, unit, alone).total)
    spare = effort.capacity(alone, shrinkage) - needed
    work = ("company:people", "company:level", "table:cadence", "assumption:shrinkage")
    sheet.add("spare", spare, "hours", "model:effort.capacity", work)

    def effects(actions: Sequence[str]) -> tuple[float, float, float]:
        changed = after(company, actions, tables)
        fit_after, none_after = _fits(changed, network, tables)
        more = sum(p.hours for p in changed.people) - sum(p.hours for p in company.people)
        return (
            fit_after - before,
            (fit_after - none_after) - (before - none_before),
            more * (1 - shrinkage) - hours(actions, tables),
        )

    for key in tables.actions.index:
        rise, lead, balance = effects([key])
        sheet.add(f"{key}.fit", rise, "score change", "model:swot.after", told)
        sheet.add(f"{key}.lead", lead, "score change", "model:swot.after", told)
        sheet.add(f"{key}.hours", balance, "hours change", "model:swot.hours", ("table:actions",))
        sheet.add(f"{key}.euros", euros([key], tables), "euros", "table:actions")
    rise, lead, balance = effects(chosen)
    sheet.add("rise", rise, "score change", "model:swot.after", told)
    sheet.add("fit_after", before + rise, "score", "model:swot.after", told)
    sheet.add(
        "none_after",
        before + rise - (before - none_before) - lead,
        "score",
        "model:swot.after",
        told,
    )
    sheet.add(
        "lead_before", before - none_before, "score change", "model:fit.score", ("fit", "none")
    )
    lead_after = before - none_before + lead
    sheet.add(
        "lead_after", lead_after, "score change", "model:swot.after", ("fit_after", "none_after")
    )
    sheet.add("balance", balance, "hours change", "model:swot.hours", ("table:actions",))
    sheet.add("spare_after", spare + balance, "hours", "model:swot.hours", ("spare", "balance"))
    size = abs(spare + balance)
    sheet.add("margin_after", size, "hours", "model:swot.hours", ("spare", "balance"))
    sheet.add("cost", euros(chosen, tables), "euros", "model:swot.euros", ("table:actions",))
    actions = tuple(tables.actions.index)
    return sheet.result(actions=actions, network=network, chosen=tuple(chosen))
