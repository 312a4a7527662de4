"""What every page of the course must keep: each check returns what it finds wrong, in words.

``test_planted.py`` shows that each of them reports a fault of its kind.
"""

import itertools
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Locator, Page

from helpers import look

SMALL, PROJECTED = look.SMALL, 22
"""The smallest text in CSS pixels, on the page and on the projector."""
TARGET = 24
RING_WIDTH, RING_CONTRAST = 3, 3

SCRIPT = Path(__file__).with_name("checks.js").read_text(encoding="utf-8")

WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]


JUPYTERLAB = {
    "aria-required-children": ".jp-WindowedPanel-viewport",  # a feed whose cells are no articles
}
"""Findings of axe on JupyterLab's own nodes, which the course does not make: rule, selector."""


UNCLIPPED = """
    body, #main, #main .lm-Widget, #main .jp-WindowedPanel-outer, #main .jp-WindowedPanel-inner,
    dialog.byp-projector { overflow: visible !important; contain: none !important; }
    #main .jp-WindowedPanel-viewport { background: var(--byp-paper) !important; }
"""
"""Axe takes what is scrolled out of view in JupyterLab's panels for hidden, and passes over it."""


def violations(page: Page, rules: list[str] = WCAG) -> list[tuple[str, list[str]]]:
    """What axe finds on the whole page, by these rules or tags, but for JupyterLab's own."""
    projector = page.locator("dialog.byp-projector").count()  # what is behind it is inert
    options = {"runOnly": rules, "resultTypes": ["violations"]}
    sheet = page.add_style_tag(content=UNCLIPPED)
    found = Axe().run(page, context="dialog.byp-projector" if projector else None, options=options)
    sheet.evaluate("(node) => node.remove()")
    faults = []
    for rule in found.response["violations"]:
        theirs = [JUPYTERLAB.get(rule["id"])]
        nodes = [node["html"][:160] for node in rule["nodes"] if node["target"] != theirs]
        if nodes:
            faults.append((rule["id"], nodes[:6]))
    return faults


CONTROLS = {
    *("button", "link", "slider", "textbox", "combobox", "checkbox", "radio", "spinbutton"),
    *("listbox", "tab", "switch", "searchbox", "Date", "DisclosureTriangle"),
}
GROUPS = {"group", "radiogroup", "navigation", "dialog", "region", "toolbar"}
"""What tells two controls of one name apart: a named group, or the row of a table."""


class Tree:
    """The page as assistive technology gets it from the browser."""

    def __init__(self, page: Page) -> None:
        session = page.context.new_cdp_session(page)
        self._nodes = {
            node["nodeId"]: node for node in session.send("Accessibility.getFullAXTree")["nodes"]
        }
        session.detach()

    @staticmethod
    def said(node: dict, key: str) -> str:
        """A role, name or the like; '' for none."""
        return str(node.get(key, {}).get("value", ""))

    def nodes(self, roles: set[str]) -> Iterator[dict]:
        """All nodes of these roles, in reading order."""
        waiting = [node for node in self._nodes.values() if not node.get("parentId")]
        while waiting:
            node = waiting.pop()
            if not node["ignored"] and self.said(node, "role") in roles:
                yield node
            below = (self._nodes.get(key) for key in reversed(node.get("childIds", ())))
            waiting += [child for child in below if child]

    def controls(self) -> Iterator[tuple[tuple[str, ...], str, str]]:
        """Every control: the names of the groups around it, its role, its name."""
        for node in self.nodes(CONTROLS):
            groups, above = [], self._nodes.get(node.get("parentId", ""))
            while above:
                if self.said(above, "role") == "row":
                    groups.append(self._told(above))
                elif self.said(above, "role") in GROUPS and self.said(above, "name"):
                    groups.append(self.said(above, "name"))
                above = self._nodes.get(above.get("parentId", ""))
            yield tuple(reversed(groups)), self.said(node, "role"), self.said(node, "name")

    def _told(self, row: dict) -> str:
        """What stands in a row of a table: a link in it is read with it."""
        cells = (self._nodes.get(key) for key in row.get("childIds", ()))
        return " ".join(self.said(cell, "name") for cell in cells if cell)

    def levels(self) -> list[tuple[int, str]]:
        """Headings with their levels."""
        return [
            (
                next(p["value"]["value"] for p in node["properties"] if p["name"] == "level"),
                self.said(node, "name"),
            )
            for node in self.nodes({"heading"})
        ]


def misnamed(tree: Tree) -> list[tuple]:
    """Controls without a name, with a sign in it that is no word, or named like another one."""
    found = Counter(tree.controls())
    return [
        control
        for control, count in found.items()
        if count > 1 or not control[2].strip() or re.search("[\ue000-\uf8ff]", control[2])
    ]


def misplaced(tree: Tree) -> list[str]:
    """Headings that leave out a level or say nothing; landmarks that lack or stand twice."""
    levels, faults = tree.levels(), []
    if [level for level, _name in levels].count(1) != 1 or levels[0][0] != 1:
        faults.append(f"one first heading is wanted: {levels[:2]}")
    for (before, _name), (level, name) in itertools.pairwise(levels):
        if level > before + 1 or not name.strip():
            faults.append(f"{name!r} of level {level} follows one of level {before}")
    mains = list(tree.nodes({"main"}))
    bars = [n for n in tree.nodes({"navigation"}) if tree.said(n, "name").startswith("Steps")]
    if len(mains) != 1 or len(bars) != 1:
        faults.append(f"{len(mains)} main, {len(bars)} step bars")
    return faults


def _asked(page: Page, question: str, *values: object) -> Any:
    call = f"(values) => {{ {SCRIPT}\nreturn checks.{question}(...values); }}"
    return page.evaluate(call, list(values))


def mislabelled(page: Page) -> list[str]:
    """Sliders whose visible label names another one."""
    return _asked(page, "mislabelled")


def small_targets(page: Page) -> list:
    """Visible controls of ours that a finger misses."""
    return _asked(page, "targets", TARGET)


def small_and_clipped(page: Page) -> list[list]:
    """Texts of ours that are too small to read, and texts that are cut off."""
    return _asked(page, "texts", SMALL, PROJECTED)


def overlaps(page: Page) -> list:
    """Pairs of visible controls that lie on one another."""
    return _asked(page, "overlaps")


def sideways(page: Page) -> list:
    """What does not fit the window, or has to be scrolled sideways in it."""
    return _asked(page, "sideways")


def lost_focus(page: Page, passing: bool = False) -> str:
    """What is wrong with the focus of the keyboard: it is nowhere, or nobody sees where.

    On a cell as such it may be while it is ``passing`` by Tab, not after an action.
    """
    return _asked(page, "focus", RING_WIDTH, RING_CONTRAST, passing)


def leaked(page: Page, control: Locator, keys: Iterable[str]) -> list[str]:
    """The keys that reach JupyterLab, each pressed anew on a control.

    Which cells there are, which is active, how often each ran, and dialogs: all stay.
    """
    control.focus()
    before, found = _asked(page, "cells"), []
    for key in keys:
        control.focus()
        page.keyboard.press(key)
        after = _asked(page, "cells")
        if after != before:
            found.append(key)
            before = after
    return found
