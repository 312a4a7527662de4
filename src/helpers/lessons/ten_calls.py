"""What lesson 02 asks: the states of its explore studio and of its ten-people test."""

from collections.abc import Mapping
from dataclasses import dataclass, make_dataclass
from typing import Annotated, Protocol, get_type_hints

from helpers import company
from helpers.company import Company
from helpers.data.tables import Tables
from helpers.lessons.whose import ASKED, OURS, is_own
from helpers.studio.declared import Choice, CompanyField, Options
from helpers.words import locale
from helpers.words.locale import N_, _, counted


class Listed(Protocol):
    """A lesson about all networks, those first that a firm argues about."""

    company: Company
    tables: Tables

    def listed(self) -> tuple[str, ...]:
        """All networks."""
        ...


TESTED = "linkedin"
"""The network of the ten-people test in the explore studio: the one that firms argue about."""
PEOPLE = 10
ORDER = (
    *("first", "second", "third", "fourth", "fifth", "sixth"),
    *("seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth"),
)
"""The controls of the own task, a network each."""
MORE = {
    2: N_("Ten calls: three more"),
    5: N_("Ten calls: another three"),
    8: N_("Ten calls: added networks"),
    11: N_("Ten calls: the last one"),
}
"""The groups of these controls, three at a time; the first group begins with the people asked."""


def _firms(lesson: Listed) -> Options:
    """The example firms, and our own where it is another one."""
    found = [(case.name, key) for key, case in company.cases().items()]
    ours = _("Yours: {name}").format(name=lesson.company.name)
    return [*found, (ours, OURS)] if is_own(lesson.company, lesson.tables) else found


def _markets(lesson: Listed) -> Options:
    return [(lesson.tables.name("market", m), m) for m in lesson.tables.keys("market")]


def _weekly_of_ten(lesson: Listed) -> str:
    return counted(
        "Of {number} customer, weekly on {network}",
        "Of {number} customers, weekly on {network}",
        PEOPLE,
        network=lesson.tables.name("network", TESTED),
    )


def of_ten(known: Company) -> float:
    """How many of ten use the tested network weekly, as far as anybody was asked."""
    asked = known.asked
    return round(PEOPLE * min(known.weekly[TESTED], asked) / asked) if asked else 0.0


def _most_asked(lesson: Listed) -> float:
    return max(lesson.company.asked, PEOPLE)


def _weekly_of_those(place: int) -> CompanyField:
    """How many use one of the networks."""

    def label(lesson: Listed) -> str:
        network = lesson.tables.name("network", lesson.listed()[place])
        return _("Of those, weekly on {network}").format(network=network)

    return CompanyField(
        lambda lesson: f"weekly.{lesson.listed()[place]}",
        label=label,
        high=_most_asked,
        group=MORE.get(place, ""),
    )


def _steps_of_ability(lesson: Listed) -> str:
    """What each step means; the schema says it once for all formats."""
    return _(company.schema()["properties"]["content"]["description"])


@dataclass(frozen=True)
class Choices:
    """The state of the explore studio: three facts of a firm, and whose they are."""

    weekly: Annotated[
        float,
        CompanyField(
            f"weekly.{TESTED}",
            label=_weekly_of_ten,
            high=PEOPLE,
            start=lambda our: of_ten(company.case(ASKED)),
            group=N_("What if"),
        ),
    ]
    films: Annotated[
        float,
        CompanyField(
            "content.long_video",
            label=N_("How well we make long films"),
            hint=_steps_of_ability,
            start=lambda our: company.case(ASKED).content["long_video"],
        ),
    ]
    market: Annotated[
        str,
        Choice(
            label=N_("Where the sale is made"),
            options=_markets,
            start=lambda our: company.case(ASKED).market,
        ),
    ]
    firm: Annotated[
        str, Choice(label=N_("Whose firm"), options=_firms, start=ASKED, group=N_("Whose firm"))
    ]


@dataclass(frozen=True)
class OwnTest:
    """The state of the own task, but for the networks: who was asked, who buys, what we make."""

    asked: Annotated[float, CompanyField(high=_most_asked, group=N_("Ten calls"))]
    young: Annotated[float, CompanyField("ages.18-29", group=N_("Ages of buyers"))]
    thirties: Annotated[float, CompanyField("ages.30-49")]
    fifties: Annotated[float, CompanyField("ages.50-64", group=N_("Buyers from 50 on"))]
    old: Annotated[float, CompanyField("ages.65+")]
    text: Annotated[
        float,
        CompanyField("content.text", hint=_steps_of_ability, group=N_("What we can make")),
    ]
    photo: Annotated[float, CompanyField("content.photo", hint=_steps_of_ability)]
    short_video: Annotated[
        float,
        CompanyField("content.short_video", hint=_steps_of_ability, group=N_("Films")),
    ]
    long_video: Annotated[float, CompanyField("content.long_video", hint=_steps_of_ability)]


_TYPES: dict[int, type] = {}


def own_test(networks: int) -> type:
    """The state of the own task, an ``OwnTest``: those asked use so many networks weekly.

    One type for each number: a studio is found again by the type of its state.
    """
    if networks in _TYPES:
        return _TYPES[networks]
    (asked, *rest) = get_type_hints(OwnTest, include_extras=True).items()
    weekly = [
        (name, Annotated[float, _weekly_of_those(place)])
        for place, name in enumerate(ORDER[:networks])
    ]
    _TYPES[networks] = make_dataclass("TenCalls", [asked, *weekly, *rest], frozen=True)
    return _TYPES[networks]


def weekly_of(state: object) -> tuple[float, ...]:
    """How many of those asked use each network, in the order of ``Listed.listed``."""
    return tuple(getattr(state, name) for name in ORDER if hasattr(state, name))


def facts(known: Company) -> Mapping[str, object]:
    """What the controls of the explore studio show of a firm."""
    films = float(known.content["long_video"])
    return {"weekly": of_ten(known), "films": films, "market": known.market}


def is_moved(state: Choices, known: Company) -> bool:
    """Whether any control stands elsewhere than the firm as it is."""
    return any(getattr(state, name) != value for name, value in facts(known).items())


def what_differs(state: Choices, known: Company, tables: Tables) -> tuple[str, str]:
    """The head of the right column: before anything is moved, the firm as it is once more."""
    moved = []
    if state.weekly != of_ten(known):
        sentence = _("{network}: {number} of {people}")
        moved.append(
            sentence.format(
                network=tables.name("network", TESTED),
                number=locale.plain(state.weekly),
                people=locale.plain(PEOPLE),
            )
        )
    if state.films != known.content["long_video"]:
        moved.append(_("films: {step} of 4").format(step=locale.plain(state.films)))
    if state.market != known.market:
        moved.append(tables.name("market", state.market))
    if not moved:
        return _("as set here"), _("nothing changed yet")
    if len(moved) == 1:
        return _("as you set it"), moved[0]
    return _("as you set it"), counted("{number} change", "{number} changes", len(moved))
