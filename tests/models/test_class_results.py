"""Item analysis and calibration of a class, against figures worked out by hand."""

from collections import Counter

import pytest

from helpers.models import class_results, item_analysis
from helpers.models.calibration import Forecast

KEY = {("why", f"q{n}"): 0 for n in range(4)}


def learner(pattern: str) -> dict:
    """Answers by a string: 1 is right, any other digit that option plus one, - none."""
    return {key: 0 if c == "1" else int(c) for key, c in zip(KEY, pattern, strict=True) if c != "-"}


def test_difficulty_is_the_share_right_and_the_tempting_option_the_most_chosen_wrong_one():
    found = item_analysis.analyse(KEY, [learner("1222"), learner("2322"), learner("2122")])
    first = found[0]
    assert (first.answers, first.right) == (3, 1) and first.difficulty == pytest.approx(1 / 3)
    assert first.tempting(0) == 2
    assert found[1].tempting(0) == 2 and found[2].chosen == {2: 3}


def test_discrimination_is_the_correlation_with_the_other_items():
    # Right on the first: rest scores 1, 1, 2/3; wrong: 1/3, 0, 0. Pearson by hand.
    class_ = [learner(p) for p in ("1111", "1111", "1112", "2122", "2222", "2222")]
    (first, *_rest) = item_analysis.analyse(KEY, class_, least=6)
    rest = [1, 1, 2 / 3, 1 / 3, 0, 0]
    mean = sum(rest) / 6
    spread = sum((r - mean) ** 2 for r in rest)
    product = sum((r - mean) * (i - 0.5) for r, i in zip(rest, (1, 1, 1, 0, 0, 0), strict=True))
    assert first.discrimination == pytest.approx(product / (spread * 1.5) ** 0.5)
    assert first.discrimination > 0.9


def test_of_few_learners_or_where_all_agree_nothing_is_told():
    class_ = [learner("1111"), learner("2222")]
    assert item_analysis.analyse(KEY, class_)[0].discrimination is None
    alike = item_analysis.analyse(KEY, [learner("1111")] * 12)
    assert all(item.discrimination is None for item in alike)


def test_nobody_is_judged_by_a_question_that_was_not_answered():
    (only,) = item_analysis.analyse(KEY, [learner("1---"), learner("2---")])
    assert only.answers == 2 and only.right == 1


def test_the_league_is_of_brier_scores_without_guesses(data):
    sure = [Forecast(0.9, True)] * 5
    wrong = [Forecast(0.9, False)] * 5
    few = [Forecast(0.9, True)] * 2 + [Forecast(0.5, True)] * 9
    result = class_results.league([("W", wrong), ("S", sure), ("F", few)], data, 0.5)
    assert result.facts["names"] == ("S", "W") and result.value("out") == 1
    assert result.value("l0.brier") == pytest.approx(0.01)
    assert result.value("l1.brier") == pytest.approx(0.81)


def test_a_class_is_as_right_as_it_was():
    result = class_results.sure_and_right([Forecast(0.9, True), Forecast(0.9, False)])
    assert result.value("s0.hits") == 0.5 and result.value("s0.sure") == 0.9
    assert class_results.sure_and_right([]).options == ()


def test_choices_and_counts_add_up():
    result = class_results.choices(Counter(a=3, b=1), ["a", "b", "c"])
    assert result.facts["lead"] == ("a",) and result.value("a.share") == 0.75
    assert result.value("c.chose") == 0
    table = class_results.counted({"x": Counter(open=2, close=1)}, ["open", "close"])
    assert table.value("x.all") == 3 and table.facts["most"]["x"] == ("open",)
    assert class_results.choices(Counter(), ["a"]).facts["lead"] == ()
