"""What a class decided: how many chose each option, and the verdicts on each network."""

from collections.abc import Mapping, Sequence

from matplotlib.artist import Artist
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from helpers.models.result import Result
from helpers.views import palette
from helpers.views.canvas import size
from helpers.views.class_bars import ClassBars, Piece
from helpers.views.hands import LINE, SIDE, pixels, write
from helpers.views.words import Speaker, Table, Words
from helpers.words import locale
from helpers.words.locale import _

HATCHES = ("", "///", "---", "...", "xx")
COLOURS = (palette.SPARE, palette.PEOPLE, palette.MIDDLE, palette.SHARED, palette.MISSING)
"""Parts of a bar are told apart by both, and by the numbers in them."""
SWATCH = 22


class Choices(ClassBars):
    """One decision: a bar for each option. ``names`` of the options, ``asked`` is the question."""

    def __init__(self, names: Mapping[str, str], asked: str) -> None:
        self._names, self._asked = names, asked

    def empty(self) -> str:
        return _("No decision was handed in.")

    def name(self, result: Result, option: str) -> str:
        return self._names[option]

    def pieces(self, result: Result, option: str) -> Sequence[Piece]:
        return (Piece(result.value(f"{option}.share"), palette.PEOPLE),)

    def behind(self, result: Result, option: str, wide: bool) -> str:
        return Speaker(result).bare(f"{option}.chose")

    def words(self, result: Result) -> Words:
        speak = Speaker(result)
        headline = self.empty()
        lead = result.facts["lead"]
        if lead:
            headline = _("{number} of {all} decided: {option}.").format(
                number=speak.bare(f"{lead[0]}.chose"),
                all=speak.bare("all"),
                option=locale.listing([self._names[one] for one in lead]),
            )
        rows = tuple(
            (self._names[option], speak.bare(f"{option}.chose")) for option in result.options
        ) or ((_("None"), ""),)
        table = Table(self._asked, (_("Decision"), _("Learners")), rows)
        alt = _("A bar for each decision. {headline}").format(headline=headline)
        return speak.words(headline, table, alt)


class Verdicts(ClassBars):
    """The verdicts on each network: a bar a network, parted by verdict, with a key below."""

    def __init__(self, networks: Mapping[str, str], verdicts: Mapping[str, str]) -> None:
        self._networks, self._verdicts = networks, verdicts

    def empty(self) -> str:
        return _("No verdict was handed in.")

    def height(self, result: Result, width: int) -> int:
        return super().height(result, width) + LINE * (len(result.facts["parts"]) + 1)

    def build(self, figure: Figure, result: Result) -> Sequence[Artist]:
        super().build(figure, result)
        if not result.options:
            return ()
        width, _height = size(figure)
        axes = pixels(figure, 0, 0, width, LINE * (len(result.facts["parts"]) + 1))
        for place, part in enumerate(reversed(result.facts["parts"])):
            self._key_line(figure, axes, result, part, SIDE + LINE * place)
        return ()

    def _key_line(
        self, figure: Figure, axes: Axes, result: Result, part: str, bottom: float
    ) -> None:
        colour, hatch = self._style(result, part)
        style = {"color": colour, "hatch": hatch, "edgecolor": axes.get_facecolor()}
        axes.barh(bottom + 5, SWATCH, 12, left=SIDE, linewidth=1, **style)
        write(figure, 2 * SIDE + SWATCH, bottom, self._verdicts[part])

    @staticmethod
    def _style(result: Result, part: str) -> tuple[str, str]:
        place = result.facts["parts"].index(part)
        return COLOURS[place % len(COLOURS)], HATCHES[place % len(HATCHES)]

    def name(self, result: Result, option: str) -> str:
        return self._networks[option]

    def pieces(self, result: Result, option: str) -> Sequence[Piece]:
        total, told = result.value(f"{option}.all") or 1.0, []
        for part in result.facts["parts"]:
            count = result.value(f"{option}.{part}")
            said = locale.number(count) if count else ""
            told.append(Piece(count / total, *self._style(result, part), said))
        return told

    def behind(self, result: Result, option: str, wide: bool) -> str:
        most = result.facts["most"][option]
        return self._verdicts[most[0]] if wide and len(most) == 1 else ""

    def words(self, result: Result) -> Words:
        speak = Speaker(result)
        headline, parts = self.empty(), result.facts["parts"]
        if result.options:
            first = parts[0]
            top = max(result.options, key=lambda one: result.value(f"{one}.{first}"))
            headline = _("“{verdict}” is most frequent for {network}: {number} of {all}.").format(
                verdict=self._verdicts[first],
                network=self._networks[top],
                number=speak.bare(f"{top}.{first}"),
                all=speak.bare(f"{top}.all"),
            )
            if not result.value(f"{top}.{first}"):
                headline = _("No network is opened without more ado by anybody.")
        rows = tuple(
            (self._networks[one], *(speak.bare(f"{one}.{part}") for part in parts))
            for one in result.options
        ) or ((_("None"), *("" for _part in parts)),)
        header = (_("Network"), *(self._verdicts[part] for part in parts))
        alt = _("A bar for each network, parted by verdict. {headline}")
        table = Table(_("Verdicts of the class"), header, rows)
        return speak.words(headline, table, alt.format(headline=headline))
