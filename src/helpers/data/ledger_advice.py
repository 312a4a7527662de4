"""What is worth a look in the ledger of a pack, though it is used: reasons and labels copied."""

from collections.abc import Iterator

from helpers.data.fault import Fault
from helpers.data.sheet import Row
from helpers.words.locale import _

FIGURES = "low", "default", "high"


def told(name: str, rows: list[Row], shipped: list[Row]) -> list[Fault]:
    """For whoever keeps the ledger: a row each, with its place and what to do."""
    return [*_reasons(name, rows, shipped), *_labels(name, rows)]


def _reasons(name: str, rows: list[Row], shipped: list[Row]) -> Iterator[Fault]:
    """Rows whose figures are a trainer's, while what is said for them is the course's."""
    own = {row["key"]: row for row in shipped}
    problem = _("belongs to the old figures; say who says the new.")
    for row in rows:
        before = own.get(row["key"])
        if before is None or row["reason"] != before["reason"]:
            continue
        if any(row[key] != before[key] for key in FIGURES):
            yield Fault(name, problem, row.number, "reason", row["reason"])


def _labels(name: str, rows: list[Row]) -> Iterator[Fault]:
    """Rows that learners cannot tell from one before them, as when a row was copied."""
    problem = _("is the label of another row, too; say what this one is, as learners read it.")
    seen: set[str] = set()
    for row in rows:
        if row["label"] in seen:
            yield Fault(name, problem, row.number, "label", row["label"])
        seen.add(row["label"])
