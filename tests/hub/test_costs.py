"""The table of what a class takes: computed again from what was measured."""

import importlib.util
import json
import math
import re

import pytest

from helpers import context

HUB = context.CHECKOUT / "deploy" / "hub"
PAGE = context.CHECKOUT / "docs" / "class_on_a_hub.md"


@pytest.fixture(scope="module")
def costs():
    spec = importlib.util.spec_from_file_location("costs", HUB / "costs.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_page_shows_the_table_of_the_measured_figures(costs):
    assert "\n".join(costs.table(costs.read())) in PAGE.read_text(encoding="utf-8")


def test_the_formula_on_paper(costs):
    measured = {
        "hub_megabytes": 500.0,
        "megabytes_a_learner": 250.0,
        "processor_seconds_a_learner": 7.0,
        "home_megabytes": 8.0,
    }
    one = costs.need(30, measured)
    assert one.memory == 8.0  # 0.5 for the Hub and 30 times a quarter
    assert one.cores == 4  # 210 seconds of work in 60
    assert one.disk == pytest.approx(0.24)
    assert one.cost(2, 0.01, 0.05) == pytest.approx(2 * (8.0 * 0.01 + 4 * 0.05))


def test_every_row_follows_from_the_figures_that_were_measured(costs):
    measured = json.loads((HUB / "measured.json").read_text(encoding="utf-8"))
    figures = measured["figures"]
    rows = re.findall(r"^\| (\d+) \| (\d+) GB \| (\d+) \|", "\n".join(costs.table(figures)), re.M)
    assert [int(row[0]) for row in rows] == [30, 300, 3000]
    for learners, memory, cores in (map(int, row) for row in rows):
        taken = figures["hub_megabytes"] + learners * figures["megabytes_a_learner"]
        assert memory == round(taken / 1000)
        assert cores == math.ceil(learners * figures["processor_seconds_a_learner"] / 60)
    assert figures["megabytes_a_learner"] <= 250
    assert measured["learners"] == 30 and measured["lost"] == 0 and measured["failures"] == 0
    assert "benchmarks.class -n 30" in measured["command"]


def test_the_page_shows_the_report_of_the_load_test_as_it_was(costs):
    measured = json.loads((HUB / "measured.json").read_text(encoding="utf-8"))
    assert "\n".join(measured["report"]) in PAGE.read_text(encoding="utf-8")
    assert measured["report"][0].startswith("30 learners")


def test_no_price_is_ours(costs):
    assert not re.search(r"[€$]|\bEUR\b|\bUSD\b", PAGE.read_text(encoding="utf-8"))
    assert not any("price" in key for key in costs.read())
