"""Lesson 02: one list of popular networks, and what fits whom."""

from collections.abc import Iterable, Mapping

from helpers import company
from helpers.data.tables import NONE
from helpers.lessons.ten_calls import (
    PEOPLE,
    TESTED,
    Choices,
    ChoicesOfOurs,
    OwnTest,
    of_ten,
    what_differs,
)
from helpers.lessons.whose import ASKED, OURS, firm, is_own
from helpers.models import fit, mirror
from helpers.models.mirror import LEFT, RIGHT
from helpers.models.result import Quantity, Result
from helpers.studio.lesson import Lesson
from helpers.studio.prediction import Question
from helpers.studio.studio import Preset, Studio
from helpers.studio.tolerance import Within
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
    """Popular is where people are; fit is where my people listen to me."""

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

    @property
    def has_own_firm(self) -> bool:
        """Whether the company at work is no example."""
        return is_own(self.company, self.tables)

    def question(self) -> Question:
        text = _(
            "For how many of the {firms} example firms is {network}, number one of the list, the "
            "best of the {networks} networks?"
        ).format(
            firms=in_words(len(company.cases())),
            network=self.tables.name("network", mirror.popular(self.tables)[0]),
            networks=in_words(len(self.tables.network_keys)),
        )
        high = len(company.cases())
        return Question(text, unit="firms", low=0, high=high, close=Within(close=1))

    def truth(self) -> Quantity:
        return self._chain()["first.fit"]

    def _chain(self) -> Result:
        """From popularity to fit, for all example firms, and in figures for one firm."""

        def make() -> Result:
            cases = [fit.situation(case, self.tables) for case in company.cases().values()]
            shown = fit.situation(self._shown, self.tables)
            return mirror.walk(cases, shown, self.tables)

        return self.once("chain", make)

    @property
    def _shown(self) -> company.Company:
        """The firm whose figures the walk tells: our own, or the one of the prediction."""
        return self.company if self.has_own_firm else company.case(ASKED)

    def walk(self) -> Walk:
        result = self._chain()
        speak = Speaker(result)
        fields = {
            "network": self.tables.name("network", result.facts["popular"]),
            "best": self.tables.name("network", result.facts["best"]),
            "firm": self._shown.name,
        }
        said = {
            "popularity": _("{share} of adults use {network}, more than any other network."),
            "ages": _("Of people as old as the buyers of {firm}, {share} do."),
            "customers": _("With its own customers counted in, {share} of its people are there."),
            "audience": _(
                "And in a mood for its trade: {share}. {best} has {less} of adults on the list, "
                "and {other} of its people in such a mood."
            ),
            "fit": _(
                "With what the firm wants and can make, {network} has a fit of {share} for it, "
                "and {best} {other}."
            ),
        }
        steps = []
        before: tuple[str, ...] = ()
        for stage, words in said.items():
            told = words.format(
                **fields,
                share=speak(f"popular.{stage}"),
                other=speak(f"best.{stage}"),
                less=speak("best.popularity"),
            )
            count = _(
                "Counted for every example firm by its own figures: {network} is the first "
                "network for {number} of {all}."
            ).format(
                network=fields["network"],
                number=speak.bare(f"first.{stage}"),
                all=speak.plural("{number} firm", "{number} firms", "firms"),
            )
            leaders = result.facts[f"leaders.{stage}"]
            if before and leaders != before:  # the count falls: say who comes first instead
                count = f"{count} {self._by_firm(leaders)}"
            before = leaders
            steps.append(Step(f"{told} {count}", f"first.{stage}"))
        why = _(
            "We judge by the first figure of this chain, because it is the only one that is "
            "printed. Whether our own people think of our trade while they are there stands in no "
            "survey."
        )
        return Walk(result, tuple(steps), why)

    def _by_firm(self, leaders: tuple[str, ...]) -> str:
        """Which network is first for which example firms."""
        firms: dict[str, list[str]] = {}
        for case, network in zip(company.cases().values(), leaders, strict=True):
            firms.setdefault(network, []).append(case.name)
        sentence = _("{network} is first for {firms}.")
        return " ".join(
            sentence.format(network=self.tables.name("network", n), firms=locale.listing(names))
            for n, names in firms.items()
        )

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
        last = _("{share} are in a mood for it, and the fit is {fit}.")
        if one in facts[f"{RIGHT}.out"]:
            last = _("{share} are in a mood for it, fewer than {least}: out before any score.")
        return [
            _("{one} is {place} on the list: {share} of adults use it.").format(
                **fields,
                place=place_name(facts["popular"].index(one) + 1),
                share=speak(f"{one}.popularity"),
            ),
            _(
                "{left}: {here} of the people wanted are there, {share} in a mood for its trade. "
                "The fit is {fit}, the best of all."
            ).format(
                **fields,
                here=speak(f"{LEFT}.{one}.here"),
                share=speak(f"{LEFT}.{one}.audience"),
                fit=speak(f"{LEFT}.{one}.fit"),
            ),
            _("{right}: {here} are there. {last}").format(
                **fields,
                here=speak(f"{RIGHT}.{one}.here"),
                last=last.format(
                    share=speak(f"{RIGHT}.{one}.audience"),
                    least=speak("least_audience"),
                    fit=speak(f"{RIGHT}.{one}.fit"),
                ),
            ),
            _("{other} the other way round: {fit} for {right}, {less} for {left}.").format(
                **fields,
                fit=speak(f"{RIGHT}.{other}.fit"),
                less=speak(f"{LEFT}.{other}.fit"),
            ),
            _("Website first has {fit} for {left} and {less} for {right}.").format(
                **fields, fit=speak(f"{LEFT}.{NONE}.fit"), less=speak(f"{RIGHT}.{NONE}.fit")
            ),
        ]

    def explore_studio(self) -> Studio:
        presets = {
            "nobody": Preset(_("Nobody of ten"), {"weekly": 0.0}),
            "everybody": Preset(_("Ten of ten"), {"weekly": float(PEOPLE)}),
            "films": Preset(_("Films that customers praise"), {"films": 4.0}),
            "local": Preset(_("Sold to neighbours"), {"market": "b2c_local"}),
        }
        state: type = Choices
        if self.has_own_firm:
            presets["ours"] = Preset(_("Yours, as it is"), self._as_it_is())
            state = ChoicesOfOurs
        return Studio(self, state, self._explored, MirrorView(self.tables, True), presets)

    def _as_it_is(self) -> Mapping[str, object]:
        ours = self.company
        films = float(ours.content["long_video"])
        return {"firm": OURS, "weekly": of_ten(ours), "films": films, "market": ours.market}

    def _explored(self, state: Choices) -> Result:
        whose = state.firm if isinstance(state, ChoicesOfOurs) else ASKED
        known = firm(whose, self.company)
        asked = known.asked or PEOPLE
        weekly = {**known.weekly, TESTED: state.weekly * asked / PEOPLE}
        content = {**known.content, "long_video": state.films}
        changed = known.changed(asked=asked, weekly=weekly, content=content, market=state.market)
        situation = fit.situation(changed, self.tables)
        name, note = what_differs(state, known, self.tables)
        now = mirror.side(situation, self.tables, RIGHT, name, note)
        result = mirror.both(self._before(whose), now, self.tables)
        return result.joined(Result({}, facts={"firm": known.name}))

    def _before(self, key: str) -> Result:
        """A firm as it is, which no other control changes."""

        def make() -> Result:
            known = firm(key, self.company)
            situation = fit.situation(known, self.tables)
            return mirror.side(situation, self.tables, LEFT, _("as it is"), known.name)

        return self.once(f"before {key}", make)

    def argued(self) -> tuple[str, str]:
        """The two networks that the company argues about, or the first two of the course."""
        both = [*self.company.networks, *self.tables.network_keys]
        first = both[0]
        return first, next(n for n in both if n != first)

    def own_studio(self) -> Studio:
        tables = self.tables

        def model(state: OwnTest) -> Result:
            weekly = zip(self.argued(), (state.first, state.second), strict=True)
            ages = state.young, state.thirties, state.fifties, state.old
            able = state.text, state.photo, state.short_video, state.long_video
            changed = self.company.changed(
                asked=round(state.asked),
                weekly={**self.company.weekly, **{n: round(count) for n, count in weekly}},
                ages=dict(zip(tables.keys("age"), ages, strict=True)),
                content=dict(zip(tables.keys("format"), able, strict=True)),
            )
            situation = fit.situation(changed, tables)
            least = tables.default("least_audience")
            answered = fit.answer(situation, tables, least)
            typed = zip(self.argued(), (state.first, state.second), strict=True)
            over = tuple(n for n, count in typed if round(count) > round(state.asked))
            # Whom the file counts nobody for is not taken from the survey alone: it says so.
            silent = tuple(
                n
                for n in tables.network_keys
                if n not in self.argued() and not changed.weekly.get(n, 0)
            )
            facts = Result({}, facts={"over": over, "silent": silent})
            return answered.joined(mirror.by_age(situation, tables)).joined(facts)

        return Studio(self, OwnTest, model, BestFits(tables))

    def decisions(self) -> Iterable[tuple[str, str]]:
        return [
            (_("We ask ten of our people before we go on"), "ask"),
            (_("We go on with the network that fits best"), "go"),
            (_("Website first, and no network for now"), NONE),
        ]
