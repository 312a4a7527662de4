"""What each action does: to a network's lead over website first, and to the hours."""

from collections.abc import Sequence

from matplotlib.artist import Artist
from matplotlib.collections import PolyCollection
from matplotlib.figure import Figure

from helpers.data.tables import Tables
from helpers.models.result import Result, nice_limit
from helpers.views import canvas, palette
from helpers.views.words import Speaker, Table, Words, bare
from helpers.words.locale import _

ROW, TALL = 34, 56
"""Of an action; taller where its name stands above its bars."""
TOP, BOTTOM = 46, 52
NAMES = 164
HALF = 0.3
PHONE = 500
"""Below this width names stand above the bars."""


class ActionsView:
    """A row for each action, two bars: lead in points of ten, hours won or spent."""

    def __init__(self, tables: Tables) -> None:
        self._tables = tables

    def height(self, result: Result, width: int) -> int:
        return TOP + BOTTOM + (TALL if width < PHONE else ROW) * len(result.facts["actions"])

    def _limits(self, result: Result) -> tuple[float, float]:
        leads = [abs(10 * result.value(f"{a}.lead")) for a in result.facts["actions"]]
        hours = [abs(result.value(f"{a}.hours")) for a in result.facts["actions"]]
        lead = nice_limit(10 * max(leads, default=1.0)) / 10
        return max(lead, 0.2), nice_limit(max(hours, default=1.0))

    def key(self, result: Result) -> tuple:
        return (result.facts["actions"], *self._limits(result))

    def build(self, figure: Figure, result: Result) -> Sequence[Artist]:
        width, height = canvas.size(figure)
        phone, narrow = width < PHONE, width < 600
        left = 12 if phone else NAMES
        middle = left + (width - left) / 2
        lead, hours = self._limits(result)
        room = 1.9 if narrow else 1.45
        spans = ((left, middle - 10, room * lead), (middle + 10, width - 12, room * hours))
        self._drop = 0.16 if phone else 0.0
        half = self._half = ROW / TALL * HALF if phone else HALF
        titles = (_("Lead"), _("Hours")) if narrow else (_("Lead over website first"), _("Hours"))
        units = (_("points of 10"), _("hours a week"))
        self._bars, self._numbers = [], []
        moving: list[Artist] = []
        rows = range(len(result.facts["actions"]))
        for place, (start, end, limit) in enumerate(spans):
            axes = canvas.box(figure, start, BOTTOM, end, height - TOP)
            axes.set_title(titles[place], pad=8)
            axes.set_xlabel(units[place])
            axes.set_xlim(-limit, limit)
            axes.set_ylim(len(rows) - 0.5, -0.5)
            axes.set_yticks(rows)
            names = [self._short(a) for a in result.facts["actions"]] if not place else []
            names = [canvas.shortened(figure, name, NAMES - 14) for name in names]
            axes.set_yticklabels([""] * len(rows) if phone or not names else names)
            if phone:
                for row, name in enumerate(names):
                    plate = {"facecolor": axes.get_facecolor(), "edgecolor": "none", "pad": 1}
                    style = {"va": "center", "bbox": plate, "zorder": 5}
                    axes.text(-limit, row - 1.5 * half, name, **style)
            axes.grid(axis="y", visible=False)
            canvas.plain_numbers(axes.xaxis)
            axes.axvline(0, color=axes.spines["bottom"].get_edgecolor(), linewidth=1.2)
            bars = PolyCollection([], edgecolors=axes.get_facecolor(), linewidth=0.8, zorder=3)
            axes.add_collection(bars, autolim=False)
            numbers = [axes.text(0, row + self._drop, "", va="center", zorder=5) for row in rows]
            self._bars.append(bars)
            self._numbers.append(numbers)
            moving += [bars, *numbers]
        self._spans = spans
        return moving

    def _short(self, action: str) -> str:
        return _(self._tables.actions.at[action, "short"])

    def update(self, result: Result) -> None:
        chosen = result.facts["chosen"]
        for place, (name, scale) in enumerate((("lead", 10.0), ("hours", 1.0))):
            boxes, colours = [], []
            limit = self._spans[place][2]
            for row, action in enumerate(result.facts["actions"]):
                quantity = result[f"{action}.{name}"]
                value = scale * quantity.value
                low, high = (row + self._drop + side * self._half for side in (-1, 1))
                boxes.append([(0, low), (value, low), (value, high), (0, high)])
                colours.append(palette.SPARE if value >= 0 else palette.MISSING)
                label = self._numbers[place][row]
                mark = "✓ " if action in chosen and not place else ""
                label.set_text(f"{mark}{bare(quantity)}")
                label.set_fontweight("bold" if action in chosen else "normal")
                label.set_ha("left" if value >= 0 else "right")
                label.set_x(value + (0.03 if value >= 0 else -0.03) * limit)
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
            headline = _(
                "Today the lead of {network} over website first is {before} points of ten. "
                "Choose actions."
            ).format(**fields)
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
        if result.value(f"{best}.lead") > 0:
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
