"""Lesson 07: a group is a job; pillars become a month; a tone is kept."""

from helpers.lessons.resources import Resources
from helpers.lessons.voice_and_groups import VoiceAndGroups


def test_an_open_group_takes_more_than_a_closed_one():
    studio = VoiceAndGroups().explore_studio()
    opened = studio.result.value("moderation")
    studio.preset("closed")
    assert studio.result.value("moderation") < opened
    studio.preset("busy")
    assert studio.result.value("group_share") > 1


def test_the_group_enters_every_later_gap():
    lesson = VoiceAndGroups()
    studio = lesson.own_studio()
    before = Resources().explore_studio().result.value("required")
    studio.set(kind="closed", members=500.0)
    lesson.save(lesson.changes(studio))
    assert Resources().explore_studio().result.value("required") > before + 1


def test_pillars_become_posts_and_are_kept():
    lesson = VoiceAndGroups()
    studio = lesson.calendar_studio()
    studio.set(questions=10.0, people=0.0, help=0.0, offers=0.0)
    assert studio.result.value("questions.posts") == studio.result.value("posts")
    lesson.save(lesson.changes(studio))
    assert VoiceAndGroups().company.pillars["questions"] == 10


def test_the_example_text_comes_after_ones_own():
    exercise = VoiceAndGroups().tone()
    exercise.show_way()
    assert "own version" in exercise.stage.headline and not exercise.stage.remarks
    exercise.text.value = "I am sorry, Maria."
    exercise.show_way()
    assert "Maria" in exercise.stage.remarks
    exercise.situation.value = "job"
    assert exercise.stage.remarks == ""
    exercise.dials["serious"].value = 5
    exercise.write()
    assert VoiceAndGroups().company.tone["serious"] == 5
