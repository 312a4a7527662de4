"""Words of a pack or of a learner stay words in every part of every lesson."""

import re
from pathlib import Path

import ipywidgets as widgets
import pytest

from helpers import context
from helpers.company import CompanyFile
from helpers.data import reading
from helpers.lessons.popular_is_not_fit import PopularIsNotFit
from tests import injection
from tests.lessons.parts import all_parts, commit, lesson_classes

DATA = context.CHECKOUT / "data"
TAG = "<script>a()</script>"
HOSTILE = f"{TAG}<img src=x onerror=a()> ![p](https://example.org/p.png) $x$ [l](javascript:a()) `c"
TAGS = r"<(script|img|svg|iframe|object|embed|video|audio|link|meta|base|form|body)"
MARKS = TAGS + r"|!\[|\]\(\w+script|\$"


@pytest.fixture(scope="module")
def pack(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return injection.pack(tmp_path_factory.mktemp("pack"))


def pages(widget: widgets.Widget) -> list[str]:
    """Everything below a widget that the page takes as HTML."""
    found = [widget.value] if isinstance(widget, widgets.HTML) else []
    found += [getattr(widget, name) for name in ("remarks", "table") if hasattr(widget, name)]
    for child in getattr(widget, "children", ()):
        found += pages(child)
    return found


@pytest.mark.parametrize("lesson_class", lesson_classes(), ids=lambda c: c.slug)
def test_nothing_of_a_pack_or_a_company_runs_is_drawn_or_typeset(lesson_class, pack):
    CompanyFile().save(
        {
            "name": f"A {TAG} $x$",
            "trade": HOSTILE,
            "people": [{"name": f"B {TAG}", "hours": 4}],
            "stand_in": "C <img src=x onerror=a()>",
            "swot": [{"box": "strength", "text": HOSTILE[:120], "proof": HOSTILE[:120]}],
            "objective": {"metric": HOSTILE[:120], "owner": f"D {TAG}", "baseline": 1, "target": 2},
            "topics": [HOSTILE[:120]],
            "whys": [HOSTILE],
        }
    )
    with context.using(pack=pack):
        assert reading.load().notices == ()
        lesson = lesson_class()
        assert lesson.notices == []
        commit(lesson)
        parts = {name: (part, part.to_markdown()) for name, part in all_parts(lesson).items()}
        assert sum("&lt;" in words for _part, words in parts.values()) >= 5
        for name, (part, words) in parts.items():
            assert not re.search(MARKS, words, re.I), name
            view = getattr(part, "view", None)
            for page in pages(view) if view else []:
                assert not re.search(TAGS, page, re.I), name


def test_a_formula_in_the_name_of_a_network_is_drawn_as_it_stands(tmp_path):
    text = (DATA / "networks.csv").read_text(encoding="utf-8")
    (tmp_path / "networks.csv").write_text(
        text.replace("Facebook", r"$\wrong{$").replace("LinkedIn", "$"), encoding="utf-8"
    )
    with context.using(pack=tmp_path):
        studio = PopularIsNotFit().explore_studio()
        studio.stage.screen = {"width": 660, "ratio": 1, "theme": "light"}
    assert studio.error is None and studio.stage.image
