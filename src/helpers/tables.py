"""Reads ``data/``: typed tables, the assumption ledger, the evidence; calm about faults.

``data/datapackage.json`` (Data Package, Table Schema) declares the columns and their
limits once. A table is looked for in a trainer's pack, then in the checkout, then in
the copy that was installed: the first sound one is used, and every faulty one on the
way becomes one sentence in ``Tables.notices``. Nothing here ever writes.
"""

import csv
import difflib
import io
import json
import re
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from functools import cached_property, lru_cache
from pathlib import Path
from types import MappingProxyType

import pandas as pd

from helpers import context
from helpers.locale import _

NONE = "none"
"""Key of the option "no network: website and search first"."""

PACKAGE_FILE = "datapackage.json"


class TableError(ValueError):
    """No sound copy of a table was found; the message is a sentence for the reader."""


@dataclass(frozen=True)
class Fault:
    """One fault in one table; its ``str`` is the sentence a trainer reads.

    ``row`` counts as a spreadsheet does (the header is row 1); None means the whole file.
    """

    file: str
    problem: str
    row: int | None = None
    column: str = ""
    value: str = ""

    def __str__(self) -> str:
        place = [self.file]
        if self.row:
            place.append(_("row {row}").format(row=self.row))
        if self.column:
            place.append(_("column {column}").format(column=self.column))
        value = f"“{self.value}” " if self.value else ""
        return f"{', '.join(place)}: {value}{self.problem}"


@dataclass(frozen=True)
class Assumption:
    """A row of the ledger. ``expected`` is the beta-PERT mean (low + 4·default + high) / 6."""

    key: str
    label: str
    low: float
    default: float
    high: float
    step: float
    unit: str
    basis: str
    evidence: tuple[str, ...]
    reason: str
    reviewed_on: date

    @property
    def expected(self) -> float:
        return (self.low + 4 * self.default + self.high) / 6


@dataclass(frozen=True)
class Evidence:
    """A published figure with its source. ``year`` is the year of the data, if known."""

    id: str
    metric: str
    network: str
    dimension: str
    segment: str
    value: float
    value_high: float | None
    unit: str
    population: str
    country: str
    year: int | None
    publisher: str
    title: str
    url: str
    quoted_by: str
    confidence: str

    STALE_AFTER_YEARS = 3

    def is_stale(self, today: date) -> bool:
        """Older than three years, or undated: to be read as a hint, not as today's figure."""
        return self.year is None or today.year - self.year > self.STALE_AFTER_YEARS


@dataclass(frozen=True, eq=False)
class Tables:
    """All of ``data/``, typed. Frames are for reading: do not change them in place.

    Compared and hashed by identity, so that models may cache what they derive from it.
    """

    networks: pd.DataFrame
    ratings: pd.DataFrame
    levels: pd.DataFrame
    cadence: pd.DataFrame
    terms: pd.DataFrame
    assumptions: Mapping[str, Assumption]
    evidence: Mapping[str, Evidence]
    actions: pd.DataFrame
    gates: pd.DataFrame
    plan: pd.DataFrame
    points: pd.DataFrame
    posts: Mapping[str, pd.DataFrame]
    notices: tuple[str, ...]

    @cached_property
    def network_keys(self) -> tuple[str, ...]:
        """The networks in course order, without the option of having none."""
        return tuple(key for key in self.networks.index if key != NONE)

    @cached_property
    def option_keys(self) -> tuple[str, ...]:
        """The option of having none, then the networks in course order."""
        return (NONE, *self.network_keys)

    def name(self, kind: str, key: str) -> str:
        """What the learner calls a network, level, action or term (purpose, market, age …)."""
        frames = {"network": self.networks, "level": self.levels, "action": self.actions}
        if kind in frames:
            return _(frames[kind].at[key, "name"])
        return _(self.terms.at[(kind, key), "name"])

    def keys(self, kind: str) -> tuple[str, ...]:
        """The keys of one kind of term, in order."""
        return self._keys_by_kind[kind]

    @cached_property
    def _keys_by_kind(self) -> Mapping[str, tuple[str, ...]]:
        # Models ask for them thousands of times, and a look-up in a frame is slow.
        kinds = self.terms.index.get_level_values("kind").unique()
        return {kind: tuple(self.terms.loc[kind].index) for kind in kinds}

    def default(self, key: str) -> float:
        """The default of an assumption."""
        return self.assumptions[key].default

    def expected(self, key: str) -> float:
        """The beta-PERT mean of an assumption."""
        return self.assumptions[key].expected


def read(path: Path, fields: list[dict]) -> tuple[list[dict], list[Fault], list[Fault]]:
    """Read one CSV file against its declared fields.

    Returns the typed rows, the faults (a table with a fault is not used) and the
    oddities (a table with an oddity is used, and the reader is told): a byte order
    mark, semicolons, decimal commas and Windows-1253 text, all of which a spreadsheet
    program set to Greek writes by itself.
    """
    name = path.name
    raw = path.read_bytes()
    oddities: list[Fault] = []
    text = _decoded(raw, name, oddities)
    if not text.strip():
        return [], [Fault(name, _("is empty; restore it from the course."))], oddities
    delimiter = _delimiter(text)
    if delimiter == ";":
        remedy = _(
            "was saved with semicolons and was read so; choose “CSV UTF-8 (comma)” when you save."
        )
        oddities.append(Fault(name, remedy, 1, value=";"))
    lines = list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter))
    header = [cell.strip() for cell in lines[0]]
    faults = _header_faults(name, header, fields)
    if faults:
        return [], faults, oddities
    rows = []
    for number, line in enumerate(lines[1:], start=2):
        if not any(cell.strip() for cell in line):
            continue
        if len(line) != len(header):
            problem = _("has {found} cells where the header has {expected}; add or remove cells.")
            problem = problem.format(found=len(line), expected=len(header))
            faults.append(Fault(name, problem, number))
            continue
        cells = dict(zip(header, line, strict=True))
        row = {}
        for field in fields:
            cell = cells.get(field["name"], "").strip()
            row[field["name"]], problem, odd = _cell(cell, field)
            if problem:
                faults.append(Fault(name, problem, number, field["name"], cell))
            if odd and not any(o.column for o in oddities):
                oddities.append(Fault(name, odd, number, field["name"], cell))
        rows.append(row)
    if not rows and not faults:
        faults.append(Fault(name, _("has a header and no rows; restore it from the course.")))
    return rows, faults, oddities


def _decoded(raw: bytes, name: str, oddities: list[Fault]) -> str:
    if raw.startswith(b"\xef\xbb\xbf"):
        problem = _("starts with a byte order mark, which was ignored; nothing else to do.")
        oddities.append(Fault(name, problem, 1))
        raw = raw[3:]
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError as error:
        row = raw[: error.start].count(b"\n") + 1
        text = raw.decode("cp1253", errors="replace")
        line = text.splitlines()[row - 1]
        columns = line[: len(raw[: error.start].splitlines()[-1])] if error.start else ""
        position = columns.count(_delimiter(text))
        header = re.split("[,;]", text.splitlines()[0])
        column = header[position] if position < len(header) else ""
        value = next(csv.reader([line], delimiter=_delimiter(text)))
        problem = _("was read as Windows-1253 Greek; choose “CSV UTF-8” when you save.")
        shown = value[position] if position < len(value) else ""
        oddities.append(Fault(name, problem, row, column, shown))
        return text


def _delimiter(text: str) -> str:
    header = text.split("\n", 1)[0]
    return ";" if header.count(";") > header.count(",") else ","


def _header_faults(name: str, header: list[str], fields: list[dict]) -> list[Fault]:
    faults = []
    for field in fields:
        if field["name"] in header:
            continue
        near = difflib.get_close_matches(field["name"], header, 1)
        problem = _("is missing; add it to the header.")
        if near:
            problem = _("is missing; did you call it “{near}”?").format(near=near[0])
        faults.append(Fault(name, problem, 1, field["name"]))
    return faults


_NUMBER = re.compile(r"[+-]?\d+(?:\.\d+)?")
_DECIMAL_COMMA = re.compile(r"[+-]?\d+,\d+")


def _cell(cell: str, field: dict) -> tuple[object, str, str]:
    """The typed value of a cell, what is wrong with it, and what is odd about it."""
    limits = field.get("constraints", {})
    kind = field["type"]
    if not cell:
        problem = _("must not be empty; fill it in.") if limits.get("required") else ""
        return ("" if kind == "string" else None), problem, ""
    odd = ""
    value: object = cell
    if kind in ("number", "integer"):
        if _DECIMAL_COMMA.fullmatch(cell):
            odd = _("was read with a decimal comma; write a point.")
            cell = cell.replace(",", ".")
        if not _NUMBER.fullmatch(cell):
            return None, _("must be a number; write digits, as in 0.5."), ""
        value = float(cell)
        if kind == "integer":
            if value != int(value):
                return None, _("must be a whole number."), ""
            value = int(value)
        return value, _limit_problem(value, limits), odd
    if kind == "date":
        try:
            return date.fromisoformat(cell), "", ""
        except ValueError:
            return None, _("must be a date such as 2026-11-23."), ""
    allowed = limits.get("enum")
    if allowed and cell not in allowed:
        near = difflib.get_close_matches(cell.lower(), allowed, 1)
        problem = _("must be one of {allowed}.").format(allowed=", ".join(allowed))
        if near:
            problem += " " + _("Did you mean “{near}”?").format(near=near[0])
        return None, problem, ""
    if len(cell) > limits.get("maxLength", len(cell)):
        remedy = _("is longer than {most} characters; shorten it.")
        return None, remedy.format(most=limits["maxLength"]), ""
    if "pattern" in limits and not re.fullmatch(limits["pattern"], cell):
        return None, _("must look like {pattern}.").format(pattern=limits["pattern"]), ""
    return value, "", ""


def _limit_problem(value: float, limits: dict) -> str:
    low, high = limits.get("minimum"), limits.get("maximum")
    if low is not None and value < low:
        return _("must be {low} or more.").format(low=low)
    if high is not None and value > high:
        return _("must be {high} or less.").format(high=high)
    return ""


def _key_faults(name: str, rows: list[dict], primary: Iterable[str]) -> list[Fault]:
    """Rows that stand twice under the same key."""
    columns = list(primary)
    seen: dict[tuple, int] = {}
    faults = []
    for number, row in enumerate(rows, start=2):
        key = tuple(row[column] for column in columns)
        if key in seen:
            problem = _("stands in row {first} already; keep one of the two.")
            problem = problem.format(first=seen[key])
            faults.append(Fault(name, problem, number, columns[-1], " ".join(map(str, key))))
        seen.setdefault(key, number)
    return faults


def _ledger_faults(rows: list[dict]) -> list[Fault]:
    """What Table Schema cannot say of the ledger: the order of the range, shares up to 1."""
    faults = []
    for number, row in enumerate(rows, start=2):
        low, default, high = row["low"], row["default"], row["high"]
        if not low <= default <= high:
            problem = _("must lie between low ({low}) and high ({high}).")
            problem = problem.format(low=low, high=high)
            faults.append(Fault("assumptions.csv", problem, number, "default", str(default)))
        elif row["unit"] == "share" and high > 1:
            problem = _("is a share and must be 1 or less; write 0.35 for 35 %.")
            faults.append(Fault("assumptions.csv", problem, number, "high", str(high)))
    return faults


SHARED_THRESHOLDS = (
    ("G2a", "pass_at", "least_audience"),
    ("G3a", "pass_at", "fit_line"),
    ("G4a", "borderline_at", "borderline"),
    ("G4b", "pass_at", "least_gain"),
    ("G6a", "pass_at", "full_load"),
)
"""Thresholds of the gates that earlier lessons know from the ledger: gate, column, key."""


def _one_threshold(gates: list[dict], assumptions: Mapping[str, Assumption]) -> list[str]:
    """Gates and ledger say the same; where they do not, the ledger counts and a sentence tells."""
    told = []
    for gate, column, key in SHARED_THRESHOLDS:
        value = assumptions[key].default
        for number, row in enumerate(gates, start=2):
            if row["gate"] == gate and row[column] != value:
                problem = _(
                    "must be the value of “{key}” in assumptions.csv ({value}); change both. "
                    "Until then that value counts."
                ).format(key=key, value=value)
                told.append(str(Fault("gates.csv", problem, number, column, str(row[column]))))
                row[column] = value
    return told


def _threshold(row: dict) -> Assumption:
    """The threshold of a gate as a row of the ledger, for controls and sources."""
    known = {key: row[key] for key in ("label", "low", "high", "step", "reason", "reviewed_on")}
    units = {"score": "share", "tenths": "share", "parts": "", "count": ""}
    multiples = ("coverage", "euros", "wait", "customers", "accepted")
    unit = "factor" if row["measure"] in multiples else units.get(row["unit"], row["unit"])
    return Assumption(
        key=f"gate_{row['gate']}",
        default=row["pass_at"],
        unit=unit,
        basis="teaching assumption",
        evidence=(),
        **known,
    )


def _gate_faults(rows: list[dict]) -> list[Fault]:
    """What Table Schema cannot say of the gates: the threshold lies within its range."""
    faults = []
    for number, row in enumerate(rows, start=2):
        if not row["low"] <= row["pass_at"] <= row["high"]:
            problem = _("must lie between low ({low}) and high ({high}).")
            problem = problem.format(low=row["low"], high=row["high"])
            faults.append(Fault("gates.csv", problem, number, "pass_at", str(row["pass_at"])))
    return faults


def _missing_rows(
    name: str, rows: list[dict], shipped: list[dict], primary: list[str]
) -> list[Fault]:
    """The first row that the course needs and a pack's table has lost."""
    have = {tuple(row[c] for c in primary) for row in rows}
    for row in shipped:
        key = tuple(row[c] for c in primary)
        if key not in have:
            problem = _("the row “{key}” is missing; copy it back from the course's own table.")
            return [Fault(name, problem.format(key=" ".join(map(str, key))))]
    return []


POSTS = "posts"
"""A month of posts for each case company; a pack may bring more, of any length."""


def _is_posts(resource: dict) -> bool:
    return resource["name"].startswith(f"{POSTS}-")


def _months(descriptor: dict, folders: tuple[Path, ...], notices: list[str]) -> dict:
    """The month of posts of each case company; one that cannot be read is left out."""
    template = next(r for r in descriptor["resources"] if _is_posts(r))
    columns = [field["name"] for field in template["schema"]["fields"]]
    months = {}
    for path in files(POSTS, "*.csv"):
        resource = {**template, "path": f"{POSTS}/{path.name}"}
        with suppress(TableError):
            rows = _sound_rows(resource, folders, notices)
            months[path.stem] = pd.DataFrame(rows, columns=columns)
    return months


MORE_RULES = {"assumptions": _ledger_faults, "gates": _gate_faults}
"""Checks of whole rows, by the name of the table."""


def _sound_rows(resource: dict, folders: tuple[Path, ...], notices: list[str]) -> list[dict]:
    """The rows of the first sound copy of a table; a sentence for each faulty one before it."""
    fields, primary = resource["schema"]["fields"], resource["schema"]["primaryKey"]
    paths = [folder / resource["path"] for folder in folders]
    paths = [path for path in paths if path.is_file()]
    pack = context.current().pack
    for position, path in enumerate(paths):
        rows, faults, oddities = read(path, fields)
        faults = faults or _key_faults(path.name, rows, primary)
        if not faults and resource["name"] in MORE_RULES:
            faults = MORE_RULES[resource["name"]](rows)
        if not faults and pack and path.is_relative_to(pack) and not _is_posts(resource):
            shipped, _faults, _oddities = read(paths[position + 1], fields)
            faults = _missing_rows(path.name, rows, shipped, primary)
        if not faults:
            notices.extend(str(oddity) for oddity in oddities)
            return rows
        more = len(faults) - 1
        sentence = str(faults[0])
        if more:
            sentence += " " + _("({more} more after this one.)").format(more=more)
        notices.append(sentence + " " + _("Until then the lesson uses the course's own table."))
    if notices:
        raise TableError(notices[-1])
    raise TableError(_("{file} was not found; restore it.").format(file=resource["path"]))


@lru_cache(maxsize=4)
def _load(folders: tuple[Path, ...], _stamps: tuple, _language: str) -> Tables:
    pack = context.current().pack
    # The descriptor is the course's own: a pack replaces tables, never their rules.
    rules = next(f for f in folders if f != pack and (f / PACKAGE_FILE).is_file())
    descriptor = json.loads((rules / PACKAGE_FILE).read_text(encoding="utf-8"))
    notices: list[str] = []
    rows = {
        r["name"]: _sound_rows(r, folders, notices)
        for r in descriptor["resources"]
        if not _is_posts(r)
    }
    assumptions = {
        row["key"]: Assumption(**{**row, "evidence": tuple(row["evidence"].split())})
        for row in rows["assumptions"]
    }
    notices += _one_threshold(rows["gates"], assumptions)
    assumptions |= {f"gate_{row['gate']}": _threshold(row) for row in rows["gates"]}
    evidence = {
        row["id"]: Evidence(**row)
        for name, table in rows.items()
        if name.startswith("evidence-")
        for row in table
    }
    return Tables(
        networks=pd.DataFrame(rows["networks"]).set_index("network"),
        ratings=pd.DataFrame(rows["ratings"]),
        levels=pd.DataFrame(rows["levels"]).set_index("level"),
        cadence=pd.DataFrame(rows["cadence"]),
        terms=pd.DataFrame(rows["terms"]).set_index(["kind", "key"]),
        assumptions=MappingProxyType(assumptions),
        evidence=MappingProxyType(evidence),
        actions=pd.DataFrame(rows["actions"]).set_index("action"),
        gates=pd.DataFrame(rows["gates"]).set_index("gate").sort_values("order"),
        plan=pd.DataFrame(rows["plan"]).set_index("task").sort_values("position"),
        points=pd.DataFrame(rows["points"]).set_index("id"),
        posts=MappingProxyType(_months(descriptor, folders, notices)),
        notices=tuple(notices),
    )


def load() -> Tables:
    """The tables of the present context; read again only when a file has changed.

    Raises TableError, with a sentence, only if not even the installed copy is sound.
    """
    folders = context.current().data_folders
    if not any((folder / PACKAGE_FILE).is_file() for folder in folders):
        raise TableError(_("The folder data was not found; restore it from the course."))
    stamps = tuple(
        (str(path), path.stat().st_mtime_ns)
        for folder in folders
        for path in sorted(folder.rglob("*.csv"))
    )
    return _load(folders, stamps, context.current().language)


def copies(relative: str) -> tuple[Path, ...]:
    """Every copy of a file of ``data/`` that is no table, best first."""
    paths = (folder / relative for folder in context.current().data_folders)
    return tuple(path for path in paths if path.is_file())


def find(relative: str) -> Path:
    """The best copy of a file of ``data/`` that is no table."""
    found = copies(relative)
    if not found:
        raise TableError(_("{file} was not found; restore it.").format(file=relative))
    return found[0]


def files(folder: str, pattern: str = "*.json") -> tuple[Path, ...]:
    """The files of a folder of ``data/`` by name, a pack's copy before the course's."""
    found: dict[str, Path] = {}
    for base in context.current().data_folders:
        for path in sorted((base / folder).glob(pattern)):
            found.setdefault(path.name, path)
    return tuple(found[name] for name in sorted(found))
