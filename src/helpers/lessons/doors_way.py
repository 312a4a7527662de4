"""The way of eight networks through their doors: what lesson 14 asks, answers and explains."""

from collections.abc import Mapping

from helpers import company as company_module
from helpers import context
from helpers.company import Company
from helpers.findings import Findings
from helpers.lessons.whose import ASKED, OURS, firm, is_own
from helpers.models import decision as model
from helpers.models import doors
from helpers.models.decision import Decision
from helpers.models.gates import STOP, gates
from helpers.models.judging import judge
from helpers.models.result import Quantity, Result
from helpers.studio.lesson import Lesson
from helpers.studio.prediction import Question
from helpers.studio.tolerance import Within
from helpers.views.walk import Step, Walk
from helpers.views.words import Speaker
from helpers.words import locale
from helpers.words.locale import _

PEOPLE, FIT, HOURS = "G2a", "G3a", "G4a"
"""The gates of which the walk tells the lines."""
ON_THE_WAY = ("people", "fit", "site", "hours")
"""The doors of the prediction, in their order."""


class WayOfNetworks(Lesson):
    """The verdicts on firms, and the prediction: how many of its networks the hours stop."""

    def decided(self, known: Company | None = None) -> Decision:
        """The verdicts on a company by the table's gates."""
        if known is not None:
            return judge(known, self.tables, context.current().today)
        return self.findings().decision

    def findings(self) -> Findings:
        """What memo and lesson say of the present company."""
        return self.once("findings", lambda: Findings(self.company, self.tables))

    # Whose firm ------------------------------------------------------------------------

    def at_work(self) -> str:
        """The firm with which the studios begin: our own, as one of the six or by itself."""

        def make() -> str:
            cases = company_module.cases().items()
            same = (key for key, case in cases if case.name == self.company.name)
            return OURS if is_own(self.company, self.tables) else next(same, OURS)

        return self.once("at_work", make)

    def offered(self) -> list[tuple[str, str]]:
        """The firms to choose from."""
        found = [(case.name, key) for key, case in company_module.cases().items()]
        if self.at_work() != OURS:
            return found
        return [(_("Yours: {name}").format(name=self.company.name), OURS), *found]

    def asked_about(self, key: str) -> str:
        """The network of a firm whose doors are worth a look: the one that lacks least.

        Where that one is shut for good, the first that is open.
        """
        decision = self.decided(self.firm_of(key))
        door = doors.deciding(decision[decision.nearest])
        shut = door is not None and door.state == STOP
        return decision.opened[0] if shut and decision.opened else decision.nearest

    def firm_of(self, key: str) -> Company:
        return self.company if key == self.at_work() else firm(key, self.company)

    # The prediction: one firm, so that a class argues about one thing --------------------

    def way(self) -> Result:
        """How many networks of the case firm each door stops, and how many go on."""

        def make() -> Result:
            decision = self.decided(company_module.case(ASKED))
            counted = doors.way(decision, ON_THE_WAY, self.tables, context.current().today)
            return counted.joined(model.answer(decision, gates(self.tables)))

        return self.once("way", make)

    def question(self) -> Question:
        text = _(
            "{firm} tries all {networks} networks, one door after the other. How many of them does "
            "the door of hours stop?"
        )
        count = len(self.tables.network_keys)
        said = text.format(firm=company_module.case(ASKED).name, networks=locale.in_words(count))
        return Question(said, unit="networks", low=0, high=count, close=Within(right=0, close=1))

    def truth(self) -> Quantity:
        return self.way()["stopped.hours"]

    def comparison(self, committed: Mapping[str, object] | None) -> str:
        """The prediction, and how many each door stops."""
        speak = Speaker(self.way())
        said = _("Stopped: {people} by people, {fit} by fit, {site} by the site, {hours} by hours.")
        fields = {door: speak.bare(f"stopped.{door}") for door in ON_THE_WAY}
        return f"{super().comparison(committed)} {said.format(**fields)}"

    def walk(self) -> Walk | None:
        result, speak = self.way(), Speaker(self.way())
        decision: Decision = result.facts["decision"]
        last = [
            judged.network
            for judged in decision.judgements
            if (door := doors.deciding(judged)) is not None and door.door == "site"
        ]
        if not last:
            return None  # other files: the firm is no example of this any more
        network = last[0]
        said = {
            "networks": _(
                "“We have no hours for it”, the owner said. Networks that set out: {going}."
            ),
            "left.people": _(
                "Too few of our people, fewer than {wanted}: that stops {stopped}. Left: {going}."
            ),
            "left.fit": _(
                "Poor fit, below {line}, stops {stopped}; that score counts the audience, too. "
                "Left: {going}."
            ),
            "left.site": _(
                "The site stops {stopped}: {network} wins in {wins} readings, that is ways to rate "
                "it, wanted {readings}. Left: {going}."
            ),
            "stopped.hours": _(
                "The hours stop {going}: nobody has come as far. {network} would have {share} of "
                "them."
            ),
        }
        fields = {
            "network": self.tables.name("network", network),
            "wins": speak(f"{network}.readings"),
            "readings": speak.bare(f"{network}.readings.wanted"),
            "wanted": speak(f"{network}.{PEOPLE}.needed"),
            "line": speak.bare(f"{network}.{FIT}.needed"),
            "share": speak(f"{network}.{HOURS}"),
        }
        steps = []
        for key, words in said.items():
            _kind, _dot, door = key.partition(".")
            stopped = speak.bare(f"stopped.{door}") if door else ""
            steps.append(Step(words.format(stopped=stopped, going=speak.bare(key), **fields), key))
        why = _(
            "We name what we felt last: the evening on which nobody had time. People are asked "
            "first because that is quickest to find out. Asked first, fit alone would stop {fit} "
            "here, the site {site}, the hours {hours}: either way it was not the hours."
        )
        alone = {door: speak.bare(f"alone.{door}") for door in ON_THE_WAY}
        return Walk(result, tuple(steps), why.format(**alone))
