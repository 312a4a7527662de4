"""What a page takes beside what is promised for it, and what that promise is taken from."""

from collections.abc import Iterator
from dataclasses import replace

from helpers.models.result import Result
from helpers.views import palette
from helpers.views.bars import Part
from helpers.views.days_words import beside, posts
from helpers.views.gap import GapView
from helpers.views.plane import wide
from helpers.views.words import Speaker, Words
from helpers.words.locale import _, counted, listing

NOTCH = 7
"""How far a line reaches into the bar from above and from below."""


class PromiseView(GapView):
    """The two bars of hours in their compact form, with the source of the promise in words."""

    def words(self, result: Result) -> Words:
        words, speak = super().words(result), Speaker(result)
        others = [beside(result, self._tables)] if result.facts["others"] else []
        level = result.facts["level"]
        year = speak.plural(
            "{level} is {posts}; in a year the page takes {number} working day.",
            "{level} is {posts}; in a year the page takes {number} working days.",
            "year.whole",
            level=self._tables.name("level", level),
            posts=posts(speak, "promised"),
        )
        said = (*self._source(result, speak), *self._too_much(result, speak), year)
        likely, *more = words.remarks
        remarks = (*said, *others, likely, *self._covered(result, speak), *more)
        folded = (*words.folded, *self._rounded(result, speak))
        quoted = (*words.quoted, *speak.quoted)
        return Words(words.headline, words.table, words.alt, remarks, quoted, folded)

    def key(self, result: Result) -> tuple:
        return self._is_paper(result), *super().key(result)

    def _heads(self, result: Result) -> tuple[str, str]:
        needed, there = super()._heads(result)
        return needed, _("on paper") if self._is_paper(result) else there

    def _row_of_hours(self, result: Result) -> str:
        if self._is_paper(result):
            return _("Available, on paper")
        return super()._row_of_hours(result)

    @staticmethod
    def _kind(key: str, short: bool, result: Result | None = None) -> str:
        """As the lesson calls it: listening is an aim in the next one."""
        if key == "work.listening":
            return _("joining in")
        return GapView._kind(key, short, result)

    @staticmethod
    def _made_of() -> str:
        return _(
            "Bar chart of hours a week. The first bar, {required} (likely {low} to {high}), is "
            "made of making {making}, joining in {listening}, answering {answering}, planning "
            "{planning}, meeting and other work in common {common}."
        )

    def _rounded(self, result: Result, speak: Speaker) -> Iterator[str]:
        """Which parts are drawn a tenth off, so that all of them add up to the whole."""
        for key in self._kinds(result):
            if not speak.alike(key, f"printed.{key}"):
                yield _(
                    "In the bar, “{part}” is {drawn} and not {own}: rounded so that the parts add "
                    "up to {required}."
                ).format(
                    part=self._kind(key, False, result),
                    drawn=speak(f"printed.{key}"),
                    own=speak(key),
                    required=speak("required"),
                )

    @staticmethod
    def _enough() -> str:
        return _("{takes} a week and you have {available}: {missing} to spare for this page alone.")

    def _is_free(self, result: Result) -> bool:
        """Hours that other pages wait for, or that nobody has made room for, are outlined."""
        return not result.facts["others"] and not result.facts["unsourced"]

    @staticmethod
    def _on_paper(result: Result) -> bool:
        """Whether there would be enough hours, were those that are taken from nothing there."""
        return PromiseView._is_paper(result) and result.value("gap") <= 0

    @staticmethod
    def _is_paper(result: Result) -> bool:
        """Whether hours that are taken from nothing are told as such before all else.

        Those of the person who is asked always are, those of others where it takes them.
        """
        needed = bool(result.facts["unsourced"]) and result.facts["sure"] != "enough"
        return PromiseView._is_unsourced(result) or needed

    @staticmethod
    def _is_unsourced(result: Result) -> bool:
        """Whether the person who is asked promises hours, and takes them from nothing."""
        return bool(result.facts["promiser"]) and not result.facts["taken_from"]

    def _hours_there(self, result: Result) -> Iterator[Part]:
        """Hours that are taken from nothing are outlined, whoever's they are the whole of."""
        ground, ink = (self._plane.colours[key] for key in ("ground", "ink"))
        for place, part in enumerate(super()._hours_there(result)):
            seen = float("inf") if self._on_paper(result) else part.seen
            if place in result.facts["unsourced"]:
                yield replace(part, colour=ground, ink=ink, edge=palette.PEOPLE, seen=seen)
            else:
                yield replace(part, seen=seen)

    def _put_gap(self, result: Result) -> None:
        """Nothing is to spare of hours on paper: a line shows where the need ends in them."""
        super()._put_gap(result)
        if not self._on_paper(result):
            return
        there = self._rows_now[1]
        self._surplus.set_verts([])
        x = self._x(result.value("required"))
        # Numbers stand in the middle of the bar, and one may be just there.
        above = self._rows_now[0].end + 2 if self._shape.column else there.top
        ends = (above, there.top + NOTCH), (there.bottom - NOTCH, there.bottom)
        self._drop.set_segments([[(x, low), (x, high)] for low, high in ends])
        before = min(result.facts["unsourced"])
        start = self._x(sum(result.value(f"person{n}.available") for n in range(before)))
        size, start = self._shape.claims[-1], max(start, self._free(1))
        tries = self._claims(result)
        room = self._right - start if self._shape.column else self._right - self._free(1)
        said = next((s for s in tries if wide(s, size, bold=True) <= room), tries[-1])
        patch = {"facecolor": self._plane.colours["ground"], "edgecolor": "none", "pad": 2}
        style = {"size": size, "color": self._plane.colours["ink"], "bbox": patch}
        y, right = there.top - size / 2 - 6, self._right
        if not self._shape.column:  # on the line of the total
            self._plane.put(self._claim, said, right, there.total, ha="right", **style)
        elif wide(said, size, bold=True) > room:
            self._plane.put(self._claim, said, right, y, ha="right", **style)
        else:  # from where the block begins
            self._plane.put(self._claim, said, start, y, ha="left", **style)

    def _headline(self, result: Result, speak: Speaker) -> str:
        """Nothing is to spare of hours that are taken from nothing, and they are told as such."""
        if not self._is_paper(result):
            return super()._headline(result, speak)
        if not self._on_paper(result):
            return self._too_few(result, speak)
        takes = self._takes(result, speak("required"))
        if not self._is_unsourced(result) and result.value("sure.available"):
            end = _("too close to call.")
            if result.facts["sure"] == "short":
                end = _("{missing} are missing.")
            return _(
                "{takes} a week and {sure} are taken from something: {end} {hours} more stand "
                "only on paper."
            ).format(
                takes=takes,
                hours=speak("paper"),
                sure=speak("sure.available"),
                end=end.format(missing=speak("sure.missing")),
            )
        said = _(
            "{takes} a week; after leave and sickness {available} stand on paper, {hours} of it "
            "taken from nothing yet."
        )
        if speak.alike("paper", "available"):
            said = _(
                "{takes} a week; after leave and sickness {available} stand on paper, all taken "
                "from nothing yet."
            )
        return said.format(takes=takes, available=speak("available"), hours=speak("paper"))

    def _too_few(self, result: Result, speak: Speaker) -> str:
        """Hours that would not do, and of them those that are taken from nothing."""
        short = result.facts["verdict"] == "short"
        if speak.alike("paper", "available"):
            said = _("{takes} a week and you have {available} on paper, taken from nothing: {end}")
        else:
            said = _(
                "{takes} a week and you have {available} on paper, {hours} of it taken from "
                "nothing: {end}"
            )
        end = _("{missing} are missing.") if short else _("too close to call.")
        return said.format(
            takes=self._takes(result, speak("required")),
            available=speak("available"),
            hours=speak("paper"),
            end=end.format(missing=speak("missing")),
        )

    def _too_much(self, result: Result, speak: Speaker) -> Iterator[str]:
        """Who promises more hours than a working week has."""
        for place, name in enumerate(result.facts["people"]):
            if result.value(f"person{place}.promised") > result.value("full_week"):
                yield _(
                    "{person} promises {hours} a week: more than a whole working week of {week}."
                ).format(
                    person=self._person(name),
                    hours=speak(f"person{place}.promised"),
                    week=speak("full_week"),
                )

    def _likely_hours(self, result: Result) -> str:
        if not self._is_paper(result):
            return super()._likely_hours(result)
        return _("Likely between {low} and {high} a week.")

    def _covered(self, result: Result, speak: Speaker) -> Iterator[str]:
        """How often hours that are partly on paper would do: all, and those taken from something.

        The headline judges the second, so both are told, with the hours that they count.
        """
        if not self._is_paper(result):
            return
        yield _("All {available} on paper would do in {cases}.").format(
            available=speak("available"), cases=self._cases(speak, "enough")
        )
        if result.value("sure.available"):
            yield _("The {sure} taken from something would do in {cases}.").format(
                sure=speak("sure.available"), cases=self._cases(speak, "sure.enough")
            )

    @staticmethod
    def _cases(speak: Speaker, key: str) -> str:
        """A share of plausible cases in words that a sentence holds."""
        said = speak.bare(key)
        ends = {
            "0": _("no plausible case"),
            "<1": _("fewer than one in ten plausible cases"),
            ">9": _("more than nine in ten plausible cases"),
            "10": _("all plausible cases"),
        }
        return ends.get(said, _("{number} of 10 plausible cases").format(number=said))

    def _over(self, result: Result) -> str:
        if self._on_paper(result):
            return _(
                "The second bar, the hours of each person, is {{available}}; those of {people} are "
                "outlined: promised, and taken from nothing yet."
            ).format(people=listing([self._person(name) for name in self._not_asked(result)]))
        if not self._is_free(result) and result.facts["verdict"] == "enough":
            return _(
                "The second bar, the hours of each person, is {available}, of which {missing} are "
                "outlined: to spare for this page alone."
            )
        return super()._over(result)

    @staticmethod
    def _not_asked(result: Result) -> list[str]:
        """Whose hours are taken from nothing."""
        return [result.facts["people"][place] for place in result.facts["unsourced"]]

    def _claims(self, result: Result) -> list[str]:
        if self._on_paper(result):
            return [
                _("promised, taken from nothing yet"),
                _("taken from nothing yet"),
                _("from nothing yet"),
            ]
        return super()._claims(result)

    def _spare(self, result: Result) -> list[str]:
        count = len(result.facts["others"])
        waiting = counted("{number} more page waits", "{number} more pages wait", count)
        beside_it = (
            _("{{missing}} to spare for this page alone; {waiting}"),
            _("{{missing}} to spare, this page alone; {waiting}"),
            _("{{missing}} spare, page alone; {waiting}"),
        )
        return [
            *(said.format(waiting=waiting) for said in beside_it if count),
            _("{missing} to spare for this page alone"),
            _("{missing} to spare, this page alone"),
            _("{missing} spare, page alone"),
            _("{missing} spare, alone"),
        ]

    def _source(self, result: Result, speak: Speaker) -> list[str]:
        """What the hours of the person who is asked are taken from, and whose are not asked."""
        who, source = result.facts["promiser"], result.facts["taken_from"]
        unasked = [
            _(
                "In the form, {person} promises {promised} a week ({hours} after leave and "
                "sickness): what is it taken from?"
            ).format(
                person=self._person(name),
                promised=speak(f"person{place}.promised"),
                hours=speak(f"person{place}.available"),
            )
            for place, name in enumerate(result.facts["people"])
            if place in result.facts["unsourced"] and name != who
        ]
        if not who:
            return unasked
        if not result.facts["named"]:
            place = result.facts["people"].index(who)
            said = _(
                "Nobody is named: whose {hours} a week are they? They are taken from: {source}. "
                "Who will notice?"
            )
            if not source:
                said = _(
                    "Nobody is named: whose {hours} a week are they, and what are they taken from?"
                )
            hours = speak(f"person{place}.promised")
            return [said.format(hours=hours, source=source), *unasked]
        if source:
            said = _(
                "{person} takes these hours from: {source}. Who will notice that this is no longer "
                "done?"
            )
            return [said.format(person=self._person(who), source=source), *unasked]
        said = _(
            "{person} has not said what the hours are taken from. An hour that is not taken from "
            "something else does not exist."
        )
        return [said.format(person=self._person(who)), *unasked]
