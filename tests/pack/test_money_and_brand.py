"""A class that reckons in its own currency and wears its trainer's brand."""

import csv
import io
import json
import re
from pathlib import Path

import docx
import pytest
from PIL import Image

from helpers import company, context, look
from helpers.data import reading
from helpers.findings import Findings
from helpers.lessons.paid_reach import PaidReach
from helpers.memo.compose import compose
from helpers.memo.docx import to_docx
from helpers.memo.html import to_html
from helpers.pack.draft import Draft
from helpers.studio.page import Page
from helpers.studio.trainer_look import RATE, LookForm
from helpers.words import units
from helpers.words.locale import _
from tests.memo.firms import FIRMS, TODAY
from tests.pack.copies import DATA

USD = {"code": "USD", "euro": 1.25, "as_of": "2026-11-23"}
BRAND = {
    "title": "North Coast <Training>",
    "logo": "logo.png",
    "footer": "North Coast · Limassol",
    "colours": {"accent": "#0a5b50"},
}


def put(pack: Path, **fields: object) -> None:
    (pack / "pack.json").write_text(json.dumps(fields), encoding="utf-8")


def logo(pack: Path) -> None:
    Image.new("RGB", (600, 160), "#0a5b50").save(pack / "logo.png")


def memo_text(key: str) -> str:
    memo = compose(Findings(FIRMS[key](), reading.load()))
    document = docx.Document(io.BytesIO(to_docx(memo)))
    said = [p.text for p in document.paragraphs]
    said += [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return "\n".join(said)


def test_euros_of_the_course_follow_at_the_rate_of_the_pack(pack):
    euros = reading.load()
    hotel = company.case("hotel")
    put(pack, currency=USD)
    with context.using(pack=pack):
        dollars = reading.load()
        assert dollars.notices == ()
        for key, row in euros.assumptions.items():
            own = dollars.assumptions[key]
            rate = USD["euro"] if row.unit == "euros" else 1
            assert own.default == pytest.approx(row.default * rate, rel=0.005), key
            assert own.low <= own.default <= own.high and own.step > 0
        for action in euros.actions.index:
            before, after = euros.actions.at[action, "euros"], dollars.actions.at[action, "euros"]
            assert after == pytest.approx(before * USD["euro"], rel=0.005)
        assert company.case("hotel").contribution == pytest.approx(
            hotel.contribution * 1.25, rel=0.005
        )
        assert company.case("hotel").contacts == hotel.contacts


def test_what_a_trainer_wrote_is_in_the_currency_already(pack):
    with (DATA / "assumptions.csv").open(encoding="utf-8", newline="") as stream:
        rows = list(csv.DictReader(stream))
    for row in rows:
        if row["key"] == "wage":
            row.update(low="20", default="31", high="90")
    with (pack / "assumptions.csv").open("w", encoding="utf-8", newline="") as stream:
        writer = csv.DictWriter(stream, rows[0])
        writer.writeheader()
        writer.writerows(rows)
    (pack / "companies").mkdir()
    document = json.loads((DATA / "companies" / "hotel.json").read_text(encoding="utf-8"))
    (pack / "companies" / "client.json").write_text(json.dumps(document), encoding="utf-8")
    put(pack, currency=USD)
    with context.using(pack=pack):
        tables = reading.load()
        assert tables.notices == ()
        assert tables.assumptions["wage"].default == 31
        assert tables.assumptions["fee"].default == 500  # 400 euros, which nobody changed
        assert company.case("client").contribution == document["contribution"]


def test_every_word_of_money_is_of_the_class_and_what_was_published_stays_in_euros(pack):
    put(pack, currency=USD)
    with context.using(pack=pack):
        assert units.written(400, "euros") == "US$400"
        assert units.boxed("euros") == "US$"
        assert units.stated([1, 5], "euros") == "1–5 dollars"
        assert units.stated([16.7], "EUR/hour") == "16.7 euros an hour"
        assert _("ENOUGH EUROS?") == "ENOUGH DOLLARS?" and _("Euros") == "Dollars"
        assert "{euros}" in _("they cost {euros}")
        lesson = PaidReach.begin("en")
        studio = lesson.studios()["explore"]()
        words = [studio.words.headline, *studio.words.remarks, studio.words.table.to_markdown()]
        for said in (*words, memo_text("museum")):
            assert "€" not in said and not re.search(r"\beuros?\b", said, re.IGNORECASE), said
        assert any("US$" in said for said in words)
    put(pack)
    assert units.written(400, "euros") == "€400"


def test_a_currency_that_cannot_be_used_leaves_all_in_euros(pack):
    for wrong in (
        {**USD, "code": "DOL"},
        {**USD, "euro": 0},
        {**USD, "as_of": "2026-02-30"},
        {"code": "USD"},
        "USD",
    ):
        put(pack, currency=wrong)
        with context.using(pack=pack):
            tables = reading.load()
            assert len(tables.notices) == 1 and "currency" in str(tables.notices[0])
            assert tables.assumptions["fee"].default == 400
            assert units.written(400, "euros") == "€400"


def test_a_memo_bears_logo_and_line_of_the_trainer_in_both_formats(pack):
    logo(pack)
    put(pack, brand=BRAND)
    with context.using(fixed_today=TODAY, language="en", pack=pack):
        memo = compose(Findings(FIRMS["hotel"](), reading.load()))
        page = to_html(memo)
        document = docx.Document(io.BytesIO(to_docx(memo)))
    assert 'alt="Logo of North Coast &lt;Training&gt;"' in page
    assert "<Training>" not in page and page.count("data:image/png;base64,") >= 1
    assert "Limassol" in page
    assert [p.text for p in document.sections[0].footer.paragraphs][-1] == BRAND["footer"]
    (described,) = [
        shape._inline.docPr.get("descr")
        for shape in [docx.shape.InlineShape(i) for i in document.tables[0]._tbl.iter(INLINE)]
    ]
    assert described == "Logo of North Coast <Training>"


INLINE = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}inline"


def test_lessons_wear_colour_logo_and_name(pack):
    logo(pack)
    put(pack, title="Islands", brand=BRAND)
    with context.using(pack=pack):
        lesson = PaidReach.begin("en")
        head = lesson.start()
        assert "Islands” by North Coast &lt;Training&gt;" in head.stage.remarks
        assert 'alt="Logo of North Coast &lt;Training&gt;"' in head.stage.remarks
        assert "--byp-accent: #0a5b50" in lesson.page._css
        dark = lesson.page._css.rpartition("body[data-jp-theme-light")[2]
        assert look.THEMES["dark"]["accent"] in dark, "a dark page keeps a colour that can be read"
    assert "#0a5b50" not in Page()._css
    assert look.accents("", "") == ""


def test_the_rate_is_asked_for_an_euro_though_the_class_reckons_in_another_currency(pack):
    """Whoever opened the form again read “How many of it one dollar is”."""
    pack.mkdir(exist_ok=True)
    money = {"currency": {"code": "USD", "euro": 1.16, "as_of": "2026-11-23"}}
    (pack / "pack.json").write_text(json.dumps(money), encoding="utf-8")
    with context.using(pack=pack):
        assert _("one euro") == "one dollar"
        form = LookForm(Draft(pack))
        rate = form.fields[RATE].control
        assert (rate.label, rate.value) == ("How many of it 1 EUR is", 1.16)
