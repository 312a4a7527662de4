"""The hundred texts that mean harm, in every document that leaves the course."""

import io
import re
import zipfile
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from xml.etree import ElementTree

import pytest

from helpers import context
from helpers.company import Company
from helpers.data import reading
from helpers.findings import Findings
from helpers.kit import writing
from helpers.memo.compose import compose
from helpers.memo.docx import FIELDS, to_docx
from helpers.memo.html import to_html
from tests import injection
from tests.memo.firms import FIRMS, TODAY

SAFE = re.compile(r"https?://(?!spy\.)[\w.-]+(/.*)?")
RELATED = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
ALWAYS = {"html", "head", "meta", "title", "style", "body"}


def fitting(texts: list[str], room: int) -> tuple[str, list[str]]:
    """As many of the texts as have room, one behind the other, and those that are left."""
    taken = texts[:1]
    while len(taken) < len(texts) and len(" ".join(texts[: len(taken) + 1])) <= room:
        taken = texts[: len(taken) + 1]
    return " ".join(taken)[:room], texts[len(taken) :]


def companies() -> Iterator[Company]:
    """Firms that say all hundred wherever a memo shows what a learner typed."""
    known, harm = FIRMS["cosmetics"](), injection.CORPUS
    places = ("reason", "whys", "change", "decider", "metric")
    begins = {place: 20 * number for number, place in enumerate(places)}
    left = {place: [*harm[at:], *harm[:at]] for place, at in begins.items()}
    room = {"reason": 2000, "whys": 600, "change": 2000, "decider": 40, "metric": 120}
    while left["whys"]:
        said = {}
        for place, texts in left.items():
            said[place], left[place] = fitting(texts or [*injection.CORPUS], room[place])
        entry = {"choice": "gates", "reason": said["reason"], "change": said["change"]}
        yield known.changed(
            name=said["decider"] or "x",
            whys=(said["whys"],),
            decider=said["decider"],
            objective={**known.objective, "metric": said["metric"], "owner": said["decider"]},
            records={**known.records, "decisions": {"decision": entry}},
        )


def check_office(content: bytes, fields: tuple[str, ...] = ()) -> str:
    """The words of a Word or PowerPoint file that leads nowhere and computes nothing of its own."""
    words = []
    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        for name in packed.namelist():
            if not name.endswith((".xml", ".rels")):
                continue
            tree = ElementTree.fromstring(packed.read(name))
            for node in tree.iter():
                tag = node.tag.rpartition("}")[2]
                if tag == "instrText":
                    assert (node.text or "").strip() in fields, (name, node.text)
                assert tag not in ("fldSimple", "hlinkMouseOver", "snd", "control"), (name, tag)
                if node.tag == RELATED and node.get("TargetMode") == "External":
                    assert SAFE.fullmatch(node.get("Target", "")), (name, node.get("Target"))
                words += [node.text or ""] if tag == "t" else []
    return "".join(words)


class Tags(HTMLParser):
    """The tags of a page and whatever they ask for or run."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.harm: list[tuple[str, str, str | None]] = []
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        for name, value in attributes:
            leads = name in ("src", "href", "srcset", "data", "action", "xlink:href")
            fine = (value or "").startswith(("data:image/", "#")) or SAFE.fullmatch(value or "")
            if name.startswith("on") or (leads and not fine):
                self.harm.append((tag, name, value))


def test_a_memo_of_a_firm_that_means_harm_is_words_in_both_formats():
    said = ""
    with context.using(fixed_today=TODAY, language="en", pack=None):
        data = reading.load()
        usual = Tags(to_html(compose(Findings(FIRMS["cosmetics"](), data)))).tags
        for firm in companies():
            memo = compose(Findings(firm, data))
            said += check_office(to_docx(memo), FIELDS)
            page = Tags(to_html(memo))
            assert page.harm == [] and page.tags <= usual | {"blockquote", "q"}
    told = "".join(said.split())
    # The rest stands behind what a page can take, and is cut.
    assert sum("".join(text.split()) in told for text in injection.CORPUS) > 50


@pytest.fixture(scope="module")
def kit(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = injection.pack(tmp_path_factory.mktemp("pack"))
    made = tmp_path_factory.mktemp("kit")
    with context.using(pack=folder, language="en"):
        writing.write(made)
    return made


def test_guide_worksheets_and_slides_of_a_pack_that_means_harm_are_words(kit):
    paths = sorted(kit.rglob("*.docx")) + sorted(kit.rglob("*.pptx"))
    assert len(paths) == 17
    said = "".join(check_office(path.read_bytes(), FIELDS) for path in paths)
    told = "".join(said.split())
    assert [t for t in injection.CORPUS if "".join(t.split()) not in told] == []


def test_quizzes_of_a_pack_that_means_harm_are_words(kit):
    for path in (kit / "quizzes" / "canvas").glob("*.zip"):
        check_office(path.read_bytes())
        with zipfile.ZipFile(path) as packed:
            for name in packed.namelist():
                tree = ElementTree.fromstring(packed.read(name)) if name.endswith(".xml") else ()
                for node in tree.iter() if tree else ():
                    if node.tag.endswith("mattext") and node.get("texttype") == "text/html":
                        page = Tags(node.text or "")
                        assert page.tags <= {"p", "strong", "em"} and page.harm == [], name
    for path in (kit / "quizzes" / "moodle").glob("*.txt"):
        text = re.sub(r"\\.", "", path.read_text(encoding="utf-8"))
        for question in re.split(r"\n\s*\n", text):
            if "{" in question:
                assert question.count("{") == question.count("}") == 1, (path.name, question)
