"""The memo: whole, without an empty section, every picture with its words, in two formats."""

import io
import re
from dataclasses import replace
from datetime import date
from html.parser import HTMLParser
from pathlib import Path
from types import MappingProxyType

import docx
import pytest

from helpers import cli, company, context
from helpers.company import CompanyError
from helpers.data import reading
from helpers.findings import Findings
from helpers.memo.compose import compose
from helpers.memo.document import Memo
from helpers.memo.docx import to_docx
from helpers.memo.html import to_html
from helpers.memo.writing import file_name, write

CASES = list(company.cases())


@pytest.fixture(scope="module")
def memos() -> dict[str, Memo]:
    with context.using(fixed_today=date(2026, 11, 23), language="en", pack=None):
        data = reading.load()
        return {c: compose(Findings(company.case(c), data), data) for c in CASES}


def opened(content: bytes) -> docx.document.Document:
    return docx.Document(io.BytesIO(content))


@pytest.mark.parametrize("case", CASES)
def test_no_section_is_empty_and_no_cell_is_missing(case, memos):
    one = memos[case]
    assert one.headline and len(one.decision) == 4 and len(one.annex) == 5
    for section in (*one.decision, *one.annex):
        assert section.title and section.blocks
        for block in section.blocks:
            assert block, section.title
            if hasattr(block, "rows"):
                assert block.rows, section.title
                assert {len(row) for row in block.rows} == {len(block.header)}
                assert all(cell for row in block.rows for cell in row), section.title


@pytest.mark.parametrize("case", CASES)
def test_word_has_headings_alternative_texts_and_its_language(case, memos):
    one = memos[case]
    document = opened(to_docx(one))
    styles = [p.style.name for p in document.paragraphs]
    assert styles[0] == "Title" and document.core_properties.title == one.title
    assert styles.count("Heading 1") == len(one.decision) + 1
    assert styles.count("Heading 2") == len(one.annex)
    pictures = document.inline_shapes
    assert len(pictures) == 3
    for shape in pictures:
        assert len(shape._inline.docPr.get("descr")) > 40
    xml = document.styles["Normal"].element.xml
    assert 'w:lang w:val="en-GB"' in xml
    framed = [table for table in document.tables if table.style.name == "Table Grid"]
    assert len(framed) == len(document.tables) - 1, "all but the lines to sign on"
    assert all("w:tblHeader" in table.rows[0]._tr.xml for table in framed)
    links = [r for r in document.part.rels.values() if "hyperlink" in r.reltype]
    assert links and all(link.target_ref.startswith("http") for link in links)


class Page(HTMLParser):
    """What a page holds: pictures, addresses, header cells."""

    def __init__(self) -> None:
        super().__init__()
        self.pictures: list[dict] = []
        self.addresses: list[str] = []
        self.levels: list[int] = []
        self.language = ""

    def handle_starttag(self, tag: str, attributes: list) -> None:
        known = dict(attributes)
        if tag == "img":
            self.pictures.append(known)
        if tag == "html":
            self.language = known["lang"]
        if re.fullmatch(r"h[1-6]", tag):
            self.levels.append(int(tag[1]))
        for name in ("src", "href"):
            if name in known:
                self.addresses.append(known[name])


@pytest.mark.parametrize("case", CASES)
def test_page_stands_alone_and_says_its_pictures(case, memos):
    text = to_html(memos[case])
    page = Page()
    page.feed(text)
    assert page.language == "en-GB" and page.levels[0] == 1 and page.levels.count(1) == 1
    assert all(b - a <= 1 for a, b in zip(page.levels, page.levels[1:], strict=False))
    assert len(page.pictures) == 3
    for picture in page.pictures:
        assert len(picture["alt"]) > 40 and picture["src"].startswith("data:image/png;base64,")
    assert not re.search(r"<(script|link)|url\(", text)
    assert text.count("<caption>") == text.count("<table>")


def test_control_characters_and_huge_targets_end_in_no_traceback(tmp_path):
    source = tmp_path / "odd.json"
    odd = '{"name": "A\\u0001B", "objective": {"metric": "x", "baseline": 0, "target": 1e999}}'
    source.write_text(odd, encoding="utf-8")
    assert cli.main(["memo", str(source), "-o", str(tmp_path / "odd.docx")]) == 1
    source.write_text('{"name": "A\\u0001B"}', encoding="utf-8")
    assert cli.main(["memo", str(source), "-o", str(tmp_path / "odd.docx")]) == 0
    assert "AB" in opened((tmp_path / "odd.docx").read_bytes()).core_properties.title


def test_names_of_a_company_are_escaped(data):
    known = company.Company.from_document({"name": "<b>Ours & theirs</b>"})
    text = to_html(compose(Findings(known, data), data))
    assert "<b>Ours" not in text and "&lt;b&gt;Ours &amp; theirs" in text
    assert file_name(known) == "decision-b-ours-theirs-b"


def test_both_formats_hold_the_same_verdicts(memos):
    one = memos["hotel"]
    table = one.decision[0].blocks[0]
    document = opened(to_docx(one))
    cells = [[c.text for c in row.cells] for row in document.tables[0].rows]
    assert cells == [list(table.header), *map(list, table.rows)]
    text = to_html(one)
    for row in table.rows:
        assert all(f">{cell}<" in text for cell in row)


def test_what_is_quoted_in_the_decision_comes_from_the_result(memos):
    table = memos["machine_parts"].decision[0].blocks[0]
    rows = {row[0]: row[1:] for row in table.rows}
    assert rows["LinkedIn"][0] == "not yet"
    assert rows["Facebook"][0] == "close"
    assert "40%" in " ".join(memos["machine_parts"].decision[0].blocks[2])


@pytest.mark.parametrize(
    ("name", "said"), [("memo.pdf", "must be one of"), ("memo", "must be one of")]
)
def test_another_ending_is_refused_in_words(name, said, memos, tmp_path):
    with pytest.raises(CompanyError, match=said):
        write(memos["hotel"], tmp_path / name)
    assert not list(tmp_path.iterdir())


def test_a_place_that_cannot_be_written_keeps_nothing_half_written(memos, tmp_path):
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(CompanyError, match="was not written"):
        write(memos["hotel"], tmp_path / "file" / "memo.html")
    (tmp_path / "memo.docx").mkdir()
    with pytest.raises(CompanyError, match="was not written"):
        write(memos["hotel"], tmp_path / "memo.docx")
    assert {p.name for p in tmp_path.iterdir()} == {"file", "memo.docx"}


def test_the_command_writes_a_memo_and_says_what_is_wrong(tmp_path, capsys):
    source = context.CHECKOUT / "data" / "companies" / "hotel.json"
    target = tmp_path / "new" / "hotel.docx"
    assert cli.main(["memo", str(source), "-o", str(target)]) == 0
    assert opened(target.read_bytes()).core_properties.title.endswith("Hotel Almyra")
    for company_file, output, said in (
        ("missing.json", "a.docx", "missing.json"),
        (str(source), "a.pdf", "must be one of"),
        (str(context.CHECKOUT / "data" / "gates.csv"), "a.docx", "damaged"),
    ):
        capsys.readouterr()
        assert cli.main(["memo", company_file, "-o", str(tmp_path / output)]) == 1
        shown = capsys.readouterr().err
        assert said in shown and "Traceback" not in shown
        assert not Path(tmp_path / output).exists()


def test_the_learners_own_words_stand_in_the_decision_and_stay_short(data):
    document = company.case_document("hotel")
    document["whys"] = ["Guests forget us", "because nobody hears of us in winter"]
    document["decisions"] = {
        "decision": {
            "choice": "later",
            "reason": "the hours cover half of it " * 20,
            "confidence": 0.7,
            "change": "a second name gives two hours",
        },
        "why": {"choice": "x", "reason": "another lesson's reason", "confidence": 0.5},
    }
    known = company.Company.from_document(document)
    one = compose(Findings(known, data), data)
    (own,) = (section for section in one.decision if section.title == "In our own words")
    why, because, change = own.blocks[0]
    assert why == "Why: Guests forget us → because nobody hears of us in winter"
    assert because.startswith("We decide in a quarter, after the search work, because: the hours")
    assert because.endswith("…") and len(because) < 200
    assert change == "We would change our mind if: a second name gives two hours"
    assert one.decision.index(own) == one.first_page, "it stands on the second page"
    assert why in to_html(one).replace("&#39;", "'")
    assert change in [p.text for p in opened(to_docx(one)).paragraphs]
    assert "another lesson" not in to_html(one)


def test_without_own_words_there_is_no_heading_for_them(memos):
    assert all(s.title != "In our own words" for one in memos.values() for s in one.decision)


def test_control_characters_of_tables_and_firms_do_not_break_the_memo(data):
    evidence = {
        k: replace(e, publisher=f"{e.publisher}\x00\x1b\ud800") for k, e in data.evidence.items()
    }
    odd = replace(data, evidence=MappingProxyType(evidence))
    known = company.Company.from_document({"name": "A\x01B\ufffe"})
    one = compose(Findings(known, odd), odd)
    assert one.title.endswith("AB")
    assert opened(to_docx(one)).core_properties.title.endswith("AB")
    assert to_html(one).encode("utf-8")


def test_no_address_but_those_of_the_web_reaches_a_memo(data):
    evidence = {k: replace(e, url="javascript:alert(1)") for k, e in data.evidence.items()}
    odd = replace(data, evidence=MappingProxyType(evidence))
    one = compose(Findings(company.case("hotel"), odd), odd)
    text = to_html(one)
    assert "javascript" not in text and "<a " not in text
    document = opened(to_docx(one))
    assert not [r for r in document.part.rels.values() if "hyperlink" in r.reltype]
    names = {cell.text for table in document.tables for row in table.rows for cell in row.cells}
    published = next(s for s in one.annex if s.title == "Published figures").blocks[0].rows
    assert {row[-2] for row in published} <= names


def test_the_command_says_what_a_pack_has_wrong(tmp_path, capsys):
    (tmp_path / "gates.csv").write_text("gate\nG1a\n")
    source = context.CHECKOUT / "data" / "companies" / "hotel.json"
    with context.using(pack=tmp_path):
        assert cli.main(["memo", str(source), "-o", str(tmp_path / "a.html")]) == 0
    assert "gates.csv, row 1, column order" in capsys.readouterr().err


@pytest.mark.parametrize("case", CASES)
def test_the_annex_lists_every_assumption_behind_any_figure_of_the_memo(case, memos, data):
    found = Findings(company.case(case), data)
    read = frozenset().union(*(result.sources for result in found.results))
    told = {
        row[0] for s in memos[case].annex if s.title == "Assumptions" for row in s.blocks[0].rows
    }
    labels = {row.label for key, row in data.assumptions.items() if f"assumption:{key}" in read}
    assert labels and told == labels
    # Each result alone rests on less: a memo that forgot one would show it here.
    assert any(frozenset(r.sources) < read for r in found.results)
