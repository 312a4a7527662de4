"""Twice the money, followed through the funnel of ads one door after the other."""

from helpers.data.tables import Tables
from helpers.models.ads import Campaign, bring, minutes_cost
from helpers.models.result import Result, Sheet


def walked(now: Campaign, more: Campaign, longer: Campaign, tables: Tables) -> Result:
    """What more money is thought to bring and what it does, one door after the other.

    ``now`` is the campaign as it runs, ``more`` the same with more money, ``longer`` with more
    time at the telephone. Figures are customers: ``plain`` if they grew as the money does;
    ``audience`` if they grew as the leads do; ``new`` as many as come when the telephone lets
    through ``called`` of them; and ``longer``, whose minutes have a price (``longer.cost``).
    """
    sheet = Sheet()
    before, then = bring(now, tables), bring(more, tables)
    sheet.add("budget", more.budget, "euros")
    sheet.add("before", before.customers, "customers")
    sheet.add("plain", before.customers * more.budget / now.budget, "customers")
    sheet.add("audience", before.customers * then.leads / before.leads, "customers")
    sheet.add("leads", then.leads, "leads")
    sheet.add("called", then.called, "leads")
    sheet.add("called_before", before.called, "leads")
    sheet.add("new", then.customers, "customers")
    sheet.add("longer", bring(longer, tables).customers, "customers")
    sheet.add("longer.cost", minutes_cost(longer, tables), "euros")
    return sheet.result()
