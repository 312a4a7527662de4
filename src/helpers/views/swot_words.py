"""A SWOT in words: how many lines are wishes, and what the chosen actions free and open."""

from collections.abc import Iterator

from helpers.data.tables import Tables
from helpers.models import swot
from helpers.models.actions import OF_THE_PLAN
from helpers.models.result import Result
from helpers.views.swot_lines import lacks, wishes
from helpers.views.words import Speaker, Table, Words
from helpers.words.locale import _, listing

BRINGS = ("hours", "bought_hours")
"""Fields of actions that add hours; others of which a week gains take work away."""
PROMISE = "states_hours"
"""Field of an action that changes what is promised, and nobody's wait."""
TWO = 2
"""Actions that can be chosen at once."""
TENTH = 0.101
"""By how much figures in tenths can miss the sum of two, and what floating point adds."""


class SwotWords:
    """What the matrix says."""

    def __init__(self, tables: Tables) -> None:
        self._tables = tables

    def words(self, result: Result) -> Words:
        speak = Speaker(result)
        headline = self._headline(result, speak)
        remarks = list(self._remarks(result, speak))
        return speak.words(headline, self._table(result, speak), self._alt(result, speak), remarks)

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
            return _("the level is the leanest already")
        if moved:
            said = _("takes {hours} a week from today")
            if moved > 0:
                said = _("frees {hours} a week from today")
                if field in BRINGS:
                    said = _("brings {hours} a week from today")
            return said.format(hours=speak(f"{action}.moved"))
        if result.value(f"{action}.once"):
            return _("takes {hours} once").format(hours=speak(f"{action}.once"))
        return _("changes no hours")

    def gates(self, result: Result, action: str, speak: Speaker) -> str:
        """How many gates of the network an action opens or shuts by itself; '' for nothing said."""
        if result.value(f"{action}.opens"):
            return speak.plural("opens {number} gate", "opens {number} gates", f"{action}.opens")
        if result.value(f"{action}.shuts"):
            return speak.plural("shuts {number} gate", "shuts {number} gates", f"{action}.shuts")
        return _("opens no gate") if result.facts["shut"] else ""

    def when(self, result: Result, action: str, speak: Speaker) -> str:
        """From when an action works; '' where its hours say so already."""
        if result.value(f"{action}.weeks"):
            return speak.plural(
                "works after {number} week", "works after {number} weeks", f"{action}.weeks"
            )
        return "" if result.value(f"{action}.hours") > 0 else _("works from today")

    @staticmethod
    def wish(result: Result, place: int) -> str:
        """Why a line of which no action is taken is a wish."""
        if not swot.is_proved(result.facts["lines"][place]):
            return _("a wish: no proof")
        if any(place in (join or ()) for join in result.facts["joins"]):
            return _("joined, but this line does not call for it")
        return _("still a wish: no action")

    def taken(self, result: Result, place: int) -> str:
        """The action that is taken because of a line; '' for a wish."""
        action = result.facts["taken"][place]
        return _("action: {action}").format(action=self.name(result, action)) if action else ""

    # Sentences ---------------------------------------------------------------------------

    def _headline(self, result: Result, speak: Speaker) -> str:
        if not result.facts["lines"]:
            return _("The board is empty: nothing can be joined, so every action is only a wish.")
        said, why = self._wishes(result, speak)
        # Two actions have a sentence of their own, and what the wishes lack is said below.
        told = f"{said}: {why}" if why and len(result.facts["chosen"]) < TWO else said
        return f"{told}. {self._effect(result, speak)}"

    @staticmethod
    def _wishes(result: Result, speak: Speaker) -> tuple[str, str]:
        """How many lines are wishes, and what these lack."""
        for key in ("lines", "wishes", "unproved", "idle"):
            speak(key)
        unproved, idle = int(result.value("unproved")), int(result.value("idle"))
        return wishes(len(result.facts["lines"]), unproved, idle), lacks(unproved, idle)

    def _effect(self, result: Result, speak: Speaker) -> str:
        """What the chosen actions do to gates and hours; of two what they do together."""
        chosen = result.facts["chosen"]
        if not chosen:
            return _("No action is chosen yet.")
        names = [f"“{self.name(result, action)}”" for action in chosen]
        if len(chosen) < TWO:
            does = listing(list(self._alone(result, chosen[0], speak)))
            return _("{action} {does}.").format(action=names[0], does=does)
        return _("Together {actions} {do}; {left}.").format(
            actions=listing(names),
            do=listing(list(self._together(result, speak))),
            left=self._left(result, speak),
        )

    def _alone(self, result: Result, action: str, speak: Speaker) -> Iterator[str]:
        """What the only chosen action does, in parts of a sentence."""
        network, hours = self._network(result), self.hours(result, action, speak)
        if result.value("together"):
            yield speak.plural(
                "opens {number} gate of {network}",
                "opens {number} gates of {network}",
                "together",
                network=network,
            )
        moves = result.value(f"{action}.hours") or result.value(f"{action}.once")
        if moves or not result.value("together"):
            yield hours
        if result.value("newly"):
            yield speak.plural(
                "shuts {number} gate of {network}",
                "shuts {number} gates of {network}",
                "newly",
                network=network,
            )

    def _together(self, result: Result, speak: Speaker) -> Iterator[str]:
        """What two actions do, in parts of a sentence."""
        moved = result.value("swot.moved")
        if result.value("together"):
            yield speak.plural("open {number} gate", "open {number} gates", "together")
        if moved:
            fields = {self._field(action) for action in result.facts["chosen"]}
            said = _("take {hours} a week")
            if moved > 0:
                said = _("free {hours} a week")
                if fields.isdisjoint(OF_THE_PLAN):
                    said = _("bring {hours} a week")
            yield said.format(hours=speak("swot.moved.size"))
        elif result.value("swot.once"):
            yield _("take {hours} once").format(hours=speak("swot.once"))
        elif not result.value("together"):
            yield _("change no hours")
        if result.value("newly"):
            yield speak.plural("shut {number} gate", "shut {number} gates", "newly")

    @staticmethod
    def _left(result: Result, speak: Speaker) -> str:
        """The hours that are missing, or to spare, with all that was chosen."""
        after, size = result.value("swot.gap_after"), speak("swot.gap_after.size")
        if not after:
            return _("none is missing")
        said = _("{hours} are missing") if after > 0 else _("{hours} are to spare")
        return said.format(hours=size)

    def _remarks(self, result: Result, speak: Speaker) -> Iterator[str]:
        why = self._wishes(result, speak)[1]
        if why and len(result.facts["chosen"]) == TWO:
            yield _("Of the wishes {lacks}.").format(lacks=why)
        yield self._gap(result, speak)
        if result.value("swot.alone") != result.value("swot.moved"):
            yield self._not_the_sum(result, speak)
        yield self._shut(result, speak)
        if result.value("swot.gap") > 0 or result.value("swot.gap_after") > 0:
            yield self._whose_hours(result, speak)
        if not result.facts["shut"]:
            return
        if result.value("opening"):
            yield speak.plural(
                "{number} of {actions} actions opens a gate alone: see the figures.",
                "{number} of {actions} actions open a gate alone: see the figures.",
                "opening",
                actions=speak("actions"),
            )
        else:
            yield _("None of the {actions} actions opens a gate alone.").format(
                actions=speak("actions")
            )

    def _whose_hours(self, result: Result, speak: Speaker) -> str:
        """Of which networks gates and hours are: the two are not the same."""
        network = self._network(result)
        if result.value("planned") == TWO:
            return _(
                "Gates look at {network}, alone or beside what lesson 14 opens; the missing hours "
                "are those of both planned networks."
            ).format(network=network)
        return speak.plural(
            "Gates look at {network}, alone or beside what lesson 14 opens; the missing hours are "
            "those of {number} planned network.",
            "Gates look at {network}, alone or beside what lesson 14 opens; the missing hours are "
            "those of all {number} planned networks.",
            "planned",
            network=network,
        )

    @staticmethod
    def _not_the_sum(result: Result, speak: Speaker) -> str:
        """Why the hours of two actions together are not the sum of what each does alone."""
        alone, together = result.value("swot.alone"), result.value("swot.moved")
        said = _(
            "One by one they come to {alone}, together to {together}: some of the work that one "
            "takes away is the other's, too."
        )
        if abs(alone - together) < TENTH:
            said = _(
                "One by one they come to {alone}, together to {together}: figures are rounded."
            )
        return said.format(alone=speak("swot.alone.size"), together=speak("swot.moved.size"))

    @staticmethod
    def _gap(result: Result, speak: Speaker) -> str:
        """Hours of all networks that the firm plans, before and with what was chosen."""
        before, after = result.value("swot.gap"), result.value("swot.gap_after")
        size, then = speak("swot.gap.size"), speak("swot.gap_after.size")
        if before == after:
            said = _("For all planned networks {before} a week are missing, with or without them.")
            if before <= 0:
                said = _("For all planned networks {before} a week are to spare, as before.")
            if not result.facts["chosen"]:
                said = _("For all planned networks {before} a week are missing.")
                if before <= 0:
                    said = _("For all planned networks {before} a week are to spare.")
            return said.format(before=size)
        missing = _("For all planned networks {before} a week are missing today;")
        if before <= 0:
            missing = _("For all planned networks {before} a week are to spare today;")
        later = _("with what is chosen, {after} are missing.")
        if not after:
            later = _("with what is chosen, none is missing.")
        elif after < 0:
            later = _("with what is chosen, {after} are to spare.")
        return f"{missing.format(before=size)} {later.format(after=then)}"

    def _shut(self, result: Result, speak: Speaker) -> str:
        """The gates that are shut today, how many stay shut, and those that shut newly."""
        network = self._network(result)
        shut, newly = (
            listing([_(outcome.gate.label) for outcome in result.facts[key]])
            for key in ("shut", "newly")
        )
        if not shut:
            said = _("{network} passes every gate today.").format(network=network)
        else:
            said = _("Shut for {network} today: {gates}.").format(network=network, gates=shut)
            if result.facts["chosen"] and not result.value("shut_after"):
                said += " " + _("Then all are open.")
            elif result.facts["chosen"] and not newly:
                said += " " + speak.plural(
                    "Then {number} is shut.", "Then {number} are shut.", "shut_after"
                )
        if newly:
            said += " " + _("What is chosen shuts: {gates}.").format(gates=newly)
        return said

    def _alt(self, result: Result, speak: Speaker) -> str:
        """The lines of every box, and what joins them."""
        lines, said = result.facts["lines"], []
        for box in swot.BOXES:
            here = [(place, line) for place, line in enumerate(lines) if line.box == box]
            told = [f"{line.text} ({self._state(result, place)})" for place, line in here]
            words = "; ".join(told) or _("no line yet")
            said.append(f"{self._tables.name('box', box)}: {words}.")
        for action, join in zip(result.facts["chosen"], result.facts["joins"], strict=True):
            name = self.name(result, action)
            effects = (self.hours(result, action, speak), self.gates(result, action, speak))
            does = listing([effect for effect in effects if effect])
            if join is None:
                said.append(
                    _("“{action}” joins no two lines; it {does}.").format(action=name, does=does)
                )
                continue
            inside, outside = (lines[place].text for place in join)
            said.append(
                _(
                    "An arrow leads from “{inside}” through “{action}” to “{outside}”; it {does}."
                ).format(inside=inside, action=name, outside=outside, does=does)
            )
        return " ".join(said)

    def _state(self, result: Result, place: int) -> str:
        """Proof and action of a line, or what it lacks."""
        line = result.facts["lines"][place]
        proof = line.proof if swot.is_proved(line) else ""
        return "; ".join(
            filter(None, [proof, self.taken(result, place) or self.wish(result, place)])
        )

    def _table(self, result: Result, speak: Speaker) -> Table:
        rows = []
        for action, outcomes in result.facts["opens"].items():
            mark = "✓ " if action in result.facts["chosen"] else ""
            opens = [
                _("{gate} ({figure})").format(
                    gate=_(o.gate.label), figure=speak(f"{action}.{o.gate.gate}")
                )
                for o in outcomes
            ]
            opens += [
                _("shuts {gate}").format(gate=_(o.gate.label))
                for o in result.facts["shuts"][action]
            ]
            if action in result.facts["impossible"]:
                why = _("already lean")
                if self._field(action) == "networks":
                    why = _("no other network")
                rows.append((mark + self.name(result, action), why, "–", "–", "–"))
                continue
            if opens and self._field(action) == PROMISE:
                opens[-1] += ": " + _("promise only; the wait stays")
            rows.append(
                (
                    mark + self.name(result, action),
                    speak.bare(f"{action}.hours"),
                    speak.bare(f"{action}.once"),
                    speak.bare(f"{action}.weeks"),
                    listing(opens) or "–",
                )
            )
        header = (
            _("Action"),
            _("Hours a week"),
            _("Hours once"),
            _("Weeks until it works"),
            _("Gates"),
        )
        caption = _(
            "{firm}, {network}: each action alone. Hours a week won (+) or spent (−) from today, "
            "weeks after which it works, and the gates that it then opens; ✓ chosen"
        ).format(firm=result.facts["firm"], network=self._network(result))
        return Table(caption, header, tuple(rows))
