"""A SWOT in words: how many lines are wishes, and what the chosen actions free and open."""

from collections.abc import Iterator

from helpers.data.tables import Tables
from helpers.models import swot
from helpers.models.result import Result
from helpers.models.swot import Line
from helpers.views.words import Speaker, Table, Words
from helpers.words.locale import _, listing

BRINGS = ("hours", "bought_hours")
FREES = ("networks", "level")
"""Fields of actions that add hours, and of those that take work away."""


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
        if field == "level" and result.facts["leanest"]:
            return _("the level is the leanest already")
        if moved > 0:
            said = _("brings {hours} a week") if field in BRINGS else _("frees {hours} a week")
            return said.format(hours=speak(f"{action}.moved"))
        if moved < 0:
            return _("takes {hours} a week").format(hours=speak(f"{action}.moved"))
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
        """From when an action works."""
        if not result.value(f"{action}.weeks"):
            return _("from today")
        return speak.plural("after {number} week", "after {number} weeks", f"{action}.weeks")

    @staticmethod
    def wish(line: Line) -> str:
        """Why a line is a wish."""
        if not line.proof.strip():
            return _("a wish: no proof")
        return _("a wish: no action")

    # Sentences ---------------------------------------------------------------------------

    def _headline(self, result: Result, speak: Speaker) -> str:
        if not result.facts["lines"]:
            return _("The board is empty: nothing can be joined, so every action is only a wish.")
        wishes = speak.plural(
            "{number} of {lines} lines is a wish",
            "{number} of {lines} lines are wishes",
            "wishes",
            lines=speak("lines"),
        )
        if not result.value("wishes"):
            wishes = _("No line is a wish")
        return f"{wishes}; {self._effect(result, speak)}"

    def _effect(self, result: Result, speak: Speaker) -> str:
        """The best that the chosen actions do: a gate, else hours, else nothing."""
        chosen, network = result.facts["chosen"], self._network(result)
        if not chosen:
            return _("no action is chosen yet.")
        if result.value("together") and result.facts["newly"]:
            return speak.plural(
                "what is chosen opens {number} gate of {network} and shuts another.",
                "what is chosen opens {number} gates of {network} and shuts another.",
                "together",
                network=network,
            )
        if result.value("together"):
            return speak.plural(
                "what is chosen opens {number} gate of {network}.",
                "what is chosen opens {number} gates of {network}.",
                "together",
                network=network,
            )
        best = max(chosen, key=lambda action: result.value(f"{action}.hours"))
        if result.value(f"{best}.hours") > 0:
            said = _("“{action}” {frees}, {when}.")
            if result.facts["newly"]:
                said = _("“{action}” {frees}, {when}, but a gate of {network} shuts.")
            return said.format(
                action=self.name(result, best),
                frees=self.hours(result, best, speak),
                when=self.when(result, best, speak),
                network=network,
            )
        names = listing([f"“{self.name(result, action)}”" for action in chosen])
        if len(chosen) > 1:
            return _("{actions} free no hour.").format(actions=names)
        (only,) = chosen
        takes = self.hours(result, only, speak)
        return _("{action} {takes}.").format(action=names, takes=takes)

    def _remarks(self, result: Result, speak: Speaker) -> Iterator[str]:
        yield self._gap(result, speak)
        yield self._shut(result, speak)
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
            here = [line for line in lines if line.box == box]
            told = [
                f"{line.text} ({self.wish(line) if swot.is_wish(line) else line.proof})"
                for line in here
            ]
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
            rows.append(
                (
                    mark + self.name(result, action),
                    speak.bare(f"{action}.hours"),
                    speak.bare(f"{action}.once"),
                    speak.bare(f"{action}.weeks"),
                    listing(opens) or "–",
                )
            )
        header = (_("Action"), _("Hours a week"), _("Hours once"), _("Weeks"), _("Gates that open"))
        caption = _(
            "{firm}, {network}: each action alone. Hours a week won (+) or spent (−) until it "
            "works, weeks until then, and the gates that it then opens; ✓ chosen"
        ).format(firm=result.facts["firm"], network=self._network(result))
        return Table(caption, header, tuple(rows))
