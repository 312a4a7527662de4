"""Drivers: the assumptions without a source that a headline rests on most, in words."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from helpers.data.tables import Assumption
from helpers.models import sensitivity
from helpers.models.result import Quantity, Result
from helpers.views.words import Table, Words, bare, stated, written
from helpers.words.locale import _, number, plain, plural

BLANK, RANGE = "#", " – "

PART_ENDS = re.compile(r"[.,;:!?)](?=\s)|\(|$")
"""Where a part of a sentence ends; the mark of a decimal has no space behind it."""


@dataclass(frozen=True)
class Slot:
    """A place in a headline where a figure is printed, ``at`` a character; what prints so."""

    text: str
    candidates: Mapping[str, Quantity]
    at: int


@dataclass(frozen=True)
class Said:
    """A headline taken apart: its figures in order, and the ``form`` that is left of it.

    Where the form differs, the answer is another one.
    """

    headline: str
    form: str
    slots: tuple[Slot, ...]


def said(words: Words) -> Said:
    """The headline of words with its figures found again among those that were quoted."""
    printed: dict[str, dict[str, Quantity]] = {}
    for quantity in words.quoted:
        for text in (written(quantity), bare(quantity)):
            printed.setdefault(text, {})[quantity.key] = quantity
    if not printed:
        return Said(words.headline, words.headline, ())
    longest_first = sorted(map(re.escape, printed), key=len, reverse=True)
    figure = re.compile(rf"(?<![\d.,])(?:{'|'.join(longest_first)})(?!\d|[.,]\d)")
    slots = tuple(
        Slot(found[0], printed[found[0]], found.start())
        for found in figure.finditer(words.headline)
    )
    return Said(words.headline, figure.sub(BLANK, words.headline), slots)


@dataclass(frozen=True)
class End:
    """What a headline becomes at one end of an assumption's range.

    ``turned`` where it has another form than now, ``turns`` the value from which it has it.
    """

    value: float
    said: Said
    result: Result
    turned: bool
    turns: float | None = None


@dataclass(frozen=True)
class Driver:
    """An assumption without a source, and what a headline becomes at both ends of its range."""

    row: Assumption
    before: Said
    low: End
    high: End

    @property
    def ends(self) -> tuple[End, End]:
        """Both ends."""
        return self.low, self.high

    @property
    def turned(self) -> bool:
        """Whether the headline has another form at an end."""
        return any(end.turned for end in self.ends)

    def quantity(self, place: int) -> Quantity | None:
        """The quantity that is printed at a slot, wherever the headline keeps its form."""
        keys = [e.said.slots[place].candidates.keys() for e in self.ends if not e.turned]
        candidates = self.before.slots[place].candidates
        fitting = (q for key, q in candidates.items() if all(key in known for known in keys))
        return next(fitting, None)

    def change(self, place: int) -> float:
        """How much the figure at a slot moves, at most, relative to what it is.

        Nought for a figure that is the assumption itself: the headline states it.
        """
        quantity = self.quantity(place)
        if quantity is None:
            return 0.0
        moved = [end.result[quantity.key] for end in self.ends if quantity.key in end.result]
        if [each.value for each in moved] == [end.value for end in self.ends]:
            return 0.0
        return max((sensitivity.change(quantity, after) for after in moved), default=0.0)

    @property
    def place(self) -> int:
        """The slot whose figure moves most."""
        return max(range(len(self.before.slots)), key=self.change)

    @property
    def strength(self) -> float:
        """How much the figure that moves most does move."""
        return self.change(self.place)


QUOTED = 120
"""A headline of more characters is not quoted in a remark; the table quotes it."""


def strongest(drivers: Iterable[Driver], least: float) -> list[Driver]:
    """Those that turn the headline or move a figure by more than ``least``, strongest first."""
    felt = (each for each in drivers if each.turned or each.strength > least)
    return sorted(felt, key=lambda each: (each.turned, each.strength), reverse=True)


def told(found: Sequence[Driver]) -> tuple[str, Table | None]:
    """A remark about the strongest, and the table of all; nothing where there are none."""
    return (_remark(found), _table(found)) if found else ("", None)


def _remark(found: Sequence[Driver]) -> str:
    """What the headline rests on most, what becomes of it, and that more counts, too."""
    first, *others = found
    intro = _(
        "No source stands behind “{label}”, on which this rests most: {used}, perhaps {range}."
    ).format(label=_(first.row.label), used=_stated(first, first.row.default), range=_range(first))
    sentences = [intro, *_effects(first)]
    if len(others) == 1:
        message = _("Nor behind “{label}”, which counts here, too: the last table says how much.")
        sentences.append(message.format(label=_(others[0].row.label)))
    elif others:
        message = plural(
            "Nor behind “{label}” and {count} more that counts here, too: the last table says "
            "how much.",
            "Nor behind “{label}” and {count} more that count here, too: the last table says "
            "how much.",
            len(others) - 1,
        )
        count = number(len(others) - 1)
        sentences.append(message.format(label=_(others[0].row.label), count=count))
    return " ".join(sentences)


def _effects(driver: Driver) -> Iterator[str]:
    """What becomes of the headline at the ends of a driver."""
    now = _slot(driver.before, driver)
    moved = [e for e in driver.ends if not e.turned and _slot(e.said, driver) != now]
    if len(moved) == 2:
        low, high = (_slot(end.said, driver) for end in moved)
        message = _("At these ends, {now} would become {low} or {high}.")
        yield message.format(now=now, low=low, high=high)
    elif moved:
        message = _("At {value}, {now} would become {then}.")
        then = _slot(moved[0].said, driver)
        yield message.format(value=_stated(driver, moved[0].value), now=now, then=then)
    turned = [end for end in driver.ends if end.turned]
    if all(len(end.said.headline) <= QUOTED for end in turned):
        yield from (_turned(driver, end) for end in turned)
        return
    messages = {
        (True, True): _("At {low} or less and from {high} on it would read otherwise."),
        (True, False): _("At {low} or less it would read otherwise."),
        (False, True): _("From {high} on it would read otherwise."),
    }
    low, high = (_stated(driver, _turns(end)) for end in driver.ends)
    message = messages[driver.low.turned, driver.high.turned]
    yield message.format(low=low, high=high)


def _turned(driver: Driver, end: End) -> str:
    """From where on the headline has another form, and which it has at the end of the range."""
    turns, value = _stated(driver, _turns(end)), _stated(driver, end.value)
    message = _("At {turns} or less it reads otherwise; at {end}: {headline}")
    if end is driver.high:
        message = _("From {turns} on it reads otherwise; at {end}: {headline}")
    if turns == value:
        message = _("At {end} it reads otherwise: {headline}")
    return message.format(turns=turns, end=value, headline=end.said.headline)


def _turns(end: End) -> float:
    return end.value if end.turns is None else end.turns


def _table(found: Sequence[Driver]) -> Table:
    """Every driver: its range, and what becomes of the figure that it moves most."""
    rows = tuple(
        (
            _(driver.row.label),
            _range(driver),
            _clause(driver.before, driver),
            *(_turned(driver, e) if e.turned else _clause(e.said, driver) for e in driver.ends),
        )
        for driver in found
    )
    head = (_("Assumption"), _("Range"), _("Now"), _("At its low end"), _("At its high end"))
    caption = _("Each assumption at both ends of its range, all others as they are")
    return Table(caption, head, rows)


def _stated(driver: Driver, *values: float) -> str:
    """Values of a row with its unit; a factor is a number and no count of times."""
    tidy = [float(f"{value:.6g}") for value in values]  # 0.1 and 0.2 are 0.3 to a reader
    if driver.row.unit == "factor":
        return RANGE.join(plain(value) for value in tidy)
    return stated(tidy, driver.row.unit, RANGE)


def _range(driver: Driver) -> str:
    return _stated(driver, driver.row.low, driver.row.high)


def _slot(said: Said, driver: Driver) -> str:
    """How the figure that a driver moves most is printed."""
    return said.slots[driver.place].text


def _clause(said: Said, driver: Driver) -> str:
    """The part of the headline that names the figure which a driver moves most."""
    return part(said.headline, said.slots[driver.place].at)


def part(headline: str, at: int) -> str:
    """The part of a headline around the character ``at``, without the marks at its ends."""
    ends = [0, *(found.end() for found in PART_ENDS.finditer(headline))]
    start, stop = max(e for e in ends if e <= at), min(e for e in ends if e > at)
    return headline[start:stop].strip(" .,;:!?()")
