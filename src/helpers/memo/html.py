"""The memo as one HTML page that stands alone: pictures and their words are inside."""

from helpers.memo.document import Links, Memo, Picture
from helpers.views.words import Table

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
    environment.tests["picture"] = lambda block: isinstance(block, Picture)
    environment.tests["links"] = lambda block: isinstance(block, Links)
    environment.tests["table"] = lambda block: isinstance(block, Table)
    environment.tests["list"] = lambda block: isinstance(block, tuple)
    return environment.get_template(TEMPLATE).render(memo=memo)
