"""The decision memo: a page that is signed, and an annex of what it rests on."""

from dataclasses import fields, is_dataclass, replace
from typing import Any

from helpers.findings import Findings
from helpers.memo.annex import annex
from helpers.memo.document import Memo
from helpers.memo.own_words import shortened
from helpers.memo.page_one import FIRM_WORDS, NAME, page_one
from helpers.views.in_force import logo_of
from helpers.words import escaping, locale
from helpers.words.locale import _


def compose(findings: Findings) -> Memo:
    """The memo in the language of the context."""
    brand = findings.tables.settings.brand
    title = _("Decision on social networks: {name}").format(name=findings.company.name)
    memo = Memo(
        title=title,
        language=str(locale.region()).replace("_", "-"),
        page=page_one(findings),
        annex_title=_("Annex: what page one rests on"),
        annex=tuple(annex(findings)),
        footer=_footer(findings),
        logo=logo_of(brand),
        foot=brand.footer,
    )
    printable: Memo = _printable(memo)
    return printable


def _footer(findings: Findings) -> tuple[str, str, str]:
    """Firm, day and page, around the two numbers."""
    said = _("{firm} · decision of {day} · page {number} of {all}")
    firm = shortened(findings.company.name, NAME, FIRM_WORDS)
    filled = said.format(firm="\0", day=locale.day(findings.today), number="\0", all="\0")
    before, middle, between, after = filled.split("\0")
    return before + firm + middle, between, after


def _printable(value: Any) -> Any:
    """The same memo without characters that no document can hold, wherever its words came from."""
    if isinstance(value, str):
        return escaping.printable(value)
    if isinstance(value, tuple):
        return tuple(map(_printable, value))
    if is_dataclass(value) and not isinstance(value, type):
        return replace(value, **{f.name: _printable(getattr(value, f.name)) for f in fields(value)})
    return value
