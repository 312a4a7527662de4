"""What counts as right: said before anybody answers, and judged by the same data."""

from dataclasses import dataclass

from helpers.models.result import Quantity
from helpers.words import locale, units
from helpers.words.locale import _, counted

RIGHT, CLOSE, OFF = "right", "close", "off"
"""How an answer is judged. Only ``RIGHT`` counts as having come true."""
TINY = 1e-9


@dataclass(frozen=True, kw_only=True)
class Within:
    """A number is right within ``right`` of the answer, as computed or as printed.

    Within ``close`` it is close; nothing is where that is nought. Both are in the unit of the
    question, or shares of the answer where ``relative``.
    """

    right: float = 0.0
    close: float = 0.0
    relative: bool = False

    def grade(self, said: float, truth: Quantity) -> str:
        """``RIGHT``, ``CLOSE`` or ``OFF``: what is printed is what everybody can check."""
        answers = truth.value, units.printed(truth.value, truth.unit)
        unit = max(map(abs, answers)) if self.relative else 1.0
        away = min(abs(said - answer) for answer in answers) - TINY * max(1.0, unit)
        return RIGHT if away <= self.right * unit else CLOSE if away <= self.close * unit else OFF

    def sentence(self, unit: str) -> str:
        """What counts, in the unit of the question."""
        right, close = self._amount(self.right, unit), self._amount(self.close, unit)
        if self.right and self.close:
            sentence = _("Right within {amount} of the answer; within {wider} is close.")
            return sentence.format(amount=right, wider=close)
        if self.right and self.relative:
            return _("A number is right if it is no more than {amount} off.").format(amount=right)
        if self.right:
            return _("Right within {amount} of the answer.").format(amount=right)
        if not self.close:
            return _("Right: the exact number.")
        if self.close == 1 and not self.relative:
            return _("Right: the exact number; one beside it is close.")
        return _("Right: the exact number; within {wider} is close.").format(wider=close)

    def _amount(self, amount: float, unit: str) -> str:
        if self.relative:
            return locale.percent(amount)
        if unit.startswith(units.PLACES):
            return counted("{number} place", "{number} places", amount)
        return units.stated([amount], unit)


@dataclass(frozen=True, kw_only=True)
class Among:
    """The options, by key, that are right, and those that are close."""

    right: tuple[str, ...]
    close: tuple[str, ...] = ()

    def grade(self, said: object) -> str:
        """``RIGHT``, ``CLOSE`` or ``OFF``."""
        return RIGHT if said in self.right else CLOSE if said in self.close else OFF

    def sentence(self) -> str:
        """How many of the options count; not which."""
        right = counted(
            "{number} of these answers is right.",
            "{number} of these answers are right.",
            len(self.right),
        )
        if len(self.right) == 1:
            right = _("One of these answers is right.")
        if not self.close:
            return right
        close = counted("{number} more is close.", "{number} more are close.", len(self.close))
        return f"{right} {close}"


Tolerance = Within | Among
