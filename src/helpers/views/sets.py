"""Every set of networks by hours and net reach: the front, what can be afforded, what is opened."""

from collections.abc import Sequence

from helpers.data.tables import Tables
from helpers.models.complexity import Choice
from helpers.models.result import Result, nice_limit
from helpers.views import palette
from helpers.views.curve import CurveView, Limit, Line, Panel
from helpers.views.words import Speaker, Table, Words
from helpers.words import locale
from helpers.words.locale import _

SHOWN = 8
"""Rows of the front that the table shows."""


class SetsView(CurveView):
    """A cloud of sets; the front is the edge where more reach costs more hours."""

    panel_height = 380

    def __init__(self, tables: Tables) -> None:
        self._tables = tables

    def panels(self, result: Result, narrow: bool) -> Sequence[Panel]:
        every, able, front = (result.facts[key] for key in ("every", "able", "front"))
        best: Choice | None = result.facts["best"]
        available = result.value("sets_available")
        most = max([available, 1.0, *(hours for hours, _reach in every)])
        affordable = _("affordable") if narrow else _("can be afforded")
        lines = (
            Line(
                "",
                [hours for hours, _reach in every],
                [net for _hours, net in every],
                palette.SHARED,
                marks="o",
            ),
            Line(
                affordable if len(able) > 1 else "",
                [hours for hours, _reach in able],
                [net for _hours, net in able],
                palette.SPARE,
                marks="D",
                label_at=0,
            ),
            Line(
                _("the front") if len(front) > 1 else "",
                [p[0] for p in front],
                [p[1] for p in front],
                palette.PEOPLE,
            ),
        )
        return [
            Panel(
                title=_("Net reach of every set of networks"),
                x_label=_("hours a week"),
                x_end=nice_limit(1.05 * most),
                y_end=1.0,
                lines=lines,
                limits=(Limit(_("hours there are"), available, "x"),) if available else (),
                here=(best.hours, best.reach) if best else None,
                here_label=_("our choice"),
                percent=("y",),
            )
        ]

    def _named(self, networks: Sequence[str]) -> str:
        return locale.listing([self._tables.name("network", n) for n in networks])

    def _listed(self, networks: Sequence[str]) -> str:
        """The networks of a set in a cell."""
        return ", ".join(self._tables.name("network", n) for n in networks)

    @staticmethod
    def _too_little(result: Result, speak: Speaker) -> str:
        """What there is too little of for every set, with the least that one takes."""
        lacking = result.facts["short_of"]
        hours = {"there": speak("sets_available"), "least": speak("least_hours")}
        euros = {"money": speak("cash"), "cheapest": speak("least_euros")}
        if lacking == ("hours",):
            sentence = _("{there} a week are too few, the smallest takes {least}.")
            return sentence.format(**hours)
        if lacking == ("euros",):
            sentence = _("{money} a month is too little, the cheapest takes {cheapest}.")
            return sentence.format(**euros)
        sentence = _(
            "{there} a week and {money} a month are not enough for the two together; the smallest "
            "takes {least}, the cheapest {cheapest}."
        )
        return sentence.format(**hours, **euros)

    def words(self, result: Result) -> Words:
        speak = Speaker(result)
        best: Choice | None = result.facts["best"]
        level = self._tables.name("level", result.facts["sets_level"])
        fields = {
            "sets": speak.plural("{number} set", "{number} sets", "sets"),
            "affordable": speak("affordable"),
            "level": level,
        }
        remarks = []
        if not result.value("sets"):
            headline = _(
                "No network is chosen that passes the gates of fit, so there is no set to compare."
            )
        elif best is None:
            reason = self._too_little(result, speak)
            headline = speak.plural(
                "The only set cannot be afforded, even at the level “{level}”: {reason}",
                "None of {number} sets can be afforded, even at the level “{level}”: {reason}",
                "sets",
                level=level,
                reason=reason,
            )
        else:
            fields |= {
                "names": self._named(best.networks),
                "hours": speak("best.hours"),
                "reach": speak("best.reach"),
            }
            headline = _(
                "Best fit first, {names} at the level “{level}” is what you can afford: {hours} a "
                "week, net reach {reach}."
            )
            if best.coverage < 1:
                remarks.append(
                    _(
                        "Your hours cover {coverage} of it: a borderline case, to be tried for "
                        "six weeks with a time sheet."
                    ).format(coverage=speak("best.coverage"))
                )
            if "all.hours" in result and result.value("all.hours") > result.value("best.hours"):
                remarks.append(
                    _(
                        "All of them together would take {hours} and could reach {reach}; your "
                        "hours cover {coverage} of that."
                    ).format(
                        hours=speak("all.hours"),
                        reach=speak("all.reach"),
                        coverage=speak("all.coverage"),
                    )
                )
            remarks.append(
                _("{affordable} of {sets} can be afforded at this level.").format(**fields)
            )
        if result.value("sets"):
            remarks.append(
                _(
                    "Only hours and euros are asked here; whether answers come in time and whether "
                    "it pays is asked by the verdict."
                )
            )
        if result.facts["unfit"]:
            sentence = _("By the gates of fit no hours belong to {networks} yet.")
            remarks.append(sentence.format(networks=self._named(result.facts["unfit"])))
        rows = [
            (self._listed(point[2]), speak.bare(f"front{n}.hours"), speak.bare(f"front{n}.reach"))
            for n, point in enumerate(result.facts["front"][:SHOWN])
        ] or [(_("None"), "–", "–")]
        header = (_("On the front"), _("Hours"), _("Net reach"))
        caption = _(
            "Sets that no other one beats in both; net reach is an upper estimate of the share of "
            "our people who could be reached"
        )
        alt = _(
            "Scatter plot of {sets} of networks, hours to the right and net reach upwards; "
            "the front rises steeply and then flattens. {headline}"
        ).format(sets=fields["sets"], headline=headline.format(**fields))
        table = Table(caption, header, tuple(rows))
        return speak.words(headline.format(**fields), table, alt, remarks)
