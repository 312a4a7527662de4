"""Pay-off: what a year of a company's plan costs, and what would have to be true for it."""

from helpers.company import Company
from helpers.data.tables import Tables
from helpers.models import advice, company_plan, search
from helpers.models.gate_figures import customers_aimed_at, presence_of
from helpers.models.gates import gates, of_measure
from helpers.models.judging import sells
from helpers.models.plan import Plan
from helpers.models.result import Result


def answer(plan: Plan, company: Company, tables: Tables) -> Result:
    """Cost of a year of all networks of a plan, held against customers and visits of the firm."""
    rules = gates(tables)
    accepts = not sells(company, tables, rules)
    needed = of_measure(rules, "needed").pass_at
    trial = advice.Trial(
        company.customers_a_year,
        company_plan.visit_to_customer(company, tables),
        search.link_visits(plan, tables),
        company.accepted_cost if accepts else None,
        None if accepts else customers_aimed_at(company),
        None if accepts else needed,
    )
    return advice.presence_answer(presence_of(plan, company, tables), trial)
