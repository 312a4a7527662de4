"""Where figures come from: links that can be followed safely, and where a trainer changes them."""

from dataclasses import replace
from types import MappingProxyType

from helpers.lessons.resources import Resources
from helpers.views import sources


def test_trainers_are_sent_to_their_pack_and_not_to_the_folder_of_the_course():
    words = sources.ledger_intro()
    assert "pack/assumptions.csv" in words and "data/" not in words


def test_address_that_is_none_of_the_web_is_no_link(data):
    used = sources.used(Resources().results())
    rows = {
        key: replace(row, url="javascript:alert(1)", publisher=f"{row.publisher} [a](b)")
        for key, row in data.evidence.items()
    }
    hostile = replace(data, evidence=MappingProxyType(rows))
    words = sources.markdown(hostile, used)
    assert sources.published(hostile, used)
    assert "javascript" not in words and "](" not in words


def test_a_lesson_folds_its_sources_under_their_number(data):
    read = frozenset({"assumption:wage", "assumption:making_text"})
    said = sources.folded(data, read)
    figures = len(sources.published(data, read))
    summary = f"{figures} published figures and 2 assumptions"
    assert said.startswith(f"<details><summary>{summary}</summary>\n\n")
    assert said.endswith("\n\n</details>") and sources.markdown(data, read) in said
