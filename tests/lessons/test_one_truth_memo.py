"""Eighteen firms, one truth: what lessons 05, 10, 13 and 14 and the memo say of the same question.

The reach of lesson 11 is compared where that lesson is tested.
"""

import pytest

from helpers import context
from helpers.data import reading
from helpers.findings import Findings
from tests.memo.firms import FIRMS, TODAY


@pytest.fixture(scope="module")
def all_found():
    with context.using(fixed_today=TODAY, language="en", pack=None):
        yield {key: Findings(make(), reading.load()) for key, make in FIRMS.items()}
