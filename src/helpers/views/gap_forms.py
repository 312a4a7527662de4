"""The layouts of the bars of hours, by the width of the picture."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Form:
    """A layout, in CSS pixels. ``column`` holds the totals; at 0 they stand above the bars."""

    column: float
    margin: float
    bar: float
    total: float
    word: float
    inside: float
    claims: tuple[float, ...]


FORMS = {
    340: Form(0, 14, 46, 30, 17, 16, (26, 21)),
    540: Form(0, 18, 58, 36, 19, 17, (32, 26, 21)),
    660: Form(146, 20, 70, 34, 18, 18, (32, 26, 19)),
    900: Form(168, 24, 92, 44, 21, 20, (38, 30, 22)),
}
COMPACT = {
    340: Form(0, 14, 32, 22, 15, 15, (16,)),
    540: Form(0, 18, 34, 24, 16, 15, (17,)),
    660: Form(122, 20, 36, 26, 16, 16, (18,)),
    900: Form(130, 24, 38, 28, 17, 16, (20,)),
}
"""Where the hours are not the picture's subject but its price."""
