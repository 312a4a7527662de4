"""Arrows point one way: no module imports from a layer above its own."""

import ast
from pathlib import Path

from helpers import context

LAYERS = (
    ("context", "locale", "files", "numbers", "escaping", "record"),
    ("csv_file", "json_file"),
    ("checks", "packs"),
    ("company", "tables", "quizzes"),
    ("models",),
    ("views",),
    ("memo", "memo_docx"),
    ("studio",),
    ("lessons",),
    ("notebooks", "catalogue", "cli", "__main__"),
)
"""From the ground up; beside each other is fine, upwards is not."""
FORBIDDEN = {
    "models": {"matplotlib", "ipywidgets", "anywidget", "helpers.locale"},
    "views": {"ipywidgets", "anywidget"},
    "memo": {"ipywidgets", "anywidget"},
}


def imported(path: Path) -> set[str]:
    """Every module that a file imports, also inside functions."""
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found.add(node.module)
            if node.module == "helpers":
                found |= {f"helpers.{alias.name}" for alias in node.names}
    return found


def layer(name: str) -> int:
    return next(place for place, names in enumerate(LAYERS) if name in names)


def modules() -> dict[Path, str]:
    """Every module with the name of its part of the package."""
    found = {}
    for path in sorted(context.PACKAGE.rglob("*.py")):
        part = path.relative_to(context.PACKAGE).parts[0].removesuffix(".py")
        if part != "__init__":
            found[path] = part
    return found


def test_no_module_imports_from_above():
    for path, part in modules().items():
        for name in imported(path):
            if name.startswith("helpers."):
                other = name.split(".")[1]
                assert layer(other) <= layer(part), f"{path.name} imports {name}"


def test_models_know_no_words_and_no_pictures_and_views_no_widgets():
    for path, part in modules().items():
        for name in imported(path):
            roots = {name, name.split(".")[0]}
            assert not roots & FORBIDDEN.get(part, set()), f"{path.name} imports {name}"
