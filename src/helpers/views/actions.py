"""What each action does: to a network's lead over website first, and to the hours."""

from collections.abc import Mapping, Sequence

from matplotlib.artist import Artist
from matplotlib.axes import Axes
from matplotlib.collections import PolyCollection
from matplotlib.figure import Figure
from matplotlib.text import Text

from helpers.data.tables import Tables
from helpers.models.result import Result, nice_limit
from helpers.views import canvas, palette
from helpers.views.words import Speaker, Table, Words, bare
from helpers.words.locale import _

ROW, STACKED = 34, 52
"""Height of a row in CSS pixels; ``STACKED`` has the name above its bars."""
NARROW = 500
TOP, BOTTOM = 40, 34
NAMES, EDGE = 158, 10
MINUS, PLUS = 44, 64
"""Room for a number beside the longest bar: "−1.5" left of it, "✓ +0.5" right."""
HALF = 0.3


class ActionsView:
    """A row for each action, two bars: lead in points of ten, hours won or spent."""

    def __init__(self, tables: Tables) -> None:
        self._tables = tables

    def height(self, result: Result, width: int) -> int:
        row = STACKED if width < NARROW else ROW
        return TOP + BOTTOM + row * len(result.facts["actions"])

    def _limits(self, result: Result) -> tuple[tuple[float, float], ...]:
        """How far the longest bars reach left and right of nought: lead, then hours."""
        limits = []
        for name, scale, least in (("lead", 10.0, 0.2), ("hours", 1.0, 1.0)):
            values = [scale * result.value(f"{a}.{name}") for a in result.facts["actions"]]
            ends = (max(0.0, -min(values, default=0.0)), max(0.0, max(values, default=0.0)))
            low, high = (nice_limit(10 * end) / 10 if end else 0.0 for end in ends)
            limits.append((low, max(high, least if not low else 0.0)))
        return tuple(limits)

    def key(self, result: Result) -> tuple:
        return (result.facts["actions"], *self._limits(result))

    def build(self, figure: Figure, result: Result) -> Sequence[Artist]:
        width, height = canvas.size(figure)
        stacked = width < NARROW
        left = EDGE if stacked else NAMES
        middle = left + (width - left - EDGE) / 2
        spans = ((left, middle - 8), (middle + 8, width - EDGE))
        narrow = width < 600
        titles = (_("Lead") if narrow else _("Lead over website first"), _("Hours"))
        units = (_("points of 10"), _("hours a week"))
        actions = result.facts["actions"]
        rows = range(len(actions))
        self._bars, self._numbers, self._apart = [], [], []
        moving: list[Artist] = []
        for (start, end), title, unit, (low, high) in zip(
            spans, titles, units, self._limits(result), strict=True
        ):
            axes = canvas.box(figure, start, BOTTOM, end, height - TOP)
            axes.set_title(title, pad=10)
            axes.set_xlabel(unit, loc="left", color=axes.spines["left"].get_edgecolor())
            # The longest bar and the number at its end have room on either side.
            room = (end - start) - (MINUS if low else 0) - PLUS
            pixel = (low + high) / room
            axes.set_xlim(-low - (MINUS * pixel if low else 0), high + PLUS * pixel)
            axes.set_ylim(len(rows) - 0.5, -0.5)
            axes.set(xticks=[], yticks=[])
            axes.grid(visible=False)
            axes.spines[["left", "bottom"]].set_visible(False)
            shift = 0.22 if stacked else 0.0
            self._half = 0.2 if stacked else HALF
            if low or not stacked:  # else it would stand under the names
                axes.axvline(0, color=axes.spines["bottom"].get_edgecolor(), linewidth=1.2)
            bars = PolyCollection([], edgecolors=axes.get_facecolor(), linewidth=0.8, zorder=3)
            axes.add_collection(bars, autolim=False)
            numbers = [
                axes.text(0, row + shift, "", va="center_baseline", zorder=5) for row in rows
            ]
            self._bars.append(bars)
            self._numbers.append(numbers)
            self._apart.append(5 * pixel)
            moving += [bars, *numbers]
        self._shift = shift
        self._names(figure, actions, stacked)
        return moving

    def _names(self, figure: Figure, actions: Sequence[str], stacked: bool) -> None:
        """The actions left of their bars; above them where a phone has no room beside."""
        first = figure.axes[0]
        width, _height = canvas.size(figure)
        if not stacked:
            first.set_yticks(range(len(actions)))
            names = [canvas.shortened(figure, self._short(a), NAMES - 14) for a in actions]
            first.set_yticklabels(names)
            return
        for row, action in enumerate(actions):
            name = canvas.shortened(figure, self._short(action), width - 2 * EDGE)
            at = first.get_yaxis_transform()
            text = first.text(0, row - 0.25, name, va="center_baseline", transform=at, zorder=6)
            self._box(first, text)

    @staticmethod
    def _box(axes: Axes, text: Text) -> None:
        """The line of nought does not run through a name."""
        text.set_bbox({"facecolor": axes.get_facecolor(), "edgecolor": "none", "pad": 1})

    def _short(self, action: str) -> str:
        return _(self._tables.actions.at[action, "short"])

    def update(self, result: Result) -> None:
        chosen = result.facts["chosen"]
        for place, (name, scale) in enumerate((("lead", 10.0), ("hours", 1.0))):
            boxes, colours = [], []
            apart = self._apart[place]
            for row, action in enumerate(result.facts["actions"]):
                quantity = result[f"{action}.{name}"]
                value = scale * quantity.value
                low, high = row + self._shift - self._half, row + self._shift + self._half
                if value:
                    boxes.append([(0, low), (value, low), (value, high), (0, high)])
                    colours.append(palette.SPARE if value > 0 else palette.MISSING)
                label = self._numbers[place][row]
                mark = "✓ " if action in chosen and not place else ""
                label.set_text(f"{mark}{bare(quantity)}")
                label.set_fontweight("bold" if action in chosen else "normal")
                label.set_ha("left" if value >= 0 else "right")
                label.set_x(value + (apart if value >= 0 else -apart))
            self._bars[place].set_verts(boxes)
            self._bars[place].set_facecolors(colours)

    def words(self, result: Result) -> Words:
        speak = Speaker(result)
        name = self._tables.name
        network = name("network", result.facts["network"])
        chosen = result.facts["chosen"]
        best = max(result.facts["actions"], key=lambda a: result.value(f"{a}.lead"))
        fields = {
            "network": network,
            "lead": speak("lead_after"),
            "before": speak("lead_before"),
            "balance": speak("balance"),
            "margin": speak("margin_after"),
            "best": name("action", best),
        }
        if not chosen:
            headline = self._today(result, speak, fields)
        else:
            headline = _(
                "With these actions the lead of {network} over website first goes from {before} "
                "to {lead} points of ten; the hours change by {balance}."
            ).format(**fields)
            if speak.alike("lead_after", "lead_before"):
                headline = _(
                    "These actions do not move the lead of {network} over website first "
                    "({before} points of ten); the hours change by {balance}."
                ).format(**fields)
        remarks = []
        if chosen:
            sentence = _("Then {margin} a week are missing for {network} alone, at your level.")
            if result.value("spare_after") >= 0:
                sentence = _("Then {margin} a week are to spare for {network} alone.")
            remarks.append(sentence.format(**fields))
        if chosen and result.value(f"{best}.lead") > 0:
            remarks.append(
                _("The largest single step for the lead: {best} ({rise} points of ten).").format(
                    best=fields["best"], rise=speak(f"{best}.lead")
                )
            )
        if result.value("cost"):
            remarks.append(
                _("The chosen actions cost {euros} a month.").format(euros=speak("cost"))
            )
        rows = [
            (
                ("✓ " if action in chosen else "") + name("action", action),
                speak.bare(f"{action}.fit"),
                speak.bare(f"{action}.lead"),
                speak.bare(f"{action}.hours"),
                speak.bare(f"{action}.euros"),
            )
            for action in result.facts["actions"]
        ]
        header = (_("Action"), _("Fit"), _("Lead"), _("Hours"), _("Euros"))
        caption = _(
            "Change by each action alone: fit and lead in points of ten, hours a week won (+) "
            "or spent (−), euros a month; ✓ chosen"
        )
        alt = _(
            "Bar chart with two columns: for each action, the change of {network}'s lead over "
            "website first and the hours a week that it wins or takes. The table below holds "
            "every figure."
        ).format(**fields)
        table = Table(caption, header, tuple(rows))
        return speak.words(headline, table, alt, remarks)

    @staticmethod
    def _today(result: Result, speak: Speaker, fields: Mapping[str, str]) -> str:
        """How things stand before anything is chosen, and what would move them most."""
        best = max(result.facts["actions"], key=lambda action: result.value(f"{action}.lead"))
        now = _("Today the lead of {network} over website first is {before} points of ten.")
        most = _("None of these actions would raise it.")
        if result.value(f"{best}.lead") > 0:
            most = _("What would raise it most is this: {best} ({rise}).")
            fields = {**fields, "rise": speak(f"{best}.lead")}
        return f"{now.format(**fields)} {most.format(**fields)}"
