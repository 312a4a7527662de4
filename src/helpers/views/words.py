"""Words of a picture: every number in them is quoted from the result, and remembered."""

import html
from collections.abc import Iterable
from dataclasses import dataclass

from helpers.data.tables import TableError
from helpers.models.result import Quantity, Result
from helpers.words import escaping, units
from helpers.words.locale import _

LISTED = 4


@dataclass(frozen=True)
class Table:
    """A small table; the first cell of each row is its header."""

    caption: str
    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]

    def to_html(self) -> str:
        """An HTML table with a caption and header cells, everything escaped.

        From ``LISTED`` columns on it may be shown as a list where there is no room; the roles
        and labels say then what a browser forgets of a table that is laid out as blocks.
        """
        names = [html.escape(cell) for cell in self.header]
        head = "".join(f'<th role="columnheader" scope="col">{name}</th>' for name in names)
        body = "".join(
            f'<tr role="row"><th role="rowheader" scope="row">{html.escape(row[0])}</th>'
            + "".join(
                f'<td role="cell" data-label="{name}">{html.escape(cell)}</td>'
                for name, cell in zip(names[1:], row[1:], strict=True)
            )
            + "</tr>"
            for row in self.rows
        )
        caption = f"<caption>{html.escape(self.caption)}</caption>"
        kind = ' class="byp-list"' if len(names) >= LISTED else ""
        return (
            f'<table{kind} role="table">{caption}<thead role="rowgroup"><tr role="row">{head}</tr>'
            f'</thead><tbody role="rowgroup">{body}</tbody></table>'
        )

    def to_markdown(self) -> str:
        """The same table for a reader without a kernel."""
        rule = "|" + " --- |" * len(self.header)
        lines = [f"*{escaping.markdown(self.caption)}*", "", _row(self.header), rule]
        return "\n".join(lines + [_row(row) for row in self.rows])


def _row(cells: tuple[str, ...]) -> str:
    return "| " + " | ".join(map(escaping.markdown, cells)) + " |"


@dataclass(frozen=True)
class Words:
    """What a picture says: one sentence, a table, further remarks, a text alternative.

    ``folded`` are remarks that only those read who ask for them.
    """

    headline: str
    table: Table
    alt: str
    remarks: tuple[str, ...] = ()
    quoted: tuple[Quantity, ...] = ()
    folded: tuple[str, ...] = ()

    @staticmethod
    def summary() -> str:
        """What stands on the fold."""
        return _("More about these figures")

    def to_markdown(self) -> str:
        """Headline, remarks and table."""
        said = [f"**{escaping.markdown(self.headline)}**", *map(escaping.markdown, self.remarks)]
        if self.folded:
            said.append(f"<details><summary>{escaping.markdown(self.summary())}</summary>")
            said += [*map(escaping.markdown, self.folded), "</details>"]
        return "\n\n".join([*said, self.table.to_markdown()])


def written(quantity: Quantity) -> str:
    """A quantity as the learner reads it, with its unit; it never breaks over two lines."""
    return units.written(quantity.value, quantity.unit)


def bare(quantity: Quantity) -> str:
    """The number alone, for a table whose header names the unit; money and percent keep theirs."""
    return units.number(quantity.value, quantity.unit)


def spoken(quantity: Quantity, unit: str) -> str:
    """A quantity as the answer to a question that asks for this unit, such as 13.0 hours a week."""
    return units.answered(quantity.value, quantity.unit, unit)


def stated(values: Iterable[float], unit: str, between: str = "–") -> str:
    """Figures as a table states them, with their unit; a table may hold one that nobody knows."""
    try:
        return units.stated(values, unit, between)
    except units.UnitError as error:
        raise TableError(str(error)) from error


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

    def plural(self, one: str, many: str, key: str, **fields: str) -> str:
        """The message that fits the quantity, which stands in it as ``{number}``.

        The number and its noun agree as printed: 1 post, 1.0 posts.
        """
        quantity = self._quote(key)
        message = units.agreeing(one, many, quantity.value, quantity.unit)
        return message.format(number=bare(quantity), **fields)

    def __contains__(self, key: str) -> bool:
        return key in self._result

    def alike(self, key: str, other: str) -> bool:
        """Whether two quantities are the same to a reader: they print alike."""
        return written(self._result[key]) == written(self._result[other])

    def _quote(self, key: str) -> Quantity:
        quantity = self._result[key]
        self.quoted.append(quantity)
        return quantity

    def words(
        self,
        headline: str,
        table: Table,
        alt: str,
        remarks: Iterable[str] = (),
        folded: Iterable[str] = (),
    ) -> Words:
        """The finished words, with everything that was quoted on the way."""
        remarks, folded = tuple(remarks), tuple(folded)
        return Words(headline, table, alt, remarks, tuple(self.quoted), folded)
