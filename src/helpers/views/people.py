"""Reach through people by the number who post, against the reach of the page."""

from collections.abc import Sequence

from helpers.data.tables import Tables
from helpers.models.result import Result, nice_limit
from helpers.views import palette
from helpers.views.curve import CurveView, Limit, Line, Panel
from helpers.views.words import Speaker, Table, Words, written
from helpers.words.locale import _


class PeopleView(CurveView):
    """A curve that bends: each further person brings contacts that others know, too."""

    panel_height = 330

    def __init__(self, tables: Tables) -> None:
        self._tables = tables

    def panels(self, result: Result, narrow: bool) -> Sequence[Panel]:
        crowd = result.facts["crowd"]
        people, page = result.value("people_reach"), result.value("page_reach")
        return [
            Panel(
                title=_("People reached by one post"),
                x_label=_("people who post"),
                x_end=crowd.x[-1],
                y_end=nice_limit(1.15 * max(*crowd.lines["people"], page, 1.0)),
                lines=(Line("", crowd.x, crowd.lines["people"], palette.PEOPLE),),
                ends=not narrow,
                limits=(Limit(_("the page"), page, figure=written(result["page_reach"])),),
                here=(result.value("posters"), people),
                here_label=_("your people: {figure}").format(
                    figure=written(result["people_reach"])
                ),
            )
        ]

    def words(self, result: Result) -> Words:
        speak = Speaker(result)
        fields = {
            "posters": speak("posters"),
            "people": speak("people_reach"),
            "page": speak("page_reach"),
            "market": speak.plural("{number} person", "{number} people", "market"),
            "both": speak("both"),
            "share": speak("both_share"),
        }
        if not result.value("posters"):
            headline = _("Nobody posts: only the page is left, and it reaches {page}.")
        elif result.value("people_reach") > result.value("page_reach") and not speak.alike(
            "people_reach", "page_reach"
        ):
            headline = speak.plural(
                "{number} person who posts reaches {people}; the page reaches {page}.",
                "{number} people who post reach {people}; the page reaches {page}.",
                "posters",
                **fields,
            )
        elif speak.alike("people_reach", "page_reach"):
            headline = speak.plural(
                "{number} person who posts reaches as many as the page: {page}.",
                "{number} people who post reach as many as the page: {page}.",
                "posters",
                **fields,
            )
        else:
            headline = speak.plural(
                "The page reaches {page}, more than the {people} that {number} person who posts "
                "reaches.",
                "The page reaches {page}, more than the {people} that {number} people who post "
                "reach.",
                "posters",
                **fields,
            )
        remarks = [
            _("Together they reach {both} of {market}, that is {share}.").format(**fields),
        ]
        if result.value("posters") and "page_even" in result:
            remarks.append(self._even(result, speak))
        if result.value("posters") >= 1:
            leaves = _("If one of them leaves, they reach {left}: the contacts go along.")
            if result.value("posters") < 2:
                leaves = _("If this person leaves, the contacts go along: {left} are left.")
            remarks.append(leaves.format(left=speak("without_one")))
            passed = _("Passed on as usual, it ends at {cascade}.")
            if result.value("posters") >= 2:
                passed = _(
                    "Simply added up it would be {naive}; some people know several of you. Passed "
                    "on as usual, it ends at {cascade}."
                )
            remarks.append(passed.format(naive=speak("naive"), cascade=speak("cascade")))
        rows = (
            (_("Through people"), speak.bare("people_reach")),
            (_("The same, added up"), speak.bare("naive")),
            (_("If one leaves"), speak.bare("without_one")),
            (_("Through the page"), speak.bare("page_reach")),
            (_("Both together"), speak.bare("both")),
        )
        alt = _(
            "Line chart: people reached by the number who post, a rising curve that bends; with "
            "{posters} it is {people}, and the page reaches {page}. The table below holds every "
            "figure."
        ).format(**fields)
        table = Table(_("Different people reached by one post"), (_("Way"), _("People")), rows)
        return speak.words(headline.format(**fields), table, alt, remarks)

    @staticmethod
    def _even(result: Result, speak: Speaker) -> str:
        """Where the comparison turns: the share of followers who see a post of the page."""
        fields = {"seen": speak("page_seen"), "even": speak("page_even")}
        if result.value("page_even") > 1:
            return _(
                "We count {seen} of the followers as seeing a post of the page; the page would be "
                "behind even if all of them did."
            ).format(**fields)
        return _(
            "We count {seen} of the followers as seeing a post of the page; at {even} it would "
            "reach as many as your people."
        ).format(**fields)
