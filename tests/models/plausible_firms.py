"""Twelve plausible firms as a consultant notes them after a first talk, and what he would say.

What is expected was written down before any model was asked. Where the model says something
else, one of the two is wrong: the expectation is not moved, it is argued about.
"""

from dataclasses import dataclass, field
from pathlib import Path

from helpers import company
from helpers.company import Company

FOLDER = Path(__file__).parent / "firms"
QUIET = frozenset({"x", "threads"})
"""Nowhere among the first for any of the twelve."""


@dataclass(frozen=True)
class Expected:
    """What a consultant would say.

    ``best``: the network that fits best is one of these. ``never``: must fail a must-have or
    the fit. ``worth``: must pass must-haves, fit and the comparison with website first.
    ``first``: what is opened is led by one of these, and nothing is opened where it is empty.
    ``may``: what else can be opened beside it.
    """

    reason: str
    best: frozenset[str]
    never: frozenset[str]
    worth: frozenset[str] = frozenset()
    first: frozenset[str] = frozenset()
    may: frozenset[str] = field(default=frozenset())


def _expected(reason: str, best: str, never: str, **more: str) -> Expected:
    sets = {key: frozenset(names.split()) for key, names in more.items()}
    return Expected(reason, frozenset(best.split()), frozenset(never.split()) | QUIET, **sets)


EXPECTED = {
    "law_firm": _expected(
        "Clients are managers with a name and a job; the partners write well and are found. "
        "Nobody looks for employment law between holiday pictures.",
        best="linkedin",
        never="tiktok pinterest instagram youtube",
        worth="linkedin",
        first="linkedin",
    ),
    "wedding_photographer": _expected(
        "Couples choose by pictures and collect ideas for months; nine of ten open Instagram. "
        "Facebook is where the mothers are.",
        best="instagram",
        never="linkedin youtube",
        worth="instagram",
        first="instagram",
        may="pinterest facebook",
    ),
    "software_firm": _expected(
        "Buyers compare in working hours; three of its people speak there already. Films of the "
        "product may follow once somebody makes them every month.",
        best="linkedin",
        never="tiktok pinterest instagram facebook",
        worth="linkedin",
        first="linkedin",
        may="youtube",
    ),
    "hair_salon": _expected(
        "A cut is shown in a picture, and the neighbourhood is on both networks of pictures and "
        "neighbours. Either may lead; two at once are too much for three and a half hours.",
        best="instagram facebook",
        never="linkedin youtube pinterest",
        worth="facebook",
        first="instagram facebook",
    ),
    "winery": _expected(
        "Vines, cellar and table photograph well; guests look for an outing. A film a month is "
        "a pleasure for those who know the wine, and brings nobody to the door.",
        best="instagram facebook",
        never="linkedin youtube pinterest tiktok",
        worth="instagram facebook",
        first="instagram facebook",
        may="instagram facebook",
    ),
    "social_kitchen": _expected(
        "Neighbours, donors and volunteers talk in groups; that is what a kitchen needs. "
        "Twenty euros a month carry one network.",
        best="facebook",
        never="linkedin youtube pinterest tiktok",
        worth="facebook",
        first="facebook",
    ),
    "university_department": _expected(
        "Applicants are 22: nine of ten open Instagram, two Facebook. Alumni and jobs are a good "
        "second reason for LinkedIn, once the first is kept.",
        best="instagram",
        never="facebook pinterest",
        worth="instagram",
        first="instagram",
        may="linkedin tiktok",
    ),
    "construction_firm": _expected(
        "It is not found, its site does not work on a telephone, nobody has an hour, and there "
        "are fourteen clients a year. Website and listing first; the old page is closed.",
        best="facebook",
        never="linkedin pinterest tiktok youtube",
    ),
    "fashion_web_shop": _expected(
        "Dresses are seen, tried on in clips and bought on the spot; the shop posts daily on "
        "Instagram as it is. TikTok is worth a trial if the hours reach.",
        best="instagram",
        never="linkedin youtube",
        worth="instagram tiktok",
        first="instagram",
        may="tiktok pinterest facebook",
    ),
    "dentist": _expected(
        "Whoever has toothache searches, reads reviews and telephones. Pictures of teeth are "
        "not allowed to say much. Listing, reviews and questions answered on the site first.",
        best="facebook",
        never="linkedin youtube tiktok pinterest instagram",
    ),
    "bakery": _expected(
        "Half of the street is over fifty and reads what neighbours write; what is baked on "
        "Sunday is one picture. Nobody searches for the bakery that he passes every day.",
        best="facebook",
        never="linkedin youtube tiktok pinterest",
        worth="facebook",
        first="facebook",
        may="instagram",
    ),
    "logistics_firm": _expected(
        "Drivers are asked, not clients: nine of ten open Facebook every week, one LinkedIn. "
        "Groups of drivers talk about pay and routes.",
        best="facebook",
        never="linkedin pinterest",
        worth="facebook",
        first="facebook",
        may="tiktok",
    ),
}


def firm(key: str) -> Company:
    """One of the twelve; its file has to be sound in every field."""
    return company.read(FOLDER / f"{key}.json")
