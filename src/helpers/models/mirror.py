"""One list of popular networks, two firms beside it; and how popularity becomes fit."""

from collections.abc import Mapping
from dataclasses import replace

import pandas as pd

from helpers.data.tables import NONE, Tables
from helpers.models import fit, reach
from helpers.models.fit import Situation
from helpers.models.multicriteria import normalised, score
from helpers.models.result import Result, Sheet
from helpers.models.tenths import adding_up

LEFT, RIGHT = "left", "right"
PAGES = 3
"""So many pages from the top of the list does the money last for, in the story of the lesson."""
RATED = 4
"""The mood for us is rated from 0 to this."""
STAGES = ("popularity", "customers", "audience", "fit")
"""What networks are ranked by, from the printed list to fit."""


def popular(tables: Tables) -> tuple[str, ...]:
    """The networks by the share of adults who ever use them, most first."""
    shares = {n: reach.share_of(reach.popularity(tables, n)) for n in tables.network_keys}
    return tuple(sorted(shares, key=lambda network: -shares[network]))


def stages(situation: Situation, tables: Tables) -> dict[str, pd.Series]:
    """Shares (0–1) of each network at every stage between popularity and fit.

    Adults who use it; our people, by their ages and by our own customers; and these, counted by
    their mood for us. The last is fit itself.
    """
    networks = list(tables.network_keys)
    shares = {n: reach.share_of(reach.popularity(tables, n)) for n in networks}
    ages = reach.published_share(tables, situation.ages)
    prior = tables.default("prior_customers")
    own = {
        n: reach.own_share(ages[n], situation.weekly.get(n, 0), situation.asked, prior)
        for n in networks
    }
    table = fit.criteria(situation, tables).drop(NONE)
    return {
        "popularity": pd.Series(shares),
        "customers": pd.Series(own),
        "audience": table["audience"],
        "fit": score(table, situation.weights)["fit"],
    }


def by_age(situation: Situation, ages: Mapping[str, float], tables: Tables) -> Result:
    """How many people as old as ours use the most popular network: ``by_age``, a share.

    ``ages.given`` is what the shares add up to that were given, before they are made to fill all.
    """
    sheet = Sheet()
    first = popular(tables)[0]
    sheet.add("ages.given", sum(ages.values()), "share")
    sheet.add("ages.all", 1.0, "share")
    sheet.add("by_age", reach.published_share(tables, situation.ages)[first], "share")
    return sheet.result(most_popular=first)


def side(situation: Situation, tables: Tables, key: str, name: str, note: str = "") -> Result:
    """One side of the mirror: fit of every option, and where the usable audience is too small.

    ``here`` is the share of our people who are there – for website first, of those who search and
    do not find us yet –, and ``mood`` their mood for us, 0 to 4: the step that is ``rated`` and the
    ``lift`` by own people who post there; ``audience`` is ``here`` × ``mood`` ÷ 4, without who
    follows us already. ``purpose`` is how well an option serves the aims,
    ``content`` the best of what is posted there and what the firm can make. Of the fit,
    ``purpose_part``, ``audience_part`` and ``content_part`` are what each gives, in tenths that
    add up to it, and ``most_purpose`` and so on, without an option, what each can give at most.
    Facts, by ``key``: the ``name`` and a ``note`` beneath it, ``ranking`` of the networks that are
    left by fit, those that are ``out``, ``tied``, all whose fit is as good as the best, and
    ``missed``: of those that are out, the best, where it would be ahead or in a tie.
    """
    table = fit.criteria(situation, tables)
    scored = score(table, situation.weights)
    fits = scored["fit"]
    stable = fit.stability(situation, tables)
    here = stages(situation, tables)["customers"].to_dict()
    here[NONE] = situation.search_share * (1 - situation.first_page)
    moods = fit.moods(situation, tables)
    rated = fit.moods(replace(situation, profiles=0.0), tables)
    sheet = Sheet()
    least, tie = tables.default("least_audience"), tables.default("fit_tie")
    left = set(table.index[fit.in_play(table["audience"].to_numpy(), least)])
    order = fits.sort_values(ascending=False, kind="stable").index
    ranking = tuple(str(n) for n in order if n != NONE and n in left)
    for option in tables.option_keys:
        sheet.add(f"{key}.{option}.fit", fits[option], "score")
        for part in ("purpose", "content"):
            sheet.add(f"{key}.{option}.{part}", table.at[option, part], "score")
        points = {part: fit.POINTS * float(scored.at[option, part]) for part in fit.CRITERIA}
        for part, given in adding_up(fit.POINTS * float(fits[option]), points).items():
            sheet.add(f"{key}.{option}.{part}_part", given / fit.POINTS, "score")
        mood = RATED * moods[option]
        sheet.add(f"{key}.{option}.here", here[option], "share")
        sheet.add(f"{key}.{option}.mood", mood, "of four")
        sheet.add(f"{key}.{option}.rated", RATED * rated[option], "of four")
        # In tenths, as the mood is printed, so that rating and lift add up to it.
        sheet.add(f"{key}.{option}.lift", round(mood, 1) - RATED * rated[option], "of four")
        sheet.add(f"{key}.{option}.audience", table.at[option, "audience"], "share")
        if option != NONE:
            sheet.add(f"{key}.{option}.beats_none", stable.at[option, "beats_none"], "tenths")
    weights, _equal = normalised({part: situation.weights.get(part, 0) for part in fit.CRITERIA})
    for part, weight in weights.items():
        sheet.add(f"{key}.most_{part}", weight, "score")
    tied = tuple(n for n in ranking if fit.apart(fits[ranking[0]], fits[n]) < tie)
    out = tuple(n for n in tables.network_keys if n not in ranking)
    best_out = max(out, key=lambda n: fits[n], default="")
    missed = bool(ranking and out) and fit.apart(fits[ranking[0]], fits[best_out]) < tie
    facts = {"name": name, "note": note, "ranking": ranking, "out": out, "tied": tied}
    facts["missed"] = best_out if missed else ""
    return sheet.result(**{f"{key}.{fact}": value for fact, value in facts.items()})


def both(left: Result, right: Result, tables: Tables) -> Result:
    """The list and the two sides, made by ``side`` with the keys LEFT and RIGHT."""
    sheet = Sheet()
    order = popular(tables)
    for network in order:
        shares = reach.share_of(reach.popularity(tables, network))
        sheet.add(f"{network}.popularity", shares, "share")
    sheet.add("tie", tables.default("fit_tie"), "score")
    sheet.add("least_audience", tables.default("least_audience"), "share")
    listed = sheet.result(tables.option_keys, popular=order)
    return listed.joined(left).joined(right)


def walk(firm: Situation, tables: Tables) -> Result:
    """Which network leads for a firm by each of the ``STAGES``, and its place on the list.

    ``first.STAGE.place`` is that place, 1 for the most popular; ``first.STAGE.lead`` and
    ``first.STAGE.second`` are its share or fit and that of the second of the stage. The facts
    ``lead.STAGE`` and ``second.STAGE`` say which they are, and ``first.mood`` is the mood for us,
    0 to 4, on the second by audience.
    """
    order, chain = popular(tables), stages(firm, tables)
    sheet, facts = Sheet(), {}
    for stage in STAGES:
        ranked = chain[stage].sort_values(ascending=False, kind="stable").index
        sheet.add(f"first.{stage}.place", order.index(ranked[0]) + 1, "place")
        for key, network in zip(("lead", "second"), ranked, strict=False):
            facts[f"{key}.{stage}"] = str(network)
            unit = "score" if stage == "fit" else "share"
            sheet.add(f"first.{stage}.{key}", chain[stage][network], unit)
    second = facts["second.audience"]
    mood = RATED * fit.moods(firm, tables)[second]
    sheet.add("first.mood", mood, "of four")
    return sheet.result(**facts)


def down_the_list(firms: Mapping[str, Situation], tables: Tables) -> Result:
    """For how many of these firms, by name, the best network is among the first ``PAGES``.

    ``STAGE.firms`` counts them by each of the ``STAGES``, as if networks were chosen by it. The
    facts ``STAGE.leads`` are what leads by it, by firm; ``listed`` are the first networks.
    """
    listed, sheet, facts = popular(tables)[:PAGES], Sheet(), {}
    chains = {name: stages(firm, tables) for name, firm in firms.items()}
    sheet.add("firms", len(chains), "count")
    for stage in STAGES:
        leads = {name: str(chain[stage].idxmax()) for name, chain in chains.items()}
        sheet.add(f"{stage}.firms", sum(n in listed for n in leads.values()), "firms")
        facts[f"{stage}.leads"] = leads
    return sheet.result(listed=listed, **facts)
