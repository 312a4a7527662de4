"""The built site as files: complete, as listed, and at home on any host."""

import ast
import json
import re
import sys
from pathlib import Path

import pytest

from helpers import context
from helpers.site import distribution, lite, parts, slim, writing
from tests.site import served

DESKTOP = {"filelock", "jupyterlab", "nbformat", "mistune"}
"""Imports that are not reached in a browser, or stand in the list under another name."""

UNTYPED = {"eot", "orig"}
"""Files that no browser of today asks for."""


@pytest.fixture(scope="module")
def lock(site: Path) -> dict:
    path = site / "static" / "pyodide" / distribution.LOCK
    return json.loads(path.read_text(encoding="utf-8"))


def test_every_file_of_the_lock_is_there_as_it_was_listed(site, lock):
    folder = site / "static" / "pyodide"
    assert len(lock["packages"]) > 30
    for entry in lock["packages"].values():
        content = (folder / entry["file_name"]).read_bytes()
        assert parts.digest(content) == entry["sha256"], entry["file_name"]
        assert set(entry["depends"]) <= set(lock["packages"]), entry["name"]
    listed = {entry["file_name"] for entry in lock["packages"].values()}
    core = {part.file for part in parts.pinned().core}
    assert {path.name for path in folder.iterdir()} == listed | core | {lite.PYTHON, lite.EARLY}


def modules() -> list[Path]:
    """The course's modules that travel."""
    left = slim.UNUSED[distribution.COURSE]
    return [
        path
        for path in context.PACKAGE.rglob("*.py")
        if not left.search(f"helpers/{path.relative_to(context.PACKAGE).as_posix()}")
    ]


def test_every_import_of_the_course_can_be_had_in_the_browser(lock):
    brought = {name for entry in lock["packages"].values() for name in entry["imports"]}
    known = brought | set(sys.stdlib_module_names) | {"helpers", "pyodide_js", "js"} | DESKTOP
    assert len(modules()) > 100
    for path in modules():
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
            if isinstance(node, ast.ImportFrom) and node.module:
                names = [node.module]
            for name in names:
                assert name.split(".")[0] in known, f"{path.name} imports {name}"


def test_every_notebook_has_its_page_and_its_live_half(site):
    shipped = {path.name for path in context.NOTEBOOKS.glob("*.ipynb")}
    assert {path.name for path in (site / "files").glob("*.ipynb")} == shipped
    listed = json.loads((site / "api" / "contents" / "all.json").read_text(encoding="utf-8"))
    assert {entry["name"] for entry in listed["content"]} == shipped
    for name in shipped:
        page = "index.html" if name == context.CONTENTS else name.replace(".ipynb", ".html")
        html = (site / page).read_text(encoding="utf-8")
        assert f'"notebook": "{name}"' in html
        for linked in re.findall(r'href="([^":#]+\.html)"', html):
            assert (site / linked).is_file(), f"{page} links {linked}"


FETCHED = re.compile(
    r"""<(?:script|img|iframe|source|link)\b[^>]*\s(?:src|href|srcset)=["']?(?:https?:)?//"""
    r"""|url\(["']?(?:https?:)?//|@import""",
)


def test_no_page_and_no_setting_names_another_host(site):
    for page in [*site.glob("*.html"), *site.glob("notebooks/*.html")]:
        assert not FETCHED.search(page.read_text(encoding="utf-8")), page.name
    assert FETCHED.search('<script defer src="https://cdn.example/a.js">')
    for path in (site / "jupyter-lite.json", site / "overrides.json"):
        assert "://" not in path.read_text(encoding="utf-8"), path.name
    kernel = json.loads((site / "jupyter-lite.json").read_text(encoding="utf-8"))
    options = kernel["jupyter-config-data"]["litePluginSettings"][lite.KERNEL]
    assert options["disablePyPIFallback"] is True
    assert options["pyodideUrl"] == f"./static/pyodide/{lite.PYTHON}"


def test_every_host_is_asked_to_send_the_same(site):
    """The tests in a browser are served with what `_headers` says."""
    for name, wanted in (("htaccess", 'Header set {} "{}"'), ("nginx.conf", 'add_header {} "{}";')):
        text = (served.HOST.parent / name).read_text(encoding="utf-8")
        for header, value in served.HEADERS.items():
            assert wanted.format(header, value) in text, f"{name}: {header}"
    assert served.HEADERS["Content-Security-Policy"].startswith("default-src 'self';")
    types = (served.HOST.parent / "nginx.conf").read_text(encoding="utf-8")
    listed = set(re.search(r"types \{(.*?)\}", types, re.DOTALL)[1].replace(";", " ").split())
    assert {path.suffix[1:] for path in site.rglob("*") if path.suffix} <= listed | UNTYPED


def test_what_a_page_begins_is_what_its_lesson_asks_for(site):
    """Python starts with the packages that the kernel wants, and imports the lesson's module."""
    lite_settings = json.loads((site / "jupyter-lite.json").read_text(encoding="utf-8"))
    kernel = lite_settings["jupyter-config-data"]["litePluginSettings"][lite.KERNEL]
    html = (site / "09_resources.html").read_text(encoding="utf-8")
    said = json.loads(re.search(r'id="byp-live-said">(.*?)</script>', html)[1])
    assert said["early"] == ["helpers.lessons.resources", kernel["loadPyodideOptions"]]
    assert said["lite"] == lite_settings["jupyter-config-data"]["appVersion"]
    early = (site / "static" / "pyodide" / lite.EARLY).read_text(encoding="utf-8")
    worker = re.search(r'import "(\.\./.*?)"', early)[1]
    assert (site / "static" / "pyodide" / worker).resolve().is_file()


def test_the_worker_stands_for_the_files_as_they_are(site):
    assert (site / writing.WORKER).read_text(encoding="utf-8") == writing.worker(site)


def test_nothing_needs_the_root_of_its_host(site):
    for page in site.glob("*.html"):
        assert not re.search(r'(src|href)="/', page.read_text(encoding="utf-8")), page.name


def test_the_first_visit_is_within_its_budget(site):
    """What a lesson fetches at most: Python and packages, not those on demand, and pages."""
    folder = site / "static" / "pyodide"
    later = ("lxml", "python_docx", "openpyxl", "jinja2", "markupsafe", "et_xmlfile")
    first = [path for path in folder.iterdir() if not path.name.startswith(later)]
    assert sum(path.stat().st_size for path in first) < 40_000_000
