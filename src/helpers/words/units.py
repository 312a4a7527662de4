"""Units: how each is written behind a figure, shown beside a box, and said in a sentence.

One registry, ``UNITS``. What it does not say of a unit cannot be printed: ``UnitError``.
"""

import math
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from helpers.words import locale
from helpers.words.locale import N_, N_plural, _, in_words, plural

NO_BREAK = "\N{NO-BREAK SPACE}"
PLACES = "place of "
"""A unit is "place of 9" where nine options are ranked."""


class UnitError(ValueError):
    """A unit that is not in the registry, or not for this use; the message is a sentence."""


def _digits(value: float) -> int:
    """Decimals of something counted."""
    return 0 if value == round(value) or abs(value) >= 10 else 1


def _counted(value: float) -> str:
    """Whole numbers stay whole, small parts get a tenth."""
    if 0 < value < 0.05:
        return _("<{number}").format(number=locale.number(0.1, 1))
    return locale.number(value, _digits(value))


def _tenth_at_most(value: float) -> str:
    """A tenth where there is one and it counts: 2, but 1.6."""
    if 0 < value < 0.05:
        return _("<{number}").format(number=locale.number(0.1, 1))
    return locale.plain(round(value, 1 if value < 10 else None))


def _always_tenth(value: float) -> str:
    """A tenth, so that figures side by side look alike: 2.0 beside 1.1."""
    if 0 < value < 0.05:
        return _("<{number}").format(number=locale.number(0.1, 1))
    return _tenth(value)


def _tenths_that_add(value: float) -> str:
    """A tenth where there is one, however large the rest: parts add up to their whole."""
    if 0 < value < 0.05:
        return _("<{number}").format(number=locale.number(0.1, 1))
    return locale.plain(round(value, 1))


def _average_of(value: float) -> float:
    """People on average as they are printed: whole from ten on, a half upwards; else in tenths."""
    tenth = round(value + 1e-9, 1)
    return tenth if tenth < 10 else float(int(value + 0.5 + 1e-9))


def _average(value: float) -> str:
    """2, 7.5 or 17: how many people it is on average."""
    if 0 < value < 0.05:
        return _("<{number}").format(number=locale.number(0.1, 1))
    return locale.plain(_average_of(value))


def _whole(value: float) -> str:
    """Somebody is there, or nobody: no tenths of people."""
    if 0 < value < 0.5:
        return _("<{number}").format(number=locale.number(1))
    return locale.number(value)


def _tenth(value: float) -> str:
    return locale.number(value, 1)


def _hours(value: float) -> str:
    """Hours to a tenth; some, but less than that, are not none."""
    if 0 < value < 0.05:
        return _("<{number}").format(number=locale.number(0.1, 1))
    return _tenth(value)


def _signed(value: float) -> str:
    """A change, with its sign; nought has none."""
    text = _tenth(value)
    return f"+{text}" if round(value, 1) > 0 else text


def _share(value: float) -> str:
    if 0 < value < 0.005:
        return _("<{number}").format(number=locale.percent(0.01))
    if 0.995 <= value < 1:
        return _(">{number}").format(number=locale.percent(0.99))
    return locale.percent(value)


def _share_up(value: float) -> str:
    """A share that is needed: whoever has as much as is printed has enough."""
    return locale.percent(whole_percent(value, "share or more") / 100)


def _share_down(value: float) -> str:
    """A share up to which something holds: it holds there, too."""
    return locale.percent(whole_percent(value, "share or less") / 100)


def whole_percent(value: float, unit: str) -> int:
    """The whole percent that a share of this unit prints as."""
    up = unit == "share or more"
    return math.ceil(100 * value - 1e-9) if up else math.floor(100 * value + 1e-9)


def _about_euros(value: float) -> str:
    """Euros that rest on estimates: from a hundred on to ten."""
    return locale.euros(round(value, -1) if value >= ROUGH_FROM else value)


def _tenths(value: float) -> str:
    if 0 < value < 0.05:
        return _("<{number}").format(number=locale.number(1))
    if 0.95 < value < 1:
        return _(">{number}").format(number=locale.number(9))
    return locale.number(10 * value)


def _hundredths(value: float) -> str:
    """A share as a count of a hundred."""
    if 0 < value < 0.005:
        return _("<{number}").format(number=locale.number(1))
    return locale.number(100 * value)


def _chance(value: float) -> str:
    """A chance as a count of a hundred; what is not certain is not told as certain."""
    if 0.995 <= value < 1:
        return _(">{number}").format(number=locale.number(99))
    return _hundredths(value)


ROUGH_FROM = 100
"""Euros from which a price that rests on estimates is told to ten."""
WHOLE_FROM = 10
"""Euros from which a rough price is told without its cents."""


@dataclass(frozen=True)
class Unit:
    """One unit. ``number`` writes the figure alone, as in a cell whose header names the unit.

    ``behind`` is the figure with its unit, ``box`` what stands beside a control, ``said`` one
    and many in a sentence (or the one form for both). None: the unit has no such use.
    """

    number: Callable[[float], str] | None = None
    behind: str = "{number}"
    box: str | None = None
    said: tuple[str, str] | str | None = None


def _of_things(one: str, many: str, box: str | None = None) -> Unit:
    """What is counted: the noun stands in the sentence, not behind the figure."""
    return Unit(_counted, box=box, said=(one, many))


_HOURS, _TEN, _HUNDRED = N_("{number} h"), N_("{number} of 10"), N_("{number} of 100")
UNITS: dict[str, Unit] = {
    "": Unit(box="", said="{number}"),
    # Time
    "hours": Unit(_tenth, _HOURS, N_("h"), N_plural("{number} hour", "{number} hours")),
    "short hours": Unit(_hours, _HOURS),
    "hours change": Unit(_signed, _HOURS),
    "hours/week": Unit(said=N_plural("{number} hour a week", "{number} hours a week")),
    "clock hours": Unit(_counted, _HOURS),
    "seconds": Unit(
        _counted, N_("{number} s"), N_("s"), N_plural("{number} second", "{number} seconds")
    ),
    "minutes": Unit(
        _counted, N_("{number} min"), N_("min"), N_plural("{number} minute", "{number} minutes")
    ),
    "working days": Unit(
        lambda value: locale.number(value),
        said=N_plural("{number} working day", "{number} working days"),
    ),
    "days": _of_things(*N_plural("{number} day", "{number} days"), N_("days")),
    "tenth days": Unit(_tenth),
    "weeks": Unit(box=N_("weeks"), said=N_plural("{number} week", "{number} weeks")),
    "month": Unit(_counted),
    "months": _of_things(*N_plural("{number} month", "{number} months"), N_("months")),
    "years": Unit(said=N_plural("{number} year", "{number} years")),
    # Money
    "euros": Unit(locale.euros, box="€", said=N_plural("{number} euro", "{number} euros")),
    "price": Unit(lambda value: locale.euros(value, 2)),
    "rough price": Unit(lambda value: locale.euros(value, 2 if value < WHOLE_FROM else 0)),
    "about euros": Unit(_about_euros),
    "EUR/hour": Unit(said=N_plural("{number} euro an hour", "{number} euros an hour")),
    "EUR/month": Unit(said=N_plural("{number} euro a month", "{number} euros a month")),
    "US dollars": Unit(said=N_plural("{number} US dollar", "{number} US dollars")),
    # Shares and scores, 0 to 1
    "share": Unit(_share, box="%"),
    "share or more": Unit(_share_up),
    "share or less": Unit(_share_down),
    "fine share": Unit(locale.fine_percent),
    "tenth share": Unit(lambda value: locale.fine_percent(value, 1)),
    "fraction": Unit(lambda value: locale.number(value, 2)),
    "score": Unit(lambda value: _tenth(10 * value), _TEN, box=""),
    "score change": Unit(lambda value: _signed(10 * value)),
    "level": Unit(lambda value: locale.number(10 * value), _TEN),
    "tenths": Unit(_tenths, N_("{number} in 10")),
    "hundredths": Unit(_hundredths, N_("{number} of 100")),
    "fine tenths": Unit(lambda value: _tenth(10 * value), N_("{number} in 10")),
    "readings": Unit(_tenths, _TEN),
    "fine readings": Unit(_hundredths, _HUNDRED),
    "chance": Unit(_chance, _HUNDRED),
    "strength": Unit(box=""),
    # Scales of their own
    "of ten": Unit(_tenth, _TEN, said=_TEN),
    "of four": Unit(lambda value: locale.plain(round(value, 1)), N_("{number} of 4")),
    "of 100": Unit(_hundredths, _HUNDRED, said=_HUNDRED),
    "points of ten": Unit(said=N_plural("{number} point of ten", "{number} points of ten")),
    "points": _of_things(*N_plural("{number} point", "{number} points"), N_("points")),
    "coins": Unit(box=N_("coins")),
    "ability": Unit(box=""),
    "place": Unit(_counted, N_("place {number}")),
    "factor": _of_things(*N_plural("{number} time", "{number} times"), ""),
    "ratio": Unit(said=N_plural("{number} time", "{number} times")),
    # What is counted
    "count": Unit(_counted, box="", said="{number}"),
    "questions": _of_things(*N_plural("{number} question", "{number} questions"), N_("questions")),
    "messages": _of_things(*N_plural("{number} message", "{number} messages"), N_("messages")),
    "aims": _of_things(*N_plural("{number} aim", "{number} aims"), N_("aims")),
    "firms": _of_things(*N_plural("{number} firm", "{number} firms"), N_("firms")),
    "posts a week": Unit(locale.plain),
    "posts in all": Unit(locale.plain, N_("posting {number} a week in all")),
    "posts": _of_things(*N_plural("{number} post", "{number} posts"), N_("posts")),
    "searches": _of_things(*N_plural("{number} search", "{number} searches"), N_("searches")),
    "visits": _of_things(*N_plural("{number} visit", "{number} visits"), N_("visits")),
    "leads": Unit(
        _tenths_that_add, box=N_("leads"), said=N_plural("{number} lead", "{number} leads")
    ),
    "people": _of_things(*N_plural("{number} person", "{number} people"), N_("people")),
    "whole people": Unit(_whole, said=N_plural("{number} person", "{number} people")),
    "whole": Unit(_whole),
    "a week": Unit(_tenth_at_most),
    "average people": Unit(_average),
    "won a week": Unit(_always_tenth),
    "questions a week": Unit(_tenths_that_add),
    "an hour": Unit(lambda value: locale.number(value, 2)),
    "customers": _of_things(*N_plural("{number} customer", "{number} customers"), N_("customers")),
    "tenth customers": Unit(_tenth),
    "customers/month": Unit(
        said=N_plural("{number} customer a month", "{number} customers a month")
    ),
    "followers": Unit(
        box=N_("followers"), said=N_plural("{number} follower", "{number} followers")
    ),
    "networks": Unit(said=N_plural("{number} network", "{number} networks")),
    "words": Unit(said=N_plural("{number} word", "{number} words")),
    "characters": Unit(said=N_plural("{number} character", "{number} characters")),
    "hashtags": Unit(said=N_plural("{number} hashtag", "{number} hashtags")),
}


def number(value: float, unit: str) -> str:
    """The figure of a result alone; money and percent keep their sign."""
    write = UNITS[unit].number if unit in UNITS else None
    if write is None:
        raise _unknown(unit)
    return write(value)


def written(value: float, unit: str) -> str:
    """The figure of a result with its unit; it never breaks over two lines."""
    figure = number(value, unit)
    return _(UNITS[unit].behind).format(number=figure).replace(" ", NO_BREAK)


def printed(value: float, unit: str) -> float:
    """The figure of a result as a reader sees it, as a number."""
    write = UNITS[unit].number if unit in UNITS else None
    if write in (_share, _share_up, _share_down, _tenths, _hundredths, None):
        return value
    if write is _average:
        return _average_of(value)
    digits = 0 if write is locale.euros else _digits(value) if write is _counted else 1
    return round(value, digits)


def boxed(unit: str) -> str:
    """The unit as it stands beside the box of a control."""
    box = UNITS[unit].box if unit in UNITS else None
    if box is None:
        raise _unknown(unit)
    return locale.currency_sign() if unit == "euros" else _(box)


def stated(values: Iterable[float], unit: str, between: str = "–") -> str:
    """Figures as the ledger or a publisher states them: one, or a range, with their unit."""
    values = list(values)
    if unit == "share":
        return between.join(locale.fine_percent(value) for value in values)
    if unit == "yes/no":
        return between.join(_("yes") if value else _("no") for value in values)
    text = between.join(locale.plain(value) for value in values)
    if unit.startswith("%"):
        return text + _(unit)
    # A range counts as many, whatever its ends.
    value = values[0] if len(values) == 1 else 2
    return _message(unit, value, 0 if value == round(value) else 4).format(number=text)


def answered(value: float, unit: str, asked: str) -> str:
    """The figure of a result as the answer to a question that asks for another unit."""
    if unit in ("euros", "of ten", "place", "score"):
        return written(value, unit)
    return _message(asked, value, _digits(value)).format(number=number(value, unit))


def asked_for(unit: str) -> str:
    """What stands behind the box of a question that asks for this unit."""
    return _message(unit, 2, 0).format(number="").strip()


def agreeing(one: str, many: str, value: float, unit: str = "") -> str:
    """The message that agrees with a figure as it is printed: 1 post, 1.0 posts, 1 lead."""
    if unit in UNITS and UNITS[unit].number is _tenths_that_add:
        value = round(value, 1)  # which prints a tenth only where there is one
    return plural(one, many, value, _digits(value))


def _message(unit: str, value: float, digits: int) -> str:
    """The message for a number with its unit; ``digits`` is how many decimals it shows."""
    if unit.startswith(PLACES):
        count = int(unit.removeprefix(PLACES))
        message = plural("{number} of {all} place", "{number} of {all} places", count)
        return message.replace("{all}", in_words(count))
    said = UNITS[unit].said if unit in UNITS else None
    if said is None:
        raise _unknown(unit)
    published = unit.startswith("EUR/")
    return _(said) if isinstance(said, str) else plural(*said, value, digits, published)


def _unknown(unit: str) -> UnitError:
    sentence = _("The unit “{unit}” is not known to the course; use one that its tables use.")
    return UnitError(sentence.format(unit=unit))
