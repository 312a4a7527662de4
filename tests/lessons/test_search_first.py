"""Lesson 12: a stock outlives its money; ten searches and twelve topics reach the file."""

from helpers import company
from helpers.company import CompanyFile
from helpers.lessons.search_first import SearchFirst


def case(key: str) -> dict:
    """A case company, to be saved as the learner's."""
    document = company.case_document(key)
    document.pop("schema_version")
    return document


def test_when_the_money_ends_the_articles_stay_and_the_ads_do_not():
    studio = SearchFirst().explore_studio()
    assert studio.result.value("search.last") == studio.result.value("posts.last") == 0
    assert studio.result.value("articles.last") > 0


def test_without_searches_or_missing_articles_the_sentence_is_calm():
    studio = SearchFirst().explore_studio()
    studio.set(searches=0.0)
    assert studio.error is None and "however many articles are found" in studio.stage.headline
    studio.set(first_page=1.0)
    assert studio.error is None and "no article is missing" in studio.stage.headline


def test_a_silent_profile_is_found_by_name():
    studio = SearchFirst().found_studio()
    assert studio.result.value("knew") > 0.9
    studio.set(shown=0.0, opening=0.02, names=5.0)
    assert studio.error is None


def test_search_work_brings_the_networks_nearer():
    studio = SearchFirst().own_studio()
    before = studio.result.value("linkedin.beats_none")
    studio.set(first_page=0.6)
    assert studio.result.value("linkedin.beats_none") > before + 0.3


def test_ten_searches_become_the_first_page_share():
    lesson = SearchFirst()
    part = lesson.test()
    part.found[2].value = True
    part.write()
    assert "More pages found than searches made: line 3" in part.stage.headline
    assert not CompanyFile().path.is_file()
    for number in range(4):
        part.questions[number].value = f"question {number}"
    part.write()
    assert "1 of 4 so far" in part.stage.headline
    assert SearchFirst().company.first_page == 0.2, "too few for a share"
    part.questions[4].value = "question 4"
    part.write()
    assert "1 of 5" in part.stage.headline and "question 0" in part.stage.remarks
    known = SearchFirst().company
    assert known.first_page == 0.2 and known.searches[2].found
    part.found[0].value = True
    part.write()
    assert SearchFirst().company.first_page == 0.4
    again = SearchFirst().test()
    assert again.questions[3].value == "question 3" and again.found[2].value
    for question, found in zip(part.questions, part.found, strict=True):
        question.value, found.value = "", False
    part.write()
    assert "No search" in part.stage.headline and SearchFirst().company.searches == ()


def test_an_untouched_search_share_stays_the_assumption():
    lesson = SearchFirst()
    studio = lesson.own_studio()
    assert "search_share" not in lesson.changes(studio)
    studio.set(search_share=0.5)
    assert lesson.changes(studio)["search_share"] == 0.5


def test_the_order_of_the_ways_hangs_on_what_is_found_and_says_where_it_turns():
    CompanyFile().save(case("physiotherapy"))
    studio = SearchFirst().explore_studio()
    assert "articles win while more than 25%" in studio.stage.headline
    assert "Articles win where a visit costs more than €4.47" in studio.stage.remarks
    studio.preset("rare")
    assert "crossover" not in studio.result and "would win if more than" in studio.stage.headline
    assert "1.74% to 6.11%" in studio.stage.remarks
    studio.preset("ai")
    assert "would win if more than" in studio.stage.headline


def test_the_motto_says_where_it_stops():
    studio = SearchFirst().explore_studio()
    assert "stops at YouTube (9%) and Pinterest (83%)" in studio.stage.remarks


def test_an_untouched_count_of_searches_stays_the_assumption():
    CompanyFile().save({"name": "Own"})
    lesson = SearchFirst()
    studio = lesson.own_studio()
    assert "searches_month" not in lesson.changes(studio)
    studio.set(searches_month=700.0)
    assert lesson.changes(studio)["searches_month"] == 700
    lesson.save(lesson.changes(studio))
    for make in SearchFirst().studios().values():
        assert make().result.value("searches") == 700


def test_topics_are_counted_and_kept():
    part = SearchFirst().topics()
    assert part.topics[0].value, "the example comes with its topics"
    for topic in part.topics:
        topic.value = ""
    part.write()
    assert "To talk about what" in part.stage.headline
    part.topics[0].value = "x" * 500
    part.write()
    assert "1 of 12" in part.stage.headline and part.stage.trouble == ""
    assert SearchFirst().company.topics == ("x" * 120,)
    for topic in part.topics:
        topic.value = "What does it cost?"
    part.write()
    assert part.stage.headline.startswith("12 topics")
