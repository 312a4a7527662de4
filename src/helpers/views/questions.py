"""Questions that nobody answers: nothing up to a kink, then more every day."""

from collections.abc import Sequence

from helpers.models.questions import EXAMPLES
from helpers.models.result import Result
from helpers.views import palette
from helpers.views.curve import CurveView, Limit, Line, Panel
from helpers.views.words import Speaker, Table, Words, bare, written
from helpers.words.locale import _


class QuestionsView(CurveView):
    """Unanswered after a quarter, by questions a day; the kink is where the time is used up."""

    def panels(self, result: Result, narrow: bool) -> Sequence[Panel]:
        curve, here = result.facts["curve"], result["pile.here"]
        limits = []
        if result.value("held.day"):
            held = result["held.day"]
            label = _("our limit:") if narrow else _("all we can answer:")
            limits.append(Limit(label, held.value, "x", figure=written(held)))
        return [
            Panel(
                title=_("Unanswered after a quarter of a year"),
                x_label=_("questions a day"),
                x_end=curve.x[-1],
                y_end=result.facts["top"],
                lines=(Line("", curve.x, curve.lines["pile"], palette.MISSING),),
                limits=tuple(limits),
                here=(result.value("asked.day"), here.value),
                here_label=_("you: {figure}").format(figure=bare(here)),
            )
        ]

    @staticmethod
    def _talks(result: Result, speak: Speaker) -> str:
        """Whether there is time to go on where an answer is answered."""
        said = _(
            "Whoever writes back makes it a conversation, {answers} answers of ours each: there is "
            "time for {talks} a day."
        )
        if 0 < result.value("asked.day") <= result.value("talks.day"):
            said = _(
                "Whoever writes back makes it a conversation, {answers} answers of ours each: "
                "there is time for all of them."
            )
        return said.format(answers=speak.bare("talk_messages"), talks=speak.bare("talks.day"))

    def words(self, result: Result) -> Words:
        speak = Speaker(result)
        asked = speak.plural("{number} question a day", "{number} questions a day", "asked.day")
        weeks = speak.plural("{number} week", "{number} weeks", "weeks")
        pile = speak.bare("pile.here")
        fields = {"asked": asked, "weeks": weeks, "pile": pile}
        if not result.value("asked.day"):
            headline = _("No question comes, so none waits.")
        elif result.facts["idle"]:
            headline = speak.plural(
                "Nobody has time to answer: after {weeks} {number} question waits.",
                "Nobody has time to answer: after {weeks} {number} questions wait.",
                "pile.here",
                **fields,
            )
        elif result.value("pile.here"):
            headline = speak.plural(
                "{asked} are too many: after {weeks} {number} of them has no answer.",
                "{asked} are too many: after {weeks} {number} of them have no answer.",
                "pile.here",
                **fields,
            )
        else:
            headline = _("{asked}: each gets its first answer.").format(**fields)
        remarks = []
        if not result.facts["idle"]:
            time = _(
                "An answer takes {each}, so {time} a week make {held}: {a_day} a day, as questions "
                "come on all seven days."
            ).format(
                each=speak("handling"),
                time=speak("time_minutes"),
                held=speak.bare("held.week"),
                a_day=speak.bare("held.day"),
            )
            remarks = [time, self._talks(result, speak)]
        keys = ("asked", "week", "answered", "pile")
        rows = [tuple(speak.bare(f"{key}.{n}") for key in keys) for n in EXAMPLES]
        table = Table(
            _("What has piled up after {weeks}").format(weeks=weeks),
            (_("Questions a day"), _("A week"), _("Answered a week"), _("Unanswered")),
            tuple(rows),
        )
        alt = _(
            "Line chart: unanswered questions after {weeks}, by questions a day. The line lies on "
            "nought as long as all are answered, and climbs from there; at {asked} it is {pile}."
        )
        return speak.words(headline, table, alt.format(**fields), remarks)
