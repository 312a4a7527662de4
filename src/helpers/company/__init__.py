"""Company: everything that a learner says about a company, in one JSON file.

``data/company.schema.json`` (JSON Schema) declares the fields once: their titles,
limits, steps, units and defaults.
"""

from helpers.company.company import (
    Company,
    CompanyError,
    HouseRule,
    MonthLine,
    Person,
    Search,
    SwotEntry,
    day,
    same_facts,
)
from helpers.company.documents import (
    DEFAULT_CASE,
    case,
    case_document,
    case_notices,
    cases,
    start_case,
)
from helpers.company.file import CompanyFile, read
from helpers.company.schema import Field, facts, field, hours_field, most_letters, schema

__all__ = [
    "DEFAULT_CASE",
    "Company",
    "CompanyError",
    "CompanyFile",
    "Field",
    "HouseRule",
    "MonthLine",
    "Person",
    "Search",
    "SwotEntry",
    "case",
    "case_document",
    "case_notices",
    "cases",
    "day",
    "facts",
    "field",
    "hours_field",
    "most_letters",
    "read",
    "same_facts",
    "schema",
    "start_case",
]
