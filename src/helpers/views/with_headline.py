"""One picture with the headline of another view among its words."""

from collections.abc import Hashable, Sequence
from dataclasses import replace

from matplotlib.artist import Artist
from matplotlib.figure import Figure

from helpers.models.result import Result
from helpers.views.ads import AdsView
from helpers.views.canvas import View
from helpers.views.words import Words


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


class HoursOfAds(WithHeadline):
    """The picture of hours under the narrow place of the ads, then what the hours come to."""

    def __init__(self, hours: View, ads: AdsView) -> None:
        super().__init__(hours, ads)
        self._place = ads.place

    def words(self, result: Result) -> Words:
        words, place = self._main.words(result), self._place(result)
        return replace(
            words,
            headline=f"{place.headline} {words.headline}",
            remarks=(*place.remarks, *words.remarks),
            quoted=(*words.quoted, *place.quoted),
        )
