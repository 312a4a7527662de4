"""Packs that add a network to the course: what a trainer writes by hand, in four files."""

import csv
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from helpers import context

DATA = context.CHECKOUT / "data"
FILES = ("networks.csv", "ratings.csv", "cadence.csv", "assumptions.csv")
Rows = list[dict[str, str]]


@dataclass(frozen=True)
class Added:
    """A network that is in no file of the course, and the one of the course it is most like."""

    key: str
    name: str
    colour: str
    like: str
    users: str


BLUESKY = Added("bluesky", "Bluesky", "#1d7ed8", "threads", "0.06")
AGORA = Added("agora", "Agora", "#5d8a00", "linkedin", "0.9")
"""Invented, so that nothing in the course can know it; and so large that it is often chosen."""


def rows_of(network: Added) -> dict[str, Rows]:
    """The rows by file; every one is a teaching assumption."""
    told = {"basis": "teaching assumption", "evidence": "", "reviewed_on": "2026-11-26"}
    key, like = network.key, network.like
    with (DATA / "networks.csv").open(encoding="utf-8", newline="") as stream:
        place = sum(1 for _line in stream) - 1
    own = {"network": key, "position": str(place), "name": network.name, "colour": network.colour}
    own |= {"character": f"What {network.name} is for", "audience_basis": "assumption"}
    found: dict[str, Rows] = {"networks.csv": [own]}
    for file in ("ratings.csv", "cadence.csv"):
        found[file] = [{**row, "network": key} for row in read(file) if row["network"] == like]
    for row in found["ratings.csv"]:
        row |= {**told, "reason": f"Rated as {like} until somebody knows better"}
    found["assumptions.csv"] = [
        {**row, **told, "key": row["key"].replace(f"_{like}", f"_{key}"), "label": key.title()}
        for row in read("assumptions.csv")
        if row["key"]
        in {f"{k}_{like}" for k in ("messages", "listening_factor", "cost", "half_life")}
    ]
    users = {"key": f"users_{key}", "label": f"{network.name}: adults who use it", "unit": "share"}
    users |= {"low": "0.01", "default": network.users, "high": "0.95", "step": "0.01", **told}
    found["assumptions.csv"].append({**users, "reason": "No survey of the course counts it"})
    return found


def read(file: str) -> Rows:
    """The rows of a table of the course."""
    with (DATA / file).open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


def write(pack: Path, file: str, rows: Rows) -> None:
    """A table of a pack."""
    path = pack / file
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.DictWriter(stream, list(rows[0]))
        writer.writeheader()
        writer.writerows(rows)


def fill(
    pack: Path, network: Added, keep: Callable[[str, dict[str, str]], bool] = lambda *_row: True
) -> Path:
    """The course's own tables with the rows of a network behind them; ``keep`` may refuse some."""
    for file, rows in rows_of(network).items():
        write(pack, file, read(file) + [row for row in rows if keep(file, row)])
    return pack
