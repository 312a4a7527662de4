"""The ``course`` command: opens and exports lessons, writes memos, checks a trainer's pack."""

import argparse
import os
import subprocess
import sys
from pathlib import Path

from helpers import context, copies, extras
from helpers.company import CompanyError
from helpers.context import CHECKOUT
from helpers.data import files, reading
from helpers.data.notice import few
from helpers.data.tables import TableError

OWN_FOLDER = "before-you-post"
"""Where the lessons go if nobody names a folder and the course is an installed package."""


def main(arguments: list[str] | None = None) -> int:
    """Run one of the subcommands.

    0 if all is well, 1 if something is in the way, 2 (by ``SystemExit`` where argparse says it)
    if it is not said what to do; without any task the help is shown.
    """
    parser = argparse.ArgumentParser(prog="course", description="Open the course, write a memo.")
    commands = parser.add_subparsers(dest="command")
    command = commands.add_parser("open", help="copy the lessons into a folder and open them")
    command.add_argument("folder", type=Path, nargs="?", help=f"such as {OWN_FOLDER}")
    command.add_argument("--copy-only", action="store_true", help="do not start JupyterLab")
    command = commands.add_parser("memo", help="write the decision memo of a company")
    command.add_argument("company", type=Path, help="such as my_company/company.json")
    command.add_argument("-o", "--output", type=Path, required=True, help="a .docx or .html file")
    command.add_argument("--language", help="the language of the memo, such as en")
    command = commands.add_parser("export", help="write lessons as pages or slides")
    command.add_argument("lesson", nargs="?", help="its number, its name, or a notebook's file")
    command.add_argument("--all", action="store_true", help="all lessons, with the contents")
    command.add_argument("--slides", action="store_true", help="slides instead of a page")
    command.add_argument("-o", "--output", type=Path, help="the file; with --all the folder")
    command = commands.add_parser("check", help="tell all that is wrong with a trainer's pack")
    command.add_argument("folder", type=Path, nargs="?", help="such as pack")
    command = commands.add_parser("pack", help="begin a trainer's pack, see what it changes")
    tasks = command.add_subparsers(dest="task", required=True)
    task = tasks.add_parser("new", help="write a starter into a folder")
    task.add_argument("folder", type=Path, help="such as pack")
    task.add_argument("--like", default="hotel", help="the example that the client starts from")
    task.add_argument("--table", action="append", default=[], help="a table of data to copy, too")
    task.add_argument("--workbook", action="store_true", help="all tables in one .xlsx workbook")
    task = tasks.add_parser("zip", help="pack a folder as one ZIP for learners")
    task.add_argument("folder", type=Path, help="such as pack")
    task.add_argument("-o", "--output", type=Path, help="such as client.zip")
    task = tasks.add_parser("show", help="tell which sentences and pictures a pack changes")
    task.add_argument("folder", type=Path, nargs="?", help="such as pack")
    task.add_argument("--to", type=Path, help="a folder for the pictures and a page of it all")
    command = commands.add_parser("kit", help="write guide, slides, worksheets and quizzes")
    command.add_argument("folder", type=Path, help="such as kit")
    command.add_argument("--language", help="the language of the kit, such as en")
    command = commands.add_parser("site", help="build the web edition, where nothing is installed")
    command.add_argument("-o", "--output", type=Path, default=Path("site"), help="the folder")
    command.add_argument("--pack", type=Path, help="a trainer's pack to bake in, folder or ZIP")
    command.add_argument("--parts", type=Path, help="where the browser's Python is kept")
    options = parser.parse_args(arguments)
    if options.command is None:
        parser.print_help()
        return 2
    if options.command == "export":
        if options.all == (options.lesson is not None):
            parser.error("say one lesson, or --all")
        return _export(options.lesson, options.output, options.slides)
    if options.command == "check":
        return _check(options.folder)
    if options.command == "pack":
        if options.task == "new":
            return _new_pack(options.folder, options.like, tuple(options.table), options.workbook)
        if options.task == "show":
            return _show_pack(options.folder, options.to)
        return _zip_pack(options.folder, options.output or options.folder.with_suffix(".zip"))
    if options.command == "kit":
        return _kit(options.folder, options.language)
    if options.command == "site":
        return _site(options.output, options.pack, options.parts)
    if options.command == "open":
        return _open(options.folder, options.copy_only)
    return _memo(options.company, options.output, options.language)


def _open(folder: Path | None, copy_only: bool) -> int:
    """Bring the copies of the lessons up to date, and open them where JupyterLab is installed.

    The answers of an installed course lie beside its lessons, where their kernels work.
    """
    own = CHECKOUT / "my_course" if context.IN_CHECKOUT else Path(OWN_FOLDER)
    folder = (folder or own).absolute()
    try:
        made = copies.renew(context.NOTEBOOKS, folder)
    except OSError as error:
        return _refuse(f"{folder} cannot be written ({error.strerror}).")
    print(f"The lessons are in {folder}.")
    if copy_only:
        return 0
    if problem := extras.lacking("desktop"):
        print(f"{problem}\nOr open contents.ipynb with what you have.")
        return 0
    from jupyterlab import labapp

    from helpers.lessons.contents import take_dropped, tell_progress

    for sentence in take_dropped(folder):
        print(sentence)
    tell_progress(folder / context.CONTENTS)
    # Signed, so that their start button works at once.
    trust = [sys.executable, "-m", "nbformat.sign", *map(str, made)]
    subprocess.run(trust, capture_output=True)
    os.chdir(folder)
    print("Opening the course in your browser. To end it, press Ctrl+C here.", flush=True)
    labapp.main([f"--LabApp.default_url=/doc/tree/{context.CONTENTS}"])
    return 0


def _memo(source: Path, output: Path, language: str | None) -> int:
    """Write a memo; what is wrong is said in one sentence."""
    from helpers import company
    from helpers.findings import Findings
    from helpers.memo.compose import compose
    from helpers.memo.writing import write

    try:
        with context.using(language=language or context.current().language):
            known, data = company.read(source), reading.load()
            for notice in few(data.notices):
                print(notice, file=sys.stderr)
            write(compose(Findings(known, data)), output)
    except (CompanyError, TableError) as error:
        return _refuse(error)
    print(f"written: {output}")
    return 0


def _refuse(sentence: object) -> int:
    """Say why a command cannot be carried out; its code."""
    print(sentence, file=sys.stderr)
    return 1


def _check(folder: Path | None) -> int:
    """Tell all that is wrong with a pack, the one in force if none is named."""
    from helpers.pack import checking

    if (folder := _pack(folder)) is None:
        return 1
    try:
        report = checking.check(folder)
    except TableError as error:
        return _refuse(error)
    print("\n".join(report.lines()))
    return 0 if report.sound else 1


def _pack(folder: Path | None) -> Path | None:
    """The folder of a pack, the one in force if none is named; None is told in a sentence."""
    folder = folder or context.current().pack
    if folder is None or not folder.is_dir():
        print(f"{folder or 'pack'} is no folder; say where the pack is.", file=sys.stderr)
        return None
    return folder


def _show_pack(folder: Path | None, output: Path | None) -> int:
    """Tell what a pack changes in the lessons, and what of it is not used."""
    from helpers.pack import checking, preview, preview_page

    if (folder := _pack(folder)) is None:
        return 1
    if output is not None and output.absolute().is_relative_to(folder.absolute()):
        return _refuse(f"{output} is part of the pack; name a folder outside of it.")
    try:
        sound, shown = checking.check(folder).sound, preview.preview(folder)
        print("\n".join(shown.lines()))
        if not sound:
            print(f"Something in it is not used: course check {folder} names it.")
        written = [] if output is None else preview_page.write(shown, output)
    except TableError as error:
        return _refuse(error)
    except OSError as error:
        return _refuse(f"{error.filename} cannot be written ({error.strerror}).")
    if written:
        print(f"written: {written[-1]}")
    return 0


def _new_pack(folder: Path, case: str, tables: tuple[str, ...], workbook: bool) -> int:
    """Write a starter for a pack; what is wrong is said in a sentence."""
    from helpers.pack import starter

    try:
        written = starter.new(folder, case, tables, workbook)
    except (CompanyError, TableError) as error:
        return _refuse(error)
    except FileExistsError:
        return _refuse(f"{folder} holds something already; name an empty or new folder.")
    except OSError as error:
        return _refuse(f"{error.filename} cannot be written ({error.strerror}).")
    for path in written:
        print(f"written: {path}")
    return 0


def _zip_pack(folder: Path, output: Path) -> int:
    """Pack a folder as one ZIP; what is wrong with the pack is told first."""
    from helpers import pack_zip

    status = _check(folder)
    if not folder.is_dir():
        return status
    try:
        files.replace(output, pack_zip.pack(folder), files.PUBLIC)
        pack_zip.remember(output, folder.absolute().parent)
    except pack_zip.PackError as error:
        return _refuse(error)
    except OSError as error:
        return _refuse(f"{error.filename} cannot be read or written ({error.strerror}).")
    print(f"written: {output}")
    if status:
        print("What is wrong is in the ZIP, too: mend it and write the ZIP again.", file=sys.stderr)
    return status


def _kit(folder: Path, language: str | None) -> int:
    """Write the lecturer's kit; what is wrong is said in one sentence."""
    if problem := extras.lacking("kit"):
        return _refuse(problem)
    from helpers.export.notebooks import ExportError
    from helpers.kit import writing

    try:
        with context.using(language=language or context.current().language):
            written = writing.write(folder)
    except (ExportError, TableError, CompanyError) as error:
        return _refuse(error)
    except OSError as error:
        return _refuse(f"{error.filename} cannot be written ({error.strerror}).")
    print(f"written: {len(written)} files in {folder}")
    return 0


def _site(folder: Path, pack: Path | None, parts: Path | None) -> int:
    """Build the web edition; what is in the way is said in one sentence."""
    if problem := extras.lacking("site"):
        return _refuse(problem)
    from helpers.export.notebooks import ExportError
    from helpers.pack_zip import PackError
    from helpers.site import writing
    from helpers.site.parts import SiteError

    try:
        written = writing.write(folder, pack, parts)
    except (SiteError, PackError, ExportError, TableError) as error:
        return _refuse(error)
    except OSError as error:
        return _refuse(f"{error.filename} cannot be read or written ({error.strerror}).")
    print(f"written: {written}")
    return 0


def _export(lesson: str | None, output: Path | None, slides: bool) -> int:
    """Write one lesson, or all (None), as pages or slides; what is wrong is said in a sentence."""
    if problem := extras.lacking("export"):
        return _refuse(problem)
    from helpers.export import notebooks, writing

    try:
        if lesson is None:
            written = writing.write_all(output or Path("exported"), slides)
        else:
            path = notebooks.find(lesson)
            output = output or Path(writing.name(path, slides))
            writing.write(path, output, slides)
            written = [output]
    except (notebooks.ExportError, TableError, CompanyError) as error:
        return _refuse(error)
    except OSError as error:
        return _refuse(f"{error.filename} cannot be read or written ({error.strerror}).")
    for path in written:
        print(f"written: {path}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
