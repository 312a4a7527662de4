"""Review: when to stop, by a date and figures set beforehand; whether to ask an expert first."""

from dataclasses import dataclass
from datetime import date, timedelta

from helpers.company import Company, day
from helpers.data.tables import Tables
from helpers.models import advice
from helpers.models.decision import KEEP, NOT_YET, OPEN, Decision, Judgement
from helpers.models.result import Result, Sheet


@dataclass(frozen=True)
class StopRule:
    """When to pause: day of review, value of the metric, coverage, days of silence.

    ``least`` is what the metric has to reach by then, upwards if it ``rises``, else downwards;
    None without an objective.
    """

    review: date
    least: float | None
    rises: bool
    coverage: float
    silence: float


def stop_rule(
    company: Company, tables: Tables, today: date, review: date | None = None
) -> StopRule:
    """Half of the target path by the review date, measured hours, unanswered messages.

    A review date that is missing or past becomes today plus the ledger's ninety days.
    """
    if review is None or review <= today:
        review = today + timedelta(days=round(tables.default("review_days")))
    known = company.objective
    deadline = day(known["deadline"])
    least, rises = None, True
    if None not in (known["baseline"], known["target"]) and deadline and deadline > today:
        way = min((review - today) / (deadline - today), 1.0)
        share = tables.default("stop_path")
        rises = known["target"] > known["baseline"]
        least = known["baseline"] + share * way * (known["target"] - known["baseline"])
    return StopRule(
        review, least, rises, tables.default("stop_coverage"), tables.default("stop_silence")
    )


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


def stop_answer(rule: StopRule, company: Company) -> Result:
    """The stop rule in quantities: ``least`` value of the metric, ``coverage``, ``silence``."""
    sheet = Sheet()
    if rule.least is not None:
        sheet.add("least", rule.least, "count")
        sheet.add("baseline", company.objective["baseline"], "count")
        sheet.add("target", company.objective["target"], "count")
    sheet.add("stop_coverage", rule.coverage, "share")
    sheet.add("silence", rule.silence, "days")
    return sheet.result(review=rule.review, rises=rule.rises)
