"""How sure one was and how often one was right, in words and a table."""

from helpers.models.calibration import LESS_SURE, SURER
from helpers.models.result import Result
from helpers.views.words import Speaker, Table, Words
from helpers.words import locale
from helpers.words.locale import _


class CalibrationWords:
    """Words alone: a few predictions are no picture."""

    def words(self, result: Result) -> Words:
        """Predictions and hits by confidence; what it adds up to, and what it would be by coin."""
        speak = Speaker(result)
        said = _("No prediction with a known answer is on record yet.")
        rows: tuple[tuple[str, ...], ...] = ((_("None"), speak.bare("made"), speak.bare("right")),)
        if result.options:
            told = "; ".join(self._level(level, speak) for level in result.options)
            said = _("You were {levels}.").format(levels=told)
            rows = tuple(
                (speak(f"{level}.sure"), speak.bare(f"{level}.made"), speak.bare(f"{level}.right"))
                for level in result.options
            )
        remarks = self._held(result, speak)
        header = (_("How sure"), _("Predictions"), _("Came true"))
        table = Table(_("Your predictions on the way"), header, rows)
        return speak.words(said, table, said, remarks)

    def _held(self, result: Result, speak: Speaker) -> list[str]:
        """What is held against how sure one was; a guess is not."""
        made, held = result.value("made"), result.value("held")
        if not made:
            return []
        if not held:
            return [
                _(
                    "You called all of them guesses. A blind guess hits a number far less often "
                    "than half the time: no score can judge you."
                )
            ]
        if held < result.value("least"):
            said = _(
                "Predictions so far: {made} of {least}. With so many your hits are held against "
                "how sure you were."
            )
            if held < made:
                said = _(
                    "Predictions that were no guess: {made} of {least}. With so many your hits are "
                    "held against how sure you were."
                )
            return [said.format(made=speak.bare("held"), least=speak.bare("least"))]
        score = _("Brier score {brier}: 0 is perfect, {coin} is a coin.").format(
            brier=speak("brier"), coin=locale.number(0.25, 2)
        )
        remarks = [score, self._habit(result, speak)]
        if held < made:
            remarks.append(
                _(
                    "Guesses are left out: a blind one hits a number far less often than half the "
                    "time."
                )
            )
        return remarks

    @staticmethod
    def _level(level: str, speak: Speaker) -> str:
        """How often one was so sure, and how many came true."""
        return speak.plural(
            "{sure} sure {number} time: {right} came true",
            "{sure} sure {number} times: {right} came true",
            f"{level}.made",
            sure=speak(f"{level}.sure"),
            right=speak.bare(f"{level}.right"),
        )

    @staticmethod
    def _habit(result: Result, speak: Speaker) -> str:
        """Whether one is surer than one's hits support."""
        fields = {"right": speak("hits"), "expected": speak("expected")}
        said = {
            SURER: _(
                "As sure as you were, {expected} should have come true, and {right} did: you are "
                "surer than your hits support."
            ),
            LESS_SURE: _(
                "As sure as you were, {expected} should have come true, and {right} did: you may "
                "trust yourself more."
            ),
        }
        about = _(
            "As sure as you were, {expected} should have come true, and {right} did: about right."
        )
        return said.get(result.facts["habit"], about).format(**fields)
