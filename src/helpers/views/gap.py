"""Resource gap: required against available hours, by network and person, and the euros."""

from collections.abc import Sequence

from matplotlib.artist import Artist
from matplotlib.collections import PolyCollection
from matplotlib.figure import Figure

from helpers.data.tables import Tables
from helpers.models.company_plan import SOMEBODY
from helpers.models.result import Result, nice_limit
from helpers.views import canvas, palette
from helpers.views.words import Speaker, Table, Words, written
from helpers.words import locale
from helpers.words.locale import _, plural

ROW = 27
HALF = 0.34
EUROS = 118
LEFT = 150
NARROW_LEFT = 116
OVERHEAD = "overhead"
FURTHER = "further"
HEADROOM = 1.25
"""Room for the labels right of the longest bar."""


class GapView:
    """Two cascades of hours that start at zero, the gap between their ends, euros below.

    Required hours pile up network by network, available hours person by person. The
    whisker on the sum is the 10th to 90th percentile.
    """

    def __init__(self, tables: Tables) -> None:
        self._tables = tables

    def height(self, result: Result, width: int) -> int:
        return 62 + ROW * self._row_count(result) + EUROS

    def _row_count(self, result: Result) -> int:
        return len(self._needs(result)) + 1 + len(result.facts["people"]) + 1 + 1

    @staticmethod
    def _needs(result: Result) -> list[str]:
        """The keys that the required hours pile up from."""
        further = [FURTHER] if FURTHER in result else []
        return [*(f"{n}.in_set" for n in result.options), OVERHEAD, *further]

    def key(self, result: Result) -> tuple:
        hours = max(result.value("band_high"), result.value("required"), result.value("available"))
        euros = max(result.value("euros_required"), result.value("euros_available"))
        return (
            result.options,
            FURTHER in result,
            result.facts["people"],
            nice_limit(HEADROOM * hours),
            nice_limit(HEADROOM * euros),
        )

    def build(self, figure: Figure, result: Result) -> Sequence[Artist]:
        width, height = canvas.size(figure)
        self._narrow = narrow = width < 600
        left = NARROW_LEFT if narrow else LEFT
        options, has_further, people, hours, euros = self.key(result)
        need = [self._tables.name("network", n) for n in options] + [_("Meeting, coordination")]
        if narrow:
            need[-1] = _("Coordination")
        if has_further:
            need.append(_("Further work"))
        have = [*people, _("Bought outside")]
        labels = [*need, _("REQUIRED"), *have, _("AVAILABLE")]
        labels = [canvas.shortened(figure, label, left - 12) for label in labels]
        self._need_rows = range(len(need))
        self._have_rows = range(len(need) + 1, len(need) + 1 + len(have))
        axes = canvas.box(figure, left, EUROS + 20, width - 14, height - 30)
        axes.set_title(_("Hours a week"), pad=8)
        axes.set_ylim(len(labels) - 0.5, -0.5)
        axes.set_yticks(range(len(labels)))
        axes.set_yticklabels(labels)
        for row in (len(need), len(labels) - 1):
            axes.get_yticklabels()[row].set_fontweight("bold")
        axes.set_xlim(0, hours)
        canvas.plain_numbers(axes.xaxis)
        axes.grid(axis="y", visible=False)
        axes.axhline(len(need) + 0.5, color=axes.spines["bottom"].get_edgecolor(), linewidth=0.8)
        colours = [self._tables.colour(n) for n in options]
        colours += [palette.SHARED] * (len(need) - len(options))
        colours += [palette.PEOPLE] * len(have)
        self._steps = self._rectangles(axes, colours)
        ink = axes.xaxis.label.get_color()
        self._sums = self._rectangles(axes, [ink, ink])
        self._gap = self._rectangles(axes, [palette.MISSING], zorder=3.5)
        self._gap.set(alpha=0.22, edgecolor=palette.MISSING)
        (self._band,) = axes.plot([], [], "|-", color=palette.MISSING, markersize=9, zorder=5)
        self._labels = [axes.text(0, row, "", va="center", zorder=6) for row in range(len(labels))]
        for row in (len(need), len(labels) - 1):
            self._labels[row].set_fontweight("bold")
        self._gap_label = axes.text(0, 0, "", va="center", zorder=6, fontweight="bold", color=ink)
        self._hours_limit = hours
        money = canvas.box(figure, left, 38, width - 14, EUROS - 26)
        money.set_title(_("Euros a month"), pad=8)
        money.set_ylim(1.5, -0.5)
        money.set_yticks([0, 1])
        money.set_yticklabels([_("Needed"), _("There")])
        money.set_xlim(0, euros)
        canvas.plain_numbers(money.xaxis)
        money.grid(axis="y", visible=False)
        self._money = self._rectangles(money, [ink, palette.PEOPLE])
        self._money_labels = [money.text(0, y, "", va="center", zorder=6) for y in (0, 1)]
        self._euros_limit = euros
        return [
            self._steps,
            self._sums,
            self._gap,
            self._band,
            *self._labels,
            self._gap_label,
            self._money,
            *self._money_labels,
        ]

    @staticmethod
    def _rectangles(axes, colours: list[str], zorder: float = 3) -> PolyCollection:
        bars = PolyCollection(
            [], facecolors=colours, edgecolors=axes.get_facecolor(), linewidth=0.8, zorder=zorder
        )
        axes.add_collection(bars, autolim=False)
        return bars

    def update(self, result: Result) -> None:
        needs = [result.value(key) for key in self._needs(result)]
        people = range(len(result.facts["people"]))
        haves = [result.value(f"person{i}.available") for i in people] + [result.value("bought")]
        required, available = result.value("required"), result.value("available")
        boxes = []
        for rows, values in ((self._need_rows, needs), (self._have_rows, haves)):
            start = 0.0
            for row, value in zip(rows, values, strict=True):
                boxes.append(_box(row, start, start + value))
                self._place(
                    self._labels[row], start + value, locale.number(value, 1), self._hours_limit
                )
                start += value
        need_row, have_row = self._need_rows.stop, self._have_rows.stop
        self._steps.set_verts(boxes)
        self._sums.set_verts([_box(need_row, 0, required), _box(have_row, 0, available)])
        self._band.set_data([result.value("band_low"), result.value("band_high")], [need_row] * 2)
        end = max(result.value("band_high"), required)
        self._place(self._labels[need_row], end, written(result["required"]), self._hours_limit)
        self._place(
            self._labels[have_row], available, written(result["available"]), self._hours_limit
        )
        self._mark_gap(result, required, available, have_row)
        euros = [result.value("euros_required"), result.value("euros_available")]
        self._money.set_verts([_box(y, 0, value) for y, value in enumerate(euros)])
        for label, key, value in zip(
            self._money_labels, ("euros_required", "euros_available"), euros, strict=True
        ):
            self._place(label, value, written(result[key]), self._euros_limit)

    def _mark_gap(self, result: Result, required: float, available: float, row: int) -> None:
        if required > available:
            self._gap.set_verts([_box(row, available, required)])
            self._labels[row].set_text("")
            template = _("{available} there, {missing} missing")
            if self._narrow:
                template = _("{missing} missing")
            text = template.format(
                available=written(result["available"]), missing=written(result["missing"])
            )
            self._place(self._gap_label, required, text, self._hours_limit)
        else:
            self._gap.set_verts([])
            self._gap_label.set_text("")
        self._gap_label.set_y(row)

    @staticmethod
    def _place(label, end: float, text: str, limit: float) -> None:
        """Beside the end of a bar; left of it, on the ground's colour, where room is short."""
        axes = label.axes
        label.set_text(text)
        pixels = axes.get_window_extent().width * 72 / axes.figure.dpi
        room = (limit - end) / limit * pixels
        fits = room > 5.8 * len(text)
        label.set_ha("left" if fits else "right")
        label.set_x(end + limit * 0.012 if fits else end - limit * 0.012)
        label.set_bbox(
            None if fits else {"facecolor": axes.get_facecolor(), "edgecolor": "none", "pad": 1.5}
        )

    def words(self, result: Result) -> Words:
        speak = Speaker(result)
        level = self._tables.name("level", result.facts["level"])
        fields = {
            "level": level,
            "required": speak("required"),
            "available": speak("available"),
            "missing": speak("missing"),
            "coverage": speak("coverage"),
        }
        count = len(result.options)
        if not count and FURTHER not in result:
            headline = _("With no network, {available} a week are free for website and search.")
        elif result.facts["verdict"] == "short":
            headline = plural(
                "This network takes {required} a week and you have {available}: "
                "{missing} are missing.",
                "These networks take {required} a week and you have {available}: "
                "{missing} are missing.",
                count,
            )
        elif result.facts["verdict"] == "borderline":
            headline = _(
                "{required} needed, {available} there: too close to call, "
                "so run six weeks and measure the minutes."
            )
        else:
            headline = plural(
                "This network takes {required} a week and you have {available}: "
                "{missing} to spare.",
                "These networks take {required} a week and you have {available}: "
                "{missing} to spare.",
                count,
            )
        remarks = self._remarks(result, speak)
        table = self._table(result, speak)
        alt = _(
            "Bar chart: required hours pile up network by network to {required} a week "
            "(likely {low} to {high}), available hours person by person to {available}; "
            "below, {euros} needed and {cash} there a month. The table below holds every figure."
        ).format(
            low=speak("band_low"),
            high=speak("band_high"),
            euros=speak("euros_required"),
            cash=speak("euros_available"),
            **fields,
        )
        return speak.words(headline.format(**fields), table, alt, remarks)

    def _person(self, name: str) -> str:
        """Somebody by name; whom an action brings in, and who is still to be found, in words."""
        if name in self._tables.actions.index:
            return _(self._tables.actions.at[name, "short"])
        return _("Somebody") if name == SOMEBODY else name

    def _remarks(self, result: Result, speak: Speaker) -> list[str]:
        remarks = []
        if result.options:
            remarks.append(
                _(
                    "Likely between {low} and {high} a week; your hours cover {enough} plausible "
                    "weeks."
                ).format(low=speak("band_low"), high=speak("band_high"), enough=speak("enough"))
            )
        leader = result.facts["leader"]
        if leader and result.facts["absent"] is None and result.options:
            remarks.append(
                _(
                    "If “{person}” is away, {available} remain: {coverage} of what is needed."
                ).format(
                    person=self._person(leader),
                    available=speak("available_without"),
                    coverage=speak("coverage_without"),
                )
            )
        if result.value("euros_gap") > 0:
            remarks.append(
                _("In cash, {euros} a month are missing.").format(euros=speak("euros_missing"))
            )
        named = [
            _("{work} ({hours})").format(
                work=self._tables.name("work", kind), hours=speak(f"{FURTHER}.{kind}")
            )
            for kind in result.facts[FURTHER]
        ]
        if named:
            remarks.append(
                _("Further work from your choices: {list}.").format(list=locale.listing(named))
            )
        if not result.facts["people"]:
            remarks.append(_("Nobody has promised any hours yet."))
        return remarks

    def _table(self, result: Result, speak: Speaker) -> Table:
        bare = speak.bare
        rows = [
            (
                self._tables.name("network", network),
                bare(f"{network}.in_set"),
                bare(f"{network}.alone"),
                bare(f"{network}.messages"),
                bare(f"{network}.euros"),
            )
            for network in result.options
        ]
        rows.append((_("Meeting, other"), bare(OVERHEAD), "–", "–", "–"))
        if FURTHER in result:
            rows.append((_("Further work"), bare(FURTHER), "–", "–", bare(f"{FURTHER}.euros")))
        for key, label in (
            ("tool_euros", _("Tool for posting and measuring")),
            ("ads_euros", _("Ads")),
            ("bought_euros", _("Bought hours")),
        ):
            if result.value(key):
                rows.append((label, "–", "–", "–", bare(key)))
        rows.append((_("Required"), bare("required"), "–", "–", bare("euros_required")))
        for position, person in enumerate(result.facts["people"]):
            name = self._person(person)
            if position == result.facts["absent"]:
                name = _("{person} (away)").format(person=name)
            rows.append((name, bare(f"person{position}.available"), "–", "–", "–"))
        if result.value("bought"):
            rows.append((_("Bought outside"), bare("bought"), "–", "–", "–"))
        rows.append((_("Available"), bare("available"), "–", "–", bare("euros_available")))
        header = (_("What"), _("Hours"), _("Hours alone"), _("Messages"), _("Euros"))
        caption = _(
            "Hours and messages a week, euros a month; available hours are after leave and sickness"
        )
        return Table(caption, header, tuple(rows))


def _box(row: float, start: float, end: float) -> list[tuple[float, float]]:
    low, high = row - HALF, row + HALF
    return [(start, low), (end, low), (end, high), (start, high)]
