"""What some tasks need beyond a lesson: whether it is here, how to get it, how a browser does."""

import importlib
import importlib.util

from helpers import context
from helpers.words.locale import _, listing

PACKAGES = {
    "memo": {"docx": "python-docx", "jinja2": "jinja2"},
    "workbook": {"openpyxl": "openpyxl"},
    "export": {
        "bs4": "beautifulsoup4",
        "latex2mathml": "latex2mathml",
        "nbconvert": "nbconvert",
    },
    "kit": {
        "bs4": "beautifulsoup4",
        "docx": "python-docx",
        "jinja2": "jinja2",
        "latex2mathml": "latex2mathml",
        "nbconvert": "nbconvert",
        "pptx": "python-pptx",
        "text2qti": "text2qti",
    },
    "site": {
        "bs4": "beautifulsoup4",
        "hatchling": "hatchling",
        "jupyterlab": "jupyterlab",
        "jupyterlite_core": "jupyterlite-core",
        "latex2mathml": "latex2mathml",
        "nbconvert": "nbconvert",
        "pkginfo": "pkginfo",
        "platformdirs": "platformdirs",
    },
    "desktop": {"jupyterlab": "jupyterlab"},
}
"""For each extra of the package what it is imported as, and how it is called by who installs it."""


def missing(extra: str) -> list[str]:
    """The packages of an extra that are not here."""
    known = PACKAGES[extra].items()
    return [package for module, package in known if importlib.util.find_spec(module) is None]


def lacking(extra: str) -> str:
    """A sentence that names what is missing and the command that brings it; '' if all is here."""
    if not (packages := missing(extra)):
        return ""
    if context.current().in_browser:
        sentence = _("This needs {packages}, which this page did not get. Connect and try again.")
        return sentence.format(packages=listing(packages))
    command = f"python start.py {'site' if extra == 'site' else 'install'}"
    if not context.IN_CHECKOUT:
        command = f'pip install "before-you-post[{extra}]"'
    sentence = _("This needs {packages}, not installed here. Install with: {command}")
    return sentence.format(packages=listing(packages), command=command)


async def fetch(extra: str) -> None:
    """Let the browser bring what is missing of an extra; ``lacking`` tells if it could not."""
    if not context.current().in_browser or not (packages := missing(extra)):
        return
    import pyodide_js  # type: ignore[import-not-found]  # only Python in a browser has it

    try:
        await pyodide_js.loadPackage(packages)
    except Exception:  # noqa: BLE001 - the browser's own errors have no kind of ours
        return
    importlib.invalidate_caches()
