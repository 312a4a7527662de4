"""A SWOT in words: how many lines are wishes, and what the chosen actions free and open."""

from collections.abc import Iterator

from helpers.models import swot
from helpers.models.actions import OF_THE_PLAN
from helpers.models.result import Result
from helpers.views.gate_meanings import GateMeanings
from helpers.views.swot_lines import lacks, wishes
from helpers.views.swot_names import PROMISE
from helpers.views.words import Speaker, Table, Words
from helpers.words.locale import _, listing

COVERAGE, EUROS = "coverage", "euros"
"""Measures of the gates that ask for hours and for cash."""
TWO = 2
"""Actions that can be chosen at once."""
TENTH = 0.101
"""By how much figures in tenths can miss the sum of two, and what floating point adds."""


class SwotWords(GateMeanings):
    """What the matrix says."""

    def words(self, result: Result) -> Words:
        speak = Speaker(result)
        headline = self._headline(result, speak)
        remarks = list(self._remarks(result, speak))
        table, alt = self._table(result, speak), self._alt(result, speak)
        return speak.words(headline, table, alt, remarks, self.meanings(result))

    @staticmethod
    def _by_gap(result: Result, speak: Speaker, none: str, missing: str, spare: str) -> str:
        """The sentence of three that fits the hours left with all that was chosen."""
        after, size = result.value("swot.gap_after"), speak("swot.gap_after.size")
        if not after:
            return none
        return (missing if after > 0 else spare).format(hours=size)

    # Sentences ---------------------------------------------------------------------------

    def _headline(self, result: Result, speak: Speaker) -> str:
        if not result.facts["lines"]:
            return _("The board is empty: nothing can be joined, so every action is only a wish.")
        said, why = self._wishes(result, speak)
        # Two actions have a sentence of their own, and what the wishes lack is said below.
        chosen = result.facts["chosen"]
        told = f"{said}: {why}." if why and len(chosen) < TWO else f"{said}."
        effect = self._effect(result, speak)
        return f"{effect} {told}" if chosen else f"{told} {effect}"

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

    def _left(self, result: Result, speak: Speaker) -> str:
        """The hours that are missing, or to spare, as the end of a sentence."""
        missing, spare = _("{hours} are missing"), _("{hours} are to spare")
        return self._by_gap(result, speak, _("none is missing"), missing, spare)

    def _remarks(self, result: Result, speak: Speaker) -> Iterator[str]:
        why = self._wishes(result, speak)[1]
        if why and len(result.facts["chosen"]) == TWO:
            yield _("Of the wishes {lacks}.").format(lacks=why)
        yield self._gap(result, speak)
        yield from self.another(result)
        if result.value("swot.alone") != result.value("swot.moved"):
            yield self._not_the_sum(result, speak)
        if self._passes_alone(result):
            yield self._together_short(result, speak)
        else:
            yield self._shut(result, speak)
            if self._asks_hours(result):
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

    @staticmethod
    def _passes_alone(result: Result) -> bool:
        """Whether the network passes every gate, and beside the others hours are missing."""
        short = result.value("planned") > 1 and result.value("swot.gap") > 0
        return short and not result.facts["shut"]

    def _together_short(self, result: Result, speak: Speaker) -> str:
        """That a network passes alone, while all that are planned lack hours: in one sentence."""
        said = _(
            "Alone, {network} passes every gate; the {number} planned networks together lack hours "
            "today."
        )
        if result.facts["chosen"] and result.value("swot.gap_after") <= 0:
            said = _(
                "Alone, {network} passes every gate. Today the {number} planned networks together "
                "lack hours; with what is chosen, none is missing."
            )
        said = said.format(network=self._network(result), number=speak.bare("planned"))
        return said + self._shut_then(result, speak)

    @staticmethod
    def _asks_hours(result: Result) -> bool:
        """Whether hours are missing or their gate is shut: one can be mistaken for the other."""
        told = (*result.facts["shut"], *result.facts["shut_then"])
        missing = max(result.value("swot.gap"), result.value("swot.gap_after")) > 0
        return missing or any(outcome.gate.measure == COVERAGE for outcome in told)

    def _whose_hours(self, result: Result, speak: Speaker) -> str:
        """Of which networks gate and hours are: the two are not the same."""
        gate = next(g for g in self._tables.gates.itertuples() if g.measure == COVERAGE)
        shut = any(outcome.gate.measure == COVERAGE for outcome in result.facts["shut_then"])
        if shut and result.value("swot.gap_after") <= 0:
            return _(
                "“{gate}” asks about {network} as lesson 14 would run it, at its own level and "
                "beside others. It can be shut although your plan fits."
            ).format(gate=_(gate.label), network=self._network(result))
        return speak.plural(
            "The gate “{gate}” asks about {network} alone; the hours above are those of {number} "
            "planned network.",
            "The gate “{gate}” asks about {network} alone; the hours above are those of {number} "
            "planned networks.",
            "planned",
            gate=_(gate.label),
            network=self._network(result),
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

    def _gap(self, result: Result, speak: Speaker) -> str:
        """Hours of all networks that the firm plans, before and with what was chosen."""
        before, after = result.value("swot.gap"), result.value("swot.gap_after")
        size, then = speak("swot.gap.size"), speak("swot.gap_after.size")
        if before == after:
            said = _(
                "For all planned networks {before} a week are missing, with this action or without."
            )
            if len(result.facts["chosen"]) == TWO:
                said = _(
                    "For all planned networks {before} a week are missing, with these actions or "
                    "without."
                )
            if before <= 0:
                said = _("For all planned networks {before} a week are to spare, as before.")
            if not result.facts["chosen"]:
                said = _("For all planned networks {before} a week are missing.")
                if before <= 0:
                    said = _("For all planned networks {before} a week are to spare.")
            return said.format(before=size)
        missing = _("All planned networks lack {before} a week today;")
        if before <= 0:
            missing = _("All planned networks leave {before} a week free today;")
        later = _("with what is chosen, {after} are missing;")
        if after <= 0:
            later = _("with what is chosen, {after} are to spare;")
        if not after:
            later = _("with what is chosen, none is missing;")
        said = f"{missing} {later} {self.sure(speak)}"
        return said.format(before=size, after=then)

    def _shut(self, result: Result, speak: Speaker) -> str:
        """The gates that are shut today, how many stay shut, and those that shut newly."""
        network = self._network(result)
        shut = listing([_(outcome.gate.label) for outcome in result.facts["shut"]])
        if not shut:
            said = _("{network} passes every gate today.").format(network=network)
        else:
            said = _("Shut for {network} today: {gates}.").format(network=network, gates=shut)
            if result.facts["chosen"] and not result.value("shut_after"):
                said += " " + _("Then all are open.")
        return said + self._shut_then(result, speak)

    @staticmethod
    def _shut_then(result: Result, speak: Speaker) -> str:
        """The gates that are shut with what is chosen, as a further sentence; '' for none."""
        speak("shut_after")
        if not (result.facts["chosen"] and result.value("shut_after")):
            return ""
        shut = result.facts["shut_then"]
        then = listing([_(outcome.gate.label) for outcome in shut])
        if [outcome.gate.measure for outcome in shut] == [EUROS]:
            then = _("{gate} (too little cash)").format(gate=then)
        return " " + _("With what is chosen, shut: {gates}.").format(gates=then)

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
            inside, outside = ("" if p is None else lines[p].text for p in join or (None, None))
            sentence = _("“{action}” joins no two lines; it {does}.")
            if inside and outside:
                sentence = _(
                    "An arrow leads from “{inside}” through “{action}” to “{outside}”; it {does}."
                )
            elif inside:
                sentence = _(
                    "An arrow leads from “{inside}” to “{action}”, which {does}: no line outside "
                    "calls for it."
                )
            elif outside:
                sentence = _(
                    "An arrow leads from “{action}”, which {does}, to “{outside}”: no line inside "
                    "calls for it."
                )
            fields = {"inside": inside, "action": name, "outside": outside, "does": does}
            said.append(sentence.format(**fields))
        return " ".join(said)

    def _state(self, result: Result, place: int) -> str:
        """Proof and action of a line, or what it lacks."""
        line = result.facts["lines"][place]
        proof = line.proof if swot.is_proved(line) else ""
        return "; ".join(
            filter(None, [proof, self.taken(result, place) or self.wish(result, place)])
        )

    def _table(self, result: Result, speak: Speaker) -> Table:
        rows = tuple(self._row(result, action, speak) for action in result.facts["opens"])
        header = (
            _("Action"),
            _("Hours a week"),
            _("Hours once"),
            _("Weeks until it works"),
            _("Gates"),
        )
        caption = _(
            "{firm}, {network}: each action alone. Hours a week won (+) or spent (−) until "
            "it works, the weeks until then, and the gates that it then opens; ✓ chosen"
        ).format(firm=result.facts["firm"], network=self._network(result))
        return Table(caption, header, rows)

    def _row(self, result: Result, action: str, speak: Speaker) -> tuple[str, ...]:
        """What an action does alone; one that the firm cannot take says why."""
        mark = "✓ " if action in result.facts["chosen"] else ""
        name = mark + self.name(result, action)
        if action in result.facts["impossible"]:
            leave = self._field(action) == "networks"
            return (name, _("no other network") if leave else _("already lean"), "–", "–", "–")
        gates = [
            _("{gate} ({figure})").format(
                gate=_(o.gate.label), figure=speak(f"{action}.{o.gate.gate}")
            )
            for o in result.facts["opens"][action]
        ]
        gates += [
            _("shuts {gate}").format(gate=_(o.gate.label)) for o in result.facts["shuts"][action]
        ]
        said = listing(gates) or "–"
        if gates and self._field(action) == PROMISE:
            said = _("{gates}: promise only; the wait stays").format(gates=said)
        figures = [speak.bare(f"{action}.{key}") for key in ("hours", "once")]
        weeks = speak.bare(f"{action}.weeks") if result.value(f"{action}.weeks") else _("at once")
        return (name, *figures, weeks, said)
