"""Hours by number of networks, under three laws of growth."""

from collections.abc import Sequence

from helpers.data.tables import Tables
from helpers.models.complexity import LAWS
from helpers.models.result import Result, nice_limit
from helpers.views import palette
from helpers.views.curve import CurveView, Limit, Line, Panel
from helpers.views.words import Speaker, Table, Words, written
from helpers.words.locale import _

COLOURS = {"linear": palette.PEOPLE, "pairwise": palette.MIDDLE, "exponential": palette.MISSING}

DRAWN = ("pairwise", "linear", "exponential")
"""In this order they are drawn solid, dashed and dotted."""


class GrowthView(CurveView):
    """Three curves from the same start, and the hours there are."""

    panel_height = 360

    def __init__(self, tables: Tables) -> None:
        self._tables = tables

    def _names(self) -> dict[str, str]:
        return {
            "linear": _("linear"),
            "pairwise": _("pairwise"),
            "exponential": _("exponential"),
        }

    def panels(self, result: Result, narrow: bool) -> Sequence[Panel]:
        growth = result.facts["growth"]
        names = self._names()
        available = result.value("available")
        most = max(available, 1.0, *(max(growth.lines[law]) for law in LAWS))
        top = nice_limit(1.1 * most)
        figures = {law: written(result[f"{law}.all"]) for law in LAWS}
        there = Limit(_("there"), available, still=True, figure=written(result["available"]))
        return [
            Panel(
                title=_("Hours a week"),
                x_label=_("networks"),
                x_end=max(growth.x[-1], 1.0),
                y_end=top,
                lines=tuple(
                    Line(names[law], growth.x, growth.lines[law], COLOURS[law], figure=figures[law])
                    for law in DRAWN
                ),
                limits=(there,) if available else (),
                ends=True,
            )
        ]

    def words(self, result: Result) -> Words:
        speak = Speaker(result)
        fields = {
            "networks": speak.plural(
                "{number} network takes", "{number} networks take", "networks"
            ),
            "linear": speak("linear.all"),
            "pairwise": speak("pairwise.all"),
            "exponential": speak("exponential.all"),
            "enough": speak("pairwise.enough"),
            "available": speak("available"),
        }
        if not result.options:
            headline = _("No network, no growth: {available} a week stay for other things.")
        else:
            headline = _(
                "{networks} {linear}, {pairwise} or {exponential} a week, by the "
                "law; your {available} are enough for {enough}."
            )
        remarks = []
        if len(result.options) >= 3:
            remarks.append(
                _(
                    "With two networks the laws give {one}, {two} and {three}: no time sheet tells "
                    "them apart. With all of them there are {pairs} to keep consistent."
                ).format(
                    one=speak("linear2"),
                    two=speak("pairwise2"),
                    three=speak("exponential2"),
                    pairs=speak.plural("{number} pair", "{number} pairs", "pairs"),
                )
            )
        rows = [
            (
                self._tables.name("network", network),
                *(speak.bare(f"{law}{number}") for law in LAWS),
            )
            for number, network in enumerate(result.options, 1)
        ]
        names = self._names()
        header = (_("With"), *(names[law].capitalize() for law in LAWS))
        caption = _("Hours a week when this network is added to those above it")
        if not rows:
            rows = [(_("None"), "–", "–", "–")]
        alt = _(
            "Line chart: hours a week by number of networks. All three curves start together; "
            "at the end the linear one is at {linear}, the pairwise at {pairwise}, the "
            "exponential at {exponential}. The table below holds every figure."
        ).format(**fields)
        table = Table(caption, header, tuple(rows))
        return speak.words(headline.format(**fields), table, alt, remarks)
