"""Exported lessons: whole, without code or buttons, readable aloud, and never in need of a net."""

import json
import re
from importlib.metadata import entry_points

import nbformat
import pytest

from helpers import cli, context
from helpers.export import notebooks, writing
from helpers.export.finish import finished
from helpers.export.maths import mathml
from helpers.export.tidy import Tidy
from tests.export.pages import Page

PATHS = notebooks.every()
LESSONS = PATHS[1:]
every = pytest.mark.parametrize("path", PATHS, ids=lambda path: path.stem)
lesson = pytest.mark.parametrize("path", LESSONS, ids=lambda path: path.stem)


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """All pages and all slides, as the two commands write them."""
    made = tmp_path_factory.mktemp("exported")
    assert cli.main(["export", "--all", "-o", str(made)]) == 0
    assert cli.main(["export", "--all", "--slides", "-o", str(made)]) == 0
    return made


def page(folder, path, slides=False) -> Page:
    return Page((folder / writing.name(path, slides)).read_text(encoding="utf-8"))


def code(path) -> list[str]:
    """Lines of code of a notebook that would give themselves away."""
    cells = nbformat.read(path, as_version=4).cells
    lines = [line for cell in cells if cell.cell_type == "code" for line in cell.source.split("\n")]
    return [line.strip() for line in lines if len(line.strip()) > 8]


def test_both_commands_write_one_file_each_and_nothing_else(folder):
    names = {path.stem + ".html" for path in PATHS}
    names |= {path.stem + "-slides.html" for path in LESSONS}
    assert len(LESSONS) == 15
    assert {path.name for path in folder.iterdir()} == names
    # With the font and all pictures inside: small enough for a letter.
    assert max(path.stat().st_size for path in folder.iterdir()) < 600_000


@every
def test_a_page_needs_no_net_no_script_and_no_kernel(folder, path):
    read = page(folder, path)
    assert read.fetched() == []
    assert len(read.all("style")) == 2, "a style of JupyterLab came along"
    for tag in ("script", "button", "input", "link", "iframe"):
        assert read.all(tag) == [], tag
    assert read.all("html")[0]["lang"] == "en"
    assert len(read.all("h1")) == len(read.all("main")) == len(read.all("title")) == 1


@every
def test_a_page_shows_no_code_and_says_nothing_of_starting(folder, path):
    words = page(folder, path).words
    for line in code(path):
        assert line not in words, line
    for said in ("In [", "Out[", "start button", "Start the lesson", "Run All", "nothing to start"):
        assert said not in words
    assert "$" not in words and "\\frac" not in words


@lesson
def test_no_words_of_a_lesson_are_lost(folder, path):
    words = page(folder, path).words.replace(" ", "")
    for cell in nbformat.read(path, as_version=4).cells:
        if cell.cell_type == "markdown" and cell.id not in ("head", "maths"):
            for heading in re.findall(r"^#+ (.+?)(?: \*[^*]+\*)?$", cell.source, re.M):
                assert heading.replace(" ", "").strip("*") in words, heading
        for output in cell.get("outputs", []):
            saved = output.get("data", {}).get("text/plain", "")
            for row in re.findall(r"^\| (?!-)([^|]+) \|", saved, re.M):
                plain = re.sub(r"[\\*]|\s", "", re.sub(r"\]\([^)]*\)|\[", "", row))
                assert plain in words, row


@every
def test_pictures_have_their_saved_words_and_tables_their_heads(folder, path):
    read = page(folder, path)
    saved = [
        output.metadata["image/png"]["alt"]
        for cell in nbformat.read(path, as_version=4).cells
        for output in cell.get("outputs", [])
        if "image/png" in output.get("data", {})
    ]
    assert [image["alt"] for image in read.all("img")] == saved
    assert all(saved) and (path.name == context.CONTENTS or saved)
    assert read.all("table") or path.name == context.CONTENTS  # a list, its rows say it all
    assert all(cell.get("scope") in ("col", "row") for cell in read.all("th"))
    assert len(read.all("th")) >= 2 * len(read.all("table"))
    frames = [a for a in read.all("div") if a.get("class") == "wide"]
    assert len(frames) == len(read.all("table"))
    assert all(frame["aria-label"] for frame in frames)


def test_links_lead_to_the_pages_beside_and_stay_words_where_there_are_none(folder, tmp_path):
    for path in PATHS:
        for link in page(folder, path).all("a"):
            href = link["href"]
            assert href.startswith(("https://", "http://")) or (folder / href).is_file(), (
                path.stem,
                href,
            )
    contents = {a["href"] for a in page(folder, PATHS[0]).all("a")}
    assert contents >= {path.stem + ".html" for path in LESSONS}
    writing.write(LESSONS[9], tmp_path / "alone.html")
    alone = Page((tmp_path / "alone.html").read_text(encoding="utf-8"))
    assert all(link["href"].startswith("http") for link in alone.all("a"))
    assert alone.all("nav") == []
    assert len(page(folder, LESSONS[9]).all("nav")) == 2


@lesson
def test_every_formula_becomes_mathml_with_its_words(folder, path):
    source = "".join(
        cell.source
        for cell in nbformat.read(path, as_version=4).cells
        if cell.cell_type == "markdown"
    )
    blocks = re.findall(r"\$\$.+?\$\$", source, re.S)
    inline = re.findall(r"\$[^$]+\$", re.sub(r"\$\$.+?\$\$", "", source, flags=re.S))
    formulas = page(folder, path).all("math")
    assert len(formulas) == len(blocks) + len(inline)
    assert sum(formula["display"] == "block" for formula in formulas) == len(blocks)
    raw = (folder / writing.name(path, False)).read_text(encoding="utf-8")
    assert not re.search(r"<m[a-z]+>\\", raw), "an unknown command is left as TeX"


def test_sized_brackets_of_a_formula_grow_with_it():
    made = mathml(r"\max_f\Big(\frac{a}{4}\Big)", block=True)
    assert made.count('stretchy="true"') == 2 and "Big" not in made


def test_folded_answers_stay_folded_and_can_be_opened(folder):
    read = page(folder, LESSONS[9])
    assert len(read.all("details")) == len(read.all("summary")) >= 6
    assert not any("open" in attributes for attributes in read.all("details"))


def test_a_table_gets_its_slanted_line_as_caption_and_loses_an_empty_head():
    table = "<table><thead><tr><th></th></tr></thead><tbody><tr><td>a</td></tr></tbody></table>"
    read = Page(finished(f"<p>Before</p><p><em>Hours</em></p>{table}", (), ("Table", "Formula")))
    assert read.words == "Before Hours a"
    assert [tag for tag, _a in read.tags][-6:] == ["div", "table", "caption", "tbody", "tr", "th"]
    read = Page(finished(f"<p><em>Not</em> a caption</p>{table}", (), ("Table", "Formula")))
    assert read.all("caption") == [] and read.all("div")[0]["aria-label"] == "Table"


def test_tidying_twice_is_tidying_once():
    nb = nbformat.read(LESSONS[9], as_version=4)
    once, resources = Tidy().preprocess(nb, {})
    kept = json.dumps(once)
    assert json.dumps(Tidy().preprocess(once, resources)[0]) == kept


# Slides ------------------------------------------------------------------------------------


def kinds(read: Page) -> list[str]:
    return [attributes["class"] for attributes in read.all("section")]


@lesson
def test_slides_come_in_the_order_of_a_lesson(folder, path):
    read = page(folder, path, slides=True)
    order = "".join({"text": "t", "voices": "v"}.get(k, k[0].upper()) for k in kinds(read))
    # Title, voices (and what is at stake), Predict, about the example, Picture, Steps,
    # Answer, mistakes, Options, the sentence to Repeat.
    assert re.fullmatch(r"Tv+t*Pt+PS+At+OR", order), order
    headings = [a for tag, a in read.tags if tag in ("h1", "h2")]
    assert [a["aria-labelledby"] for a in read.all("section")] == [a["id"] for a in headings]
    assert len(read.all("h1")) == 1


@lesson
def test_slides_need_no_net_and_show_no_code(folder, path):
    read = page(folder, path, slides=True)
    assert read.fetched() == []
    assert all("src" not in script for script in read.all("script"))
    assert read.all("button") == []
    assert all(line not in read.words for line in code(path))
    (image,) = read.all("img")
    saved = page(folder, path).all("img")[0]["alt"]
    assert image["alt"] and len(image["alt"]) > 40 and saved
    assert read.all("title") and read.words.startswith(
        nbformat.read(path, as_version=4).cells[0].source.splitlines()[0][2:]
    )


@lesson
def test_slides_tell_the_lessons_own_words_and_the_answer_after_the_vote(folder, path):
    read = page(folder, path, slides=True)
    course = nbformat.read(path, as_version=4).metadata.course
    assert read.words.rstrip().endswith(course.sentence)
    cells = {cell.id: cell for cell in nbformat.read(path, as_version=4).cells}
    explained = cells["explain"].outputs[0].data["text/plain"]
    answer = re.search(r"</summary>\s+(.+?)\s+</details>", explained, re.S)[1].split("\n\n")[-1]
    asked = " ".join(explained.split("\n")[0].split())
    plain = " ".join(re.sub(r"[\\*]", "", answer).split())
    first, last = read.words.index(asked[:60]), read.words.index(plain)
    assert first < last and read.words.count(plain) == 1
    for voice in re.findall(r"^\*\*([^*]+)\*\*", cells["dilemma"].source, re.M):
        assert voice in read.words
    mistakes = cells["misconception"].source
    open_ones = re.sub(r"<details>.*?</details>", "", mistakes, flags=re.S)
    for lead in re.findall(r"^\*\*(.+?)\*\*", open_ones, re.M):
        assert lead in read.words
    steps = re.findall(r"^\d+\. ", cells["example"].outputs[-1].data["text/plain"], re.M)
    fragments = [a for a in read.all("li") if a.get("class") == "fragment"]
    assert len(fragments) == len(steps) >= 4
    folded = re.findall(r"<summary>(.+?)</summary>", mistakes)
    assert not [summary for summary in folded if summary in read.words]
    html = (folder / writing.name(path, slides=True)).read_text(encoding="utf-8")
    assert not re.search(r'<div class="body">\s*</div>', html)


# The commands ------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["9", "09", "resources", "09_resources", str(LESSONS[9])])
def test_a_lesson_is_found_by_number_name_and_file(name):
    assert notebooks.find(name).name == "09_resources.ipynb"


@pytest.mark.parametrize("slides", [False, True])
def test_one_lesson_goes_where_it_is_typed_or_where_it_is_said(tmp_path, monkeypatch, slides):
    monkeypatch.chdir(tmp_path)
    more = ["--slides"] if slides else []
    assert cli.main(["export", "9", *more]) == 0
    assert cli.main(["export", "9", *more, "-o", "mine.html"]) == 0
    name = "09_resources-slides.html" if slides else "09_resources.html"
    assert {path.name for path in tmp_path.iterdir()} == {name, "mine.html"}
    assert (tmp_path / name).read_bytes() == (tmp_path / "mine.html").read_bytes()


def test_what_is_wrong_is_one_sentence(tmp_path, capsys):
    broken = tmp_path / "broken.ipynb"
    broken.write_text("{", encoding="utf-8")
    empty = tmp_path / "empty.ipynb"
    nbformat.write(nbformat.v4.new_notebook(), empty)
    target = str(tmp_path / "out.html")
    for arguments, said in (
        (["99"], "There is no lesson 99"),
        (["nowhere.ipynb"], "There is no notebook nowhere.ipynb"),
        ([str(broken)], "broken.ipynb is not a notebook"),
        ([str(empty), "--slides"], "lacks parts of one"),
        ([str(PATHS[0]), "--slides"], "lacks parts of one"),
    ):
        assert cli.main(["export", *arguments, "-o", target]) == 1
        told = capsys.readouterr()
        assert said in told.err and told.err.count("\n") == 1 and told.out == ""
    assert cli.main(["export", "9", "-o", str(tmp_path / "no" / "where.html")]) == 1
    assert "cannot be read or written" in capsys.readouterr().err
    for arguments in ([], ["9", "--all"]):
        with pytest.raises(SystemExit):
            cli.main(["export", *arguments])


def test_a_notebook_of_somebody_else_is_exported_with_the_picture_that_it_holds(tmp_path):
    nb = nbformat.read(LESSONS[9], as_version=4)
    nb.metadata.course.slug = "a lesson of mine"
    nbformat.write(nb, tmp_path / "mine.ipynb")
    writing.write(tmp_path / "mine.ipynb", tmp_path / "mine.html", slides=True)
    (image,) = Page((tmp_path / "mine.html").read_text(encoding="utf-8")).all("img")
    saved = next(cell for cell in nb.cells if cell.id == "example").outputs[1]
    assert image["src"].endswith(saved.data["image/png"].strip())
    assert image["alt"] == saved.metadata["image/png"]["alt"]


def test_what_a_learner_or_a_trainer_has_broken_stops_no_export(tmp_path):
    (tmp_path / "company.json").write_text("{", encoding="utf-8")
    (tmp_path / "assumptions.csv").write_text("nonsense", encoding="utf-8")
    exported = []
    for changes in ({}, {"folder": tmp_path}, {"pack": tmp_path}):
        with context.using(**changes):
            writing.write(LESSONS[9], tmp_path / "out.html", slides=True)
        exported.append((tmp_path / "out.html").read_text(encoding="utf-8"))
    assert exported[0] == exported[1]
    assert "<img" in exported[2]


def test_jupyter_itself_offers_both_kinds():
    offered = entry_points(group="nbconvert.exporters")
    for name, words in (("course", "page"), ("course-slides", "slides")):
        assert words in offered[name].load().export_from_notebook
