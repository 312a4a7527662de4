"""One message under the rules of each network: length, links, hashtags."""

import re
from dataclasses import dataclass

from helpers.data.tables import Tables

POST_LENGTH, LINK_LENGTH = "post_length", "link_length"
MOST_HASHTAGS, LINKS_WORK = "most_hashtags", "links_work"
"""Series of ``evidence/rules.csv``; a network has rules if its length has a row there."""
TOO_LONG, DEAD_LINK, HASHTAGS, FITS = "too_long", "dead_link", "hashtags", "fits"
_LINK = re.compile(r"https?://\S+")
_HASHTAG = re.compile(r"#\w+")


@dataclass(frozen=True)
class Reception:
    """What a network does with a message: the first rule that it breaks, or FITS.

    ``used`` and ``limit`` are characters; ``most`` is the number of hashtags allowed.
    """

    network: str
    used: int
    limit: float
    breaks: str
    most: float | None = None


def receptions(text: str, tables: Tables) -> list[Reception]:
    """What each network that has rules does with a message."""
    works, most = _rules(LINKS_WORK, tables), _rules(MOST_HASHTAGS, tables)
    counted = _rules(LINK_LENGTH, tables)
    found = []
    for network, limit in _rules(POST_LENGTH, tables).items():
        used = length(text, counted.get(network))
        allowed = most.get(network)
        breaks = FITS
        if used > limit:
            breaks = TOO_LONG
        elif _LINK.search(text) and not works.get(network, 1):
            breaks = DEAD_LINK
        elif allowed is not None and len(_HASHTAG.findall(text)) > allowed:
            breaks = HASHTAGS
        found.append(Reception(network, used, limit, breaks, allowed))
    return found


def length(text: str, each_link: float | None = None) -> int:
    """Characters of a message; ``each_link`` where every address counts as equally long."""
    if each_link is None:
        return len(text)
    return len(_LINK.sub("", text)) + int(each_link) * len(_LINK.findall(text))


def _rules(series: str, tables: Tables) -> dict[str, float]:
    """The figure of each network that has such a rule."""
    known = tables.network_keys
    rows = tables.evidence.values()
    return {e.network: e.value for e in rows if e.series == series and e.network in known}
