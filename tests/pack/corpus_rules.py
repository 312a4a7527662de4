"""Tables whose every cell is sound, and that contradict themselves, each other or the course."""

from tests.pack.corpus import TABLES, Case, rows_of, text_of


def changed(kind: str, table: str, row: int, said: str, **cells: str) -> Case:
    """A table of which a row has other cells; the complaint is of the first of these."""
    rows = rows_of(table)
    for column, value in cells.items():
        place = rows[0].index(column)
        assert rows[row - 1][place] != value, (kind, table, column)
        rows[row - 1][place] = value
    first = next(iter(cells))
    where = frozenset({(row, first)})
    return Case(kind, table, text_of(rows).encode(), where, (said,), judged=False)


def added(kind: str, table: str, said: str, column: str, row: list[str]) -> Case:
    """A table with a row more."""
    rows = [*rows_of(table), row]
    where = frozenset({(len(rows), column)})
    return Case(kind, table, text_of(rows).encode(), where, (said,), judged=False)


def row_of(table: str, key: str) -> int:
    """The row of a key, as a spreadsheet counts."""
    return next(n for n, row in enumerate(rows_of(table), start=1) if row[0] == key)


LEDGER, AUDIENCE = "assumptions", "evidence-audience"
ABOVE = "must not be above the default of"
FIXED = {
    ("assumptions", "unit"): (2, "minutes"),
    ("gates", "measure"): (8, "gain"),
    ("gates", "unit"): (8, "count"),
    ("gates", "pass_at"): (8, "gate_G5"),
    ("gates", "borderline_at"): (8, "fit_tie"),
    ("gates", "stop_at"): (8, "gate_G9a_stop"),
    ("actions", "field"): (2, "topics"),
    ("evidence-audience", "series"): (2, ""),
    ("evidence-audience", "network"): (2, "x"),
    ("evidence-audience", "dimension"): (2, "age"),
    ("evidence-audience", "segment"): (2, "18-29"),
    ("networks", "audience_basis"): (3, "total"),
}
"""A row and another sound value of each column that says what a row is."""

CASES = (
    added(
        "taken key",
        "networks",
        "another meaning",
        "network",
        ["customers", "9", "Customers", "People who bought", "assumption", "#123456"],
    ),
    changed("nobody counts", "networks", 3, "must not be empty", audience_basis=""),
    changed("id of another table", "evidence-ads", 2, "another table of evidence", id="audi-001"),
    changed("more than all", AUDIENCE, 2, "between 0 and 100", value="840"),
    changed("upper end below", AUDIENCE, 2, "must not lie below value (84)", value_high="3"),
    changed("unknown evidence", "ratings", 2, "is no id of the tables", evidence="disc-999"),
    changed("unknown evidence", LEDGER, 2, "is no id of the tables", evidence="disc-999"),
    changed(
        "stop above trial", LEDGER, row_of(LEDGER, "gate_G4a_stop"), ABOVE, default="0.95", high="1"
    ),
    changed(
        "trial above pass",
        LEDGER,
        row_of(LEDGER, "borderline"),
        ABOVE,
        default="1.1",
        high="1.1",
        unit="factor",
    ),
    changed(
        "stop above pass", LEDGER, row_of(LEDGER, "gate_G9a_stop"), ABOVE, default="1.1", high="1.2"
    ),
    changed("default out of its range", LEDGER, 2, "must lie between low", default="50"),
    changed("share above 1", LEDGER, 29, "must be 1 or less", high="35"),
    changed("item of another dimension", "ratings", 2, "does not belong", item="b2b"),
    added(
        "format that nobody posts",
        "ratings",
        "asks for no such post",
        "item",
        ["facebook", "format", "text", "2", "teaching assumption", "", "Talk", "2026-11-26"],
    ),
    added("posts of none", "cadence", "is no network", "network", ["none", "lean", "text", "1"]),
    changed("more is better", "gates", 8, "more is better", direction="≤"),
    changed("less is better", "gates", 12, "less is better", direction="≥"),
    changed("unknown purpose", "gates", 18, "made of these words", applies_to_purposes="leeds"),
    changed("end before the beginning", "tasks", 2, "before from_day", to_day="3", from_day="5"),
    changed("no hours", "tasks", 2, "must hold the hours", hours=""),
    changed("more answers than comments", "posts-hotel", 2, "than the comments", answered="900"),
    changed("nothing to divide by", LEDGER, 2, "more than 0", low="0"),
    added("unknown term", "terms", "is not known", "key", ["age", "80+", "Over eighty", ""]),
    *(
        changed(f"other {column}", table, row, "must stay “", **{column: value})
        for (table, column), (row, value) in FIXED.items()
    ),
)
assert {case.table for case in CASES} <= set(TABLES)
