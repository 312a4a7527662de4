"""Message check: each network's rules on one text."""

from helpers.lessons.popular_is_not_fit import PopularIsNotFit


def test_message_meets_each_networks_rules():
    part = PopularIsNotFit().message()
    part.text.value = "Short and plain."
    assert "3 of 3" in part.stage.headline
    part.text.value = "x" * 281
    assert [row[-1] for row in part.table().rows][2] == "too long: cut 1 character"
    part.text.value = "https://example.com/" + "a" * 400
    rows = {row[0]: row for row in part.table().rows}
    assert rows["X"][1].startswith("23 ")
    assert "cannot be clicked" in rows["Instagram"][2]
    part.text.value = "#a #b #c #d #e #f"
    assert "hashtags" in {row[0]: row for row in part.table().rows}["Instagram"][2]
