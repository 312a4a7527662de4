"""``pack.json``: what a trainer's pack settles for a whole class, each field alone.

Title, the company that a class starts with, the lessons and their order, currency and brand.
``data/pack.schema.json`` declares the fields. A field that cannot be used is left out and told in
a sentence; all others count.
"""

import copy
import difflib
import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path, PurePosixPath
from typing import Any

from babel.numbers import list_currencies

from helpers import look
from helpers.data import json_file
from helpers.data.files import is_file
from helpers.data.notice import Notice
from helpers.data.schema_faults import short, take_out_faults
from helpers.words.locale import _

FILE = "pack.json"
SCHEMA = "pack.schema.json"
LEAST_CONTRAST = 4.5
"""Of text against its ground (WCAG 2.2, AA)."""
LOGO_BYTES, LOGO_SIDE = 1_000_000, 4_000
LOGO_KINDS, PICTURES = ("PNG", "JPEG"), (".png", ".jpg", ".jpeg")
"""What both a page and a memo in Word can show."""


@dataclass(frozen=True)
class Currency:
    """The currency of a class: its letters, how many of it one euro is, and on which day."""

    code: str
    euro: float
    as_of: date


@dataclass(frozen=True)
class Brand:
    """How a class looks; '' and None stand for what the pack does not say.

    ``logo`` is a picture that was opened and found sound; the accents have the contrast of text.
    """

    title: str = ""
    logo: Path | None = None
    accent: str = ""
    accent_dark: str = ""
    footer: str = ""


@dataclass(frozen=True)
class Settings:
    """What the pack in force settles; '' and nothing stand for what it does not say.

    ``in_force``: there is a pack that holds something, with or without a ``pack.json``. ``start``
    is the key of a company that there is, ``lessons`` are keys of lessons in the order of the
    class; empty means all of them in the order of the course.
    """

    title: str = ""
    start: str = ""
    lessons: tuple[str, ...] = ()
    currency: Currency | None = None
    brand: Brand = field(default_factory=Brand)
    in_force: bool = False


@dataclass(frozen=True)
class Known:
    """What the fields of a pack may name: lessons with their numbers, keys of companies."""

    lessons: Mapping[str, int]
    companies: Collection[str]


def read(pack: Path, rules: dict, known: Known) -> tuple[Settings, list[Notice]]:
    """The settings of a pack, and at most one notice with all that is wrong in its file.

    ``rules`` is the document of ``pack.schema.json``. Never raises for what a trainer wrote.
    """
    path = pack / FILE
    if not is_file(path):
        return Settings(), []
    document, told = json_file.read(path)
    if document is None and told:
        rest = _("Until then the course goes on without it.")
        return Settings(), [Notice.of(path, told, rest)]
    settings, faults = check(document, rules, known, pack)
    rest = _("Until then the course goes on without that field.")
    faults = [*told, *faults]
    return settings, [Notice.of(path, faults, rest)] if faults else []


def check(document: object, rules: dict, known: Known, pack: Path) -> tuple[Settings, list[str]]:
    """The settings that a document of ``pack.json`` holds, and a sentence for each fault in it.

    The document stays as it is. ``pack`` is the folder in which the logo lies.
    """
    if not isinstance(document, dict):
        return Settings(), [_("{file} must hold a group of fields in braces.").format(file=FILE)]
    sound = copy.deepcopy(document)
    faults = list(dict.fromkeys(take_out_faults(sound, FILE, rules)))
    problems = _Problems(faults)
    brand, colours = sound.get("brand", {}), sound.get("brand", {}).get("colours", {})
    settings = Settings(
        title=_text(sound, "title", "", problems),
        start=_start(sound.get("start", ""), known, problems),
        lessons=_lessons(sound.get("lessons"), known, problems),
        currency=_currency(sound.get("currency"), problems),
        brand=Brand(
            title=_text(brand, "title", "brand.", problems),
            logo=_logo(brand.get("logo", ""), pack, problems),
            accent=_colour(colours, "accent", "light", problems),
            accent_dark=_colour(colours, "accent_dark", "dark", problems),
            footer=_text(brand, "footer", "brand.", problems),
        ),
    )
    return settings, faults


class _Problems:
    """Collects what is wrong with fields, each in a sentence."""

    def __init__(self, faults: list[str]) -> None:
        self._faults = faults

    def add(self, place: str, value: object, problem: str) -> None:
        """Tell the problem of a value in the field at that place."""
        where = _("{file}, field {field}").format(file=FILE, field=place)
        self._faults.append(f"{where}: {short(value)} {problem}")


def _text(group: Mapping[str, str], name: str, place: str, problems: _Problems) -> str:
    """A text on one line; '' where there is none."""
    text = " ".join(group.get(name, "").split())
    if name in group and not text:
        problems.add(place + name, group[name], _("must not be empty; fill it in."))
    return text


def _near(word: str, known: Collection[str]) -> str:
    """A name that was probably meant, as a question; '' if none is near."""
    near = difflib.get_close_matches(word.lower(), list(known), 1)
    return " " + _("Did you mean “{near}”?").format(near=near[0]) if near else ""


def _start(key: str, known: Known, problems: _Problems) -> str:
    if not key or key in known.companies:
        return key
    problem = _("is no company of the course or of this pack; possible: {known}.")
    problem = problem.format(known=", ".join(sorted(known.companies)))
    problems.add("start", key, problem + _near(key.removesuffix(".json"), known.companies))
    return ""


def _lessons(wanted: list[str | int] | None, known: Known, problems: _Problems) -> tuple[str, ...]:
    """The keys of the lessons that are named, each once; what is no lesson is told."""
    if wanted is None:
        return ()
    by_number = {number: key for key, number in known.lessons.items()}
    found: list[str] = []
    for place, name in enumerate(wanted, start=1):
        said = str(name).strip()
        key = by_number.get(int(said)) if re.fullmatch(r"[0-9]{1,3}", said) else said
        if key not in known.lessons:
            problem = _("is no lesson; write its number ({first} to {last}) or its key.")
            problem = problem.format(first=min(by_number), last=max(by_number))
            problems.add(f"lessons.{place}", name, problem + _near(said, known.lessons))
        elif key in found:
            problem = _("names a lesson that stands there already; take it out.")
            problems.add(f"lessons.{place}", name, problem)
        elif key:
            found.append(key)
    if not found:
        problem = _("names no lesson, so that all lessons are in; name at least one.")
        problems.add("lessons", wanted, problem)
    return tuple(found)


def _currency(group: Mapping[str, Any] | None, problems: _Problems) -> Currency | None:
    """The currency, if it is known to be one and its day is a day that has been."""
    if group is None:
        return None
    code = group["code"]
    if code not in list_currencies():
        problem = _("is the code of no currency; write one such as USD, GBP or CHF.")
        problems.add("currency.code", code, problem)
        return None
    try:
        as_of = date.fromisoformat(group["as_of"])
    except ValueError:
        problem = _("is no day of the calendar; write one such as 2026-11-23.")
        problems.add("currency.as_of", group["as_of"], problem)
        return None
    return Currency(code, float(group["euro"]), as_of)


def _colour(group: Mapping[str, str], name: str, theme: str, problems: _Problems) -> str:
    """A colour that words can be read in; '' where there is none."""
    colour = group.get(name, "").lower()
    ground = look.THEMES[theme]["paper"]
    if colour and (found := look.contrast(colour, ground)) < LEAST_CONTRAST:
        problem = _(
            "has a contrast of {found} to 1 against {ground}; words need {least} to 1: choose a "
            "darker one."
        )
        if theme == "dark":
            problem = _(
                "has a contrast of {found} to 1 against {ground}; words need {least} to 1: choose "
                "a lighter one."
            )
        said = problem.format(found=f"{found:.1f}", ground=ground, least=f"{LEAST_CONTRAST:g}")
        problems.add(f"brand.colours.{name}", colour, said)
        return ""
    return colour


def _logo(name: str, pack: Path, problems: _Problems) -> Path | None:
    """The picture of that name in the pack, if a page and a memo can show it."""
    if not name:
        return None
    for problem in _logo_problems(name, pack):
        problems.add("brand.logo", name, problem)
        return None
    return pack / name


def _logo_problems(name: str, pack: Path) -> Iterator[str]:
    """What is wrong with a logo; nothing if nothing is. The picture is opened last."""
    place = PurePosixPath(name.replace("\\", "/"))
    if place.is_absolute() or ".." in place.parts or ":" in name:
        yield _("leads out of the pack; put the picture into its folder.")
        return
    path, problem = pack / name, _("is not in the pack; put the picture there.")
    if not is_file(path):
        yield problem + _near(name, _pictures(pack))
        return
    real = path.resolve()
    if real.parent != path.parent.resolve() or not real.is_relative_to(pack.resolve()):
        yield _("is a link; put the file itself into the pack.")
        return
    try:
        if path.stat().st_size > LOGO_BYTES:
            yield _("is larger than 1 MB; save it smaller.")
        elif not _can_be_shown(path):
            yield _("is no sound PNG or JPG picture; save it anew as one.")
    except OSError as error:
        yield _("cannot be read ({reason}).").format(reason=error.strerror)


def _pictures(pack: Path) -> list[str]:
    """The names of the pictures that lie in the pack itself."""
    return [path.name for path in pack.glob("*") if path.suffix.lower() in PICTURES]


def _can_be_shown(path: Path) -> bool:
    """Whether it is a picture of a kind and size that pages and memos show."""
    from PIL import Image, UnidentifiedImageError  # only a pack with a logo waits for it

    try:
        with path.open("rb") as stream, Image.open(stream, formats=LOGO_KINDS) as picture:
            small = max(picture.size) <= LOGO_SIDE
            if small:
                picture.load()
            return small
    except (UnidentifiedImageError, ValueError, SyntaxError, Image.DecompressionBombError):
        return False
    except OSError as error:
        if error.errno is not None:
            raise
        return False  # the picture breaks off
