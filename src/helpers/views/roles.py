"""Who does what, and what happens when, as tables."""

from collections.abc import Iterable

from helpers.data.tables import Tables
from helpers.models.roles import Role, Step
from helpers.views.words import Table
from helpers.words import locale
from helpers.words.locale import _


def somebody(name: str) -> str:
    """A name, or that there is none yet."""
    return name or _("nobody yet")


def roles_table(roles: Iterable[Role], tables: Tables) -> Table:
    """Who does what, one accountable per task."""
    rows = tuple(
        (
            tables.name("task", role.task),
            somebody(role.responsible),
            somebody(role.accountable),
            locale.listing(list(role.consulted)) or "–",
            locale.listing(list(role.informed)) or "–",
        )
        for role in roles
    )
    header = (_("Task"), _("Does it"), _("Answers for it"), _("Is asked"), _("Is told"))
    return Table(_("One person answers for each task (RACI)"), header, rows)


def ninety_days_table(plan: Iterable[Step], tables: Tables) -> Table:
    """The first ninety days: when, what, who."""
    rows = tuple(
        (
            _("{start} to {end}").format(
                start=locale.short_day(step.start), end=locale.short_day(step.end)
            ),
            _(tables.tasks.at[step.task, "name"]),
            somebody(step.who),
        )
        for step in plan
    )
    return Table(_("What happens when"), (_("When"), _("What"), _("Who")), rows)
