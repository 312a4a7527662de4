"""Finds and reads ``data/``: each table in its first sound copy, calm about faults.

``data/datapackage.json`` (Data Package, Table Schema) declares the columns and their
limits once. A table is looked for in a trainer's pack, then in the checkout, then in
the copy that was installed: the first sound one is used, and every faulty one on the
way becomes one sentence in ``Tables.notices``. Nothing here ever writes.
"""

import json
from collections.abc import Callable
from dataclasses import replace
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType

import pandas as pd

from helpers import context
from helpers.data import (
    checks,
    csv_file,
    json_file,
    ledger_advice,
    money,
    packs,
    settings,
    workbook,
)
from helpers.data.fault import Fault
from helpers.data.files import is_file, is_inside
from helpers.data.notice import Kind, Notice, first_of
from helpers.data.settings import Settings
from helpers.data.sheet import Row
from helpers.data.stamps import stamp, stamps
from helpers.data.tables import Assumption, Evidence, TableError, Tables
from helpers.words.locale import EURO, _, follow

PACKAGE_FILE = "datapackage.json"
POSTS = "posts"
"""A month of posts for each case company; a pack may bring more, of any length."""


def _is_posts(resource: dict) -> bool:
    return str(resource["name"]).startswith(f"{POSTS}-")


def _months(
    descriptor: dict, folders: tuple[Path, ...], notices: list[Notice], sheets: dict[str, Path]
) -> dict:
    """The month of posts of each case company; one that cannot be read is left out."""
    template = next(r for r in descriptor["resources"] if _is_posts(r))
    columns = [field["name"] for field in template["schema"]["fields"]]
    months = {}
    keys = {path.stem for path in files(POSTS, "*.csv")}
    keys |= {one.removeprefix(workbook.POSTS) for one in sheets if one.startswith(workbook.POSTS)}
    for key in sorted(keys):
        name = f"{workbook.POSTS}{key}"
        resource = {**template, "name": name, "path": f"{POSTS}/{key}.csv"}
        rows, faulty = _first_sound({**resource, "sheet": sheets.get(name)}, folders, notices, {})
        if rows is None:
            rest = _("Until then this month of posts is left out.")
            notices.append(Notice.of(*faulty[0], rest))
        else:
            months[key] = pd.DataFrame(rows, columns=columns)
    return months


def _sound_rows(
    resource: dict, folders: tuple[Path, ...], notices: list[Notice], loaded: checks.Loaded
) -> list[Row]:
    """The rows of the first sound copy of a table. Raises TableError if there is none."""
    rows, faulty = _first_sound(resource, folders, notices, loaded)
    if rows is not None:
        return rows
    if faulty:
        raise TableError(first_of(faulty[0][1]))
    raise TableError(_("{file} was not found; restore it.").format(file=resource["path"]))


def _first_sound(
    resource: dict, folders: tuple[Path, ...], notices: list[Notice], loaded: checks.Loaded
) -> tuple[list[Row] | None, list[tuple[Path, list[Fault]]]]:
    """The rows of the first sound copy of a table, or None, and the faulty copies before it.

    Where there is a sound one, a notice is added for each faulty one and for its own oddities.
    """
    name, fields = resource["name"], resource["schema"]["fields"]
    primary = resource["schema"]["primaryKey"]
    paths = [folder / resource["path"] for folder in folders]
    paths = [path for path in paths if _counts(path)]
    pack = context.current().pack
    # A file of the table counts before the sheet of a workbook.
    if resource.get("sheet") and pack in folders and not is_file(pack / resource["path"]):
        paths.insert(0, resource["sheet"])
    faulty: list[tuple[Path, list[Fault]]] = []
    for place, path in enumerate(paths):
        rows, faults, oddities = _read(path, fields)
        file = workbook.name(path)
        faults += checks.twice(file, rows, fields, primary)
        if check := checks.check(name):
            faults += check(file, rows, loaded)
        faults += checks.foreign(file, rows, resource["schema"], loaded)
        if not faults and pack and path.is_relative_to(pack) and not _is_posts(resource):
            shipped, _faults, _oddities = csv_file.read(paths[place + 1], fields)
            faults = checks.against_course(name, file, rows, shipped, primary)
            advice = ledger_advice.told(file, rows, shipped) if name == "assumptions" else []
            if not faults:
                notices.extend(Notice.of(path, [one], kind=Kind.ADVICE) for one in advice)
        if not faults:
            rest = _("Until then the lesson uses the course's own table.")
            notices.extend(Notice.of(copy, found, rest) for copy, found in faulty)
            notices.extend(Notice.of(path, [oddity], kind=Kind.ODD) for oddity in oddities)
            return rows, faulty
        faulty.append((path, faults))
    return None, faulty


def _read(place: Path, fields: list[dict]) -> tuple[list[Row], list[Fault], list[Fault]]:
    """One table of a file or of a sheet in a workbook."""
    if workbook.is_sheet(place):
        return workbook.read(place, fields)
    return csv_file.read(place, fields)


def _without_incomplete(
    rows: dict[str, list[Row]], notices: list[Notice], shipped: Callable[[str], list[Row]]
) -> None:
    """Leave out, with a sentence, each network of which other tables lack a row.

    A network of the course stays: only new posts of a pack can make it lack anything, so it
    keeps the posts of the course.
    """
    names = {row["network"]: row["name"] for row in rows["networks"]}
    lacking = checks.incomplete(rows)
    if not lacking:
        return
    own = {row["network"] for row in shipped("networks")}
    for network, faults in lacking.items():
        rest = _("Until then the course goes on without “{network}”.")
        if network in own:
            rest = _("Until then “{network}” has the posts of the course's own table.")
        told: list[object] = [f for f in faults if not _waits(f.file, notices)]
        if not told:  # the rows may be there, in a table that is not used
            waits = _("“{network}” needs rows of {file}, which waits until its faults are mended.")
            told = [waits.format(network=names[network], file=faults[0].file)]
        notices.append(Notice.of(None, told, rest.format(network=names[network])))
    posts = [row for row in shipped("cadence") if row["network"] in lacking]
    rows["cadence"] = [row for row in rows["cadence"] if row["network"] not in lacking] + posts
    for name in ("networks", "ratings"):
        rows[name] = [row for row in rows[name] if row["network"] not in set(lacking) - own]


def _waits(file: str, notices: list[Notice]) -> bool:
    """Whether a table (its file in the course) of a pack, or its sheet, is not used for a fault."""
    stem = Path(file).stem
    faulty = (n.path for n in notices if n.kind is Kind.FAULTY and n.path is not None)
    return any(path.stem.casefold() == stem for path in faulty)


@lru_cache(maxsize=4)
def _load(folders: tuple[Path, ...], _stamps: tuple, _language: str) -> Tables:
    descriptor = json.loads(rules(PACKAGE_FILE).read_text(encoding="utf-8"))
    notices: list[Notice] = []
    rows: dict[str, list[Row]] = {}
    resources = [r for r in descriptor["resources"] if not _is_posts(r)]
    pack = context.current().pack
    tables = {resource["name"]: resource["path"] for resource in descriptor["resources"]}
    sheets = workbook.places(pack, tables) if pack in folders else {}
    # What others refer to is read first.
    order = ["", *checks.CHECKS]
    resources.sort(
        key=lambda r: order.index(r["name"].split("-")[0] if checks.check(r["name"]) else "")
    )
    for resource in resources:
        resource["sheet"] = sheets.get(resource["name"])
        rows[resource["name"]] = _sound_rows(resource, folders, notices, rows)
    by_name = {resource["name"]: resource for resource in resources}
    own = tuple(folder for folder in folders if folder != pack)
    _without_incomplete(rows, notices, lambda name: _sound_rows(by_name[name], own, [], rows))
    settled, told = _settings(folders, rows["lessons"])
    notices += told
    if settled.currency:
        shipped = {n: _sound_rows(by_name[n], own, [], rows) for n in ("assumptions", "actions")}
        rows["assumptions"] = money.ledger(
            rows["assumptions"], shipped["assumptions"], settled.currency
        )
        rows["actions"] = money.column(
            rows["actions"], shipped["actions"], "action", settled.currency
        )
    assumptions = {
        row["key"]: Assumption(**{**row, "evidence": tuple(row["evidence"].split())})
        for row in rows["assumptions"]
    }
    evidence = {row["id"]: Evidence(**row) for _table, row in checks.evidence_rows(rows)}
    posts = _months(descriptor, folders, notices, sheets)
    return Tables(
        networks=_frame(rows["networks"], "network", "position"),
        ratings=pd.DataFrame(rows["ratings"]),
        levels=_frame(rows["levels"], "level", "position"),
        cadence=pd.DataFrame(rows["cadence"]),
        terms=pd.DataFrame(rows["terms"]).set_index(["kind", "key"]),
        assumptions=MappingProxyType(assumptions),
        evidence=MappingProxyType(evidence),
        actions=_frame(rows["actions"], "action"),
        gates=_frame(rows["gates"], "gate", "order"),
        tasks=_frame(rows["tasks"], "task", "position"),
        points=_frame(rows["points"], "id"),
        lessons=_frame(rows["lessons"], "lesson", "number"),
        ways=pd.DataFrame(rows["ways"]).sort_values("position", kind="stable"),
        timings=pd.DataFrame(rows["timings"]).sort_values("position", kind="stable"),
        syllabuses=pd.DataFrame(rows["syllabuses"]).sort_values("position", kind="stable"),
        posts=MappingProxyType(posts),
        notices=(
            *(one for one in notices if one.kind is not Kind.ADVICE),
            *_unused(descriptor, folders),
        ),
        advice=tuple(one for one in notices if one.kind is Kind.ADVICE),
        settings=settled,
    )


def _settings(folders: tuple[Path, ...], lessons: list[Row]) -> tuple[Settings, list[Notice]]:
    """What the pack settles, and what is wrong with its file."""
    pack = context.current().pack
    if pack is None or pack not in folders:
        return Settings(), []
    known = settings.Known(
        {row["lesson"]: row["number"] for row in lessons},
        [path.stem for path in files("companies")],
    )
    settled, told = settings.read(pack, settings_rules(), known)
    return replace(settled, in_force=bool(packs.listing(pack))), told


_CURRENCIES: dict[Path, tuple[int, str]] = {}
"""The currency of each pack that was asked for, and when its file was changed then."""


def currency_code() -> str:
    """The letters of the currency of the present pack, read again only when its file has changed.

    Asked for with each sum that is written. A class without a pack, or with one that names no
    sound currency, reckons in euros.
    """
    pack = context.current().pack
    changed = stamp(pack / settings.FILE) if pack else 0
    if pack is None or not changed:
        return EURO
    if _CURRENCIES.get(pack, (0, ""))[0] != changed:
        _CURRENCIES[pack] = (changed, EURO)  # what is told on the way is told in euros
        document, _told = json_file.read(pack / settings.FILE)
        nothing = settings.Known({"": 0}, ())
        settled, _faults = settings.check(document, settings_rules(), nothing, pack)
        _CURRENCIES[pack] = (changed, settled.currency.code if settled.currency else EURO)
    return _CURRENCIES[pack][1]


follow(currency_code)


def settings_rules() -> dict:
    """The schema of a pack's settings. Raises TableError if it is missing."""
    declared: dict = json.loads(rules(settings.SCHEMA).read_text(encoding="utf-8"))
    return declared


def _frame(rows: list[Row], key: str, order: str = "") -> pd.DataFrame:
    """Rows by their key, in the order of a column if one is named."""
    if order:
        rows = sorted(rows, key=lambda row: row[order])
    return pd.DataFrame(rows).set_index(key)


def _unused(descriptor: dict, folders: tuple[Path, ...]) -> list[Notice]:
    """A sentence for each file of the pack that is not used."""
    pack = context.current().pack
    if pack not in folders:
        return []
    own = [folder for folder in folders if folder != pack]
    tables = {resource["name"]: resource["path"] for resource in descriptor["resources"]}
    known = {settings.FILE, *tables.values()}
    for folder in own:
        for room in packs.DOCUMENTS:
            known |= {f"{room}/{path.name}" for path in (folder / room).glob("*.json")}
    return [*workbook.notices(pack, tables), *packs.notices(pack, known)]


def load() -> Tables:
    """The tables of the present context; read again only when a file has changed.

    Raises TableError, with a sentence, only if not even the installed copy is sound.
    """
    folders = context.current().data_folders
    if not any((folder / PACKAGE_FILE).is_file() for folder in folders):
        raise TableError(_("The folder data was not found; restore it from the course."))
    return _load(folders, stamps(), context.current().language)


def sheets(pack: Path) -> list[Path]:
    """The sheets in the workbooks of a pack that are read as tables, if no file is before them."""
    resources = json.loads(rules(PACKAGE_FILE).read_text(encoding="utf-8"))["resources"]
    tables = {resource["name"]: resource["path"] for resource in resources}
    return sorted(workbook.places(pack, tables).values())


def copies(relative: str) -> tuple[Path, ...]:
    """Every copy of a file of ``data/`` that is no table, best first."""
    paths = (folder / relative for folder in context.current().data_folders)
    return tuple(path for path in paths if _counts(path))


def _counts(path: Path) -> bool:
    """Whether there is a file; nothing outside a pack is read for it."""
    pack = context.current().pack
    return is_file(path) and (
        pack is None or not path.is_relative_to(pack) or is_inside(path, pack)
    )


def is_brought(relative: str, tables: Tables) -> bool:
    """Whether a table of these is the pack's own: its file is there, and nothing is wrong in it."""
    pack = context.current().pack
    if pack is None or not is_file(pack / relative):
        return False
    faulty = (n.path for n in tables.notices if isinstance(n, Notice) and n.kind is Kind.FAULTY)
    return pack / relative not in faulty


def rules(name: str) -> Path:
    """The course's own copy of a file that says what tables or companies may hold.

    A pack replaces tables, never their rules. Raises TableError if there is none.
    """
    pack = context.current().pack
    for path in copies(name):
        if path.parent != pack:
            return path
    raise TableError(_("{file} was not found; restore it.").format(file=name))


def files(folder: str, pattern: str = "*.json") -> tuple[Path, ...]:
    """The files of a folder of ``data/`` by name, a pack's copy before the course's."""
    found: dict[str, Path] = {}
    for base in context.current().data_folders:
        for path in sorted((base / folder).glob(pattern)):
            if _counts(path) and not packs.is_beside(path.name):
                found.setdefault(path.name, path)
    return tuple(found[name] for name in sorted(found))
