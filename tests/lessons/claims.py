"""What a headline claims, against the figures of its own result: the sweep asks every one."""

import re
from collections.abc import Callable, Iterator

from helpers.models.advocacy import average_of
from helpers.models.result import Result
from helpers.views.words import Words

Holds = Callable[[Callable[[str], float]], bool]


def widest(value: Callable[[str], float], key: str) -> float:
    """A figure of the largest number of networks that the bars of lesson 10 show."""
    for count in range(9, 1, -1):
        try:
            return value(f"set{count}.{key}")
        except KeyError:
            continue
    return value(f"set1.{key}")


def there(value: Callable[[str], float], key: str) -> bool:
    """Whether a result has such a figure."""
    try:
        value(key)
    except KeyError:
        return False
    return True


def most_met(value: Callable[[str], float]) -> float:
    """People met on whichever number of networks meets most."""
    counts = (count for count in range(1, 10) if there(value, f"set{count}.met"))
    return max(value(f"set{count}.met") for count in counts)


def idle(value: Callable[[str], float]) -> float:
    """Most hours that any number of networks leaves idle, in the bars of lesson 10."""
    found = []
    for count in range(1, 10):
        try:
            found.append(value(f"set{count}.idle"))
        except KeyError:
            continue
    return max(found)


MEDIA = ("facebook", "linkedin", "search")


def near_a_line(value: Callable[[str], float]) -> bool:
    """Whether the share answered in time lies within two of a hundred of a line."""
    kept = round(value("in_time"), 2)
    return min(abs(kept - value(key)) for key in ("gate_G6b", "gate_G6b_trial")) < 0.021


CLAIMS: tuple[tuple[str, Holds], ...] = (
    # hours
    (r"and you have \S+ h: \S+ h are missing", lambda v: v("gap") > 0),
    (r"and you have \S+ h: \S+ h to spare", lambda v: v("gap") <= 0 and v("enough") >= 0.75),
    (r"too close to call(, so run|\. Measure for) six weeks", lambda v: v("coverage") >= 0.9),
    (
        r"too close to call(, so run|\. Measure for) six weeks",
        lambda v: v("coverage") < 1 or v("enough") < 0.75,
    ),
    (r"after leave and sickness \S+ h stand on paper, .* yet", lambda v: v("gap") <= 0),
    (r"more stand only on paper", lambda v: v("sure.available") < v("available")),
    (r"on paper, taken from nothing", lambda v: v("gap") > 0 or v("enough") < 0.75),
    (r"and you have \S+ h: just enough", lambda v: v("missing") < 0.05),
    (r"^Pictured \S+ h, needed \S+ h, you have \S+ h: \S+ h a week are", lambda v: v("gap") > 0),
    (
        r"^Pictured .*you have \S+ h: \S+ h a week to spare",
        lambda v: v("gap") <= 0 and v("enough") >= 0.75,
    ),
    (
        r"^Pictured .*you have \S+ h: the hours would do, but .+ a month are missing",
        lambda v: v("gap") <= 0 and v("enough") >= 0.75 and v("euros_gap") > 0,
    ),
    (r"^Pictured .*you have \S+ h: just enough", lambda v: v("missing") < 0.05),
    (
        r"^With .* the hours meet .* in a month; with .* alone ",
        lambda v: v("drop.needed") < v("wish.needed"),
    ),
    (r"^The hours meet .* if posts do; ", lambda v: v("drop.needed") < v("wish.needed")),
    (
        r"^The hours meet .*: .{1,9} either way\.",
        lambda v: abs(v("drop.met") - v("drop.met_posts_first")) < 0.01,
    ),
    # ads and influencers
    (
        r"Narrow place: the telephone",
        lambda v: (
            (v("next_call") > 1)
            and (
                v("next_call") - 1 > abs(v("next_euro") - 1)
                or v("longer_profit") > v("best_profit")
            )
        ),
    ),
    (
        r"More leads than calls",
        lambda v: (
            round(v("best_profit")) > max(round(v("longer_profit")), round(v("profit")))
            and v("leads") > v("capacity")
            and v("best") < v("budget")
        ),
    ),
    (
        r"Narrow place: money and telephone",
        lambda v: v("next_euro") > 1 < v("next_call") and v("best") > v("budget"),
    ),
    (
        r"half an hour more would (leave|end at) ",
        lambda v: (
            v("capacity") == 0
            or v("best") > max(v("budget"), v("tried_to"))
            or round(v("best_profit")) <= round(v("longer_profit"))
        ),
    ),
    (r"of ads would leave ", lambda v: round(v("best_profit")) > round(v("profit"))),
    (r"^With no more time for calls", lambda v: v("longer_profit") > v("profit")),
    (
        r"[nN]o budget is worth it|^No budget for these ads is worth the trouble",
        lambda v: v("best_gain") < v("running"),
    ),
    (r"(^|, )\S+( h)? left(\.|$)", lambda v: round(v("profit")) >= 0),
    (r"(^|, )\S+( h)? lost(\.|$)", lambda v: round(v("profit")) < 0),
    (
        r"Narrow place: money(?! and)",
        lambda v: v("next_euro") > 1 and v("lead_worth") >= v("lead_price"),
    ),
    (r"Too much for ads", lambda v: v("next_euro") <= 1),
    # In a shop nobody is called, and these sentences are not said.
    (r"Half an hour more of calls alone earns", lambda v: v("next_call") >= 0),
    (r"^Somebody must call first", lambda v: v("capacity") == 0 == v("earned")),
    (r"^Most is left above", lambda v: v("best") > max(v("tried_to"), v("budget"))),
    (
        r"^Your cash (comes first|is short, too)",
        lambda v: v("best") >= 1 and v("euros_gap") + v("best") > v("budget"),
    ),
    (r"^Your cash comes first: .* this budget", lambda v: round(v("budget")) == v("best")),
    (r"Find these hours first\.", lambda v: v("gap") > 0),
    (r"The ads bring more leads", lambda v: v("leads") > v("capacity")),
    (
        r"^Another place would leave more: ",
        lambda v: v("place_more") >= 0.5,
    ),
    (
        r"^Another place would leave more: .* no budget for these ads pays",
        lambda v: v("best") < 1,
    ),
    (
        r"One less for ads saves a whole euro",
        lambda v: round(v("next_call"), 2) - 1 <= v("euro_less") + 1e-9,
    ),
    (r"^Spilled euros cannot be cut out alone", lambda v: v("unspilled") < v("extra")),
    (
        r"^Own hours for .*, if paid, cost .* a month: \S+( h)? would be left",
        lambda v: v("ads_wages") > 0 and v("after_wages") > -1,
    ),
    (
        r"^Own hours for .*, if paid, cost .* it would end at ",
        lambda v: v("after_wages") < 0,
    ),
    (r"and less would be left", lambda v: v("unspilled_profit") < v("profit")),
    (r"though more euros would be left", lambda v: v("unspilled_profit") > v("profit")),
    (r"and as much would be left", lambda v: abs(v("unspilled_profit") - v("profit")) < 1),
    (r"Too much time bought", lambda v: v("idle_profit") > v("profit")),
    (r"Near the best budget", lambda v: round(v("best_profit")) == round(v("profit"))),
    (
        r"(half an hour (more|less)|no bought time): ",
        lambda v: v("time_profit") >= v("best_profit") + 0.5,
    ),
    (
        r"(half an hour (more|less) at the telephone|no bought time at all) would",
        lambda v: v("budget") > 0.5,
    ),
    (r"^With all this time", lambda v: v("time_profit") >= v("best_profit") >= v("profit")),
    (r"^With no time bought", lambda v: v("time_profit") >= v("best_profit") + 0.5),
    (
        r"^With half an hour (more|less) at the telephone most is left",
        lambda v: v("time_profit") >= v("best_profit") + 0.5,
    ),
    (
        r"(a called lead costs .*, earns|an order costs)",
        lambda v: v("lead_worth") < v("called_price") and v("profit") < 0,
    ),
    (r"half an hour less saves|buying none saves", lambda v: v("idle_profit") > v("profit")),
    # The budget in whole euros, as it is printed.
    (r"^No other budget for ads", lambda v: round(v("budget")) == v("best")),
    (r"Best budget", lambda v: round(v("budget")) == v("best")),
    (
        r"too many of these leads are never called",
        lambda v: v("leads") * v("lead_worth") * v("could_buy") > v("quality_first") * v("earned"),
    ),
    (r"^Most is left at", lambda v: v("best_profit") >= v("profit")),
    (r"^The less is spent here on ads", lambda v: v("budget") > v("best")),
    (r"spilled", lambda v: v("wasted") > 0),
    (r"[Nn]ew customers bring .* is left ", lambda v: round(v("profit")) >= 0),
    (r"[Nn]ew customers bring .* is lost ", lambda v: round(v("profit")) < 0),
    (r"after ads, before \S+( h)? of own hours", lambda v: v("cost") == v("budget")),
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
    (
        r" pays? (only )?from .+ new customers a year on",
        lambda v: abs(v("breaks_even") - v("yearly_cost") / v("contribution")) <= 0.051,
    ),
    (r"; you aim at ", lambda v: v("customers_aimed") < v("breaks_even")),
    (r"^Even .* aimed at would not pay", lambda v: v("stays_at_aim") < v("yearly_cost")),
    (r"^More cannot stay of a customer", lambda v: v("contribution") > v("turnover")),
    (r", more than the .* whom you serve", lambda v: v("needed_share") > 1),
    # answers
    (r"are answered within (?!.* of writing)", lambda v: v("load") < 1),
    (r"of it for our next look", lambda v: v("look_part") <= v("wait") + 1e-9),
    (r"here minutes decide", lambda v: v("look_part") < v("queue_part")),
    (r"Here minutes decide", lambda v: v("load") >= 1),
    (r"is nearly full", lambda v: v("load") >= v("full")),
    (r"only these would count", lambda v: v("if_stated") > v("in_time")),
    (r"changes the promise, not the wait", lambda v: v("on_the_clock") <= v("in_time") + 0.005),
    (r"They still wait", lambda v: v("evening") >= v("counted")),
    (
        r"[Gg]aps of up to .* break .*, (and )?looks too short",
        lambda v: v("lost_to_gaps") > v("lost_to_full_looks"),
    ),
    (r"more minutes (would )?help", lambda v: v("lost_to_full_looks") >= v("lost_to_gaps") - 1e-9),
    (
        r"leave that gap|the gap of .* stays, and all share",
        lambda v: round(v("a_day")) > 1 and v("lost_to_gaps") > 0,
    ),
    (
        r"looks .* times? a week: .* of looking",
        lambda v: abs(v("looking") - v("looks_a_week") * v("look_minutes")) < 1e-9,
    ),
    (r"a second look", lambda v: round(v("a_day")) == 1 and v("lost_to_gaps") < 1e-9),
    (r"more days the wait", lambda v: v("wait") > v("promise")),
    (r"Care alone takes .* too close to call, as only", lambda v: round(v("enough"), 1) < 0.8),
    (r"Care alone would take .* a trial, no promise", lambda v: round(v("care_enough"), 1) < 0.8),
    (r"full looks break none", lambda v: v("lost_to_full_looks") < 1e-9),
    (r"gaps? (break none|is longer)", lambda v: v("lost_to_gaps") < 1e-9),
    (r"needs .* is so near that", near_a_line),
    (r"[Yy]ou may print this promise", lambda v: round(v("in_time"), 2) >= v("gate_G6b")),
    (r"By its share .* wait", lambda v: round(v("wait"), 1) > v("promise")),
    (
        r"you may try this promise",
        lambda v: v("gate_G6b_trial") <= round(v("in_time"), 2) < v("gate_G6b"),
    ),
    (r"Do not print this promise: it needs", lambda v: round(v("in_time"), 2) < v("gate_G6b")),
    (
        r"Try this promise",
        lambda v: v("gate_G6b_trial") <= round(v("in_time"), 2) < v("gate_G6b"),
    ),
    (r"the messages do not fit", lambda v: v("load") >= 1),
    (r"Care alone takes .* to spare", lambda v: v("care_alone") <= v("available") + 0.05),
    (r"Care alone would take .* still be missing", lambda v: v("care_alone") > v("available")),
    (r"Care alone would take .* and leave", lambda v: v("care_alone") < v("available")),
    (r"most readings say that we give more", lambda v: v("job") > 0.5),
    (r"It saves us work only if", lambda v: v("saves_from") < 1),
    (r"most readings say that members give more", lambda v: v("job") < 0.5),
    (r"The pile grows by", lambda v: v("load") >= 1),
    (r"are too many: after", lambda v: v("asked.day") > v("held.day") and v("pile.here") > 0),
    (r": each gets its first answer", lambda v: 0 < v("asked.day") <= v("held.day")),
    (r"^No question comes, so none waits", lambda v: v("asked.day") == v("pile.here") == 0),
    (r"there is time for all of them", lambda v: v("asked.day") <= v("talks.day")),
    (r"^Nobody has time to answer: after", lambda v: v("held.week") == 0),
    # forms, readers
    (r"^No form is at home on all", lambda v: v("most_homes") < v("columns")),
    (r"^Here one form would do", lambda v: v("most_homes") == v("columns")),
    (r"is read by .* possible buyers", lambda v: v("reached") > 0),
    (r"^Nobody posts: only the page is read", lambda v: v("who_post") == 0),
    (r"One new buyer pays for the campaign\.", lambda v: v("needed") < 1),
    (r"such campaigns bring no new buyer", lambda v: v("none_comes") > 0),
    (r"the campaign leaves", lambda v: v("profit") > 0),
    (r"the campaign costs .* more than it earns", lambda v: v("profit") < 0),
    (r"the influencer brings .*[Aa]ds ", lambda v: v("views") > 0 < v("fee")),
    (r"nothing that you can make is at home or passable", lambda v: v("forms_needed") < 4),
    # people, posts, searches
    (r"see a post through people, .* through the page", lambda v: v("buyers") > v("page_buyers")),
    (r"see a post through the page, .* through people", lambda v: v("page_buyers") > v("buyers")),
    (
        r"^By the count equally many possible buyers",
        lambda v: average_of(v("buyers")) == average_of(v("page_buyers")),
    ),
    (r"^Nobody posts: only the page is left", lambda v: v("posters") == 0 < v("page_buyers")),
    (r"^No contact sees a post", lambda v: v("reached") == 0 < v("posters")),
    (
        r"people are clearly ahead \(from .* of .* on\)",
        lambda v: v("sure_from") <= v("buyers_of_20"),
    ),
    (
        r"from .* of .* on people would be clearly ahead",
        lambda v: average_of(v("likely.high")) < average_of(v("page_buyers")),
    ),
    (
        r"^By the count .* through the page: too close",
        lambda v: average_of(v("likely.low")) <= average_of(v("page_buyers")) and v("ahead") < 0.95,
    ),
    (
        r"through the page, .* by the count through people: too close",
        lambda v: (
            average_of(v("page_buyers")) <= average_of(v("likely.high")) and v("ahead") > 0.05
        ),
    ),
    (
        r"no count puts people clearly ahead",
        lambda v: average_of(v("page_buyers")) >= average_of(0.93 * v("reached")),
    ),
    (r"none counted through people", lambda v: v("buyers_of_20") == 0 < v("likely.high")),
    (
        r"^After this count ",
        lambda v: v("likely.low") <= v("buyers") <= v("likely.high") and 0 <= v("ahead") <= 1,
    ),
    (r"of the contacts saw (it, both would|a post)", lambda v: 0 < v("seen_level") <= 1),
    (
        r"possible buyers? among the contacts both would be level",
        lambda v: (
            (v("turn") < v("could_buy") * v("contacts_all")) == (v("buyers") > v("page_buyers"))
        ),
    ),
    (
        r"of the contacts saw (it, both would|a post)",
        lambda v: (
            abs(v("seen_level") - v("seen")) < 0.01 * v("seen")
            or (v("seen_level") < v("seen")) == (v("buyers") > v("page_buyers"))
        ),
    ),
    (r"If whoever posts leaves", lambda v: v("without_one") == 0),
    (r"If one of them leaves", lambda v: v("posters") >= 2),
    (
        r", no more than .* \(",
        lambda v: round(v("more.in_touch")) <= round(v("posts.in_touch")),
    ),
    (
        r"[Ii]n the same .*links alone (keep|\d)",
        lambda v: round(v("mix.in_touch")) > round(v("links.in_touch")),
    ),
    (
        r"In the same hours, .* would keep",
        lambda v: all(
            max(round(v("posts.in_touch")), round(v("talk.in_touch"))) > round(v(f"{key}.in_touch"))
            for key in ("mix", "links")
        ),
    ),
    (r"fewer than links alone", lambda v: v("mix.in_touch") < v("links.in_touch")),
    (
        r"nother hour wins more here than links",
        lambda v: max(v("hour.talk"), v("hour.posts")) >= v("hour.links"),
    ),
    (
        r"an hour of links wins most",
        lambda v: v("hour.links") > max(v("hour.talk"), v("hour.posts")),
    ),
    (r"Posts are ahead of conversations", lambda v: v("hour.posts") > v("hour.talk")),
    (
        r"In the same hours, .* would keep .*, if somebody is there",
        lambda v: round(v("talk.in_touch")) > round(v("posts.in_touch")),
    ),
    (
        r"would keep .* if somebody is there to talk",
        lambda v: v("mix.links") + v("mix.posts") < 1,
    ),
    (r"With clearly less than one post a week", lambda v: v("mix.links") + v("mix.posts") <= 0.95),
    # articles, ads, posts
    (r"years articles bring more visits\b", lambda v: v("articles.all") > v("search.all")),
    (r"years search ads bring more visits\b", lambda v: v("articles.all") < v("search.all")),
    (
        r"years search ads that end with the last article bring more",
        lambda v: v("articles.all") < v("search.all"),
    ),
    (
        r"articles bring more visits than search ads that end with the last article",
        lambda v: v("articles.all") >= v("longer.all"),
    ),
    (
        r"^Articles bring more visits than search ads that end with the last one",
        lambda v: v("search.all") < v("articles.all") < v("longer.all"),
    ),
    (r"Articles would win if more than", lambda v: v("found") < v("turns_found.search") <= 1),
    (r"Articles win (if more than|even if)", lambda v: v("turns_found.search") < v("found")),
    (r"is flattered", lambda v: v("post.hours") > v("photo.hours")),
    (r"within a year: a flow, too", lambda v: v("year") < 0.005),
    (r"here a post is a stock", lambda v: v("year.post") >= 0.005),
    (
        r"[Ee]ven if every article were found, (search )?ads",
        lambda v: v("articles.all") < v("found") * v("search.all"),
    ),
    (r"search ads can spend only", lambda v: v("spent") < v("paid")),
    (r"bring as many visits", lambda v: abs(v("articles.all") - v("search.all")) <= 1),
    (
        r"bring about as many visits",
        lambda v: 0.9 <= v("articles.all") / v("search.all") <= 1 / 0.9,
    ),
    (r"no article is missing", lambda v: v("written") == 0),
    (r"^Nobody searches for it", lambda v: v("searches") == 0),
    (r"posts bring most visits", lambda v: v("posts.all") > v("articles.all")),
    (r"Going on, they bring .* within three", lambda v: v("longer.all") > v("search.all")),
    # actions of a SWOT
    (r"\bopens? (?!no |a )[\w ,]+ gates?", lambda v: v("together") > 0),
    (r"\bshuts? (?!no |a )[\w ,]+ gates?", lambda v: v("newly") > 0),
    (r"^All .* lines are wishes", lambda v: v("wishes") == v("lines")),
    (r"^No line is a wish", lambda v: v("wishes") == 0),
    (r"lacks? a proof", lambda v: v("unproved") > 0),
    (r"lacks? an action|, .* an action$|, .* an action\. ", lambda v: v("idle") > 0),
    (r"(Together .* |^)(bring|free) .* a week", lambda v: v("swot.moved") > 0),
    (r"(Together .* |^)take .* a week", lambda v: v("swot.moved") < 0),
    (r"(Together .*; \S+ h are missing\.|^\S+ h are missing)$", lambda v: v("swot.gap_after") > 0),
    (
        r"(Together .*; \S+ h are to spare\.|^\S+ h are to spare)$",
        lambda v: v("swot.gap_after") < 0,
    ),
    (r"One by one they come to", lambda v: v("swot.alone") != v("swot.moved")),
    (r"opens? no gate", lambda v: v("together") == 0),
    (r"with what is chosen, .* are missing", lambda v: v("swot.gap_after") > 0),
    (r"planned networks lack .* a week today", lambda v: v("swot.gap") > 0),
    (r"planned networks leave .* a week free today", lambda v: v("swot.gap") <= 0),
    (r"with what is chosen, .* are to spare", lambda v: v("swot.gap_after") < 0),
    (r"None of the .* actions opens a gate alone", lambda v: v("opening") == 0),
    (r"Then all are open", lambda v: v("shut_after") == 0),
    # whys
    (r"All aims alike, .* are a tie", lambda v: v("even.best") - v("even.next") < v("tie")),
    (r" in a dead heat", lambda v: v("even.best") - v("even.next") < 0.01),
    (r"; loses up to .+ points \(", lambda v: v("short.most") >= v("short.least") >= v("tie")),
    (r"gets .* by a hair", lambda v: 0 < v("even.best") - v("even.next") < v("tie")),
    (r"^Silence costs .* points here", lambda v: v("mix.short") >= v("tie")),
    (r"Without a why, .*: right for .* of ", lambda v: 0 <= v("right") <= v("aims")),
    # the same hours, spread
    (r": \S+ h of \S+ h a week go before the first post", lambda v: widest(v, "left") > 0),
    (r"would go before the first post, .* and no post is left", lambda v: widest(v, "posts") == 0),
    (r" alone, at the level .* could meet most: ", lambda v: v("set1.met") > widest(v, "met")),
    (r"^On .* most could see a post in a month: ", lambda v: widest(v, "met") >= v("set1.met")),
    (r"^Not needed on ", lambda v: widest(v, "planned") > 0 and idle(v) > 0),
    (r"^From .* all .* would meet more than fewer do", lambda v: v("turn") > v("available")),
    (r"^All .* are ahead of any fewer here", lambda v: v("turn") <= v("available")),
    (r"^All .* are ahead by a hair", lambda v: v("turn") <= v("available")),
    (r"^All .*, not even with ", lambda v: not there(v, "turn")),
    (r" meets? as many as .+ in a month", lambda v: widest(v, "met") >= most_met(v) - 0.01),
    (
        r" in a month; the same hours on .* would meet ",
        lambda v: v("own.best") > v("wish.met"),
    ),
    (r"or another level, would not meet more", lambda v: v("own.best") < v("wish.met") + 0.01),
    (r"any law fits", lambda v: v("sheet.low") <= v("linear2")),
    (r"any law fits", lambda v: v("sheet.low") <= v("exponential2") <= v("sheet.high")),
    (r"^If work grows by pairs, .* rule out “added up”", lambda v: v("linear2") < v("sheet.low")),
    (r"but not “added up”", lambda v: v("linear2") >= v("sheet.low")),
    (
        r"(rule out|and) growth by .+ at two",
        lambda v: not v("sheet.low") <= v("exponential2") <= v("sheet.high"),
    ),
    (
        r"go before any post; they could meet ",
        lambda v: round(100 * most_met(v)) > round(100 * widest(v, "met")),
    ),
)
"""A sentence, and what has to be true of the result wherever it is said."""


def broken(words: Words, result: Result) -> Iterator[str]:
    """Sentences of a headline or a remark that the result does not bear out."""
    for said in (words.headline, *words.remarks, *words.folded):
        said = said.replace("\N{NO-BREAK SPACE}", " ")
        for claim, holds in CLAIMS:
            if re.search(claim, said) and not holds(result.value):
                yield said
