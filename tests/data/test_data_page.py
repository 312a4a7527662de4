"""``docs/data.md`` tells trainers what they may change, from what the course itself reads."""

import json

from helpers import context
from tools import data_page


def test_the_page_is_current():
    for path, text in data_page.build().items():
        assert path.read_text(encoding="utf-8") == text, "run python -m tools data_page --write"


def test_every_column_says_what_it_holds():
    package = json.loads((context.CHECKOUT / "data" / "datapackage.json").read_text("utf-8"))
    for resource in package["resources"]:
        for field in resource["schema"]["fields"]:
            assert field.get("description"), (resource["name"], field["name"])


def test_rules_are_told_as_the_checks_have_them():
    (text,) = data_page.build().values()
    levels = text.split("`levels.csv`")[1].split("##")[0]
    assert "not added or left out" in levels
    networks = text.split("`networks.csv`")[1].split("##")[0]
    assert "a pack may add rows" in networks and "audience_basis" in networks
    assert "| `gate_G1a` |" in text and "`schema_version` | Version of this file | `5` |" in text


def test_every_field_of_the_settings_of_a_pack_is_told():
    (text,) = data_page.build().values()
    told = text.split("## What holds for a whole class")[1].split("\n## ")[0]
    for name in ("title", "lessons", "currency.euro", "brand.colours.accent_dark"):
        assert f"| `{name}` |" in told
    assert "text like `USD` | yes" in told and "`logo.png`" in told
