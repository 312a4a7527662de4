"""What becomes of an example's answers when a firm of its own begins with them."""

from collections.abc import Collection, Mapping
from contextlib import suppress
from typing import Any

from helpers.company.company import Company, CompanyError, same_facts
from helpers.company.documents import case
from helpers.company.schema import facts

NEVER_TAKEN_OVER = (
    "objective",
    "whys",
    "topics",
    "drafts",
    "searches",
    "vetoes",
    "stand_in",
    "decider",
    "silent_months",
    "swot",
    "actions",
    "action_owner",
    "action_from",
    "audit",
    "odds",
    "accepted_cost",
)
"""What a firm has to find out itself: an example's answers end where its name is changed.

What is changed together with the name is the firm's own answer.
"""


def taken_over(
    company: Company, changes: Mapping[str, object], confirmed: Collection[str] = ()
) -> dict[str, object]:
    """The changes with what follows from them for an example's answers.

    ``changes`` hold at least ``name``: a new name makes an invented company an own one.
    ``confirmed`` are the fields that were said to be true of the own company as well.
    """
    same_name = changes["name"] == company.name
    invented = company.invented and same_name
    becomes_own = company.invented and not same_name
    followed = {**changes, "invented": invented}
    if becomes_own:
        now = company.document()
        blank = _blank(company).items()
        followed |= {key: value for key, value in blank if changes.get(key, now[key]) == now[key]}
    if not invented:
        known = company.identity or company.name
        followed["identity"] = changes["name"] if becomes_own else known
    followed["borrowed"] = [] if invented else _borrowed(company, followed, becomes_own, confirmed)
    return followed


def differs_from_example(company: Company) -> bool:
    """Whether anything would be lost with this company that its example does not hold."""
    with suppress(CompanyError):
        return company.document() != case(company.started_from).document()
    return True


def _blank(company: Company) -> dict[str, object]:
    """Nothing in the place of what is still the example's own; what was written stays."""
    blank, now = Company.from_document({}).document(), company.document()
    with suppress(CompanyError):
        example = case(company.started_from).document()
        return {key: blank[key] for key in NEVER_TAKEN_OVER if now[key] == example[key]}
    return {}


def _borrowed(
    company: Company,
    changes: Mapping[str, object],
    becomes_own: bool,
    confirmed: Collection[str],
) -> list[str]:
    """The facts that nobody has said of this company: neither changed nor confirmed."""
    known = tuple(facts()) if becomes_own else company.borrowed
    document: dict[str, Any] = company.document()
    for key, value in changes.items():
        group, _dot, inner = key.partition(".")
        if inner:
            document[group] = {**document[group], inner: value}
        else:
            document[key] = value
    unchanged = same_facts(company, Company.from_document(document), known)
    return [key for key in unchanged if key not in confirmed]
