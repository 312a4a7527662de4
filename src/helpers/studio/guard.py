"""What a learner reads where a part of a lesson cannot be shown: one sentence, no traceback."""

from collections.abc import Callable
from functools import wraps
from typing import Protocol, TypeVar

from helpers import context
from helpers.company import CompanyError
from helpers.data.tables import TableError
from helpers.studio.page import Page
from helpers.studio.part import Part, trouble
from helpers.studio.parts import Text
from helpers.words import escaping
from helpers.words.locale import _


class Guarded(Protocol):
    """What the guard needs of a lesson: its page, and a place for what failed."""

    page: Page
    failures: list[Exception]


Owner = TypeVar("Owner", bound=Guarded)


def _failed(error: Exception) -> str:
    """What a learner reads in the place of a part."""
    if context.current().has_pack:
        # Sound tables can still be extreme, and a worked example tells of ordinary ones.
        sentence = _(
            "With the tables of {pack}, this part cannot be shown ({reason}): a figure in them "
            "is out of the ordinary. Take back what was changed last."
        )
        return sentence.format(pack=context.current().pack.name, reason=type(error).__name__)
    sentence = _(
        "This part cannot be shown ({reason}); the others can. Nothing that you saved is "
        "lost. Please tell the authors of the course."
    )
    return sentence.format(reason=type(error).__name__)


def shown(part: Callable[[Owner], Part]) -> Callable[[Owner], Part]:
    """A part on the page of its lesson; what cannot be shown becomes one sentence."""

    @wraps(part)
    def guarded(lesson: Owner) -> Part:
        try:
            return part(lesson).put_on(lesson.page, part.__name__)
        except (TableError, CompanyError) as error:
            return Text(f"> {escaping.markdown(trouble(error))}")
        except Exception as error:  # noqa: BLE001 - no traceback may reach a learner
            lesson.failures.append(error)
            return Text(f"> {escaping.markdown(_failed(error))}")

    return guarded
