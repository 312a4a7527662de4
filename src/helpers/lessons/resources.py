"""Lesson 09: what people picture, what it takes and what there is; four ways out, priced."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Annotated

from helpers import company
from helpers.company import Company
from helpers.data.tables import NONE
from helpers.models import company_plan, complexity, effort, pictured, ways
from helpers.models.plan import Plan, leader
from helpers.models.result import Quantity, Result
from helpers.models.ways import Standing
from helpers.studio.controls import Dial
from helpers.studio.declared import Choice, CompanyField, Hours, Ledger, Networks, Options, Subject
from helpers.studio.lesson import Lesson
from helpers.studio.prediction import Question
from helpers.studio.studio import Preset, Studio
from helpers.views.canvas import View
from helpers.views.pictured import PicturedView
from helpers.views.walk import Step, Walk
from helpers.views.ways_words import MOVED
from helpers.views.words import Speaker
from helpers.words.locale import N_, _, listing

PETRAKIS = "machine_parts"
"""The firm for which everybody predicts."""
TIMES = 10
"""What a page that grows has, in followers of today."""


def _people(lesson: Subject) -> Options:
    """Nobody, or one of the company's people by position."""
    return [(_("nobody"), None), *((p.name, i) for i, p in enumerate(lesson.company.people))]


@dataclass(frozen=True)
class Work:
    """The state of the explore studio; ``absent`` is a position in the company's people."""

    networks: Annotated[tuple[str, ...], Networks(group=N_("The plan"))]
    level: Annotated[str, CompanyField()]
    hours: Annotated[float, Hours()]
    bought_hours: Annotated[
        float, Ledger(start=lambda our: our.company.bought_hours, group=N_("Help and holidays"))
    ]
    absent: Annotated[int | None, Choice(label=N_("Who is away?"), options=_people)]
    followers: Annotated[float, CompanyField(group=N_("The page"))]


@dataclass(frozen=True)
class Promise:
    """The state of the own task."""

    networks: Annotated[tuple[str, ...], Networks()]
    level: Annotated[str, CompanyField()]
    hours: Annotated[float, Hours()]


class Resources(Lesson):
    """Count hours before you count followers."""

    slug = "resources"
    cited = ("ente-003", "ente-002", "ente-001")
    cited += ("effo-008", "effo-009", "effo-014", "effo-010", "effo-025")

    # The prediction: one firm, so that a class argues about one thing ----------------------

    def _firm(self) -> Company:
        """The firm of the question."""
        return company.case(PETRAKIS)

    def _wish(self) -> Plan:
        """What its owner wishes."""
        firm = self._firm()
        return company_plan.plan_of(firm, self.tables, firm.level)

    def question(self) -> Question:
        wish = self._wish()
        text = _(
            "{company} wants {networks}, at the level “{level}”. How many hours a week does all "
            "of that take?"
        ).format(
            company=self._firm().name,
            networks=listing([self.tables.name("network", n) for n in wish.networks]),
            level=self.tables.name("level", wish.level),
        )
        return Question(text, unit="hours/week", low=0, high=100)

    def truth(self) -> Quantity:
        return self._answer()["required"]

    def likely(self) -> tuple[Quantity, Quantity]:
        result = self._answer()
        return result["band_low"], result["band_high"]

    def _answer(self) -> Result:
        return effort.answer(self._wish(), self.tables)

    def comparison(self, committed: Mapping[str, object] | None) -> str:
        """The answer; a first feeling, which the pencil left behind, is set beside the figures."""
        said = super().comparison(committed)
        if committed is None:
            return said
        feeling = _("And your first feeling, before the pencil? Write it beside both.")
        return f"{said} {feeling}"

    def walk(self) -> Walk:
        result = pictured.adding_up(self._wish(), self.tables)
        speak = Speaker(result)
        pressed = _(
            "The owner pictures the posts of a week and the film of a month, {each} each: that is "
            "{pressing} a week."
        ).format(each=speak("pressing.each"), pressing=speak("pressing"))
        words = (
            _("Somebody has to write, photograph and film them first: {sum}."),
            _("Reading what others say, and joining in, adds {more}: {sum} by now."),
            _("Whoever writes back wants an answer, {more} more: {sum}."),
            _("A short plan, a look back at what came of it, {more} more: {sum}."),
        )
        steps = [
            Step(said.format(more=speak(f"{kind}.more"), sum=speak(f"{kind}.sum")), f"{kind}.sum")
            for kind, said in zip(effort.WORK, words, strict=True)
        ]
        last = _(
            "Once a week the two meet, and three networks have to be kept in step: "
            "{more} more. In all it is {sum}."
        ).format(more=speak("rest.more"), sum=speak("required"))
        why = _(
            "All of it stood in the facts, and a pencil finds it. But who only pictures the post "
            "sees little of the hours: {share}. We picture the act that shows, and forget the "
            "hours around it. Daniel Kahneman and Amos Tversky called this the planning fallacy."
        ).format(share=speak("pressing.share"))
        ends = Step(pressed, "pressing"), Step(last, "required")
        return Walk(result, (ends[0], *steps, ends[1]), why)

    # The worked example ---------------------------------------------------------------------

    def example_picture(self) -> tuple[View, Result]:
        hotel, tables = company.case(self.example_case), self.tables
        plan = company_plan.plan_of(hotel, tables, hotel.level)
        result = self._hours(plan)
        one = effort.answer(replace(plan, networks=("facebook",)), tables)
        alone = {"alone_enough": replace(one["enough"], key="alone_enough")}
        return PicturedView(tables), replace(result, quantities={**result.quantities, **alone})

    def example_steps(self, result: Result, speak: Speaker) -> list[str]:
        kind = {key: speak(f"printed.work.{key}") for key in effort.WORK}
        return [
            speak.plural(
                "{number} post a week: pressing “Post” takes {pressing}, and that is what the "
                "family pictures.",
                "{number} posts a week: pressing “Post” takes {pressing}, and that is what the "
                "family pictures.",
                "posts",
                pressing=speak("pressing"),
            ),
            _(
                "Making them takes {making}. Listening takes {listening}, answering {answering}, "
                "planning {planning}."
            ).format(**kind),
            _(
                "A meeting, and keeping two networks in step, take {common}: {required} in all."
            ).format(common=speak("printed.common"), required=speak("required")),
            _(
                "Daughter and receptionist promise {promised}. Leave and sickness take {share} of "
                "that, and {available} are there."
            ).format(
                promised=speak("promised"), share=speak("shrinkage"), available=speak("available")
            ),
            _(
                "Missing: {missing}. For Facebook alone, {alone}, the hours would be enough in "
                "{enough} of ten estimates: try it for six weeks, promise nothing."
            ).format(
                missing=speak("missing"),
                alone=speak("facebook.alone"),
                enough=speak.bare("alone_enough"),
            ),
            _("Cash is not the trouble: {needed} of {there} a month.").format(
                needed=speak("euros_required"), there=speak("euros_available")
            ),
        ]

    # The studios ----------------------------------------------------------------------------

    def _hours(self, plan: Plan) -> Result:
        """The three bars."""
        first = pictured.pictured(plan, self.tables)
        return effort.answer(plan, self.tables).joined(first)

    def _priced(self, plan: Plan, known: Company, standing: Standing) -> Result:
        """The three bars, the ways out, and what is promised beyond the company's word."""
        result = self._hours(plan).joined(ways.answer(plan, standing, self.tables))
        return result.joined(ways.promised_more(plan, known.people, self.tables))

    def explore_studio(self) -> Studio:
        tables, known = self.tables, self.company
        standing = ways.standing(known, tables)
        start = company_plan.plan_of(known, tables, known.level)

        def model(state: Work) -> Result:
            plan = company_plan.plan_of(
                known,
                tables,
                state.level,
                networks=state.networks,
                people=company_plan.people_with(known, state.hours),
                bought_hours=state.bought_hours,
                absent=state.absent,
                followers=state.followers,
            )
            result = self._priced(plan, known, standing)
            moved = known.messages is None and state.followers != start.followers
            return replace(result, facts={**result.facts, MOVED: moved})

        return Studio(self, Work, model, self._picture(), self._presets)

    def _picture(self, compact: bool = False) -> PicturedView:
        """The bars on the scale of the plan as it stands: what shrinks is drawn shorter."""
        known = self.company
        start = effort.answer(company_plan.plan_of(known, self.tables, known.level), self.tables)
        return PicturedView(self.tables, compact, PicturedView.longest(start))

    def _presets(self, dials: Mapping[str, Dial]) -> dict[str, Preset]:
        """Somebody away, the next level, and each way out that there is, from the same start."""
        known, tables = self.company, self.tables
        plan = company_plan.plan_of(known, tables, known.level)
        found = {}
        place = leader(known.people)
        if place is not None:
            away = _("{person} on holiday").format(person=known.people[place].name)
            found["away"] = Preset(away, {"absent": place})
        deeper = [*complexity.LEVELS]
        deeper = deeper[: deeper.index(known.level)]
        if deeper and known.networks:
            label = _("Everything at the level “{level}”")
            label = label.format(level=tables.name("level", deeper[-1]))
            found["deeper"] = Preset(label, {"level": deeper[-1]})
        if known.followers and known.messages is None:  # who counts messages has no estimate
            many = min(TIMES * known.followers, dials["followers"].max)
            found["followers"] = Preset(_("Ten times the followers"), {"followers": many})
        out = ways.ways(plan, ways.standing(known, tables), tables)

        def most(name: str, more: float) -> dict[str, float]:
            return {name: min(dials[name].value + more, dials[name].max)}

        def promised(way: str) -> float:
            """So many that they are a promise: the hours of the mean estimate are none yet."""
            return out.hours.get(ways.SURE.format(way=way), out.hours[way])

        changes = {
            "drop": (_("Drop networks"), lambda to: {"networks": to.networks}),
            "thin": (_("Thin out"), lambda to: {"level": to.level}),
            "add": (_("Add hours"), lambda to: most("hours", promised("add"))),
            "buy": (_("Buy hours"), lambda to: most("bought_hours", promised("buy"))),
        }
        for way, (label, values) in changes.items():
            if way in out.plans:
                found[way] = Preset(label, values(out.plans[way]))
        return found

    def own_studio(self) -> Studio:
        tables, known = self.tables, self.company
        standing = ways.standing(known, tables)

        def model(state: Promise) -> Result:
            people = company_plan.people_with(known, state.hours)
            plan = company_plan.plan_of(
                known, tables, state.level, networks=state.networks, people=people
            )
            return self._priced(plan, known, standing)

        return Studio(self, Promise, model, self._picture(compact=True))

    def decisions(self) -> Iterable[tuple[str, str]]:
        return [
            (_("We have the hours: go on as planned"), "go"),
            (_("We drop a network"), "drop"),
            (_("We thin to a leaner level"), "lower"),
            (_("We promise more hours, and say what they are taken from"), "add"),
            (_("We buy hours"), "buy"),
            (_("No network for now: website and search first"), NONE),
        ]
