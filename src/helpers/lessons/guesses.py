"""What was predicted on the way: the first guess of lesson 00, and how often one was right."""

from helpers.data.tables import NONE
from helpers.lessons.doors_way import WayOfNetworks
from helpers.models import calibration
from helpers.models.calibration import Forecast
from helpers.studio.guard import shown
from helpers.studio.part import Part
from helpers.studio.parts import CompanyWords
from helpers.studio.prediction import CONFIDENCES
from helpers.views.calibration import CalibrationWords
from helpers.views.verdicts import headline
from helpers.views.words import Table
from helpers.words.locale import _


class Guesses(WayOfNetworks):
    """The predictions of all lessons about the present company."""

    def first_guess(self) -> str:
        """What was guessed in lesson 00, beside the verdict on it; it was no bet."""
        made = self.company.attempts(self.company.FIRST_GUESS)
        guess = made[0]["value"] if made else None
        decision = self.decided()
        if guess not in self.tables.option_keys:
            return _("No first guess is on record; lesson 00 asks for one.")
        name = self.tables.name("network", guess)
        if guess == NONE:
            verdict = headline(decision, self.tables)
        else:
            verdict = self.tables.name("verdict", decision[guess].verdict)
        return _("Your first guess was “{guess}”. The doors say: {verdict}").format(
            guess=name, verdict=verdict if verdict.endswith(".") else f"{verdict}."
        )

    def forecasts(self) -> list[Forecast]:
        """The first prediction of each lesson about this company, as it was judged there.

        The first guess of lesson 00 is none: it was said there that no answer is wrong.
        """
        found = []
        for slug in self.company.records["predictions"]:
            first = next(iter(self.company.attempts(slug)), {})
            right, sure = first.get("right"), first.get("confidence")
            known = isinstance(right, bool) and isinstance(sure, int | float)
            if known and slug != self.company.FIRST_GUESS:
                found.append(Forecast(min(max(float(sure), 0.0), 1.0), right))
        return found

    @shown
    def guesses(self) -> Part:
        """The first guess and the calibration of the learner's confidence."""
        self._check()

        def make() -> tuple[str, list[str], Table]:
            found = calibration.answer(self.forecasts(), self.tables, min(CONFIDENCES))
            words = CalibrationWords().words(found)
            return self.first_guess(), [words.headline, *words.remarks], words.table

        return self._kept("guesses", lambda: CompanyWords(self, make))
