"""Collects every word that a learner sees into ``messages.pot``, for translators.

Four places hold such words: the code (gettext calls), the columns of ``data/`` that
``datapackage.json`` marks as translatable, the titles of the schemas of company files and packs
with the quizzes, class plans, case companies and texts of exercises, and the Markdown of the
notebooks.
"""

import csv
import io
import json
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import write_po

from helpers import context
from helpers.company.documents import CASE_WORDS
from helpers.data import texts
from helpers.words.locale import DOMAIN, FOLDER
from tools import notebooks

KEYWORDS = {
    "_": None,
    "N_": None,
    "plural": (1, 2),
    "N_plural": (1, 2),
    "counted": (1, 2),
}
SCHEMA_WORDS = ("title", "description")
QUIZ_WORDS = ("prompt", "text", "feedback")
CLASS_WORDS = ("does", "name", "argues", "vote", "board", "question", "expected", "task", "rubric")
GENERATED = ("navigation",)

Message = tuple[str | tuple[str, ...], str]


@cache
def code_messages() -> tuple[Message, ...]:
    """Messages of gettext calls, with their module. They are collected once: it takes long."""
    return tuple(
        (message, (folder / file).relative_to(context.CHECKOUT).as_posix())
        for folder in (context.PACKAGE, context.CHECKOUT / "tools")
        for file, _line, message, _comments, _context in extract_from_dir(
            folder, method_map=[("**.py", "python")], keywords=KEYWORDS
        )
    )


def table_messages(data: Path) -> Iterator[Message]:
    """Cells of translatable columns."""
    package = json.loads((data / "datapackage.json").read_text(encoding="utf-8"))
    for resource in package["resources"]:
        fields = resource["schema"]["fields"]
        columns = [field["name"] for field in fields if field.get("translatable")]
        with (data / resource["path"]).open(encoding="utf-8", newline="") as stream:
            for line in csv.DictReader(stream):
                for column in columns:
                    if line[column]:
                        yield line[column], f"data/{resource['path']}"


def _strings(value: object, keys: tuple[str, ...], is_word: bool = False) -> Iterator[str]:
    """The texts under these keys, single or in lists, wherever they stand."""
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from _strings(inner, keys, key in keys)
    elif isinstance(value, list):
        for inner in value:
            yield from _strings(inner, keys, is_word)
    elif is_word and isinstance(value, str) and value:
        yield value


def document_messages(data: Path) -> Iterator[Message]:
    """Words of the schemas, quizzes, class plans, case companies and texts of exercises."""
    schemas = [data / name for name in ("company.schema.json", "pack.schema.json")]
    groups = [(schemas, SCHEMA_WORDS)]
    groups.append((sorted((data / "quizzes").glob("*.json")), QUIZ_WORDS))
    groups.append((sorted((data / "class").glob("*.json")), CLASS_WORDS))
    groups.append((sorted((data / "companies").glob("*.json")), CASE_WORDS))
    for paths, keys in groups:
        for path in paths:
            document = json.loads(path.read_text(encoding="utf-8"))
            for text in _strings(document, keys):
                yield text, f"data/{path.relative_to(data).as_posix()}"
    for path in sorted((data / "texts").glob("*.json")):
        for message in texts.messages(json.loads(path.read_text(encoding="utf-8"))):
            yield message, f"data/texts/{path.name}"


def blocks(source: str) -> list[str]:
    """The blocks of a Markdown cell: what stands between blank lines."""
    return [block.strip("\n") for block in source.split("\n\n") if block.strip()]


def notebook_messages(folder: Path) -> Iterator[Message]:
    """Blocks of Markdown cells, except those that are generated."""
    for path in notebooks.lessons(folder):
        document = notebooks.read(path)
        for key in ("title", "sentence"):
            yield document["metadata"]["course"][key], f"notebooks/{path.name}"
        for cell in document["cells"]:
            if cell["cell_type"] != "markdown":
                continue
            if set(GENERATED) & set(cell["metadata"].get("tags", [])):
                continue
            for block in blocks("".join(cell["source"])):
                yield block, f"notebooks/{path.name}"


def build() -> dict[Path, str]:
    """The template of all catalogues, as it should be on disk."""
    root = context.CHECKOUT
    catalogue = Catalog(project="Before You Post", header_comment="")
    data = root / "data"
    for messages in (
        code_messages(),
        table_messages(data),
        document_messages(data),
        notebook_messages(root / "notebooks"),
    ):
        for message, place in messages:
            catalogue.add(message, locations=[(place, 1)])
    stream = io.BytesIO()
    # Without line numbers and dates, so that the file changes only when a word does.
    write_po(
        stream,
        catalogue,
        width=None,
        omit_header=True,
        sort_output=True,
        include_lineno=False,
    )
    return {FOLDER / f"{DOMAIN}.pot": stream.getvalue().decode("utf-8")}
