"""The learner's company file: locked, merged and replaced as a whole when an answer is saved.

An answer is written by ``CompanyFile.save`` alone, which reads the file again and changes only
its own keys, so that two open lessons never lose each other's answers.
"""

import json
import os
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from helpers import context
from helpers.company.company import Company, CompanyError
from helpers.company.documents import case_document, from_bytes, from_file, start_case
from helpers.company.faults import take_out_contradictions, take_out_faults
from helpers.company.versions import SCHEMA_VERSION
from helpers.data import files, json_file
from helpers.words.locale import _

FILE_NAME = "company.json"
LOCK_SECONDS = 10
SHOWN_FAULTS = 3
TRIES = 5
"""How often an answer is merged anew where another tab of a browser was quicker."""


def read(path: Path) -> Company:
    """The company of a file that has to be sound, for a memo.

    Raises CompanyError, with a sentence, if the file is missing or anything in it is wrong.
    """
    document, faults = CompanyFile(path.parent, path.name).parts()
    if document is None or faults:
        raise CompanyError(" ".join(faults[:SHOWN_FAULTS]))
    return Company.from_document(document)


class CompanyFile:
    """The learner's file. Reading never writes; only ``save`` does."""

    def __init__(self, folder: Path | None = None, name: str = FILE_NAME) -> None:
        self.path = (folder or context.current().folder) / name

    def load(self) -> tuple[Company, str]:
        """The company, and a sentence if the file could not be used in full.

        Without a file it is the company that a class starts with. A damaged file stays as it is
        until the next save, which keeps it under another name.
        """
        document, notice = self._read()
        return Company.from_document(document), notice

    def parts(self) -> tuple[dict | None, list[str]]:
        """The sound part of the file on disk, and a sentence for each thing that is wrong."""
        return from_file(self.path)

    def _read(self) -> tuple[dict, str]:
        if not os.path.lexists(self.path):
            return case_document(start_case()), ""
        document, faults = self.parts()
        if document is not None and not faults:
            return document, ""
        rest = _("The lesson uses the example company.")
        if document is not None:
            rest = _("The lesson uses standard values in their place.")
        notice = f"{' '.join(faults[:SHOWN_FAULTS])} {rest} "
        notice += _("Your file is untouched; the next save keeps it under another name.")
        return document or case_document(start_case()), notice

    def save(self, changes: Mapping[str, object]) -> tuple[Company, str]:
        """Write the given keys, leave all others as they are on disk, return the result.

        A key is a field (``cash``) or a path into a group (``quizzes.resources.key``); with
        ``[]`` at its end the value goes behind those that are there (``predictions.why[]``).
        The second value is a sentence if a damaged file was kept aside. Raises
        CompanyError, with nothing written, if a value breaks the schema, the folder
        cannot be written or another program holds the lock.
        """
        plain = {key: _plain(value) for key, value in changes.items()}

        def merged() -> tuple[dict, bool]:
            document, fault = self._read()
            for key, value in plain.items():
                _set(document, key, value)
            if "borrowed" not in plain and document.get("borrowed"):
                said = {key.split(".")[0] for key in plain}
                document["borrowed"] = [k for k in document["borrowed"] if k not in said]
            document["schema_version"] = SCHEMA_VERSION
            copy = json.loads(json.dumps(document), parse_constant=str)
            faults = take_out_faults(copy, FILE_NAME) or take_out_contradictions(copy, FILE_NAME)
            if faults:
                raise CompanyError(faults[0])
            return document, bool(fault)

        with self._alone():
            document, notice = self._merge(merged, plain)
        return Company.from_document(document), notice

    def take_in(self, raw: bytes, name: str) -> tuple[Company, str, Path | None]:
        """Put what a file of another computer holds in the place of this one, which is kept.

        The second value says what was left out as unsound and how the file that was here is
        called now, the third is that file. Raises CompanyError, with nothing written, if the
        other cannot be used.
        """
        document, faults = from_bytes(raw, name)
        if document is None:
            raise CompanyError(" ".join(faults[:SHOWN_FAULTS]))
        notices = faults[:SHOWN_FAULTS]
        if faults:
            notices.append(_("All else was taken in."))
        copy = None
        with self._alone():
            if os.path.lexists(self.path) and self._content() != json_file.dumped(document):
                kept = _("What was here before is kept as {file}.")
                copy = self.path.with_name(self.keep_copy())
                notices.append(kept.format(file=copy.name))
            self._merge(lambda: (document, False), document)
        return Company.from_document(document), " ".join(notices), copy

    @contextmanager
    def _alone(self) -> Iterator[None]:
        """One writer at a time, where files can be locked; what goes wrong as a CompanyError."""
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            if context.current().in_browser:
                yield
                return
            from filelock import FileLock, Timeout  # only who writes waits for it

            lock = FileLock(f"{self.path}.lock")
            try:
                lock.acquire(timeout=LOCK_SECONDS)
            except Timeout:
                raise CompanyError(self._held()) from None
            try:
                yield
            finally:
                lock.release()
        except OSError as error:
            if context.current().in_browser:  # whose reasons are no words for a learner
                raise CompanyError(self._lost()) from error
            sentence = _("Your answers were not saved: {folder} cannot be written ({reason}).")
            raise CompanyError(
                sentence.format(folder=self.path.parent.name, reason=error.strerror)
            ) from error

    def _held(self) -> str:
        sentence = _("Your answers were not saved: another program holds {file}. Try again.")
        return sentence.format(file=self.path.name)

    def _merge(
        self, merged: Callable[[], tuple[dict, bool]], wanted: Mapping[str, object]
    ) -> tuple[dict, str]:
        """Write what ``merged`` makes of the file; again where somebody else wrote meanwhile.

        A browser locks nothing for its tabs, and says nothing where it refuses to keep a file.
        So the answers ``wanted`` are looked for in what it kept.
        """
        notice = ""
        for _try in range(TRIES):
            before = self._content()
            document, damaged = merged()
            if self._content() != before:
                continue
            notice = self._write(json_file.dumped(document), keep=damaged) or notice
            if not context.current().in_browser or self._keeps(wanted):
                return document, notice
        raise CompanyError(self._lost() if context.current().in_browser else self._held())

    def _content(self) -> bytes | None:
        """What the file holds now; None where it cannot be read."""
        try:
            return self.path.read_bytes()
        except OSError:
            return None

    def _keeps(self, wanted: Mapping[str, object]) -> bool:
        document, _faults = self.parts()
        return document is not None and all(_has(document, *pair) for pair in wanted.items())

    @staticmethod
    def _lost() -> str:
        return _(
            "Your answers were not saved: this browser does not keep them. Make room in it, or "
            "open the course in a window that is not private; then save again."
        )

    def keep_copy(self) -> str:
        """Copy the file under a free name, which is returned.

        Raises CompanyError, with a sentence, if that cannot be done.
        """
        copy = self._free("company-copy")
        try:
            files.replace(copy, self.path.read_bytes())
        except OSError as error:
            sentence = _("No copy of {file} could be made ({reason}); nothing was changed.")
            raise CompanyError(
                sentence.format(file=self.path.name, reason=error.strerror)
            ) from error
        return copy.name

    def _free(self, name: str) -> Path:
        """A path beside the company file that holds nothing yet."""
        stamp = context.current().today.isoformat()
        number = 1
        while os.path.lexists(path := self.path.with_name(f"{name}-{stamp}-{number}.json")):
            number += 1
        return path

    def _write(self, content: bytes, keep: bool) -> str:
        """Put the content in place; ``keep`` a damaged file under a free name, and say so."""
        if not keep:
            files.replace(self.path, content)
            return ""
        aside = self._free("company-damaged")
        files.move(self.path, aside)
        try:
            files.replace(self.path, content)
        except BaseException:
            files.move(aside, self.path)
            raise
        return _("Your damaged file is kept as {file}.").format(file=aside.name)


def _plain(value: object) -> object:
    """A value as it stands in the file."""
    return json.loads(json.dumps(json_file.printable(value)), parse_constant=str)


def _set(document: dict, key: str, value: object) -> None:
    *groups, last = key.split(".")
    for group in groups:
        document = document.setdefault(group, {})
    if last.endswith("[]"):
        document.setdefault(last[:-2], []).append(value)
    else:
        document[last] = value


def _has(document: dict, key: str, value: object) -> bool:
    """Whether ``_set`` has done its work on a document."""
    *groups, last = key.split(".")
    for group in groups:
        document = document.get(group, {})
    if last.endswith("[]"):
        return value in document.get(last[:-2], [])
    return last in document and document[last] == value
