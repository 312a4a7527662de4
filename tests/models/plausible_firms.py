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

    ``best``: the network that fits best is one of these. ``never``: must fail one of the gates
    of fit (usable audience, no veto, fit, better than website first). ``worth``: must pass them
    all. ``first``: what is opened is led by one of these; where it is empty, website first fits
    better than any network and nothing is opened. ``may``: what else can be opened beside it.
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


@dataclass(frozen=True)
class Argued:
    """Where the model says something else: of which network, what it says, who may be right."""

    network: str
    says: str
    reason: str


ARGUED = {
    "university_department": Argued(
        "facebook",
        "worth",
        "Two of ten applicants use it weekly, but seven in ten of their age have ever used it in "
        "the survey, which counts as five of them: 'ever' is too kind to a network that ages. It "
        "beats website first in 6.3 of 10 readings, just above the line of 6.",
    ),
    "fashion_web_shop": Argued(
        "tiktok",
        "never",
        "It beats website first in 5.8 of 10 readings, just below the line of 6, because the "
        "shop is found for three of ten questions only: search first is a fair answer.",
    ),
}
"""Two readings near a threshold. A test fails once model and consultant agree."""
LED_OTHERWISE = {
    "university_department": (
        "facebook",
        "instagram",
        "The level that was chosen counts before the fit: at standard the hours reach for "
        "Facebook (4.1) and not for Instagram (6.9). A consultant opens Instagram leaner.",
    )
}
"""Where another network leads than the one that a consultant would open, and why."""


def firm(key: str) -> Company:
    """One of the twelve; its file has to be sound in every field."""
    return company.read(FOLDER / f"{key}.json")
