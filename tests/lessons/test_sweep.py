"""Every control of every studio, over its ends and all its options, without an error."""

import pytest

from helpers import company
from helpers.company import CompanyFile
from helpers.studio import studio as studio_module
from helpers.studio.studio import Studio
from tests.lessons.parts import all_parts, commit, lesson_classes

ALL = [(c, name) for c in lesson_classes() for name in c().studios()]


@pytest.mark.parametrize(("lesson_class", "name"), ALL, ids=[f"{c.slug}-{name}" for c, name in ALL])
def test_every_control_is_swept(lesson_class, name):
    studio = lesson_class().studios()[name]()
    assert studio.error is None
    studio.stage.screen = {"width": 540, "ratio": 1, "theme": "light"}
    for control_name, control in studio.controls.items():
        assert len(set(control.sweep)) > 1, f"{control_name} has nothing to sweep"
        for value in control.sweep:
            studio.set(**{control_name: value})
            assert studio.error is None, (control_name, value, studio.error)
            assert getattr(studio.state, control_name) == value
            assert studio.stage.headline and studio.stage.image.startswith(b"\x89PNG")
            assert "nan" not in studio.to_markdown().lower().split()
            assert "inf" not in studio.to_markdown().lower().split()
    for preset in studio.presets:
        studio.preset(preset)
        assert studio.error is None, preset
    studio.reset()
    assert studio.error is None


@pytest.fixture
def shown(monkeypatch: pytest.MonkeyPatch) -> list[Studio]:
    """Every studio that is made from now on."""
    made: list[Studio] = []
    original = Studio.__init__

    def noted(self: Studio, *args: object, **kwargs: object) -> None:
        made.append(self)
        original(self, *args, **kwargs)

    monkeypatch.setattr(studio_module.Studio, "__init__", noted)
    return made


@pytest.mark.parametrize("lesson_class", lesson_classes(), ids=lambda c: c.slug)
def test_no_studio_of_a_notebook_is_left_out(lesson_class, shown):
    """The studios that a notebook shows are those that ``studios`` names and the sweep takes."""
    lesson = lesson_class()
    commit(lesson)
    swept = {type(make().state) for make in lesson.studios().values()}
    shown.clear()
    all_parts(lesson)
    assert shown
    assert {type(s.state) for s in shown} <= swept


EXTREMES = {
    "nobody": {"people": []},
    "nothing chosen": {"networks": []},
    "no purposes": {"purposes": {}},
    "no ages": {"ages": {}},
    "all zero": {
        "purposes": {},
        "ages": {},
        "asked": 0,
        "weekly": {},
        "first_page": 0,
        "profiles": 0,
        "content": dict.fromkeys(("text", "photo", "short_video", "long_video", "live"), 0),
        "weights": {"purpose": 0, "audience": 0, "content": 0},
        "cash": 0,
        "people": [{"name": "A", "hours": 0}],
        "followers": 0,
    },
    "all at the top": {
        "asked": 1000,
        "weekly": {"facebook": 1000, "linkedin": 1000},
        "first_page": 1,
        "profiles": 1,
        "cash": 100000,
        "followers": 100000,
        "bought_hours": 20,
        "ads": 100000,
        "people": [{"name": f"Person {i}", "hours": 60} for i in range(8)],
    },
}


@pytest.mark.parametrize("name", EXTREMES)
@pytest.mark.parametrize("lesson_class", lesson_classes(), ids=lambda c: c.slug)
def test_extreme_companies_get_a_calm_lesson(lesson_class, name, shown):
    CompanyFile().save({"name": "Extreme", **EXTREMES[name]})
    lesson = lesson_class()
    assert lesson.notices == []
    commit(lesson)
    for part, content in all_parts(lesson).items():
        assert content.to_markdown(), part
    for studio in shown:
        assert studio.error is None, (studio.state, studio.error)
    # A veiled part makes its studio anew each time it is asked for its words.
    for studio in {studio.state: studio for studio in shown}.values():
        studio.stage.screen = {"width": 780, "ratio": 1, "theme": "dark"}
        assert studio.error is None, (studio.state, studio.error)
        assert studio.stage.image


@pytest.mark.parametrize("case", company.cases())
@pytest.mark.parametrize("lesson_class", lesson_classes(), ids=lambda c: c.slug)
def test_every_case_company_works_in_every_lesson(lesson_class, case):
    document = company.case_document(case)
    document.pop("schema_version")
    CompanyFile().save(document)
    lesson = lesson_class()
    for name, make in lesson.studios().items():
        assert make().error is None, name
