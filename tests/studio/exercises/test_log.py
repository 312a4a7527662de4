"""Decision log: what it wants, and what it does with entries of strangers."""

from datetime import date

from helpers import company
from helpers.company import CompanyFile
from helpers.lessons.resources import Resources
from helpers.studio.exercises.log import DecisionLog


def saved() -> company.Company:
    return CompanyFile().load()[0]


def test_log_wants_a_reason_and_a_day_ahead():
    part = Resources().log()
    part.write()
    assert "reason" in part.stage.headline
    part.reason.value = "9.8 h are missing"
    part.review_on.value = date(2026, 11, 23)
    part.write()
    assert "ahead" in part.stage.headline
    assert saved().records["decisions"] == {}
    part.review_on.value = date(2027, 2, 1)
    part.write()
    assert "1 February 2027" in part.stage.headline
    entry = saved().records["decisions"]["resources"]
    assert (entry["reason"], entry["review_on"]) == ("9.8 h are missing", "2027-02-01")


def test_log_of_a_stranger_is_shown_calmly():
    entry = {"choice": "gone", "confidence": 3, "review_on": "someday", "reason": 5}
    part = DecisionLog("resources", [("Go", "go")], entry, Resources().save)
    assert (part.choice.value, part.confidence.value, part.reason.value) == ("go", 0.5, "5")
