"""What a Table Schema cannot say of the tables: rules of whole rows, and between tables.

A check gets the rows of its table and the tables that were read before it, and returns
faults. ``CHECKS`` names them in the order in which tables have to be read.
"""

import difflib
from collections.abc import Callable, Iterator, Mapping

from helpers.data.fault import Fault
from helpers.data.sheet import Row, repeated
from helpers.words.locale import _

Loaded = Mapping[str, list[Row]]

NONE = "none"
"""Key of the option "no network: website and search first"."""

LESS_IS_BETTER = ("vetoes", "at_once", "load", "needed")
"""Measures of gates that must stay below their threshold; all others above."""
EVER_USE = "ever_use"
"""The series of evidence that reach is computed from; its wording may change, its key not."""
ASSUMED = "assumption"
"""Of ``audience_basis``: no survey counts who uses the network, so the ledger says it."""
LEDGER_OF_NETWORK = ("messages", "listening_factor", "cost", "half_life")
"""Rows of the ledger that each network has: ``messages_facebook`` and so on."""
USERS = "users"
"""The row of the ledger with the share of adults who use a network that no survey counts."""


_TAKEN = """
about add add_sure ads after ages all_talk alone ambitious answered articles asked before best buy
buy_sure could customers drop engaged euros even exponential faded filled first fit further gone
held homes hour lean left likely linear links longer made minutes mix month more naive new_pages
now own pairwise part people person pile plain popular popularity post posts presence pressing
price printed promised rest right right_of round set sheet short silent social standard stopped
sure swot talk talks telephone there thin together turns_followers turns_found turns_stay wall
week weight wish work year
"""
TAKEN = frozenset(_TAKEN.split())
"""What figures are called beside networks, actions and terms: ``wish.met``, ``set2.posts``."""


def networks(name: str, rows: list[Row], loaded: Loaded) -> list[Fault]:
    """Keys that nothing else has, and somebody who counts the users, or the ledger assumes them."""
    taken = {row["action"] for row in loaded["actions"]} | TAKEN
    taken |= {row["key"] for row in loaded["terms"] if row["kind"] != "medium"}
    faults = []
    for row in rows:
        if row["network"] == NONE:
            continue
        if row["network"].rstrip("0123456789") in taken:
            problem = _("has another meaning in the course already; choose another key.")
            faults.append(Fault(name, problem, row.number, "network", row["network"]))
        if not row["audience_basis"]:
            problem = _("must not be empty; fill it in.")
            faults.append(Fault(name, problem, row.number, "audience_basis"))
    return faults


def evidence_rows(loaded: Loaded) -> Iterator[tuple[str, Row]]:
    """Every row of the tables of evidence, with the name of its table."""
    for table, rows in loaded.items():
        if table.startswith("evidence-"):
            yield from ((table, row) for row in rows)


def evidence(name: str, rows: list[Row], loaded: Loaded) -> list[Fault]:
    """Ids are unique over all tables of evidence; a share of people is a percentage."""
    faults = []
    others = {row["id"] for _table, row in evidence_rows(loaded)}
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
    known = {row["id"] for _table, row in evidence_rows(loaded)}
    faults = []
    for row in rows:
        for key in row["evidence"].split():
            if key not in known:
                problem = _("is no id of the tables of evidence; correct it or leave it out.")
                faults.append(Fault(name, problem, row.number, "evidence", key))
    return faults


ASCENDING = (
    ("gate_G4a_stop", "borderline"),
    ("borderline", "gate_G4a"),
    ("gate_G9a_stop", "gate_G9a"),
)
"""Rows of the ledger of which the first must not exceed the second: who passes is not stopped."""


def ledger(name: str, rows: list[Row], loaded: Loaded) -> list[Fault]:
    """The order of the range, shares up to 1, thresholds that ascend, evidence that there is."""
    faults = []
    by_key = {row["key"]: row for row in rows}
    for row, above in ((by_key.get(one), by_key.get(other)) for one, other in ASCENDING):
        if row and above and row["default"] > above["default"]:
            problem = _("must not be above the default of “{key}” ({value}).")
            problem = problem.format(key=above["key"], value=above["default"])
            faults.append(Fault(name, problem, row.number, "default", str(row["default"])))
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


FORMAT = "format"
MADE_LIKE = {"micro": "text", "pin": "photo"}
"""Posts that take less time to make than their format, and ask for the same ability."""


def _posted(network: str, loaded: Loaded) -> set[str]:
    """The formats that a network's cadence asks for."""
    made = {row["format"] for row in loaded["cadence"] if row["network"] == network}
    return {MADE_LIKE.get(item, item) for item in made}


def ratings(name: str, rows: list[Row], loaded: Loaded) -> list[Fault]:
    """Every item belongs to its dimension (leads are rated by market); evidence that there is."""
    items = {(row["kind"], row["key"]) for row in loaded["terms"]}
    items.add(("lift", "people"))
    items |= {("leads", market) for kind, market in items if kind == "market"}
    items.discard(("purpose", "leads"))
    faults = []
    # A network without any post is told once, for what it lacks (``incomplete``).
    posting = {row["network"] for row in loaded["cadence"]}
    for row in rows:
        if (row["dimension"], row["item"]) not in items:
            problem = _("does not belong to the dimension {dimension}; correct one of the two.")
            problem = problem.format(dimension=row["dimension"])
            faults.append(Fault(name, problem, row.number, "item", row["item"]))
        elif (
            row["dimension"] == FORMAT
            and row["network"] in posting
            and row["item"] not in _posted(row["network"], loaded)
        ):
            problem = _("is rated, but cadence.csv asks for no such post; remove this row.")
            faults.append(Fault(name, problem, row.number, "item", row["item"]))
    return faults + _cited(name, rows, loaded)


def cadence(name: str, rows: list[Row], _loaded: Loaded) -> list[Fault]:
    """Posts belong to a network."""
    problem = _("is no network, and nobody posts there; remove this row.")
    return [
        Fault(name, problem, row.number, "network", NONE) for row in rows if row["network"] == NONE
    ]


def gates(name: str, rows: list[Row], loaded: Loaded) -> list[Fault]:
    """Directions that fit what is measured, purposes that there are."""
    purposes = [row["key"] for row in loaded["terms"] if row["kind"] == "purpose"]
    faults = []
    for row in rows:
        less = row["measure"] in LESS_IS_BETTER
        if (row["direction"] == "≤") != less:
            problem = _("must be {sign}: of “{measure}”, more is better.")
            if less:
                problem = _("must be {sign}: of “{measure}”, less is better.")
            problem = problem.format(sign="≤" if less else "≥", measure=row["measure"])
            faults.append(Fault(name, problem, row.number, "direction", row["direction"]))
        asked = row["applies_to_purposes"]
        if not set(asked.split()) <= set(purposes):
            problem = _("must be made of these words: {allowed}.")
            problem = problem.format(allowed=", ".join(purposes))
            faults.append(Fault(name, problem, row.number, "applies_to_purposes", asked))
    return faults


def tasks(name: str, rows: list[Row], _loaded: Loaded) -> list[Fault]:
    """No task ends before it begins, and each says its hours unless the level does."""
    early = _("must not lie before from_day ({day}).")
    faults = [
        Fault(name, early.format(day=r["from_day"]), r.number, "to_day", str(r["to_day"]))
        for r in rows
        if 0 < r["to_day"] < r["from_day"]
    ]
    unsaid = _("must hold the hours of one; only the level's work leaves them out.")
    faults += [
        Fault(name, unsaid, r.number, "hours", "")
        for r in rows
        if (r["hours"] is None) != (r["per"] == "level")
    ]
    return faults


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
    "networks": networks,
    "evidence": evidence,
    "assumptions": ledger,
    "cadence": cadence,
    "ratings": ratings,
    "gates": gates,
    "tasks": tasks,
    "posts": posts,
}
"""By the name of the table, or by what its name begins with (``evidence-ads``)."""


def check(table: str) -> Check | None:
    """The check of a table; None where its schema says everything."""
    return CHECKS.get(table.split("-")[0])


def foreign(name: str, rows: list[Row], schema: Mapping, loaded: Loaded) -> list[Fault]:
    """Cells that point to a row of another table, as the schema declares, and find none."""
    faults = []
    for key in schema.get("foreignKeys", ()):
        (column,), (other,) = key["fields"], key["reference"]["fields"]
        table = key["reference"]["resource"]
        known = [row[other] for row in loaded[table]]
        for row in rows:
            cell = row[column]
            if cell and cell not in known:
                problem = _("is no {column} of {file}; correct it, or add its row there.")
                problem = problem.format(column=other, file=f"{table}.csv")
                if near := difflib.get_close_matches(cell.lower(), known, 1):
                    problem += " " + _("Did you mean “{near}”?").format(near=near[0])
                faults.append(Fault(name, problem, row.number, column, cell))
    return faults


def _lacking(network: Row, loaded: Loaded) -> Iterator[tuple[str, str, str]]:
    """Rows that a network needs and no table has: file, column, what the row is for."""
    key = network["network"]
    rated = {(r["dimension"], r["item"]) for r in loaded["ratings"] if r["network"] == key}
    asked = {(r["dimension"], r["item"]) for r in loaded["ratings"] if r["network"] == NONE}
    asked = {pair for pair in asked if pair[0] != FORMAT}
    asked |= {(FORMAT, item) for item in _posted(key, loaded)}
    for pair in sorted(asked - rated):
        yield "ratings.csv", "network", " ".join((key, *pair))
    active = {row["level"] for row in loaded["cadence"] if row["network"] == key}
    for level in (row["level"] for row in loaded["levels"]):
        if level not in active:
            yield "cadence.csv", "network", f"{key} {level}"
    assumed = network["audience_basis"] == ASSUMED
    ledger_keys = {row["key"] for row in loaded["assumptions"]}
    for kind in (*LEDGER_OF_NETWORK, *([USERS] if assumed else ())):
        if f"{kind}_{key}" not in ledger_keys:
            yield "assumptions.csv", "key", f"{kind}_{key}"
    surveyed = (
        row["network"] == key and row.get("series") == EVER_USE and row["dimension"] == "total"
        for _table, row in evidence_rows(loaded)
    )
    if not assumed and not any(surveyed):
        yield "evidence/audience.csv", "network", f"{key} {EVER_USE} total"


def incomplete(loaded: Loaded) -> dict[str, list[Fault]]:
    """Networks of which other tables lack a row, with a fault for each row that is missing."""
    problem = _("has no row; add it.")
    return {
        network["network"]: faults
        for network in loaded["networks"]
        if network["network"] != NONE
        and (
            faults := [
                Fault(file, problem, column=column, value=value)
                for file, column, value in _lacking(network, loaded)
            ]
        )
    }


CLOSED = ("terms", "levels")
"""Tables whose rows can be changed, but not be more than the course's: models know each key."""
FIXED = {
    "assumptions": ("unit",),
    "gates": ("measure", "unit", "pass_at", "borderline_at", "stop_at"),
    "actions": ("field",),
    "evidence": ("series", "network", "dimension", "segment"),
    "networks": ("audience_basis",),
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
            if row.get(column) != own.get(column):
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
