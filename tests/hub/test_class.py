"""Two learners on a real Hub of this computer, by the requests and websockets of browsers."""

import importlib
import json
import os
import sys

import pytest

from benchmarks import hub as hubs
from helpers.hand_in import reading

SECONDS = 300
"""On a busy machine; a quiet one takes a tenth."""

# "class" is a word of Python's own, so no import statement can name the module.
whole_class = importlib.import_module("benchmarks.class")


@pytest.fixture(scope="module")
def report():
    if sys.platform != "linux":
        pytest.skip("the class on a Hub is tried on Linux alone, as Hubs run there")
    if trouble := hubs.missing():
        pytest.fail(trouble) if os.environ.get("CI") else pytest.skip(trouble)
    return whole_class.run(2, seconds=SECONDS)


def test_nobody_fails_and_nothing_saved_is_lost_though_a_kernel_and_a_server_are_killed(report):
    assert report.failures == []
    assert report.lost == []
    assert sorted(one.killed for one in report.told) == ["kernel", "server"]
    for one in report.told:
        assert set(one.saved) == {"predictions", "own_tasks", "hand_in"}
        assert len(one.steps) == 20


def test_a_learner_takes_no_more_memory_than_the_prices_rest_on(report):
    """Few learners share little of what they load, so a tenth more than in a class."""
    found = [figure for kept in report.memory.values() for figure in kept]
    assert len(found) == 4
    assert 0 < max(found) <= 1.1 * whole_class.MEGABYTES, report.memory
    assert report.processor and report.hub > 0 and min(report.homes) > 1


def test_what_is_lost_is_told(tmp_path):
    """Without this a load test could praise a Hub that keeps nothing."""
    hub = hubs.Hub("", tmp_path, None)
    hub.hand_ins.mkdir()
    there = tmp_path / "homes" / "a" / "my_company"
    there.mkdir(parents=True)
    (there / "company.json").write_text(json.dumps({"predictions": {"popular_is_not_fit": []}}))
    saved = {"predictions": "popular_is_not_fit", "hand_in": "a"}
    told = [whole_class.Told("a", saved=saved), whole_class.Told("b", saved=saved)]
    assert reading.read(hub.hand_ins).hand_ins == ()
    lost = whole_class.lost(hub, told)
    assert lost[0] == "a: hand-in" and lost[1].startswith("b: ") and len(lost) == 2
    report = whole_class.Report(2, told, lost, {"now": [200.0]})
    assert not report.sound()
    assert "saved answers lost     2" in "\n".join(report.lines())
