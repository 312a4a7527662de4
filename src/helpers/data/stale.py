"""Reasons in the ledger of a pack that still speak of the course's own figures."""

from helpers.data.fault import Fault
from helpers.data.sheet import Row
from helpers.words.locale import _

FIGURES = "low", "default", "high"


def reasons(name: str, rows: list[Row], shipped: list[Row]) -> list[Fault]:
    """Rows whose figures are a trainer's, while what is said for them is the course's."""
    own = {row["key"]: row for row in shipped}
    problem = _("belongs to the old figures; say who says the new.")
    return [
        Fault(name, problem, row.number, "reason", row["reason"])
        for row in rows
        if (before := own.get(row["key"]))
        and row["reason"] == before["reason"]
        and any(row[key] != before[key] for key in FIGURES)
    ]
