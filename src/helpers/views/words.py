"""Words of a picture: every number in them is quoted from the result, and remembered."""

import html
from collections.abc import Iterable
from dataclasses import dataclass

from helpers.data.tables import TableError
from helpers.models.result import Quantity, Result
from helpers.words import escaping, locale
from helpers.words.locale import _, in_words, plural


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


PLACES = "place of "
"""A unit is "place of 9" where nine options are ranked."""
NO_BREAK = "\N{NO-BREAK SPACE}"


def written(quantity: Quantity) -> str:
    """A quantity as the learner reads it, with its unit; it never breaks over two lines."""
    number = bare(quantity)
    match quantity.unit:
        case "hours" | "clock hours" | "hours change":
            text = _("{number} h").format(number=number)
        case "minutes":
            text = _("{number} min").format(number=number)
        case "seconds":
            text = _("{number} s").format(number=number)
        case "score" | "level" | "of ten":
            text = _("{number} of 10").format(number=number)
        case "tenths" | "fine tenths":
            text = _("{number} in 10").format(number=number)
        case "place":
            text = _("place {number}").format(number=number)
        case _:
            text = number
    return text.replace(" ", NO_BREAK)


COUNTED = (
    *("count", "customers", "days", "factor", "leads", "messages", "month", "months", "people"),
    *("clock hours", "minutes", "place", "points", "posts", "seconds", "visits"),
)
"""Units of what is counted: whole numbers stay whole, small parts get a tenth."""


def bare(quantity: Quantity) -> str:
    """The number alone, for a table whose header names the unit; money and percent keep theirs.

    Raises ValueError for a unit that is not known here: it would be printed wrongly.
    """
    value = quantity.value
    match quantity.unit:
        case "hours" | "winners" | "of ten":
            return locale.number(value, 1)
        case "euros":
            return locale.euros(value)
        case "price":
            return locale.euros(value, 2)
        case "share" if 0 < value < 0.005:
            return _("<{number}").format(number=locale.percent(0.01))
        case "share" if 0.995 <= value < 1:
            return _(">{number}").format(number=locale.percent(0.99))
        case "share":
            return locale.percent(value)
        case "fine share":
            return locale.fine_percent(value)
        case "score" | "fine tenths":
            return locale.number(10 * value, 1)
        case "fraction":
            return locale.number(value, 2)
        case "score change":
            return _signed(10 * value)
        case "hours change":
            return _signed(value)
        case "level":
            return locale.number(10 * value)
        case "tenths" if 0 < value < 0.05:
            return _("<{number}").format(number=locale.number(1))
        case "tenths" if 0.95 < value < 1:
            return _(">{number}").format(number=locale.number(9))
        case "tenths":
            return locale.number(10 * value)
        case unit if unit in COUNTED and 0 < value < 0.05:
            return _("<{number}").format(number=locale.number(0.1, 1))
        case unit if unit in COUNTED:
            return locale.number(value, _digits(value))
        case unit:
            raise ValueError(f"{quantity.key} has the unit “{unit}”, which nobody can write.")


def _digits(value: float) -> int:
    """Decimals of something counted."""
    return 0 if value == round(value) or abs(value) >= 10 else 1


def _signed(value: float) -> str:
    """A change, with its sign; nought has none."""
    text = locale.number(value, 1)
    return f"+{text}" if round(value, 1) > 0 else text


def stated(values: Iterable[float], unit: str, between: str = "–") -> str:
    """Figures as the ledger or a publisher states them: one, or a range, with their unit.

    Raises TableError, with a sentence, for a unit that is not known here.
    """
    values = list(values)
    if unit == "share":
        return between.join(locale.fine_percent(value) for value in values)
    if unit == "yes/no":
        return between.join(_("yes") if value else _("no") for value in values)
    text = between.join(locale.plain(value) for value in values)
    if unit.startswith("%"):
        return text + _(unit)
    # A range counts as many, whatever its ends.
    return _counted(unit, values[0] if len(values) == 1 else 2).format(number=text)


def spoken(quantity: Quantity, unit: str) -> str:
    """A quantity as the answer to a question that asks for this unit, such as 13.0 hours a week."""
    if quantity.unit in ("euros", "of ten", "place", "score"):
        return written(quantity)
    message = _counted(unit, quantity.value, _digits(quantity.value))
    return message.format(number=bare(quantity))


def unit_words(unit: str) -> str:
    """What stands behind a box that takes a number in this unit."""
    return _counted(unit, 2).format(number="").strip()


def _counted(unit: str, value: float, digits: int | None = None) -> str:
    """The message for a number with its unit; ``digits`` is how many decimals it shows."""
    if digits is None:
        digits = 0 if value == round(value) else 4
    match unit:
        case "of ten":
            return _("{number} of 10")
        case _ if unit.startswith(PLACES):
            count = int(unit.removeprefix(PLACES))
            message = plural("{number} of {all} place", "{number} of {all} places", count)
            return message.replace("{all}", in_words(count))
        case "points of ten":
            return plural("{number} point of ten", "{number} points of ten", value, digits)
        case "" | "count":
            return "{number}"
        case "hours":
            return plural("{number} hour", "{number} hours", value, digits)
        case "hours/week":
            return plural("{number} hour a week", "{number} hours a week", value, digits)
        case "minutes":
            return plural("{number} minute", "{number} minutes", value, digits)
        case "seconds":
            return plural("{number} second", "{number} seconds", value, digits)
        case "days":
            return plural("{number} day", "{number} days", value, digits)
        case "weeks":
            return plural("{number} week", "{number} weeks", value, digits)
        case "months":
            return plural("{number} month", "{number} months", value, digits)
        case "years":
            return plural("{number} year", "{number} years", value, digits)
        case "messages":
            return plural("{number} message", "{number} messages", value, digits)
        case "posts":
            return plural("{number} post", "{number} posts", value, digits)
        case "visits":
            return plural("{number} visit", "{number} visits", value, digits)
        case "followers":
            return plural("{number} follower", "{number} followers", value, digits)
        case "people":
            return plural("{number} person", "{number} people", value, digits)
        case "customers":
            return plural("{number} customer", "{number} customers", value, digits)
        case "customers/month":
            return plural("{number} customer a month", "{number} customers a month", value, digits)
        case "networks":
            return plural("{number} network", "{number} networks", value, digits)
        case "leads":
            return plural("{number} lead", "{number} leads", value, digits)
        case "points":
            return plural("{number} point", "{number} points", value, digits)
        case "words":
            return plural("{number} word", "{number} words", value, digits)
        case "characters":
            return plural("{number} character", "{number} characters", value, digits)
        case "hashtags":
            return plural("{number} hashtag", "{number} hashtags", value, digits)
        case "factor" | "ratio":
            return plural("{number} time", "{number} times", value, digits)
        case "euros":
            return plural("{number} euro", "{number} euros", value, digits)
        case "EUR/hour":
            return plural("{number} euro an hour", "{number} euros an hour", value, digits)
        case "EUR/month":
            return plural("{number} euro a month", "{number} euros a month", value, digits)
        case "US dollars":
            return plural("{number} US dollar", "{number} US dollars", value, digits)
    sentence = _("The unit “{unit}” is not known to the course; use one that its tables use.")
    raise TableError(sentence.format(unit=unit))


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
        message = plural(one, many, quantity.value, _digits(quantity.value))
        return message.format(number=bare(quantity), **fields)

    def alike(self, key: str, other: str) -> bool:
        """Whether two quantities are the same to a reader: they print alike."""
        return written(self._result[key]) == written(self._result[other])

    def _quote(self, key: str) -> Quantity:
        quantity = self._result[key]
        self.quoted.append(quantity)
        return quantity

    def words(self, headline: str, table: Table, alt: str, remarks: Iterable[str] = ()) -> Words:
        """The finished words, with everything that was quoted on the way."""
        return Words(headline, table, alt, tuple(remarks), tuple(self.quoted))
