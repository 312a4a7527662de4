"""Lesson 13: what an answer is worth before it is bought, and from when on a presence pays."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Annotated

from helpers import company
from helpers.company import Company
from helpers.findings import Findings
from helpers.lessons.whose import OURS, firm
from helpers.models import advice, company_plan, effort, pay_off, review, same_expert
from helpers.models.advice import Bet
from helpers.models.decision import Judgement
from helpers.models.gates import OFF, SKIPPED, gates
from helpers.models.judging import sells
from helpers.models.result import Quantity, Result
from helpers.studio.declared import CompanyField, Firm, Ledger, Subject
from helpers.studio.following import Following
from helpers.studio.lesson import Lesson
from helpers.studio.prediction import Question
from helpers.studio.studio import Preset, Presets, Studio
from helpers.studio.tolerance import Among
from helpers.views.break_even import BreakEvenView
from helpers.views.canvas import View
from helpers.views.mountain import MountainView
from helpers.views.mountain_words import no_sum
from helpers.views.walk import Step, Walk
from helpers.views.words import Speaker
from helpers.words.locale import N_, _, listing

STAKE, WINS, NEAR = "cosmetics", "machine_parts", "physiotherapy"
"""The firms of the prediction: most at stake, most to win for a euro at risk, nearest to a tie."""
ALIKE = "alike"
KEYS = ("odds", "sensitivity", "specificity", "fee")
"""What firms that are compared have in common."""
STAND_IN = "software"
"""The firm of the worked example, whose sums are shown where a firm has none."""


def _odds(lesson: "AskAnExpert") -> float:
    """The company's own odds, or the assumption."""
    own = lesson.company.odds
    return lesson.tables.default("odds") if own is None else own


def _visits(lesson: Subject) -> float:
    """The company's own figure, or the assumption."""
    return company_plan.visit_to_customer(lesson.company, lesson.tables)


@dataclass(frozen=True)
class Asking:
    """The state of the explore studio."""

    odds: Annotated[float, Ledger(start=_odds, group=N_("You and the expert"))]
    specificity: Annotated[float, Ledger()]
    fee: Annotated[float, Ledger()]
    sensitivity: Annotated[float, Ledger(group=N_("The eye for good cases"))]
    firm: Annotated[str, Firm(group=N_("Whose firm"))]


@dataclass(frozen=True)
class Paying:
    """The state of the own task."""

    contribution: Annotated[float, CompanyField(group=N_("What a customer leaves"))]
    turnover: Annotated[float, CompanyField()]
    customers_a_year: Annotated[
        float | None, CompanyField(optional=True, group=N_("What would have to be true"))
    ]
    visit_to_customer: Annotated[float, CompanyField(start=_visits)]
    odds: Annotated[float, CompanyField(start=_odds, group=N_("Your odds"))]


class AskAnExpert(Lesson):
    """Advice that cannot change my mind is worth nothing."""

    slug = "ask_an_expert"
    example_case = STAND_IN

    # Whose sums ------------------------------------------------------------------------

    def _stakes(self, known: Company) -> tuple[Judgement, Bet | None]:
        """The network that an expert would be asked about, and the bet on it: as in the memo."""

        def make() -> tuple[Judgement, Bet | None]:
            found = Findings(known, self.tables)
            network, own = found.stakes
            return found.decision[network], own

        return self.once(f"stakes of {known.about}", make)

    def asked_about(self, known: Company) -> Judgement:
        """The network that an expert would be asked about, as the verdict judges it."""
        return self._stakes(known)[0]

    def bet(self, key: str = "") -> Bet:
        """The bet of a firm, by default of explore's first; without a sum it is worth nothing."""
        key = key or self.at_work()
        made = self._stakes(firm(key, self.company))[1]
        if made is None:
            odds, eye, other, fee = map(self.tables.default, KEYS)
            made = Bet(odds, 0.0, 0.0, eye, other, fee)
        return replace(made, odds=_odds(self)) if key == self.at_work() else made

    def at_work(self) -> str:
        """The firm with which explore begins: ours, or the one that stands in for it."""
        if self._stakes(self.company)[1] is None:
            return STAND_IN
        return next((key for key, one in company.cases().items() if self._is_ours(one)), OURS)

    def _is_ours(self, case: Company) -> bool:
        """Whether our company is this example, with the same sums."""
        ours, other = (self._stakes(one)[1] for one in (self.company, case))
        if case.name != self.company.name or ours is None or other is None:
            return False
        return (ours.gain, ours.loss) == (other.gain, other.loss)

    def offered(self) -> list[tuple[str, str]]:
        """The firms to choose from; those for which success is no sum of euros are left out."""
        rules, cases = gates(self.tables), company.cases()
        found = [(one.name, key) for key, one in cases.items() if sells(one, self.tables, rules)]
        if self.at_work() != OURS:
            return found
        return [(_("Yours: {name}").format(name=self.company.name), OURS), *found]

    def _sums(self, key: str) -> str:
        """Whose sums they are, in a sentence."""
        known = firm(key, self.company)
        names = [self.tables.name("network", n) for n in self.asked_about(known).together]
        sums = _("The sums are those of {company} with {networks}, a year that nobody stops.")
        return sums.format(company=known.name, networks=listing(names))

    def _facts(self, key: str) -> dict[str, str]:
        """Whose sums they are, and why they are not ours where we have none."""
        judged, own = self._stakes(self.company)
        if own is not None:
            return {"about": self._sums(key)}
        pays = judged.outcome("customers")
        why = no_sum(self.company.name, "" if pays is None else pays.state)
        return {"about": why, "stands_in": self._sums(key)}

    # The prediction: three firms, so that a class argues about the same ------------------

    def _bets(self) -> dict[str, Bet]:
        """The three bets at the same odds, with the same expert."""
        same = {key: self.tables.default(key) for key in KEYS}
        made = {key: self._stakes(company.case(key))[1] for key in (STAKE, WINS, NEAR)}
        return {key: replace(bet, **same) for key, bet in made.items() if bet is not None}

    def compared(self) -> Result:
        """What the same answer is worth to the three firms."""
        return self.once("compared", lambda: same_expert.compared(self._bets()))

    def _right(self) -> str:
        bets = self._bets()
        return max(bets, key=lambda key: advice.evsi(bets[key]))

    def question(self) -> Question:
        text = _(
            "Three firms think that opening is as likely to succeed as not, and may ask the same "
            "expert. To which of them is the answer worth most?"
        )
        name = {key: company.case(key).name for key in (STAKE, WINS, NEAR)}
        options = (
            *((name[key], key) for key in (STAKE, WINS, NEAR)),
            (_("About the same to all: it is one expert"), ALIKE),
        )
        return Question(text, unit="euros", options=options, close=Among(right=(self._right(),)))

    def truth(self) -> Quantity:
        return self.compared()[f"{self._right()}_worth"]

    def comparison(self, committed: Mapping[str, object] | None) -> str:
        """The answer, its worth to each of the three, and how good an eye would turn it."""
        speak, names = Speaker(self.compared()), {k: company.case(k).name for k in self._bets()}
        worth = listing([f"{name} {speak(f'{key}_worth')}" for key, name in names.items()])
        said = _("What the answer is worth: {worth}.").format(worth=worth)
        said = f"{super().comparison(committed)} {said}"
        if "overtakes" not in self.compared():
            return said
        turn = _(
            "An expert who recognised {share} of the bad cases would be worth most to {firm}."
        ).format(share=speak("overtakes"), firm=names[STAKE])
        return f"{said} {turn}"

    def walk(self) -> Walk | None:
        result = self.compared()
        if not {f"{key}_brings" for key in (WINS, NEAR)} <= set(result):
            return None  # other firms' files: the three are no example of this any more
        speak, steps = Speaker(result), {}
        said = {
            f"{STAKE}_naive": _(
                "{firm} has most to lose. “Leave it” in {eye} of the bad cases seems to save "
                "{figure} on average."
            ),
            f"{STAKE}_worth": _(
                "Yet it stays out unasked. After “open it” its odds are {after}; opening pays from "
                "{even} on. Worth: {figure}."
            ),
            f"{WINS}_brings": _("{firm} would open. A justified no saves {figure} on average."),
            f"{WINS}_worth": _("A wrong no costs {takes}, which leaves {figure}."),
            f"{NEAR}_brings": _(
                "{firm} would stay out. A justified yes brings {figure} on average."
            ),
            f"{NEAR}_worth": _("A wrong yes costs {takes}, which leaves {figure}."),
        }
        same = {"eye": speak("same_eye"), "after": speak(f"{STAKE}_after")}
        same["even"] = speak(f"{STAKE}_even")
        for key, words in said.items():
            who = key.rpartition("_")[0]
            takes = "" if who == STAKE else speak(f"{who}_takes")
            fields = {"firm": company.case(who).name, "figure": speak(key), "takes": takes}
            steps[key] = words.format(**fields, **same)
        why = _(
            "We price the stake. It matters only once an answer moves you across the odds from "
            "which opening pays: if yours are close, or the expert has a good eye."
        )
        return Walk(result, tuple(Step(words, key) for key, words in steps.items()), why)

    # The worked example ------------------------------------------------------------------

    def example_picture(self) -> tuple[View, Result]:
        return MountainView(self.tables), self._told(
            self.bet(STAND_IN), {"about": self._sums(STAND_IN)}
        )

    @staticmethod
    def _told(bet: Bet, about: Mapping[str, str]) -> Result:
        """What an answer is worth, and whose sums they are."""
        asked = advice.answer(bet)
        return replace(asked, facts={**asked.facts, **about})

    def example_steps(self, result: Result, speak: Speaker) -> list[str]:
        steps = [
            _(
                "{firm}: a year of a page leaves {gain} if it succeeds and costs {loss} if not."
            ).format(firm=company.case(STAND_IN).name, gain=speak("gain"), loss=speak("loss")),
            _("At odds of {odds} opening is worth {worth} on average.").format(
                odds=speak("odds"), worth=speak("opening")
            ),
        ]
        if "answer_brings" in result and result.facts["opens"]:
            steps += [
                _(
                    "So unasked the firm would open. Of the bad cases the expert recognises "
                    "{share}; such a justified no saves {loss}, or {brings} on average over all "
                    "cases."
                ).format(
                    share=speak("specificity"), loss=speak("loss"), brings=speak("answer_brings")
                ),
                _(
                    "Of the good cases the expert recognises {share}; the others get a wrong no, "
                    "which costs {gain}, or {takes} on average."
                ).format(
                    share=speak("sensitivity"), gain=speak("gain"), takes=speak("answer_takes")
                ),
                _("So the answer is worth {worth}, and the fee is {fee}.").format(
                    worth=speak("evsi"), fee=speak("fee")
                ),
            ]
        steps.append(
            _(
                "Below {low} the firm would leave it after either answer, above {high} it would "
                "open after either: there the answer is worth nothing."
            ).format(low=speak("changes_from"), high=speak("changes_to"))
        )
        return steps

    # The studios -------------------------------------------------------------------------

    def explore_studio(self) -> Studio:
        tables = self.tables

        def model(state: Asking) -> Result:
            bet = replace(
                self.bet(state.firm),
                odds=state.odds,
                sensitivity=state.sensitivity,
                specificity=state.specificity,
                fee=state.fee,
            )
            return self._told(bet, self._facts(state.firm))

        def facts(key: str) -> Mapping[str, object]:
            return {"odds": self.bet(key).odds}

        return Following(
            self, Asking, model, MountainView(tables), lambda _key: self._presets(), facts
        )

    @staticmethod
    def _presets() -> Presets:
        """The experts among whom one may choose."""
        return {
            "yes": Preset(_("Always says yes"), {"sensitivity": 1.0, "specificity": 0.0}),
            "coin": Preset(_("A coin"), {"sensitivity": 0.5, "specificity": 0.5}),
            "work": Preset(_("Sells the work, too"), {"sensitivity": 0.9, "specificity": 0.4}),
            "trade": Preset(_("Knows your trade"), {"sensitivity": 0.9, "specificity": 0.9}),
        }

    def own_studio(self) -> Studio:
        tables, known = self.tables, self.company
        judged = self.asked_about(known)

        def model(state: Paying) -> Result:
            changed = known.changed(
                contribution=state.contribution,
                turnover=state.turnover,
                customers_a_year=state.customers_a_year,
                visit_to_customer=state.visit_to_customer,
                odds=state.odds,
            )
            plan = company_plan.plan_of(changed, tables, judged.level, networks=judged.together)
            paying = pay_off.answer(plan, changed, tables)
            worth = self._worth(changed, judged, paying)
            return paying.joined(effort.answer(plan, tables)).joined(worth)

        return Studio(self, Paying, model, BreakEvenView(tables))

    def _worth(self, known: Company, judged: Judgement, paying: Result) -> Result:
        """What an answer is worth to the company; only its odds where success is no sum."""
        pays = judged.outcome("customers")
        asked = pays is not None and pays.state not in (OFF, SKIPPED)
        if not asked or "customers_aimed" not in paying or "pays_from" not in paying:
            return same_expert.unasked(_odds(self) if known.odds is None else known.odds)
        aimed = paying.value("customers_aimed")
        return advice.answer(review.bet_on(known, paying.value("yearly_cost"), aimed, self.tables))

    def changes(self, studio: Studio) -> Mapping[str, object]:
        changes = dict(super().changes(studio))
        if changes["visit_to_customer"] == _visits(self):
            del changes["visit_to_customer"]  # it stays the assumption
        if self.company.odds is None and changes["odds"] == _odds(self):
            del changes["odds"]  # nobody has said them yet
        return changes

    def decisions(self) -> Iterable[tuple[str, str]]:
        return [
            (_("We ask, with a question whose answer could stop us"), "ask"),
            (_("We decide without: no answer would change it"), "decide"),
            (_("We try six weeks instead of asking"), "try"),
            (_("First we count what a customer leaves"), "count"),
        ]
