"""The lecturer's kit: longer classes, syllabuses, pages, guide, worksheets and slides."""

import io
import re
import zipfile

import docx
import pptx
import pytest

from helpers import context
from helpers.kit import material, pages, sheets, slides, word, writing


@pytest.fixture(scope="module")
def known():
    with context.using(language="en", pack=None):
        return material.lessons()


def test_every_lesson_has_its_material(known):
    assert [one.number for one in known] == [f"{n:02}" for n in range(15)]
    assert all(one.items and one.plan.board and one.slides() for one in known)


def test_longer_classes_are_as_long_as_they_say_and_begin_with_the_core(known):
    for one in known:
        classes = material.longer(one.plan)
        assert set(classes) == {50, 90}
        for length, steps in classes.items():
            assert sum(minutes for minutes, _part, _does in steps) == length
            assert steps[0][0] == one.plan.minutes
        names = [role.name for role in one.plan.roles]
        debates = [
            does for steps in classes.values() for _m, part, does in steps if part == "Debate"
        ]
        assert debates and all(name in does for does in debates for name in names)


SYLLABUSES = {"afternoon": 180, "day": 420, "five": 5 * 90, "term": 13 * 90}


def test_syllabuses_last_what_their_names_say_and_leave_room_for_each_core(known):
    plans = {one.slug: one.plan for one in known}
    found = material.syllabuses()
    assert {one.key: one.minutes for one in found} == SYLLABUSES
    for syllabus in found:
        for session in syllabus.sessions:
            cores = sum(plans[slug].minutes for slug in session.lessons)
            assert cores <= session.minutes, (syllabus.key, session)
    (term,) = [one for one in found if one.key == "term"]
    taught = [slug for session in term.sessions for slug in session.lessons]
    assert taught == list(plans), "a term teaches every lesson, in order"


def test_a_page_holds_all_of_its_lesson(known):
    told = pages.pages()
    assert set(told) == {pages.INDEX, *(one.path.stem for one in known)}
    for one in known:
        page = told[one.path.stem]
        plan = one.plan
        texts = [plan.vote, plan.debrief, plan.expected, plan.homework, *plan.rubric, *plan.board]
        texts += [step.does for step in plan.steps] + [role.argues for role in plan.roles]
        texts += [o.feedback for item in one.items for o in item.options]
        shown = page.replace("&#36;", "$")
        missing = [text for text in texts if _bare(text) not in _bare(shown)]
        assert not missing, (one.slug, missing[:2])
        assert page.count("**right:**") == len(one.items)


def _bare(text: str) -> str:
    """Letters and digits alone: marks of Markdown are escaped differently in each place."""
    return "".join(re.findall(r"\w+", re.sub(r"&#\d+;|</?span>", "", text)))


def test_the_guide_holds_the_pages_word_for_word(known):
    with context.using(language="en", pack=None):
        told = pages.pages()
    document = docx.Document(io.BytesIO(word.to_docx(list(told.values()), "Guide", "en")))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    text = _bare(" ".join([*(p.text for p in document.paragraphs), *cells]))
    for one in known:
        for said in (one.plan.vote, one.plan.expected, *one.plan.board, one.plan.steps[0].does):
            assert _bare(said) in text, one.slug
    headings = [p.text for p in document.paragraphs if p.style.name == "Heading 1"]
    assert len(headings) == len(told)
    assert document.core_properties.title == "Guide"


def test_every_numbered_list_of_a_document_begins_with_one():
    page = "# Two\n\n1. a\n2. b\n\nBetween.\n\n1. c\n2. d\n"
    document = docx.Document(io.BytesIO(word.to_docx([page], "Two", "en")))
    known = document.part.numbering_part.element
    used = [p._p.pPr.numPr.numId.val for p in document.paragraphs if p.style.name == "List Number"]
    first, second = dict.fromkeys(used)
    assert used == [first, first, second, second]
    for number in (first, second):
        (over,) = known.num_having_numId(number).lvlOverride_lst
        assert over.ilvl == 0 and over.startOverride.val == 1


def test_a_worksheet_asks_and_does_not_tell(known):
    for one in known:
        front, back = sheets.sheet(one)
        page = f"{front}\n{back}"
        assert front.startswith(f"# {one.number}") and back.startswith(f"# {one.number}")
        assert "data:image/png" in page and sheets.BLANK in page
        assert page.count("\n## ") == 4, one.slug
        question = next(c for c in one.notebook.cells if c.id == "predict")
        asked = question.outputs[0]["data"]["text/plain"].split("**")[2][:60]
        assert _bare(asked) in _bare(page)
        explained = next(c for c in one.notebook.cells if c.id == "explain").outputs[0]
        answer = re.search(
            r"\*\*(.+?)\*\*", explained["data"]["text/plain"].partition("<details>")[2]
        )
        assert answer and _bare(answer[1]) not in _bare(page), one.slug


def test_slides_have_titles_and_pictures_words_and_the_plan_stands_in_the_notes(known):
    for one in known:
        deck = pptx.Presentation(io.BytesIO(slides.to_pptx(one)))
        notes = " ".join(
            s.notes_slide.notes_text_frame.text for s in deck.slides if s.has_notes_slide
        )
        assert all(s.shapes.title.text.strip() for s in deck.slides)
        alone = [
            p.text_frame.text
            for s in deck.slides
            for p in s.placeholders
            if p.placeholder_format.idx == 1
        ]
        lone = [text for text in alone if text.endswith(":") and len(text.split()) < 5]
        assert lone == [], "a signpost without its words"
        pictures = [p for s in deck.slides for p in s.shapes if hasattr(p, "image")]
        assert len(pictures) == 1
        assert len(pictures[0]._element.nvPicPr.cNvPr.get("descr")) > 40
        assert one.plan.expected in notes
        shown = " ".join(s.shapes.title.text for s in deck.slides)
        assert one.plan.expected not in shown
        told = [step for step in one.plan.steps if step.does in notes]
        assert len(told) >= 2, one.slug


def test_nothing_on_a_slide_leaves_it(known):
    for one in known:
        deck = pptx.Presentation(io.BytesIO(slides.to_pptx(one)))
        for number, page in enumerate(deck.slides, start=1):
            for shape in page.shapes:
                right, bottom = shape.left + shape.width, shape.top + shape.height
                assert shape.left >= 0 and right <= deck.slide_width, (one.slug, number)
                assert shape.top >= 0 and bottom <= deck.slide_height, (one.slug, number)
            for frame in (s.text_frame for s in page.placeholders if s.has_text_frame):
                sizes = {p.font.size for p in frame.paragraphs}
                assert min(sizes) >= slides.SIZES[-1]


def test_a_kit_is_one_folder_of_files_that_open(tmp_path):
    with context.using(language="en", pack=None):
        written = writing.write(tmp_path / "kit")
    names = {path.relative_to(tmp_path / "kit").as_posix() for path in written}
    assert {"guide.docx", "worksheets.docx"} < names and len(names) == 2 + 3 * 15
    for path in written:
        if path.suffix in (".docx", ".pptx", ".zip"):
            assert zipfile.ZipFile(path).testzip() is None
        else:
            assert path.read_text(encoding="utf-8").startswith("$CATEGORY")


def test_a_kit_that_cannot_be_made_leaves_no_file(tmp_path, pack):
    folder = tmp_path / "kit"
    (folder).write_text("in the way", encoding="utf-8")
    with pytest.raises(OSError):
        writing.write(folder)
    assert folder.read_text(encoding="utf-8") == "in the way"
