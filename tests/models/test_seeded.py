"""Draws: the same every time, each assumption its own."""

import pytest

from helpers.models import seeded


def test_draws_of_one_assumption_do_not_move_another():
    one = seeded.pert_draws("making_text", 0.4, 0.75, 1.5, 100)
    seeded.pert_draws("making_photo", 0.4, 0.75, 2, 100)
    seeded.pert_draws.cache_clear()
    assert (one == seeded.pert_draws("making_text", 0.4, 0.75, 1.5, 100)).all()


def test_pert_draws_have_the_pert_mean():
    drawn = seeded.pert_draws("making_text", 0.4, 0.75, 1.5, 40_000)
    assert drawn.mean() == pytest.approx((0.4 + 4 * 0.75 + 1.5) / 6, rel=0.01)
    assert 0.4 <= drawn.min() <= drawn.max() <= 1.5
