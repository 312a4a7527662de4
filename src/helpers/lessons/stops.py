"""Where a prediction left the way to the answer: a figure on the way, taken for its end."""

from collections.abc import Iterable, Mapping

from helpers.data.tables import Tables
from helpers.models.nearness import too_near


def stopped(
    stops: Iterable[tuple[float, str]], offered: Mapping[str, float], tables: Tables
) -> dict[str, str]:
    """By option what whoever chose it has not seen, where it is as good as a figure on the way."""
    return {
        key: said
        for figure, said in stops
        for key, number in offered.items()
        if too_near(number, figure, tables)
    }
