"""Twice the money, followed through the funnel of ads one door after the other."""

from helpers.data.tables import Tables
from helpers.models.ads import Campaign, bring, minutes_cost
from helpers.models.result import Result, Sheet


def walked(now: Campaign, more: Campaign, longer: Campaign, tables: Tables) -> Result:
    """What more money is thought to bring and what it does, one door after the other.

    ``now`` is the campaign as it runs, ``more`` the same with more money, ``longer`` with more
    time at the telephone. Figures are customers: ``naive`` if leads grew as the money does and
    all were called and could buy, ``plain`` if customers grew as it does; after the ``audience``,
    the ``telephone`` and those who ``could`` buy; ``new`` without those who would have come
    anyway, and ``longer``, whose minutes have a price (``longer.cost``, euros).
    """
    sheet = Sheet()
    before, then = bring(now, tables), bring(more, tables)
    buys = sheet.add("close_rate", now.close_rate, "share").value
    naive = before.leads * more.budget / now.budget
    sheet.add("budget", more.budget, "euros")
    for key, leads in (
        ("naive", naive),
        ("audience", then.leads),
        ("telephone", then.called),
        ("could", then.could),
    ):
        sheet.add(f"{key}.leads", leads, "leads")
        sheet.add(key, leads * buys, "customers")
    sheet.add("could_buy", now.quality[now.medium], "share")
    sheet.add("plain", before.customers * more.budget / now.budget, "customers")
    sheet.add("new", then.customers, "customers")
    sheet.add("before", before.customers, "customers")
    sheet.add("longer", bring(longer, tables).customers, "customers")
    sheet.add("longer.cost", minutes_cost(longer, tables), "euros")
    return sheet.result()
