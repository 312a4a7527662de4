"""Hours that a group of one's own takes, by its members."""

from collections.abc import Sequence

from helpers.data.tables import Tables
from helpers.models import voice
from helpers.models.result import Result, nice_limit
from helpers.views import palette
from helpers.views.curve import CurveView, Limit, Line, Panel
from helpers.views.words import Speaker, Table, Words, written
from helpers.words.locale import _


class GroupView(CurveView):
    """Hours of an open and a closed group over its members, against the hours there are."""

    panel_height = 330

    def __init__(self, tables: Tables) -> None:
        self._tables = tables

    def panels(self, result: Result, narrow: bool) -> Sequence[Panel]:
        curve = result.facts["curve"]
        available = result.value("available_hours")
        most = max(v for line in curve.lines.values() for v in line)
        top = nice_limit(1.15 * most)
        names = {voice.OPEN: _("open"), voice.CLOSED: _("closed")}
        colours = {voice.OPEN: palette.MISSING, voice.CLOSED: palette.PEOPLE}
        there = Limit(_("hours there are:"), available, figure=written(result["available_hours"]))
        limits = (there,) if 0 < available <= top else ()
        here = (result.value("group_members"), result.value("moderation"))
        return [
            Panel(
                title=_("Hours a week to look after a group"),
                x_label=_("members"),
                x_end=curve.x[-1],
                y_end=top,
                lines=tuple(
                    Line(names[kind], curve.x, line, colours[kind])
                    for kind, line in curve.lines.items()
                ),
                limits=limits,
                here=here if result.facts["kind"] != voice.NONE else None,
                here_label=_("you: {figure}").format(figure=written(result["moderation"])),
            )
        ]

    def words(self, result: Result) -> Words:
        speak = Speaker(result)
        fields = {
            "members": speak.plural("{number} member", "{number} members", "group_members"),
            "hours": speak("moderation"),
            "available": speak("available_hours"),
            "share": speak("group_share"),
        }
        kind = result.facts["kind"]
        if kind == voice.NONE:
            headline = _("No group takes no hours: {available} a week stay for the rest.")
        elif not result.value("available_hours"):
            headline = _("This group takes {hours} a week, and nobody has promised any.")
        elif not result.value("group_members"):
            headline = _(
                "A group takes {hours} a week before anybody has joined: {share} of all you have."
            )
        elif kind == voice.OPEN:
            headline = _(
                "An open group of {members} takes {hours} a week: {share} of all you have."
            )
        else:
            headline = _(
                "A closed group of {members} takes {hours} a week: {share} of all you have."
            )
        remarks = []
        if "limit" in result:
            remarks.append(
                speak.plural(
                    "At {number} member it takes every hour that there is.",
                    "At {number} members it takes every hour that there is.",
                    "limit",
                )
            )
        rows = (
            (_("Posts of members"), speak.bare("members")),
            (_("Posts of strangers"), speak.bare("strangers")),
            (_("Requests to join"), speak.bare("requests")),
            (_("Keeping it alive"), speak.bare("alive")),
            (_("All"), speak.bare("moderation")),
        )
        alt = _(
            "Line chart: hours a week by members for an open and for a closed group; with "
            "{members} it takes {hours}, and {available} are there. The table below "
            "holds every figure."
        ).format(**fields)
        table = Table(_("Where the hours go"), (_("Work"), _("Hours a week")), rows)
        return speak.words(headline.format(**fields), table, alt, remarks)
