"""Lesson 13: worth most in doubt, nothing where no answer turns the choice; what has to be true."""

import pytest

from helpers import company
from helpers.company import CompanyFile
from helpers.lessons.ask_an_expert import AskAnExpert


def about(case: str, **facts: object) -> AskAnExpert:
    """The lesson about a case company, with some of its facts changed."""
    document = company.case_document(case)
    document.pop("schema_version")
    CompanyFile().save({**document, **facts})
    return AskAnExpert()


def said(text: str) -> str:
    return text.replace("\N{NO-BREAK SPACE}", " ")


def test_advice_is_worth_most_in_doubt():
    studio = AskAnExpert().explore_studio()
    worth = []
    for odds in (0.0, 0.35, 1.0):
        studio.set(odds=odds)
        worth.append(studio.result.value("evsi"))
    assert worth[0] == worth[2] == 0 < worth[1]
    assert "worth nothing" in studio.stage.headline


@pytest.mark.parametrize("who", ["yes", "coin"])
def test_an_answer_without_news_is_worth_nothing(who):
    studio = AskAnExpert().explore_studio()
    assert studio.result.value("evsi") > 0
    studio.preset(who)
    assert studio.result.value("evsi") == 0 and "worth nothing" in studio.stage.headline


def test_a_fee_above_every_payoff_is_refused_calmly():
    studio = AskAnExpert().explore_studio()
    studio.set(fee=3000.0)
    assert studio.error is None and "decide without it" in studio.stage.headline
    assert "At no odds" in studio.stage.remarks


@pytest.mark.parametrize(
    ("case", "worth"),
    [("machine_parts", 218), ("hotel", 171), ("cosmetics", 0), ("physiotherapy", 459.5)],
)
def test_the_worth_of_an_answer_at_even_odds(case, worth):
    assert about(case).truth().value == pytest.approx(worth, abs=0.6)


def test_the_remark_says_where_asking_turns():
    remarks = about("physiotherapy").explore_studio().stage.remarks
    assert "he sees 65% of the bad cases, or 74% of the good ones" in remarks
    assert "between 47% and 60%" in remarks


def test_who_does_not_aim_at_sales_is_shown_the_sums_of_another_firm():
    lesson = about("museum")
    studio = lesson.explore_studio()
    assert "does not aim at sales" in studio.stage.remarks
    assert studio.result.value("evsi") == about("software").truth().value


@pytest.mark.parametrize(
    "objective",
    [
        {"baseline": 48, "target": 24},
        {"baseline": None, "target": None},
    ],
)
def test_an_objective_that_falls_or_is_missing_is_calm(objective):
    known = company.case_document("machine_parts")["objective"]
    lesson = about("machine_parts", objective={**known, **objective})
    studio = lesson.explore_studio()
    assert studio.error is None and "no sum of euros yet" in studio.stage.remarks


def test_a_firm_whose_networks_are_all_stopped_is_calm():
    networks = list(AskAnExpert().tables.network_keys)
    lesson = about("machine_parts", vetoes=networks)
    for make in lesson.studios().values():
        assert make().error is None
    assert "stopped" in lesson.question().text


def test_the_presence_pays_from_a_number_of_customers_or_never():
    studio = AskAnExpert().own_studio()
    assert "It pays from" in studio.stage.remarks
    studio.set(contribution=0.0)
    assert studio.error is None and "no sale leaves anything" in said(studio.stage.remarks)


def test_what_would_have_to_be_true_is_said_or_that_nobody_has_counted():
    studio = about("hotel").own_studio()
    assert "This pays if 2.0 of every hundred customers come or come again" in studio.stage.remarks
    assert "1,281 a year" in said(studio.stage.remarks)
    studio.set(customers_a_year=None)
    assert studio.error is None and "nobody has counted" in studio.stage.remarks
    studio.set(customers_a_year=1.0)
    assert studio.error is None and "more than all 1 customer " in said(studio.stage.remarks)


def test_customers_that_are_not_counted_stay_unknown_in_the_file():
    lesson = about("hotel", customers_a_year=None)
    studio = lesson.own_studio()
    changes = lesson.changes(studio)
    assert changes["customers_a_year"] is None and "visit_to_customer" not in changes
    studio.set(customers_a_year=900.0, visit_to_customer=0.01)
    assert lesson.save(lesson.changes(studio)).done
    assert AskAnExpert().company.customers_a_year == 900
    assert AskAnExpert().company.visit_to_customer == 0.01
