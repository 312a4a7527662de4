"""One fault of each kind, planted into a running lesson: its check reports it.

Cut and overprinted labels in pictures are planted in ``tests/views``.
"""

import shutil
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Page

from tests.browser import checks, lab
from tests.browser.test_doors import started

Check = Callable[[Page], object]


@pytest.fixture(scope="module")
def page(address, home) -> Iterator[Page]:
    """One lesson for all faults: each is taken out again."""
    shutil.rmtree(home / "my_company", ignore_errors=True)
    with lab.chromium(1280, 800) as page:
        started(page, address)
        lab.commit_prediction(page)
        lab.wait_for_picture(lab.studio(page, "promised hours a week")[1])
        yield page


def tree(check: Callable[[checks.Tree], object]) -> Check:
    return lambda page: check(checks.Tree(page))


def contrast(page: Page) -> object:
    return checks.violations(page, ["color-contrast"])


def texts(page: Page) -> object:
    return [found for kind in checks.small_and_clipped(page) for found in kind]


def focused(selector: str) -> Check:
    """The focus of the keyboard that has come to a control."""

    def check(page: Page) -> object:
        page.keyboard.press("Shift")  # now the browser knows that a keyboard is used
        page.locator(selector).first.focus()
        return checks.lost_focus(page)

    return check


def pressed(selector: str) -> Check:
    """The focus of the keyboard after a button was pressed."""

    def check(page: Page) -> object:
        page.locator(selector).first.focus()
        page.keyboard.press("Enter")
        return checks.lost_focus(page)

    return check


def key_x(page: Page) -> object:
    before = page.locator(".jp-Cell").count()
    found = checks.leaked(page, page.locator(".byp-mount-own input[type=range]").first, ["x"])
    if page.locator(".jp-Cell").count() < before:
        page.evaluate("() => window.jupyterapp.commands.execute('notebook:undo-cell-action')")
    return found


PART = "const part = document.querySelector('.byp-mount-own .byp-controls');"
STYLE = """
    const sheet = document.createElement('style');
    sheet.textContent = rule;
    document.head.append(sheet);
    return () => sheet.remove();
"""
ADD = "part.append(node); return () => node.remove();"

# What is done to the page (it returns what takes it back), and the check that must see it.
FAULTS: dict[str, tuple[str, Check]] = {
    "nameless control": (
        f"{PART} const node = document.createElement('button'); {ADD}",
        tree(checks.misnamed),
    ),
    "sign of the icon font in a name": (
        f"{PART} const node = document.createElement('button');"
        f" node.textContent = '\\uf0e2 Go'; {ADD}",
        tree(checks.misnamed),
    ),
    "two controls of one name": (
        f"{PART} const node = part.querySelector('.byp-reset').cloneNode(true); {ADD}",
        tree(checks.misnamed),
    ),
    "parts without a name": (
        "const parts = [...document.querySelectorAll('.byp-live')];"
        "const names = parts.map((part) => part.ariaLabel);"
        "parts.forEach((part) => (part.ariaLabel = ''));"
        "return () => parts.forEach((part, place) => (part.ariaLabel = names[place]));",
        tree(checks.misnamed),
    ),
    "heading that leaves out a level": (
        f"{PART} const node = document.createElement('h5'); node.textContent = 'Deep'; {ADD}",
        tree(checks.misplaced),
    ),
    "second main": (
        f"{PART} const node = document.createElement('main'); node.textContent = 'Main'; {ADD}",
        tree(checks.misplaced),
    ),
    "content that is left out when out of view": (
        "const rule = '.byp-page .jp-Notebook .jp-Cell.jp-Cell.jp-Cell.jp-Cell"
        f" {{ content-visibility: auto !important }}'; {STYLE}",
        lambda page: [] if len(checks.Tree(page).levels()) > 5 else ["few headings"],
    ),
    "target of 20 px": (
        f"const rule = '.byp-bar button {{ min-height: 20px; height: 20px !important }}'; {STYLE}",
        checks.small_targets,
    ),
    "text of 14 px": (
        f"const rule = '.byp-mount-own .byp-headline {{ font-size: 14px !important }}'; {STYLE}",
        texts,
    ),
    "cut label": (
        "const rule = '.byp-mount-own .byp-dial label { width: 40px; overflow: hidden;"
        f" white-space: nowrap }}'; {STYLE}",
        texts,
    ),
    "buttons on one another": (
        f"const rule = '.byp-bar-end > * {{ margin: 0 -12px !important }}'; {STYLE}",
        checks.overlaps,
    ),
    "button over a picture": (
        "const rule = '.byp-projectable.byp-projectable > .byp-project"
        f" {{ position: absolute !important; top: 60px !important }}'; {STYLE}",
        checks.overlaps,
    ),
    "low contrast": (
        f"const rule = '.byp-hint {{ color: #aab !important }}'; {STYLE}",
        contrast,
    ),
    "sideways scrolling": (
        "const rule = '.byp-mount-own .byp-controls"
        f" {{ width: 1400px !important; max-width: none !important }}'; {STYLE}",
        checks.sideways,
    ),
    "ring that nobody sees": (
        "const rule = '.byp-mount-own.byp-mount .byp-live .byp-dial input:focus-visible"
        f" {{ outline-color: #eee !important }}'; {STYLE}",
        focused(".byp-mount-own input[type=range]"),
    ),
    "lost focus": (
        "const node = document.querySelector('.byp-mount-own .byp-reset');"
        "const place = document.createComment('here');"
        "const drop = () => node.replaceWith(place);"
        "node.addEventListener('click', drop);"
        "return () => { place.replaceWith(node); node.removeEventListener('click', drop); };",
        pressed(".byp-mount-own .byp-reset"),
    ),
    "key that leaks": (
        "const drop = (event) => event.target.removeAttribute('data-lm-suppress-shortcuts');"
        "document.querySelector('.byp-mount-own').addEventListener('keydown', drop);"
        "return () => document.querySelector('.byp-mount-own')"
        ".removeEventListener('keydown', drop);",
        key_x,
    ),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_a_planted_fault_is_reported(page, fault):
    planted, check = FAULTS[fault]
    page.set_viewport_size({"width": 1280, "height": 800})
    assert not check(page), "nothing is wrong before"
    page.evaluate(f"() => {{ window.mend = (() => {{ {planted} }})(); }}")
    try:
        assert check(page), f"nobody noticed: {fault}"
    finally:
        page.evaluate("() => window.mend()")
    assert not check(page), "nothing is wrong afterwards"
