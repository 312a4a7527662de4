"""Care and reputation as hours of one plan; changes of looks, and the walk through them."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers import company
from helpers.data import reading
from helpers.models import care, company_plan, effort, replies
from helpers.models.care import BOTH, CARE
from helpers.models.looks import looks_at
from helpers.models.replies import Care

FIRMS = pytest.mark.parametrize("case", company.cases())


def plan_of(case: str, data, networks=None):
    firm = company.case(case)
    chosen = firm.networks if networks is None else networks
    return company_plan.plan_of(firm, data, firm.level, networks=chosen)


def practice(data, **looks: float) -> Care:
    """The practice, as the prediction describes it."""
    asked = {"days": 5, "look_hours": 24, "minutes_a_day": 10, "states_hours": False, **looks}
    return Care(2.66, looks_at(data, **asked), 24.0)


@FIRMS
def test_care_reputation_and_the_rest_are_all_hours_of_the_plan(case, data):
    plan = plan_of(case, data)
    parts, need = care.hours(plan, data, 5), effort.expected(plan, data)
    shared = need.shared + need.coordination + need.briefing + need.ads + need.further
    whole = parts.value("care") + parts.value("reputation") + shared
    assert whole == pytest.approx(float(need.total))
    assert parts.value("care_alone") == pytest.approx(whole - parts.value("reputation"))


@FIRMS
def test_care_is_reading_and_answering_and_reputation_making_and_planning(case, data):
    answer = effort.answer(plan_of(case, data), data)
    parts = care.hours(plan_of(case, data), data, 5)
    listened = answer.value("work.listening") + answer.value("work.answering")
    posted = answer.value("work.making") + answer.value("work.planning")
    assert parts.value("care") == pytest.approx(listened)
    assert parts.value("reputation") == pytest.approx(posted)


@FIRMS
@pytest.mark.parametrize("choice", [CARE, BOTH])
def test_what_is_printed_adds_up_to_the_hours_required(case, choice, data):
    result = care.answer(care.chosen(plan_of(case, data), choice), data, 5)
    keys = ["care", "common", "ads", *(["reputation"] if choice == BOTH else [])]
    keys += ["further"] if "further" in result else []
    printed = sum(result.value(f"printed.{key}") for key in keys)
    assert printed == pytest.approx(round(result.value("required"), 1))
    assert ("printed.reputation" in result) is (choice == BOTH)
    alone = care.answer(care.chosen(plan_of(case, data), CARE), data, 5)
    assert result.value("care_alone") == pytest.approx(alone.value("required"))


def test_the_practice_on_facebook_has_the_hours_of_the_design(data):
    """Care 0.75 h, nine minutes a day; reputation 1.2 h; both 2.5 of 2.4 h, care alone 1.3."""
    result = care.answer(plan_of("physiotherapy", data, ("facebook",)), data, 5)
    hours = [result.value(key) for key in ("care", "reputation", "common", "required")]
    assert hours == pytest.approx([0.75, 1.22, 0.54, 2.52], abs=0.01)
    assert result.value("care_each") == 9
    assert result.value("available") == pytest.approx(2.4)
    assert result.value("care_alone") == pytest.approx(1.29, abs=0.01)


def test_without_posts_nothing_is_made_and_everybody_is_answered(data):
    plan = plan_of("museum", data)
    posting, silent = effort.answer(plan, data), effort.answer(care.chosen(plan, CARE), data)
    assert silent.value("work.making") == silent.value("work.planning") == 0
    assert silent.value("saved") == 0
    for kind in ("listening", "answering"):
        assert silent.value(f"work.{kind}") == posting.value(f"work.{kind}")
    assert effort.posts(care.chosen(plan, CARE), data) == (0, 0)


def test_no_network_takes_neither(data):
    parts = care.hours(plan_of("hotel", data, ()), data, 0)
    assert parts.value("care") == parts.value("reputation") == 0
    assert "care_each" not in parts


def test_the_walk_has_the_values_of_the_design(data):
    """100 on every day, 71 with the gaps, 66 with full looks, 76 by the hour, 81 on Saturday."""
    result = care.walked(practice(data), data)
    found = [result.value(key) for key in ("naive", "gaps", "full", "hourly", "day")]
    assert found == pytest.approx([1, 0.714, 0.66, 0.76, 0.81], abs=0.005)
    assert result.value("more_looks") == 40 and result.value("longest") == 72


def test_the_changes_are_what_they_are_called(data):
    now = practice(data)
    hourly, day = care.oftener(now).looks, care.one_day_more(now).looks
    assert (hourly.a_day, hourly.minutes_a_day, hourly.days) == (9, 90, 5)
    assert (day.a_day, day.minutes_a_day, day.days) == (1, 10, 6)
    assert day.hours[-1] == 5 * 24 + 9, "Saturday at nine"
    assert care.one_day_more(practice(data, days=7)).looks.days == 7


@given(
    st.sampled_from((0.5, 2.66, 6.0)),
    st.integers(1, 7),
    st.sampled_from((1.0, 8.0, 24.0)),
    st.sampled_from((4.0, 24.0, 48.0, 168.0)),
)
def test_each_step_of_a_walk_is_a_share_and_no_change_makes_it_worse(messages, days, look, promise):
    data = reading.load()
    asked = practice(data, days=days, look_hours=look)
    result = care.walked(replace(asked, messages=messages, promise_hours=promise), data)
    shares = {key: result.value(key) for key in ("naive", "gaps", "full", "hourly", "day")}
    assert all(0 <= share <= 1 for share in shares.values())
    assert shares["naive"] >= shares["gaps"] - 1e-9 >= shares["full"] - 2e-9
    for changed in ("hourly", "day"):
        assert shares[changed] >= shares["full"] - 0.02


def test_answers_in_half_the_time_are_half_the_minutes(data):
    now = practice(data)
    quick = replies.answer(replace(now, quickness=0.5), data)
    assert quick.value("handling") == pytest.approx(replies.answer(now, data).value("handling") / 2)
    assert care.fits(now, data) and not care.fits(replace(now, messages=10.0), data)
