"""What lesson 01 asks: its answers in bands, and the controls of its two studios."""

from dataclasses import dataclass
from typing import Annotated

from helpers import company
from helpers.lessons.whose import ASKED, OURS, is_own
from helpers.studio.declared import Choice, CompanyField, Options, Subject
from helpers.words import locale
from helpers.words.locale import N_, _

NOBODY = "nobody"
TODAY = "today"
TEN = 10
"""Searches that a firm tries, and so many of them may find it."""


def bands() -> tuple[tuple[str, str], ...]:
    """For how many of the aims; a key ends with the most that it counts.

    They hold every number, each is open while four rows are not worked out, and who counts the
    steps for the aims alone ends in another one than the model.
    """
    return (
        (_("for one at most"), "0-1"),
        (_("for two"), "2"),
        (_("for three or four"), "3-4"),
        (_("for five or more"), "5-7"),
    )


def _found(lesson: Subject) -> Options:
    """Of ten searches, so many find the firm: as it is, or tried."""
    tried = [(locale.plain(float(number)), str(number)) for number in (0, 3, 5, 7, 8, TEN)]
    return [(_("as today"), TODAY), *tried]


def _firms(lesson: Subject) -> Options:
    firms = [(case.name, key) for key, case in company.cases().items()]
    if is_own(lesson.company, lesson.tables):
        firms.append((_("Yours: {name}").format(name=lesson.company.name), OURS))
    return firms


def _purposes(lesson: Subject) -> Options:
    return [(lesson.tables.name("purpose", p), p) for p in lesson.tables.keys("purpose")]


def _purposes_or_nobody(lesson: Subject) -> Options:
    return [(_("Nobody says why"), NOBODY), *_purposes(lesson)]


def wanted(place: int) -> str:
    """The aim of the case firm that got most coins, or the one after it."""
    purposes = company.case(ASKED).purposes
    return sorted(purposes, key=lambda p: -(purposes[p] or 0.0))[place]


@dataclass(frozen=True)
class Why:
    """The state of the explore studio: what is wanted, and by whom."""

    first: Annotated[
        str,
        Choice(
            label=N_("First aim"),
            options=_purposes_or_nobody,
            start=lambda our: wanted(0),
            group=N_("What it wants"),
        ),
    ]
    second: Annotated[
        str,
        Choice(
            label=N_("Second aim"),
            options=_purposes,
            start=lambda our: wanted(1),
            when=lambda why: why.first != NOBODY and why.coins < 10,
        ),
    ]
    coins: Annotated[
        float,
        CompanyField(
            lambda our: f"purposes.{wanted(0)}",
            label=N_("Coins of ten on the first aim"),
            start=10.0,
            when=lambda why: why.first not in (NOBODY, why.second),
        ),
    ]
    firm: Annotated[
        str,
        Choice(label=N_("Whose firm"), options=_firms, start=ASKED, group=N_("Whose firm")),
    ]
    found: Annotated[
        str,
        Choice(
            label=N_("Of ten searches, so many find the firm"),
            options=_found,
            group=N_("Who finds it"),
        ),
    ]


@dataclass(frozen=True)
class Coins:
    """The state of the own task: coins for the two purposes that count most."""

    first: Annotated[
        str, Choice(label=N_("Our first aim"), options=_purposes, start=lambda our: our.order[0])
    ]
    second: Annotated[
        str,
        Choice(label=N_("Our second aim"), options=_purposes, start=lambda our: our.order[1]),
    ]
    coins: Annotated[
        float,
        CompanyField(
            lambda our: f"purposes.{our.order[0]}", label=N_("Coins of ten on the first aim")
        ),
    ]
