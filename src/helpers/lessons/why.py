"""Lesson 01: one firm under seven whys, and none; an objective that somebody can miss."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from helpers import company
from helpers.data.tables import NONE
from helpers.lessons.whose import ASKED, OURS, firm, is_own
from helpers.lessons.why_controls import NOBODY, TEN, TODAY, Coins, Why, bands, wanted
from helpers.models import fit, whys
from helpers.models.result import Quantity, Result
from helpers.studio.exercises.objective import ObjectiveBuilder
from helpers.studio.guard import shown
from helpers.studio.lesson import Lesson
from helpers.studio.part import Part
from helpers.studio.prediction import Question
from helpers.studio.studio import Preset, Studio
from helpers.studio.tolerance import Among
from helpers.views.best_fits import BestFits
from helpers.views.canvas import View
from helpers.views.walk import Step, Walk
from helpers.views.whys import WhysView
from helpers.views.words import Speaker
from helpers.words import locale
from helpers.words.locale import _, in_words

WORKED = ("community", "leads", "recruiting")
"""The aims that the table of the prediction works out."""


class WhyLesson(Lesson):
    """Without a why: the same answer whatever you want, and no way to know if it is right."""

    slug = "why"

    @property
    def has_own_firm(self) -> bool:
        """Whether the company at work is no example."""
        return is_own(self.company, self.tables)

    def question(self) -> Question:
        text = _(
            "Nobody says why, so {firm} gets {network}: best on average, by a hair. For how many "
            "of the {aims} aims is {network} also best, or nearly (less than half a point behind)?"
        )
        result = self._whys(ASKED)
        text = text.format(
            aims=in_words(len(self.tables.keys("purpose"))),
            firm=result.facts["firm"],
            network=self._named(result.facts["silent"]),
        )
        right = result.value("right")
        band = next(key for _words, key in bands() if right <= int(key.split("-")[-1]))
        return Question(text, unit="aims", options=bands(), close=Among(right=(band,)))

    def truth(self) -> Quantity:
        return self._whys(ASKED)["right"]

    def comparison(self, committed: Mapping[str, object] | None) -> str:
        """The answer; and for which aims silence is right, to whoever found too few."""
        told = super().comparison(committed)
        if committed is None or self.is_right(committed):
            return told
        found = self._whys(ASKED)
        if int(str(committed["value"])[0]) > found.value("right"):
            return told  # the walk shows what was overlooked
        silent, order = found.facts["silent"], found.facts["even_order"]
        others = [self._named(option) for option in order if option not in (silent, NONE)]
        said = _(
            "{network} is right for {aims}. The words of the aims alone show fewer: by the two "
            "last rows of the table, {others} lose a good point, and a tie counts as right."
        ).format(
            network=self._named(silent),
            others=locale.listing(others),
            aims=locale.listing([self.tables.name("purpose", aim) for aim in found.facts["right"]]),
        )
        return f"{told} {said}"

    def walk(self) -> Walk:
        situation = fit.situation(company.case(ASKED), self.tables)
        result = whys.walk(situation, self.tables, company.case(ASKED).name, WORKED)
        cases = [fit.situation(case, self.tables) for case in company.cases().values()]
        result = result.joined(whys.of_all(self.tables, cases))
        if self.has_own_firm:
            ours = replace(self._whys(OURS)["right"], key="own_right")
            result = result.joined(Result({ours.key: ours}))
        speak, facts = Speaker(result), result.facts
        silent = self._named(facts["silent"])
        naive = _(
            "{network} is best on average, {mean} of ten, in a tie with {other} ({next}). "
            "{lost} are seen to go to others; {left} are left for it, as it seems."
        ).format(
            lost=locale.listing([self.tables.name("purpose", aim) for aim in facts["lost"]]),
            left=speak.plural("{number} aim", "{number} aims", "hoped"),
            network=silent,
            mean=speak.bare("even.best"),
            other=self._named(facts["even_order"][1]),
            next=speak.bare("even.next"),
        )
        steps = [Step(naive, "hoped")]
        for option, aims in facts["won"].items():
            words = _("It also loses to {option} on {aims}. {left}.").format(
                aims=locale.listing([self.tables.name("purpose", aim) for aim in aims]),
                option=self._named(option),
                left=speak.plural(
                    "{number} aim is left", "{number} aims are left", f"left.{option}"
                ),
            )
            steps.append(Step(words, f"left.{option}"))
        return Walk(result, tuple(steps), " ".join(self._why_most_are_wrong(result, speak)))

    def _why_most_are_wrong(self, result: Result, speak: Speaker) -> Iterable[str]:
        """Why most people stop at the network, what speaks for it, and what their own firm gets."""
        silent = result.facts["silent"]
        if silent != NONE:
            yield _(
                "Whoever counts too many hears who buys, thinks of {network}, and stops. Of the "
                "people wanted, {there} can be won there; {searching} search and do not find the "
                "firm."
            ).format(
                network=self._named(silent),
                searching=speak(f"people.{NONE}"),
                there=speak(f"people.{silent}"),
            )
        yield _(
            "Where silence is wrong, it costs {firm} {least} to {most} points of ten, most for "
            "{aim}."
        ).format(
            firm=result.facts["firm"],
            least=speak.bare("short.least"),
            most=speak.bare("short.most"),
            aim=self.tables.name("purpose", result.facts["order"][-1]),
        )
        following = result.facts["even_order"][1]
        said = _("Had the tie gone to {other}, silence would be right for {right}: other ones.")
        if result.value(f"right_of.{following}") == result.value("right"):
            said = _(
                "If the tie goes to {other} instead, silence is again right for {right}, but for "
                "other ones."
            )
        yield said.format(
            other=self._named(following),
            right=speak.plural("{number} aim", "{number} aims", f"right_of.{following}"),
        )
        yield _(
            "In fairness: over the {firms} example firms silence is right for {right} of {all} "
            "aims, ties counted. That is {least} to {most} a firm. For yours you cannot know "
            "before you ask."
        ).format(
            firms=speak.bare("firms"),
            right=speak.bare("all_right"),
            all=speak.bare("all_aims"),
            least=speak.bare("least"),
            most=speak.bare("most"),
        )
        if "own_right" in result:
            yield _("Without a why, {firm} would get {network}, right for {right}.").format(
                firm=self.company.name,
                network=self._named(self._whys(OURS).facts["silent"]),
                right=speak.plural("{number} aim", "{number} aims", "own_right"),
            )

    def example_picture(self) -> tuple[View, Result]:
        return WhysView(self.tables), self._whys(self.example_case)

    def example_steps(self, result: Result, speak: Speaker) -> list[str]:
        facts = result.facts
        names = {option: self._named(option) for option in result.options}
        silent, following = (names[option] for option in facts["even_order"][:2])
        steps = [
            _(
                "With all aims alike, {network} has {fit} and {other} {less}: without a why the "
                "hotel gets {network}."
            ).format(
                network=silent, other=following, fit=speak("even.best"), less=speak("even.next")
            ),
            _("Aim by aim, that is right for {right} of {aims}.").format(
                right=speak.bare("right"),
                aims=speak.plural("{number} aim", "{number} aims", "aims"),
            ),
        ]
        for aim in facts["order"]:
            fields = {
                "aim": self.tables.name("purpose", aim),
                "first": names[facts["first"][aim]],
                "fit": speak(f"{aim}.best"),
            }
            if aim not in facts["right"]:
                sentence = _("{aim}: {first} has {fit}, {network} only {less}.")
                fields |= {"network": silent, "less": speak(f"{aim}.silent")}
            elif aim in facts["tied"]:
                sentence = _(
                    "{aim}: {first} has {fit} and {second} {less}. That is a tie: hours or people "
                    "have to settle it."
                )
                fields |= {"second": names[facts["second"][aim]], "less": speak(f"{aim}.next")}
            else:
                continue
            steps.append(sentence.format(**fields))
        steps.append(
            _("Right more often than not, but nobody has checked: nobody asked for the aim.")
        )
        return steps

    def _named(self, option: str) -> str:
        """An option within a sentence."""
        return _("website first") if option == NONE else self.tables.name("network", option)

    def explore_studio(self) -> Studio:
        asked = company.case(ASKED)
        start = [asked.purposes[wanted(place)] or 0.0 for place in (0, 1)]
        presets = {
            "silent": Preset(_("Nobody says why"), {"first": NOBODY}),
            "enquiries": Preset(_("Only enquiries"), {"first": "leads", "coins": 10.0}),
            "written": Preset(
                _("As the owner wrote it later ({coins} : {rest})").format(
                    coins=locale.plain(start[0]), rest=locale.plain(start[1])
                ),
                {"coins": start[0]},
            ),
            "visits": Preset(_("Only visits to our site"), {"first": "traffic", "coins": 10.0}),
        }
        if self.has_own_firm:
            first, second = self.order[:2]
            ours = {"first": first, "second": second, "firm": OURS}
            ours["coins"] = float(self.company.purposes[first] or 0.0)
            presets["ours"] = Preset(_("Yours, as you wrote it"), ours)
        return Studio(self, Why, self._explored, WhysView(self.tables), presets)

    def _explored(self, state: Why) -> Result:
        coins: dict[str, float] = {}
        if state.first != NOBODY:
            coins = {state.second: 10 - state.coins}
            coins[state.first] = coins.get(state.first, 0) + state.coins
            coins = dict(sorted(coins.items(), key=lambda item: item[0] != state.first))
        situation = fit.situation(self._firm(state.firm, state.found), self.tables)
        mixed = whys.mixed(situation, self.tables, coins)
        tried = Result({}, facts={"tried": state.found != TODAY})
        answer = self._whys(state.firm, state.found)
        mixed = mixed.joined(whys.price(mixed, answer.facts["silent"]))
        return answer.joined(mixed).joined(tried)

    def _firm(self, key: str, found: str) -> company.Company:
        """A firm as it is, or with so many of ten searches that find it."""
        known = firm(key, self.company)
        return known if found == TODAY else known.changed(first_page=int(found) / TEN)

    def _whys(self, key: str, found: str = TODAY) -> Result:
        """The answers of a firm under every why, whatever the coins."""

        def make() -> Result:
            known = self._firm(key, found)
            return whys.answer(fit.situation(known, self.tables), self.tables, known.name)

        return self.once(f"whys of {key}, found {found}", make)

    @property
    def order(self) -> list[str]:
        """The purposes by the company's coins, most first."""
        return sorted(self.tables.keys("purpose"), key=lambda p: -self.company.purposes[p])

    def own_studio(self) -> Studio:
        tables = self.tables

        def model(state: Coins) -> Result:
            situation = fit.situation(self.company, tables)
            wanted = replace(situation, purposes=self._two(state))
            return fit.answer(wanted, tables, tables.default("least_audience"))

        return Studio(self, Coins, model, BestFits(tables))

    def _two(self, state: Coins) -> dict[str, float]:
        """Ten coins: the first purpose as set, the second what is left.

        A third purpose of the company and further ones keep theirs as far as there is any left,
        so that a firm with three purposes is the same firm here as everywhere. What its first
        two had goes to those that are chosen now.
        """
        chosen = {state.first, state.second}
        rest = 10 - state.coins
        coins = dict.fromkeys(self.tables.keys("purpose"), 0.0)
        for purpose in self.order[2:]:
            if purpose not in chosen:
                coins[purpose] = min(self.company.purposes[purpose] or 0.0, rest)
                rest -= coins[purpose]
        coins[state.second] += rest
        coins[state.first] += state.coins
        return coins

    def changes(self, studio: Studio) -> Mapping[str, object]:
        return {"purposes": self._two(studio.state)}

    @shown
    def objective(self) -> Part:
        """Five whys and an objective with its five parts."""
        self._check()
        return self._kept("objective", lambda: ObjectiveBuilder(self.company, self.save))

    def decisions(self) -> Iterable[tuple[str, str]]:
        return [
            (_("We have a why: go on to where"), "go"),
            (_("We go back and ask why again"), "ask"),
            (_("The why can be served without a network"), NONE),
        ]
