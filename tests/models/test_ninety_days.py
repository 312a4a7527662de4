"""The plan until the review adds up and fits, its days are working days, the stop rule counts."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers import company, context
from helpers.company import Person
from helpers.data import reading
from helpers.findings import Findings
from helpers.models import ninety_days, plan_days, review, roles
from helpers.models.ninety_days import Asked
from helpers.models.plan_days import calendar
from tests.models.plausible_firms import EXPECTED, firm

TODAY = date(2026, 11, 25)
WEEK = review.Week(2.5, 3.2, 2.4)
FIRMS = {**dict.fromkeys(company.cases(), company.case), **dict.fromkeys(EXPECTED, firm)}


@pytest.fixture(autouse=True)
def today():
    with context.using(fixed_today=TODAY, language="en", pack=None):
        yield


def found(key: str, **changes: object) -> Findings:
    return Findings(FIRMS[key](key).changed(**changes), reading.load())


# The days ------------------------------------------------------------------------------


def test_a_new_page_stands_on_a_friday_and_posts_from_monday_for_six_weeks(data):
    days = calendar(data, TODAY, None, opens=True, keeps=False)
    assert (days.set_up, days.first) == (date(2026, 12, 11), date(2026, 12, 14))
    assert (days.six, days.review) == (date(2027, 1, 25), date(2027, 2, 23))
    assert (days.weeks, days.days, days.moved) == (10, 90, False)


def test_a_kept_page_goes_on_next_monday_and_nothing_opened_has_no_week_six(data):
    kept = calendar(data, TODAY, None, opens=False, keeps=True)
    assert (kept.set_up, kept.first, kept.weeks) == (None, date(2026, 11, 30), 12)
    none = calendar(data, TODAY, None, opens=False, keeps=False)
    assert (none.first, none.six, none.weeks, none.days) == (None, None, 0, 90)


@pytest.mark.parametrize(
    "asked", [date(2020, 1, 1), TODAY, TODAY + timedelta(10), date(2031, 1, 1), date.max]
)
def test_a_day_that_fits_no_plan_becomes_ninety_days_and_that_is_known(asked, data):
    days = calendar(data, TODAY, asked, opens=True, keeps=False)
    assert (days.review, days.moved) == (TODAY + timedelta(90), True)


def test_an_early_day_keeps_the_review_and_leaves_out_week_six(data):
    asked = date(2027, 1, 10)
    days = calendar(data, TODAY, asked, opens=True, keeps=False)
    assert (days.review, days.six, days.moved, days.weeks) == (asked, None, False, 4)


# The plan ------------------------------------------------------------------------------


@pytest.mark.parametrize("key", FIRMS)
def test_the_plan_of_every_firm_adds_up_and_fits_into_the_promised_hours(key):
    plan = found(key).ninety_days
    known, data = FIRMS[key](key), reading.load()
    promised = sum(p.hours for p in known.people) * (1 - data.default("shrinkage"))
    assert plan.there <= 90 / 7 * promised + known.bought_hours * 13 + 1e-9
    over = sum(phase.short for phase in plan.phases)
    assert plan.steps and plan.hours <= plan.there + over + 0.05
    assert plan.hours == pytest.approx(sum(step.hours for step in plan.steps), abs=1e-9)
    assert all(step.hours == round(step.hours, 1) for step in plan.steps)
    assert all(TODAY <= step.start <= step.end <= plan.days.review for step in plan.steps)
    tasks = {step.task for step in plan.steps} | {one.task for one in plan.left}
    opened = bool(found(key).signed)
    assert ("review" in tasks, "posts" in tasks, "six" in tasks) == (opened,) * 3
    assert ("judge" in tasks, "pages" in tasks) == (not opened,) * 2
    verdicts = {j.verdict for j in found(key).decision.judgements}
    assert ("set_up" in tasks, "close" in tasks) == ("open" in verdicts, "close" in verdicts)


def test_the_figures_of_the_design(data):
    hotel = found("hotel").ninety_days
    assert {s.task: s.hours for s in hotel.steps} == {
        "tell_and_ask": 0.7, "set_up": 2.5, "posts": 25.2, "sheet": 0.6, "six": 0.5, "review": 1.0,
    }  # fmt: skip
    assert (hotel.hours, round(hotel.there, 1)) == (30.5, 30.9)
    assert [(one.task, one.count) for one in hotel.left] == [("page_a_month", 3)]
    parts = found("machine_parts").ninety_days
    assert {s.task: s.hours for s in parts.steps} == {
        "tell": 0.7, "close": 1.5, "listing": 1.0, "reviews": 3.0, "pages": 20.5, "goals": 2.0,
        "ask": 2.0, "searches": 2.0, "own_posts": 6.6, "judge": 1.0,
    }  # fmt: skip
    assert (parts.hours, round(parts.there, 1), parts.left) == (40.3, 41.1, ())


def test_a_kept_page_is_not_set_up_and_no_name_is_reserved(data):
    tasks = {step.task for step in found("museum").ninety_days.steps}
    assert "set_up" not in tasks and "reserve" not in data.tasks.index


def test_without_hours_nothing_is_planned_and_all_of_it_is_said():
    plan = found("machine_parts", people=()).ninety_days
    assert plan.steps == () and plan.hours == 0 and len(plan.left) == 10


def test_a_page_on_the_site_takes_what_is_published(data):
    for task in ("pages", "page_a_month"):
        assert float(data.tasks.at[task, "hours"]) == data.evidence["effo-001"].value
        assert "effo-001" in data.tasks.at[task, "reason"]


@given(
    st.integers(0, 200).map(lambda tenths: tenths / 10),
    st.integers(0, 120).map(lambda tenths: tenths / 10),
    st.integers(0, 3),
    st.integers(0, 3),
    st.integers(1, 360),
)
def test_no_plan_takes_more_than_there_is(there, week, opens, keeps, far):
    data = reading.load()
    names = data.network_keys
    asked = Asked(names[:opens], names[opens : opens + keeps], names[6:7], week, there)
    days = calendar(data, TODAY, TODAY + timedelta(far), opens > 0, keeps > 0)
    plan = ninety_days.plan(asked, company.case("hotel"), data, days)
    kept_up = there >= data.default("borderline") * week - 1e-9
    rest = plan.hours - plan.posting * kept_up
    assert rest <= plan.there + 1e-9, "only weeks of posts whose hours are nearly there take more"
    assert not kept_up or not [one for one in plan.left if one.task == "posts"]
    assert plan.hours_by(days.review) == plan.hours
    done = [plan.hours_by(TODAY + timedelta(n)) for n in range(days.days + 1)]
    assert done == sorted(done)


# What can be lost, and when we stop ------------------------------------------------------


@pytest.mark.parametrize("key", FIRMS)
def test_a_loss_is_hours_at_their_wage_and_euros(key, data):
    known = found(key)
    plan, wage = known.plan, data.default("wage")
    for end in ("six", "review"):
        if f"{end}.loss" in plan:
            hours, cash = plan.value(f"{end}.hours"), plan.value(f"{end}.cash")
            assert plan.value(f"{end}.loss") == pytest.approx(hours * wage + cash)
    assert plan.value("review.hours") == known.ninety_days.hours
    if known.signed:
        year = plan.value("year.hours") * wage + plan.value("year.cash")
        assert year == pytest.approx(known.presence.value("yearly_cost"))
        assert plan.value("six.loss") < plan.value("review.loss") < year
    else:
        assert plan.value("review.cash") == 0 and "year.hours" not in plan


def test_the_losses_of_the_design():
    hotel = found("hotel").plan
    assert round(hotel.value("six.loss")) == 344
    assert round(hotel.value("review.loss")) == 539


@pytest.mark.parametrize("key", [k for k in FIRMS if found(k).signed])
def test_the_stop_rule_counts_from_nought_and_less_than_the_aim(key, data):
    known = found(key)
    stop, firm_ = known.stop, known.company
    gap = known.gap[1]
    hours = stop.value("sheet_hours")
    limits = {review.THERE: gap.value("available") / 0.9, review.LIKELY: gap.value("band_high")}
    assert hours <= min(limits.values()) + 0.01
    assert hours == pytest.approx(limits.get(stop.facts["bound"], hours), abs=0.01)
    assert round(hours, 1) > round(known.presence.value("presence.hours"), 1)
    if not known.sells:
        cash = known.plan.value("year.cash")
        assert 52 * hours * data.default("wage") + cash <= firm_.accepted_cost
    assert stop.value("late") == pytest.approx(0.3) and stop.value("silence") == 7
    least = stop.value("least")
    assert least == round(least) >= 1
    more = firm_.objective["target"] - firm_.objective["baseline"]
    running = (known.ninety_days.days.review - known.ninety_days.days.first).days
    assert least - 1 < max(more / 2 * running / 365, 1), "no part of today's value is counted"
    if known.pay_off is not None:
        customers = least * (
            firm_.objective["conversion"] if stop.facts["counts"] == "metric" else 1
        )
        pays = known.pay_off.value("pays_from")
        one = customers / least
        half = pays / 2 * running / 365
        assert least == 1 or customers - one < half <= customers + 0.05 * one


def test_half_of_what_pays_for_the_days_of_posts_and_no_less():
    assert found("hotel").stop.value("least") == 3  # 25.6 / 2 · 71 / 365 = 2.5
    assert found("cosmetics").stop.value("least") == 44  # 448.5 / 2 · 71 / 365 = 43.6
    assert found("museum").stop.value("least") == 140  # 1,200 / 2 · 85 / 365 = 139.7
    assert found("software").stop.value("least") == 2  # 2.8 / 0.2 / 2 · 71 / 365 = 1.4


def test_the_accepted_cost_of_a_year_ends_the_time_sheet_of_the_museum():
    assert found("museum").stop.value("sheet_hours") == 4.4  # (4,000 − 120) / 52 / 16.70 = 4.47


@pytest.mark.parametrize("asked", [None, date(2027, 2, 21)])
def test_a_week_that_ends_on_the_day_of_the_review_is_planned(asked, data):
    days = calendar(data, date(2026, 11, 23), asked, opens=True, keeps=False)
    assert days.weeks == 10, "from Monday 14 December to Sunday 21 February"
    assert days.review == (asked or date(2027, 2, 22)), "ninety days end on a Sunday"


@pytest.mark.parametrize("day", range(7))
def test_nobody_reviews_on_a_week_end_who_named_no_day(day, data):
    today = TODAY + timedelta(day)
    review_ = plan_days.review_day(data, today)
    assert review_.weekday() < 5 and 0 <= (review_ - today).days - 90 <= 2


def test_without_a_target_or_a_contribution_one_is_the_least_and_no_aim_counts_nothing(data):
    days = calendar(data, TODAY, None, opens=True, keeps=False)
    hotel = company.case("hotel")
    bare = hotel.changed(objective={**hotel.objective, "target": None})
    assert review.stop_rule(bare, data, days, WEEK, None).least is None
    unpaid = Findings(hotel.changed(contribution=0), data).presence
    assert review.stop_rule(hotel, data, days, WEEK, unpaid).least == 1


@pytest.mark.parametrize(
    ("week", "cap", "bound", "hours"),
    [
        (review.Week(2.518, 3.2, 2.4), None, review.THERE, 2.4 / 0.9),
        (review.Week(3.8, 4.6, 6.4), None, review.LIKELY, 4.6),
        (review.Week(4.13, 5.2, 4.8), (review.ACCEPTED, 4.4), review.ACCEPTED, 4.4),
        (review.Week(17.109, 22.8, 16.0), (review.NEEDED, 17.109), review.THERE, 16 / 0.9),
        (review.Week(2.5, 2.5, 2.25), (review.NEEDED, 2.5), review.LIKELY, 2.6),
    ],
)
def test_no_rule_of_hours_stops_whoever_keeps_to_the_plan(week, cap, bound, hours, data):
    days = calendar(data, TODAY, None, opens=True, keeps=False)
    rule = review.stop_rule(company.case("hotel"), data, days, week, None, cap)
    assert (rule.bound, rule.hours) == (bound, pytest.approx(hours))


def test_where_less_is_aimed_at_more_than_half_the_way_stops(data):
    days = calendar(data, TODAY, None, opens=True, keeps=False)
    museum = company.case("museum")
    falling = museum.changed(objective={**museum.objective, "baseline": 400, "target": 200})
    rule = review.stop_rule(falling, data, days, WEEK, None)
    assert not rule.rises and rule.least == 58  # 300 a year, for 71 days


# Who -----------------------------------------------------------------------------------


@pytest.mark.parametrize("key", FIRMS)
def test_everybody_who_is_named_is_named_for_something(key):
    known = FIRMS[key](key)
    who = roles.who(known)
    assert who.decides and who.does == max(known.people, key=lambda p: p.hours).name
    told = {who.decides, who.does, who.counts, who.stands_in, *who.helps}
    assert {p.name for p in known.people if p.hours} <= told


def test_who_stands_in_without_hours_covers_nobody():
    hotel = company.case("hotel")
    assert roles.who(hotel).covered
    alone = hotel.changed(people=(Person("Daughter", 3), Person("Receptionist", 0)))
    assert not roles.who(alone).covered
    assert roles.who(hotel.changed(people=())).does == ""


# What is signed ------------------------------------------------------------------------


def chosen(key: str, choice: str) -> Findings:
    known = FIRMS[key](key)
    records = {**known.records, "decisions": {"decision": {"choice": choice, "reason": "x"}}}
    return Findings(replace(known, records=records), reading.load())


def test_who_opens_nothing_signs_no_network_and_closes_what_was_kept():
    assert chosen("hotel", "none").signed == ()
    museum = chosen("museum", "none")
    assert museum.signed == () and museum.pay_off is None
    (close,) = (step for step in museum.ninety_days.steps if step.task == "close")
    assert close.networks == ("facebook",)


def test_who_waits_keeps_what_is_there():
    assert chosen("hotel", "later").signed == ()
    assert chosen("museum", "later").signed == ("facebook",)
    assert chosen("hotel", "gates").signed == chosen("hotel", "more").signed == ("facebook",)


def test_the_half_hours_that_end_a_trial_end_it(data):
    known = found("hotel")
    assert known.sure.value("sure_hours") == 0.5
    assert "sure_hours" not in found("software").sure, "it is no trial"


# The phases ----------------------------------------------------------------------------


@pytest.mark.parametrize("key", FIRMS)
def test_no_hours_are_saved_up_for_the_weeks_of_posts(key, data):
    """The hours of a week cannot be carried over: each phase is held against its own weeks."""
    known = found(key)
    plan = known.ninety_days
    assert sum(phase.needed for phase in plan.phases) == pytest.approx(plan.hours)
    assert sum(phase.there for phase in plan.phases) == pytest.approx(plan.there)
    kept = {p.name: p.hours * (1 - data.default("shrinkage")) for p in known.company.people}
    for phase, shares in zip(plan.phases, known.phase_shares, strict=True):
        assert sum(shares.values()) == pytest.approx(phase.needed)
        assert (roles.SHORT in shares) == (phase.short > 0)
        assert shares.get(roles.SHORT, 0.0) == pytest.approx(phase.short, abs=0.21)
        for name, hours in shares.items():
            if name in kept:
                assert hours <= kept[name] * phase.weeks + 0.2, name
    assert len(plan.phases) == (2 if known.signed else 1)


def test_the_weeks_of_posts_of_mastiha_are_short_and_its_pages_come_before_them():
    with context.using(fixed_today=date(2026, 11, 23), language="en", pack=None):
        known = found("cosmetics")
        before, posting = known.ninety_days.phases
        assert (before.needed, round(before.there, 1)) == (17.0, 48.0), "with an hour to ask"
        assert (posting.needed, round(posting.there, 1), posting.short) == (173.2, 160.0, 13.2)
        assert known.shares == {"Shop assistant": 113.0, "Founder": 64.0, roles.SHORT: 13.2}
        assert known.phase_shares[1]["Shop assistant"] == 96.0, "ten weeks of 9.6 hours"


@pytest.mark.parametrize("key", FIRMS)
def test_pages_on_the_site_take_no_hours_from_weeks_that_have_none_left(key):
    plan = found(key).ninety_days
    pages = [step for step in plan.steps if step.task == "page_a_month"]
    rest = plan.phases[-1].needed - sum(
        step.hours - step.hours_by(plan.days.first) for step in pages
    )
    assert not pages or plan.phases[-1].needed <= max(plan.phases[-1].there, rest) + 1e-6


@pytest.mark.parametrize("key", FIRMS)
def test_the_time_sheet_stops_before_a_year_needs_more_customers_than_its_line(key, data):
    known = found(key)
    if not known.signed or not known.sells:
        return
    hours, served = known.stop.value("sheet_hours"), known.company.customers_a_year
    cost = 52 * hours * data.default("wage") + known.plan.value("year.cash")
    line, share = data.default("gate_G9c"), cost / known.company.contribution / served
    planned = known.presence.value("needed_share")
    tenth = 52 * 0.1 * data.default("wage") / known.company.contribution / served
    assert round(share, 3) <= line or planned + tenth > line, "the plan itself leaves it no room"


def test_the_start_is_spent_once_and_a_year_is_posting():
    asking = found("cosmetics")
    plan, year = asking.plan, asking.presence.value("yearly_cost")
    rest = asking.ninety_days.hours - asking.ninety_days.posting
    assert plan.value("start") == pytest.approx(rest * 16.7 + 400), "with the fee of the expert"
    assert plan.value("year.loss") - year == pytest.approx(400)
