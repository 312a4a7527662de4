"""Company files of earlier versions of the course, brought up to date step by step."""

from collections.abc import Callable
from contextlib import suppress
from copy import deepcopy

from helpers.company.company import Company, CompanyError, about, same_facts
from helpers.company.faults import take_out_faults
from helpers.company.schema import facts

SCHEMA_VERSION = 5
Cases = Callable[[str], Company]
"""How a case company is found by its key; raises CompanyError where it cannot be."""


def _from_version_1(document: dict, case: Cases) -> dict:
    """Files with one prediction a lesson: it was about the company as it is named now.

    What an own company has in common with its example was never said to be its own.
    """
    if not document.get("invented"):
        with suppress(CompanyError):
            example = case(str(document.get("started_from")))
            known = deepcopy(document)
            take_out_faults(known, "")
            document["borrowed"] = same_facts(Company.from_document(known), example, facts())
    predictions = document.get("predictions")
    if isinstance(predictions, dict):
        said_of = about(document)
        document["predictions"] = {
            lesson: [{"about": said_of, **made}] if isinstance(made, dict) else made
            for lesson, made in predictions.items()
        }
    document["schema_version"] = 2
    return document


def _from_version_2(document: dict, case: Cases) -> dict:
    """Files before broadcasts were left out and customers a year were asked.

    A saved example takes the new facts of its case; an own company has still to find them out.
    """
    content = document.get("content")
    if isinstance(content, dict):
        content.pop("live", None)
    if document.get("invented"):
        with suppress(CompanyError):
            example = case(str(document.get("started_from"))).document()
            for key in ("customers_a_year", "searches_month", "states_hours"):
                document.setdefault(key, example[key])
    document["schema_version"] = 3
    return document


def _from_version_3(document: dict, case: Cases) -> dict:
    """Files in which the first guess was the prediction of lesson 00, which now asks for days.

    One tone for all situations, and coins for topics, are asked no more.
    """
    for gone in ("tone", "pillars"):
        document.pop(gone, None)
    predictions = document.get("predictions")
    if isinstance(predictions, dict):
        guesses = predictions.pop("your_company", None)
        if guesses is not None:
            predictions.setdefault(Company.FIRST_GUESS, guesses)
    document["schema_version"] = 4
    return document


def _from_version_4(document: dict, case: Cases) -> dict:
    """Files before anybody was asked who decides, who posts, and how many contacts could buy.

    A saved example takes its case's answers. Who does each task is asked no more: it follows from
    who promises hours.
    """
    document.pop("raci", None)
    if document.get("invented"):
        with suppress(CompanyError):
            example = case(str(document.get("started_from"))).document()
            for key in ("posters", "contacts", "buyers_of_20", "decider"):
                document.setdefault(key, example[key])
    document["schema_version"] = 5
    return document


MIGRATIONS: dict[int, Callable[[dict, Cases], dict]] = {
    1: _from_version_1,
    2: _from_version_2,
    3: _from_version_3,
    4: _from_version_4,
}
"""For each old version, the step to the next one."""


def brought_up_to_date(document: dict, version: int, case: Cases) -> dict:
    """A document of an earlier version as the present one has it."""
    for old in range(version, SCHEMA_VERSION):
        document = MIGRATIONS[old](document, case)
    return document
