"""Words of a picture: every number in them is quoted from the result, and remembered."""

import html
from collections.abc import Iterable
from dataclasses import dataclass

from helpers import escaping, locale
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
        rule = "|" + " --- |" * len(self.header)
        lines = [f"*{escaping.markdown(self.caption)}*", "", _row(self.header), rule]
        return "\n".join(lines + [_row(row) for row in self.rows])


def _row(cells: tuple[str, ...]) -> str:
    return "| " + " | ".join(map(escaping.markdown, cells)) + " |"


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
        headline = f"**{escaping.markdown(self.headline)}**"
        remarks = map(escaping.markdown, self.remarks)
        return "\n\n".join([headline, *remarks, self.table.to_markdown()])


NO_BREAK = "\N{NO-BREAK SPACE}"


def written(quantity: Quantity) -> str:
    """A quantity as the learner reads it, with its unit; it never breaks over two lines."""
    number = bare(quantity)
    match quantity.unit:
        case "hours":
            text = _("{number} h").format(number=number)
        case "minutes":
            text = _("{number} min").format(number=number)
        case "seconds":
            text = _("{number} s").format(number=number)
        case "clock hours":
            text = _("{number} h").format(number=number)
        case "hours change":
            text = _("{number} h").format(number=number)
        case "score" | "level" | "of ten" | "fine score":
            text = _("{number} of 10").format(number=number)
        case "tenths" | "fine tenths":
            text = _("{number} in 10").format(number=number)
        case "place":
            text = _("place {number}").format(number=number)
        case _:
            text = number
    return text.replace(" ", NO_BREAK)


def bare(quantity: Quantity) -> str:
    """The number alone, for a table whose header names the unit; money and percent keep theirs."""
    value = quantity.value
    match quantity.unit:
        case "hours" | "winners" | "of ten":
            return locale.number(value, 1)
        case "euros":
            return locale.euros(value)
        case "price":
            return locale.euros(value, 2)
        case "share":
            return locale.percent(value)
        case "fine share":
            return locale.fine_percent(value)
        case "fine score" | "fine tenths":
            return locale.number(10 * value, 1)
        case "fraction":
            return locale.number(value, 2)
        case "score change":
            return _signed(10 * value)
        case "hours change":
            return _signed(value)
        case "score" | "level":
            return locale.number(10 * value)
        case "tenths" if 0 < value < 0.05:
            return _("<{number}").format(number=locale.number(1))
        case "tenths" if 0.95 < value < 1:
            return _(">{number}").format(number=locale.number(9))
        case "tenths":
            return locale.number(10 * value)
        case _ if 0 < value < 0.05:
            return _("<{number}").format(number=locale.number(0.1, 1))
        case _:
            return locale.number(value, 0 if value == round(value) or value >= 10 else 1)


def _signed(value: float) -> str:
    """A change, with its sign; nought has none."""
    text = locale.number(value, 1)
    return f"+{text}" if round(value, 1) > 0 else text


class Speaker:
    """Quotes numbers of a result into sentences and cells, and remembers which."""

    def __init__(self, result: Result) -> None:
        self._result = result
        self.quoted: list[Quantity] = []

    def __call__(self, key: str) -> str:
        """The quantity with its unit, as in a sentence."""
        return written(self._quote(key))

    def bare(self, key: str) -> str:
        """The number alone, as in a cell under a header that names the unit."""
        return bare(self._quote(key))

    def _quote(self, key: str) -> Quantity:
        quantity = self._result[key]
        self.quoted.append(quantity)
        return quantity

    def words(self, headline: str, table: Table, alt: str, remarks: Iterable[str] = ()) -> Words:
        """The finished words, with everything that was quoted on the way."""
        return Words(headline, table, alt, tuple(remarks), tuple(self.quoted))
