"""What people picture of the work, and how the hours add up from there."""

from helpers.data.tables import Tables
from helpers.models import effort
from helpers.models.plan import Plan
from helpers.models.result import Result, Sheet


def pictured(plan: Plan, tables: Tables) -> Result:
    """What people picture of a plan: ``pressing``, the act of posting alone, in hours a week.

    It is ``posts`` a week, ``pressing.each`` minutes each.
    """
    sheet = Sheet()
    count, _making = effort.posts(plan, tables)
    each = sheet.add("pressing.each", tables.default("pressing"), "minutes")
    sheet.add("posts", count, "posts")
    sheet.add("pressing", count * each.value / 60, "short hours")
    return sheet.result(plan.networks, level=plan.level)


def adding_up(plan: Plan, tables: Tables) -> Result:
    """Hours a week as they add up, from what people picture to all that is required.

    Behind ``pictured`` each kind of work, ``KIND.more``, as it is printed, with the hours so
    far as ``KIND.sum``; ``rest.more`` is the meeting, coordination and all else, ``required``
    the sum, and ``pressing.share`` what is pictured of it. What is reused is taken off making.
    """
    whole, first, sheet = effort.answer(plan, tables), pictured(plan, tables), Sheet()
    for key in first:
        sheet.copy(first[key])
    so_far = 0.0
    for kind in effort.WORK:
        so_far += sheet.add(f"{kind}.more", whole.value(f"printed.work.{kind}"), "hours").value
        sheet.add(f"{kind}.sum", so_far, "hours")
    required_ = whole["required"]
    sheet.add("rest.more", round(required_.value, 1) - so_far, "hours")
    sheet.copy(required_)
    sheet.add("pressing.share", first.value("pressing") / required_.value, "hundredths")
    return sheet.result(plan.networks)
