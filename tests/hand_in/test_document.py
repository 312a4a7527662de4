"""What a hand-in holds, and how files of any kind are read as one."""

import json

import pytest

from helpers import company
from helpers.company import Company
from helpers.findings import Findings
from helpers.hand_in import document

RECORDS = {
    "predictions": {
        "why": [
            {"value": "three", "confidence": 0.7, "about": "case:machine_parts", "right": True},
            {"value": "one", "confidence": 0.9, "about": "case:machine_parts", "right": False},
            {"value": "two", "confidence": 0.5, "about": "own:Secret & Sons", "right": False},
        ]
    },
    "quizzes": {"why": {"no_aim": 0}},
    "decisions": {"why": {"choice": "go_on", "reason": "Secret reason", "confidence": 0.7}},
}


def own() -> Company:
    case = company.case_document("machine_parts")
    return Company.from_document(
        {**case, **RECORDS, "name": "Secret & Sons", "identity": "Secret & Sons", "invented": False}
    )


@pytest.fixture
def made(data):
    return document.make(Findings(own(), data), "Fox", "t1")


def test_nothing_but_the_nickname_names_the_learner_or_the_firm(made):
    assert "Secret" not in json.dumps(made)
    assert made["nickname"] == "Fox" and made["firm"] == document.OWN
    assert made["decisions"] == {"why": {"choice": "go_on", "confidence": 0.7}}


def test_the_words_of_a_learner_are_shown_on_demand_alone(data):
    made = document.make(Findings(own(), data), "Fox", "t1", with_words=True)
    assert made["firm_name"] == "Secret & Sons"
    assert made["decisions"]["why"]["reason"] == "Secret reason"


def test_the_first_attempt_about_each_firm_counts(made):
    values = [(one["about"], one["value"]) for one in made["predictions"]["why"]]
    assert values == [("case:machine_parts", "three"), (document.OWN, "two")]


def test_what_is_written_is_read_back(made):
    read, faults = document.parse(document.written(made), "x.json")
    assert faults == []
    assert read.nickname == "Fox" and read.quizzes["why"]["no_aim"] == 0
    assert read.verdicts == made["verdicts"] and len(read.verdicts) >= 8


@pytest.mark.parametrize(
    ("raw", "said"),
    [
        (b"", "is empty"),
        (b"\xff\xfe\x00", "holds no text"),
        (b"[1, 2]", "is not a hand-in"),
        (b'{"name": "A firm", "schema_version": 9}', "is not a hand-in"),
        (b'{"hand_in_version": 2, "nickname": "a", "token": "b"}', "newer course"),
        (b'{"hand_in_version": 1, "nickname": "a"', "row 1"),
        (b'{"hand_in_version": 1, "nickname": "a"}', "token"),
    ],
)
def test_what_is_no_hand_in_gets_a_sentence(raw, said):
    read, faults = document.parse(raw, "x.json")
    assert read is None and len(faults) == 1
    assert "x.json" in faults[0] and said in faults[0]


def test_a_damaged_piece_is_left_out_and_the_rest_counts(made):
    broken = {**made, "quizzes": {"why": {"no_aim": -1}}, "extra": 1}
    read, faults = document.parse(document.written(broken), "x.json")
    assert read.quizzes == {"why": {}} and read.predictions["why"]
    assert any("quizzes.why.no_aim" in one for one in faults) and any("extra" in o for o in faults)
