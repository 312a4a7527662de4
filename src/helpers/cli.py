"""The ``course`` command: the memo of a company, and what keeps the course in order."""

import argparse
import sys
from pathlib import Path

from helpers import catalogue, context, notebooks, tables
from helpers.company import CompanyError
from helpers.context import CHECKOUT
from helpers.tables import TableError


def main(arguments: list[str] | None = None) -> int:
    """Run one of the subcommands; 0 if all is well, 1 if something is out of date."""
    parser = argparse.ArgumentParser(prog="course", description="Keep the course in order.")
    commands = parser.add_subparsers(dest="command", required=True)
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
    if options.command == "memo":
        return _memo(options.company, options.output, options.language)
    if options.command == "catalogue":
        return _report(catalogue.build(), options.write)
    folder = CHECKOUT / "notebooks"
    if options.check:
        return _out_of_date(notebooks.stale(folder, options.only))
    return _report(notebooks.build(folder, options.only), write=True)


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
