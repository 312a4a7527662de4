"""The own choice of networks: its hours, and whom they meet beside fewer networks."""

from dataclasses import replace

from helpers.models.result import Result
from helpers.views.gap import GapView
from helpers.views.gap_words import COMMON
from helpers.views.words import Speaker, Table
from helpers.words.locale import _, listing, plural
from helpers.words.units import printed

PLANNING = "work.planning"
TINY = 1e-6


class OwnBreadth(GapView):
    """The compact picture of the gap; its remarks tell people met, by ``breadth.own``."""

    def _remarks(self, result: Result, speak: Speaker) -> list[str]:
        """How the hours go, whom they meet, and the cash: three remarks at most."""
        if not result.options or not result.value("available"):
            return super()._remarks(result, speak)[-1:]
        said = [self._before(result, speak), self._met(result, speak)]
        return [*said, *self.cash(result, speak)][:3]

    @staticmethod
    def _before(result: Result, speak: Speaker) -> str:
        sentence = _(
            "Meeting, planning and keeping in step take {before} of that, before any post."
        )
        if result.facts["other"]:
            sentence = _(
                "Meeting, planning and all other work take {before} of that, before any post."
            )
        elif OwnBreadth._adds_up(result):
            sentence = _(
                "Planning ({planning}), meeting and keeping in step ({meeting}) take {before} of "
                "that, before any post."
            )
            if not result.value("coordination"):
                sentence = _(
                    "Planning ({planning}) and the meeting ({meeting}) take {before} of that, "
                    "before any post."
                )
            parts = {"planning": speak(PLANNING), "meeting": speak(COMMON)}
            return sentence.format(before=speak("own.before"), **parts)
        elif not result.value("coordination"):
            sentence = _("Meeting and planning take {before} of that, before any post.")
        return sentence.format(before=speak("own.before"))

    @staticmethod
    def _adds_up(result: Result) -> bool:
        """Whether both parts, as printed, are what goes first as it is printed."""
        planning, meeting, before = (
            printed(result.value(key), result[key].unit) for key in (PLANNING, COMMON, "own.before")
        )
        return abs(planning + meeting - before) < TINY

    def _met(self, result: Result, speak: Speaker) -> str:
        """People met by this choice, beside the best of the same networks."""
        kept = [self._tables.name("network", network) for network in result.facts["best_set"]]
        many = round(100 * result.value("wish.met"))
        if not result.facts["better"]:
            sentence = plural(
                "At most {of_hundred} people sees a post in a month; fewer of these "
                "networks, or another level, would not meet more.",
                "At most {of_hundred} people see a post in a month; fewer of these "
                "networks, or another level, would not meet more.",
                many,
            )
            if not speak.alike("own.kept", "own.planned"):
                return speak.plural(
                    "{of_hundred} are met at most, with {number} post a week of {planned} planned; "
                    "fewer networks, or another level, would not meet more.",
                    "{of_hundred} are met at most, with {number} posts a week of {planned} "
                    "planned; fewer networks, or another level, would not meet more.",
                    "own.kept",
                    of_hundred=speak("wish.met"),
                    planned=speak.bare("own.planned"),
                )
            return sentence.format(of_hundred=speak("wish.met"))
        sentence = _(
            "{seen} in a month; the same hours on {networks} alone, at “{level}”, would "
            "meet {best}."
        )
        if len(kept) == len(result.options):
            sentence = _(
                "{seen} in a month; the same hours at the level “{level}” would meet {best}."
            )
        seen = plural("At most {of_hundred} sees a post", "At most {of_hundred} see a post", many)
        met = plural("At most {of_hundred} is met", "At most {of_hundred} are met", many)
        if not result.value("wish.met"):
            seen, met = _("Nobody sees a post"), _("Nobody is met")
        most = speak("wish.met")
        fields = {
            "seen": seen.format(of_hundred=most),
            "met": met.format(of_hundred=most),
            "networks": listing(kept),
            "level": self._tables.name("level", result.facts["best_level"]).lower(),
            "best": speak.bare("own.best"),
        }
        if speak.alike("best.kept", "best.planned"):
            return sentence.format(**fields)
        fields["planned"] = speak.bare("best.planned")
        if len(kept) == len(result.options):
            return speak.plural(
                "{met}; the level “{level}” would meet {best}, with "
                "{number} post a week of {planned} planned.",
                "{met}; the level “{level}” would meet {best}, with "
                "{number} posts a week of {planned} planned.",
                "best.kept",
                **fields,
            )
        return speak.plural(
            "{met}; {networks} alone, at “{level}”, would meet {best}, with "
            "{number} post a week of {planned} planned.",
            "{met}; {networks} alone, at “{level}”, would meet {best}, with "
            "{number} posts a week of {planned} planned.",
            "best.kept",
            **fields,
        )

    def _table(self, result: Result, speak: Speaker) -> Table:
        """The figures of the gap, and why the same meeting reads a tenth more or less."""
        table = super()._table(result, speak)
        said = _("{caption}. Parts are rounded so that they add up")
        return replace(table, caption=said.format(caption=table.caption))
