"""The command that draws pictures: those of the docs, and any studio at every width and theme."""

import io
import re

import pytest
from PIL import Image

from helpers import context, look
from tools import __main__ as tools
from tools import pictures

DOCS = context.CHECKOUT / "docs"


def test_a_studio_is_drawn_at_every_width_in_both_themes(tmp_path, capsys):
    assert tools.main(["pictures", "resources-own", "--to", str(tmp_path)]) == 0
    drawn = {path.name: Image.open(path) for path in tmp_path.iterdir()}
    assert len(drawn) == len(look.WIDTHS) * len(look.THEMES) == capsys.readouterr().out.count("\n")
    for width in look.WIDTHS:
        image = drawn[f"resources-own-{width}-dark.png"]
        assert image.width == pictures.RATIO * width
        assert image.convert("RGB").getpixel((0, 0)) == (17, 17, 17)


def test_an_unknown_studio_is_an_error():
    with pytest.raises(KeyError, match="resources-nothing"):
        pictures.build(["resources-nothing"])


def test_the_pictures_of_the_docs_are_those_that_the_command_draws():
    """Their sizes follow the code; their bytes may differ with the machine's libraries."""
    drawn = pictures.build([])
    named = set(re.findall(r"images/(\S+?\.png)", (DOCS / "style.md").read_text("utf-8")))
    assert drawn.keys() <= named
    for name, png in drawn.items():
        kept = Image.open(DOCS / "images" / name)
        assert kept.size == Image.open(io.BytesIO(png)).size, name
