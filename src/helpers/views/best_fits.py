"""The best fits in short: what an own task ends with, as a few bars."""

from collections.abc import Sequence
from dataclasses import replace

from matplotlib.artist import Artist
from matplotlib.figure import Figure

from helpers.data.tables import NONE
from helpers.models.fit import apart
from helpers.models.result import Result
from helpers.views import palette, plane
from helpers.views.fit import FitView, how_often, not_made
from helpers.views.plane import Plane, box, wide
from helpers.views.words import Speaker, Table, Words, bare
from helpers.words import locale, units
from helpers.words.locale import _

BEST = 3
"""So many options, and whatever is in a tie with the last; website first is there in any case."""
BOTH = 2
HEAD, ROW, BAR, MARGIN, BESIDE = 22, 38, 24, 14, 10
NAME = 17


class BestFits(FitView):
    """The best options by fit, and website first in any case; words as for all of them."""

    def height(self, result: Result, width: int) -> int:
        return round(HEAD + 2 * 6 + ROW * len(self._shown(result)))

    @classmethod
    def _shown(cls, result: Result) -> tuple[str, ...]:
        """The three best, and no fourth left out that is in a tie with the third."""
        out = result.facts["screened"]
        left = tuple(option for option in result.facts["ranking"] if option not in out)
        tied = (n for n in left[BEST:] if cls._tie(result, left[BEST - 1], n))
        best = (*left[:BEST], *tied)
        return best if NONE in best else (*best, NONE)

    @staticmethod
    def _middle(place: int) -> float:
        """The height of the bar at a place, below what bars are measured in."""
        return HEAD + 6 + ROW * (place + 0.5)

    def key(self, result: Result) -> tuple:
        return self._shown(result)

    def build(self, figure: Figure, result: Result) -> Sequence[Artist]:
        self._plane = drawn = Plane(figure)
        shown = self._shown(result)
        names = [self._name(option) for option in shown]
        most = 0.4 * drawn.width
        self._zero = MARGIN + min(max(wide(name, NAME) for name in names), most) + BESIDE
        room = wide(units.number(1.0, "score") + _(", a tie"), NAME, True) + 2 * BESIDE
        self._pixels = (drawn.width - MARGIN - room - self._zero) / 10
        self._rows, self._figures = {}, {}
        unit = _("fit, of {most}").format(most=locale.number(10))
        drawn.text(unit, self._zero, 6 + HEAD / 2, color=drawn.colours["soft"])
        for place, (option, name) in enumerate(zip(shown, names, strict=True)):
            y = self._middle(place)
            drawn.text(plane.shortened(name, most, NAME), MARGIN, y, NAME)
            style = {"facecolors": self._tables.colour(option)}
            if option == NONE:  # no network: hatched, as everywhere
                style = {
                    "facecolors": drawn.colours["ground"],
                    "edgecolors": palette.SHARED,
                    "hatchcolor": palette.SHARED,
                    "hatch": "//",
                    "linewidths": 1.4,
                }
            self._rows[option] = drawn.boxes(**style)
            self._figures[option] = drawn.moving_text(NAME, weight="bold")
        ends = [(self._zero - 2, HEAD + 6), (self._zero - 2, HEAD + 6 + ROW * len(shown))]
        drawn.line(ends, drawn.colours["soft"], 1.6)
        return drawn.moving

    def words(self, result: Result) -> Words:
        words, speak = super().words(result), Speaker(result)
        told = (
            *self._not_made(result, speak),
            *self._of_the_tie(result, speak),
            *self._missed(result, speak),
        )
        words = replace(
            words,
            table=self._with_those_out(words.table, result),
            alt=self._alt(result, speak),
            remarks=(*told, *words.remarks),
            quoted=(*words.quoted, *speak.quoted),
        )
        if "by_age" not in result:
            return words
        speak = Speaker(result)
        remarks = (
            *self._of_the_test(result, speak),
            *self._of_the_ages(result, speak),
            *words.remarks,
            self._number_one(result, speak),
        )
        return replace(words, remarks=remarks, quoted=(*words.quoted, *speak.quoted))

    @staticmethod
    def _with_those_out(table: Table, result: Result) -> Table:
        """The table; its title says what stands in brackets, where a network is out."""
        if not result.facts["screened"]:
            return table
        caption = _("{caption}; out: in brackets, what it would score")
        return replace(table, caption=caption.format(caption=table.caption))

    def _number_one(self, result: Result, speak: Speaker) -> str:
        """What the most popular network comes to for this firm: popular is not fit."""
        first = result.facts["most_popular"]
        said = _("{share} of people as old as yours use {network}, number one of the list")
        if not result.value("ages.given"):
            said = _(
                "No ages given, so adults of all ages count: {share} use {network}, number one of "
                "the list"
            )
        said = said.format(share=speak("by_age"), network=self._name(first))
        if first in result.facts["screened"]:
            return _("{said}; for you its usable audience is too small.").format(said=said)
        fit = speak(f"{first}.fit")
        return _("{said}; its fit for you is {fit}.").format(said=said, fit=fit)

    def _alt(self, result: Result, speak: Speaker) -> str:
        """The bars as they stand: fewer than the table has rows."""
        bars = [f"{self._name(n)} {speak.bare(f'{n}.fit')}" for n in self._shown(result)]
        said = _("Bars of fit in points of ten: {bars}. The table below holds every option.")
        return said.format(bars=_("; ").join(bars))

    @staticmethod
    def _tie(result: Result, one: str, other: str) -> bool:
        apart_by = apart(result.value(f"{one}.fit"), result.value(f"{other}.fit"))
        return abs(apart_by) < result.value("tie")

    def _headline(self, result: Result, speak: Speaker) -> str:
        """As for all options; a tie of several is told as one, with website first among them."""
        left = [n for n in result.facts["ranking"] if n not in result.facts["screened"]]
        best = self._best(result)
        if best == NONE:
            return super()._headline(result, speak)
        level = [n for n in left if n == left[0] or self._tie(result, left[0], n)]
        networks = [n for n in left if n != NONE and (n == best or self._tie(result, best, n))]
        if len(networks) >= BOTH and self._behind(result):
            return _(
                "Website first ({none}) is ahead of every network; the best, in a tie, are "
                "{networks}."
            ).format(
                none=speak(f"{NONE}.fit"),
                networks=locale.listing(
                    [f"{self._name(n)} ({speak.bare(f'{n}.fit')})" for n in networks]
                ),
            )
        said, told = super()._headline(result, speak), {best}
        if {best, NONE} <= set(level):
            options = [f"{self._lower(n)} {speak.bare(f'{n}.fit')}" for n in level]
            said, told = self._tie_said(", ".join(options), result, speak), set(level)
        tied = [n for n in left if n not in (*told, NONE) and self._tie(result, best, n)]
        if self._all_ahead(result):
            options = [f"{self._name(n)} {speak.bare(f'{n}.fit')}" for n in level]
            said = _("A tie: {options}; all are ahead of website first ({none}).")
            if len(level) == BOTH:
                said = _("A tie: {options}; both are ahead of website first ({none}).")
            return said.format(options=", ".join(options), none=speak.bare(f"{NONE}.fit"))
        if tied:
            sentence = _("{network} is in a tie with {others}.")
            others = [f"{self._name(n)} ({speak.bare(f'{n}.fit')})" for n in tied]
            said = f"{said} " + sentence.format(
                network=self._name(best), others=locale.listing(others)
            )
        return said

    def _all_ahead(self, result: Result) -> bool:
        """Whether several networks are a tie, and website first is behind each of them."""
        left = [n for n in result.facts["ranking"] if n not in result.facts["screened"]]
        level = [n for n in left if n == left[0] or self._tie(result, left[0], n)]
        fits = {n: result.value(f"{n}.fit") for n in (*level, NONE)}
        return len(level) >= BOTH and all(
            n != NONE and apart(fits[n], fits[NONE]) >= result.value("tie") for n in level
        )

    def _behind(self, result: Result) -> bool:
        """Whether website first is ahead of the best network, and so of them all."""
        fits = [result.value(f"{n}.fit") for n in (NONE, self._best(result))]
        return apart(*fits) >= result.value("tie")

    def _tie_said(self, options: str, result: Result, speak: Speaker) -> str:
        """The options of a tie with their points."""
        return _("A tie: {options}.").format(options=options)

    def _of_the_tie(self, result: Result, speak: Speaker) -> list[str]:
        """Where the headline does not tell it: how often the best network beats website first."""
        best = self._best(result)
        if best == NONE:
            return []
        if not (self._tie(result, best, NONE) or self._all_ahead(result) or self._behind(result)):
            return []
        said = _(
            "With our estimates a little off, {network} would be ahead of website first {often}."
        )
        if result.value(f"{best}.beats_none") <= 0:
            said = _(
                "Even with our estimates a little off, {network} would not be ahead of website "
                "first."
            )
        return [said.format(often=how_often(result, best, speak), network=self._name(best))]

    def _missed(self, result: Result, speak: Speaker) -> list[str]:
        """The network that would be the best, or level with it, and is out before any score."""
        best, out = self._best(result), result.facts["screened"]
        missed = next((n for n in result.facts["ranking"] if n in out), NONE)
        if NONE in (best, missed):
            return []
        sentence = ""
        if self._tie(result, best, missed):
            sentence = _(
                "{network} would be in a tie with {fit}, but is out: fewer than {least} of your "
                "people are there in a mood for you."
            )
        elif result.value(f"{missed}.fit") > result.value(f"{best}.fit"):
            sentence = _(
                "{network} would be the best network with {fit}, but is out: fewer than {least} "
                "of your people are there in a mood for you."
            )
        if not sentence:
            return []
        fit, least = speak.bare(f"{missed}.fit"), speak("least_audience")
        return [sentence.format(network=self._name(missed), fit=fit, least=least)]

    def _not_made(self, result: Result, speak: Speaker) -> list[str]:
        """The best network where the firm can make nothing that is posted there."""
        best = self._best(result)
        if best == NONE or result.value(f"{best}.content") > 0:
            return []
        return [not_made(self._name(best), speak.bare(f"{best}.fit"))]

    @staticmethod
    def _best(result: Result) -> str:
        """The best network that is not out, if there is one."""
        out = (NONE, *result.facts["screened"])
        return next((n for n in result.facts["ranking"] if n not in out), NONE)

    def _lower(self, option: str) -> str:
        """An option within a sentence."""
        return _("website first") if option == NONE else self._name(option)

    @staticmethod
    def _of_the_ages(result: Result, speak: Speaker) -> list[str]:
        """Where the ages that were given are not all buyers, or more than all."""
        if not result.value("ages.given") or speak.alike("ages.given", "ages.all"):
            return []
        said = _("Your ages add up to {given}, not to {all}; we count them as if they did.")
        return [said.format(given=speak("ages.given"), all=speak("ages.all"))]

    def _of_the_test(self, result: Result, speak: Speaker) -> list[str]:
        """What the ten-people test counts for, where the typed figures cannot be taken as typed."""
        if not result.value("asked"):
            return [_("Nobody was asked: the survey alone counts.")]
        sentence = _("{network}: more answers than people asked, so it counts as all {asked}.")
        asked = speak.bare("asked")
        said = [sentence.format(network=self._name(n), asked=asked) for n in result.facts["over"]]
        sentence = _("{network}: the mood for us is 0 of 4 there, so it moves no fit.")
        return said + [sentence.format(network=self._name(n)) for n in result.facts["idle"]]

    def _name(self, option: str) -> str:
        return self._tables.name("network", option)

    def update(self, result: Result) -> None:
        shown = self._shown(result)
        best = next((option for option in shown if option != NONE), NONE)
        for place, option in enumerate(shown):
            y = self._middle(place)
            end = self._zero + 10 * self._pixels * result.value(f"{option}.fit")
            top = y - BAR / 2
            bars = [box(self._zero, top, end, top + BAR)] if end > self._zero else []
            self._rows[option].set_verts(bars)
            said = bare(result[f"{option}.fit"])
            above = (shown[0], best) if option != NONE else (shown[0],)
            if any(self._tie(result, other, option) for other in above if other != option):
                said += _(", a tie")
            self._plane.put(self._figures[option], said, end + BESIDE, y)
