"""What a trainer's pack changes for a class, in words: a line in the head, lessons left out."""

import base64
import html

from helpers.data.settings import Brand, Settings
from helpers.data.tables import Tables
from helpers.words.locale import _


def pack_line(settings: Settings) -> str:
    """The line in the head of a lesson and of the contents; '' without a pack."""
    if not settings.in_force:
        return ""
    title, by = settings.title, settings.brand.title
    if title and by:
        said = _("The course works with the pack “{title}” by {trainer}.")
        return said.format(title=title, trainer=by)
    if by:
        return _("The course works with a pack by {trainer}.").format(trainer=by)
    if not title:
        return _("The course works with your trainer's pack.")
    return _("The course works with your trainer's pack “{title}”.").format(title=title)


def logo(brand: Brand) -> str:
    """The trainer's logo for the head of a page, as HTML that fetches nothing; '' without one."""
    address = logo_address(brand)
    alt = html.escape(logo_alt(brand))
    return f'<p><img class="byp-logo" src="{address}" alt="{alt}"></p>' if address else ""


def logo_alt(brand: Brand) -> str:
    """What the logo says to whoever does not see it."""
    return _("Logo of {trainer}").format(trainer=brand.title) if brand.title else _("Logo")


def logo_address(brand: Brand) -> str:
    """The logo as an address that holds the picture itself; '' without one that can be read."""
    try:
        data = brand.logo.read_bytes() if brand.logo else b""
    except OSError:
        return ""
    kind = "png" if data.startswith(b"\x89PNG") else "jpeg"
    return f"data:image/{kind};base64,{base64.b64encode(data).decode()}" if data else ""


def changed() -> str:
    """What a reader is told by the first part that is shown with another pack than the others."""
    return _(
        "Your trainer's pack has come or changed since this lesson was opened. Press ▶ Start the "
        "lesson, so that every part follows."
    )


def out_of_class(lesson: str) -> str:
    """A lesson that the pack leaves out, as words name it: it is no link."""
    return _("{lesson} (not part of your class)").format(lesson=lesson)


def out_numbers(tables: Tables) -> frozenset[str]:
    """The numbers of the lessons that the class does without, as two digits."""
    numbers = tables.lessons["number"]
    out = [key for key in tables.lessons.index if key not in tables.lesson_keys]
    return frozenset(f"{numbers[key]:02d}" for key in out)
