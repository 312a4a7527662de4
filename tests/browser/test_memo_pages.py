"""Memos as they are printed: Word through LibreOffice, HTML through Chromium; page one is one."""

import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from helpers import context
from helpers.company import Company
from helpers.data import reading
from helpers.findings import Findings
from helpers.memo.compose import compose
from helpers.memo.document import Memo
from helpers.memo.page_one import WORDS
from helpers.memo.writing import write
from tests.browser import lab
from tests.memo.firms import FIRMS, TODAY

PROGRAMS = {name: shutil.which(name) for name in ("soffice", "pdftotext")}
LACKING = [name for name, path in PROGRAMS.items() if path is None]
ANNEX = 3
SOFFICE_SECONDS = 300
LONG = {
    "Greek": "Οι πελάτες μας ρωτούν κάθε μέρα ",
    "Arabic": "يسألنا عملاؤنا كل يوم عن الغرف ",
    "Chinese": "我们的客人每天都在那里询问房间",
    "emoji": "😀🏨👩‍👩‍👧‍👦",
    "one word": "x",
    "English": "the hours cover half of it and nobody answers ",
}
"""Written 2,000 letters long by firms that are named as long as they may be."""


def talkative(case: str, words: str) -> Company:
    """A case whose owner types as much as a file takes, wherever a file takes it."""
    known = FIRMS[case]()
    text = (words * 2000)[:2000]
    entry = {"choice": "gates", "reason": text, "change": text, "review_on": "2020-01-01"}
    return known.changed(
        name=text[:120].strip() or "x",
        whys=(text[:200],),
        decider=text[:40].strip(),
        objective={**known.objective, "metric": text[:120].strip(), "owner": text[1:40].strip()},
        records={**known.records, "decisions": {"decision": entry}},
    )


@pytest.fixture(scope="module")
def memos() -> dict[str, Memo]:
    with context.using(fixed_today=TODAY, language="en", pack=None):
        data = reading.load()
        firms = {key: make() for key, make in FIRMS.items()}
        for name, words in LONG.items():
            firms[f"cosmetics {name}"] = talkative("cosmetics", words)
        return {key: compose(Findings(known, data)) for key, known in firms.items()}


@pytest.fixture(scope="module")
def printed(memos, tmp_path_factory) -> Iterator[dict[str, dict[str, list[str]]]]:
    """The words of each page of each memo, by format: every file in one call of LibreOffice."""
    if LACKING and os.environ.get("CI"):
        pytest.fail(f"{', '.join(LACKING)}: missing, and CI must print the memos")
    if LACKING:
        pytest.skip(
            f"no {' and no '.join(LACKING)} on this machine; install Debian's packages "
            "libreoffice-writer and poppler-utils to run this"
        )
    folder = tmp_path_factory.mktemp("memos")
    files = {key: f"memo{number}" for number, key in enumerate(memos)}
    for key, memo in memos.items():
        for ending in (".docx", ".html"):
            write(memo, folder / f"{files[key]}{ending}")
    command = [PROGRAMS["soffice"], f"-env:UserInstallation={(folder / 'profile').as_uri()}"]
    command += ["--headless", "--convert-to", "pdf", "--outdir", str(folder / "docx")]
    command += [str(folder / f"{name}.docx") for name in files.values()]
    subprocess.run(command, check=True, capture_output=True, timeout=SOFFICE_SECONDS)
    (folder / "html").mkdir()
    with lab.chromium(offline=True) as page:
        for name in files.values():
            page.goto((folder / f"{name}.html").as_uri())
            page.pdf(path=folder / "html" / f"{name}.pdf", prefer_css_page_size=True)
        assert page.faults == []
    yield {
        key: {kind: pages(folder / kind / f"{name}.pdf") for kind in ("docx", "html")}
        for key, name in files.items()
    }


def pages(path: Path) -> list[str]:
    """The words of each page of a printed file."""
    command = [PROGRAMS["pdftotext"], "-layout", str(path), "-"]
    told = subprocess.run(command, check=True, capture_output=True).stdout.decode("utf-8")
    return told.split("\f")[:-1]


KEYS = [*FIRMS, *(f"cosmetics {name}" for name in LONG)]


@pytest.mark.parametrize("kind", ["docx", "html"])
@pytest.mark.parametrize("key", KEYS)
def test_what_is_signed_is_one_page_and_the_annex_at_most_three(key, kind, printed, memos):
    first, *rest = printed[key][kind]
    assert "Date" in first and "Review on" in first, "the signature is on page one"
    assert rest and memos[key].annex_title in rest[0], "and nothing of it on page two"
    assert len(rest) <= ANNEX
    assert memos[key].annex_title not in first
    assert memos[key].page.words <= WORDS
    if key in FIRMS:
        sheet, _line, footer = first.rstrip().rpartition("\n")
        assert "1" in footer.split(), "each sheet says whose it is and which one"
        assert len(sheet.split()) <= WORDS
