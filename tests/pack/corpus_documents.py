"""Damaged companies, quizzes, texts, class plans and hand-ins, made by rule."""

import copy
import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from helpers import company
from helpers.hand_in import document as hand_in
from tests.pack.copies import DATA

FOLDERS = {
    "companies": "hotel",
    "quizzes": "why",
    "texts": "tone",
    "class": "why",
}
"""A file of each folder of documents, which a case damages."""


@dataclass(frozen=True)
class Case:
    """A damaged document, and the words that its complaints hold; none: it is read."""

    kind: str
    folder: str
    content: bytes
    words: tuple[str, ...] = ()

    @property
    def file(self) -> str:
        return f"{self.folder}/{FOLDERS[self.folder]}.json" if self.folder in FOLDERS else "x.json"

    def __str__(self) -> str:
        return f"{self.folder}: {self.kind}"


def own(folder: str) -> dict:
    path = DATA / folder / f"{FOLDERS[folder]}.json"
    found: dict = json.loads(path.read_text(encoding="utf-8"))
    return found


def written(document: object) -> bytes:
    return json.dumps(document, ensure_ascii=False).encode()


def forms(folder: str, document: dict) -> Iterator[Case]:
    """Files that are damaged as a whole, whatever they should hold."""
    raw = written(document)
    file = f"{FOLDERS.get(folder, 'x')}.json"
    first = next(iter(document))
    twice = f'{{"{first}": 1, '.encode() + raw[1:]
    yield Case("breaks off", folder, raw[: len(raw) // 2], (file, "breaks off"))
    yield Case("empty", folder, b"", (file, "empty"))
    yield Case("a list", folder, b"[]", (file,))
    yield Case("nothing", folder, b"null", (file,))
    yield Case("a number", folder, b"7", (file,))
    yield Case("a text", folder, b'"text"', (file,))
    yield Case("a group of nothing", folder, b"{}", (file,) if folder != "companies" else ("name",))
    yield Case("deep", folder, b"[" * 900 + b"]" * 900, (file, "deep"))
    yield Case("deeper", folder, b'{"a":' * 100_000, (file,))
    yield Case("a field twice", folder, twice, (file, first, "twice"))
    yield Case("no text", folder, b"\x89PNG\0\xff" * 20, (file,))
    yield Case("UTF-16", folder, raw.decode().encode("utf-16"), (file,))
    yield Case("a table", folder, b"key,label\n1,2\n", (file, "damaged"))
    yield Case("a workbook", folder, b"PK\x03\x04" + b"\xff" * 99, (file,))
    if folder in FOLDERS:  # of a hand-in its reader asks the size before it is opened
        yield Case("giant", folder, raw + b" " * 600_000, (file, "500 kB"))
    yield Case("a comma too many", folder, raw[:-1] + b",}", (file, "damaged"))
    yield Case("inverted commas of a letter", folder, b"{\xe2\x80\x9cname\xe2\x80\x9d: 1}", (file,))
    yield Case("byte order mark", folder, b"\xef\xbb\xbf" + raw)
    yield Case("control characters", folder, raw.replace(b'": "', b'": "\\u0001\\u001b', 1))


# Companies: by the schema ---------------------------------------------------------------------


def _wrong(rule: dict) -> Any:
    kinds = rule["type"] if isinstance(rule["type"], list) else [rule["type"]]
    return ["a", "list"] if "array" not in kinds else "text"


def companies() -> Iterator[Case]:
    """Every field of a company damaged in every way that its rule knows."""
    sound = own("companies")
    for key, rule in company.schema()["properties"].items():
        if key == "schema_version":
            for value in (99, "five", 0, True):
                changed = {**sound, key: value}
                words = ("hotel.json, field schema_version",)
                yield Case(f"{key} {value}", "companies", written(changed), words)
            continue
        values = {"wrong type": _wrong(rule)}
        if "minimum" in rule:
            values["too small"] = rule["minimum"] - 1
        if "maximum" in rule:
            values["too large"] = rule["maximum"] + 1
        if "enum" in rule:
            values["off its list"] = "zebra"
        if "maxLength" in rule:
            values["too long"] = "x" * (rule["maxLength"] + 1)
        if "maxItems" in rule:
            values["too many"] = ["x"] * (rule["maxItems"] + 1)
        if rule["type"] == "integer":
            values["half"] = 1.5
        if rule["type"] in ("number", "integer"):
            values["figure in quotation marks"] = "12"
        if rule.get("additionalProperties") is False:
            values["unknown field within"] = {"zebra": 1}
        for kind, value in values.items():
            changed = {**copy.deepcopy(sound), key: value}
            words = (f"hotel.json, field {key}",)
            yield Case(f"{key}: {kind}", "companies", written(changed), words)
    yield Case("unknown field", "companies", written({**sound, "zebra": 1}), ("zebra", "spelling"))
    yield Case("no name", "companies", written({**sound, "name": " "}), ("field name", "empty"))
    more = {**sound, "ages": dict.fromkeys(sound["ages"], 0.9)}
    yield Case("ages beyond all", "companies", written(more), ("field ages", "add up to 1"))
    weekly = {**sound, "asked": 3, "weekly": {"x": 8}}
    yield Case("more than were asked", "companies", written(weekly), ("weekly.x", "asked (3)"))
    endless = written(sound).replace(b'"asked": ', b'"asked": ' + b"9" * 500, 1)
    yield Case("endless figure", "companies", endless, ("field asked",))
    for word in (b"NaN", b"Infinity", b"-Infinity", b"1e999"):
        changed = written({**sound, "cash": "FIGURE"}).replace(b'"FIGURE"', word)
        yield Case(f"cash {word.decode()}", "companies", changed, ("field cash",))


# Quizzes: by their shape ----------------------------------------------------------------------


def quizzes() -> Iterator[Case]:
    """Every field of a question and of an option damaged in every way."""
    bad: dict[str, Any] = {"empty": " ", "number": 3, "list": ["a"], "long": "x" * 700}

    def case(kind: str, change: Any, *words: str) -> Case:
        changed = own("quizzes")
        change(changed["questions"])
        return Case(kind, "quizzes", written(changed), ("why.json", *words))

    for name in ("key", "prompt"):
        for kind, value in bad.items():
            place = f"question 2, {name}"
            yield case(f"{name} {kind}", lambda q, n=name, v=value: q[1].update({n: v}), place)
        yield case(f"{name} lost", lambda q, n=name: q[1].pop(n), f"question 2, {name}", "missing")
    for name in ("text", "feedback"):
        for kind, value in bad.items():
            place = f"question 1, option 2, {name}"
            yield case(
                f"{name} {kind}",
                lambda q, n=name, v=value: q[0]["options"][1].update({n: v}),
                place,
            )
        place = f"question 1, option 2, {name}"
        yield case(f"{name} lost", lambda q, n=name: q[0]["options"][1].pop(n), place, "missing")
    for value in ("false", 0, 1, None, "yes"):
        yield case(
            f"correct {value!r}",
            lambda q, v=value: q[0]["options"][1].update(correct=v),
            "option 2, correct",
            "true or false",
        )
    for value in ("P01", 3, [1], None):
        yield case(f"points {value}", lambda q, v=value: q[0].update(points=v), "points", "list")
    for value in ([], "text", None, [{}], [1, 2], {"a": 1}):
        yield case(f"options {value}", lambda q, v=value: q[0].update(options=v), "question 1")
    for value in (1, "text", None, []):
        yield case(f"question {value}", lambda q, v=value: q.insert(0, v), "question 1", "group")
    yield case("no question", lambda q: q.clear(), "questions")
    yield case("21 questions", lambda q: q.extend(q[:1] * 20), "questions")
    yield case("key twice", lambda q: q[1].update(key=q[0]["key"]), "question 2, key", "twice")
    none = "answers are right"
    yield case("none right", lambda q: [o.update(correct=False) for o in q[0]["options"]], none)
    yield case("all right", lambda q: [o.update(correct=True) for o in q[0]["options"]], none)
    yield case(
        "alike",
        lambda q: q[0]["options"][0].update(text=q[0]["options"][1]["text"]),
        "same text",
    )


# Hand-ins: by their schema --------------------------------------------------------------------

SOUND_HAND_IN: dict[str, Any] = {
    "hand_in_version": hand_in.VERSION,
    "nickname": "Fox",
    "token": "t1",
    "written_on": "2026-11-23",
    "firm": "own",
    "predictions": {"why": [{"value": "three", "about": "own", "confidence": 0.7}]},
    "quizzes": {"why": {"no_aim": 0}},
    "decisions": {"why": {"choice": "go_on", "confidence": 0.7}},
    "verdicts": {"x": "open"},
}


def hand_ins() -> Iterator[Case]:
    """Every field of a hand-in damaged in every way that its rule knows."""
    rules = json.loads((DATA / hand_in.SCHEMA_FILE).read_text(encoding="utf-8"))
    for key, rule in rules["properties"].items():
        values: dict[str, Any] = {"wrong type": _wrong(rule)}
        if "maxLength" in rule:
            values["too long"] = "x" * (rule["maxLength"] + 1)
        if "minLength" in rule:
            values["empty"] = ""
        if rule["type"] == "object":
            values["of texts"] = {"why": 12.5}
        for kind, value in values.items():
            changed = {**copy.deepcopy(SOUND_HAND_IN), key: value}
            yield Case(f"{key}: {kind}", "hand-ins", written(changed), ("x.json", key))
    for key in rules["required"]:
        changed = {k: v for k, v in SOUND_HAND_IN.items() if k != key}
        words = (key,) if key != "hand_in_version" else ("is not a hand-in",)
        yield Case(f"{key} lost", "hand-ins", written(changed), ("x.json", *words))
    newer = {**SOUND_HAND_IN, "hand_in_version": 99}
    yield Case("newer", "hand-ins", written(newer), ("x.json", "newer course"))
    extra = {**SOUND_HAND_IN, "zebra": 1}
    yield Case("unknown field", "hand-ins", written(extra), ("x.json", "zebra"))
    for field, value in (("confidence", 7), ("confidence", "sure"), ("about", 3), ("zebra", 1)):
        changed = copy.deepcopy(SOUND_HAND_IN)
        changed["predictions"]["why"][0][field] = value
        words = ("x.json, field predictions.why.1", field if field == "zebra" else "")
        yield Case(f"prediction {field} {value}", "hand-ins", written(changed), words)
    for value in (-1, "first", 1.5, None):
        changed = copy.deepcopy(SOUND_HAND_IN)
        changed["quizzes"]["why"]["no_aim"] = value
        words = ("x.json, field quizzes.why.no_aim",)
        yield Case(f"quiz {value}", "hand-ins", written(changed), words)


CASES: tuple[Case, ...] = (
    *(case for folder in FOLDERS for case in forms(folder, own(folder))),
    *companies(),
    *quizzes(),
    *forms("hand-ins", SOUND_HAND_IN),
    *hand_ins(),
)
