"""The ``course`` command: the lessons, the memo of a company, what keeps the course in order."""

import argparse
import importlib.util
import os
import subprocess
import sys
from pathlib import Path

from helpers import catalogue, context, copies, notebooks, tables
from helpers.company import CompanyError
from helpers.context import CHECKOUT
from helpers.tables import TableError

OWN_FOLDER = "before-you-post"
"""Where the lessons go if nobody names a folder and the course is an installed package."""


def main(arguments: list[str] | None = None) -> int:
    """Run one of the subcommands; 0 if all is well, 1 if something is out of date or in the way."""
    parser = argparse.ArgumentParser(
        prog="course", description="Open the course, write a memo, keep the course in order."
    )
    commands = parser.add_subparsers(dest="command", required=True)
    command = commands.add_parser("open", help="copy the lessons into a folder and open them")
    command.add_argument("folder", type=Path, nargs="?", help=f"such as {OWN_FOLDER}")
    command.add_argument("--copy-only", action="store_true", help="do not start JupyterLab")
    for name, what in (
        ("notebooks", "execute the notebooks and save their words"),
        ("catalogue", "collect every word that a learner sees"),
    ):
        command = commands.add_parser(name, help=what)
        mode = command.add_mutually_exclusive_group(required=True)
        mode.add_argument("--write", action="store_true", help="bring the files up to date")
        mode.add_argument("--check", action="store_true", help="only say what is out of date")
        if name == "notebooks":
            command.add_argument("only", nargs="*", help="names such as 09_resources")
    command = commands.add_parser("memo", help="write the decision memo of a company")
    command.add_argument("company", type=Path, help="such as my_company/company.json")
    command.add_argument("-o", "--output", type=Path, required=True, help="a .docx or .html file")
    command.add_argument("--language", help="the language of the memo, such as en")
    options = parser.parse_args(arguments)
    if options.command == "open":
        return _open(options.folder, options.copy_only)
    if options.command == "memo":
        return _memo(options.company, options.output, options.language)
    if not context.IN_CHECKOUT:
        print(f"`course {options.command}` works in the course's own folder only.", file=sys.stderr)
        return 1
    if options.command == "catalogue":
        return _report(catalogue.build(), options.write)
    folder = context.NOTEBOOKS
    if options.check:
        return _out_of_date(notebooks.stale(folder, options.only))
    return _report(notebooks.build(folder, options.only), write=True)


def _open(folder: Path | None, copy_only: bool) -> int:
    """Bring the copies of the lessons up to date, and open them where JupyterLab is installed.

    The answers of an installed course lie beside its lessons, where their kernels work.
    """
    own = CHECKOUT / "my_course" if context.IN_CHECKOUT else Path(OWN_FOLDER)
    folder = (folder or own).absolute()
    try:
        made = copies.renew(context.NOTEBOOKS, folder)
    except OSError as error:
        print(f"{folder} cannot be written ({error.strerror}).", file=sys.stderr)
        return 1
    print(f"The lessons are in {folder}.")
    if copy_only:
        return 0
    if importlib.util.find_spec("jupyterlab") is None:
        print("JupyterLab is not installed here: open contents.ipynb with what you have.")
        return 0
    from jupyterlab import labapp

    # Signed, so that their start button works at once.
    trust = [sys.executable, "-m", "nbformat.sign", *map(str, made)]
    subprocess.run(trust, capture_output=True)
    os.chdir(folder)
    print("Opening the course in your browser. To end it, press Ctrl+C here.", flush=True)
    labapp.main([f"--LabApp.default_url=/doc/tree/{notebooks.CONTENTS}"])
    return 0


def _memo(source: Path, output: Path, language: str | None) -> int:
    """Write a memo; what is wrong is said in one sentence."""
    from helpers import company, memo
    from helpers.lessons.decision import findings

    try:
        with context.using(language=language or context.current().language):
            known, data = company.read(source), tables.load()
            for notice in data.notices:
                print(notice, file=sys.stderr)
            memo.write(memo.compose(findings(known, data), data), output)
    except (CompanyError, TableError) as error:
        print(error, file=sys.stderr)
        return 1
    print(f"written: {output}")
    return 0


def _report(built: dict[Path, str], write: bool) -> int:
    old = [
        path
        for path, text in built.items()
        if not path.is_file() or path.read_text(encoding="utf-8") != text
    ]
    if not write:
        return _out_of_date(old)
    for path in old:
        path.write_text(built[path], encoding="utf-8", newline="\n")
        print(f"written: {path.relative_to(CHECKOUT)}")
    return 0


def _out_of_date(paths: list[Path]) -> int:
    for path in paths:
        print(f"out of date: {path.relative_to(CHECKOUT)}", file=sys.stderr)
    return 1 if paths else 0
