"""Lesson 13: worth most in doubt, nothing where no answer turns the choice."""

from helpers.lessons.ask_an_expert import AskAnExpert


def test_advice_is_worth_most_in_doubt():
    studio = AskAnExpert().explore_studio()
    worth = []
    for odds in (0.0, 0.35, 1.0):
        studio.set(odds=odds)
        worth.append(studio.result.value("evsi"))
    assert worth[0] == worth[2] == 0 < worth[1]
    assert "worth nothing" in studio.stage.headline


def test_who_always_says_yes_is_worth_nothing():
    studio = AskAnExpert().explore_studio()
    assert studio.result.value("evsi") > 0
    studio.preset("yes")
    assert studio.result.value("evsi") == 0 and "worth nothing" in studio.stage.headline


def test_a_fee_above_every_payoff_is_refused_calmly():
    studio = AskAnExpert().explore_studio()
    studio.set(gain=0.0, loss=0.0, fee=3000.0)
    assert studio.error is None and "nothing" in studio.stage.headline


def test_the_presence_pays_from_a_number_of_customers_or_never():
    studio = AskAnExpert().own_studio()
    assert "It pays from" in studio.stage.remarks
    studio.set(contribution=0.0)
    assert studio.error is None and "no sale leaves anything" in studio.stage.remarks
