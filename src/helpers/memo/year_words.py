"""A week and a year of what is opened, with what they are counted from: words of the annex."""

import math
from collections.abc import Iterator

from helpers.findings import Findings
from helpers.memo.chain_words import first_year
from helpers.memo.stopping import near_day
from helpers.models.decision import KEEP
from helpers.models.result import Result
from helpers.models.review import (
    ACCEPTED,
    LIKELY,
    METRIC,
    NEEDED,
    THERE,
    counted_days,
    stopped_year,
)
from helpers.views.words import Speaker
from helpers.words import locale, units
from helpers.words.locale import _


def hours_sentence(found: Findings) -> str:
    """What is needed beside what there is, in our words."""
    speak, missing = Speaker(found.bars[1]), found.bars[1].value("gap")
    said = _("{networks}: {required} a week needed, {available} available; as much as we need.")
    if round(missing, 1) > 0:
        said = _("{networks}: {required} a week needed, {available} available; {missing} short.")
    elif round(missing, 1) < 0:
        said = _("{networks}: {required} a week needed, {available} available; {missing} to spare.")
    return said.format(
        networks=shown_names(found),
        required=speak("required"),
        available=speak("available"),
        missing=speak("missing"),
    )


def making_sentence(found: Findings) -> str:
    """How the hours come from the ledger, whose rows say low, used and high of one."""
    data = found.tables
    rows = data.cadence[
        data.cadence["network"].isin(found.shown) & (data.cadence["level"] == found.level)
    ]
    keys = dict.fromkeys([f"making_{kind}" for kind in rows["format"]])
    told = []
    for key in (*keys, "handling_minutes"):
        row = data.assumptions[key]
        mean = locale.plain(math.floor(100 * row.expected + 0.5) / 100)
        label = _(row.label)
        told.append(f"{label} {mean} {row.unit}")
    return _(
        "Hours are counted with the mean of a range, (low + 4 × used + high) ÷ 6: {rows}. Parts "
        "are rounded so that they add up."
    ).format(rows="; ".join(told))


def pay_sentences(found: Findings) -> Iterator[str]:
    """From when it pays, or what it may cost, with all that it is counted from."""
    result, speak = found.presence, Speaker(found.presence)
    networks = shown_names(found)
    yield _(
        "{networks}: {hours} h × 52 weeks × {wage} + 12 × {euros} = {cost} a year of posting."
    ).format(
        networks=networks,
        hours=locale.plain(round(result.value("presence.hours"), 3)),
        wage=units.written(result.value("wage"), "price"),
        euros=speak("presence.euros"),
        cost=speak("yearly_cost"),
    )
    if not found.sells:
        said = _("What it may cost, nobody has said.")
        if result.value("accepted"):
            said = _("We accept {accepted} a year.")
        yield said.format(accepted=speak("accepted"))
    elif "pays_from" not in result:
        yield _("What a customer leaves, nobody has said.")
    else:
        yield from _pays(found)
    if found.signed:
        yield from _once(found)
        yield from _too_many_hours(found)
    yield from _fewest(found)


def _pays(found: Findings) -> Iterator[str]:
    result, speak = found.presence, Speaker(found.presence)
    exact = _exact(result)
    whole = speak.plural(
        "{cost} ÷ {left} that a new customer leaves = {exact}: it pays from {number} new customer "
        "on.",
        "{cost} ÷ {left} that a new customer leaves = {exact}: it pays from {number} new customers "
        "on.",
        "pays_from_whole",
        cost=speak("yearly_cost"),
        left=speak("contribution"),
        exact=exact,
    )
    yield whole
    if "needed_share" in result and result.value("needed_share") <= 1:
        yield _("Of all customers of a year ({served}), {exact} are {share} of 100.").format(
            exact=exact,
            served=speak.bare("customers_a_year"),
            share=speak.bare("of_hundred"),
        )


def _exact(year: Result) -> str:
    """The customers that a year is divided into, with so many places that they round up as said."""
    exact, whole = year.value("pays_from"), year.value("pays_from_whole")
    digits = 1 if math.ceil(round(exact, 1)) == whole else 2
    return locale.number(exact, digits)


def _once(found: Findings) -> Iterator[str]:
    """The start, the first year with it, and from when on who names a kept page is counted."""
    plan, speak = Speaker(found.plan), Speaker(found.presence)
    said = _("The start, once: the plan without its weeks of posts, {start}.")
    if found.asks:
        said = _("The start, once: the plan without its weeks of posts, and the fee: {start}.")
    yield said.format(start=plan("start"))
    first_one = first_year(found)
    if first_one is not None and (first_one.facts["over"] or first_one.facts["more"]):
        told = Speaker(first_one)
        said = _("With it the first year pays from {pays} on.")
        if "first.share" in first_one:
            said = _("With it the first year pays from {pays} on, {share} of 100.")
        if first_one.facts["over"]:
            said = _(
                "With it the first year pays from {pays} on, {share} of 100: over the line of "
                "{line}."
            )
        yield said.format(
            pays=told.bare("first.pays"),
            share=told.bare("first.share") if "first.share" in first_one else "",
            line=speak("most_of_hundred"),
        )
    kept = [n for n in found.signed if found.decision[n].verdict == KEEP]
    first = found.ninety_days.days.first
    if kept and first:
        yield _(
            "{networks}: there already. Counted is whoever names it when asked from {day} on, "
            "starting at 0: who has come before is not."
        ).format(
            networks=locale.listing([found.tables.name("network", n) for n in kept]),
            day=near_day(first),
        )


def _too_many_hours(found: Findings) -> Iterator[str]:
    """What the hours come from above which week six stops it."""
    rule, paying = found.stop, Speaker(found.presence)
    told = {
        THERE: _("Week six stops above {hours} a week: the {there} available ÷ {line}."),
        LIKELY: _("Week six stops above {hours} a week: likely are {low} to {high}."),
        ACCEPTED: _(
            "Week six stops above {hours} a week: at most there a year costs the {accepted} that "
            "we accept."
        ),
        NEEDED: _(
            "Week six stops above {hours} a week: at most there a year needs {most} of 100 "
            "customers."
        ),
    }
    bound = rule.facts["bound"]
    yield told[bound].format(
        hours=Speaker(rule)("sheet_hours"),
        low=Speaker(found.gap[1])("band_low"),
        high=Speaker(found.gap[1])("band_high"),
        there=Speaker(found.gap[1])("available"),
        line=units.written(found.tables.default("borderline"), "share"),
        accepted=paying("accepted") if bound == ACCEPTED else "",
        most=paying("most_of_hundred") if bound == NEEDED else "",
    )
    if "six.most" in found.plan:
        plan, six = Speaker(found.plan), found.stop.facts["six"]
        yield _("At that {most} are spent by {day}.").format(
            most=plan("six.most"), day=near_day(six)
        )
    if found.sells and "of_hundred" in found.presence:
        year = stopped_year(found.presence, rule.value("sheet_hours"))
        if year.facts["over"]:
            yield _("A year of that needs {share} of 100: only for six weeks.").format(
                share=Speaker(year).bare("stopped.share")
            )


def _fewest(found: Findings) -> Iterator[str]:
    """What the fewest that have to come are counted from."""
    rule, known, days = found.stop, found.company.objective, found.ninety_days.days
    if "least" not in rule or not rule.facts["rises"]:
        return
    speak = Speaker(rule)
    sampled = "sampled_least" in rule
    if not found.sells or not found.signed:
        base = locale.plain(known["target"] - known["baseline"])
    elif rule.facts["counts"] == METRIC:
        base = _("({exact} ÷ {part})").format(
            exact=_exact(found.presence), part=units.written(known["conversion"], "share")
        )
    else:
        base = _exact(found.presence)
    said = _(
        "The count on {day}: {path} of {base} × {days} of 365 days, rounded up, is {least}, as if "
        "they came evenly over the year."
    )
    if sampled:
        said = _(
            "The count on {day}: {path} of {base} × {days} of 365 days, rounded up, is {least}, as "
            "if they came evenly; of {people} who are asked that is {sampled}."
        )
    yield said.format(
        day=near_day(days.review),
        path=units.written(found.tables.default("stop_path"), "share"),
        base=base,
        days=locale.number(counted_days(days, found.tables)),
        least=speak("least"),
        people=speak("sampled_people") if sampled else "",
        sampled=speak("sampled_least") if sampled else "",
    )


def shown_names(found: Findings) -> str:
    """What is signed, or the nearest, by name."""
    return locale.listing([found.tables.name("network", n) for n in found.shown])
