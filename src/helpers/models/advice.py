"""Advice: what knowing better is worth before deciding, and when a presence pays for itself.

The odds are the learner's own odds of success, never a stability of a ranking.
"""

import math
from dataclasses import dataclass, replace

from helpers.models.result import Result, Sheet, whole_up

WEEKS_A_YEAR = 52
"""A definition; the hours of a year are counted in whole weeks."""
NEVER = 1e-9
"""A smaller part of what is at stake is an error of floating point, not a worth."""


@dataclass(frozen=True)
class Bet:
    """Opening as a bet: odds of success (0–1), euros won then, euros lost otherwise.

    Waiting is worth 0. ``sensitivity`` is the share of good cases in which the expert says good,
    ``specificity`` the share of bad cases in which the answer is to leave it (0–1).
    """

    odds: float
    gain: float
    loss: float
    sensitivity: float
    specificity: float
    fee: float


def expected(odds: float, bet: Bet) -> float:
    """Euros that opening is worth at these odds."""
    return odds * bet.gain - (1 - odds) * bet.loss


def decided(odds: float, bet: Bet) -> float:
    """Euros of the better of opening and waiting."""
    return max(expected(odds, bet), 0.0)


def evpi(bet: Bet) -> float:
    """Expected value of perfect information (Howard 1966): knowing, less deciding without."""
    return (
        bet.odds * max(bet.gain, 0.0)
        + (1 - bet.odds) * max(-bet.loss, 0.0)
        - decided(bet.odds, bet)
    )


@dataclass(frozen=True)
class Answers:
    """What the expert may say: probability of "good", and the odds after each answer."""

    says_good: float
    after_good: float
    after_bad: float


def answers(bet: Bet) -> Answers:
    """Bayes' rule; where an answer is impossible the odds stay as they were."""
    good = bet.odds * bet.sensitivity + (1 - bet.odds) * (1 - bet.specificity)
    after_good = bet.odds * bet.sensitivity / good if good > 0 else bet.odds
    bad = 1 - good
    after_bad = bet.odds * (1 - bet.sensitivity) / bad if bad > 0 else bet.odds
    return Answers(good, min(after_good, 1.0), min(after_bad, 1.0))


def evsi(bet: Bet) -> float:
    """Expected value of the expert's answer (Raiffa & Schlaifer 1961), before the fee.

    Zero where no answer could change the choice.
    """
    said = answers(bet)
    informed = said.says_good * decided(said.after_good, bet)
    informed += (1 - said.says_good) * decided(said.after_bad, bet)
    return max(informed - decided(bet.odds, bet), 0.0)


def turning_sensitivity(bet: Bet) -> float | None:
    """How often the expert must say good when it is, for the answer to be worth its fee.

    From p s G − (1 − p)(1 − t) L − max(p G − (1 − p) L, 0) = fee, s sensitivity and t
    specificity; None where even 1 would not do.
    """
    won, lost = bet.odds * bet.gain, (1 - bet.odds) * bet.loss
    if won <= 0:
        return None
    turns = (bet.fee + max(won - lost, 0.0) + (1 - bet.specificity) * lost) / won
    return turns if turns <= 1 else None


def turning_specificity(bet: Bet) -> float | None:
    """How many of the bad cases must be seen for the answer to be worth its fee; None: never."""
    won, lost = bet.odds * bet.gain, (1 - bet.odds) * bet.loss
    if lost <= 0:
        return None
    turns = 1 - (bet.sensitivity * won - bet.fee - max(won - lost, 0.0)) / lost
    return max(turns, 0.0) if turns <= 1 else None


def _eye(bet: Bet) -> tuple[float, float]:
    """Shares of good and of bad cases that the answer tells.

    Whoever errs more often than a coin is read the other way round.
    """
    good, bad = bet.sensitivity, bet.specificity
    return (1 - good, 1 - bad) if good + bad < 1 else (good, bad)


def window(bet: Bet) -> tuple[float, float] | None:
    """The odds between which the answer is worth its fee; None where there are none.

    Below, the fee is more than what a good case could bring; above, more than what a bad one
    would cost.
    """
    good, bad = _eye(bet)
    caught, missed = bad * bet.loss, (1 - good) * bet.gain
    right, wrong = good * bet.gain, (1 - bad) * bet.loss
    if right + wrong <= 0 or caught + missed <= 0:
        return None
    low, high = (bet.fee + wrong) / (right + wrong), (caught - bet.fee) / (caught + missed)
    return (low, high) if low <= high else None


def even(bet: Bet) -> float:
    """The odds at which opening is worth nothing: below it is left, above it is opened.

    There advice is worth most: two choices are equally good, so any news decides.
    """
    stakes = bet.gain + bet.loss
    return bet.loss / stakes if stakes > 0 else 0.0


def certain_peak(bet: Bet) -> float:
    """Worth of knowing for certain at the odds at which it is worth most, in euros."""
    return evpi(replace(bet, odds=even(bet)))


def news(bet: Bet) -> bool:
    """Whether "good" is said more often, or less often, of a good case than of a bad one."""
    return not math.isclose(bet.sensitivity + bet.specificity, 1, abs_tol=1e-9)


def parts(bet: Bet) -> tuple[float, float]:
    """What the answer brings and what it takes; the difference is its worth where it turns.

    Who would open is stopped in bad cases, and in good ones by mistake; who would leave it is
    sent in, rightly and wrongly.
    """
    good, bad = _eye(bet)
    if expected(bet.odds, bet) > 0:
        return (1 - bet.odds) * bad * bet.loss, bet.odds * (1 - good) * bet.gain
    return bet.odds * good * bet.gain, (1 - bet.odds) * (1 - bad) * bet.loss


def answer(bet: Bet) -> Result:
    """Worth of opening, of knowing and of asking; for which odds an answer could turn anything.

    The mountain of the picture has its foot at ``changes_from`` and ``changes_to``, its top,
    ``peak``, at ``even_odds``: between them the worth is a straight line of the odds.
    """
    sheet = Sheet()
    rows = (
        ("odds", bet.odds, "share"),
        ("gain", bet.gain, "euros"),
        ("loss", bet.loss, "euros"),
        ("sensitivity", bet.sensitivity, "share"),
        ("specificity", bet.specificity, "share"),
        ("fee", bet.fee, "euros"),
    )
    for row in rows:
        sheet.add(*row)
    worth = expected(bet.odds, bet)
    sheet.add("opening", worth, "euros")
    sheet.add("opening_size", abs(worth), "euros")
    sheet.add("evpi", evpi(bet), "euros")
    value = evsi(bet)
    sheet.add("evsi", value, "euros")
    net = value - bet.fee
    sheet.add("net", net, "euros")
    sheet.add("net_size", abs(net), "euros")
    said = answers(bet)
    sheet.add("says_good", said.says_good, "share")
    sheet.add("after_good", said.after_good, "share")
    sheet.add("after_bad", said.after_bad, "share")
    _add_turns(sheet, bet)
    opens = worth > 0
    turns = value > NEVER * (1 + bet.gain + bet.loss)  # else the choice stays as it is
    if turns:
        _add_parts(sheet, bet, value)
    _add_mountain(sheet, bet)
    return sheet.result(opens=opens, turns=turns, buy=value > bet.fee, news=news(bet))


def _add_parts(sheet: Sheet, bet: Bet, value: float) -> None:
    brings, takes = adding_up(bet, value)
    sheet.add("answer_brings", brings, "euros")
    sheet.add("answer_takes", takes, "euros")


def adding_up(bet: Bet, value: float) -> tuple[float, float]:
    """What the answer brings and takes, in whole euros whose difference is its printed worth."""
    _brings, takes = parts(bet)
    return float(round(value) + round(takes)), float(round(takes))


def _add_mountain(sheet: Sheet, bet: Bet) -> None:
    """Foot and top of the worth over all odds, and the top if somebody knew for certain."""
    middle = even(bet)
    sheet.add("even_odds", middle, "share or more")
    sheet.add("peak", evsi(replace(bet, odds=middle)), "euros")
    sheet.add("certain_peak", certain_peak(bet), "euros")
    foot = window(replace(bet, fee=0.0)) if news(bet) else None
    for key, value in zip(("changes_from", "changes_to"), foot or (middle, middle), strict=True):
        sheet.add(key, value, "share")


def _add_turns(sheet: Sheet, bet: Bet) -> None:
    """The values at which asking turns from worth its fee to not worth it, where there are any."""
    turns = {
        "turns_sensitivity": turning_sensitivity(bet),
        "turns_specificity": turning_specificity(bet),
    }
    for key, value in turns.items():
        if value is not None:
            sheet.add(key, value, "share or more")
    odds = window(bet)
    if odds is not None:
        sheet.add("asks_from", odds[0], "share or more")
        sheet.add("asks_to", odds[1], "share or less")


@dataclass(frozen=True)
class Presence:
    """A year of a presence: hours a week at a wage, euros a month, euros left of a sale."""

    hours: float
    wage: float
    euros: float
    contribution: float
    turnover: float


def yearly_cost(presence: Presence) -> float:
    """Euros a year: 52·H·wage + 12·E."""
    return WEEKS_A_YEAR * presence.hours * presence.wage + 12 * presence.euros


def break_even_customers(presence: Presence) -> float | None:
    """Customers a year that pay for the presence, N*; None if a customer leaves nothing."""
    if presence.contribution < 0.01:
        return None
    return yearly_cost(presence) / presence.contribution


def needed_share(presence: Presence, customers_a_year: float | None) -> float | None:
    """What would have to be true: N* as a share of the customers whom the firm serves anyway.

    May lie above 1, where more would have to come than come now; None where the customers of a
    year are not counted yet, or where a customer leaves nothing.
    """
    needed = break_even_customers(presence)
    if needed is None or not customers_a_year or customers_a_year < 0:
        return None
    return needed / customers_a_year


def margin(presence: Presence) -> float:
    """Share of a customer's turnover that is left as contribution (0–1)."""
    if presence.turnover <= 0:
        return 0.0
    return min(presence.contribution / presence.turnover, 1.0)


def break_even_turnover(presence: Presence) -> float | None:
    """Turnover a year at which the presence pays for itself: cost / margin."""
    share = margin(presence)
    return yearly_cost(presence) / share if share > 0 else None


@dataclass(frozen=True)
class Trial:
    """What the break-even is held against.

    ``customers_a_year`` whom the firm serves anyway (None: not counted yet), the share
    ``visit_to_customer`` of visits to its site that end with a customer, and the visits a year
    that the links in its posts bring. ``accepted`` are euros that a year may cost where no sale
    is the aim; None where sales are. ``aimed`` are the new customers that the objective means;
    ``most`` is the share of the customers that the verdict allows to be needed.
    """

    customers_a_year: float | None
    visit_to_customer: float
    link_visits: float
    accepted: float | None = None
    aimed: float | None = None
    most: float | None = None


def presence_answer(presence: Presence, trial: Trial) -> Result:
    """Cost of a year, customers and turnover at which it pays, and what would have to be true."""
    sheet = Sheet()
    sheet.add("presence.hours", presence.hours, "hours")
    sheet.add("wage", presence.wage, "euros")
    sheet.add("presence.euros", presence.euros, "euros")
    sheet.add("contribution", presence.contribution, "euros")
    sheet.add("turnover", presence.turnover, "euros")
    cost = yearly_cost(presence)
    sheet.add("yearly_cost", cost, "euros")
    if trial.accepted is not None:
        sheet.add("accepted", trial.accepted, "euros")
    share = margin(presence)
    sheet.add("margin", share, "share")
    customers = break_even_customers(presence)
    if customers is not None:
        sheet.add("pays_from", customers, "customers")
        sheet.add("breaks_even", customers, "tenth customers")
        sheet.add("pays_from_whole", whole_up(customers), "customers")
    needed = break_even_turnover(presence)
    if needed is not None:
        sheet.add("turnover_needed", needed, "euros")
    if trial.customers_a_year is not None:
        sheet.add("customers_a_year", trial.customers_a_year, "customers")
    part = needed_share(presence, trial.customers_a_year)
    if part is not None:
        sheet.add("needed_share", part, "share")
        of_hundred = 100 * part
        sheet.add("of_hundred", of_hundred, "customers")
    if trial.most is not None:
        most = 100 * trial.most
        sheet.add("most_of_hundred", most, "count")
    if trial.aimed is not None:
        _add_aim(sheet, presence, trial.aimed)
    sheet.add("visit_to_customer", trial.visit_to_customer, "fine share")
    sheet.add("link_visits", trial.link_visits, "visits")
    if customers is not None and trial.visit_to_customer > 0:
        sheet.add("needed_visits", customers / trial.visit_to_customer, "visits")
    return sheet.result()


def _add_aim(sheet: Sheet, presence: Presence, aimed: float) -> None:
    """What the customers aimed at turn over, what stays of it, and what is left after the year."""
    sheet.add("customers_aimed", aimed, "customers")
    sheet.add("turnover_at_aim", aimed * presence.turnover, "euros")
    sheet.add("stays_at_aim", aimed * presence.contribution, "euros")
    left = aimed * presence.contribution - yearly_cost(presence)
    sheet.add("left_at_aim", left, "euros")
    sheet.add("left_size", abs(left), "euros")
