"""The other half of the lessons, with a JupyterLab of its own on a second worker."""

import pytest

from tests.browser.test_lessons import ELSEWHERE, test_a_lesson_from_start_to_number

__all__ = ["test_a_lesson_from_start_to_number"]


@pytest.fixture(params=ELSEWHERE)
def name(request: pytest.FixtureRequest) -> str:
    return request.param
