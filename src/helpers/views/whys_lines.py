"""A row of the whys: what comes first for an aim, and what is compared with it."""

from dataclasses import dataclass

from helpers.models.fit import apart
from helpers.models.result import Result
from helpers.words import units


def number(fit: float) -> str:
    """A fit (0–1) as it is printed, in points of ten."""
    return units.number(fit, "score")


def level_in_mix(result: Result) -> list[str]:
    """The first for a mix, the second, and the answer to silence where that is in their tie."""
    first, *others = result.facts["mix_order"]
    silent, best = result.facts["silent"], result.value(f"mix.{first}")
    found = [first, *others[:1]]
    if silent not in found and apart(best, result.value(f"mix.{silent}")) < result.value("tie"):
        found.append(silent)
    return found


@dataclass(frozen=True)
class Line:
    """A row: its mark for the first, and for what is compared with it, None for nothing."""

    label: str
    first: str
    fit: float
    other: str | None
    less: float | None
    tie: bool = False
    tied_with: tuple[str, float] | None = None
    """What a tie is with, and its fit."""
    least: float = 0.0
    """From so much on the other is behind by more than a tie."""

    @property
    def fits(self) -> tuple[float, float]:
        """Those of the first and of what is level with it."""
        return self.fit, self.tied_with[1] if self.tied_with else self.fit

    @property
    def lost(self) -> str:
        """What silence loses here, with its sign; '' where it is level with the first."""
        if self.less is None or not self.least:
            return ""
        lost = apart(self.fit, self.less)
        return f"−{number(lost)}" if lost >= self.least else ""
