"""Objective: what is missing is named, what cannot be is refused."""

from datetime import date

from helpers import company
from helpers.company import CompanyFile
from helpers.lessons.why import WhyLesson


def saved() -> company.Company:
    return CompanyFile().load()[0]


def test_objective_names_what_is_missing():
    part = WhyLesson().objective()
    part.parts["metric"].value = "Enquiries"
    part.parts["baseline"].value = "a few"
    part.write()
    assert "“a few” must be a number" in part.stage.headline
    for text in ("nan", "inf"):
        part.parts["baseline"].value = text
        part.write()
        assert f"“{text}” must be a number" in part.stage.headline
    for text in ("1,200", "1.200"):
        part.parts["baseline"].value = text
        part.write()
        assert f"“{text}” can be read as 1.2 or as 1200" in part.stage.headline
    part.parts["baseline"].value = "0"
    part.write()
    assert "Target" in part.stage.headline and "Deadline" in part.stage.headline
    part.parts["target"].value = "0"
    part.write()
    assert "nothing would change" in part.stage.headline
    part.parts["target"].value = "12,5"
    part.parts["deadline"].value = date(2026, 1, 1)
    part.write()
    assert "past" in part.stage.headline
    part.parts["deadline"].value = date(2027, 11, 23)
    part.parts["owner"].value = "Sales engineer"
    part.whys[0].value = "because buyers forget us"
    part.write()
    assert "can miss" in part.stage.headline
    assert saved().objective["target"] == 12.5
    assert saved().whys == ("because buyers forget us",)
    assert WhyLesson().objective().parts["target"].value == "12.5"
