"""Hours by number of networks under three laws of growth, and what time sheets leave open."""

from collections.abc import Sequence

from matplotlib.artist import Artist
from matplotlib.collections import PolyCollection
from matplotlib.figure import Figure

from helpers.data.tables import Tables
from helpers.models.complexity import LAWS, TWO
from helpers.models.result import Result, nice_limit
from helpers.views import growth_strip, palette
from helpers.views.curve import CurveView, Line, Panel
from helpers.views.growth_strip import GrowthStrip
from helpers.views.words import Speaker, Table, Words, written
from helpers.words.locale import _

COLOURS = {"linear": palette.PEOPLE, "pairwise": palette.MIDDLE, "exponential": palette.MISSING}

DRAWN = ("pairwise", "linear", "exponential")
"""In this order they are drawn solid, dashed and dotted."""
FAINT = 0.3
YEAR = 52
"""Weeks of sheets at most, as far as the control goes."""


class GrowthView(CurveView):
    """Three curves from the same start; grey is what time sheets of some weeks leave open."""

    panel_height = 316

    def __init__(self, tables: Tables) -> None:
        self._tables = tables

    def _names(self) -> dict[str, str]:
        return {
            "linear": _("added up"),
            "pairwise": _("by pairs"),
            "exponential": _("exponential"),
        }

    def panels(self, result: Result, narrow: bool) -> Sequence[Panel]:
        growth = result.facts["growth"]
        names = self._names()
        most = max(1.0, *(max(growth.lines[law]) for law in LAWS))
        figures = {law: written(result[f"{law}.all"]) for law in LAWS}
        return [
            Panel(
                title=_("Hours a week; grey: left open")
                if narrow
                else _("Hours a week; grey: what time sheets leave open"),
                x_label=_("networks"),
                x_end=max(growth.x[-1], 1.0),
                y_end=nice_limit(1.1 * most),
                lines=tuple(
                    Line(names[law], growth.x, growth.lines[law], COLOURS[law], figure=figures[law])
                    for law in DRAWN
                ),
                here=(float(TWO), growth.lines["pairwise"][TWO]) if "sheet.low" in result else None,
                here_label=self._fitting(result, narrow),
                ends=True,
            )
        ]

    def height(self, result: Result, width: int) -> int:
        return super().height(result, width) + growth_strip.HEIGHT

    def build(self, figure: Figure, result: Result) -> Sequence[Artist]:
        moving = super().build(figure, result)
        ((axes, *_rest),) = self._drawn
        self._band = PolyCollection(
            [], facecolors=palette.SHARED, alpha=FAINT, edgecolors="none", zorder=1.5
        )
        axes.add_collection(self._band, autolim=False)
        self._strip = GrowthStrip(figure, COLOURS)
        return [self._band, *moving, *self._strip.moving]

    def update(self, result: Result) -> None:
        super().update(result)
        (panel,) = self.panels(result, self._narrow)
        low, high = (
            [(x, min(hours, panel.y_end)) for x, hours in zip(panel.lines[0].x, end, strict=True)]
            for end in result.facts["band"]
        )
        self._band.set_verts([[*low, *reversed(high)]])
        self._strip.update(result, self._names())

    def words(self, result: Result) -> Words:
        speak = Speaker(result)
        fields = {
            "networks": speak.plural(
                "{number} network takes", "{number} networks take", "networks"
            ),
            **{law: speak(f"{law}.all") for law in LAWS},
            "weeks": speak.plural("{number} week", "{number} weeks", "sheets"),
            "error": speak("error"),
        }
        headline = _(
            "{networks} {linear} a week added up, {pairwise} by pairs, or {exponential} if it "
            "grows exponentially."
        )
        if speak.alike("linear.all", "exponential.all"):
            headline = _("{networks} {linear} a week added up, and {pairwise} by pairs.")
        alt = _(
            "Line chart: hours a week by number of networks. All three curves start together; at "
            "the end the hours added up are at {linear}, by pairs {pairwise}, the exponential at "
            "{exponential}. A grey band shows what time sheets of {weeks} leave open, {error} up "
            "and down. Below it two networks are enlarged, with a dot for each law. The table "
            "holds every figure."
        )
        names = self._names()
        rows = [
            (
                self._tables.name("network", network),
                *(speak.bare(f"{law}{number}") for law in LAWS),
                _("{low} to {high}").format(
                    low=speak.bare(f"low{number}"), high=speak.bare(f"high{number}")
                ),
            )
            for number, network in enumerate(result.options, 1)
        ]
        header = (_("With"), *(names[law].capitalize() for law in LAWS), _("Left open"))
        caption = _(
            "Hours a week when this network is added to those above it; exponential: {rate} more "
            "with each; left open: the grey band, if it grows by pairs"
        ).format(rate=speak("rate"))
        table = Table(caption, header, tuple(rows) or ((_("None"), *4 * ("–",)),))
        remarks, headline = self._remarks(result, speak), headline.format(**fields)
        if said := self._ruled_out(result, speak):
            remarks, headline = [headline, *remarks[:2]], said
        return speak.words(headline, table, alt.format(**fields), remarks)

    @staticmethod
    def _fitting(result: Result, narrow: bool) -> str:
        """Which laws still fit what was counted at two networks; of growth only this one.

        Where it is narrow, how many do not: the enlarged rows below show which.
        """
        if narrow and result.facts["outside"]:
            both = len(result.facts["outside"]) == TWO
            return _("two no longer fit") if both else _("one no longer fits")
        said = {
            (): _("any law fits"),
            ("linear",): _("added up no longer fits"),
            ("exponential",): _("growth by {rate} no longer fits"),
            ("linear", "exponential"): _("added up and growth by {rate} no longer fit"),
        }[result.facts["outside"]]
        return said.format(rate=written(result["rate"]))

    @staticmethod
    def _ruled_out(result: Result, speak: Speaker) -> str:
        """What the sheets rule out at two networks, and which growth they never do; or nothing."""
        outside = result.facts["outside"]
        if not outside:
            return ""
        said = {
            ("linear",): _(
                "If work grows by pairs, sheets of {weeks} rule out “added up” at two networks, "
                "but not growth by {rate}."
            ),
            ("exponential",): _(
                "If work grows by pairs, sheets of {weeks} rule out growth by {rate} at two "
                "networks, but not “added up”."
            ),
            ("linear", "exponential"): _(
                "If work grows by pairs, sheets of {weeks} rule out “added up” and growth by "
                "{rate} at two networks, but not by {fits}."
            ),
        }[outside]
        if "fits" in result and result.value("rate") == 0:
            said = _(
                "If work grows by pairs, sheets of {weeks} rule out “added up” at two networks, "
                "but not growth by {fits}."
            )
        weeks = speak.plural("{number} week", "{number} weeks", "sheets")
        fits = speak("fits") if "fits" in result else ""
        return said.format(weeks=weeks, rate=speak("rate"), fits=fits)

    @staticmethod
    def _remarks(result: Result, speak: Speaker) -> list[str]:
        """What time sheets can tell of two networks."""
        if "sheet.low" not in result:
            return []
        fields = {
            "one": speak("linear2"),
            "two": speak("pairwise2"),
            "three": speak("exponential2"),
            "low": speak("sheet.low"),
            "high": speak("sheet.high"),
        }
        weeks = speak.plural("{number} week", "{number} weeks", "sheets")
        at_two = _("At two networks: added up {one}, by pairs {two}, exponential {three}.")
        if result.value("rate") == 0:
            at_two = _(
                "At two networks the hours added up are {one}, by pairs {two}; what grows by "
                "nothing is no more than added up."
            )
        left = _("If it grows by pairs, sheets of {weeks} leave {low} to {high} open there.")
        if not result.facts["outside"]:
            left = _(
                "If it grows by pairs, sheets of {weeks} leave {low} to {high} open there: any "
                "law fits."
            )
        remarks = [at_two.format(**fields), left.format(weeks=weeks, **fields)]
        if "apart" in result and result.value("apart") > YEAR:
            remarks.append(
                speak.plural(
                    "In that case it takes {number} week of sheets, more than a year, to rule out "
                    "“added up” at two networks.",
                    "In that case it takes {number} weeks of sheets, more than a year, to rule out "
                    "“added up” at two networks.",
                    "apart",
                )
            )
        elif "apart" in result:
            remarks.append(
                speak.plural(
                    "In that case {number} week of sheets rules out “added up” at two networks.",
                    "In that case {number} weeks of sheets rule out “added up” at two networks.",
                    "apart",
                )
            )
        return remarks
