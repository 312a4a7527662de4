"""How a class's answers spread: a dot a hand, the middle answer and the model's in words."""

from collections.abc import Callable, Hashable, Sequence

from matplotlib.artist import Artist
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.ticker import MaxNLocator

from helpers.models.result import Result, nice_limit
from helpers.models.vote import ALL, HALF, MOST
from helpers.views import palette
from helpers.views.canvas import box, plain_numbers, size, spread
from helpers.views.hands import (
    APART,
    LARGEST,
    LINE,
    SIDE,
    SMALLEST,
    WIDE,
    dots,
    how_right,
    ink,
    key_of,
    pixels,
    soft,
    write,
)
from helpers.views.words import Speaker, Table, Words, spoken
from helpers.words import locale, units
from helpers.words.locale import _, counted, plural

Across = Callable[[float], float]
SCALE = 20
"""A question whose highest answer is no higher shows its whole scale."""


def answered(value: float, unit: str) -> str:
    """An answer of the class in the unit of its question."""
    if unit.startswith(units.PLACES):
        return units.written(value, "place")
    return units.stated([value], unit)


class NumbersView:
    """Dots stacked over a number axis. ``low`` and ``high`` bound what may be answered."""

    def __init__(self, unit: str, low: float, high: float) -> None:
        self._unit, self._low, self._high = unit, low, high

    def height(self, result: Result, width: int) -> int:
        return self._bottom(result) + self._room(width) + 2 * LINE + 12

    def key(self, result: Result) -> Hashable:
        return key_of(result)

    def update(self, result: Result) -> None:
        """Nothing: each change of the hands may move the axis, so all is built anew."""

    @staticmethod
    def _room(width: int) -> int:
        return 190 if width < WIDE else 230 if width < 800 else 280

    def _bottom(self, result: Result) -> int:
        return 3 * LINE + 23 + (LINE if self._far(result) else 0)

    def _answers(self, result: Result) -> list[tuple[float, int]]:
        """Each answer with its hands, in order."""
        return [
            (result.value(f"{key}.value"), int(result.value(f"{key}.hands")))
            for key in result.options
        ]

    def _end(self, result: Result) -> float:
        """Where the axis ends; until the model's answer shows, it tells nothing of it."""
        if self._high <= SCALE:
            return self._high
        shown = [result.facts["fence"]] if result.options else []
        shown += [result.value(key) for key in ("model", "likely.high") if key in result]
        return min(nice_limit(max(shown)), self._high) if shown else self._high

    def _far(self, result: Result) -> list[tuple[float, int]]:
        """The answers beyond the axis."""
        end = self._end(result)
        return [(value, hands) for value, hands in self._answers(result) if value > end]

    def build(self, figure: Figure, result: Result) -> Sequence[Artist]:
        width, _height = size(figure)
        bottom, room = self._bottom(result), self._room(width)
        axes = box(figure, 0, bottom, width, bottom + room)
        end = self._end(result)
        margin = (end - self._low) * (SIDE + 12) / (width - 2 * (SIDE + 12))
        axes.set_xlim(self._low - margin, end + margin)
        axes.set_ylim(0, room)
        axes.grid(False)
        axes.yaxis.set_visible(False)
        axes.spines["left"].set_visible(False)
        plain_numbers(axes.xaxis)
        ticks = MaxNLocator(3 if width < WIDE else 5, steps=[1, 2, 5, 10])
        axes.set_xticks([t for t in ticks.tick_values(self._low, end) if self._low <= t <= end])
        axes.xaxis.set_tick_params(length=4)

        def across(value: float) -> float:
            """Where an answer stands, in CSS pixels."""
            return (value - self._low + margin) / (end - self._low + 2 * margin) * width

        if "model" in result:
            self._draw_model(figure, axes, result, across, bottom + room)
        shown = [(value, hands) for value, hands in self._answers(result) if value <= end]
        if shown:
            overlay = pixels(figure, 0, bottom, width, bottom + room)
            self._draw_hands(overlay, [(across(v), n) for v, n in shown], room)
        else:
            plate = {"facecolor": axes.get_facecolor(), "edgecolor": "none", "pad": 3}
            write(figure, width / 2, bottom + room / 2, _("No hands yet"), ha="center", bbox=plate)
        self._draw_below(figure, result, across, bottom)
        return ()

    def _draw_model(
        self, figure: Figure, axes: Axes, result: Result, across: Across, top: float
    ) -> None:
        """A line with words above it, on the band of what is likely."""
        value = result.value("model")
        said = _("model: {answer}").format(answer=spoken(result["model"], self._unit))
        if "likely.low" in result:
            low, high = (result.value(f"likely.{end}") for end in ("low", "high"))
            left, right = axes.get_xlim()
            axes.axvspan(max(low, left), min(high, right), color=soft(), alpha=0.2, linewidth=0)
            likely = _("likely {low} to {high}").format(**self._likely(result))
            write(figure, across(value), top + 8, likely, ha="center")
        axes.axvline(value, color=ink(), linewidth=2.4)
        at = top + 8 + (LINE if "likely.low" in result else 0)
        write(figure, across(value), at, said, ha="center", weight=600)

    def _likely(self, result: Result) -> dict[str, str]:
        return {
            end: units.number(result.value(f"likely.{end}"), result[f"likely.{end}"].unit)
            for end in ("low", "high")
        }

    @staticmethod
    def _draw_hands(axes: Axes, hands: list[tuple[float, int]], room: float) -> None:
        """The largest dots that keep answers apart, or whose stacks fit; else bars with counts."""
        tried = [(across, stacked(hands, across)) for across in range(LARGEST, SMALLEST - 1, -1)]
        fitting = [each for each in tried if each[0] * max(n for _x, n in each[1]) <= room - 4]
        if not fitting:
            bars(axes, stacked(hands, LARGEST), room)
            return
        apart = (each for each in fitting if each[0] >= APART and len(each[1]) == len(hands))
        across, stacks = next(apart, fitting[0])
        width = axes.get_xlim()[1]
        clear = spread([place for place, _n in stacks], across, across / 2, width - across / 2)
        xs, ys = [], []
        for place, (_x, count) in zip(clear, stacks, strict=True):
            xs += [place] * count
            ys += [across * (level + 0.5) + 2 for level in range(count)]
        dots(axes, xs, ys, across)

    def _draw_below(self, figure: Figure, result: Result, across: Across, bottom: float) -> None:
        """Under the numbers of the axis: the middle answer, then unit and hands, then far ones."""
        width, height = size(figure)
        if result.options and result.value("median") <= self._end(result):
            at = across(result.value("median"))
            ends = [(bottom - LINE - below) / height for below in (9, 18)]
            figure.add_artist(Line2D([at / width] * 2, ends, color=ink(), linewidth=2.4))
            middle = _("middle answer {answer}").format(answer=locale.plain(result.value("median")))
            y = bottom - 2 * LINE - 13
            write(figure, at, y, middle, ha="center", weight=600)
        said = counted("{number} hand", "{number} hands", result.value("hands"))
        if not result.options:
            said = self._asked()
        elif asked := self._asked():
            said = _("{unit}; {hands}").format(unit=asked, hands=said)
        write(figure, width - SIDE, bottom - 3 * LINE - 15, said, ha="right")
        if far := self._far(result):
            count = sum(hands for _value, hands in far)
            top = locale.plain(max(value for value, _hands in far))
            beyond = plural(
                "{count} hand further right: {top}",
                "{count} hands further right, up to {top}",
                count,
            ).format(count=locale.number(count), top=top)
            write(figure, width - SIDE, bottom - 4 * LINE - 15, beyond, ha="right")

    def _asked(self) -> str:
        """What the axis counts."""
        place = self._unit.startswith(units.PLACES)
        return _("place") if place else units.asked_for(self._unit)

    def words(self, result: Result) -> Words:
        speak = Speaker(result)
        headline = self._said(result, speak)
        remarks = []
        if "model" in result:
            model = _("The model says {answer}.").format(answer=spoken(result["model"], self._unit))
            headline = f"{headline} {model}"
            if "likely.low" in result:
                likely = _("The model's likely range is {low} to {high}.")
                remarks.append(likely.format(**self._likely(result)))
            remarks.append(how_right(speak, result))
        rows = tuple(
            (answered(value, self._unit), locale.number(hands))
            for value, hands in self._answers(result)
        ) or ((_("None"), locale.number(0)),)
        table = Table(_("Hands by answer"), (_("Answer"), _("Hands")), rows)
        alt = _("Dot plot of the class's answers, a dot for each hand. {headline}")
        return speak.words(headline, table, alt.format(headline=headline), filter(None, remarks))

    def _said(self, result: Result, speak: Speaker) -> str:
        """What is true of the middle answer, and how many hands there are."""
        if not result.options:
            return _("No hands yet.")
        count, standing = result.value("hands"), result.facts["standing"]
        fields = {"answer": answered(result.value("median"), self._unit)}
        fields["hands"] = speak.plural("{number} hand", "{number} hands", "hands")
        if standing == ALL:
            one = _("One hand: {answer}.")
            said = one if count == 1 else _("All {hands} say {answer}.")
        elif standing == MOST:
            said = _("More than half of the class said {answer}; {hands}.")
        elif self._unit.startswith(units.PLACES):  # the first place is the lowest number
            said = _("At least half of the class said {answer} or better; {hands}.")
            if standing == HALF:
                said = _("Half of the class said {answer} or better; {hands}.")
        else:
            said = _("At least half of the class said {answer} or less; {hands}.")
            if standing == HALF:
                said = _("Half of the class said {answer} or less; {hands}.")
        return said.format(**fields)


def stacked(hands: Sequence[tuple[float, int]], across: float) -> list[tuple[float, int]]:
    """Places and hands where places closer than a dot share a stack, in its members' middle."""
    groups: list[list[tuple[float, int]]] = []
    for place, count in sorted(hands):
        if groups and place - groups[-1][0][0] < across:
            groups[-1].append((place, count))
        else:
            groups.append([(place, count)])
    return [((g[0][0] + g[-1][0]) / 2, sum(count for _p, count in g)) for g in groups]


def bars(axes: Axes, stacks: Sequence[tuple[float, int]], room: float) -> None:
    """A bar for each stack; the highest carry their count, as far as counts have room."""
    most = max(count for _place, count in stacks)
    taken: list[float] = []
    for place, count in sorted(stacks, key=lambda stack: -stack[1]):
        top = (room - LINE) * count / most
        axes.bar(place, top, 0.7 * LARGEST, color=palette.PEOPLE, linewidth=0)
        if all(abs(place - other) > 40 for other in taken):
            taken.append(place)
            style = {"ha": "center", "va": "bottom"}
            # The model's line may pass behind the count.
            style["bbox"] = {"facecolor": axes.get_facecolor(), "linewidth": 0, "pad": 1}
            axes.text(place, top + 2, locale.number(count), **style)
