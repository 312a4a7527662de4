"""Around the rows of the whys: layouts, the line above each group, and the scale of fit."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from helpers.views.plane import Plane, fitting, wide
from helpers.words import locale
from helpers.words.locale import _

TOP = 10.0
"""The scale of fit ends here, always."""
APART = 16
"""Between the labels and nought."""


@dataclass(frozen=True)
class Form:
    """A layout, in CSS pixels. Where ``stacked``, an aim stands above its marks."""

    margin: float
    head: float
    row: float
    above: float
    title: float
    label: float
    name: float
    stacked: bool = False
    firm: float = 0
    """A line of its own for the firm, where its name has no room in the head."""
    foot: float = 20
    """A line that says what fit is."""


FORMS = {
    340: Form(14, 32, 50, 8, 17, 15, 15, stacked=True, firm=20),
    540: Form(18, 26, 30, 4, 18, 15, 16, foot=0),
    660: Form(20, 34, 36, 8, 19, 16, 17),
    900: Form(24, 36, 40, 10, 22, 18, 19),
}


def put_head(
    drawn: Plane, form: Form, tries: Sequence[str], y: float, colour: str, sign: str = ""
) -> None:
    """The fullest of the words that has room above a group, the first also a little smaller."""
    style = {"weight": "bold", "color": colour}
    if sign:
        drawn.text(sign, form.margin, y, form.title, **style)
    x = form.margin + (1.4 * form.title if sign else 0)
    room = drawn.width - form.margin - x
    ways = [(said, size) for said in tries for size in (form.title, form.label + 1, form.label)]
    said, size = next(
        ((said, size) for said, size in ways if wide(said, size, True) <= room),
        (tries[-1], form.title),
    )
    drawn.text(said, x, y, size, **style)


def put_scale(drawn: Plane, form: Form, zero: float, y: float, at: Callable[[float], float]):
    """Three figures under the rows, and what fit is; on a phone the marks' own have to do."""
    soft = {"color": drawn.colours["soft"]}
    said = _("fit") if form.foot else _("fit, of {top}").format(top=locale.number(TOP))
    if not form.stacked:
        drawn.text(said, zero - APART, y, ha="right", **soft)
    for share, place in ((0.0, "left"), (0.5, "center"), (1.0, "right")):
        figure = locale.number(TOP * share)
        if form.stacked and share == 0:
            figure = f"{said} {figure}"
        drawn.text(figure, at(share), y, ha=place if form.stacked else "center", **soft)
    if form.foot:
        tries = [one.format(top=locale.number(TOP)) for one in meaning()]
        foot = fitting(tries, drawn.width - 2 * form.margin)
        drawn.text(foot, form.margin, y + form.foot + 2, **soft)


def meaning() -> tuple[str, ...]:
    """What fit is made of, the fullest first."""
    return (
        _(
            "Fit, of {top}: how well it serves the aim, how many of our people are there in a mood "
            "for us, what we can make"
        ),
        _("Fit, of {top}: serves the aim, our people are there, we can make it"),
        _("Fit, of {top}: aim, people, what we make"),
    )
