"""The strategies for random companies: valid, wide, and sound ones that open something."""

from hypothesis import HealthCheck, find, given, settings

from helpers import company
from helpers.company.faults import take_out_contradictions, take_out_faults
from tests.models import random_companies
from tests.models.random_companies import ANY, documents, improvements, opened, sound_documents


@given(documents | sound_documents)
def test_every_document_is_one_that_a_file_may_hold(document):
    before = {**document}
    assert take_out_faults(document, "") == [] and take_out_contradictions(document, "") == []
    assert document == before


def test_every_field_is_drawn_but_names_books_and_what_no_verdict_reads():
    left_out = {
        *("schema_version", "name", "trade", "place", "invented", "started_from", "identity"),
        *(
            "borrowed",
            "predictions",
            "quizzes",
            "decisions",
            "own_tasks",
            *("hand_in", "way"),
            "own_links",
            "posters",
            "contacts",
            "buyers_of_20",
            "swot",
            "house_rules",
            "month",
            "action_owner",
            "action_from",
            "care_or_reputation",
        ),
        *("audit", "drafts", "searches", "odds", "whys", "decider"),
    }
    assert set(ANY) == set(company.schema()["properties"]) - left_out


@settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(random_companies.companies)
def test_an_improvement_changes_one_fact_for_the_better(firm):
    names = [one.name for one in improvements(firm)]
    assert len(names) == len(set(names))
    before = firm.document()
    for one in improvements(firm):
        after = one.company.document()
        different = [key for key in before if before[key] != after[key]]
        assert len(different) == 1, one.name


def test_random_companies_shrink_to_a_plain_firm():
    for strategy in (random_companies.companies, random_companies.sound_companies):
        plain = find(strategy, lambda firm: True)
        assert (plain.level, plain.vetoes, plain.actions, plain.ads) == ("lean", (), (), 0)
        assert len(plain.people) in (0, 2) and plain.followers == 300


def test_many_sound_firms_open_something():
    found = []

    @settings(max_examples=60, derandomize=True, database=None, deadline=None)
    @given(random_companies.sound_companies)
    def ask(firm):
        found.append(bool(opened(firm)))

    ask()
    assert sum(found) >= len(found) / 4
