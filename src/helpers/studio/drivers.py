"""Drivers: which assumptions without a source a studio's headline rests on, found by trying.

The controls stay as they are; one row of the ledger after the other is put to its low and to
its high end, and the lesson answers again. What a control sets is no driver: it is seen.
"""

import html
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from helpers.data.record import supposing
from helpers.data.tables import Assumption, Tables
from helpers.models import sensitivity
from helpers.models.result import Result
from helpers.studio.idle import Idle
from helpers.studio.part import paragraphs
from helpers.views import drivers as view
from helpers.views.drivers import Driver, End, Said, said
from helpers.views.words import Table, Words
from helpers.words.locale import _

Answers = Callable[[Tables], tuple[Result, Words]]
"""What a studio would say at its controls with other tables."""
FELT = "driver_change"
"""The row of the ledger that says from which change on a driver is told."""
KEPT = 64


@dataclass(frozen=True)
class Rest:
    """What a headline rests on: a remark and a table, where there is anything to tell."""

    remark: str = ""
    table: Table | None = None

    def beside(self, words: Words) -> Words:
        """Words with the remark."""
        return replace(words, remarks=(*words.remarks, self.remark)) if self.remark else words

    def to_html(self) -> str:
        """The remark, and the table folded."""
        if self.table is None:
            return ""
        summary = html.escape(_("What this answer rests on without a source"))
        folded = f"<details><summary>{summary}</summary>{self.table.to_html()}</details>"
        return paragraphs([self.remark]) + folded

    def to_markdown(self) -> list[str]:
        """The table, for a reader without a kernel."""
        return [] if self.table is None else [self.table.to_markdown()]


class Trial:
    """A headline, tried with other values of the assumptions behind it."""

    def __init__(self, words: Words, tables: Tables, answers: Answers) -> None:
        self.before = said(words)
        self.found: list[Driver] = []
        self._tables, self._answers = tables, answers
        self._asked: dict[tuple[tuple[str, float], ...], tuple[Result, Said]] = {}

    def candidates(self) -> list[Assumption]:
        """The rows without a source that were read before the headline's figures stood.

        None for a headline without figures: it names a verdict, and what would change it. The
        rule of what is told is no answer's ground.
        """
        quantities = (each for slot in self.before.slots for each in slot.candidates.values())
        read = frozenset().union(*(quantity.sources for quantity in quantities))
        return [row for row in sensitivity.unsourced(self._tables, read) if row.key != FELT]

    def at(self, *known: tuple[str, float]) -> tuple[Result, Said]:
        """Result and headline if assumptions were known to have these values; asked once."""
        if known not in self._asked:
            tables = sensitivity.supposed(self._tables, *known)
            names = (f"assumption:{key}" for key, _value in known)
            with supposing(tables, self._tables, names):
                result, words = self._answers(tables)
            self._asked[known] = result, said(words)
        return self._asked[known]

    def moves(self, known: Sequence[tuple[str, float]]) -> bool:
        """Whether the headline reads differently, or cannot be said at all."""
        try:
            return self.at(*known)[1].headline != self.before.headline
        except (ArithmeticError, ValueError):  # ends of many ranges at once may make no sense
            return True

    def driver(self, row: Assumption) -> Driver:
        """The headline with one assumption at both ends of its range."""

        def end(value: float) -> End:
            result, after = self.at((row.key, value))
            return End(value, after, result, after.form != self.before.form)

        return Driver(row, self.before, end(row.low), end(row.high))

    def with_turn(self, row: Assumption, end: End) -> End:
        """The same end, with the value from which the headline has the form that it has there."""

        def turned(value: float) -> bool:
            return self.at((row.key, value))[1].form != self.before.form

        turns = sensitivity.turning(row, end.value, turned) if end.turned else None
        return replace(end, turns=turns)

    def search(self) -> Iterator[None]:
        """Fill ``found``, strongest first; somebody else may be served between two steps."""
        felt = []
        for row in sensitivity.moving(self.candidates(), self.moves):
            if row is not None:
                felt.append(self.driver(row))
            yield
        self.found = view.strongest(felt, self._tables.default(FELT))

    def complete(self) -> Iterator[None]:
        """Add to what was found the values from which the headline has another form."""
        for position, driver in enumerate(self.found):
            low = self.with_turn(driver.row, driver.low)
            yield
            high = self.with_turn(driver.row, driver.high)
            yield
            self.found[position] = replace(driver, low=low, high=high)
        # Asked as it stands once more, so that models remember these tables and no others.
        self._answers(self._tables)

    def steps(self) -> Iterator[None]:
        """Search and complete."""
        yield from self.search()
        yield from self.complete()


class Teller:
    """Finds what a studio's headline rests on while its reader rests, and keeps it by state.

    A trial takes the model's time many times over, so that no control waits for it.
    """

    def __init__(self, show: Callable[[Rest], None]) -> None:
        self._show = show
        self._kept: dict[object, Rest] = {}
        self._idle = Idle()

    def known(self, state: object) -> Rest:
        """What has been found for a state; nothing where nobody has looked yet."""
        return self._kept.get(state, Rest())

    def now(self, state: object, trial: Callable[[], Trial]) -> Rest:
        """Look at once, where nobody waits for a control."""
        if state not in self._kept:
            found = trial()
            for _step in found.steps():
                pass
            self._keep(state, found)
        return self._kept[state]

    def soon(self, state: object, trial: Callable[[], Trial]) -> None:
        """Look when the kernel has been idle for a while, a step at a time, and show it."""
        self.cancel()
        if state in self._kept:
            return
        begun: list[Trial] = []

        def begin() -> Iterator[None]:
            begun.append(trial())
            return begun[0].steps()

        self._idle.soon(begin, lambda: self._show(self._keep(state, begun[0])))

    @property
    def busy(self) -> bool:
        """Whether it looks, or is about to."""
        return self._idle.busy

    def cancel(self) -> None:
        """Stop looking: somebody has moved a control."""
        self._idle.cancel()

    def _keep(self, state: object, trial: Trial) -> Rest:
        self._kept[state] = Rest(*view.told(trial.found))
        while len(self._kept) > KEPT:
            del self._kept[next(iter(self._kept))]
        return self._kept[state]
