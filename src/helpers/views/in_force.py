"""Which trainer's pack the course works with, in a line."""

from helpers.data.settings import Settings
from helpers.words.locale import _


def pack_line(settings: Settings) -> str:
    """The line in the head of a lesson and of the contents; '' without a pack."""
    if not settings.in_force:
        return ""
    if not settings.title:
        return _("The course works with your trainer's pack.")
    return _("The course works with your trainer's pack “{title}”.").format(title=settings.title)
