"""What a headline claims, against the figures of its own result: the sweep asks every one."""

import re
from collections.abc import Callable, Iterator

from helpers.models.result import Result
from helpers.views.words import Words

Holds = Callable[[Callable[[str], float]], bool]

CLAIMS: tuple[tuple[str, Holds], ...] = (
    # hours
    (r"and you have \S+ h: \S+ h are missing", lambda v: v("gap") > 0),
    (r"and you have \S+ h: \S+ h to spare", lambda v: v("gap") <= 0),
    (r"too close to call, so run six weeks", lambda v: 0.9 <= v("coverage") < 1),
    (r"and you have \S+ h: just enough", lambda v: v("missing") < 0.05),
    (r"^Pictured \S+ h, needed \S+ h, there \S+ h: \S+ h a week are", lambda v: v("gap") > 0),
    (r"^Pictured .*there \S+ h: too close to call", lambda v: 0.9 <= v("coverage") < 1),
    (r"^Pictured .*there \S+ h: \S+ h a week to spare", lambda v: v("gap") <= 0),
    (r"^Pictured .*there \S+ h: just enough", lambda v: v("missing") < 0.05),
    (r"; kept for .* alone, ", lambda v: v("drop.needed") < v("wish.needed")),
    # ads and influencers
    (r", all called, ", lambda v: v("wasted") < 0.05),
    (r"the telephone is the narrow place", lambda v: v("leads") > v("capacity")),
    (
        r"the telephone is the narrow place",
        lambda v: v("lead_worth") * v("capacity") >= v("filling") * (1 - 1e-9),
    ),
    (r"money is the narrow place", lambda v: v("lead_worth") >= v("lead_price")),
    (r"money is the narrow place; .+ left ", lambda v: v("profit") > -0.5),
    (r"money is the narrow place; .+ lost ", lambda v: v("profit") < 0.5),
    (r"the price is the narrow place", lambda v: v("lead_worth") < v("lead_price")),
    # The budget that fills is told in whole euros.
    (r"In even weeks .* would fill", lambda v: v("filling") < v("budget") + 0.5),
    (r"In even weeks .* would fill", lambda v: v("filling_profit") >= v("profit") - 0.5),
    (r"[Nn]ew customers earn .* is left on average", lambda v: v("profit") > -0.5),
    (r"[Nn]ew customers earn .* is lost on average", lambda v: v("profit") < 0.5),
    (r"after ads, before your own hours", lambda v: v("cost") == v("budget")),
    (r"The .+ spilled bought", lambda v: v("spilled") == v("budget") - v("filling")),
    (r"In even weeks .* would fill", lambda v: v("uneven.filling") > v("uneven.profit") - 1),
    (r"too many pay here", lambda v: v("uneven.profit") > v("uneven.filling")),
    (r"too many pay: most", lambda v: v("uneven.best") > v("filling")),
    (r"the campaign leaves", lambda v: v("profit") > 0),
    (r"the campaign costs .* more than it earns", lambda v: v("profit") < 0),
    (r"just pays for itself", lambda v: abs(v("profit")) <= 0.5),
    # advice
    (r"the answer is worth .*: ask\.", lambda v: v("evsi") > v("fee")),
    (r"the answer is worth .*: do not ask", lambda v: v("evsi") < v("fee")),
    (r"less than one euro: do not ask", lambda v: v("evsi") < 0.5),
    (r"asking is worth nothing", lambda v: v("evsi") < 0.5),
    (
        r"you leave it after either",
        lambda v: max(v("after_good"), v("after_bad")) <= v("even_odds") + 1e-6,
    ),
    (
        r"you open after either",
        lambda v: min(v("after_good"), v("after_bad")) >= v("even_odds") - 1e-6,
    ),
    (r"tells nothing new", lambda v: abs(v("sensitivity") + v("specificity") - 1) < 1e-6),
    # presence
    (r"new customers? a year on", lambda v: v("pays_from_whole") - 1 < v("breaks_even")),
    (r", more than the .* whom you serve", lambda v: v("needed_share") > 1),
    # answers
    (r"are answered within the promised", lambda v: v("load") < 1),
    (r"of (it|the wait is) for our next look", lambda v: v("look_part") <= v("wait") + 1e-9),
    (r"here minutes decide", lambda v: v("look_part") < v("queue_part")),
    (r"Here minutes decide", lambda v: v("load") >= 1),
    (r"only these would count", lambda v: v("if_stated") >= v("in_time") - 0.005),
    (
        r"gaps of up to .* break .*, and the typing",
        lambda v: v("lost_to_gaps") > v("lost_to_typing"),
    ),
    (r"more minutes would help", lambda v: v("lost_to_typing") >= v("lost_to_gaps") - 1e-9),
    (r"the typing breaks none", lambda v: v("lost_to_typing") + v("lost_to_gaps") < 1e-9),
    (r"Care alone takes .* to spare", lambda v: v("care_alone") <= v("available") + 0.05),
    (r"Care alone would take .* still be missing", lambda v: v("care_alone") > v("available")),
    (r"Care alone would take .* and leave", lambda v: v("care_alone") < v("available")),
    (r"The pile grows by", lambda v: v("load") >= 1),
    (r"are too many: after", lambda v: v("asked.day") > v("held.day") and v("pile.here") > 0),
    (r": each gets its answer", lambda v: v("asked.day") <= v("held.day")),
    (r"^Nobody has time to answer: after", lambda v: v("held.week") == 0),
    # forms, readers
    (r"^No form is at home on all", lambda v: v("most_homes") < v("columns")),
    (r"^Here one form would do", lambda v: v("most_homes") == v("columns")),
    (r"is read by .* possible buyers", lambda v: v("reached") > 0),
    (r"^Nobody posts: only the page is read", lambda v: v("who_post") == 0),
    (r"One buyer pays for it,", lambda v: v("needed") < 1),
    (r"more than visitors come", lambda v: v("needed") > v("visitors")),
    # people, posts, searches, sets
    (r"who posts? reach(es)? .*; the page reaches", lambda v: v("people_reach") > v("page_reach")),
    (r"the page would be behind even if all", lambda v: v("people_reach") > v("followers")),
    (r"^The page reaches .*, more than the", lambda v: v("page_reach") > v("people_reach")),
    (
        r", no more than .* \(",
        lambda v: round(v("more.in_touch")) <= round(v("posts.in_touch")),
    ),
    (
        r"In the same .* links alone would keep",
        lambda v: round(v("mix.in_touch")) > round(v("links.in_touch")),
    ),
    (r"fewer than links alone", lambda v: v("mix.in_touch") < v("links.in_touch")),
    (
        r"a better hour here than one of links",
        lambda v: max(v("hour.talk"), v("hour.posts")) >= v("hour.links"),
    ),
    (
        r"an hour of links wins most",
        lambda v: v("hour.links") > max(v("hour.talk"), v("hour.posts")),
    ),
    (r"Posts are ahead of talk", lambda v: v("hour.posts") > v("hour.talk")),
    (
        r"would keep .* if there are people to talk to",
        lambda v: v("mix.links") + v("mix.posts") < 1,
    ),
    (r"With fewer than one post a week", lambda v: v("mix.links") + v("mix.posts") < 1),
    # actions of a SWOT
    (r"what is chosen opens .* gates? of", lambda v: v("together") > 0),
    (r"opens? no gate", lambda v: v("together") == 0),
    (r"with what is chosen, .* are missing", lambda v: v("swot.gap_after") > 0),
    (r"with what is chosen, .* are to spare", lambda v: v("swot.gap_after") < 0),
    (r"None of the .* actions opens a gate alone", lambda v: v("opening") == 0),
    (r"Then all are open", lambda v: v("shut_after") == 0),
    # whys
    (r"All aims alike, .* are a tie", lambda v: v("even.best") - v("even.next") < v("tie")),
    (r" by a hair: ", lambda v: 0 <= v("even.best") - v("even.next") < v("tie")),
    (r"Without a why, .*: right for .* of ", lambda v: 0 <= v("right") <= v("aims")),
    (r"is what you can afford", lambda v: v("affordable") > 0),
    (r"sets? can(not)? be afforded, even", lambda v: v("affordable") == 0),
)
"""A sentence, and what has to be true of the result wherever it is said."""


def broken(words: Words, result: Result) -> Iterator[str]:
    """Sentences of a headline or a remark that the result does not bear out."""
    for said in (words.headline, *words.remarks, *words.folded):
        said = said.replace("\N{NO-BREAK SPACE}", " ")
        for claim, holds in CLAIMS:
            if re.search(claim, said) and not holds(result.value):
                yield said
