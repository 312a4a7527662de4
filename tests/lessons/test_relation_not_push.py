"""Lesson 03: a feed stays alone; the audit compares three opinions."""

from dataclasses import replace

import pandas as pd
import pytest

from helpers.lessons.relation_not_push import RelationNotPush
from helpers.models import content
from helpers.studio.exercises.audit import MonthAudit


def test_a_feed_wins_hardly_anybody_and_answers_do():
    studio = RelationNotPush().explore_studio()
    studio.preset("feed")
    feed = studio.result.value("mix.engaged")
    assert feed == RelationNotPush().truth().value < 10
    studio.preset("talk")
    assert studio.result.value("mix.engaged") > 10 * feed


def test_talking_takes_hours_that_the_gap_shows():
    studio = RelationNotPush().own_studio()
    before = studio.result.value("required")
    studio.set(conversations=40.0)
    assert studio.result.value("required") > before
    assert "Conversations" in studio.stage.remarks


def test_the_audit_waits_for_every_label_and_then_compares():
    lesson = RelationNotPush()
    audit = lesson.audit()
    audit.write()
    assert "no label" in audit.stage.headline
    for label, post in zip(audit.labels, audit.posts, strict=True):
        label.value = post["rater_a"]
    audit.write()
    assert "80% feed" in audit.stage.headline
    assert "10 of 10 alike, Cohen&#x27;s kappa 1.00" in audit.stage.remarks
    assert "8 of 10 alike, Cohen&#x27;s kappa 0.58" in audit.stage.remarks
    assert RelationNotPush().company.audit == tuple(p["rater_a"] for p in audit.posts)


@pytest.mark.parametrize("case", ["machine_parts", "hotel", "museum"])
def test_raters_agree_more_than_chance_and_not_always(case, data):
    month = data.posts[case]
    value = content.kappa(list(month["rater_a"]), list(month["rater_b"]))
    assert 0.4 < value < 1 and len(month) == 10


def test_a_month_without_posts_is_calm(data):
    empty = replace(data, posts={"machine_parts": pd.DataFrame(columns=["post"])})
    audit = MonthAudit(RelationNotPush().company, empty, RelationNotPush().save)
    audit.write()
    assert "no posts" in audit.stage.headline
    assert MonthAudit(RelationNotPush().company, replace(data, posts={}), print).to_markdown()
