"""Engaged people over a year, with this mix of posts and with links alone."""

from collections.abc import Sequence

from helpers.data.tables import Tables
from helpers.models.result import Result, nice_limit
from helpers.views import palette
from helpers.views.curve import CurveView, Line, Panel
from helpers.views.words import Speaker, Table, Words
from helpers.words.locale import _


class EngagedView(CurveView):
    """How the stock of engaged people fills, and where it stops filling."""

    panel_height = 330

    def __init__(self, tables: Tables) -> None:
        self._tables = tables

    def panels(self, result: Result, narrow: bool) -> Sequence[Panel]:
        year = result.facts["year"]
        colour = self._tables.colour(result.facts["network"])
        ceiling = result.value("mix.ceiling")
        top = max(*year.lines["mix"], *year.lines["push"], ceiling)
        lines = (
            Line(_("as you plan"), year.x, year.lines["mix"], colour),
            Line(_("own links only"), year.x, year.lines["push"], palette.SHARED),
        )
        return [
            Panel(
                title=_("People who react or talk to us"),
                x_label=_("weeks"),
                x_end=year.x[-1],
                y_end=nice_limit(1.15 * top),
                lines=lines,
                here=(year.x[-1], year.lines["mix"][-1]),
            )
        ]

    def words(self, result: Result) -> Words:
        speak = Speaker(result)
        fields = {
            "engaged": speak.plural("{number} person", "{number} people", "mix.engaged"),
            "followers": speak.plural("{number} follower", "{number} followers", "followers"),
            "push": speak("push.engaged"),
        }
        more = result.value("mix.engaged") > 1.2 * result.value("push.engaged")
        if not result.value("followers"):
            headline = _("Without followers nobody sees a post, and nobody is engaged.")
        elif not result.value("posts") and not result.value("conversations"):
            headline = _("Without posts and answers none of {followers} is engaged.")
        elif result.value("own_links") == 1 and not result.value("conversations"):
            headline = _("A feed: after a year it engages {engaged} out of {followers}.")
        elif more and not speak.alike("mix.engaged", "push.engaged"):
            headline = _(
                "After a year this engages {engaged} out of {followers}; "
                "with own links only it would be {push}."
            )
        else:
            headline = _(
                "After a year this engages {engaged} out of {followers}, hardly more than "
                "with own links only ({push})."
            )
        network = self._tables.name("network", result.facts["network"])
        remarks = []
        if result.value("mix.ceiling"):
            remarks.append(
                speak.plural(
                    "The stock cannot rise above {number} person: by then as many are lost in a "
                    "week as are won.",
                    "The stock cannot rise above {number} people: by then as many are lost in a "
                    "week as are won.",
                    "mix.ceiling",
                )
            )
        remarks.append(
            _(
                "Half-life of a post on {network}: {half_life}. A day after posting, {gone} of "
                "its life is over."
            ).format(network=network, half_life=speak("half_life"), gone=speak("gone"))
        )
        rows = [
            (label, *(speak.bare(f"{key}.{name}") for name in ("engaged", "views", "visits")))
            for key, label in (("mix", _("As you plan")), ("push", _("Own links only")))
        ]
        header = (_("A year"), _("Engaged at the end"), _("Views"), _("Visits to our site"))
        table = Table(_("People, views of posts and visits in a year"), header, tuple(rows))
        alt = _(
            "Line chart over a year: engaged people rise to {engaged} as planned and to {push} "
            "with own links only. The table below holds every figure."
        ).format(**fields)
        return speak.words(headline.format(**fields), table, alt, remarks)
