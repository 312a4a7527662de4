"""Lesson 02: one list of popular networks, and what fits whom."""

from collections.abc import Iterable

from helpers import company
from helpers.data.tables import NONE
from helpers.lessons import fit_firms
from helpers.lessons.ten_calls import OwnTest, own_test, weekly_of
from helpers.lessons.whose import firm
from helpers.models import days, fit, mirror
from helpers.models.mirror import LEFT, RIGHT
from helpers.models.result import Quantity, Result, Sheet
from helpers.studio.lesson import Lesson
from helpers.studio.prediction import Question
from helpers.studio.studio import Studio
from helpers.studio.tolerance import Among
from helpers.views.best_fits import BestFits
from helpers.views.canvas import View
from helpers.views.mirror import MirrorView
from helpers.views.mirror_words import place_name
from helpers.views.walk import Step, Walk
from helpers.views.words import Speaker
from helpers.words import locale
from helpers.words.locale import _, in_words

PAIR = ("software", "cosmetics")
"""The two example firms of the picture, left and right."""


class PopularIsNotFit(Lesson):
    """Popular counts people.

    Fit counts three things: my people in the mood for me, my aim, and what I can make. Without
    enough of the first, the others do not count.
    """

    slug = "popular_is_not_fit"
    cited = (
        "audi-296",
        "orga-015",
        "rule-005",
        "rule-015",
        "rule-016",
        "rule-017",
        "rule-019",
        "rule-021",
    )

    def question(self) -> Question:
        listed = self._chain().facts["listed"]
        text = _(
            "The partner goes down the list, and the money lasts for {pages} pages: {networks}. "
            "For how many of the {firms} firms is the best network one of these?"
        ).format(
            pages=in_words(len(listed)),
            networks=locale.listing([self.tables.name("network", n) for n in listed]),
            firms=in_words(len(company.cases())),
        )
        options = (
            (_("one at most"), "0-1"),
            (_("two"), "2"),
            (_("three"), "3"),
            (_("four"), "4"),
            (_("five or six"), "5-6"),
        )
        answer = self._chain().value("fit.firms")
        keys = [key for _words, key in options]
        right = next(key for key in keys if answer <= int(key.split("-")[-1]))
        few, many = self._replies()
        place = keys.index(right)
        replies = {**dict.fromkeys(keys[:place], few), **dict.fromkeys(keys[place + 1 :], many)}
        close = Among(right=(right,))
        return Question(text, unit="firms", options=options, close=close, replies=replies)

    def _replies(self) -> tuple[str, ...]:
        """What is missed by whoever trusts the list too little, and by whoever does too much."""
        leads, listed = (self._chain().facts[fact] for fact in ("fit.leads", "listed"))
        inside, outside = (
            {firm: network for firm, network in leads.items() if (network in listed) is on}
            for on in (True, False)
        )
        few = _("Too few: popular and fit do meet. {network} is the best network for {firms}.")
        many = _("Too many: {network} is the best network for {firms}, outside the three.")
        return tuple(
            said.format(network=self._either(found.values()), firms=locale.listing(list(found)))
            for said, found in ((few, inside), (many, outside))
        )

    def truth(self) -> Quantity:
        return self._chain()["fit.firms"]

    def _chain(self) -> Result:
        """From popularity to fit, for the example firms; and what the other pages take."""

        def make() -> Result:
            cases, tables = company.cases(), self.tables
            firms = {case.name: fit.situation(case, tables) for case in cases.values()}
            found, sheet = mirror.down_the_list(firms, tables), Sheet()
            listed = found.facts["listed"]
            more = [
                days.beside(case, tables, best, listed)
                for case in cases.values()
                if (best := found.facts["fit.leads"][case.name]) in listed
            ]
            sheet.add("others", len(listed) - 1, "count")
            sheet.add("more.least", min(more, default=0), "working days")
            sheet.add("more.most", max(more, default=0), "working days")
            return found.joined(sheet.result())

        return self.once("chain", make)

    def walk(self) -> Walk:
        result = self._chain()
        speak, facts = Speaker(result), result.facts
        said = {
            "popularity": _("By the list alone, {leads} is best for everybody: {count}."),
            "customers": _(
                "By their ages and the ten asked, the buyers of each firm use {leads} most, too: "
                "still {count}."
            ),
            "audience": _(
                "Weighed by the mood for us, {away} leads for {lost}, outside the three: {count} "
                "are left."
            ),
            "fit": _(
                "With aim and what can be made, {inside} is the best network of those left: "
                "{count}."
            ),
        }
        steps = []
        for stage, words in said.items():
            leads = facts[f"{stage}.leads"]
            outside = {name: n for name, n in leads.items() if n not in facts["listed"]}
            if stage == "audience" and not outside:
                words = _("Weighed by the mood for us, {inside} leads: {count}.")
            key = f"{stage}.firms"
            fields = {
                "leads": self._either(leads.values()),
                "away": self._either(outside.values()),
                "inside": self._either(n for n in leads.values() if n in facts["listed"]),
                "lost": locale.listing(list(outside)),
                "count": speak.plural("{number} firm", "{number} firms", key),
            }
            steps.append(Step(words.format(**fields), key))
        why = _(
            "Lists print how many people are there. What these think of while they are there "
            "stands in no survey. Still, three pages reach the best network of {count} of {firms} "
            "firms. The price: two more pages for each, {least} to {most} working days a year."
        )
        first = facts["listed"][0]
        if first not in facts["fit.leads"].values():
            none = _("{network}, number one of the list, is best for none of the {firms} firms.")
            why = f"{none} {why}"
        why = why.format(
            network=self.tables.name("network", first),
            count=speak.bare("fit.firms"),
            firms=speak.bare("firms"),
            least=speak.bare("more.least"),
            most=speak.bare("more.most"),
        )
        return Walk(result, tuple(steps), why)

    def _either(self, networks: Iterable[str]) -> str:
        """Each of these networks once, by name."""
        names = [self.tables.name("network", n) for n in dict.fromkeys(networks)]
        return locale.either(names)

    def example_picture(self) -> tuple[View, Result]:
        sides = []
        for key, case in zip((LEFT, RIGHT), PAIR, strict=True):
            known = company.case(case)
            note = self.tables.name("market", known.market)
            situation = fit.situation(known, self.tables)
            sides.append(mirror.side(situation, self.tables, key, known.name, note))
        return MirrorView(self.tables), mirror.both(*sides, self.tables)

    def example_steps(self, result: Result, speak: Speaker) -> list[str]:
        facts, name = result.facts, self.tables.name
        one, other = facts[f"{LEFT}.ranking"][0], facts[f"{RIGHT}.ranking"][0]
        fields = {
            "one": name("network", one),
            "other": name("network", other),
            "left": facts[f"{LEFT}.name"],
            "right": facts[f"{RIGHT}.name"],
        }
        people = _(
            "{firm}: {here} of its people are there, and the mood for us is {mood}: a usable "
            "audience of {share}."
        )

        def audience(key: str) -> str:
            said = people.format(
                firm=facts[f"{key}.name"],
                here=speak(f"{key}.{one}.here"),
                mood=speak(f"{key}.{one}.mood"),
                share=speak(f"{key}.{one}.audience"),
            )
            out = one in facts[f"{key}.out"]
            return " ".join([said, _("That is too small: out.")]) if out else said

        return [
            _("{one} is {place} on the list: {share} of adults use it.").format(
                **fields,
                place=place_name(facts["popular"].index(one) + 1),
                share=speak(f"{one}.popularity"),
            ),
            audience(LEFT),
            audience(RIGHT),
            self._made_of(one, result, speak),
            _(
                "{one} fits {left} with {best}, the best of all; {other} fits {right} with {fit}, "
                "and {left} with {less}."
            ).format(
                **fields,
                best=speak(f"{LEFT}.{one}.fit"),
                fit=speak(f"{RIGHT}.{other}.fit"),
                less=speak(f"{LEFT}.{other}.fit"),
            ),
            _("Website first has {fit} for {left} and {less} for {right}.").format(
                **fields, fit=speak(f"{LEFT}.{NONE}.fit"), less=speak(f"{RIGHT}.{NONE}.fit")
            ),
            *self._lifted(result, speak),
        ]

    def _made_of(self, network: str, result: Result, speak: Speaker) -> str:
        """From the usable audience to the fit: what aim, people and craft give of it."""
        said = _(
            "{network} for {firm}: the aim gives {aim} of {most_aim}, the people {people} of "
            "{most_people} ({share}), what can be made {made} of {most_made}: together {fit}."
        )
        parts = {"aim": "purpose", "people": "audience", "made": "content"}
        given = {name: speak.bare(f"{LEFT}.{network}.{of}_part") for name, of in parts.items()}
        most = {f"most_{name}": speak.bare(f"{LEFT}.most_{of}") for name, of in parts.items()}
        return said.format(
            network=self.tables.name("network", network),
            firm=result.facts[f"{LEFT}.name"],
            share=speak(f"{LEFT}.{network}.audience"),
            fit=speak(f"{LEFT}.{network}.fit"),
            **given,
            **most,
        )

    def _lifted(self, result: Result, speak: Speaker) -> Iterable[str]:
        """What stands behind the plus in the table, where the lift is largest."""
        lifted = max(result.facts["popular"], key=lambda n: result.value(f"{LEFT}.{n}.lift"))
        if result.value(f"{LEFT}.{lifted}.lift") > 0:
            yield _(
                "Staff of {firm} post under their own names: on {network} that lifts the mood by "
                "{lift}, from {rated} to {mood}."
            ).format(
                lift=speak.bare(f"{LEFT}.{lifted}.lift"),
                rated=speak.bare(f"{LEFT}.{lifted}.rated"),
                mood=speak.bare(f"{LEFT}.{lifted}.mood"),
                firm=result.facts[f"{LEFT}.name"],
                network=self.tables.name("network", lifted),
            )

    def explore_studio(self) -> Studio:
        return fit_firms.studio(self, self._before)

    def _before(self, key: str) -> Result:
        """A firm as it is, which no other control changes."""

        def make() -> Result:
            known = firm(key, self.company)
            situation = fit.situation(known, self.tables)
            return mirror.side(situation, self.tables, LEFT, _("as it is"), known.name)

        return self.once(f"before {key}", make)

    def listed(self) -> tuple[str, ...]:
        """All networks: those that the company argues about first."""
        return tuple(dict.fromkeys([*self.company.networks, *self.tables.network_keys]))

    def own_studio(self) -> Studio:
        tables, networks = self.tables, self.listed()

        def model(state: OwnTest) -> Result:
            typed_ages = state.young, state.thirties, state.fifties, state.old
            ages = dict(zip(tables.keys("age"), typed_ages, strict=True))
            able = state.text, state.photo, state.short_video, state.long_video
            typed = {n: round(count) for n, count in zip(networks, weekly_of(state), strict=True)}
            asked = round(state.asked)
            changed = self.company.changed(
                asked=asked,
                weekly=typed,
                ages=ages,
                content=dict(zip(tables.keys("format"), able, strict=True)),
            )
            situation = fit.situation(changed, tables)
            least = tables.default("least_audience")
            answered = fit.answer(situation, tables, least)
            over = tuple(n for n, count in typed.items() if count > asked)
            moods = fit.moods(situation, tables)
            idle = tuple(n for n, count in typed.items() if count and not moods[n])
            facts = Result({}, facts={"over": over, "idle": idle})
            return answered.joined(mirror.by_age(situation, ages, tables)).joined(facts)

        return Studio(self, own_test(len(networks)), model, BestFits(tables))

    def decisions(self) -> Iterable[tuple[str, str]]:
        return [
            (_("We ask ten of our people before we go on"), "ask"),
            (_("We go on with the network that fits best"), "go"),
            (_("Website first, and no network for now"), NONE),
        ]
