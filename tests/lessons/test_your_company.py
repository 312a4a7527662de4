"""Lesson 00: the guess is kept, not marked; the map follows company and level."""

from helpers.lessons.your_company import YourCompany


def test_the_guess_is_placed_on_the_map_and_not_marked():
    lesson = YourCompany()
    assert "last lesson" in lesson.comparison(None)
    for guess in ("linkedin", "none", "tiktok"):
        sentence = lesson.comparison({"value": guess})
        assert "last lesson" in sentence and "Right" not in sentence
    assert "missing" in lesson.comparison({"value": "tiktok"})
    assert "to spare" in lesson.comparison({"value": "linkedin"})


def test_a_stranger_in_the_file_is_no_error():
    assert YourCompany().comparison({"value": "myspace"})


def test_ambition_moves_dots_sideways_only():
    studio = YourCompany().explore_studio()
    networks = [n for n in studio.result.options if n != "none"]
    fits, spare = studio.result.column("fit", networks), studio.result.column("spare", networks)
    studio.preset("ambitious")
    assert studio.result.column("fit", networks) == fits
    pairs = zip(studio.result.column("spare", networks), spare, strict=True)
    assert all(after < before for after, before in pairs)


def test_every_case_can_be_looked_at():
    studio = YourCompany().explore_studio()
    assert len(studio.controls["case"].sweep) == 6
