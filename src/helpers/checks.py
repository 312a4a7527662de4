"""What a Table Schema cannot say of the tables: rules of whole rows, and between tables.

A check gets the rows of its table and the tables that were read before it, and returns
faults. ``CHECKS`` names them in the order in which tables have to be read.
"""

from collections.abc import Callable, Mapping

from helpers.csv_file import Fault, Row, repeated
from helpers.locale import _

Loaded = Mapping[str, list[Row]]

LESS_IS_BETTER = ("vetoes", "load", "wait")
"""Measures of gates that must stay below their threshold; all others above."""
EVER_USE = "ever_use"
"""The series of evidence that reach is computed from; its wording may change, its key not."""


def evidence(name: str, rows: list[Row], loaded: Loaded) -> list[Fault]:
    """Ids are unique over all tables of evidence; a share of people is a percentage."""
    faults = []
    others = {
        row["id"]: other
        for other, table in loaded.items()
        if other.startswith("evidence-")
        for row in table
    }
    for row in rows:
        if row["id"] in others:
            problem = _("stands in another table of evidence already; choose another id.")
            faults.append(Fault(name, problem, row.number, "id", row["id"]))
        if row.get("series") == EVER_USE and not 0 <= row["value"] <= 100:
            problem = _("is a share of people and must lie between 0 and 100.")
            faults.append(Fault(name, problem, row.number, "value", f"{row['value']:g}"))
        if row["value_high"] is not None and row["value_high"] < row["value"]:
            problem = _("is the upper end and must not lie below value ({value}).")
            problem = problem.format(value=f"{row['value']:g}")
            faults.append(Fault(name, problem, row.number, "value_high", f"{row['value_high']:g}"))
    return faults


def _cited(name: str, rows: list[Row], loaded: Loaded) -> list[Fault]:
    """Evidence that a row names, and that no table holds."""
    known = {row["id"] for other, t in loaded.items() if other.startswith("evidence-") for row in t}
    faults = []
    for row in rows:
        for key in row["evidence"].split():
            if key not in known:
                problem = _("is no id of the tables of evidence; correct it or leave it out.")
                faults.append(Fault(name, problem, row.number, "evidence", key))
    return faults


def ledger(name: str, rows: list[Row], loaded: Loaded) -> list[Fault]:
    """The order of the range, shares up to 1, evidence that there is."""
    faults = []
    for row in rows:
        low, default, high = row["low"], row["default"], row["high"]
        if not low <= default <= high:
            problem = _("must lie between low ({low}) and high ({high}).")
            problem = problem.format(low=low, high=high)
            faults.append(Fault(name, problem, row.number, "default", str(default)))
        elif row["unit"] == "share" and high > 1:
            problem = _("is a share and must be 1 or less; write 0.35 for 35 %.")
            faults.append(Fault(name, problem, row.number, "high", str(high)))
    return faults + _cited(name, rows, loaded)


def ratings(name: str, rows: list[Row], loaded: Loaded) -> list[Fault]:
    """Every item belongs to its dimension; evidence that there is."""
    items = {(row["kind"], row["key"]) for row in loaded["terms"]}
    items.add(("lift", "people"))
    faults = []
    for row in rows:
        if (row["dimension"], row["item"]) not in items:
            problem = _("does not belong to the dimension {dimension}; correct one of the two.")
            problem = problem.format(dimension=row["dimension"])
            faults.append(Fault(name, problem, row.number, "item", row["item"]))
    return faults + _cited(name, rows, loaded)


def gates(name: str, rows: list[Row], loaded: Loaded) -> list[Fault]:
    """Thresholds in their range and order, directions that fit what is measured."""
    purposes = [row["key"] for row in loaded["terms"] if row["kind"] == "purpose"]
    faults = []

    def fault(row: Row, column: str, problem: str) -> None:
        faults.append(Fault(name, problem, row.number, column, f"{row[column]}"))

    for row in rows:
        low, needed, high = row["low"], row["pass_at"], row["high"]
        less = row["measure"] in LESS_IS_BETTER
        if not low <= needed <= high:
            problem = _("must lie between low ({low}) and high ({high}).")
            fault(row, "pass_at", problem.format(low=low, high=high))
        if (row["direction"] == "≤") != less:
            problem = _("must be {sign}: of “{measure}”, more is better.")
            if less:
                problem = _("must be {sign}: of “{measure}”, less is better.")
            sign = "≤" if less else "≥"
            fault(row, "direction", problem.format(sign=sign, measure=row["measure"]))
        for column in ("stop_at", "borderline_at"):
            value = row[column]
            if value is not None and not less and value > needed:
                problem = _("must not be above pass_at ({needed}): who passes is not stopped.")
                fault(row, column, problem.format(needed=needed))
            if column == "stop_at" and value is not None and less and value < needed:
                problem = _("must not be below pass_at ({needed}): who passes is not stopped.")
                fault(row, column, problem.format(needed=needed))
        stop, trial = row["stop_at"], row["borderline_at"]
        if row["measure"] == "coverage" and None not in (stop, trial) and stop > trial:
            problem = _("must not be above borderline_at ({value}).")
            fault(row, "stop_at", problem.format(value=trial))
        for purpose in row["applies_to_purposes"].split():
            if purpose not in purposes:
                problem = _("must be made of these words: {allowed}.")
                fault(row, "applies_to_purposes", problem.format(allowed=", ".join(purposes)))
                break
    return faults


def plan(name: str, rows: list[Row], _loaded: Loaded) -> list[Fault]:
    """No task ends before it begins."""
    problem = _("must not lie before from_day ({day}).")
    return [
        Fault(name, problem.format(day=r["from_day"]), r.number, "to_day", str(r["to_day"]))
        for r in rows
        if r["to_day"] < r["from_day"]
    ]


def posts(name: str, rows: list[Row], _loaded: Loaded) -> list[Fault]:
    """No more comments are answered than there are."""
    problem = _("must not be more than the comments ({comments}).")
    return [
        Fault(
            name, problem.format(comments=r["comments"]), r.number, "answered", str(r["answered"])
        )
        for r in rows
        if r["answered"] > r["comments"]
    ]


Check = Callable[[str, list[Row], Loaded], list[Fault]]

CHECKS: dict[str, Check] = {
    "evidence": evidence,
    "assumptions": ledger,
    "ratings": ratings,
    "gates": gates,
    "plan": plan,
    "posts": posts,
}
"""By the name of the table, or by what its name begins with (``evidence-ads``)."""


def check(table: str) -> Check | None:
    """The check of a table; None where its schema says everything."""
    return CHECKS.get(table.split("-")[0])


CLOSED = ("networks", "terms", "levels")
"""Tables whose rows can be changed, but not be more than the course's: models know each key."""
FIXED = {
    "assumptions": ("unit",),
    "gates": ("measure", "unit"),
    "actions": ("field",),
    "evidence": ("network", "dimension", "segment"),
}
"""Columns that say what a row is, and that models rely on."""


def against_course(
    table: str, name: str, rows: list[Row], shipped: list[Row], primary: list[str]
) -> list[Fault]:
    """What a pack's table has lost, added or changed that the course cannot do with."""
    have = {tuple(row[c] for c in primary): row for row in rows}
    keys = {tuple(row[c] for c in primary): row for row in shipped}
    for key in keys:
        if key not in have:
            problem = _("the row “{key}” is missing; copy it back from the course's own table.")
            return [Fault(name, problem.format(key=" ".join(map(str, key))))]
    faults = []
    for key, row in have.items():
        own = keys.get(key)
        if own is None:
            if table in CLOSED:
                problem = _("is not known to the course; remove this row.")
                faults.append(Fault(name, problem, row.number, primary[-1], str(key[-1])))
            continue
        for column in FIXED.get(table.split("-")[0], ()):
            if row[column] != own[column]:
                problem = _("must stay “{value}”, because the calculation relies on it.")
                problem = problem.format(value=own[column])
                faults.append(Fault(name, problem, row.number, column, str(row[column])))
        if table == "assumptions" and own["low"] > 0 and row["low"] <= 0:
            problem = _("must be more than 0, because something is divided by it.")
            faults.append(Fault(name, problem, row.number, "low", f"{row['low']:g}"))
    return faults


def twice(name: str, rows: list[Row], fields: list[dict], primary: list[str]) -> list[Fault]:
    """Rows under one key, and values that have to be unique."""
    columns = [(f["name"],) for f in fields if f.get("constraints", {}).get("unique")]
    faults = []
    for group in dict.fromkeys([tuple(primary), *columns]):
        faults += repeated(name, rows, group)
    return faults
