"""Words in the learner's language, and numbers and dates as that language writes them.

``_`` looks its message up when it is called, in the language of the context: call it
inside functions only, never while a module is being imported.
"""

import gettext as gettext_module
import re
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from functools import lru_cache
from pathlib import Path
from typing import Literal

from babel import Locale
from babel.dates import format_date, format_skeleton, get_day_names
from babel.lists import format_list
from babel.numbers import (
    format_compact_decimal,
    format_currency,
    format_decimal,
    format_percent,
    get_currency_name,
    get_currency_symbol,
    get_decimal_symbol,
)

from helpers import context

FOLDER = Path(__file__).parent / "catalogues"
DOMAIN = "messages"
# Dates read "23 November 2026" in the British way; the catalogue is plain English.
_REGIONS = {"en": "en_GB", "el": "el_GR"}
EURO = "EUR"
_EUROS = re.compile(r"(?<!\{)\b(euros?|ευρώ)\b(?!\})", re.IGNORECASE)
"""The noun, wherever a message says it; not the name of a figure in braces."""
_settled: list[Callable[[], str]] = []


def follow(currency: Callable[[], str]) -> None:
    """From now on money is spoken of in the currency that this function names by its letters."""
    _settled[:] = [currency]


def currency() -> str:
    """The letters of the currency that a class reckons in: EUR, unless a pack says otherwise."""
    return _settled[0]() if _settled else EURO


def _in_currency(text: str) -> str:
    """A message of the course, whose euros are those of the class where it reckons in others."""
    if not _EUROS.search(text) or (code := currency()) == EURO:
        return text
    return _EUROS.sub(lambda found: _like(found[0], _noun(code, found[0])), text)


def _noun(code: str, said: str) -> str:
    """The noun of a currency where a message says euro or euros; its letters where it has none.

    What a currency is called is declined in Greek, so that its letters stand there.
    """
    if context.current().language != "en":
        return code
    name = get_currency_name(code, 2 if said.lower() == "euros" else 1, locale=region())
    # "US dollars": a class that reckons in them says dollars.
    return name.split()[-1].lower() if name != code else code


def _like(pattern: str, word: str) -> str:
    """The word in the capitals of another."""
    if pattern.isupper():
        return word.upper()
    return word[:1].upper() + word[1:] if pattern[:1].isupper() else word


@lru_cache(maxsize=8)
def _catalogue(language: str) -> gettext_module.NullTranslations:
    return gettext_module.translation(DOMAIN, FOLDER, languages=[language], fallback=True)


def _(message: str) -> str:
    """The message in the language of the context; an empty message stays empty."""
    if not message:
        return ""
    return _in_currency(_catalogue(context.current().language).gettext(message))


def N_(message: str) -> str:
    """The message itself, marked for the catalogue: whoever shows it translates it with ``_``.

    For words that stand in a declaration, which Python reads before a language is known.
    """
    return message


def N_plural(one: str, many: str) -> tuple[str, str]:
    """Both forms of a message, marked for the catalogue; shown with ``plural``."""
    return one, many


def plural(one: str, many: str, number: float, digits: int = 0, published: bool = False) -> str:
    """The form of the message that fits the number as it is printed, with ``digits`` decimals.

    What is ``published`` in euros stays in euros, whatever a class reckons in.

    Languages differ in what they count as one: English says 1 post and 1.0 posts, Greek says
    both alike. Babel knows; gettext has to be asked with a whole number.
    """
    shown = Decimal(f"{abs(number):.{digits}f}")
    # Anything that is not one and not the singular of any language stands for the rest.
    whole = int(shown) if not digits else 1 if region().plural_form(shown) == "one" else 2
    message = _catalogue(context.current().language).ngettext(one, many, whole)
    return message if published else _in_currency(message)


def in_words(count: int) -> str:
    """How many networks or options there are, as a sentence says it: three, four … or 13."""
    words = {
        3: _("three"),
        4: _("four"),
        5: _("five"),
        6: _("six"),
        7: _("seven"),
        8: _("eight"),
        9: _("nine"),
        10: _("ten"),
        11: _("eleven"),
        12: _("twelve"),
    }
    return words.get(count) or number(count)


def counted(one: str, many: str, value: float, **fields: str) -> str:
    """A whole number with its noun, in a message that holds it as ``{number}``."""
    return plural(one, many, value).format(number=number(value), **fields)


def too_long(most: int) -> str:
    """What is wrong with a text of more characters than that."""
    return counted(
        "is longer than {number} character; shorten it.",
        "is longer than {number} characters; shorten it.",
        most,
    )


def region() -> Locale:
    """The Babel locale of the present language."""
    return _region(context.current().language)


@lru_cache
def _region(language: str) -> Locale:
    return Locale.parse(_REGIONS.get(language, "en_GB"))


@lru_cache(maxsize=4096)  # a step of a slider writes some hundred figures, most of them again
def _decimal(value: float, pattern: str, language: str) -> str:
    text = format_decimal(value, pattern, locale=_region(language))
    return text.replace("-", "\N{MINUS SIGN}")


@lru_cache(maxsize=4096)
def _money(value: float, pattern: str, code: str, language: str) -> str:
    where = _region(language)
    text = format_currency(value, code, pattern, locale=where, currency_digits=False)
    return text.replace("-", "\N{MINUS SIGN}")


def number(value: float, digits: int = 0) -> str:
    """A number with exactly ``digits`` decimals; never a minus zero."""
    pattern = "#,##0" + ("." + "0" * digits if digits else "")
    return _decimal(round(value, digits) + 0.0, pattern, context.current().language)


def short_number(value: float) -> str:
    """A large number for an axis: 200K, 1.5M."""
    text = format_compact_decimal(value, fraction_digits=1, locale=region())
    return text.replace("-", "\N{MINUS SIGN}")


def euros(value: float, digits: int = 0) -> str:
    """Money of the class, whole or with cents: euros, unless a pack reckons in others."""
    pattern = "¤#,##0" + ("." + "0" * digits if digits else "")
    rounded = round(value, digits) + 0.0
    return _money(rounded, pattern, currency(), context.current().language)


def currency_sign() -> str:
    """The sign or the letters of the class's currency, as they stand beside a box."""
    return get_currency_symbol(currency(), locale=region())


def plain(value: float) -> str:
    """A number as it was stated, with at most four decimals."""
    # A cache takes minus nought for nought.
    return _decimal(value + 0.0, "#,##0.####", context.current().language)


def decimal_point() -> str:
    """What stands before the decimals."""
    return get_decimal_symbol(region())


def percent(share: float) -> str:
    """A share (0–1) as whole percent."""
    return format_percent(round(share, 2) + 0.0, locale=region())


def fine_percent(share: float, digits: int = 2) -> str:
    """A small share (0–1) as percent with ``digits`` decimals at most."""
    return format_percent(share, f"#,##0.{'#' * digits}%", locale=region())


def day(value: date) -> str:
    """A date in words."""
    return format_date(value, format="long", locale=region())


def short_day(value: date) -> str:
    """A date in short words, for tables."""
    return format_date(value, format="d MMM yyyy", locale=region())


def day_of_year(value: date) -> str:
    """A date without its year, for a plan whose year is said: 25 Jan."""
    return format_skeleton("MMMd", value, locale=region())


def weekdays(width: Literal["wide", "abbreviated"] = "wide") -> list[str]:
    """The names of the days from Monday, ``wide`` or ``abbreviated``."""
    names = get_day_names(width, locale=region())
    return [names[number] for number in range(7)]


def listing(items: list[str]) -> str:
    """Words joined as in a sentence: a, b and c."""
    return format_list(items, locale=region())


def either(items: list[str]) -> str:
    """Words joined as in a choice: a, b or c."""
    return format_list(items, style="or", locale=region())
