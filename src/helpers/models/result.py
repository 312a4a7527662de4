"""What every model hands to the views: key figures with units, each with its origin."""

import math
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any, SupportsFloat

from helpers.data.record import so_far


@dataclass(frozen=True)
class Quantity:
    """A number that a learner may see.

    ``unit`` decides how it is written (see ``words.units``). ``sources`` is what was read
    before it stood: ``assumption:KEY``, ``evidence:ID``, ``company:FIELD``, ``table:NAME``.
    They come from the open record (``helpers.data.record``) and are empty where there is none.
    """

    key: str
    value: float
    unit: str
    sources: frozenset[str] = field(default=frozenset(), compare=False)


def nice_limit(value: float) -> float:
    """The next round number, where an axis or a series ends: a small step does not move it."""
    for limit in (2, 4, 6, 8, 10, 15, 20, 30, 40, 60, 80, 100, 150, 200, 300, 400, 600, 800):
        if value <= limit:
            return limit
    exponent = 10 ** math.floor(math.log10(value))
    return float(math.ceil(value / exponent) * exponent)


def whole_up(value: float) -> int:
    """The least whole number that is not below a value, errors of floating point apart."""
    return math.ceil(value - 1e-9)


@dataclass(frozen=True)
class Series:
    """Curves over one quantity: ``x`` and, by name, as many values on each line."""

    x: tuple[float, ...]
    lines: Mapping[str, tuple[float, ...]]


@dataclass(frozen=True)
class Result:
    """A frozen set of quantities by key, the options they are about, and a few facts.

    ``facts`` hold what no sentence quotes: keys of networks, verdict words, curves.
    ``sources`` is all that was read for it.
    """

    quantities: Mapping[str, Quantity]
    options: tuple[str, ...] = ()
    facts: Mapping[str, Any] = field(default_factory=lambda: MappingProxyType({}))
    sources: frozenset[str] = field(default=frozenset(), compare=False)

    def __getitem__(self, key: str) -> Quantity:
        return self.quantities[key]

    def __contains__(self, key: str) -> bool:
        return key in self.quantities

    def __iter__(self) -> Iterator[str]:
        return iter(self.quantities)

    def value(self, key: str) -> float:
        return self.quantities[key].value

    def column(self, name: str, options: Iterable[str] | None = None) -> list[float]:
        """The values of ``OPTION.name`` for the given options (default: all)."""
        return [self.value(f"{option}.{name}") for option in options or self.options]

    def joined(self, other: "Result") -> "Result":
        """Both results in one. Options stay those of the one that has any.

        Raises ValueError where both hold a key, a fact or options, and they differ: neither
        may win in silence.
        """
        clashes = [key for key in other if key in self and self[key] != other[key]]
        both = self.facts.keys() & other.facts.keys()
        clashes += [key for key in sorted(both) if self.facts[key] != other.facts[key]]
        if self.options and other.options and self.options != other.options:
            clashes.append("options")
        if clashes:
            raise ValueError(f"Two results differ in {', '.join(clashes)}; rename one of each.")
        return Result(
            MappingProxyType({**self.quantities, **other.quantities}),
            other.options or self.options,
            MappingProxyType({**self.facts, **other.facts}),
            self.sources | other.sources,
        )


class Sheet:
    """Collects quantities while a model fills its result."""

    def __init__(self) -> None:
        self._quantities: dict[str, Quantity] = {}

    def add(self, key: str, value: SupportsFloat, unit: str) -> Quantity:
        """Put down a figure; its sources are what the open record holds."""
        quantity = Quantity(key, float(value), unit, so_far())
        self._quantities[key] = quantity
        return quantity

    def __contains__(self, key: str) -> bool:
        return key in self._quantities

    def value(self, key: str) -> float:
        """The value that stands under a key already."""
        return self._quantities[key].value

    def copy(self, quantity: Quantity) -> None:
        """Take over a quantity of another result."""
        self._quantities[quantity.key] = quantity

    def result(self, options: Iterable[str] = (), **facts: object) -> Result:
        quantities = MappingProxyType(self._quantities)
        return Result(quantities, tuple(options), MappingProxyType(facts), so_far())
