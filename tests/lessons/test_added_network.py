"""A network that a pack adds is in every lesson, control, company file and memo."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from helpers import company, context, findings
from helpers.company import Company, CompanyFile
from helpers.data import checks, reading
from helpers.lessons.decision import TheDecision
from helpers.lessons.popular_is_not_fit import PopularIsNotFit
from helpers.lessons.your_company import YourCompany
from helpers.memo.compose import compose
from helpers.memo.writing import write
from helpers.models import turning
from helpers.studio.studio import Studio
from tests.lessons import added, sentences
from tests.lessons.added import AGORA, BLUESKY, Added
from tests.lessons.parts import all_parts, commit, lesson_classes
from tests.lessons.test_sweep import settings


@pytest.fixture(params=[BLUESKY, AGORA], ids=lambda network: network.key)
def network(request: pytest.FixtureRequest) -> Added:
    return request.param


@pytest.fixture
def in_pack(network: Added, tmp_path: Path) -> Iterator[Path]:
    """The course with a pack that adds the network, and a firm that argues about it."""
    pack = added.fill(tmp_path / "pack", network)
    with context.using(pack=pack):
        CompanyFile().save(about(network))
        yield pack


def about(network: Added) -> dict[str, object]:
    """What a firm says about the network."""
    return {
        "asked": 10,
        "weekly": {network.key: 7},
        "following": {network.key: 0.1},
        "silent_months": {network.key: 4},
        "networks": [network.key],
    }


@pytest.mark.parametrize("lesson_class", lesson_classes(), ids=lambda c: c.slug)
def test_every_part_and_control_works_with_an_added_network(
    lesson_class, network, in_pack, monkeypatch
):
    monkeypatch.setattr(turning, "_flip", lambda *facts: None)
    lesson = lesson_class()
    assert lesson.notices == []
    assert lesson.tables.network_keys[-1] == network.key
    commit(lesson)
    for part, content in all_parts(lesson).items():
        assert content.to_markdown(), part
    for name, make in lesson.studios().items():
        studio = make()
        for values in settings(studio):
            studio.set(**values)
            assert studio.error is None, (name, values, studio.error)
            sentences.check(studio.words, name, values)


@pytest.mark.parametrize("network", [AGORA], indirect=True, ids=["agora"])
@pytest.mark.parametrize("lesson_class", lesson_classes(), ids=lambda c: c.slug)
def test_every_picture_can_be_drawn_with_an_added_network(lesson_class, in_pack, monkeypatch):
    monkeypatch.setattr(turning, "_flip", lambda *facts: None)
    lesson = lesson_class()
    for name, make in lesson.studios().items():
        studio = make()
        studio.stage.screen = {"width": 540, "ratio": 1, "theme": "dark"}
        assert studio.error is None, (name, studio.error)
        assert studio.stage.image.startswith(b"\x89PNG"), name


def offered(studio: Studio) -> bool:
    """Whether a control of a studio offers a choice of networks."""
    return "networks" in studio.controls


def test_an_added_network_can_be_chosen_wherever_networks_are(network, in_pack):
    studios = [make() for c in lesson_classes() for make in c().studios().values()]
    choosing = [studio for studio in studios if offered(studio)]
    assert choosing
    for studio in choosing:
        studio.set(networks=(network.key,))
        assert studio.error is None and network.name in studio.words.table.to_markdown()


def test_the_question_counts_the_networks_that_there_are(network, in_pack):
    """The partner's pages are the first of the list: a network with most people is among them."""
    question = PopularIsNotFit().question()
    assert (network.name in question.text) == (network.key == "agora")


def test_a_company_file_keeps_what_is_said_of_an_added_network(network, in_pack):
    known, notice = CompanyFile().load()
    assert notice == ""
    assert (known.weekly[network.key], known.following[network.key]) == (7, 0.1)
    assert known.silent_months == {network.key: 4} and known.networks == (network.key,)
    known, _kept = CompanyFile().save({"vetoes": [network.key]})
    assert known.vetoes == (network.key,) and known.weekly[network.key] == 7


def test_a_company_file_written_before_the_network_was_added_stays_valid(network, in_pack):
    path = CompanyFile().path
    path.write_text(json.dumps(company.case_document("hotel")), encoding="utf-8")
    known, notice = CompanyFile().load()
    assert notice == ""
    assert known.weekly[network.key] == 0 and known.following[network.key] == 0
    assert network.key not in known.silent_months


def test_a_company_file_says_calmly_which_network_is_gone(network, in_pack):
    with context.using(pack=None):
        known, notice = CompanyFile().load()
    assert f"weekly: {network.key} is not in networks.csv" in notice
    assert "untouched" in notice and network.key not in known.weekly
    assert CompanyFile().load()[0].weekly[network.key] == 7


def test_the_forms_ask_about_an_added_network(network, in_pack):
    form = YourCompany().form()
    form.fields[f"weekly.{network.key}"].value = 9
    assert form.fields[f"weekly.{network.key}"].label == network.name
    form.button.click()
    facts = TheDecision().facts()
    assert facts.profiles.checks.value == (network.key,)
    facts.profiles.months[network.key].value = 6
    facts.button.click()
    known = CompanyFile().load()[0]
    assert known.weekly[network.key] == 9 and known.silent_months == {network.key: 6}


@pytest.mark.parametrize("ending", [".docx", ".html"])
def test_a_memo_names_an_added_network(network, in_pack, ending, tmp_path, monkeypatch):
    monkeypatch.setattr(turning, "_flip", lambda *facts: None)
    known, data = CompanyFile().load()[0], reading.load()
    written = compose(findings.Findings(known, data))
    path = write(written, tmp_path / f"memo{ending}")
    assert path.stat().st_size > 1000
    if ending == ".html":
        assert network.name in path.read_text(encoding="utf-8")


# What a network needs, each left out once: what the sentence names.
LEFT_OUT = {
    "a rating": (
        lambda file, row: row.get("item") != "community",
        ["ratings.csv", "column network", "bluesky purpose community"],
    ),
    "leads of a market": (
        lambda file, row: (row.get("dimension"), row.get("item")) != ("leads", "b2b"),
        ["ratings.csv", "column network", "bluesky leads b2b"],
    ),
    "a format that it posts": (
        lambda file, row: row.get("dimension") != "format",
        ["ratings.csv", "column network", "bluesky format text"],
    ),
    "a level": (
        lambda file, row: file != "cadence.csv" or row["level"] != "lean",
        ["cadence.csv", "column network", "bluesky lean"],
    ),
    "all posts": (
        lambda file, row: file != "cadence.csv",
        ["cadence.csv", "bluesky lean", "2 more"],
    ),
    "an assumption": (
        lambda file, row: row.get("key") != "half_life_bluesky",
        ["assumptions.csv", "column key", "half_life_bluesky"],
    ),
    "its users": (
        lambda file, row: row.get("key") != "users_bluesky",
        ["assumptions.csv", "column key", "users_bluesky"],
    ),
}


@pytest.mark.parametrize("name", LEFT_OUT)
def test_a_network_without_a_row_it_needs_is_left_out_with_a_sentence(name, tmp_path, data):
    keep, named = LEFT_OUT[name]
    with context.using(pack=added.fill(tmp_path / "pack", BLUESKY, keep)):
        found = reading.load()
        (told,) = found.notices
        for word in (*named, "add it", "without “Bluesky”"):
            assert word in told, told
        assert found.network_keys == data.network_keys
        assert not {"bluesky"} & {*found.ratings["network"], *found.cadence["network"]}
        assert "bluesky" not in Company.from_document(company.case_document("hotel")).weekly


def test_a_network_that_a_survey_should_count_needs_its_row_of_evidence(tmp_path):
    pack = added.fill(tmp_path / "pack", BLUESKY)
    rows = added.rows_of(BLUESKY)["networks.csv"]
    rows = [*added.read("networks.csv"), {**rows[0], "audience_basis": "total"}]
    added.write(pack, "networks.csv", rows)
    with context.using(pack=pack):
        (told,) = reading.load().notices
        assert "evidence/audience.csv" in told and "bluesky ever_use total" in told
        survey = added.read("evidence/audience.csv")
        total = next(r for r in survey if r["network"] == "threads" and r["dimension"] == "total")
        total = {**total, "id": "audi-900", "network": "bluesky", "value": "6"}
        added.write(pack, "evidence/audience.csv", [*survey, total])
        found = reading.load()
        assert found.notices == () and found.network_keys[-1] == "bluesky"


@pytest.mark.parametrize("file", ["ratings.csv", "cadence.csv"])
def test_a_row_of_a_network_that_no_table_names_is_told(file, tmp_path, data):
    rows = [*added.read(file), *added.rows_of(BLUESKY)[file]]
    added.write(tmp_path / "pack", file, rows)
    with context.using(pack=tmp_path / "pack"):
        (told,) = reading.load().notices
    number = len(added.read(file)) + 2
    for word in (f"{file}, row {number}, column network", "“bluesky”", "networks.csv"):
        assert word in told, told


def test_a_pack_cannot_take_a_network_of_the_course_away(tmp_path, data):
    rows = [row for row in added.read("networks.csv") if row["network"] != "pinterest"]
    added.write(tmp_path / "pack", "networks.csv", rows)
    with context.using(pack=tmp_path / "pack"):
        (told,) = reading.load().notices
        assert "networks.csv" in told and "“pinterest” is missing" in told
        assert reading.load().network_keys == data.network_keys


def test_posts_of_no_network_are_told(tmp_path):
    rows = added.read("cadence.csv")
    added.write(tmp_path / "pack", "cadence.csv", [*rows, {**rows[0], "network": "none"}])
    with context.using(pack=tmp_path / "pack"):
        (told,) = reading.load().notices
    assert "cadence.csv" in told and "“none”" in told and "remove this row" in told


FAULTS_OF_A_NETWORK = {
    "no colour": ({"colour": ""}, ["column colour", "empty"]),
    "a colour by name": ({"colour": "blue"}, ["column colour", "“blue”", "#"]),
    "another's colour": ({"colour": "#3d74c7"}, ["column colour", "already"]),
    "another's place": ({"position": "3"}, ["column position", "already"]),
    "too far down": ({"position": "13"}, ["column position", "12"]),
    "a key of two words": ({"network": "Blue Sky"}, ["column network", "“Blue Sky”"]),
    "a key with a meaning": ({"network": "best"}, ["column network", "another meaning"]),
    "a key like another's": ({"network": "set2"}, ["column network", "another meaning"]),
    "the key of an action": ({"network": "film"}, ["column network", "another meaning"]),
    "nobody counts": ({"audience_basis": ""}, ["column audience_basis", "empty"]),
}


@pytest.mark.parametrize("name", FAULTS_OF_A_NETWORK)
def test_a_fault_in_an_added_network_gets_a_sentence(name, tmp_path, data):
    change, named = FAULTS_OF_A_NETWORK[name]
    own = {**added.rows_of(BLUESKY)["networks.csv"][0], **change}
    added.write(tmp_path / "pack", "networks.csv", [*added.read("networks.csv"), own])
    with context.using(pack=tmp_path / "pack"):
        found = reading.load()
    assert len(found.notices) == 1 and found.network_keys == data.network_keys
    row = len(data.networks) + 2  # below the header and the course's own
    for word in (f"networks.csv, row {row}", *named):
        assert word in found.notices[0], found.notices[0]


def test_no_network_can_take_the_name_of_another_figure(data):
    """``best.hours`` would be written over by the hours of a network called best."""
    results = [result for c in lesson_classes() for result in c().results()]
    heads = {key.split(".")[0] for result in results for key in result if "." in key}
    named = {*checks.TAKEN, *data.actions.index, *data.terms.index.get_level_values("key")}
    heads = {head.rstrip("0123456789") for head in heads}
    assert heads - {*data.option_keys} <= named
