"""Whose firm a studio is about: an example that a class argues about, or the learner's own."""

from helpers import company
from helpers.company import Company
from helpers.data.tables import Tables
from helpers.models import fit

ASKED = "machine_parts"
"""The case firm of predictions, where explore begins."""
OURS = "ours"


def is_own(ours: Company, tables: Tables) -> bool:
    """Whether a company is another firm than the six examples, or differs from them in fit."""
    known = (ours.name, fit.situation(ours, tables))
    cases = company.cases().values()
    return all((case.name, fit.situation(case, tables)) != known for case in cases)


def firm(key: str, ours: Company) -> Company:
    """The example of that key, or our own company."""
    return ours if key == OURS else company.case(key)
