"""``python -m tools``: brings notebooks, catalogue and pages up to date, or says what is not.

``drivers`` writes nothing: it prints what moves the headlines and has no source. ``pictures``
draws those of the docs, or any to look at.
"""

import argparse
import sys
from collections.abc import Iterable
from pathlib import Path

from helpers import context
from tools import catalogue, data_page, drivers, evidence, lecturers, notebooks, pictures

IMAGES = context.CHECKOUT / "docs" / "images"


def main(arguments: list[str] | None = None) -> int:
    """Run one of the subcommands; 0 if all is well, 1 if something is out of date."""
    parser = argparse.ArgumentParser(prog="python -m tools", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    for name, what in (
        ("notebooks", "execute the notebooks and save their words"),
        ("catalogue", "collect every word that a learner sees"),
        ("evidence", "write the page of published figures"),
        ("lecturers", "write the pages for lecturers"),
        ("data_page", "write the page of tables, fields and assumptions"),
    ):
        command = commands.add_parser(name, help=what)
        mode = command.add_mutually_exclusive_group(required=True)
        mode.add_argument("--write", action="store_true", help="bring the files up to date")
        mode.add_argument("--check", action="store_true", help="only say what is out of date")
        if name == "notebooks":
            command.add_argument("only", nargs="*", help="names such as 09_resources")
    command = commands.add_parser("drivers", help="print what moves the headlines unsourced")
    command.add_argument("case", nargs="?", default="", help="a case company, else the shipped one")
    command = commands.add_parser("pictures", help="draw the pictures of the docs, or of studios")
    command.add_argument("names", nargs="*", help="such as resources-explore: all widths, themes")
    command.add_argument("--to", type=Path, default=IMAGES, help="the folder to write into")
    options = parser.parse_args(arguments)
    if options.command == "pictures":
        for name, png in pictures.build(options.names).items():
            (options.to / name).write_bytes(png)
            print(f"written: {options.to / name}")
        return 0
    if options.command == "drivers":
        print(drivers.build(options.case))
        return 0
    if options.command == "catalogue":
        built = catalogue.build()
    elif options.command == "evidence":
        built = evidence.build()
    elif options.command == "lecturers":
        built = lecturers.build()
    elif options.command == "data_page":
        built = data_page.build()
    elif options.check:
        return _out_of_date(notebooks.stale(context.NOTEBOOKS, options.only))
    else:
        built = notebooks.build(context.NOTEBOOKS, options.only)
    old = [
        path
        for path, text in built.items()
        if not path.is_file() or path.read_text(encoding="utf-8") != text
    ]
    if not options.write:
        return _out_of_date(old)
    for path in old:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(built[path], encoding="utf-8", newline="\n")
        print(f"written: {path.relative_to(context.CHECKOUT)}")
    return 0


def _out_of_date(paths: Iterable[Path]) -> int:
    """Name what is out of date; 1 if there is anything."""
    paths = list(paths)
    for path in paths:
        print(f"out of date: {path.relative_to(context.CHECKOUT)}", file=sys.stderr)
    return 1 if paths else 0


if __name__ == "__main__":
    sys.exit(main())
