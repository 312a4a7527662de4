"""SWOT with proof, importance and action; TOWS pairs; what an action does to fit and gap."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from helpers.company import Company, Person, SwotEntry
from helpers.data.tables import NONE, Tables
from helpers.models import effort, fit
from helpers.models.multicriteria import score
from helpers.models.plan import Further, Plan, capacity
from helpers.models.result import Result, Sheet

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
"""The end of the scale of abilities: nobody can more than that."""


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
    content: dict[str, float] = dict(company.content)
    first_page, profiles, people = company.first_page, company.profiles, list(company.people)
    bought = company.bought_hours
    for key in actions:
        row = tables.actions.loc[key]
        field, change = row["field"], float(row["change"])
        if field == "first_page":
            first_page = min(first_page + change, 1.0)
        elif field == "profiles":
            profiles = min(profiles + change, 1.0)
        elif field == "hours":
            people.append(Person(key, change))
        elif field == "bought_hours":
            bought += change
        elif field.startswith("content."):
            name = field.partition(".")[2]
            content[name] = min(content.get(name, 0) + change, TOP_ABILITY)
    return company.changed(
        first_page=first_page,
        profiles=profiles,
        content=content,
        people=tuple(people),
        bought_hours=bought,
    )


def planned(plan: Plan, company: Company, actions: Sequence[str], tables: Tables) -> Plan:
    """The plan with the actions: the people and hours they bring, the hours and euros they take.

    Somebody whom an action brings is named by the action's key.
    """
    if not actions:
        return plan
    changed = after(company, actions, tables)
    rows = tables.actions.loc[list(actions)]
    work = Further(
        "actions",
        float(rows["hours"].sum()),
        float(rows["euros"].sum()),
    )
    return replace(
        plan,
        people=(*plan.people, *changed.people[len(company.people) :]),
        bought_hours=plan.bought_hours + changed.bought_hours - company.bought_hours,
        further=(*plan.further, work),
    )


def _fits(company: Company, network: str, tables: Tables) -> tuple[float, float]:
    """Fit of a network and of having none."""
    scores = score(fit.criteria(fit.situation(company, tables), tables), company.weights)
    return float(scores.at[network, "fit"]), float(scores.at[NONE, "fit"])


@dataclass(frozen=True)
class State:
    """A network under some actions: both fits (0–1), hours to spare a week, euros a month."""

    fit: float
    none: float
    spare: float
    euros: float

    @property
    def lead(self) -> float:
        return self.fit - self.none


def state(
    company: Company, network: str, actions: Sequence[str], plan: Plan, tables: Tables
) -> State:
    """How a network stands with these actions, if it were the only one."""
    scores = _fits(after(company, actions, tables), network, tables)
    alone = planned(replace(plan, networks=(network,), further=()), company, actions, tables)
    units = effort.Units(tables)
    needed = float(effort.expected(alone, tables).total)
    spare = capacity(alone, tables.default("shrinkage")) - needed
    return State(*scores, spare, float(effort.euros(tables, units, alone)))


def answer(
    company: Company, network: str, chosen: Sequence[str], plan: Plan, tables: Tables
) -> Result:
    """What each action does alone, and all chosen ones together, to a network's lead and hours.

    ``lead`` is the network's fit less that of having none: search work lowers what is
    left to win by search, and so raises the lead. ``spare`` are hours to spare if the
    network were the only one, before the actions; ``spare_after`` with them.
    """
    sheet = Sheet()
    before = state(company, network, (), plan, tables)
    sheet.add("spare", before.spare, "hours")
    sheet.add("lead_before", before.lead, "score change")
    for key in tables.actions.index:
        one = state(company, network, (key,), plan, tables)
        rise, more = one.fit - before.fit, one.lead - before.lead
        sheet.add(f"{key}.fit", rise, "score change")
        sheet.add(f"{key}.lead", more, "score change")
        balance, cost = one.spare - before.spare, one.euros - before.euros
        sheet.add(f"{key}.hours", balance, "hours change")
        sheet.add(f"{key}.euros", cost, "euros")
    then = state(company, network, tuple(chosen), plan, tables)
    sheet.add("lead_after", then.lead, "score change")
    sheet.add("balance", then.spare - before.spare, "hours change")
    sheet.add("spare_after", then.spare, "hours")
    sheet.add("margin_after", abs(then.spare), "hours")
    sheet.add("cost", then.euros - before.euros, "euros")
    actions = tuple(tables.actions.index)
    return sheet.result(actions=actions, network=network, chosen=tuple(chosen))
