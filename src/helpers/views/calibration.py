"""How sure one was and how often one was right, in words and a table."""

from helpers.models.calibration import LESS_SURE, SURER
from helpers.models.result import Result
from helpers.views.words import Speaker, Table, Words
from helpers.words.locale import _


class CalibrationWords:
    """Words alone: a few predictions are no picture."""

    def words(self, result: Result) -> Words:
        """Predictions and hits by confidence."""
        speak = Speaker(result)
        if not result.options:
            said = _("No prediction with a known answer is on record yet.")
            rows: tuple[tuple[str, ...], ...] = (
                (_("None"), speak.bare("made"), speak.bare("right")),
            )
        else:
            fields = {
                "made": speak.plural("{number} prediction", "{number} predictions", "made"),
                "right": speak("right"),
                "expected": speak("expected"),
            }
            habit = result.facts["habit"]
            if habit == SURER:
                said = _(
                    "Of {made} the model agreed with {right}; as sure as you were, it "
                    "should have been {expected}: surer than your hits support."
                )
            elif habit == LESS_SURE:
                said = _(
                    "Of {made} the model agreed with {right}; as sure as you were, "
                    "{expected} would do: you may trust yourself more."
                )
            else:
                said = _(
                    "Of {made} the model agreed with {right}; as sure as you were, it "
                    "should have been {expected}: your confidence is about right."
                )
            said = said.format(**fields)
            rows = tuple(
                (
                    speak(f"{level}.sure"),
                    speak.bare(f"{level}.made"),
                    speak.bare(f"{level}.right"),
                )
                for level in result.options
            )
        remarks = []
        if "brier" in result:
            remarks.append(
                _(
                    "Brier score {brier}: 0 is perfect; who is never surer than a coin gets a "
                    "quarter."
                ).format(brier=speak("brier"))
            )
        header = (_("How sure"), _("Predictions"), _("The model agreed"))
        table = Table(_("Your predictions on the way"), header, rows)
        return speak.words(said, table, said, remarks)
