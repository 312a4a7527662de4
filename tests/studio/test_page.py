"""What a cell shows: words in a mount where the page runs, plain widgets where it cannot."""

import re
from pathlib import Path

import pytest

import helpers.studio
from helpers.copies import WIDGET_VIEW
from helpers.lessons.paid_reach import PaidReach
from helpers.lessons.resources import Resources
from helpers.studio import page
from helpers.studio.page import Page, as_html
from helpers.views.plane import wide
from tests.lessons.parts import all_parts

FRONT = Path(helpers.studio.__file__).parent / "front"
SELECTED, AROUND = 15.5, 46
"""Size of the words of a choice, and what is around them: edge, padding and the sign at its end."""


def view_of(bundle: dict) -> str:
    return bundle[WIDGET_VIEW]["model_id"]


def test_every_part_shows_its_words_and_the_view_of_the_page_alone():
    lesson = Resources()
    for name, part in all_parts(lesson).items():
        bundle = part._repr_mimebundle_()
        if not hasattr(part, "view"):
            assert WIDGET_VIEW not in bundle
            continue
        assert view_of(bundle) == lesson.page.model_id, name
        assert lesson.page.parts[name] is part.view
        assert f"byp-mount-{name}" in bundle["text/html"]
        assert as_html(bundle["text/plain"]) in bundle["text/html"]
        assert part.view.model_id not in bundle["text/html"], "the same words in each kernel"


def test_a_cell_that_is_run_twice_shows_the_same_part():
    lesson = Resources()
    assert lesson.predict() is lesson.predict() and len(lesson.page.parts) == 0
    lesson.predict()._repr_mimebundle_()
    assert list(lesson.page.parts) == ["predict"]


@pytest.mark.parametrize(
    ("key", "value"), [("VSCODE_PID", "1"), ("VSCODE_CWD", "/"), ("SERVER_SOFTWARE", "voila/0.5")]
)
def test_front_ends_without_a_notebook_panel_get_the_widgets_themselves(key, value, monkeypatch):
    monkeypatch.setenv(key, value)
    part = Resources().predict()
    bundle = part._repr_mimebundle_()
    assert view_of(bundle) == part.view.model_id and "text/html" not in bundle
    assert bundle["text/markdown"] == part.to_markdown()


def test_colab_gets_the_widgets_themselves(monkeypatch):
    monkeypatch.setitem(page.sys.modules, "google.colab", page)
    assert "text/html" not in Resources().predict()._repr_mimebundle_()


def test_folded_answers_and_tables_survive_as_html():
    words = "<details><summary>More</summary>\n\n| a | b |\n| --- | --- |\n| 1 | 2 |\n\n</details>"
    html = as_html(words)
    assert "<details><summary>More</summary>" in html and "</details>" in html
    assert "<table>" in html and "<td>2</td>" in html


def test_the_page_knows_itself_and_what_to_say_when_the_kernel_is_gone():
    one = Page()
    assert one.key == one.model_id and "nothing that you saved is lost" in one.asleep


def test_what_goes_wrong_in_a_part_is_one_sentence_and_the_others_go_on(monkeypatch):
    lesson = Resources()
    monkeypatch.setattr(lesson, "own_studio", lambda: 1 / 0)
    words = lesson.own().to_markdown()
    assert "cannot be shown (ZeroDivisionError)" in words and len(lesson.failures) == 1
    assert lesson.predict().view is not None


def test_what_goes_wrong_behind_a_button_is_one_sentence(monkeypatch):
    lesson = Resources()
    frame = lesson.own()
    monkeypatch.setattr(lesson, "changes", lambda studio: 1 / 0)
    save = next(w for w in frame.view.children if getattr(w, "description", "").startswith("Save"))
    save.click()
    assert isinstance(frame.stage.error, ZeroDivisionError)
    assert "ZeroDivisionError" in frame.stage.trouble


def test_a_choice_shows_its_longest_words_above_a_picture():
    """“Facebook and Instagram a…” stood there in a window of 800 pixels."""
    css = (FRONT / "page.css").read_text(encoding="utf-8")
    rule = r"\.byp-row:has\(select\) \{ grid-template-columns: repeat\(auto-fit, minmax\((\d+)px"
    least = float(re.search(rule, css)[1])
    media = PaidReach().explore_studio().controls["medium"].options
    assert max(wide(words, SELECTED) for words, _key in media) + AROUND <= least
