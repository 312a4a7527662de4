"""One firm under every why: each purpose alone, none said, and a mix of two.

The fit is that of ``models.fit``; only what the firm wants changes. "No why" counts all
purposes alike, so that it is the mean over them.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
import pandas as pd

from helpers.data.tables import NONE, Tables
from helpers.models import fit
from helpers.models.fit import Situation
from helpers.models.multicriteria import score
from helpers.models.result import Result, Sheet

NEAR = 1
"""By so many aims the answer to silence may be right more or less often in a reading."""


@dataclass(frozen=True)
class Whys:
    """Fit (0–1) of every option in play (rows) under each aim (columns) taken alone.

    ``out`` are the networks that the must-have of usable audience takes out before any score.
    ``silent`` is the option that the firm gets if it says no why: the best on average. Options
    less than ``tie`` (0–1) apart as printed are as good as each other.
    """

    fits: pd.DataFrame
    out: tuple[str, ...]
    tie: float

    @property
    def even(self) -> pd.Series:
        """Fit of every option where all aims count alike."""
        return self.fits.mean(axis=1)

    @property
    def silent(self) -> str:
        return str(self.even.idxmax())

    @property
    def first(self) -> dict[str, str]:
        """By aim, the option that comes first if it is the only one."""
        return {str(aim): str(option) for aim, option in self.fits.idxmax().items()}

    @property
    def right(self) -> tuple[str, ...]:
        """The aims for which the answer to silence comes first, or in a tie with the first."""
        return self.right_of(self.silent)

    def right_of(self, option: str) -> tuple[str, ...]:
        """The aims for which an option comes first, or in a tie with the first."""
        best, its = self.fits.max(), self.fits.loc[option]
        return tuple(str(a) for a in self.fits if fit.apart(best[a], its[a]) < self.tie)

    def lost(self, aim: str) -> float:
        """By how much the answer to silence is behind the best one for an aim; 0–1."""
        return float(self.fits[aim].max() - self.fits.at[self.silent, aim])


def whys(situation: Situation, tables: Tables) -> Whys:
    """The firm with each purpose as its only one."""
    columns = {aim: _fit(situation, {aim: 1.0}, tables) for aim in tables.keys("purpose")}
    fits = pd.DataFrame(columns)
    out = tuple(option for option in tables.option_keys if option not in fits.index)
    return Whys(fits, out, tables.default("fit_tie"))


def _fit(situation: Situation, purposes: Mapping[str, float], tables: Tables) -> pd.Series:
    """Fit of the options that are in play."""
    wanted = replace(situation, purposes=dict(purposes))
    table = fit.criteria(wanted, tables)
    left = fit.in_play(table["audience"].to_numpy(), tables.default("least_audience"))
    return score(table, wanted.weights)["fit"][left]


def spread(situation: Situation, tables: Tables) -> np.ndarray:
    """In each plausible reading, for how many aims the answer to silence is right.

    Which networks are in play is asked in every reading anew.
    """
    readings = fit.readings(situation, tables)
    left = fit.in_play(readings.audience, tables.default("least_audience"))
    alone = np.where(left[..., np.newaxis], readings.alone(), -np.inf)
    silent = alone.mean(axis=2).argmax(axis=1)
    best, its = alone.max(axis=1), alone[np.arange(len(alone)), silent]
    # As in ``fit.apart``: what prints half a point apart is no tie.
    lost = np.round(np.round(fit.POINTS * best, 1) - np.round(fit.POINTS * its, 1), 1)
    found: np.ndarray = (lost < fit.POINTS * tables.default("fit_tie")).sum(axis=1)
    return found


def answer(situation: Situation, tables: Tables, firm: str) -> Result:
    """Everything that the picture of the whys shows of a ``firm``, whatever it wants.

    Facts: ``silent``, by aim ``first`` and ``second``; ``order``, the aims that silence gets
    right before the others, by what is lost; ``tied``, those where first and second are a tie
    (both ahead of silence, where that is wrong); ``even_order``, the options where all aims
    count alike; ``right_of_next``, the aims for which the second of them is right, and
    ``right_of.OPTION`` how many; ``out``, the networks without enough usable audience. Where every
    network is out there is no second. ``short.least`` and ``short.most`` are what silence costs
    where it is wrong; there are none where it is right for all. There is no ``mix``: that is
    another result, to be joined.
    """
    found = whys(situation, tables)
    sheet = Sheet()
    sheet.add("tie", found.tie, "score")
    sheet.add("least_audience", tables.default("least_audience"), "share")
    aims = tables.keys("purpose")
    sheet.add("aims", len(aims), "aims")
    sheet.add("right", len(found.right), "aims")
    sheet.add("wrong", len(aims) - len(found.right), "aims")
    _add_price(sheet, found)
    second: dict[str, str] = {}
    tied: list[str] = []
    for aim in aims:
        column = found.fits[aim].sort_values(ascending=False, kind="stable")
        sheet.add(f"{aim}.best", column.iloc[0], "score")
        if len(column) > 1:
            second[aim] = str(column.index[1])
            sheet.add(f"{aim}.next", column.iloc[1], "score")
            if fit.apart(column.iloc[0], column.iloc[1]) < found.tie:
                tied.append(aim)
        sheet.add(f"{aim}.silent", found.fits.at[found.silent, aim], "score")
    even = found.even.sort_values(ascending=False, kind="stable")
    sheet.add("even.best", even.iloc[0], "score")
    following: tuple[str, ...] = ()
    if len(even) > 1:
        sheet.add("even.next", even.iloc[1], "score")
        following = found.right_of(str(even.index[1]))
        sheet.add(f"right_of.{even.index[1]}", len(following), "aims")
    _add_readings(sheet, spread(situation, tables), len(found.right), len(aims))
    return sheet.result(
        tables.option_keys,
        firm=firm,
        silent=found.silent,
        even_order=tuple(map(str, even.index)),
        first=found.first,
        second=second,
        right=found.right,
        right_of_next=following,
        tied=tuple(tied),
        out=found.out,
        order=tuple(sorted(aims, key=lambda aim: (aim not in found.right, found.lost(aim)))),
    )


def _add_price(sheet: Sheet, found: Whys) -> None:
    """By how much silence is behind where it is wrong, as a reader subtracts what is printed."""
    wrong = [aim for aim in found.first if aim not in found.right]
    best, its = found.fits.max(), found.fits.loc[found.silent]
    short = [fit.apart(best[aim], its[aim]) for aim in wrong]
    if short:
        sheet.add("short.least", min(short), "score")
        sheet.add("short.most", max(short), "score")


def mixed(situation: Situation, tables: Tables, coins: Mapping[str, float]) -> Result:
    """The answer to a mix of aims: ``coins`` by purpose; none at all is a firm that says nothing.

    Facts: ``mix``, the aims that got coins, and ``mix_order``, the options by fit. ``found`` is
    the share of searches that find the firm.
    """
    sheet = Sheet()
    stated = {aim: given for aim, given in coins.items() if given}
    fits = _fit(situation, stated or dict.fromkeys(tables.keys("purpose"), 1.0), tables)
    fits = fits.sort_values(ascending=False, kind="stable")
    for aim, given in stated.items():
        sheet.add(f"{aim}.coins", given, "points")
    for option, value in fits.items():
        sheet.add(f"mix.{option}", value, "score")
    sheet.add("found", situation.first_page, "tenths")
    return sheet.result(mix=tuple(stated), mix_order=tuple(map(str, fits.index)))


def price(mixed: Result, silent: str) -> Result:
    """By how much the answer to silence is behind the best one for a mix, as printed."""
    best = mixed.value(f"mix.{mixed.facts['mix_order'][0]}")
    sheet = Sheet()
    sheet.add("mix.short", fit.apart(best, mixed.value(f"mix.{silent}")), "score")
    return sheet.result()


def _add_readings(sheet: Sheet, right: np.ndarray, here: int, aims: int) -> None:
    low, high = max(here - NEAR, 0), min(here + NEAR, aims)
    sheet.add("right_low", low, "aims")
    sheet.add("right_high", high, "aims")
    sheet.add("near", ((right >= low) & (right <= high)).mean(), "tenths")


def walk(situation: Situation, tables: Tables, firm: str, worked: Sequence[str] = ()) -> Result:
    """From "best on average, so first for the rest" to what is left when each aim is asked alone.

    ``hoped`` are the aims that may go to the answer to silence once those that are ``worked``
    out are known; fact ``lost`` are those of them that do not. ``left.OPTION`` are the aims that
    still go to it after further ones were taken off for which the option comes first by more
    than a tie: website first before the networks.
    ``people.OPTION`` is the share of the people wanted that website first, and the answer to
    silence, can still win. Joined with ``answer``.
    """
    found, sheet = whys(situation, tables), Sheet()
    audience = fit.criteria(situation, tables)["audience"]
    for option in dict.fromkeys((NONE, found.silent)):
        sheet.add(f"people.{option}", audience[option], "share")
    won: dict[str, list[str]] = {}
    for option in tables.option_keys:
        aims = [aim for aim in found.first if found.first[aim] == option]
        aims = [aim for aim in aims if aim not in found.right and aim not in worked]
        if aims:
            won[option] = aims
    lost = tuple(aim for aim in worked if aim not in found.right)
    left = len(tables.keys("purpose")) - len(lost)
    sheet.add("hoped", left, "aims")
    for option in sorted(won, key=lambda option: (option != NONE, -len(won[option]))):
        left -= len(won[option])
        sheet.add(f"left.{option}", left, "aims")
    taken = sheet.result(lost=lost, won={option: tuple(aims) for option, aims in won.items()})
    return taken.joined(answer(situation, tables, firm))


def of_all(tables: Tables, situations: Iterable[Situation]) -> Result:
    """For how many aims of all these firms silence is right, a tie with the first included.

    ``least`` and ``most`` are the aims that it gets right for a firm: the fewest and the most.
    """
    sheet = Sheet()
    found = [whys(situation, tables) for situation in situations]
    asked = [(one, aim) for one in found for aim in tables.keys("purpose")]
    sheet.add("firms", len(found), "count")
    sheet.add("all_aims", len(asked), "count")
    sheet.add("all_right", sum(aim in one.right for one, aim in asked), "count")
    sheet.add("least", min(len(one.right) for one in found), "count")
    sheet.add("most", max(len(one.right) for one in found), "count")
    return sheet.result()
