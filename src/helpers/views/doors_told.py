"""What the doors of one network say: claim, table, what would change it, with whom it counts."""

from collections.abc import Iterator

from helpers.data.tables import Tables
from helpers.models.change import LEVEL, MEANS
from helpers.models.decision import POSITIVE, Decision, Flip, Judgement
from helpers.models.doors import Door, closed, deciding, doors, nearly
from helpers.models.gates import OFF, STOP, WAIT, printed
from helpers.models.result import Result
from helpers.views.doors_needs import (
    COUNTED,
    alone_and_beside,
    beside_said,
    needed_doors,
    needs_sentences,
)
from helpers.views.doors_words import (
    door_names,
    on_door,
    reason,
    states,
    verdict_words,
)
from helpers.views.verdicts import (
    changes_with,
    fact_said,
    flip_sentence,
    no_flip_sentence,
    unknown_said,
)
from helpers.views.words import Speaker, Table, Words
from helpers.words import locale
from helpers.words.locale import _

FIRM = ("why", "name", "website", "search", "topics")
"""The doors that ask the firm, whichever the network is."""


SEARCH = "search"
"""It asks the firm, but not for a network that beats the site in nearly every reading."""


def apart(decision: Decision, judgement: Judgement) -> tuple[str, ...]:
    """What is opened without a network whose hours and pay-off are counted alone."""
    others = tuple(n for n in decision.opened if n != judgement.network)
    asked = {d.door for d in doors(judgement) if d.state != OFF}
    counted = len(judgement.together) == 1 and "hours" in asked
    return others if counted and judgement.verdict not in POSITIVE else ()


def basis_said(decision: Decision, judgement: Judgement, tables: Tables) -> str:
    """With which networks hours and pay-off are counted; '' where there is no other."""
    counted = [tables.name("network", n) for n in judgement.together]
    if len(counted) > 1:
        said = _("Hours, euros, replies and pay-off are counted for {networks} together.")
        return said.format(networks=locale.listing(counted))
    others = apart(decision, judgement)
    if not others:
        return ""
    said = _("Hours, euros, replies and pay-off are those of {network} alone, not beside {others}.")
    beside = [tables.name("network", n) for n in others]
    return said.format(network=counted[0], others=locale.listing(beside))


def alone_said(judgement: Judgement, tables: Tables, speak: Speaker) -> str:
    """Why a closed door of hours is not shut for good: that is asked of the network alone."""
    hours, key = judgement.outcome("coverage"), f"{judgement.network}.lean_alone"
    if hours is None or hours.state != WAIT or hours.figure is None or f"{key}.stop" not in speak:
        return ""
    if len(judgement.together) == 1 or hours.figure >= hours.gate.stop_at_of(1.0):
        return ""
    said = _(
        "Not shut for good: alone, at the leanest level, {network} would have {alone} of its "
        "hours. The door shuts below {stop}."
    )
    name = tables.name("network", judgement.network)
    return said.format(network=name, alone=speak(key), stop=speak(f"{key}.stop"))


def opens_with(result: Result, network: str, tables: Tables, speak: Speaker) -> str:
    """What would open a network, for a table: one fact, or doors together; a dash where none."""
    flip: Flip | None = result.facts["flips"].get(network)
    if flip is not None:
        fact = fact_said(flip, tables, speak).rstrip(",")
        return f"{fact}{changes_with(flip, tables)}"
    then: Judgement | None = result.facts["needs"].get(network)
    if then is None:
        near = network in result.facts.get("short_of_one", ())
        return _("not known: ask ten more") if near else "–"
    told = "; ".join(needed_doors(then, speak))
    if len(closed(then)) == 1:
        return told
    return _("together: {doors}").format(doors=told)


def ends_alike(known: Judgement, judgement: Judgement) -> bool:
    """Whether a network ends at the same door with the same figure, or comes through as before."""

    def end(judged: Judgement) -> tuple[object, ...]:
        door = deciding(judged) or nearly(judged)
        if door is None:
            return judged.verdict, judged.trial
        shown = door.shown
        figure = None if shown.figure is None else printed(shown.figure, shown.gate.unit)
        return judged.verdict, judged.trial, door.door, door.state, figure, shown.threshold

    return end(known) == end(judgement)


def other_door(was: Judgement, now: Judgement) -> bool:
    """Whether another door decides on a network, or none does any more."""
    before, after = deciding(was), deciding(now)
    return (before and before.door) != (after and after.door)


def next_door_said(known: Judgement, judgement: Judgement, tables: Tables) -> str:
    """That the verdict stays although the door that ended the way is open."""
    before, after = deciding(known), deciding(judgement)
    if before is None or after is None or before.door == after.door:
        return ""
    names = door_names()
    return _(
        "The verdict stays: {network} is now stopped by the door “{door}”, no longer by “{before}”."
    ).format(
        network=tables.name("network", judgement.network),
        door=names[after.door],
        before=names[before.door],
    )


def idle_said(judgement: Judgement, tried: str, already: bool, tables: Tables) -> str:
    """Why nothing has changed: it is so already, it was open before, or another door is asked.

    ``tried`` is what was to change it: ``"named"`` the fact that would, ``"owner"`` who decides.
    """
    if already:
        return _("Nothing is moved here: what you mend is so already at this firm, or better.")
    name, door = tables.name("network", judgement.network), deciding(judgement)
    if door is None:
        verdict = verdict_words(judgement, tables)
        said = {
            "named": _("Nothing has to change: {network} is “{verdict}” as things are."),
            "owner": _("The verdict stays: {network} is “{verdict}” for this owner, too."),
        }.get(tried, _("The verdict stays: {network} is “{verdict}” as things are, too."))
        return said.format(network=name, verdict=verdict)
    said = _("The verdict stays: the way of {network} still ends at the door “{door}”.")
    return said.format(network=name, door=door_names()[door.door])


def moved_said(known: Decision, decision: Decision, tables: Tables) -> str:
    """What another line changes on the board: verdicts, else doors, else nothing."""
    pairs = [(known[j.network], j) for j in decision.judgements]
    turned = [now for was, now in pairs if verdict_words(was, tables) != verdict_words(now, tables)]
    if turned:
        told = [
            _("{network} (“{verdict}”)").format(
                network=tables.name("network", now.network), verdict=verdict_words(now, tables)
            )
            for now in turned
        ]
        return _("Another verdict with this line: {networks}.").format(
            networks=locale.listing(told)
        )
    moved = [tables.name("network", now.network) for was, now in pairs if other_door(was, now)]
    if not moved:
        return _("Nothing changes: no network lies between this line and the usual one.")
    said = _("With this line no verdict changes, but another door decides on {networks}.")
    return said.format(networks=locale.listing(moved))


class DoorsWords:
    """What the doors of one network say: ``network`` among the facts, else the nearest."""

    def __init__(self, tables: Tables) -> None:
        self._tables = tables

    @staticmethod
    def judged(result: Result) -> Judgement:
        """The network whose doors are shown."""
        decision: Decision = result.facts["decision"]
        return decision[result.facts.get("network") or decision.nearest]

    def words(self, result: Result) -> Words:
        """Headline, the doors as a table, what would change the verdict."""
        speak, tables, judgement = Speaker(result), self._tables, self.judged(result)
        network, name = judgement.network, tables.name("network", judgement.network)
        said = _("{network}: {verdict}. {reason}").format(
            network=name,
            verdict=verdict_words(judgement, tables),
            reason=reason(judgement, tables, speak),
        )
        names, how = door_names(), states()
        close, rows = network in result.facts.get("short_of_one", ()), []
        for door in doors(judgement):
            told = on_door(door, network, speak)
            what = f"{told.figure} {told.rest}".strip()
            state = how[door.state]
            if door == deciding(judgement) and close:
                state = _("shut, as far as known")
            rows.append((names[door.door], what, state, self._whose(door, judgement)))
        if result.facts.get("unnamed") and close:
            said = unknown_said(judgement, tables, speak)
        elif result.facts.get("unnamed"):
            said = _("No single fact turns {network}. {headline}").format(
                network=name, headline=said
            )
        header = (_("Door"), _("What is there, and what is wanted"), _("It is"), _("Asked of"))
        caption = _("The doors of {network}, in order").format(network=name)
        alt = _(
            "Doors in a row. {headline} The table below holds what stands on each of them."
        ).format(headline=said)
        rows += self._beside_rows(result, judgement, speak)
        table = Table(caption, header, tuple(rows))
        shown, folded = [], []
        for remark, more in self._remarks(result, judgement, speak):
            (folded if more else shown).append(remark)
        return speak.words(said, table, alt, shown, folded)

    def _beside_rows(
        self, result: Result, judgement: Judgement, speak: Speaker
    ) -> Iterator[tuple[str, ...]]:
        """The doors that a network, drawn alone, would find closed beside the others."""
        then: Judgement | None = result.facts["needs"].get(judgement.network)
        if then is None or not alone_and_beside(judgement, then, self._tables):
            return
        before, how = [door.door for door in closed(judgement)], states()
        for door in closed(then):
            if door.door not in before:
                told = on_door(door, f"{then.network}.then", speak)
                what = f"{told.figure} {told.rest}".strip()
                yield door_names()[door.door], what, how[door.state], self._whose(door, then)

    def _whose(self, door: Door, judgement: Judgement) -> str:
        """Whom a door asks: the firm, the network alone, or it and what is opened together."""
        if door.door in FIRM:
            if door.door == SEARCH:
                name = self._tables.name("network", judgement.network)
                return _("the firm, for {network}").format(network=name)
            return _("the firm")
        names = [self._tables.name("network", judgement.network)]
        if door.door in COUNTED:
            names = [self._tables.name("network", n) for n in judgement.together]
        if len(names) == 1:
            return _("{network} alone").format(network=names[0])
        return _("{networks} together").format(networks=locale.listing(names))

    def _adds_none(self, flip: Flip, judgement: Judgement) -> str:
        """That a cure of closed hours adds none, but changes which network is opened; else ''."""
        door = deciding(judgement)
        saves = flip.key in MEANS or flip.key.startswith(LEVEL)
        if not flip.instead_of or saves or door is None or door.door != "hours":
            return ""
        said = _(
            "That adds no hours: for {networks} together they would still not do. It changes which "
            "of them is opened."
        )
        if flip.also:
            said = _(
                "That adds no hours: for {networks} together they would still not do. It changes "
                "which networks are opened."
            )
        return said.format(
            networks=locale.listing([self._tables.name("network", n) for n in judgement.together])
        )

    def _remarks(
        self, result: Result, judgement: Judgement, speak: Speaker
    ) -> Iterator[tuple[str, bool]]:
        """Each remark, and whether it may stand folded."""
        tables, network = self._tables, judgement.network
        name, facts = tables.name("network", network), result.facts
        flip: Flip | None = facts["flips"].get(network)
        then: Judgement | None = facts["needs"].get(network)
        if facts.get("named") and flip is not None:
            fact = fact_said(flip, tables, speak).rstrip(",")
            yield _("Changed here: {fact}.").format(fact=fact), False
        elif flip is not None:
            if told := beside_said(flip, judgement, tables):
                yield told, False
            yield flip_sentence(flip, tables, speak), False
            if told := self._adds_none(flip, judgement):
                yield told, False
        elif then is not None:
            beside = bool(alone_and_beside(judgement, then, tables))
            lean, bare = facts["leaner"].get(network), bool(facts.get("unnamed"))
            told = needs_sentences(judgement, then, tables, speak, lean, bare)
            for place, sentence in enumerate(told):
                yield sentence, beside and place > 0
        elif network in facts.get("short_of_one", ()):
            said = _(
                "This door is close: one more of those asked would open it. What stands behind it "
                "is not looked at yet."
            )
            if not facts.get("unnamed"):  # else the headline says that ten more are asked
                said = _(
                    "This door is close: one more of those asked would open it. Ask ten more. What "
                    "stands behind it is not looked at yet."
                )
            yield said, False
        elif judgement.failed and not facts.get("unnamed"):
            yield no_flip_sentence([name]), False
        elif facts.get("unnamed") and (shut := self._shut(result, judgement)):
            yield shut, False
        if "more_hours" in speak:
            said = _("With {hours} more a week it would need no trial.")
            yield said.format(hours=speak("more_hours")), False
        if facts.get("searched"):
            said = _(
                "The more questions lead to the site already, the less it can still win; the next "
                "hour goes further elsewhere."
            )
            yield said, False
        known: Judgement | None = facts.get("as_it_is")
        if known is not None and verdict_words(known, tables) != verdict_words(judgement, tables):
            sentence = _(
                "The memo takes the facts as they are and the usual owner: “{verdict}” there."
            )
            yield sentence.format(verdict=verdict_words(known, tables)), False
        elif known is not None and facts.get("idle") and ends_alike(known, judgement):
            already = bool(facts.get("already"))
            yield idle_said(judgement, facts["idle"], already, tables), False
        elif known is not None and (told := next_door_said(known, judgement, tables)):
            yield told, False
        if basis := basis_said(facts["decision"], judgement, tables):
            yield basis, False
        if alone := alone_said(judgement, tables, speak):
            yield alone, False

    @staticmethod
    def _shut(result: Result, judgement: Judgement) -> str:
        """Why no fact is named: what stands behind a door that is shut for good is not asked."""
        door = deciding(judgement)
        if door is None or door.state != STOP:
            return ""
        said = _("The door “{door}” is shut for good, so nothing behind it was looked at.")
        return said.format(door=door_names()[door.door])
