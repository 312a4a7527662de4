"""``pack.json``: each field is read alone, and what is wrong with it is told with its remedy."""

import json
import shutil
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator
from PIL import Image

from helpers import context, look
from helpers.data import reading, settings
from helpers.data.notice import Notice
from helpers.data.settings import Brand, Currency, Settings
from helpers.pack import checking

WHOLE = {
    "comment": ["for the class of November"],
    "title": "Hotels of the island",
    "start": "hotel",
    "lessons": [1, "popular_is_not_fit", "09", 14],
    "currency": {"code": "USD", "euro": 1.08, "as_of": "2026-11-20"},
    "brand": {
        "title": "Island School",
        "logo": "logo.png",
        "colours": {"accent": "#7A1F3D", "accent_dark": "#f0a0b8"},
        "footer": "Island School, 2026",
    },
}


def put(pack: Path, content: object) -> None:
    text = content if isinstance(content, str) else json.dumps(content)
    (pack / settings.FILE).write_text(text, encoding="utf-8")


def logo(pack: Path, size: tuple[int, int] = (40, 20)) -> None:
    Image.new("RGB", size, "#7a1f3d").save(pack / "logo.png")


def settled(pack: Path) -> tuple[Settings, list[str]]:
    """The settings of a pack, and every fault that is told of its file."""
    with context.using(pack=pack):
        tables = reading.load()
    told = [n for n in tables.notices if isinstance(n, Notice) and n.path == pack / settings.FILE]
    return replace(tables.settings, in_force=False), [
        fault for notice in told for fault in notice.every
    ]


def test_without_a_pack_and_without_the_file_nothing_is_settled(pack, data):
    assert data.settings == Settings()
    assert settled(pack) == (Settings(), [])


def test_a_whole_file_is_read(pack):
    put(pack, WHOLE)
    logo(pack)
    found, faults = settled(pack)
    assert faults == []
    assert found == Settings(
        title="Hotels of the island",
        start="hotel",
        lessons=("why", "popular_is_not_fit", "resources", "decision"),
        currency=Currency("USD", 1.08, date(2026, 11, 20)),
        brand=Brand(
            "Island School", pack / "logo.png", "#7a1f3d", "#f0a0b8", "Island School, 2026"
        ),
    )
    assert checking.check(pack).sound


def test_the_schema_is_one_and_declares_what_the_example_holds():
    rules = reading.settings_rules()
    Draft202012Validator.check_schema(rules)
    assert not list(Draft202012Validator(rules).iter_errors(WHOLE))
    assert set(rules["properties"]) == set(WHOLE)


@pytest.mark.parametrize(
    ("change", "field", "said"),
    [
        ({"title": 7}, "title", ["field title: 7", "must be text"]),
        ({"title": " "}, "title", ["field title", "must not be empty"]),
        ({"title": "x" * 61}, "title", ["field title", "60"]),
        ({"start": "hotal"}, "start", ["field start", "“hotel”"]),
        ({"start": "our_client"}, "start", ["field start", "our_client", "possible:", "museum"]),
        ({"start": 3}, "start", ["field start: 3", "must be text"]),
        ({"lessons": "why"}, "lessons", ["field lessons", "must be a list"]),
        ({"lessons": []}, "lessons", ["field lessons", "at least one"]),
        ({"currency": "USD"}, "currency", ["field currency", "group of fields"]),
        ({"currency": {"code": "USD", "euro": 1}}, "currency", ["currency", "as_of"]),
        ({"currency": {**WHOLE["currency"], "code": "usd"}}, "currency", ["like USD"]),
        ({"currency": {**WHOLE["currency"], "code": "USX"}}, "currency", ["USX", "no currency"]),
        ({"currency": {**WHOLE["currency"], "euro": "1,08"}}, "currency", ["1,08", "a number"]),
        ({"currency": {**WHOLE["currency"], "euro": 0}}, "currency", ["currency.euro: 0", "more"]),
        ({"currency": {**WHOLE["currency"], "as_of": "2026-02-30"}}, "currency", ["calendar"]),
        ({"currency": {**WHOLE["currency"], "as_of": "20.11.26"}}, "currency", ["2026-11-23"]),
        ({"brand": []}, "brand", ["field brand", "group of fields"]),
        ({"tilte": "x"}, "", ["tilte", "“title”"]),
    ],
)
def test_a_bad_field_is_told_and_left_out_alone(pack, change, field, said):
    logo(pack)
    put(pack, WHOLE)
    sound, _none = settled(pack)
    put(pack, {**WHOLE, **change})
    found, faults = settled(pack)
    assert faults and all(word in " ".join(faults) for word in (*said, "pack.json")), faults
    for name, value in vars(sound).items():
        kept = getattr(found, name)
        assert kept == getattr(Settings(), name) if name == field else kept == value, name
    assert not checking.check(pack).sound


@pytest.mark.parametrize(
    ("change", "field", "said"),
    [
        ({"title": ""}, "title", ["brand.title", "must not be empty"]),
        ({"footer": 3}, "footer", ["brand.footer: 3", "must be text"]),
        ({"colours": {"accent": "red"}}, "accent", ["brand.colours.accent", "#0a5bb0"]),
        ({"colours": {"accent": "#ffd000"}}, "accent", ["4.5 to 1", "darker"]),
        ({"colours": {"accent_dark": "#222222"}}, "accent_dark", ["4.5 to 1", "lighter"]),
        ({"logo": "lego.png"}, "logo", ["lego.png", "not in the pack", "“logo.png”"]),
        ({"logo": "logo.svg"}, "logo", ["logo.svg", "like logo.png"]),
        ({"logo": "../logo.png"}, "logo", ["leads out of the pack"]),
        ({"logo": "/etc/logo.png"}, "logo", ["leads out of the pack"]),
        ({"logo": "C:\\logo.png"}, "logo", ["leads out of the pack"]),
        ({"logo": "text.png"}, "logo", ["no sound PNG or JPG"]),
        ({"logo": "torn.png"}, "logo", ["no sound PNG or JPG"]),
        ({"logo": "large.png"}, "logo", ["no sound PNG or JPG"]),
        ({"logo": "heavy.png"}, "logo", ["larger than 1 MB"]),
        ({"logo": "link.png"}, "logo", ["is a link"]),
        ({"logo": "away/logo.png"}, "logo", ["is a link"]),
        ({"logo": "folder.png"}, "logo", ["not in the pack"]),
    ],
)
def test_a_bad_field_of_the_brand_is_left_out_alone(pack, tmp_path, change, field, said):
    logo(pack)
    outside = tmp_path / "outside"
    outside.mkdir()
    shutil.copy(pack / "logo.png", outside)
    (pack / "link.png").symlink_to(outside / "logo.png")
    (pack / "away").symlink_to(outside)
    (pack / "folder.png").mkdir()
    (pack / "text.png").write_text("no picture")
    (pack / "torn.png").write_bytes((pack / "logo.png").read_bytes()[:60])
    (pack / "heavy.png").write_bytes(b"0" * 1_000_001)
    Image.new("1", (4_001, 1)).save(pack / "large.png")
    brand = {**WHOLE["brand"], **change}
    put(pack, {**WHOLE, "brand": brand})
    found, faults = settled(pack)
    assert len(faults) == 1 and all(word in faults[0] for word in said), faults
    assert getattr(found.brand, field) == getattr(Brand(), field)
    assert (found.title and found.brand.title) or field == "title"


def test_a_lesson_that_is_none_is_left_out_and_the_others_stay(pack):
    put(pack, {"lessons": ["why", "resource", 1, 99, "decision", True, None]})
    found, faults = settled(pack)
    assert found.lessons == ("why", "decision")
    told = "\n".join(faults)
    assert "lessons.2" in told and "“resources”" in told
    assert "there already" in told and "99 is no lesson; write its number (0 to 14)" in told
    assert len(faults) == 5


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("", "empty"),
        ('{"title": "x"', "breaks off"),
        ("[1]", "must hold a group of fields"),
        ('{"title": "x", "title": "y"}', "stands twice"),
        ("[" * 5000, "nested too deeply"),
        ('{"title": "' + "x" * 600_000 + '"}', "larger than"),
    ],
)
def test_a_damaged_file_settles_nothing_and_is_told(pack, content, said):
    put(pack, content)
    found, faults = settled(pack)
    assert found == Settings() and len(faults) == 1 and said in faults[0], faults


def test_a_link_a_folder_or_a_wrong_name_is_told_as_for_other_files(pack):
    (pack / settings.FILE).mkdir()
    assert settled(pack)[0] == Settings() and "is a folder" in settled(pack)[1][0]
    (pack / settings.FILE).rmdir()
    (pack / settings.FILE).symlink_to(pack / "nowhere.json")
    assert settled(pack)[0] == Settings() and "leads nowhere" in settled(pack)[1][0]
    (pack / settings.FILE).unlink()
    (pack / "packs.json").write_text("{}")
    (notice,) = checking.check(pack).notices
    assert "did you mean pack.json?" in notice


def test_a_schema_in_a_pack_does_not_count(pack):
    (pack / settings.SCHEMA).write_text("{}")
    put(pack, {"title": 7})
    assert settled(pack)[1] and not settled(pack)[0].title


def test_a_change_of_the_file_or_of_the_logo_is_found(pack):
    put(pack, WHOLE)
    assert settled(pack)[0].brand.logo is None
    logo(pack)
    assert settled(pack)[0].brand.logo == pack / "logo.png"
    put(pack, {"title": "Another"})
    assert settled(pack)[0].title == "Another"


def test_contrast_is_reckoned_as_wcag_does():
    assert look.contrast("#ffffff", "#000000") == pytest.approx(21)
    assert look.contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)
    for theme in look.THEMES.values():
        assert look.contrast(theme["accent"], theme["paper"]) >= settings.LEAST_CONTRAST
