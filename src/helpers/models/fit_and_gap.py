"""Every network by how well it fits, and by the hours that it would take alone."""

from dataclasses import replace

from helpers.company import Company
from helpers.data.tables import Tables
from helpers.models import effort, fit, judging
from helpers.models.company_plan import people_with, plan_of
from helpers.models.result import Result


def answer(
    company: Company,
    tables: Tables,
    level: str,
    hours: float | None = None,
) -> Result:
    """Fit of every option, and hours of every network if it were the only one.

    Ads and the further work of other lessons are left out: the map compares networks.
    """
    everybody = company.people if hours is None else people_with(company, hours)
    known = plan_of(company, tables, level, networks=tables.network_keys, people=everybody, ads=0.0)
    known = replace(known, people=everybody, bought_hours=company.bought_hours, further=())
    scores = fit.answer(fit.situation(company, tables), tables)
    facts = {**scores.facts, "failed": judging.failed_fit(company, tables)}
    scores = replace(scores, options=(), facts=facts)  # the map places networks alone
    return scores.joined(effort.alone(known, tables))
