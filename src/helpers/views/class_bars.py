"""Pictures of a class: a bar for each row, parted where there are parts, and their words."""

from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass

from matplotlib.artist import Artist
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from helpers.models.result import Result
from helpers.views import palette
from helpers.views.canvas import size
from helpers.views.hands import SIDE, WIDE, ink, pixels, shortened_name, write
from helpers.views.words import Speaker, Table, Words
from helpers.words import locale
from helpers.words.locale import _

ROW, NARROW_ROW, THICK = 34, 52, 0.56
"""CSS pixels from row to row (a narrow picture names a row above its bar); share of a bar."""
LEAST_LABEL = 20
"""CSS pixels that a number needs within its part of a bar."""


@dataclass(frozen=True)
class Piece:
    """A part of a bar: how long it is, how it is drawn, what stands in it."""

    length: float
    colour: str
    hatch: str = ""
    said: str = ""


class ClassBars:
    """A row of bars. Subclasses say names, pieces, what stands behind a bar, and the words.

    A full bar is as long as 1.
    """

    def height(self, result: Result, width: int) -> int:
        row = ROW if width >= WIDE else NARROW_ROW
        return row * max(len(result.options), 1) + 2 * SIDE

    def key(self, result: Result) -> Hashable:
        return tuple((key, result.value(key)) for key in result), result.options

    def update(self, result: Result) -> None:
        """Nothing: every figure may be another, so all is built anew."""

    def build(self, figure: Figure, result: Result) -> Sequence[Artist]:
        width, height = size(figure)
        wide = width >= WIDE
        row = ROW if wide else NARROW_ROW
        left = round(0.34 * width) if wide else SIDE
        right = width - (190 if wide else 96)
        axes = pixels(figure, left, 0, right, height)
        if not result.options:
            write(figure, width / 2, height / 2, self.empty(), ha="center")
            return ()
        for place, option in enumerate(result.options):
            middle = height - SIDE - row * (place + (0.5 if wide else 0.7))
            name = shortened_name(figure, self.name(result, option), (left if wide else width) - 24)
            if wide:
                write(figure, left - SIDE, middle, name, ha="right", va="center_baseline")
            else:
                write(figure, SIDE, middle + 18, name)
            self._bar(axes, result, option, middle, right - left, row)
            after = self.behind(result, option, wide)
            write(figure, right + SIDE, middle, after, va="center_baseline")
        return ()

    def _bar(
        self, axes: Axes, result: Result, option: str, middle: float, scale: float, row: float
    ) -> None:
        at, tall = 0.0, THICK * min(row, ROW)
        ground = axes.get_facecolor()
        for piece in self.pieces(result, option):
            long = piece.length * scale
            style = {"color": piece.colour, "hatch": piece.hatch, "edgecolor": ground}
            axes.barh(middle, long, tall, left=at, linewidth=1, **style)
            if piece.said and long >= LEAST_LABEL:
                plate = {"facecolor": ground, "edgecolor": "none", "pad": 1.5}
                centre = {"ha": "center", "va": "center_baseline", "bbox": plate}
                axes.text(at + long / 2, middle, piece.said, **centre)
            at += long
        mark = self.mark(result, option)
        if mark is not None:
            ends = [middle - 0.8 * tall, middle + 0.8 * tall]
            axes.plot([mark * scale] * 2, ends, color=ink(), linewidth=2.6)

    # What a subclass says ---------------------------------------------------------------

    def empty(self) -> str:
        """What stands in a picture without rows."""
        return _("Nothing to show yet")

    def name(self, result: Result, option: str) -> str:
        """The name of a row."""
        raise NotImplementedError

    def pieces(self, result: Result, option: str) -> Sequence[Piece]:
        """The parts of a bar."""
        raise NotImplementedError

    def mark(self, result: Result, option: str) -> float | None:
        """Where a line crosses the bar, if one does."""
        return None

    def behind(self, result: Result, option: str, wide: bool) -> str:
        """What stands behind a bar."""
        raise NotImplementedError


class SureAndRight(ClassBars):
    """How often a class was right, by how sure it was: a bar is what came true, a line what
    was said."""

    def name(self, result: Result, option: str) -> str:
        return _("{sure} sure").format(sure=Speaker(result)(f"{option}.sure"))

    def pieces(self, result: Result, option: str) -> Sequence[Piece]:
        return (Piece(result.value(f"{option}.hits"), palette.PEOPLE),)

    def mark(self, result: Result, option: str) -> float | None:
        return result.value(f"{option}.sure")

    def behind(self, result: Result, option: str, wide: bool) -> str:
        share = Speaker(result)(f"{option}.hits")
        return _("{share} came true").format(share=share) if wide else share

    def words(self, result: Result) -> Words:
        speak = Speaker(result)
        headline = _("No prediction with a known answer was handed in.")
        remarks = []
        if result.options:
            last = result.options[-1]
            headline = speak.plural(
                "Of {number} prediction made {sure} sure, {right} came true.",
                "Of {number} predictions made {sure} sure, {right} came true.",
                f"{last}.made",
                sure=speak(f"{last}.sure"),
                right=speak.bare(f"{last}.right"),
            )
            remarks = [
                _("A bar is how many came true, the line how sure they were: they should meet."),
                _("A guess claims nothing: where nobody knows, it is right far less than half."),
            ]
        rows = tuple(
            (
                speak(f"{option}.sure"),
                speak.bare(f"{option}.made"),
                speak.bare(f"{option}.right"),
                speak(f"{option}.hits"),
            )
            for option in result.options
        ) or ((_("None"), locale.number(0), locale.number(0), ""),)
        header = (_("How sure"), _("Predictions"), _("Came true"), _("Share"))
        alt = _("A bar for each confidence. {headline}").format(headline=headline)
        return speak.words(
            headline, Table(_("The class's predictions"), header, rows), alt, remarks
        )


class League(ClassBars):
    """Who knows what they do not know: learners by Brier score, the shortest bar first."""

    def name(self, result: Result, option: str) -> str:
        return str(result.facts["names"][result.options.index(option)])

    def pieces(self, result: Result, option: str) -> Sequence[Piece]:
        return (Piece(result.value(f"{option}.brier"), palette.PEOPLE),)

    def mark(self, result: Result, option: str) -> float | None:
        return COIN

    def behind(self, result: Result, option: str, wide: bool) -> str:
        speak = Speaker(result)
        if not wide:
            return speak(f"{option}.brier")
        return _("{brier}; {right} of {made} right").format(
            brier=speak(f"{option}.brier"),
            right=speak.bare(f"{option}.right"),
            made=speak.bare(f"{option}.made"),
        )

    def words(self, result: Result) -> Words:
        speak = Speaker(result)
        headline = speak.plural(
            "Nobody has made {number} prediction yet that was no guess.",
            "Nobody has made {number} predictions yet that were no guess.",
            "least",
        )
        remarks = []
        if result.options:
            first = result.options[0]
            headline = _("{name} knows best what is not known: Brier score {brier}.").format(
                name=self.name(result, first), brier=speak(f"{first}.brier")
            )
            remarks.append(
                _("Short is good: 0 is perfect, and the line at {coin} is a coin.").format(
                    coin=locale.number(COIN, 2)
                )
            )
        if result.value("out"):
            remarks.append(
                speak.plural(
                    "{number} learner made fewer than {least} such predictions and is left out.",
                    "{number} learners made fewer than {least} such predictions and are left out.",
                    "out",
                    least=speak.bare("least"),
                )
            )
        rows = tuple(
            (
                self.name(result, option),
                speak(f"{option}.brier"),
                speak.bare(f"{option}.made"),
                speak.bare(f"{option}.right"),
            )
            for option in result.options
        ) or ((_("None"), "", "", ""),)
        header = (_("Nickname"), _("Brier score"), _("Predictions"), _("Came true"))
        alt = _("A bar for each learner, the best first. {headline}").format(headline=headline)
        table = Table(_("League of calibration"), header, rows)
        return speak.words(headline, table, alt, remarks)


COIN = 0.25
"""The Brier score of whoever says one half each time."""


class Questions(ClassBars):
    """How many answered each quiz question right. ``names`` and ``tempting`` by option."""

    def __init__(self, names: Mapping[str, str], tempting: Mapping[str, str]) -> None:
        self._names, self._tempting = names, tempting

    def name(self, result: Result, option: str) -> str:
        return self._names[option]

    def pieces(self, result: Result, option: str) -> Sequence[Piece]:
        return (Piece(result.value(f"{option}.right"), palette.PEOPLE),)

    def behind(self, result: Result, option: str, wide: bool) -> str:
        share = Speaker(result)(f"{option}.right")
        return _("{share} right").format(share=share) if wide else share

    def words(self, result: Result) -> Words:
        speak = Speaker(result)
        headline, remarks = _("No quiz was handed in."), []
        hardest = result.facts["hardest"]
        if hardest:
            headline = _("The hardest question, {right} right: “{question}”").format(
                right=speak(f"{hardest}.right"), question=self._names[hardest]
            )
            if self._tempting[hardest]:
                remarks.append(
                    _("Most tempting there: “{option}”").format(option=self._tempting[hardest])
                )
            remarks.append(
                _("“Parts” says whether those who do well elsewhere get it right: near 1 they do.")
            )
        rows = tuple(
            (
                self._names[option],
                speak.bare(f"{option}.answers"),
                speak(f"{option}.right"),
                speak(f"{option}.parts") if f"{option}.parts" in result else _("too few"),
                self._tempting[option],
            )
            for option in result.options
        ) or ((_("None"), "", "", "", ""),)
        header = (_("Question"), _("Answers"), _("Right"), _("Parts"), _("Most tempting"))
        alt = _("A bar for each question. {headline}").format(headline=headline)
        return speak.words(headline, Table(_("Quiz questions"), header, rows), alt, remarks)
