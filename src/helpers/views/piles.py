"""Piles of working days: what each of them holds, and what is written at it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from helpers.data.tables import Tables
from helpers.models.days import HOURS
from helpers.models.result import Result
from helpers.views.days_words import posts
from helpers.views.words import Speaker, bare
from helpers.words import locale
from helpers.words.locale import _, counted, listing, plural

Tries = tuple[str, ...]
"""Ways to say something, the fullest first."""


@dataclass(frozen=True)
class Pile:
    """Squares with a figure and a word above them, a name and notes at them.

    ``aside`` belongs to figure and word: what they are said of. ``names`` are shorter names.
    ``squares`` are (how many, which mark) from the first on, in parts of a day where it is
    hours. ``lines`` say name and notes on one line; ``large`` is what the headline tells.
    """

    figure: str
    word: str
    name: str
    notes: tuple[Tries, ...]
    lines: Tries
    squares: tuple[tuple[float, str], ...]
    colour: str
    large: bool = False
    aside: Tries = ()
    names: Tries = ()


def piles(
    result: Result, tables: Tables, colours: Mapping[str, str], most: float
) -> Iterator[Pile]:
    """What is done once, every level, what is promised; for ``most`` days there is room."""
    network = tables.name("network", result.facts["network"])
    free = _("{euros}: free").format(euros=locale.euros(0))
    line = _("to open {network}, once, {euros}").format(network=network, euros=locale.euros(0))
    squares = ((result.value("open") / HOURS, "sliver"),)
    notes = ((_("to open it, once"), _("to open it")), (free,))
    figure = hours(result, "open")
    yield Pile(*figure, network, notes, (line,), squares, colours["ink"], True)
    for level in result.facts["levels"]:
        yield _of_level(result, tables, colours, level)
    yield _promised(result, tables, colours, most)


def _of_level(result: Result, tables: Tables, colours: Mapping[str, str], level: str) -> Pile:
    """The days that keeping takes at a level."""
    chosen, name = level == result.facts["level"], tables.name("level", level)
    days = result.value(f"{level}.whole")
    figure = bare(result[f"{level}.whole"]), plural("day", "days", days)
    often = posts(Speaker(result), level)
    named = _("{level}: {posts}").format(level=name, posts=often)
    if not chosen:
        squares, notes = ((days, "other"),), ((often,), (_("a year"),))
        lines = _("{level}, a year").format(level=named), named, name
        return Pile(*figure, name, notes, lines, squares, colours["soft"])
    likely = _("likely {low} to {high}").format(
        low=bare(result["keep.low.whole"]), high=bare(result["keep.high.whole"])
    )
    line = _("{level}, a year, {likely}").format(level=named, likely=likely)
    short = _("{level}, a year").format(level=named)
    notes = ((often,), (_("to keep it, a year"), _("to keep it")), (likely,))
    colour = tables.colour(result.facts["network"])
    lines = (line, short, named, name)
    return Pile(*figure, name, notes, lines, ((days, "chosen"),), colour, True)


def _promised(result: Result, tables: Tables, colours: Mapping[str, str], most: float) -> Pile:
    """The days that there are, beside those of the chosen level."""
    more, people = result.facts["more"], list(result.facts["people"])
    need, there = result.value("keep.whole"), result.value("there.whole")
    # So many whole days, and yet the hours a week beside them may lack a tenth.
    lacks = result.facts["over"] < 0
    # Days for which other pages wait are no success.
    good, mark = (
        (colours["ink"], "for others") if result.facts["others"] else (colours["good"], "spare")
    )
    tight = (_("just short"), colours["missing"]) if lacks else (_("just enough"), good)
    word, colour = {
        1: (_("to spare"), good),
        0: tight,
        -1: (_("missing"), colours["missing"]),
    }[more]
    if result.facts["close"]:  # the rule of the own task
        word, colour = _("too close to call"), colours["ink"]
    name = _("promised: {days}").format(days=bare(result["there.whole"]))
    if result.value("promised.whole") != there:
        said = plural("{days} day left of {promised}", "{days} days left of {promised}", there)
        name = said.format(
            days=bare(result["there.whole"]), promised=bare(result["promised.whole"])
        )
    by = counted("by {number} person", "by {number} people", len(people))
    notes: list[Tries] = [(listing(people), by)]
    if result.value("promised.whole") != there:
        by = counted("promised by {number} person", "promised by {number} people", len(people))
        short = counted("by {number} person", "by {number} people", len(people))
        off = _("leave and sickness off"), _("leave, sickness off"), _("absences off")
        notes = [(by, short), off]
    if not people:
        name, notes = _("promised: none"), [(_("by nobody yet"),)]
    elif there > most:
        notes[1:] = [(_("{days} are not drawn").format(days=locale.number(there - most)),)]
    names = [name]
    if result.value("promised.whole") != there and people:
        promised = result.value("promised.whole")
        said = plural("{days} of {promised} day", "{days} of {promised} days", promised)
        names.append(
            said.format(days=bare(result["there.whole"]), promised=bare(result["promised.whole"]))
        )
    shares = (
        (min(need, there), "people"),
        (min(there, most) - need, mark),
        (need - there, "missing"),
    )
    squares = tuple((count, mark) for count, mark in shares if count > 0)
    figure = bare(result["difference"]) if more and not result.facts["close"] else ""
    told = {
        1: (_("after {days} at {level}"), _("after {days}")),
        0: (_("for {days} at {level}"), _("for {days}")),
        -1: (_("of {days} at {level}"), _("of {days}")),
    }[0 if result.facts["close"] else more]
    level = tables.name("level", result.facts["level"])
    aside = tuple(of.format(days=bare(result["keep.whole"]), level=level) for of in told)
    alone = _("{days}, for this page alone"), _("{days}, this page alone")
    lines = tuple(said.format(days=one) for one in names for said in alone)
    notes.append((_("for this page alone"), _("this page alone")))
    return Pile(figure, word, name, tuple(notes), lines, squares, colour, False, aside,
                tuple(names[1:]))  # fmt: skip


def hours(result: Result, key: str) -> tuple[str, str]:
    """Hours as a figure and a word: 1 hour, 1.5 hours."""
    value = result.value(key)
    digits = 0 if value == round(value) else 1
    return locale.number(value, digits), plural("hour", "hours", value, digits)


def spare(result: Result) -> tuple[str, str]:
    """What a square above those of the people is: its mark, and words; '' for none there."""
    close = result.facts["close"]
    if result.facts["more"] > 0:
        mark = "for others" if result.facts["others"] else "spare"
        return mark, _("= left over, too close to call") if close else _("= to spare")
    said = _("= short, too close to call") if close else _("= missing")
    return ("missing", said) if result.facts["more"] < 0 else ("", "")


def keys(result: Result, weeks: int) -> Tries:
    """What a square is; ``weeks`` stand beside each other in a row of them."""
    said = counted(
        "= a working day of {number} hour; five are a week",
        "= a working day of {number} hours; five are a week",
        HOURS,
    )
    if weeks == 1:
        said = counted(
            "= a working day of {number} hour; a row is a week",
            "= a working day of {number} hours; a row is a week",
            HOURS,
        )
    if weeks > 1:  # as high a pile is twice as much as that of a lighter page
        said = counted(
            "= a working day of {number} hour; a row is two weeks",
            "= a working day of {number} hours; a row is two weeks",
            HOURS,
        )
        short = counted(
            "= a day of {number} hour; a row: two weeks",
            "= a day of {number} hours; a row: two weeks",
            HOURS,
        )
        return said, short
    short = counted(
        "= a day of {number} hour; five: a week", "= a day of {number} hours; five: a week", HOURS
    )
    return said, short
