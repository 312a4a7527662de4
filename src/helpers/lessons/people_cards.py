"""The cards of lesson 11: published figures about who looks at whom, and where we put each."""

from dataclasses import dataclass

from helpers.words.locale import N_

NEWER = "pers-012"
"""By how much posts lost reach in the year after the share of contacts who see one was counted."""


@dataclass(frozen=True)
class Card:
    """A published figure on the table: ``said`` with the values of ``figures``, and ``why``.

    ``side`` is where we would put it, ``why`` what to know of who says it.
    """

    side: str
    figures: tuple[str, ...]
    said: str
    why: str


FOR, AGAINST, UNCLEAR = N_("for"), N_("against"), N_("cannot tell")
CARDS = (
    Card(
        AGAINST,
        ("orga-030", "orga-031", "orga-032", "orga-033"),
        N_(
            "Of 100 minutes on Facebook {0} go to what friends post, on Instagram {1}; in "
            "{earlier} it was {2} and {3}."
        ),
        N_("the owner of both networks said so in court, where it helped its case"),
    ),
    Card(
        FOR,
        ("pers-008", "pers-007"),
        N_(
            "Of 100 posts in the feed of LinkedIn {0} come from pages of firms, after {1} in "
            "{earlier}."
        ),
        N_("weakly: it shows that firms' pages got less room, and not who got it"),
    ),
    Card(
        FOR,
        ("pers-001",),
        N_("What employees share is clicked {0} times as often as the same on the firm's page."),
        N_("interested: LinkedIn sells to people and to pages"),
    ),
    Card(
        UNCLEAR,
        ("pers-017", "pers-019", "pers-020"),
        N_(
            "{0} of 100 find a technical expert of a firm credible, {1} a regular employee, {2} "
            "the head of the firm."
        ),
        N_("being believed is not being looked at; old, one survey, and about firms in general"),
    ),
    Card(
        UNCLEAR,
        (NEWER,),
        N_("Within a year posts on LinkedIn lost nearly {0} of 100 of their reach."),
        N_("the same consultant; how pages fared is not said, so nothing is compared"),
    ),
    Card(
        FOR,
        ("orga-009",),
        N_("{0} of 100 views in the feed of Facebook are of posts by friends and family."),
        N_("in its year; the minutes of card 1 are newer and point the other way"),
    ),
)
