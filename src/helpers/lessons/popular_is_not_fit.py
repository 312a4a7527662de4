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
    is_moved,
    of_ten,
    own_test,
    weekly_of,
    what_differs,
)
from helpers.lessons.whose import ASKED, OURS, firm, is_own
from helpers.models import fit, mirror
from helpers.models.mirror import LEFT, RIGHT
from helpers.models.result import Quantity, Result
from helpers.studio.lesson import Lesson
from helpers.studio.prediction import Question
from helpers.studio.studio import Preset, Studio
from helpers.studio.tolerance import Among
from helpers.views.best_fits import BestFits
from helpers.views.canvas import View
from helpers.views.mirror import MirrorView
from helpers.views.mirror_words import place_name
from helpers.views.walk import Step, Walk
from helpers.views.words import Speaker
from helpers.words.locale import _, in_words

PAIR = ("software", "cosmetics")
"""The two example firms of the picture, left and right; the first is that of the prediction."""


class PopularIsNotFit(Lesson):
    """Popular counts people.

    Fit counts my people in the mood for me, my aim and what I can make.
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

    @property
    def has_own_firm(self) -> bool:
        """Whether the company at work is no example."""
        return is_own(self.company, self.tables)

    def question(self) -> Question:
        text = _(
            "On which place of the list of {networks} networks stands the one that fits {firm} "
            "best?"
        ).format(networks=in_words(len(self._places())), firm=company.case(PAIR[0]).name)
        options = tuple((place_name(place), str(place)) for place in self._places())
        return Question(text, unit="place", options=options, close=self._close())

    def _places(self) -> range:
        return range(1, len(self.tables.network_keys) + 1)

    def _close(self) -> Among:
        """The place itself is right; the place above and the place below are close."""
        answer = round(self._right().value)
        beside = (answer - 1, answer + 1)
        close = tuple(str(place) for place in beside if place in self._places())
        return Among(right=(str(answer),), close=close)

    def truth(self) -> Quantity:
        return self._right()

    def _right(self) -> Quantity:
        return self._chain()["first.fit.place"]

    def _chain(self) -> Result:
        """From popularity to fit, for the firm of the prediction."""

        def make() -> Result:
            return mirror.walk(fit.situation(company.case(PAIR[0]), self.tables), self.tables)

        return self.once("chain", make)

    def walk(self) -> Walk:
        result = self._chain()
        speak = Speaker(result)
        said = {
            "popularity": _("On the list {lead} is number one, with {share} of adults: {place}."),
            "customers": _(
                "By their ages and its own ten, {share} of the buyers of {firm} are on {lead} and "
                "{less} on {other}: still {place}."
            ),
            "audience": _(
                "On {other} the mood for us is {mood}: a usable audience of {less}, on {lead} "
                "{share}; now {place}."
            ),
            "fit": _(
                "With aim and what can be made, {lead} fits with {share}, {other} with "
                "{less}: the best network has {place}."
            ),
        }
        steps = [
            Step(
                words.format(
                    firm=company.case(PAIR[0]).name,
                    lead=self.tables.name("network", result.facts[f"lead.{stage}"]),
                    other=self.tables.name("network", result.facts[f"second.{stage}"]),
                    share=speak(f"first.{stage}.lead"),
                    less=speak(f"first.{stage}.second"),
                    mood=speak("first.mood"),
                    place=speak(f"first.{stage}.place"),
                ),
                f"first.{stage}.place",
            )
            for stage, words in said.items()
        ]
        why = _(
            "We judge by the first figure of this chain, because it is the only one that is "
            "printed. Whether our own people think of our trade while they are there stands in no "
            "survey."
        )
        return Walk(result, tuple(steps), why)

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
        moved = is_moved(state, known)
        now = mirror.side(situation, self.tables, RIGHT, name, note)
        result = mirror.both(self._before(whose), now, self.tables)
        return result.joined(Result({}, facts={"firm": known.name, "moved": moved}))

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
            ages = state.young, state.thirties, state.fifties, state.old
            able = state.text, state.photo, state.short_video, state.long_video
            typed = {n: round(count) for n, count in zip(networks, weekly_of(state), strict=True)}
            asked = round(state.asked)
            changed = self.company.changed(
                asked=asked,
                weekly=typed,
                ages=dict(zip(tables.keys("age"), ages, strict=True)),
                content=dict(zip(tables.keys("format"), able, strict=True)),
            )
            situation = fit.situation(changed, tables)
            least = tables.default("least_audience")
            answered = fit.answer(situation, tables, least)
            over = tuple(n for n, count in typed.items() if count > asked)
            moods = fit.moods(situation, tables)
            idle = tuple(n for n, count in typed.items() if count and not moods[n])
            facts = Result({}, facts={"over": over, "idle": idle})
            return answered.joined(mirror.by_age(situation, tables)).joined(facts)

        return Studio(self, own_test(len(networks)), model, BestFits(tables))

    def decisions(self) -> Iterable[tuple[str, str]]:
        return [
            (_("We ask ten of our people before we go on"), "ask"),
            (_("We go on with the network that fits best"), "go"),
            (_("Website first, and no network for now"), NONE),
        ]
