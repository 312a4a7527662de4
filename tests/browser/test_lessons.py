"""Each lesson as its user meets it: start, predict, slide, type, read, save.

The other half of the lessons stands in ``test_more_lessons.py``, so that two workers share
the browser's time.
"""

import json
import re
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from playwright.sync_api import Locator, Page, expect

from helpers import context, look
from helpers.lessons.ask_an_expert import AskAnExpert
from helpers.lessons.care_or_reputation import CareOrReputation
from helpers.lessons.complexity import Complexity
from helpers.lessons.decision import TheDecision
from helpers.lessons.every_network_its_rules import EveryNetworkItsRules
from helpers.lessons.paid_reach import PaidReach
from helpers.lessons.people import People
from helpers.lessons.popular_is_not_fit import PopularIsNotFit
from helpers.lessons.relation_not_push import RelationNotPush
from helpers.lessons.resources import Resources
from helpers.lessons.search_first import SearchFirst
from helpers.lessons.swot import Swot
from helpers.lessons.voice_and_groups import VoiceAndGroups
from helpers.lessons.why import WhyLesson
from helpers.lessons.your_company import YourCompany
from tests.browser import checks, lab

# The lesson, the studio, the control and the label of its dial, and a value to type. The
# label stands once in the lesson: JupyterLab takes out of the page what is far from view.
LESSONS = {
    "00_your_company": (YourCompany, "own", "hours", "engineer: promised hours", 7.5),
    "01_why": (WhyLesson, "explore", "coins", "Coins of ten", 4),
    "02_popular_is_not_fit": (PopularIsNotFit, "explore", "weekly", "weekly on LinkedIn", 2),
    "03_relation_not_push": (
        RelationNotPush,
        "explore",
        "minutes",
        "Minutes a week for posts and conversations",
        54,
    ),
    "04_paid_reach": (PaidReach, "explore", "budget", "Advertising, a month", 600),
    "05_care_or_reputation": (
        CareOrReputation,
        "explore",
        "days",
        "Days a week on which somebody",
        4,
    ),
    "06_swot": (Swot, "own", "hours", "promised hours a week", 7.5),
    "07_voice_and_groups": (VoiceAndGroups, "explore", "posts", "Posts of one member", 0.3),
    "08_every_network_its_rules": (
        EveryNetworkItsRules,
        "x",
        "asked",
        "Questions a day that want an answer",
        7,
    ),
    "09_resources": (Resources, "explore", "hours", "promised hours a week", 7.5),
    "10_complexity": (Complexity, "explore", "coordination", "To keep each pair", 0.5),
    "11_people": (People, "explore", "buyers", "Possible buyers among", 6),
    "12_search_first": (SearchFirst, "explore", "found", "Articles that are found at all", 40),
    "13_ask_an_expert": (AskAnExpert, "explore", "fee", "Fee of the expert", 750),
    "14_decision": (TheDecision, "own", "hours", "promised hours a week", 7.5),
}


def plain(text: str) -> str:
    return text.replace("\N{NO-BREAK SPACE}", " ")


HERE = list(LESSONS)[:7]
ELSEWHERE = list(LESSONS)[7:]


@pytest.fixture(params=HERE)
def name(request: pytest.FixtureRequest) -> str:
    return request.param


def test_a_lesson_from_start_to_number(name, address, home):
    lesson_class, studio_name, control, label, typed = LESSONS[name]
    with lab.chromium() as page:
        lab.open_notebook(page, address, f"notebooks/{name}.ipynb")
        lab.run_all(page)
        # Nothing is written and no answer shows before the prediction is committed.
        assert not (home / "my_company").exists()
        expect(page.locator(".byp-headline", has_text="You work with")).to_be_in_viewport()
        # The second stands in the last part, which a page takes up after the first.
        expect(page.get_by_text("Commit your prediction above").nth(1)).to_be_attached()
        lab.commit_prediction(page)
        assert (home / "my_company" / "company.json").is_file()
        expect(page.get_by_text("Commit your prediction above")).to_have_count(0)

        part, stage = lab.studio(page, label)
        lab.wait_for_picture(stage)
        slider = part.get_by_role("slider", name=re.compile(label)).first
        box = part.get_by_role("textbox", name=re.compile(label)).first
        headline, picture = stage.locator(".byp-headline"), stage.locator("img")

        def seen() -> tuple[str, str, str]:
            # What the headline rests on comes when the kernel is idle: it has a test of its own.
            # The table is folded: what is not shown has no inner text.
            told = stage.locator(".byp-remarks, .byp-table").all_text_contents()
            return picture.get_attribute("src"), headline.inner_text(), "\n".join(told)

        before = seen()
        slider.focus()
        at_the_top = slider.input_value() == slider.get_attribute("max")
        slider.press("ArrowLeft" if at_the_top else "ArrowRight")
        expect(picture).not_to_have_attribute("src", before[0])
        moved = seen()
        assert moved[1:] != before[1:], "the sentence or the table follows the slider"
        assert float(box.input_value()) == float(slider.input_value())

        box.fill(str(typed))
        box.press("Enter")
        expect(picture).not_to_have_attribute("src", moved[0])
        lesson = lesson_class()
        studio = lesson.studios()[studio_name]()
        studio.set(**{control: float(typed) / studio.controls[control].scale})
        assert studio.error is None
        expect(headline).to_have_text(studio.words.headline)
        cells = [plain(cell) for cell in stage.locator(".byp-table tbody td").all_text_contents()]
        assert cells == [plain(cell) for row in studio.words.table.rows for cell in row[1:]]
        expect(picture).to_have_attribute("alt", studio.words.alt)

        # A value outside the range is refused in words and changes nothing.
        kept = seen()
        box.fill("999999")
        box.press("Enter")
        expect(part.get_by_text("is outside").first).to_be_visible()
        assert seen() == kept

        unwanted = ".jp-RenderedText:is([data-mime-type*=error], [data-mime-type*=stderr])"
        assert page.locator(unwanted).count() == 0
        assert page.locator("text=Traceback").count() == 0
        check_for_everyone(page, part)
        check_in_the_dark(page, part)
        check_narrow(page)
        assert page.faults == []


def check_for_everyone(page: Page, part: Locator) -> None:
    """Names, headings, landmarks, targets, sizes and all that axe knows: page and projector."""
    assert checks.mislabelled(page) == []
    tree = checks.Tree(page)
    assert checks.misnamed(tree) == []
    assert checks.misplaced(tree) == []
    assert checks.violations(page) == []
    assert checks.small_targets(page) == []
    assert checks.small_and_clipped(page) == [[], []], "small and clipped texts"
    with projected(page, part):
        assert checks.misnamed(checks.Tree(page)) == []
        assert checks.violations(page) == []
        assert checks.small_targets(page) == []
        assert checks.small_and_clipped(page) == [[], []], "small and clipped texts"
        assert checks.sideways(page) == []


@contextmanager
def projected(page: Page, part: Locator) -> Iterator[None]:
    """A part on the projector, in its larger layout; the focus comes back to its button."""
    button = part.get_by_role("button", name="Project", exact=True)
    button.click()
    dialog = page.get_by_role("dialog", name="Projector")
    picture = dialog.locator(".byp-stage img").first
    expect(picture).to_have_js_property("width", round(540 * look.PROJECTED))
    yield
    page.keyboard.press("Escape")
    expect(dialog).to_have_count(0)
    expect(button).to_be_focused()


def check_in_the_dark(page: Page, part: Locator) -> None:
    """Only colours differ in the dark, so only they are looked at again."""
    lab.use_theme(page, lab.DARK)
    assert checks.violations(page, ["color-contrast"]) == []
    with projected(page, part):
        assert checks.violations(page, ["color-contrast"]) == []


def check_narrow(page: Page) -> None:
    """Medium window, phone, 1280 pixels at 400 %: nothing is cut, covered or scrolls sideways."""
    for width in (800, 390, 320):
        page.set_viewport_size({"width": width, "height": 900})
        page.wait_for_timeout(300)  # pictures are drawn anew for the width
        assert width == 800 or checks.sideways(page) == [], width
        assert checks.small_targets(page) == [], width
        assert checks.overlaps(page) == [], width
        assert checks.small_and_clipped(page) == [[], []], (width, "small and clipped texts")


def test_two_open_lessons_share_one_company(address, home):
    with lab.chromium() as page:
        for name in ("01_why", "09_resources"):
            lab.open_notebook(page, address, f"notebooks/{name}.ipynb")
            lab.run_all(page)
            lab.commit_prediction(page, "5")
        page.get_by_role("button", name="Save to my company").first.click()
        page.get_by_text("Saved to Petrakis").wait_for()
    document = json.loads((home / "my_company" / "company.json").read_text(encoding="utf-8"))
    assert set(document["predictions"]) == {"why", "resources"}
    assert context.current().folder != home


def test_a_control_without_effect_is_off_the_page_until_it_counts(address, home):
    """The members of a group, in the own task of a firm that has none."""
    with lab.chromium() as page:
        lab.open_notebook(page, address, "notebooks/07_voice_and_groups.ipynb")
        lab.run_all(page)
        group = page.get_by_label("Group", exact=True).last
        group.scroll_into_view_if_needed()
        members = page.locator(".byp-dial", has_text="Members expected").last
        expect(members).to_be_hidden()
        group.select_option(label="Open group")
        expect(members).to_be_visible()
        group.select_option(label="No group")
        expect(members).to_be_hidden()
        assert page.faults == []
