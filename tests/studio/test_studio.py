"""The studio: one redraw per change, calm errors, a cache and a prefetch that hold."""

import asyncio
import csv
import io
from dataclasses import dataclass
from types import SimpleNamespace
from typing import Annotated

import pytest
import traitlets

from helpers import company, context
from helpers.lessons.relation_not_push import RelationNotPush
from helpers.models import company_plan, effort
from helpers.studio import controls, frames
from helpers.studio.declared import CompanyField, Hours, Networks
from helpers.studio.studio import Preset, Studio
from helpers.views.gap import GapView

SCREEN = {"width": 540, "ratio": 1, "theme": "light"}


@dataclass(frozen=True)
class State:
    level: Annotated[str, CompanyField(start="lean")]
    hours: Annotated[float, Hours()]


@pytest.fixture
def lesson(data) -> SimpleNamespace:
    """Whom a State is about."""
    return SimpleNamespace(company=company.case("machine_parts"), tables=data)


@pytest.fixture
def studio(lesson) -> Studio:
    parts, data = lesson.company, lesson.tables

    def model(state: State):
        if state.hours == 13:
            raise ZeroDivisionError("thirteen")
        plan = company_plan.plan_of(
            parts, data, state.level, people=company_plan.people_with(parts, state.hours)
        )
        return effort.answer(plan, data)

    presets = {"much": Preset("Much", {"level": "ambitious", "hours": 20.0})}
    return Studio(lesson, State, model, GapView(data), presets)


def test_control_moves_state_result_and_words(studio):
    before = studio.stage.headline
    studio.controls["hours"].value = 5.0
    assert studio.state == State("lean", 5.0)
    assert studio.result.value("promised") == 6.0
    assert studio.stage.headline != before
    assert studio.stage.alt and "<table " in studio.stage.table


def test_nothing_is_drawn_before_a_screen_shows_it(studio):
    studio.controls["hours"].value = 5.0
    assert (studio.stage.image, studio.frames.drawn) == (b"", 0)
    studio.stage.screen = SCREEN
    assert studio.stage.image.startswith(b"\x89PNG")
    assert studio.frames.drawn == 1


def test_set_and_preset_redraw_once(studio):
    studio.stage.screen = SCREEN
    drawn = studio.frames.drawn
    studio.preset("much")
    assert studio.state == State("ambitious", 20.0)
    assert studio.frames.drawn == drawn + 1
    studio.reset()
    assert studio.state == State("lean", 3.0)
    assert studio.frames.drawn == drawn + 1, "the start is in the cache"


def test_refused_value_changes_nothing_and_is_told(studio):
    studio.stage.screen = SCREEN
    image, state = studio.stage.image, studio.state
    studio.set(level="standard", hours=9999.0)
    assert isinstance(studio.error, traitlets.TraitError)
    assert "9,999" in studio.stage.trouble and "60" in studio.stage.trouble
    assert (studio.state, studio.stage.image) == (state, image)
    assert studio.controls["level"].value == "lean"
    studio.set(hours=4.0)
    assert (studio.error, studio.stage.trouble) == (None, "")


def test_model_error_keeps_the_last_picture_and_says_one_sentence(studio):
    studio.stage.screen = SCREEN
    image, headline = studio.stage.image, studio.stage.headline
    studio.controls["hours"].value = 13.0
    assert isinstance(studio.error, ZeroDivisionError)
    assert "last answer stays" in studio.stage.trouble
    assert "Traceback" not in studio.stage.trouble
    assert (studio.stage.image, studio.stage.headline) == (image, headline)
    studio.controls["hours"].value = 12.0
    assert (studio.error, studio.stage.trouble) == (None, "")


def test_screen_changes_the_picture_and_not_the_answer(studio):
    studio.stage.screen = SCREEN
    small, headline = studio.stage.image, studio.stage.headline
    studio.stage.screen = {"width": 900, "ratio": 2, "theme": "dark"}
    assert studio.stage.image != small
    assert studio.stage.width == 900
    assert studio.stage.headline == headline


def test_cache_is_bounded_in_bytes(studio, monkeypatch):
    studio.stage.screen = SCREEN
    monkeypatch.setattr(frames, "ROOM", 3 * len(studio.stage.image))
    for hours in range(2, 12):
        studio.set(hours=float(hours))
    held = sum(len(frame.png) for frame in studio.frames._kept.values())
    assert held == studio.frames.held <= frames.ROOM


def test_neighbours_are_drawn_while_the_kernel_is_idle(studio):
    async def moved() -> int:
        studio.stage.screen = SCREEN
        studio.controls["hours"].value = 5.0
        await asyncio.sleep(0.6)
        drawn = studio.frames.drawn
        studio.controls["hours"].value = 5.5
        assert studio.frames.drawn == drawn, "the step was there already"
        return drawn

    assert asyncio.run(moved()) == 4  # the start, the step, and one to either side


def test_a_change_cancels_the_prefetch(studio):
    async def moved() -> None:
        studio.stage.screen = SCREEN
        studio.controls["hours"].value = 5.0
        waiting = studio._prefetching
        studio.controls["hours"].value = 6.0
        assert waiting.cancelled()
        studio._cancel_prefetch()

    asyncio.run(moved())


def test_saved_words_are_headline_and_table(studio):
    bundle = studio._repr_mimebundle_()
    assert bundle["text/plain"] == studio.to_markdown()
    assert studio.words.headline in bundle["text/html"] and "<table>" in bundle["text/html"]


def test_groups_show_at_most_three_controls(data):
    """At a time: of some controls one or the other shows, as another choice is made."""
    from tests.lessons.parts import lesson_classes

    for lesson in lesson_classes():
        for make in lesson().studios().values():
            studio = make()
            choices = [(n, c) for n, c in studio.controls.items() if isinstance(c, controls.Choice)]
            for values in [{}, *({name: v} for name, c in choices for v in c.sweep)]:
                studio.reset()
                studio.set(**values)
                for names in studio.groups.values():
                    assert names and sum(not studio.hidden(name) for name in names) <= 3


def test_group_buttons_turn_the_page(data):
    from helpers.lessons.resources import Resources

    studio = Resources().explore_studio()
    controls, _stage = studio.view.children
    shown = controls.children[1]
    first = shown.children[0]
    studio._tabs.value = 1
    assert shown.children[0] is not first


def test_dial_takes_its_numbers_from_ledger_and_schema(data):
    dial = controls.from_ledger(data, "content_minutes")
    row = data.assumptions["content_minutes"]
    assert (dial.min, dial.value, dial.max, dial.step) == (row.low, row.default, row.high, row.step)
    field = company.field("weights.audience")
    dial = controls.from_company("weights.audience")
    assert (dial.min, dial.value, dial.max, dial.step) == (
        field.low,
        field.default,
        field.high,
        field.step,
    )


def test_shares_are_shown_as_percent(data):
    dial = controls.from_ledger(data, "least_audience")
    assert (dial.scale, dial.unit) == (100, "%")
    assert "(10 to 30 %)" in dial.hint


def test_dial_neighbours_stay_in_range():
    dial = controls.dial("Hours", 0, 1, 0, 0.5, "hours")
    assert dial.neighbours(0) == [0.5]
    assert dial.neighbours(0.5) == [1.0, 0.0]


def test_checks_follow_their_boxes_and_refuse_strangers(lesson):
    checks = Networks(start=("x",)).control(lesson)
    checks._boxes["facebook"].value = True
    assert checks.value == ("facebook", "x")
    checks.value = ("tiktok",)
    assert [key for key, box in checks._boxes.items() if box.value] == ["tiktok"]
    with pytest.raises(traitlets.TraitError, match="myspace"):
        checks.value = ("myspace",)


@pytest.mark.parametrize(
    ("values", "told"),
    [
        ({"lavel": "lean"}, "no control lavel"),
        ({"level": "heroic"}, "heroic"),
        ({"hours": 61.0}, "61 is outside 0 to 60 h"),
        ({"level": "lean", "hours": -1.0}, "outside"),
    ],
)
def test_a_preset_that_no_control_takes_is_an_error_when_the_studio_is_made(lesson, values, told):
    with pytest.raises(ValueError, match="Wrong") as error:
        Studio(lesson, State, lambda state: None, None, {"wrong": Preset("Wrong", values)})
    assert told in str(error.value)


def test_a_preset_beyond_a_trainers_range_is_left_out(tmp_path):
    ledger = (context.CHECKOUT / "data" / "assumptions.csv").read_text(encoding="utf-8")
    row = next(line for line in ledger.splitlines() if line.startswith("conversations_week,"))
    key, label, low, default, _high, *rest = next(csv.reader([row]))
    narrow = io.StringIO()
    csv.writer(narrow).writerow([key, label, low, default, default, *rest])
    (tmp_path / "assumptions.csv").write_text(
        ledger.replace(row, narrow.getvalue().strip()), encoding="utf-8"
    )
    with context.using(pack=tmp_path):
        lesson = RelationNotPush()
        assert lesson.notices == []
        studio = lesson.explore_studio()
    assert set(studio.presets) == {"links", "posts", "alike", "quick", "large"}
    assert set(RelationNotPush().explore_studio().presets) - set(studio.presets) == {"talk"}
