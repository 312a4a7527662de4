"""One picture with the headline of another view among its words."""

from collections.abc import Hashable, Iterator, Sequence
from dataclasses import replace

from matplotlib.artist import Artist
from matplotlib.figure import Figure

from helpers.data.tables import Tables
from helpers.models.decision import Decision
from helpers.models.groups import NONE
from helpers.models.result import Result
from helpers.views.ads import AdsView
from helpers.views.canvas import View
from helpers.views.gap_words import GapWords
from helpers.views.verdict_board import BoardView
from helpers.views.words import Speaker, Words
from helpers.words import locale
from helpers.words.locale import _


class WithHeadline:
    """Draws ``main``; the headline of ``other`` is its first remark, on a joined result."""

    def __init__(self, main: View, other: View) -> None:
        self._main, self._other = main, other

    def height(self, result: Result, width: int) -> int:
        return self._main.height(result, width)

    def key(self, result: Result) -> Hashable:
        return self._main.key(result)

    def build(self, figure: Figure, result: Result) -> Sequence[Artist]:
        return self._main.build(figure, result)

    def update(self, result: Result) -> None:
        self._main.update(result)

    def words(self, result: Result) -> Words:
        words, more = self._main.words(result), self._other.words(result)
        return replace(
            words,
            remarks=(more.headline, *words.remarks),
            quoted=(*words.quoted, *more.quoted),
        )


class AgainstDoors(WithHeadline):
    """Hours of what somebody chooses, and where that is not what the doors say.

    ``chosen`` among the facts are the networks, ``decision`` are the verdicts.
    """

    def __init__(self, main: View, board: BoardView, tables: Tables) -> None:
        super().__init__(main, board)
        self._board, self._tables = board, tables

    def words(self, result: Result) -> Words:
        words, speak = super().words(result), Speaker(result)
        first, *rest = words.remarks
        remarks = (first, *self._against(result, speak), *rest)
        return replace(words, remarks=remarks, quoted=(*words.quoted, *speak.quoted))

    def _against(self, result: Result, speak: Speaker) -> Iterator[str]:
        decision: Decision = result.facts["decision"]
        chosen, name = result.facts["chosen"], self._tables.name
        more = [n for n in chosen if n not in decision.opened]
        less = [n for n in decision.opened if n not in chosen]
        if len(more) == 1:
            judged = decision[more[0]]
            figure, (told, *shorter) = self._board.said(judged, speak)
            why = told if len(judged.together) > 1 else (*shorter, told)[0]
            yield _(
                "You choose {network}; the doors say “{verdict}”: {why}. Say why in the log."
            ).format(
                network=name("network", more[0]),
                verdict=name("verdict", judged.verdict),
                why=f"{figure} {why}".strip(),
            )
        elif more:
            names = locale.listing([name("network", n) for n in more])
            said = _("You choose {networks}, which the doors do not open. Say why in the log.")
            yield said.format(networks=names)
        if less:
            names = locale.listing([name("network", n) for n in less])
            said = _("The doors open {networks}, and you do not. Say why in the log.")
            yield said.format(networks=names)


class HoursOfGroup(WithHeadline):
    """Hours with a group, and that its rates are not those that somebody counted."""

    def words(self, result: Result) -> Words:
        words = super().words(result)
        if result.facts["kind"] == NONE:
            return words
        first, *rest = words.remarks
        said = _(
            "Counted with the shop's rates of writing and answering. With your own count, Explore "
            "shows another figure: note it in your log."
        )
        return replace(words, remarks=(first, said, *rest))


class HoursOfAds(WithHeadline):
    """The picture of hours under the narrow place of the ads, then what the hours come to.

    Missing hours come first. Of the hours' remarks only those of cash stand open beside ads:
    the others are folded.
    """

    def __init__(self, hours: View, ads: AdsView) -> None:
        super().__init__(hours, ads)
        self._place, self._lacks_hours = ads.place, ads.lacks_hours

    def words(self, result: Result) -> Words:
        words, place = self._main.words(result), self._place(result)
        both = [place.headline, words.headline]
        if self._lacks_hours(result):
            both.reverse()
        shown, folded = words.remarks, words.folded
        if place.remarks:
            shown = tuple(GapWords.cash(result, Speaker(result)))
            folded = (*(one for one in words.remarks if one not in shown), *folded)
        return replace(
            words,
            headline=" ".join(both),
            remarks=(*place.remarks, *shown),
            folded=folded,
            quoted=(*words.quoted, *place.quoted),
        )
