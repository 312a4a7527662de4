"""The memo as one HTML page that stands alone: pictures and their words are inside."""

from typing import TYPE_CHECKING

from helpers.memo.document import Dated, Links, Memo, Picture, Plan, Quote
from helpers.views.words import Table

if TYPE_CHECKING:
    from markupsafe import Markup

TEMPLATE = "memo.html.j2"


def to_html(memo: Memo) -> str:
    """One page that stands alone and prints on A4."""
    from jinja2 import Environment, PackageLoader, select_autoescape

    loader = PackageLoader("helpers.memo", ".")
    environment = Environment(
        loader=loader,
        autoescape=select_autoescape(default=True),
        trim_blocks=True,
        lstrip_blocks=True,
    )
    kinds = {"picture": Picture, "links": Links, "table": Table, "list": tuple}
    kinds |= {"plan": Plan, "dated": Dated, "quote": Quote}
    for name, kind in kinds.items():
        environment.tests[name] = lambda block, kind=kind: isinstance(block, kind)
    environment.filters["css"] = css
    return environment.get_template(TEMPLATE).render(memo=memo)


def css(text: str) -> "Markup":
    """A text as a string of a style sheet: whatever is no letter or figure by its number."""
    from markupsafe import Markup  # comes with jinja2

    plain = (c if c.isalnum() and c.isascii() else f"\\{hex(ord(c))[2:]} " for c in text)
    return Markup(f'"{"".join(plain)}"')
