"""Reads one CSV file as a text editor or a spreadsheet program left it: bytes, text, cells."""

import csv
import io
import re
from pathlib import Path

from helpers.data import csv_guess
from helpers.data.fault import Fault
from helpers.data.sheet import MOST_ROWS, Row, Sheet, too_many_rows
from helpers.words import escaping
from helpers.words.locale import _

MOST_BYTES = 1_000_000
"""Limit of a file: far beyond any table of the course."""
LONGEST_CELL = 131_072
"""Letters of a cell beyond which a quotation mark is lost, and the rest of the file one cell."""
_TOLD = re.compile(r"sep=(.)\r?\n?", re.IGNORECASE)
"""The line by which a spreadsheet program is told the mark between cells; it is no row."""


def read(path: Path, fields: list[dict]) -> tuple[list[Row], list[Fault], list[Fault]]:
    """Read one CSV file against its declared fields.

    Returns the typed rows that are sound, the faults (a table with a fault is not used) and
    the oddities (a table with an oddity is used, and the reader is told).
    """
    file = _File(path, fields)
    rows = file.read()
    return file.sheet.sound(rows), file.sheet.faults, file.sheet.oddities


class _File:
    """One file while it is read."""

    def __init__(self, path: Path, fields: list[dict]) -> None:
        self.path, self.sheet = path, Sheet(path.name, fields)
        self.names = [field["name"] for field in fields]

    def read(self) -> list[Row]:
        """The typed rows; some may be missing where there are faults."""
        text = self._text()
        if self.sheet.faults:
            return []
        told = _TOLD.match(text)
        text = text[told.end() :] if told else text
        mark = told[1] if told else csv_guess.delimiter(text, self.names)
        lines = self._lines(text, mark)
        if not self.sheet.faults and not any(any(map(str.strip, line)) for line in lines):
            self.sheet.fault(_("is empty; restore it from the course."))
        return [] if self.sheet.faults else self.sheet.rows(lines, guessed=mark != ",")

    def _text(self) -> str:
        try:
            # Asked first: nothing of a giant has to be read.
            large = self.path.stat().st_size > MOST_BYTES
            raw = b"" if large else self.path.read_bytes()
        except OSError as error:
            self.sheet.fault(_("cannot be read ({reason}).").format(reason=error.strerror))
            return ""
        if large:
            self.sheet.fault(_("is larger than 1 MB; keep what the course's own table holds."))
            return ""
        text = escaping.printable(self._decoded(raw))
        if not text.strip() and not self.sheet.faults:
            self.sheet.fault(_("is empty; restore it from the course."))
        return text

    def _decoded(self, raw: bytes) -> str:
        if raw.startswith((b"PK\x03\x04", b"\xd0\xcf\x11\xe0")):
            self.sheet.fault(
                _("is a workbook and no CSV file; open it and save it as “CSV UTF-8 (comma)”.")
            )
            return ""
        if wide := csv_guess.wide(raw):
            try:
                text = raw.decode(wide)
            except UnicodeDecodeError:
                self.sheet.fault(_("breaks off; save the table again as “CSV UTF-8 (comma)”."))
                return ""
            self.sheet.odd(
                _("was saved as UTF-16 and was read so; choose “CSV UTF-8” when you save.")
            )
            return text
        if b"\0" in raw:
            self.sheet.fault(_("is no text; save the table as “CSV UTF-8 (comma)”."))
            return ""
        if raw.startswith(b"\xef\xbb\xbf"):
            self.sheet.odd(
                _("starts with a byte order mark, which was ignored; nothing else to do."), 1
            )
            raw = raw[3:]
        try:
            return raw.decode("utf-8")
        except UnicodeDecodeError as error:
            return self._windows(raw, error.start)

    def _windows(self, raw: bytes, start: int) -> str:
        """Text of a spreadsheet program that is not UTF-8: read if it is surely Greek."""
        greek, western = (raw.decode(code, errors="replace") for code in ("cp1253", "cp1252"))
        told = _TOLD.match(greek)
        begin = told.end() if told else 0
        mark = told[1] if told else csv_guess.delimiter(greek, self.names)
        # One byte is one letter, so that cells have the same place in both readings.
        before = _split(greek[begin : start + 1], mark)
        row, place = len(before), len(before[-1]) - 1
        header = next((line for line in before if any(line)), before[0])
        column = header[place].strip() if place < len(header) and row > 1 else ""
        cells = [_split(text[begin:], mark)[row - 1] for text in (greek, western)]
        asked = [line[place].strip() if place < len(line) else "" for line in cells]
        if csv_guess.is_greek(greek):
            problem = _("was read as Windows-1253 Greek; choose “CSV UTF-8” when you save.")
            self.sheet.odd(problem, row, column, asked[0])
            return greek
        words = [_word_at(text, start) for text in (western, greek)]
        problem = _(
            "holds letters that are not UTF-8, such as “{western}” or “{greek}”; open the table, "
            "see that its letters are right, and save it again as “CSV UTF-8 (comma)”."
        )
        self.sheet.fault(problem.format(western=words[0], greek=words[1]), row, column)
        return ""

    def _lines(self, text: str, mark: str) -> list[list[str]]:
        if mark != ",":
            names = {";": _("semicolons"), "\t": _("tabs")}
            remedy = _(
                "was saved with {marks} and was read so; choose “CSV UTF-8 (comma)” when you save."
            ).format(marks=names.get(mark, mark))
            self.sheet.odd(remedy, 1, value=mark)
        lines = []
        reader = csv.reader(io.StringIO(text, newline=""), delimiter=mark)
        limit = csv.field_size_limit(LONGEST_CELL)  # one for all: others may have raised it
        try:
            for line in reader:
                lines.append(line)
                if len(lines) > MOST_ROWS:
                    self.sheet.fault(too_many_rows())
                    break
        except csv.Error:
            self.sheet.fault(
                _("cannot be split into cells; look for a lost quotation mark."), len(lines) + 1
            )
        finally:
            csv.field_size_limit(limit)
        return lines


def _split(text: str, mark: str) -> list[list[str]]:
    """The cells of a text, as far as it can be split."""
    lines = []
    try:
        for line in csv.reader(io.StringIO(text, newline=""), delimiter=mark):
            lines.append(line)
    except csv.Error:
        pass
    return lines or [[""]]


def _word_at(text: str, place: int) -> str:
    """The word around a place in a text."""
    before = re.search(r"[^\s,;\"]{0,20}$", text[:place])
    after = re.match(r"[^\s,;\"]{0,20}", text[place:])
    return (before[0] if before else "") + (after[0] if after else "")
