"""A pack that is being made with forms: what is in it, what a change would do, the change.

A change is a few files by their paths in the pack. It is checked in a copy first, as ``course
check`` checks a pack, and written only if nothing in these files is wrong. What a file holds
beside the change stays as it is.
"""

import csv
import io
import tempfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from helpers import company, context, pack_zip
from helpers.company import Company, CompanyError
from helpers.company.documents import case_document
from helpers.data import files, json_file, packs, quizzes, reading
from helpers.data.settings import FILE as SETTINGS
from helpers.data.tables import Tables
from helpers.pack import checking
from helpers.words.locale import _

Files = Mapping[str, bytes]
"""Files of a pack by their paths in it."""
OWN = ("data", "notebooks", "src", "docs", "tests", "tools")
"""Folders of the course in which no pack may lie."""


class DraftError(CompanyError):
    """Why a pack cannot be read or written with a form, in a sentence."""


class Draft:
    """The pack in a folder, which need not be there yet."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder.absolute()

    @contextmanager
    def in_force(self, folder: Path | None = None) -> Iterator[None]:
        """Read the course with this pack."""
        with context.using(pack=folder or self.folder):
            yield

    def problem(self) -> str:
        """Why no pack can lie in this folder, in a sentence; '' if one can."""
        try:
            return self._problem()
        except OSError as error:
            sentence = _("{folder} cannot be read ({reason}); name another one.")
            return sentence.format(folder=self.folder, reason=error.strerror)

    def _problem(self) -> str:
        folder = self.folder
        course = [context.CHECKOUT / name for name in OWN] if context.IN_CHECKOUT else []
        course.append(context.PACKAGE)
        if folder == context.CHECKOUT or any(folder.is_relative_to(own) for own in course):
            return _("{folder} is a folder of the course; name another one.").format(folder=folder)
        if not folder.exists():
            if folder.parent.is_dir():
                return ""
            return _("There is no folder {folder}; make it first, or name another one.").format(
                folder=folder.parent
            )
        if not folder.is_dir():
            return _("{folder} is a file and no folder; name another one.").format(folder=folder)
        if len(packs.listing(folder)) >= packs.MOST:
            sentence = _("{folder} holds more files than a pack can; name another folder.")
            return sentence.format(folder=folder)
        return ""

    # What is in it ----------------------------------------------------------------------

    def tables(self) -> Tables:
        """The tables with this pack in force."""
        with self.in_force():
            return reading.load()

    def clients(self) -> dict[str, Company]:
        """All companies that can be chosen with this pack, by key."""
        with self.in_force():
            return company.cases()

    def own_clients(self) -> tuple[str, ...]:
        """The keys of the companies that lie in the pack itself."""
        return tuple(sorted(path.stem for path in (self.folder / "companies").glob("*.json")))

    def client(self, key: str) -> dict:
        """The document of a company, with all that its file in the pack holds.

        Raises ``CompanyError`` where there is none.
        """
        with self.in_force():
            document = case_document(key)
        path = self.folder / "companies" / f"{key}.json"
        return {**(self._json(path) if path.is_file() else {}), **document}

    def settings(self) -> dict:
        """What ``pack.json`` holds, with what no form knows. Raises ``DraftError``."""
        path = self.folder / SETTINGS
        return self._json(path) if path.is_file() else {}

    def _json(self, path: Path) -> dict:
        document, faults = json_file.read(path)
        if faults or not isinstance(document, dict):
            raise DraftError(
                _("{file} is damaged; mend or delete it first. {reason}")
                .format(file=path.relative_to(self.folder).as_posix(), reason=" ".join(faults))
                .rstrip()
            )
        return document

    def questions(self, slug: str) -> dict:
        """The quiz of a lesson, as its file in the pack or else the course's own holds it."""
        with self.in_force():
            quizzes.load(slug)
            path = reading.copies(f"quizzes/{slug}.json")[0]
        own = self.folder / "quizzes" / f"{slug}.json"
        return self._json(own) if own.is_file() else json_file.read(path)[0]

    def rows(self, table: str) -> tuple[list[str], list[dict[str, str]]]:
        """Columns and rows of a table as its file in the pack or else the course's own has them.

        Raises ``DraftError`` for a file of the pack that no form can write without loss.
        """
        name = f"{table}.csv"
        path = self.folder / name
        if not path.is_file():
            path = reading.rules(name)
        columns = reading.rules(name).read_text(encoding="utf-8").splitlines()[0].split(",")
        sentence = _(
            "{file} in the pack cannot be changed with a form: save it as “CSV UTF-8 (comma)”, "
            "with the columns of the course's own table."
        ).format(file=name)
        try:
            reader = csv.DictReader(io.StringIO(path.read_text(encoding="utf-8-sig"), newline=""))
            rows = list(reader)
        except (OSError, UnicodeDecodeError, csv.Error) as error:
            raise DraftError(sentence) from error
        found = list(reader.fieldnames or ())
        cut = any(None in row or None in row.values() for row in rows)
        if cut or not set(columns) <= set(found):
            raise DraftError(sentence)
        return found, rows

    # What a change is -------------------------------------------------------------------

    def with_settings(self, **changes: object) -> Files:
        """``pack.json`` with other fields; None takes a field out."""
        document = {**self.settings(), **changes}
        return {SETTINGS: json_file.dumped({k: v for k, v in document.items() if v is not None})}

    def with_client(self, key: str, document: Mapping[str, object], like: str) -> Files:
        """A company under a key; a new one also gets the month of posts of its example."""
        made = {f"companies/{key}.json": json_file.dumped({**document, "started_from": key})}
        posts = self.folder / "posts" / f"{key}.csv"
        if not posts.exists() and (month := self._copies(f"posts/{like}.csv")):
            made[f"posts/{key}.csv"] = month[0].read_bytes()
        return made

    def _copies(self, relative: str) -> tuple[Path, ...]:
        with self.in_force():
            return reading.copies(relative)

    def with_rows(
        self, table: str, change: Callable[[list[dict[str, str]]], list[dict[str, str]]]
    ) -> Files:
        """A table with other rows."""
        columns, rows = self.rows(table)
        stream = io.StringIO(newline="")
        writer = csv.DictWriter(stream, columns, lineterminator="\n", restval="")
        writer.writeheader()
        writer.writerows(change(rows))
        return {f"{table}.csv": stream.getvalue().encode("utf-8")}

    def with_question(self, slug: str, question: Mapping[str, object]) -> Files:
        """The quiz of a lesson with one question more, in the place of one of the same key."""
        document = self.questions(slug)
        others = [one for one in document["questions"] if one["key"] != question["key"]]
        changed = {**document, "questions": [*others, dict(question)]}
        return {f"quizzes/{slug}.json": json_file.dumped(changed)}

    # Checked, then written --------------------------------------------------------------

    def faults(self, changes: Files) -> list[str]:
        """What would be wrong in these files if they were in the pack, in sentences."""
        with tempfile.TemporaryDirectory() as room:
            copy = Path(room).resolve() / (self.folder.name or "pack")
            copy.mkdir()
            for path in packs.listing(self.folder) if self.folder.is_dir() else ():
                if path.is_file() and path.stat().st_size <= pack_zip.MOST_BYTES:
                    _put(copy / path.relative_to(self.folder), path.read_bytes())
            for name, content in changes.items():
                _put(copy / name, content)
            changed = {copy / name for name in changes}
            report = checking.check(copy)
            return [
                fault
                for notice in report.notices
                if notice.kind not in checking.USED
                and (notice.path is None or notice.path in changed)
                for fault in notice.every
            ]

    def write(self, changes: Files) -> list[Path]:
        """Put the files into the pack, all or none.

        Raises ``DraftError`` for a folder or a file in which something is wrong, with the first
        fault, and where something cannot be written; nothing has changed then.
        """
        if problem := self.problem():
            raise DraftError(problem)
        if faults := self.faults(changes):
            raise DraftError(faults[0])
        before = {name: self._before(name) for name in changes}
        done: list[str] = []
        try:
            for name, content in changes.items():
                path = self.folder / name
                path.parent.mkdir(parents=True, exist_ok=True)
                files.replace(path, content, files.PUBLIC)
                done.append(name)
        except OSError as error:
            for name in done:
                self._back(name, before[name])
            raise DraftError(
                _("{file} cannot be written ({reason}); nothing was changed.").format(
                    file=name, reason=error.strerror
                )
            ) from error
        return [self.folder / name for name in done]

    def _before(self, name: str) -> bytes | None:
        path = self.folder / name
        if path.is_symlink() or (path.exists() and not path.is_file()):
            raise DraftError(
                _("{file} is a link or a folder; take it away first.").format(file=name)
            )
        return path.read_bytes() if path.is_file() else None

    def _back(self, name: str, content: bytes | None) -> None:
        path = self.folder / name
        if content is None:
            path.unlink(missing_ok=True)
        else:
            files.replace(path, content, files.PUBLIC)

    def report(self) -> list[str]:
        """What ``course check`` says of the pack as it is."""
        if problem := self.problem():
            return [problem]
        if not self.folder.is_dir():
            return [
                _("There is no pack in {folder} yet: save a form first.").format(folder=self.folder)
            ]
        return list(checking.check(self.folder).lines())

    def export(self, into: Path) -> Path:
        """Write the pack as one ZIP into a folder, and say where it is.

        Raises ``DraftError`` where there is nothing to pack or it cannot be written.
        """
        try:
            if problem := self.problem():
                raise DraftError(problem)
            content = pack_zip.pack(self.folder)
            into.mkdir(parents=True, exist_ok=True)
            path = into / f"{self.folder.name}.zip"
            files.replace(path, content, files.PUBLIC)
            # Else it would be taken for one that somebody dropped, and come back over the pack.
            pack_zip.remember(path, self.folder.parent)
        except pack_zip.PackError as error:
            raise DraftError(error.in_words()) from error
        except OSError as error:
            sentence = _("{file} cannot be written ({reason}).")
            raise DraftError(
                sentence.format(file=f"{self.folder.name}.zip", reason=error.strerror)
            ) from error
        return path


def _put(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
