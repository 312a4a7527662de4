"""Writes a memo to a file, whole or not at all."""

from pathlib import Path
from typing import TYPE_CHECKING

from helpers import extras
from helpers.company import Company, CompanyError
from helpers.data import files
from helpers.words.locale import _

if TYPE_CHECKING:  # the first page of the course only wants the name of a file
    from helpers.memo.document import Memo

FORMATS = (".docx", ".html")
EXTRA = "memo"
"""What has to be installed beyond a lesson, or fetched by a browser, before one is written."""


def file_name(company: Company) -> str:
    """A plain name for the memo of a company, without an ending."""
    return f"decision-{files.plain_name(company.name, 60, 'company')}"


def write(memo: "Memo", path: Path) -> Path:
    """The memo as the ending of the path says; whole or not at all.

    Raises CompanyError, with a sentence, for another ending, for a library that is not
    installed, or a place that cannot be written; nothing half-written stays.
    """
    if path.suffix.lower() not in FORMATS:
        sentence = _("{file}: the ending must be one of {endings}.")
        raise CompanyError(sentence.format(file=path.name, endings=", ".join(FORMATS)))
    if problem := extras.lacking(EXTRA):
        raise CompanyError(problem)
    if path.suffix.lower() == ".docx":
        from helpers.memo.docx import to_docx  # Word's parts take a while to load

        content = to_docx(memo)
    else:
        from helpers.memo.html import to_html

        content = to_html(memo).encode("utf-8")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        files.replace(path, content, files.PUBLIC)
    except OSError as error:
        sentence = _("The memo was not written: {file} cannot be written ({reason}).")
        raise CompanyError(sentence.format(file=path.name, reason=error.strerror)) from error
    return path
