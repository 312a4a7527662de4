"""Presets: what they move, what they leave, and the buttons of firms that differ."""

from helpers.lessons.care_or_reputation import CareOrReputation
from helpers.lessons.swot import Swot
from helpers.lessons.why import WhyLesson
from helpers.studio.studio import Studio


def shown(studio: Studio) -> list[str]:
    """The labels of the presets that can be pressed."""
    buttons = studio.preset_buttons.values()
    return [button.description for button in buttons if button.layout.display != "none"]


def test_a_preset_keeps_the_firm_that_was_chosen():
    studio = WhyLesson().studios()["explore"]()
    studio.set(firm="hotel")
    studio.preset("silent")
    assert studio.state.firm == "hotel" and "Hotel Almyra" in studio.stage.headline


def test_a_preset_keeps_a_promise_that_was_set_before():
    studio = CareOrReputation().studios()["explore"]()
    studio.set(promise=12)
    studio.preset("hourly")
    assert studio.state.promise == 12


def test_a_preset_takes_back_what_another_preset_moved():
    studio = CareOrReputation().studios()["explore"]()
    start = studio.state
    studio.preset("storm")
    studio.preset("day")
    assert studio.state.messages == start.messages and studio.state.days == start.days + 1


def test_a_firm_brings_the_button_that_the_first_firm_lacks():
    studio = Swot().studios()["explore"]()
    label = "Only actions that open a gate"
    assert label not in shown(studio)
    studio.set(firm="machine_parts")
    assert label in shown(studio)
    (button,) = (b for b in studio.preset_buttons.values() if b.description == label)
    button.click()
    assert studio.error is None and studio.state.first != "none"
    assert button in studio._preset_row.children
    studio.set(firm="museum")
    assert label not in shown(studio)
