"""What no sentence may say, whatever the figures: the sweep reads every one by these rules."""

import re
from collections.abc import Iterator
from functools import cache

from helpers.views.words import Words
from tools import catalogue

NUMBER = r"[<>−+]?€?\d[\d,.]*%?"
UNIT_WORDS = re.compile(rf"{NUMBER} (yes/no|ratio|factor|share|count)\b")
NO_NUMBER = re.compile(r"\b(nan|inf)\b|[−-]€?0(\.0+)?(?![\d.,])", re.IGNORECASE)
HOLLOW = re.compile(r"worth a loss|cannot rise above 0\b|group of 0\b|\b0 of 0\b(?!\.\d)")
COMPARED = (
    re.compile(rf"\(({NUMBER}) of 10\).* (?:is ahead of|beats) .*\(({NUMBER}) of 10\)"),
    re.compile(rf"({NUMBER}(?: \w+)?) instead of ({NUMBER}(?: \w+)?)"),
    re.compile(rf"reaches ({NUMBER}), more than the ({NUMBER})"),
    re.compile(rf"goes from ({NUMBER}) to ({NUMBER})"),
    re.compile(rf"keep ({NUMBER}) .*; in the same .* links alone (?:keep )?({NUMBER})"),
    re.compile(rf"As planned, ({NUMBER}) .*; as on record, it is ({NUMBER})"),
    re.compile(rf"worth ({NUMBER}), (?:more|less) than its fee of ({NUMBER})"),
)
"""Two figures that are said to differ, so that they must not print alike."""

TIE = re.compile(rf"\(({NUMBER}) of 10\), a tie with .*\(({NUMBER}) of 10\)")
"""A tie must print one figure, or say how far apart the two are."""


@cache
def many_words() -> frozenset[str]:
    """Words of the catalogue's plural forms that stand not in the singular beside them."""
    pairs = [m for m, _place in catalogue.code_messages() if isinstance(m, tuple)]
    found = set()
    for one, many in pairs:
        found |= set(re.findall(r"[a-z]+", many.lower())) - set(re.findall(r"[a-z]+", one.lower()))
    # 1 of 3, and 1 to 3, are said of one, too; "people who post" do not make "1 post" a fault.
    return frozenset(found - {"of", "to", "post"})


def faults(text: str) -> Iterator[str]:
    """What is wrong with a sentence or a cell."""
    text = text.replace("\N{NO-BREAK SPACE}", " ")
    # The end of a range, 0.5 – 1 hours, is no single thing.
    for found in re.finditer(r"(?<![\d.,€])(?<!– )1 (?:more |different |of the )?([a-z]+)", text):
        if found[1] in many_words():
            yield f"one and many: {found[0]}"
    for rule in (UNIT_WORDS, NO_NUMBER, HOLLOW):
        yield from (found[0] for found in rule.finditer(text))
    for rule in COMPARED:
        for found in rule.finditer(text):
            if found[1] == found[2]:
                yield f"said to differ, printed alike: {found[0]}"
    for found in TIE.finditer(text):
        if found[1] != found[2]:
            yield f"a tie of two different figures: {found[0]}"


def worth_it_below_website_first(words: Words) -> Iterator[str]:
    """Networks that are called worth it although website first fits better."""
    *rows, none = words.table.rows
    for name, fit, *_others, answer in rows:
        if answer.startswith("worth it") and float(fit) < float(none[1]):
            yield f"{name} {fit}, website first {none[1]}: {answer}"
    said = re.search(r"worth it\b", words.headline)
    if said and any("All lie below" in remark for remark in words.remarks):
        yield words.headline


def check(words: Words, *place: object) -> None:
    """Read headline, remarks, table and text alternative of a picture."""
    cells = (cell for row in words.table.rows for cell in row)
    texts = (words.headline, words.alt, *words.remarks, *words.folded, words.table.caption, *cells)
    wrong = [fault for text in texts for fault in faults(text)]
    if words.table.header[-1] == "Answer":
        wrong += worth_it_below_website_first(words)
    assert not wrong, (*place, wrong, words.headline)
