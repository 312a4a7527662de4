"""Search ads that end with the last article, and ads that go on: what holds only for the first."""

from helpers.models.result import Result
from helpers.models.search import ARTICLES, SEARCH
from helpers.views.words import Speaker
from helpers.words.locale import _

TINY = 0.005
"""Below this share of articles found a percentage would print as less than one."""


def spends_less(result: Result) -> bool:
    """Whether so few search that search ads cannot spend what the articles cost, as printed."""
    return round(result.value("spent")) < round(result.value("paid"))


def turns_later(result: Result) -> bool:
    """Whether articles are ahead only because search ads end with the last article."""
    own, ads = result.value("articles.all"), result.value("search.all")
    ahead = own > ads and not result.facts["near"] and spends_less(result)
    return ahead and result.value("longer.all") > own


def overtakes(result: Result) -> bool:
    """Whether ads that go on bring more than the articles, which lead over those that end."""
    own, ads = result.value("articles.all"), result.value("search.all")
    return spends_less(result) and ads <= own < result.value("longer.all")


def keeps(result: Result, key: str) -> bool:
    """Whether a year later a visit in a hundred is left, as it is printed: what makes a stock."""
    return round(result.value(key), 2) > 0


def ended(result: Result, speak: Speaker) -> str:
    """The headline where ads end with the last article and not all is spent.

    '' where it holds however long the ads go on.
    """
    own, ads = (result.value(f"{way}.all") for way in (ARTICLES, SEARCH))
    if turns_later(result):
        said = _(
            "Articles bring more visits than search ads that end with the last one, {own} "
            "against {ads}; ads that go on bring up to {longer}."
        )
    elif "turns_found.search" not in result or not keeps(result, "year"):
        return ""
    elif result.facts["near"]:
        said = _(
            "Articles and search ads that end with them bring about as many visits: {own} and "
            "{ads}. The order turns where {share} are found."
        )
        if speak.alike("articles.all", "search.all"):
            said = _(
                "Articles and search ads that end with them bring as many visits, {ads} each. "
                "The order turns where {share} are found."
            )
    elif own < ads:
        said = _(
            "In three years search ads that end with the last article bring more visits: "
            "{ads} against {own}. Above {share} found, articles win."
        )
    elif result.value("turns_found.search") < TINY:
        return ""
    else:
        said = _(
            "In three years articles bring more visits than search ads that end with the last "
            "article: {own} against {ads}. Above {share} found, articles win."
        )
    return said.format(
        own=speak.bare("articles.all"),
        ads=speak.bare("search.all"),
        longer=speak.bare("longer.all"),
        share=speak("turns_found.search"),
    )


def longer(result: Result, speak: Speaker) -> str:
    """Up to which share found ads win if they go on until all is spent."""
    if "longer.turn" not in result:
        return _(
            "If the ads go on after the last article, within three years, they bring more "
            "even if every article is found."
        )
    return _(
        "If the ads go on after the last article, within three years, articles win only if "
        "more than {share} of them are found."
    ).format(share=speak("longer.turn"))


def unmoved(result: Result, speak: Speaker) -> str:
    """What fewer searches do while search ads cannot spend all."""
    if "turns_found.search" not in result:
        return ""
    return _(
        "As long as search ads cannot spend all in these months, fewer searches shrink ads "
        "and articles alike, so the {share} on the ruler does not change."
    ).format(share=speak("turns_found.search"))
