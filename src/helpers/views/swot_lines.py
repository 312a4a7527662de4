"""The lines of a SWOT board in words: what a firm wrote, or what its own answers suggest."""

from collections.abc import Iterable
from dataclasses import replace

from helpers.company import Company
from helpers.data import texts
from helpers.data.tables import Tables
from helpers.models import swot_seeds
from helpers.models.swot import Line
from helpers.models.swot_seeds import Seed
from helpers.words import locale
from helpers.words.locale import _, counted

SEEDS, EXAMPLE = "seeds", "example"
"""Groups of words in ``data/texts/swot.json``."""


def suggested(company: Company, tables: Tables, network: str = "") -> tuple[Line, ...]:
    """What the company file itself says; every proof is one of its own answers."""
    return _said(swot_seeds.seeds(company, tables, network), SEEDS, tables)


def example(company: Company, tables: Tables, network: str = "") -> tuple[Line, ...]:
    """The lines of the worked example."""
    return _said(swot_seeds.example(company, tables, network), EXAMPLE, tables)


def written(company: Company, tables: Tables, network: str = "") -> tuple[Line, ...]:
    """What a company wrote on its board, or what its file suggests."""
    own = (Line.of(entry) for entry in company.swot)
    known = tuple(
        line if line.action in tables.actions.index else replace(line, actions=(), action="")
        for line in own
    )
    return known or suggested(company, tables, network)


def wishes(lines: int, unproved: int, idle: int) -> str:
    """How many lines are wishes, without a full stop."""
    some = unproved + idle
    if not some:
        return _("No line is a wish")
    if some == lines:
        return counted("The only line is a wish", "All {number} lines are wishes", some)
    return counted(
        "{number} of {lines} lines is a wish",
        "{number} of {lines} lines are wishes",
        some,
        lines=locale.number(lines),
    )


def lacks(unproved: int, idle: int) -> str:
    """What the wishes lack, without a full stop; '' where there is none."""
    proof = counted("{number} lacks a proof", "{number} lack a proof", unproved)
    if not idle:
        return proof if unproved else ""
    if not unproved:
        return counted("{number} lacks an action", "{number} lack an action", idle)
    return _("{unproved}, {idle} an action").format(unproved=proof, idle=locale.number(idle))


def _said(seeds: Iterable[Seed], group: str, tables: Tables) -> tuple[Line, ...]:
    words = texts.load("swot")[group]
    return tuple(_line(seed, words[seed.key], tables) for seed in seeds)


def _line(seed: Seed, words: dict, tables: Tables) -> Line:
    fields = {kind: tables.name(kind, key) for kind, key in seed.terms.items()}
    fields |= {name: locale.plain(figure) for name, figure in seed.figures.items()}
    text, proof = (
        texts.said(words.get(part, ""), seed.number, **fields) for part in ("text", "proof")
    )
    return Line(seed.box, text, proof, seed.importance, seed.actions)
