"""Actions of a SWOT in a few words: what they are called, what they do, what a line still lacks."""

from collections.abc import Iterator

from helpers.data.tables import Tables
from helpers.models import swot
from helpers.models.result import Result
from helpers.views.words import Speaker
from helpers.words.locale import _, listing

BRINGS = ("hours", "bought_hours")
"""Fields of actions that add hours; others of which a week gains take work away."""
PROMISE = "states_hours"
"""Field of an action that changes what is promised, and nobody's wait."""
SAME = 0.051
"""Hours later that differ by less print as those at first."""


def replies(result: Result) -> dict[str, str]:
    """What each wrong guess about two notes that add and one that leaves has not counted."""
    figures = {key: Speaker(result)(key) for key in ("naive", "brought", "freed")}
    said = {
        "adds": _("The {naive} shrink to {brought}, too few; leaving frees {freed}."),
        "either": _("Adding both promises {naive}, but {brought} are left: too few."),
        "neither": _("Adding does fall short; leaving frees more than posts: {freed}."),
    }
    return {key: words.format(**figures) for key, words in said.items()}


class SwotNames:
    """What labels and lines of the matrix say, and its words with them."""

    def __init__(self, tables: Tables) -> None:
        self._tables = tables

    # What an action is called and does -------------------------------------------------

    def _network(self, result: Result) -> str:
        return self._tables.name("network", result.facts["network"])

    def _field(self, action: str) -> str:
        return str(vars(self._tables)["actions"].at[action, "field"])

    def name(self, result: Result, action: str) -> str:
        """An action in a few words; the network that is left by its name."""
        field, gone = self._field(action), result.facts["gone"]
        if field == "networks" and gone:
            return _("Leave {network}").format(network=self._tables.name("network", gone))
        return _(vars(self._tables)["actions"].at[action, "short"])

    def hours(self, result: Result, action: str, speak: Speaker) -> str:
        """What an action does to the hours of a week."""
        moved, field = result.value(f"{action}.hours"), self._field(action)
        if field == "networks" and not result.facts["gone"]:
            return _("there is no other network to leave")
        if action in result.facts["impossible"]:
            return _("changes nothing, as the level is the leanest already")
        if moved:
            said = _("takes {hours} a week from today")
            if moved > 0:
                said = _("frees {hours} a week at once")
                if field in BRINGS:
                    said = _("brings {hours} a week at once")
            return said.format(hours=speak(f"{action}.moved"))
        if result.value(f"{action}.once"):
            return _("takes {hours} once").format(hours=speak(f"{action}.once"))
        return _("changes no hours")

    def gates(self, result: Result, action: str, speak: Speaker) -> str:
        """How many gates of the network an action opens or shuts by itself; '' for nothing said."""
        if result.value(f"{action}.opens") and self._field(action) == PROMISE:
            return speak.plural(
                "opens {number} gate, by a promise only",
                "opens {number} gates, by a promise only",
                f"{action}.opens",
            )
        if result.value(f"{action}.opens"):
            return speak.plural("opens {number} gate", "opens {number} gates", f"{action}.opens")
        if result.value(f"{action}.shuts") == 1:
            (outcome,) = result.facts["shuts"][action]
            return _("shuts the gate “{gate}”").format(gate=_(outcome.gate.label))
        if result.value(f"{action}.shuts"):
            return speak.plural("shuts {number} gate", "shuts {number} gates", f"{action}.shuts")
        return _("opens no gate") if result.facts["shut"] else ""

    def when(self, result: Result, action: str, speak: Speaker) -> str:
        """From when an action works, and what it takes then; '' where its hours say so already."""
        hours = result.value(f"{action}.hours")
        if not result.value(f"{action}.weeks"):
            return "" if hours > 0 else _("works at once")
        works = speak.plural(
            "works after {number} week", "works after {number} weeks", f"{action}.weeks"
        )
        if hours >= 0:
            return works
        later = result.value(f"{action}.later")
        if not later:
            return _("{works}, then it ends").format(works=works)
        if later >= round(-hours, 1) - SAME:
            return _("{works}, and goes on").format(works=works)
        return _("{works}, then {hours} a week").format(works=works, hours=speak(f"{action}.later"))

    @staticmethod
    def lacks_line(join: tuple[int | None, int | None] | None) -> str:
        """On which side no line with a proof calls for an action; '' where both have one."""
        if join is None:
            return _("answers no line with a proof")
        if join[0] is None:
            return _("answers no line inside")
        return _("answers no line outside") if join[1] is None else ""

    @staticmethod
    def wish(result: Result, place: int) -> str:
        """Why a line of which no action is taken is a wish."""
        if not swot.is_proved(result.facts["lines"][place]):
            return _("a wish: no proof")
        return _("still a wish: no action")

    def taken(self, result: Result, place: int) -> str:
        """The action that is taken because of a line, and what else starts there; '' for a wish."""
        action = result.facts["taken"][place]
        if not action:
            return ""
        joins = zip(result.facts["chosen"], result.facts["joins"], strict=True)
        more = [one for one, join in joins if one != action and join and place == join[0]]
        names = [self.name(result, one) for one in (action, *more)]
        if not more:
            return _("action: {action}").format(action=names[0])
        return _("actions: {actions}").format(actions=listing(names))

    def another(self, result: Result) -> Iterator[str]:
        """That a network is left which frees fewer hours than the one that is asked about."""
        fields = {self._field(action) for action in result.facts["chosen"]}
        if "networks" in fields and result.facts["asked_most"]:
            yield _(
                "You ask about {network}, which takes most hours; so the action leaves {gone} "
                "instead."
            ).format(
                network=self._network(result),
                gone=self._tables.name("network", result.facts["gone"]),
            )

    @staticmethod
    def sure(speak: Speaker) -> str:
        """In how many plausible estimates the hours would do, as one says it."""
        number = speak.bare("swot.enough")
        said = _("enough in {number} of ten plausible estimates.")
        if number == "0":
            said = _("enough in no plausible estimate.")
        elif number.startswith("<"):
            said = _("enough in hardly any plausible estimate.")
        elif number.startswith(">"):
            said = _("enough in nearly every plausible estimate.")
        return said.format(number=number)
