"""Words of a picture: every number in them is quoted from the result, and remembered."""

import html
from dataclasses import dataclass

from babel.numbers import format_currency

from helpers import locale
from helpers.locale import _
from helpers.models.result import Quantity, Result


@dataclass(frozen=True)
class Table:
    """A small table; the first cell of each row is its header."""

    caption: str
    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]

    def to_html(self) -> str:
        """An HTML table with a caption and header cells, everything escaped."""
        head = "".join(f'<th scope="col">{html.escape(cell)}</th>' for cell in self.header)
        body = "".join(
            f'<tr><th scope="row">{html.escape(row[0])}</th>'
            + "".join(f"<td>{html.escape(cell)}</td>" for cell in row[1:])
            + "</tr>"
            for row in self.rows
        )
        caption = f"<caption>{html.escape(self.caption)}</caption>"
        return f"<table>{caption}<thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"

    def to_markdown(self) -> str:
        """The same table for a reader without a kernel."""
        lines = [f"*{self.caption}*", "", _row(self.header), _row(["---"] * len(self.header))]
        return "\n".join(lines + [_row(row) for row in self.rows])


def _row(cells: list[str] | tuple[str, ...]) -> str:
    return "| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |"


@dataclass(frozen=True)
class Words:
    """What a picture says: one sentence, a table, further remarks, a text alternative."""

    headline: str
    table: Table
    alt: str
    remarks: tuple[str, ...] = ()
    quoted: tuple[Quantity, ...] = ()

    def to_markdown(self) -> str:
        """Headline, remarks and table."""
        parts = [f"**{self.headline}**", *self.remarks, self.table.to_markdown()]
        return "\n\n".join(parts)


def written(quantity: Quantity) -> str:
    """A quantity as the learner reads it, with its unit."""
    value = quantity.value
    match quantity.unit:
        case "hours":
            return _("{number} h").format(number=locale.number(value, 1))
        case "euros":
            return format_currency(
                round(value) + 0.0, "EUR", "¤#,##0", locale=locale.region(), currency_digits=False
            ).replace("-", "\N{MINUS SIGN}")
        case "share":
            return locale.percent(value)
        case "tenths":
            return _tenths(value)
        case "score" | "level":
            return _("{number} of 10").format(number=locale.number(10 * value))
        case "winners":
            return locale.number(value, 1)
        case "of ten":
            return _("{number} of 10").format(number=locale.number(value, 1))
        case "place":
            return _("place {number}").format(number=locale.number(value))
        case "minutes":
            return _("{number} min").format(number=locale.number(value))
        case _:
            return locale.number(value, 0 if value == round(value) or value >= 10 else 1)


def _tenths(value: float) -> str:
    """How often, of ten equally reasonable opinions; extremes that never round away."""
    if 0 < value < 0.05:
        return _("under 1 in 10")
    if 0.95 < value < 1:
        return _("over 9 in 10")
    return _("{number} in 10").format(number=locale.number(10 * value))


class Speaker:
    """Quotes numbers of a result into sentences and cells, and remembers which."""

    def __init__(self, result: Result) -> None:
        self._result = result
        self._quoted: list[Quantity] = []

    def __call__(self, key: str) -> str:
        quantity = self._result[key]
        self._quoted.append(quantity)
        return written(quantity)

    def words(self, headline: str, table: Table, alt: str, remarks: list[str] | None = None):
        """The finished words, with everything that was quoted on the way."""
        return Words(headline, table, alt, tuple(remarks or ()), tuple(self._quoted))
