"""Seeds of a SWOT board: each line hangs on one answer of the company, at its threshold."""

import pytest

from helpers import company
from helpers.models import swot, swot_seeds


@pytest.fixture
def plain() -> company.Company:
    """A company of which there is nothing to say."""
    return company.case("machine_parts").changed(
        content={"text": 2, "photo": 2, "short_video": 0, "long_video": 0},
        profiles=0.25,
        first_page=0.4,
        people=(company.Person("A", 10), company.Person("B", 10)),
        asked=0,
        weekly={},
        searches_month=None,
        answer_days=7,
        silent_months={},
    )


def keys(found: list[swot_seeds.Seed]) -> list[str]:
    return [seed.key for seed in found]


def test_of_a_company_of_which_there_is_nothing_to_say_only_the_search_is_said(plain, data):
    (seed,) = swot_seeds.seeds(plain, data)
    assert (seed.key, seed.box, seed.figures) == ("found", "strength", {"count": 4})


@pytest.mark.parametrize(
    ("change", "key", "box", "figures"),
    [
        ({"content": {"text": 3, "photo": 1}}, "able", "strength", {}),
        ({"profiles": 0.5}, "own_names", "strength", {"count": 1}),
        ({"profiles": 1.0}, "own_names", "strength", {"count": 3}),
        ({"people": (company.Person("A", 40),)}, "alone", "weakness", {}),
        ({"answer_days": 5}, "days", "weakness", {"count": 5}),
        ({"topics": ("One?", " ")}, "few_topics", "weakness", {"count": 1}),
        ({"silent_months": {"x": 3, "facebook": 14}}, "silent", "weakness", {"count": 14}),
        (
            {"asked": 10, "weekly": {"linkedin": 5}},
            "customers",
            "opportunity",
            {"count": 5, "asked": 10},
        ),
        ({"asked": 10, "weekly": {"x": 9}}, "few_there", "threat", {"count": 0, "asked": 10}),
        ({"searches_month": 500}, "searches", "opportunity", {"count": 500}),
    ],
)
def test_each_line_hangs_on_one_answer(change, key, box, figures, plain, data):
    found = {seed.key: seed for seed in swot_seeds.seeds(plain.changed(**change), data)}
    assert (found[key].box, found[key].figures) == (box, figures)
    assert set(found[key].actions) <= set(data.actions.index) and found[key].actions


@pytest.mark.parametrize(
    ("change", "key"),
    [
        ({"content": {"text": 2.9}}, "able"),
        ({"profiles": 0.49}, "own_names"),
        ({"first_page": 0.39}, "found"),
        ({"silent_months": {"x": 2}}, "silent"),
        ({"answer_days": 5, "states_hours": True}, "days"),
        ({"asked": 0, "weekly": {"linkedin": 3}}, "few_there"),
    ],
)
def test_below_its_threshold_a_line_is_not_said(change, key, plain, data):
    assert key not in keys(swot_seeds.seeds(plain.changed(**change), data))


def test_below_the_search_base_the_strength_is_a_weakness(plain, data):
    found = keys(swot_seeds.seeds(plain.changed(first_page=0.39), data))
    assert found == ["not_found"]


def test_hours_are_a_weakness_where_they_are_missing(plain, data):
    (seed,) = [
        seed
        for seed in swot_seeds.seeds(company.case("machine_parts"), data)
        if seed.key == "hours"
    ]
    assert seed.figures == {"needed": 7.6, "there": 3.2} and seed.box == "weakness"
    assert "hours" not in keys(swot_seeds.seeds(plain, data))


def test_the_line_about_those_we_want_to_reach_is_about_the_network_in_question(data):
    parts = company.case("machine_parts")
    for network, key, count in (("linkedin", "customers", 6), ("x", "few_there", 1)):
        outside = [s for s in swot_seeds.seeds(parts, data, network) if s.box in swot.OUTSIDE]
        (there,) = [seed for seed in outside if seed.terms]
        assert (there.key, there.terms["network"]) == (key, network)
        assert there.figures["count"] == count


@pytest.mark.parametrize("case", company.cases())
def test_no_box_has_more_than_three_lines_and_both_sides_are_there(case, data):
    found = swot_seeds.seeds(company.case(case), data)
    by_box = {box: [seed for seed in found if seed.box == box] for box in swot.BOXES}
    assert max(map(len, by_box.values())) <= swot.MOST
    assert [seed for box in swot.INSIDE for seed in by_box[box]]
    assert [seed for box in swot.OUTSIDE for seed in by_box[box]]


def test_an_ability_in_writing_leads_to_texts_and_any_other_to_its_own(plain, data):
    for format_, action in (("text", "texts"), ("photo", "photos"), ("short_video", "film")):
        changed = plain.changed(content={format_: 4})
        (seed,) = [s for s in swot_seeds.seeds(changed, data) if s.key == "able"]
        assert (seed.actions, seed.terms) == ((action,), {"format": format_})


def test_the_example_has_a_line_in_every_box_and_three_wishes(data):
    found = swot_seeds.example(company.case("museum"), data)
    assert {seed.box for seed in found} == set(swot.BOXES)
    assert sum(not seed.actions for seed in found) == 3
    (hours,) = [seed for seed in found if seed.key == "hours"]
    assert hours.figures == {"needed": 10.3, "there": 4.8}
