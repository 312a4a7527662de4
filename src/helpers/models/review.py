"""Review: when to stop, by a date and figures set beforehand; whether to ask an expert first."""

import math
from dataclasses import dataclass

from helpers.company import Company
from helpers.data.tables import Tables
from helpers.models import advice
from helpers.models.decision import KEEP, NOT_YET, OPEN, Decision, Judgement
from helpers.models.gate_figures import customers_aimed_at
from helpers.models.gates import gates, of_measure
from helpers.models.ninety_days import DAYS_A_YEAR
from helpers.models.plan_days import Calendar
from helpers.models.result import Result, Sheet, whole_up


@dataclass(frozen=True)
class StopRule:
    """When to stop, set beforehand, and counted from nought on the day of the decision.

    In week six: hours a week on the time sheet, share of messages answered late. On the day of
    the review: fewer than ``least`` new ones, or more where less is aimed at (``rises`` is
    false), or days that a message lies open. ``pace`` is how many would have come by then in a year
    that pays; None where no sale is judged. ``counts`` is what is counted: what the objective
    names, or customers; '' where nobody has said what. ``bound`` is what ends the hours: those
    that there are, the likely hours of the plan (``LIKELY``), or what a year may cost
    (``ACCEPTED``, ``NEEDED``). ``sampled``: where more come than can all be asked, the fewest
    of the part that is asked; ``people`` are so many.
    """

    days: Calendar
    hours: float
    late: float
    silence: float
    least: int | None
    rises: bool
    counts: str
    bound: str = ""
    sampled: int | None = None
    people: int = 0
    pace: int | None = None


METRIC, CUSTOMERS = "metric", "customers"
LOCAL = "b2c_local"
"""The market whose customers come in person."""
THERE, LIKELY, ACCEPTED, NEEDED = "there", "likely", "accepted", "needed"
TENTH = 0.1
TOLD = "tell"
"""The task after which all are asked who sent them, where nothing is posted."""


@dataclass(frozen=True)
class Week:
    """Hours of a week: planned for the networks, up to which they are likely, and there."""

    planned: float
    likely: float
    there: float


def stop_rule(
    company: Company,
    tables: Tables,
    days: Calendar,
    week: Week,
    paying: Result | None,
    cap: tuple[str, float] | None = None,
) -> StopRule:
    """Half of what pays for a year, for the days of posts until the review, and at least one.

    ``paying`` is the pay-off of what is opened; None where no sale is its aim: then it is half of
    what the objective means. Where nothing is posted, days count since all are asked who sent them.
    Too many hours in a ``week`` are more than those that there are less what cannot be told from
    enough, more than is likely by the estimate, and more than ``cap``, what ``most_hours`` allows,
    where that leaves room: nobody stops who keeps to the plan.
    """
    value = tables.default
    known = company.objective
    part = value("stop_path") * counted_days(days, tables) / DAYS_A_YEAR
    least, rises, counts, pace = None, True, "", None
    stated = None not in (known["baseline"], known["target"])
    if paying is not None:
        fewer = known["metric"] and stated and 0 < known["conversion"] < 1
        counts = METRIC if fewer else CUSTOMERS  # enquiries come long before customers do
        pays = paying.value("pays_from") if "pays_from" in paying else 0.0
        if counts == METRIC:
            pays /= known["conversion"]
        least, pace = _fewest(part * pays), _fewest(part / value("stop_path") * pays)
    elif stated and known["metric"]:
        more, counts = known["target"] - known["baseline"], METRIC
        rises = more > 0
        least = _fewest(part * more)
        if not rises:
            a_year = known["baseline"] + value("stop_path") * more
            least = max(math.floor(a_year * days.running / DAYS_A_YEAR + 1e-9), 0)
    bound, most = _most(week, cap, value("borderline"))
    people = asked_people(company, days, value("ask_all"), value("ask_part"), counts)
    sampled = None
    if people and least and rises:
        sampled = max(math.ceil(round(least * value("ask_part"), 1)), 1)
    return StopRule(
        days,
        most,
        1 - value("gate_G6b_trial"),
        value("stop_silence"),
        least,
        rises,
        counts,
        bound,
        sampled,
        people if sampled else 0,
        pace,
    )


def counted_days(days: Calendar, tables: Tables) -> int:
    """The days on which whoever comes is asked who sent them: of posts, or since all are told."""
    if days.first:
        return days.running
    return max(days.days - int(tables.tasks.at[TOLD, "to_day"]), 0)


def asked_people(company: Company, days: Calendar, most: float, part: float, counts: str) -> int:
    """How many are asked who sent them, where more come than can all be asked; 0: all are.

    A shop on line asks everybody in its form.
    """
    come = company.objective["baseline"] if counts == METRIC else company.customers_a_year
    if not come or company.market != LOCAL or not days.first:
        return 0
    there = come * days.running / DAYS_A_YEAR
    return round(part * there) if there > most else 0


def _most(week: Week, cap: tuple[str, float] | None, line: float) -> tuple[str, float]:
    """What ends the hours, and how many: the least that is, as it is printed, above the plan."""
    planned = round(week.planned, 1)
    bounds = [(THERE, week.there / line), (LIKELY, week.likely), *([] if cap is None else [cap])]
    above = [bound for bound in bounds if round(bound[1], 1) > planned]
    least = (LIKELY, planned + TENTH)  # a tenth more is the least that can be told from it
    return min(above, key=lambda bound: bound[1], default=least)


def most_hours(
    presence: advice.Presence | None, company: Company, sells: bool, tables: Tables
) -> tuple[str, float] | None:
    """What a year may cost says how many hours a week; None where nobody has said what it may.

    Where sales are judged, a year may need no larger part of the customers than the verdict allows.
    """
    cost: float | None = company.accepted_cost
    if sells:
        customers = company.customers_a_year
        line = of_measure(gates(tables), "needed").pass_at
        cost = line * customers * company.contribution if customers else None
    hours = None if presence is None or not cost else accepted_hours(presence, cost)
    return None if hours is None else (NEEDED if sells else ACCEPTED, hours)


def first_year(year: Result, start: float) -> Result:
    """What a year of posting and one with its start need: whole customers, none comes in part.

    ``year`` is its pay-off, ``start`` in euros. ``whole.share`` and ``first.share`` are how many of
    a hundred served they are. The fact ``over``: only the start lifts them over the line of the
    verdict, as printed. ``above``: whole customers are over it where the sum of the verdict is
    not. ``more``: with its start it takes more customers.
    """
    sheet, over, above = Sheet(), False, False
    pays = (year.value("yearly_cost") + start) / year.value("contribution")
    whole = sheet.add("first.pays", whole_up(pays), "customers").value
    alone = year.value("pays_from_whole")
    if "of_hundred" in year:
        served, line = year.value("customers_a_year"), year.value("most_of_hundred")
        plain = sheet.add("whole.share", 100 * alone / served, "customers").value
        share = sheet.add("first.share", 100 * whole / served, "customers").value
        over = round(plain, 1) <= line < round(share, 1)
        above = round(year.value("of_hundred"), 1) <= line < round(plain, 1)
    return sheet.result(over=over, above=above, more=whole > alone)


def stopped_year(year: Result, hours: float) -> Result:
    """What a year at the hours a week that stop it would need of a hundred customers served.

    The fact ``over``: over the line of the verdict, as printed.
    """
    sheet = Sheet()
    cost = advice.WEEKS_A_YEAR * hours * year.value("wage") + 12 * year.value("presence.euros")
    served = year.value("contribution") * year.value("customers_a_year")
    share = sheet.add("stopped.share", 100 * cost / served, "customers")
    return sheet.result(over=round(share.value, 1) > year.value("most_of_hundred"))


def _fewest(part: float) -> int:
    """The fewest whole cases that are not less than a part in tenths, and at least one."""
    return max(math.ceil(round(part, 1)), 1)


def accepted_hours(presence: advice.Presence, accepted: float | None) -> float | None:
    """Hours a week up to which a year costs what is accepted, in tenths; None where none is said.

    Where a year costs more than that already, its own hours are the most.
    """
    if accepted is None:
        return None
    cash = 12 * presence.euros
    hours = (accepted - cash) / (advice.WEEKS_A_YEAR * presence.wage)
    return max(math.floor(10 * hours + 1e-9) / 10, presence.hours)


def close_calls(decision: Decision, tables: Tables) -> tuple[Judgement, ...]:
    """Networks whose stability or hours lie so near their threshold that advice could turn them.

    What another gate has stopped for good hangs on nothing.
    """
    value = tables.default
    ranges = (
        ("stability", value("advice_low"), value("advice_high")),
        ("coverage", value("advice_hours_low"), value("advice_hours_high")),
    )

    def hangs(judgement: Judgement) -> bool:
        near = []
        for measure, low, high in ranges:
            outcome = judgement.outcome(measure)
            if outcome is None or outcome.figure is None:
                continue
            near.append(low <= outcome.figure <= high)
            if outcome in judgement.failed and not near[-1]:
                return False  # it fails here by far, whatever else is near
        return any(near)

    open_cases = (j for j in decision.judgements if j.verdict in (OPEN, KEEP, NOT_YET))
    return tuple(judgement for judgement in open_cases if hangs(judgement))


def bet(company: Company, judgement: Judgement, tables: Tables) -> advice.Bet | None:
    """Opening this network as a bet at the learner's own odds; None without a contribution.

    It wins the contribution of the customers aimed at less the cost of a year, and loses that
    cost. The odds are the learner's own, never the stability.
    """
    pays = judgement.outcome("customers")
    if pays is None or pays.figure is None or pays.threshold is None:
        return None
    cost = pays.threshold / pays.gate.pass_at * company.contribution
    return bet_on(company, cost, pays.figure, tables)


def bet_on(company: Company, cost: float, aimed: float, tables: Tables) -> advice.Bet:
    """A year that costs so many euros, as a bet on so many new customers."""
    value = tables.default
    return advice.Bet(
        company.odds if company.odds is not None else value("odds"),
        max(aimed * company.contribution - cost, 0.0),
        cost,
        value("sensitivity"),
        value("specificity"),
        value("fee"),
    )


def signed_bet(
    company: Company, judgement: Judgement, presence: advice.Presence, tables: Tables
) -> advice.Bet | None:
    """A year of what is signed as a bet; ``judgement`` is that of its first network."""
    asked, aimed = bet(company, judgement, tables), customers_aimed_at(company)
    if asked is None or aimed is None:
        return None
    return bet_on(company, advice.yearly_cost(presence), aimed, tables)


def stopped_bet(year: Result, loss: float, start: float) -> advice.Bet:
    """The bet of a year whose loss is that until a day on which it is stopped.

    The ``start`` is spent whatever comes: it is in the ``loss``, and it is taken off the gain.
    """
    of = year.value
    gain = max(of("gain") - start, 0.0)
    return advice.Bet(of("odds"), gain, loss, of("sensitivity"), of("specificity"), of("fee"))


def stakes(company: Company, decision: Decision, tables: Tables) -> tuple[str, advice.Bet | None]:
    """The network that an expert would be asked about, and the bet on it.

    A close call that is opened, or else another one, whichever knowing could be worth most for;
    where no verdict hangs on a figure near its threshold, the first network that is opened, or
    else the one that lacks least. What is opened is bet on as a whole. Our odds and the expert
    choose no network, so that it stays the same while they are thought about. The bet is None
    where the pay-off in customers is not asked or not known.
    """
    close = [judgement.network for judgement in close_calls(decision, tables)]
    asked = [network for network in close if network in decision.opened] or close
    asked = asked or [*decision.opened[:1], decision.nearest][:1]
    bets = [(network, bet(company, decision[network], tables)) for network in asked]
    valued = [(network, made) for network, made in bets if made is not None]
    if not valued:
        return bets[0]
    return max(valued, key=lambda pair: advice.certain_peak(pair[1]))


def stop_answer(rule: StopRule) -> Result:
    """The stop rule in quantities: ``sheet_hours`` a week, ``late``, ``least``, ``silence``.

    ``pace`` is how many would have come by then in a year that pays.
    """
    sheet = Sheet()
    sheet.add("sheet_hours", rule.hours, "hours")
    sheet.add("late", rule.late, "level")
    sheet.add("silence", rule.silence, "days")
    if rule.least is not None:
        sheet.add("least", rule.least, "count")
    if rule.pace is not None:
        sheet.add("pace", rule.pace, "count")
    if rule.sampled is not None:
        sheet.add("sampled_least", rule.sampled, "count")
        sheet.add("sampled_people", rule.people, "count")
    return sheet.result(
        review=rule.days.review,
        six=rule.days.six,
        moved=rule.days.moved,
        rises=rule.rises,
        counts=rule.counts,
        bound=rule.bound,
    )
