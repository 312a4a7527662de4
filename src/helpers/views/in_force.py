"""What a trainer's pack changes for a class, in words: a line in the head, lessons left out."""

from helpers.data.settings import Settings
from helpers.data.tables import Tables
from helpers.words.locale import _


def pack_line(settings: Settings) -> str:
    """The line in the head of a lesson and of the contents; '' without a pack."""
    if not settings.in_force:
        return ""
    if not settings.title:
        return _("The course works with your trainer's pack.")
    return _("The course works with your trainer's pack “{title}”.").format(title=settings.title)


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
