"""What a class sees of a trainer's pack: a line and a logo in the head, lessons left out."""

import base64
import html
from dataclasses import dataclass

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


@dataclass(frozen=True)
class Logo:
    """A trainer's logo, a PNG or a JPEG, and what it says to whoever does not see it."""

    content: bytes
    alt: str

    @property
    def address(self) -> str:
        """The picture as an address that holds it: nothing is fetched."""
        kind = "png" if self.content.startswith(b"\x89PNG") else "jpeg"
        return f"data:image/{kind};base64,{base64.b64encode(self.content).decode('ascii')}"

    def to_html(self) -> str:
        """The logo for the head of a page."""
        alt = html.escape(self.alt)
        return f'<p><img class="byp-logo" src="{self.address}" alt="{alt}"></p>'


def logo_of(brand: Brand) -> Logo | None:
    """The logo of a pack; None without one that can be read."""
    try:
        content = brand.logo.read_bytes() if brand.logo else b""
    except OSError:
        return None
    if not content:
        return None
    alt = _("Logo of {trainer}").format(trainer=brand.title) if brand.title else _("Logo")
    return Logo(content, alt)


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
