"""A class's answers to one question: how they spread, their middle, the model's answer beside them.

A hand is one answer of one person. Nothing here is a figure of the tables: it is what a class
said, and the model's answer as its lesson computed it.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from helpers.models.result import Quantity, Result, Sheet

ALL, MOST, HALF, REST = "all", "most", "half", "at least half"
"""What can be said of the middle answer, strongest first: everybody gave it, more than half
gave it, exactly half gave it or less, at least half gave it or less."""
FAR = 4
"""Answers beyond so many times the middle one, or the class's third quarter, stand off the axis."""


@dataclass(frozen=True)
class ModelsAnswer:
    """What the model says: a figure, with its likely range where there is one, or some options.

    ``right`` are the answers of the class that the lesson counts as right.
    """

    figure: Quantity | None = None
    likely: tuple[Quantity, Quantity] | None = None
    options: tuple[str, ...] = ()
    right: frozenset[object] = frozenset()


def at_rank(hands: Mapping[float, int], rank: int) -> float:
    """The answer of the ``rank``-th hand (from 0) where hands stand in order of their answers.

    Raises IndexError where there are not so many hands.
    """
    for value in sorted(hands):
        if rank < hands[value]:
            return value
        rank -= hands[value]
    raise IndexError("there are fewer hands")


def median(hands: Mapping[float, int]) -> float:
    """The middle answer; between two middle ones, halfway. Raises IndexError without hands."""
    count = sum(hands.values())
    return (at_rank(hands, (count - 1) // 2) + at_rank(hands, count // 2)) / 2


def standing(hands: Mapping[float, int]) -> str:
    """What is true of the middle answer: the strongest of ALL, MOST, HALF and REST."""
    middle, count = median(hands), sum(hands.values())
    same = hands.get(middle, 0)
    if same == count:
        return ALL
    if 2 * same > count:
        return MOST
    below = sum(number for value, number in hands.items() if value <= middle)
    return HALF if 2 * below == count else REST


def fence(hands: Mapping[float, int]) -> float:
    """Up to which answer an axis should reach; a few far ones would press all others together."""
    count = sum(hands.values())
    most = at_rank(hands, count - 1)
    usual = max(at_rank(hands, (3 * count) // 4), 2 * median(hands))
    if usual <= 0 or most <= FAR * usual:
        return most
    return max(value for value in hands if value <= FAR * usual)


def numbers(hands: Mapping[float, int], model: ModelsAnswer | None = None) -> Result:
    """The spread of numbers: ``hands``, ``median``, and ``a0.value``, ``a0.hands`` … in order.

    Values are in the unit of the question; ``hands`` maps each to how many gave it (1 or
    more). With ``model``, ``model``, ``likely.low`` and ``likely.high`` too, and ``right``,
    the hands that count as right. The fact ``standing`` says what is true of the middle answer,
    ``fence`` where the axis may end.
    """
    sheet = Sheet()
    sheet.add("hands", sum(hands.values()), "count")
    if hands:
        sheet.add("median", median(hands), "")
    for place, value in enumerate(sorted(hands)):
        sheet.add(f"a{place}.value", value, "")
        sheet.add(f"a{place}.hands", hands[value], "count")
    if model is not None and model.figure is not None:
        _keep(sheet, "model", model.figure)
        if model.likely is not None:
            _keep(sheet, "likely.low", model.likely[0])
            _keep(sheet, "likely.high", model.likely[1])
        _add_right(sheet, hands, model)
    return sheet.result(
        (f"a{place}" for place in range(len(hands))),
        standing=standing(hands) if hands else "",
        fence=fence(hands) if hands else 0.0,
    )


def most_given(hands: Mapping[str, int], order: Iterable[str]) -> tuple[str, ...]:
    """The options that got most hands, in their order; none without hands."""
    order = tuple(order)
    most = max((hands.get(option, 0) for option in order), default=0)
    return tuple(option for option in order if most and hands.get(option, 0) == most)


def options(
    hands: Mapping[str, int], order: Iterable[str], model: ModelsAnswer | None = None
) -> Result:
    """The spread over options: ``hands``, and ``OPTION.hands`` for each, 0 for none.

    The fact ``lead`` holds the options with the most hands, ``right`` those of the model.
    """
    order = tuple(order)
    sheet = Sheet()
    sheet.add("hands", sum(hands.values()), "count")
    for option in order:
        sheet.add(f"{option}.hands", hands.get(option, 0), "count")
    sheet.add("most", max(hands.values(), default=0), "count")
    if model is not None:
        _add_right(sheet, hands, model)
    right = () if model is None else model.options
    return sheet.result(order, lead=most_given(hands, order), right=right)


def _keep(sheet: Sheet, key: str, quantity: Quantity) -> None:
    """The model's figure under a key of this result, with its own unit."""
    sheet.copy(Quantity(key, quantity.value, quantity.unit, quantity.sources))


def _add_right(
    sheet: Sheet, hands: Mapping[str, int] | Mapping[float, int], model: ModelsAnswer
) -> None:
    count = sum(number for value, number in hands.items() if value in model.right)
    sheet.add("right", count, "count")
