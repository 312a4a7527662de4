"""Seeds of a SWOT board: each line hangs on one answer of the company, at its threshold."""

import pytest

from helpers import company
from helpers.models import swot_seeds


@pytest.fixture
def plain() -> company.Company:
    """A company of which there is nothing to say."""
    return company.case("machine_parts").changed(
        content={"text": 2, "photo": 2, "short_video": 0, "long_video": 0},
        profiles=0.25,
        first_page=0.4,
        people=(company.Person("A", 1), company.Person("B", 1)),
        weekly={},
        silent_months={},
    )


def keys(found: list[swot_seeds.Seed]) -> list[str]:
    return [seed.key for seed in found]


def test_nothing_is_said_of_a_company_of_which_there_is_nothing_to_say(plain, data):
    assert swot_seeds.seeds(plain, data) == []


@pytest.mark.parametrize(
    ("change", "key", "box", "figures"),
    [
        ({"content": {"text": 3, "photo": 1}}, "able", "strength", {"level": 3}),
        ({"profiles": 0.5}, "own_names", "strength", {"level": 2}),
        ({"first_page": 0.39}, "not_found", "weakness", {"count": 4}),
        ({"people": (company.Person("A", 1),)}, "alone", "weakness", {}),
        (
            {"asked": 10, "weekly": {"x": 3, "linkedin": 7}},
            "customers",
            "opportunity",
            {"count": 7, "asked": 10},
        ),
        ({"silent_months": {"x": 3, "facebook": 14}}, "silent", "threat", {"count": 14}),
    ],
)
def test_each_line_hangs_on_one_answer(change, key, box, figures, plain, data):
    (seed,) = swot_seeds.seeds(plain.changed(**change), data)
    assert (seed.key, seed.box, seed.figures) == (key, box, figures)
    assert seed.action in data.actions.index


@pytest.mark.parametrize(
    "change",
    [
        {"content": {"text": 2.9}},
        {"profiles": 0.49},
        {"first_page": 0.4},
        {"silent_months": {"x": 2}},
        {"asked": 0, "weekly": {"x": 3}},
    ],
)
def test_below_its_threshold_a_line_is_not_said(change, plain, data):
    assert swot_seeds.seeds(plain.changed(**change), data) == []


def test_films_are_proposed_where_they_do_best(plain, data):
    actions = {}
    for network in ("youtube", "linkedin"):
        asked = plain.changed(asked=10, weekly={network: 9})
        (seed,) = swot_seeds.seeds(asked, data)
        actions[network] = seed.action
        assert seed.terms == {"network": network} and seed.number == 10
    assert actions == {"youtube": "film", "linkedin": "profile"}


def test_an_ability_in_writing_leads_to_texts_and_any_other_to_photos(plain, data):
    for format_, action in (("text", "texts"), ("photo", "photos")):
        (seed,) = swot_seeds.seeds(plain.changed(content={format_: 4}), data)
        assert (seed.action, seed.terms) == (action, {"format": format_})
