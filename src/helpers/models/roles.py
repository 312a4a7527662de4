"""Roles: who does what (RACI) and what happens in the first ninety days."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from helpers.company import Company
from helpers.data.tables import Tables
from helpers.models.decision import Decision
from helpers.models.plan import leader

REVIEW = "review_"
"""Tasks of the plan whose name begins so end on the day of the review."""


@dataclass(frozen=True)
class Role:
    """A task: one who is accountable, who does it, who is asked, who is told; '' is nobody yet."""

    task: str
    responsible: str
    accountable: str
    consulted: tuple[str, ...]
    informed: tuple[str, ...]


def names(company: Company) -> tuple[str, ...]:
    """Everybody whom the company file names, once, those who promise hours first."""
    known = [p.name for p in company.people]
    known += [company.objective["owner"], company.stand_in]
    return tuple(dict.fromkeys(name for name in known if name))


def roles(company: Company, tables: Tables) -> tuple[Role, ...]:
    """The RACI table: exactly one accountable per task, as chosen or as proposed.

    Proposed: who promises most hours does it, the owner of the objective answers for it;
    the stand-in is asked about answers, all others are told.
    """
    place = leader(company.people)
    doer = company.people[place].name if place is not None else ""
    owner = company.objective["owner"] or doer
    found = []
    for task in tables.keys("task"):
        chosen = company.raci.get(task, {})
        responsible = chosen.get("responsible") or doer
        accountable = chosen.get("accountable") or owner
        consulted = (
            {company.stand_in} - {"", responsible, accountable} if task == "answer" else set()
        )
        rest = set(names(company)) - {responsible, accountable} - consulted
        in_order = names(company)
        found.append(
            Role(
                task,
                responsible,
                accountable,
                tuple(name for name in in_order if name in consulted),
                tuple(name for name in in_order if name in rest),
            )
        )
    return tuple(found)


@dataclass(frozen=True)
class Step:
    """A line of the ninety days: task of ``data/tasks.csv``, from and to which day, who does it."""

    task: str
    start: date
    end: date
    who: str


def _happens(condition: str, verdicts: set[str], opened: bool) -> bool:
    if condition == "always":
        return True
    if condition == "none":
        return not opened
    if condition == "open":
        return opened
    return condition in verdicts


def ninety_days(decision: Decision, tables: Tables, today: date, review: date) -> Iterator[Step]:
    """The lines of ``data/tasks.csv`` that fit the verdicts, with days and names.

    A review ends on the day of the ``review``, whatever the table says.
    """
    verdicts = {judgement.verdict for judgement in decision.judgements}
    who = {role.task: role.responsible for role in roles(decision.company, tables)}
    for task, row in tables.tasks.iterrows():
        if _happens(row["if_verdict"], verdicts, bool(decision.opened)):
            start, end = (today + timedelta(int(row[key])) for key in ("from_day", "to_day"))
            if task.startswith(REVIEW):
                start, end = max(review - (end - start), today), review
            yield Step(task, start, end, who[row["role"]])
