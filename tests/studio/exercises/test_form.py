"""The company form: what it refuses, what it marks as borrowed, what it never loses."""

import html
import json
import re

import pytest

from helpers import company
from helpers.company import Company, CompanyFile
from helpers.lessons.popular_is_not_fit import PopularIsNotFit
from helpers.lessons.resources import Resources
from helpers.lessons.your_company import YourCompany
from helpers.studio.parts import StudioFrame
from tests.lessons.parts import all_parts, commit


def saved() -> Company:
    return CompanyFile().load()[0]


def bakery(lesson: YourCompany):
    """The form after an own company was saved with it."""
    form = lesson.form()
    form.fields["name"].value = "Bakery"
    form.button.click()
    assert form.stage.error is None and saved().name == "Bakery"
    return form


def stated(value: object) -> object:
    """A group without its zeros: nought customers is what a case leaves out."""
    return {k: v for k, v in value.items() if v} if isinstance(value, dict) else value


def test_form_changes_nothing_of_an_untouched_case():
    lesson = YourCompany()
    form = lesson.form()
    for key in company.cases():
        form.example.value = key
        form.take_example()
        assert form._company.name in form.stage.headline
        form.save()
        assert form.stage.trouble == ""
        before, after = company.case_document(key), json.loads(CompanyFile().path.read_text())
        for field, value in before.items():
            assert stated(after[field]) == stated(value), field


def test_form_writes_what_was_typed_and_wants_a_name():
    form = YourCompany().form()
    form.fields["name"].value = "  "
    form.save()
    assert "name" in form.stage.remarks
    form.fields["name"].value = "Bakery"
    form.fields["cash"].type("35,5")
    form.fields["person0"].value = "Baker"
    form.fields["hours0"].type("2.5")
    form.save()
    known = saved()
    assert (known.name, known.cash, known.invented) == ("Bakery", 35.5, False)
    assert (known.people[0].name, known.people[0].hours) == ("Baker", 2.5)


def test_a_firm_of_its_own_begins_without_the_examples_answers_but_keeps_its_own():
    CompanyFile().save({"topics": ["What does it cost?"]})
    form = YourCompany().form()
    form.fields["name"].value = "Bakery"
    form.save()
    known = saved()
    assert known.objective["metric"] == "" and known.stand_in == ""
    assert known.topics == ("What does it cost?",)


IMPOSSIBLE = {
    "more weekly users than asked": ({"asked": "5", "weekly.facebook": "9"}, "Facebook: 9 of 5"),
    "ages beyond all buyers": ({"ages.18-29": "100"}, "ages add up to"),
    "too many coins": ({"purposes.care": "10"}, "share out exactly ten"),
    "hours of nobody": ({"hours3": "4"}, "4 h a week are promised by nobody"),
    "coins of one purpose": ({"purposes.care": "25"}, "25 is outside 0 to 10"),
    "less than nothing": ({"cash": "-3"}, "−3 is outside 0 to 100,000"),
    "beyond all measure": ({"cash": "1000000000"}, "1,000,000,000 is outside"),
    "an emptied box": ({"cash": ""}, "type a number"),
    "two readings": ({"cash": "1.200"}, "1.2 or as 1200"),
    "half a customer": ({"asked": "7.5"}, "whole number"),
}


@pytest.mark.parametrize("name", IMPOSSIBLE)
def test_what_cannot_be_is_told_and_not_saved(name):
    typed, told = IMPOSSIBLE[name]
    form = YourCompany().form()
    form.fields["name"].value = "Bakery"
    for key, text in typed.items():
        form.fields[key].type(text)
    form.button.click()
    assert told in form.stage.remarks, form.stage.remarks
    assert not CompanyFile().path.exists()


def test_a_person_whose_name_is_emptied_is_not_dropped_silently():
    form = YourCompany().form()
    assert form.fields["hours0"].value
    form.fields["person0"].value = " "
    form.button.click()
    assert "promised by nobody" in form.stage.remarks
    assert not CompanyFile().path.exists()


def test_a_refused_entry_is_told_once_more_at_the_button_and_then_what_was_kept_is_saved():
    form = YourCompany().form()
    before = form.fields["cash"].value
    form.fields["cash"].type("minus three")
    form.button.click()
    assert "was kept" in form.stage.remarks and not CompanyFile().path.exists()
    form.button.click()
    assert saved().cash == before


def test_answers_of_the_example_are_marked_and_listed_until_they_are_said():
    lesson = YourCompany()
    form = bakery(lesson)
    borrowed = saved().borrowed
    assert {"cash", "turnover", "followers", "networks", "people", "purposes"} <= set(borrowed)
    shown = html.unescape(" ".join(w.value for w in _html(form._sections)))
    assert shown.count("Still the example's") == 5
    assert "Still the example's" in form.fields["cash"].hint
    (line,) = re.findall("<p>Lesson 13:.*?</p>", form.to_find_out.remarks)
    assert "Turnover with one new customer" in line
    assert f"{len(borrowed)} answers are the example's" in form.to_find_out.headline
    folded = html.unescape(lesson.start().stage.remarks.split("<details>")[1])
    assert folded.startswith(f"<summary>{form.to_find_out.headline}</summary>") and line in folded
    assert "<p>This lesson: " in folded and "Lesson 00" not in folded
    assert "<p>Lesson 00: " in Resources().start().stage.remarks
    assert "<details><summary>Still to find out" in Resources().start().to_markdown()
    form.fields["cash"].type("77")
    form.boxes.confirmed[0].value = ("trade",)
    form.button.click()
    assert not {"cash", "trade"} & set(saved().borrowed)
    assert "Cash for this" not in form.to_find_out.remarks


def test_a_studio_marks_what_is_borrowed_until_it_is_saved_there():
    bakery(YourCompany())
    lesson = PopularIsNotFit()
    frame = lesson.own()
    marked = html.unescape(frame._caption.value)
    assert "Still the example's:" in marked
    assert all(said in marked for said in ("by age", "People asked", "weekly"))
    frame.write()
    assert "asked" not in saved().borrowed and "cash" in saved().borrowed
    assert "Still the example's" not in html.unescape(frame._caption.value)
    networks = html.unescape(Resources().own()._caption.value)
    assert "Networks under discussion" in networks, "choices are marked, not dials alone"
    explored = html.unescape(StudioFrame(Resources(), Resources().explore_studio)._caption.value)
    assert "Level of activity" in explored, "also where nothing is saved"


def test_every_borrowed_answer_is_asked_where_the_list_says():
    """A lesson that is named saves the field; ``asked_in`` of the schema cannot drift."""
    from tests.lessons.parts import lesson_classes

    saves: dict[str, set[str]] = {}
    for lesson_class in lesson_classes():
        lesson = lesson_class()
        number = next(n for n in _numbers() if n[3:] == lesson.slug)[:2]
        saves.setdefault(number, set()).update(lesson.changes(lesson.own_studio()))
    saves["00"] |= set(YourCompany().form().answer())
    saves["07"] |= {"house_rules", "month"}  # two further parts of the lesson
    saves["12"] |= {"search_share", "searches_month"}  # saved once they differ from the assumption
    saves["13"] |= {"visit_to_customer"}  # so does this
    for key, number in company.facts().items():
        if number:
            assert key in {name.split(".")[0] for name in saves[number]}, (key, number)


def test_an_example_does_not_replace_an_own_company_without_a_question_and_a_copy():
    lesson = YourCompany()
    form = bakery(lesson)
    before = json.loads(CompanyFile().path.read_text())
    form.example.value = "hotel"
    form.take_example()
    form.button.click()
    assert saved().name == "Bakery" and form._question.children
    assert "Shall Hotel Almyra take its place?" in form.stage.headline
    form.keep.click()
    assert saved().name == "Bakery" and form.fields["name"].value == "Bakery"
    form.take_example()
    form.button.click()
    form.replace.click()
    assert saved().name == "Hotel Almyra" and saved().about == "case:hotel"
    (copy,) = CompanyFile().path.parent.glob("company-copy-*.json")
    assert json.loads(copy.read_text()) == before and copy.name in form.stage.remarks


def test_the_name_follows_everywhere_at_once():
    lesson = YourCompany()
    commit(lesson)
    parts = all_parts(lesson)
    bakery(lesson)
    assert "Bakery" in parts["start"].stage.headline
    assert "Bakery" in parts["own"]._caption.value
    assert "Bakery" in parts["guess"]._asked.value


def test_reading_the_company_again_renews_the_name_at_the_top():
    lesson = Resources()
    start, frame = lesson.start(), lesson.own()
    bakery(YourCompany())
    lesson.reload()
    assert "Bakery" in start.stage.headline and "Bakery" in frame._caption.value


def test_what_is_being_typed_survives_what_other_parts_save():
    lesson = YourCompany()
    form = lesson.form()
    form.fields["name"].value = "Half a na"
    commit(lesson)
    assert form.fields["name"].value == "Half a na"


def test_the_form_comes_before_the_first_guess():
    from tests.lessons.parts import part_names

    names = part_names(YourCompany)
    assert names.index("form") < names.index("predict")


def _numbers() -> list[str]:
    from tests.lessons.parts import NOTEBOOKS

    return [path.stem for path in NOTEBOOKS.glob("[0-9][0-9]_*.ipynb")]


def _html(widget):
    if hasattr(widget, "children"):
        for child in widget.children:
            yield from _html(child)
    elif hasattr(widget, "value") and isinstance(widget.value, str):
        yield widget


SIX = ("name", "trade", "market", "person0", "hours0", "cash", "vetoes")


def visible(widget) -> bool:
    return getattr(widget.layout, "display", None) != "none"


def shown_in(widget):
    """All widgets that are on the page."""
    yield widget
    for child in getattr(widget, "children", ()):
        if visible(child):
            yield from shown_in(child)


def test_six_questions_are_asked_and_the_rest_is_one_press_away():
    form = YourCompany().form()
    first = list(shown_in(form.boxes))
    assert all(form.fields[key] in first for key in SIX)
    assert form.boxes.pages in first
    later = [key for key in form.fields if form.fields[key] not in first]
    assert {"contribution", "asked", "first_page", "place", "website"} <= set(later)
    form.boxes.more.click()
    opened = list(shown_in(form.boxes))
    people = ("person3", "hours3")  # lines for people come as names are typed
    assert [key for key in later if form.fields[key] not in opened] == list(people)
    form.boxes.more.click()
    assert form.fields["website"] not in list(shown_in(form.boxes))


def test_a_line_for_one_more_person_comes_with_the_last_name():
    CompanyFile().save({"name": "Bakery", "invented": False, "people": []})
    form = YourCompany().form()
    assert len(form.boxes._people.children) == 2
    for place, count in ((0, 2), (1, 3), (2, 4), (3, 4)):
        form.fields[f"person{place}"].value = "Somebody"
        assert len(form.boxes._people.children) == count


def test_what_has_to_be_mended_is_on_the_page():
    form = YourCompany().form()
    form.fields["purposes.care"].type("10")
    form.button.click()
    assert form.fields["purposes.care"] in list(shown_in(form.boxes))


def test_profiles_and_vetoes_are_the_firms_own_once_they_are_said():
    form = YourCompany().form()
    form.fields["name"].value = "Bakery"
    form.button.click()
    assert saved().silent_months == {}, "the example's page is not the bakery's"
    assert form.boxes.pages.checks.value == ()
    form = YourCompany().form()
    form.boxes.pages.checks.value = ("instagram",)
    form.boxes.pages.months["instagram"].value = 5
    form.fields["vetoes"].value = ("tiktok",)
    form.button.click()
    assert saved().silent_months == {"instagram": 5} and saved().vetoes == ("tiktok",)


def test_a_profile_that_is_named_together_with_the_firm_is_not_taken_for_the_examples():
    form = YourCompany().form()
    form.fields["name"].value = "Bakery"
    form.boxes.pages.months["facebook"].value = 3
    form.button.click()
    assert saved().silent_months == {"facebook": 3}
