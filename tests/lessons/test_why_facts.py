"""The facts beside the prediction of lesson 01: what the model reads, and enough for a pencil."""

import re

import pytest

from helpers import company
from helpers.lessons.why import WhyLesson
from helpers.models import fit, whys
from tests.lessons.parts import notebook_of
from tests.lessons.test_why import of_case

STEPS = {0: "hardly", 1: "hardly", 2: "somewhat", 3: "well", 4: "very well"}
"""A rating, and a share of what is wanted in steps of a quarter, as the prediction says it."""


def facts_of(data) -> dict[str, tuple[str, ...]]:
    """The table of the prediction, from the ratings and the firm's own case file."""
    options = ("none", "facebook", "linkedin", "youtube")
    known = of_case("machine_parts", data)
    rated = data.ratings.set_index(["network", "dimension", "item"])["rating"]

    def rating(option: str, aim: str) -> int:
        if aim == "leads":
            return int(rated[option, "leads", known.market])
        return int(rated[option, "purpose", aim])

    table = {
        data.name("purpose", aim): tuple(STEPS[rating(option, aim)] for option in options)
        for aim in data.keys("purpose")
    }
    parts = fit.criteria(known, data).loc[list(options)]
    table["*People that can be won*"] = tuple(f"{share:.0%}" for share in parts["audience"])
    table["*Petrakis can make what is wanted there*"] = tuple(
        STEPS[round(4 * share)] for share in parts["content"]
    )
    return table


def test_the_table_of_the_prediction_is_what_the_model_reads(data):
    """Prose is written by hand; with these facts and steps a pencil comes to the answer."""
    cells = {cell["id"]: "".join(cell["source"]) for cell in notebook_of(WhyLesson)["cells"]}
    told = cells["predict-title"]
    rows = [re.split(r"\s*\|\s*", line.strip("| ")) for line in told.splitlines() if "|" in line]
    assert rows[0] == ["Website first", "Facebook", "LinkedIn", "YouTube"]
    assert {name: tuple(said) for name, *said in rows[2:]} == facts_of(data)
    weights = of_case("machine_parts", data).weights
    points = {key: weight / sum(weights.values()) * 10 for key, weight in weights.items()}
    assert points["purpose"] / 4 == 1
    assert points["content"] / 4 == pytest.approx(0.6, abs=0.03)
    assert points["audience"] / 10 == pytest.approx(1 / 3, abs=0.02)
    assert "the ten asked and the survey together" in told
    assert company.case("machine_parts").asked == 10


def test_a_pencil_comes_from_the_facts_to_the_answer(data):
    """Words as whole steps, a tie under half a point, networks that the table does not show out."""
    table, value = facts_of(data), {"hardly": 1, "somewhat": 2, "well": 3, "very well": 4}
    people = [int(said.rstrip("%")) for said in table.pop("*People that can be won*")]
    made = [value[said] for said in table.pop("*Petrakis can make what is wanted there*")]
    rest = [p / 30 + 0.6 * m for p, m in zip(people, made, strict=True)]
    right = 0
    for said in table.values():
        points = [value[s] + r for s, r in zip(said, rest, strict=True)]
        right += max(points) - points[2] < 0.5
    assert right == WhyLesson().truth().value
    # Who counts the steps for the aim alone says two: the other facts make Reputation a tie.
    alone = [said for said in table.values() if value[said[2]] == max(map(value.get, said))]
    assert len(alone) == 2
    shown = {"none", "facebook", "linkedin", "youtube"}
    assert set(whys.whys(of_case("machine_parts", data), data).fits.index) == shown
