"""How a class's hands spread over options: a row of dots each, the model's answer in words."""

from collections.abc import Hashable, Mapping, Sequence

from matplotlib.artist import Artist
from matplotlib.figure import Figure

from helpers.models.result import Result
from helpers.views import palette
from helpers.views.canvas import DPI, size
from helpers.views.hands import (
    SIDE,
    SMALLEST,
    WIDE,
    dots,
    how_right,
    key_of,
    pixels,
    shortened_name,
    write,
)
from helpers.views.words import Speaker, Table, Words
from helpers.words import locale
from helpers.words.locale import _


class OptionsView:
    """A row of dots for each option. ``names`` are the options' words by key.

    ``counted``: the answer is no model's, somebody has counted it.
    """

    def __init__(self, names: Mapping[str, str], counted: bool = False) -> None:
        self._names, self._counted = names, counted

    def _behind_count(self) -> str:
        """What stands behind the hands of the right option."""
        return _("{count}, as counted") if self._counted else _("{count}, the model's answer")

    def height(self, result: Result, width: int) -> int:
        return self._row(width) * len(result.options) + 2 * SIDE

    def key(self, result: Result) -> Hashable:
        return key_of(result)

    def update(self, result: Result) -> None:
        """Nothing: dots grow and shrink with the hands, so all is built anew."""

    @staticmethod
    def _row(width: int) -> int:
        return 50 if width < WIDE else 34

    def build(self, figure: Figure, result: Result) -> Sequence[Artist]:
        width, height = size(figure)
        wide = width >= WIDE
        row = self._row(width)
        left = round(0.27 * width) if wide else SIDE
        right = width - (self._behind(figure, result) if wide else 60)
        axes = pixels(figure, left, 0, right, height)
        most = int(result.value("most"))
        across = min((right - left) / max(most, 1), 20.0)
        for place, option in enumerate(result.options):
            middle = height - SIDE - row * (place + (0.5 if wide else 0.72))
            count = int(result.value(f"{option}.hands"))
            self._name(figure, result, option, middle, left)
            if count and across >= SMALLEST:
                dots(axes, [across * (n + 0.5) for n in range(count)], [middle] * count, across)
            elif count:
                axes.barh(middle, across * count, 0.45 * row, color=palette.PEOPLE, linewidth=0)
            said = locale.number(count)
            if wide and option in result.facts["right"]:
                said = self._behind_count().format(count=said)
            weight = 600 if option in result.facts["right"] else 400
            end = left + across * count + 6
            write(figure, end, middle, said, va="center_baseline", weight=weight)
        return ()

    def _behind(self, figure: Figure, result: Result) -> float:
        """The room that counts, and what is said of the model's answer, need behind the dots."""
        said = locale.number(result.value("most"))
        if result.facts["right"]:
            said = self._behind_count().format(count=said)
        text = write(figure, SIDE, SIDE, said, weight=600)
        room = text.get_window_extent().width * DPI / figure.dpi
        text.remove()
        return room + 6 + 2 * SIDE

    def _name(
        self, figure: Figure, result: Result, option: str, middle: float, left: float
    ) -> None:
        """An option's name: beside its dots, or above them with what the model says of it."""
        name, right = self._names[option], option in result.facts["right"]
        style = {"weight": 600} if right else {}
        width, _height = size(figure)
        if width >= WIDE:
            fitting = shortened_name(figure, name, left - 3 * SIDE)
            write(figure, left - SIDE, middle, fitting, ha="right", va="center_baseline", **style)
            return
        if right:
            said = _("{name}, as counted") if self._counted else _("{name}, the model's answer")
            name = said.format(name=name)
        fitting = shortened_name(figure, name, width - 2 * SIDE)
        write(figure, SIDE, middle + 16, fitting, **style)

    def words(self, result: Result) -> Words:
        speak = Speaker(result)
        headline = self._said(result, speak)
        remarks = []
        if right := result.facts["right"]:
            told = (
                _("The count says {options}.") if self._counted else _("The model says {options}.")
            )
            headline = f"{headline} {told.format(options=self._listed(right))}"
            remarks.append(how_right(speak, result))
        rows = tuple(
            (self._names[option], speak.bare(f"{option}.hands")) for option in result.options
        )
        table = Table(_("Hands by answer"), (_("Answer"), _("Hands")), rows)
        alt = _("A row of dots for each option, a dot for each hand. {headline}")
        return speak.words(headline, table, alt.format(headline=headline), filter(None, remarks))

    def _listed(self, options: Sequence[str]) -> str:
        return locale.listing([self._names[option] for option in options])

    def _said(self, result: Result, speak: Speaker) -> str:
        """Which option has the most hands."""
        lead, count = result.facts["lead"], result.value("hands")
        if not lead:
            return _("No hands yet.")
        fields = {"options": self._listed(lead), "most": speak.bare("most")}
        fields["hands"] = speak.plural("{number} hand", "{number} hands", "hands")
        if result.value("most") == count:
            said = _("One hand: {options}.") if count == 1 else _("All {hands} say {options}.")
        elif len(lead) > 1:
            said = _("{options} lead with {most} each; {hands}.")
        else:
            said = _("The most, {most} of {hands}: {options}.")
        return said.format(**fields)
