"""Arrows point one way: no module imports from a layer above its own."""

import ast
import graphlib
import re
from pathlib import Path

from helpers import context

LAYERS = (
    ("context", "look"),
    ("words",),
    ("extras",),
    ("data",),
    ("company", "copies", "pack_zip"),
    ("models", "progress"),
    ("views",),
    ("findings",),
    ("memo", "hand_in"),
    ("studio",),
    ("lessons",),
    ("export", "pack"),  # draw a lesson's picture anew; a lesson knows of neither
    ("kit", "site"),
    ("cli", "__main__"),
)
"""From the ground up; beside each other is fine, upwards is not."""
FORBIDDEN = {
    "models": {"matplotlib", "ipywidgets", "anywidget", "helpers.words.locale"},
    "progress": {"matplotlib", "ipywidgets", "anywidget", "helpers.words.locale"},
    "views": {"ipywidgets", "anywidget"},
    "findings": {"ipywidgets", "anywidget"},
    "memo": {"ipywidgets", "anywidget"},
    "export": {"ipywidgets", "anywidget", "matplotlib"},
    "pack": {"ipywidgets", "anywidget", "matplotlib"},
    "site": {"ipywidgets", "anywidget", "matplotlib"},
    "kit": {"ipywidgets", "anywidget", "matplotlib"},
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


def test_every_room_and_every_module_that_is_imported_is_there():
    """A file that git ignores is missing in every copy but its author's."""
    assert {name for names in LAYERS for name in names} == set(modules().values())
    for path in modules():
        for name in imported(path):
            if name.startswith("helpers."):
                place = context.PACKAGE.joinpath(*name.split(".")[1:])
                found = place.is_dir() or place.with_suffix(".py").is_file()
                assert found, f"{path.name} imports {name}"


def test_no_module_imports_itself_round_a_circle():
    """Within a room, too; what stands inside a function counts as well."""
    names = {
        ".".join(("helpers", *path.relative_to(context.PACKAGE).with_suffix("").parts)): path
        for path in modules()
    }
    graph = {
        name: {n for n in imported(path) if n in names and n != name}
        for name, path in names.items()
    }
    graphlib.TopologicalSorter(graph).prepare()


def test_nothing_of_the_course_needs_the_developers_tools():
    for path in modules():
        assert not {n for n in imported(path) if n.split(".")[0] == "tools"}, path.name


def test_models_know_no_words_and_no_pictures_and_views_no_widgets():
    for path, part in modules().items():
        for name in imported(path):
            roots = {name, name.split(".")[0]}
            assert not roots & FORBIDDEN.get(part, set()), f"{path.name} imports {name}"


LONGEST = 350


def test_no_file_is_longer_than_can_be_read_in_one_go_without_a_reason():
    found = set()
    for path in context.PACKAGE.rglob("*.py"):
        text = path.read_text(encoding="utf-8")
        reason = "Long because " in (ast.get_docstring(ast.parse(text)) or "")
        if len(text.splitlines()) > LONGEST and not reason:
            found.add(path.relative_to(context.PACKAGE).as_posix())
    assert found == set()


NAMED = {
    "lessons/complexity.py": {"facebook", "instagram", "youtube", "tiktok"},
    "lessons/every_network_its_rules.py": {"x", "instagram"},
    "lessons/paid_firms.py": {"facebook", "linkedin"},
    "lessons/resources.py": {"facebook"},
    "lessons/stations.py": {"linkedin", "facebook", "instagram"},
    "lessons/ten_calls.py": {"linkedin"},
    "lessons/your_company.py": {"tiktok"},
    "models/ads_month.py": {"facebook"},
}
"""Networks that a lesson is about by design: its worked example, a station, a preset, a medium."""
AXIS = {"views/curve.py", "views/questions.py"}
"""Pictures of curves: "x" is their horizontal axis."""


def literals(path: Path) -> set[str]:
    """Every word of every text of a module that is no sentence; docstrings are left out."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    said = {
        id(node.body[0].value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef)
        and node.body
        and isinstance(node.body[0], ast.Expr)
    }
    texts = (
        node.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in said
    )
    return {word for text in texts for word in re.split(r"[._:]", text)}


def test_no_module_names_a_network(data):
    for path in modules():
        name = path.relative_to(context.PACKAGE).as_posix()
        allowed = NAMED.get(name, set()) | ({"x"} if name in AXIS else set())
        found = literals(path) & set(data.network_keys)
        assert found == allowed, f"{name} names {found}"


def test_no_schema_names_a_network(data):
    for file in ("company.schema.json", "datapackage.json"):
        text = (context.CHECKOUT / "data" / file).read_text(encoding="utf-8")
        found = {n for n in data.network_keys if f'"{n}"' in text}
        # Where one advertises is a medium with rates of its own, not a network.
        assert found <= {"facebook", "linkedin"} if "company" in file else not found, file


def test_no_module_holds_the_colour_of_a_network(data):
    colours = {data.colour(network) for network in data.network_keys}
    for path in modules():
        if path.name != "palette.py":
            assert not literals(path) & colours, path.name
