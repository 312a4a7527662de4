"""Forms by networks: the table of the lesson, its readings, what a firm holds, bad input."""

from dataclasses import replace
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers import company
from helpers.data import reading
from helpers.models import forms
from helpers.models.forms import HOME, LINK, LOST, PASSABLE, Doubt

ARTICLE = ("facebook", "instagram", "linkedin", "x")
TABLE = {
    "text": (2, 1, 4, 4),
    "photo": (3, 4, 3, 2),
    "short_video": (3, 4, 2, 2),
    "link": (1, 0, 1, 0),
}
"""By form, on the networks of the article."""


def test_the_ratings_are_those_of_the_lesson_and_stand_once(data):
    rated = forms.ratings(data)
    assert tuple(rated) == ARTICLE
    for place, network in enumerate(ARTICLE):
        assert rated[network] == {form: row[place] for form, row in TABLE.items()}
    rows = data.ratings
    known = {
        kind: set(map(tuple, rows[rows["dimension"] == kind][["network", "item"]].to_numpy()))
        for kind in ("form", "format")
    }
    assert not known["form"] & known["format"]


def test_what_is_at_home_passable_and_lost(data):
    result = forms.answer(data, 1.0)
    homes = {form: result.value(f"homes.{form}") for form in TABLE}
    assert homes == {"text": 2, "photo": 2, "short_video": 2, "link": 0}
    cells = result.facts["cells"]
    assert {n for n in ARTICLE if cells[n, "text"] == HOME} == {"linkedin", "x"}
    assert {n for n in ARTICLE if cells[n, "photo"] == HOME} == {"facebook", "instagram"}
    assert cells["instagram", "text"] == LOST and cells["facebook", "text"] == PASSABLE
    assert {cells[n, LINK] for n in ARTICLE} == {LOST}
    assert result.value("most_homes") == 2 and result.value("wrong") == 2


def test_in_how_many_readings_a_form_is_at_home(data):
    result = forms.answer(data, 1.0)
    often = {(n, f): result.value(f"{n}.{f}.home") for n, f in product(ARTICLE, TABLE)}
    assert often["x", "text"] == 1 and often["linkedin", "text"] > 0.99
    assert often["facebook", "photo"] == pytest.approx(0.80, abs=0.03)
    assert often["instagram", "photo"] == pytest.approx(0.92, abs=0.03)
    assert often["linkedin", "photo"] == pytest.approx(0.25, abs=0.03)
    assert max(often[n, LINK] for n in ARTICLE) < 0.01
    sure = forms.answer(data, 0.0)
    assert all(sure.value(f"{n}.{f}.home") in (0, 1) for n, f in often)


def test_the_motto_holds_whatever_one_rating_is_and_two_can_break_it(data):
    """No form is at home everywhere: on all four."""
    for network, form, rating in product(ARTICLE, TABLE, range(5)):
        result = forms.answer(data, 0.0, [Doubt(network, form, rating)])
        assert result.value("most_homes") < len(ARTICLE), (network, form, rating)
        assert result.value("wrong") >= 1
    fours = [Doubt("x", "photo", 4), Doubt("linkedin", "photo", 4)]
    other = forms.answer(data, 0.0, fours)
    assert other.value("wrong") == 0 and other.facts["leading"] == ("photo",)
    assert other.value("x.photo.before") == 2 and other.value("linkedin.photo.before") == 3


@given(
    st.lists(
        st.builds(Doubt, st.sampled_from(ARTICLE), st.sampled_from([*TABLE]), st.integers(0, 4)),
        max_size=4,
    )
)
def test_as_many_ratings_as_are_said_must_change_and_so_many_are_enough(doubts):
    data = reading.load()
    result = forms.answer(data, 0.0, doubts)
    assert result.value("wrong") >= 2 - len({(d.network, d.form) for d in doubts})
    leading = result.facts["leading"][0]
    lifted = [
        Doubt(network, leading, 4)
        for network in ARTICLE
        if result.facts["cells"][network, leading] != HOME
    ]
    assert len(lifted) == result.value("wrong")
    assert forms.answer(data, 0.0, [*doubts, *lifted]).value("wrong") == 0


def test_the_picture_is_lost_nowhere_and_each_other_form_somewhere(data):
    cells = forms.answer(data, 0.0).facts["cells"]
    lost = {form for form in TABLE if any(cells[n, form] == LOST for n in ARTICLE)}
    assert "photo" not in lost and {"text", "link"} <= lost


def test_for_four_of_six_firms_no_form_is_the_best_card_everywhere(data):
    """At what each firm can make, and wherever one ability is a step off in most of the cases."""
    alike = [
        bool(set.intersection(*map(set, forms.best_cards(case.content, data).values())))
        for case in company.cases().values()
    ]
    assert (len(alike), sum(alike)) == (6, 2)
    near = []
    for case in company.cases().values():
        for form, step in product(("text", "photo", "short_video"), (-1, 1)):
            made = {**case.content, form: min(max(case.content[form] + step, 0), 4)}
            best = forms.best_cards(made, data).values()
            near.append(bool(set.intersection(*map(set, best))))
    assert 0 < sum(near) < len(near) / 2


@pytest.mark.parametrize(("spread", "share"), [(0.0, 0.0), (1.0, 0.0005), (1.5, 0.01), (2.0, 0.03)])
def test_how_often_one_form_would_do_everywhere(data, spread, share):
    found = forms.answer(data, spread).value("everywhere")
    assert found == pytest.approx(share, abs=0.004)


def test_no_form_is_the_best_card_of_four_firms_but_the_picture_is_of_two(data):
    """Where the sentence stops: who makes pictures best may take them anywhere."""
    alike = {}
    for key, case in company.cases().items():
        best = forms.best_cards(case.content, data)
        alike[key] = set.intersection(*map(set, best.values()))
    assert {key for key, same in alike.items() if same} == {"cosmetics", "hotel"}
    assert "photo" in alike["hotel"] and "photo" in alike["cosmetics"]
    assert all(LINK not in same for same in alike.values())


def test_a_firms_best_cards_and_how_few_forms_serve_them(data):
    parts = company.case("machine_parts")
    result = forms.cards(parts.content, parts.networks, data)
    assert result.facts["cards"] == {"facebook": ("photo",), "linkedin": ("text",)}
    assert result.value("forms_needed") == 2
    hotel = company.case("hotel")
    assert forms.cards(hotel.content, ARTICLE, data).value("forms_needed") == 1
    nothing = forms.cards(dict.fromkeys(TABLE, 0), ARTICLE, data)
    assert nothing.value("forms_needed") == 0 and not any(nothing.facts["cards"].values())
    assert forms.cards(hotel.content, (), data).facts["cards"] == {}
    words = forms.cards({"text": 4, "photo": 0, "short_video": 0}, ARTICLE, data)
    assert words.facts["cards"]["instagram"] == () and LOST not in words.facts["states"].values()
    passes = forms.cards({"text": 4, "photo": 1, "short_video": 0}, ("instagram",), data)
    assert passes.facts["cards"]["instagram"] == ("photo",)
    states = forms.cards(hotel.content, ARTICLE, data).facts["states"]
    table = forms.answer(data, 0.0).facts["cells"]
    assert states and all(table[cell] == state for cell, state in states.items())


def test_tables_without_forms_have_an_empty_answer(data):
    rows = data.ratings
    none = replace(data, ratings=rows[~rows["dimension"].isin(["form", "format"])])
    result = forms.answer(none, 1.0, [Doubt("x", "photo", 4)])
    assert result.facts["networks"] == () and result.facts["doubts"] == ()


def test_a_doubt_about_a_cell_that_is_not_there_changes_nothing(data):
    plain, odd = forms.answer(data, 1.0), forms.answer(data, 1.0, [Doubt("radio", "text", 4)])
    assert {k: plain.value(k) for k in plain} == {k: odd.value(k) for k in odd}
