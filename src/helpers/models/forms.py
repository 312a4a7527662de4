"""Forms of a message: which is at home on which network, and how sure our ratings are of that.

Ratings go from 0 to 4. A form that the network's cadence asks for has its rating there; how the
others do is rated as ``form``. They are teaching assumptions; only those of X rest on a count.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

import numpy as np

from helpers.data.record import remembered
from helpers.data.tables import Tables
from helpers.models import seeded
from helpers.models.result import Result, Sheet

HOME, PASSABLE, LOST = "home", "passable", "lost"
LINK = "link"
"""The form that nearly everybody uses: two sentences and a link to the own site."""
TOP = 4.0
"""The best rating."""
SEED = 20261126
DRAWS = 4000

Ratings = Mapping[str, Mapping[str, float]]
"""By network, then by form."""


@dataclass(frozen=True)
class Doubt:
    """One rating that somebody sees differently."""

    network: str
    form: str
    rating: float


def ratings(tables: Tables) -> Ratings:
    """The networks on which every form is rated, in the order of the course.

    One fact stands once: what ``format`` says of a form, ``form`` does not say again.
    """
    known: dict[tuple[str, str], float] = {}
    for dimension in ("form", "format"):
        rows = tables.ratings[tables.ratings["dimension"] == dimension]
        for network, item, rating in zip(
            rows["network"], rows["item"], rows["rating"], strict=True
        ):
            known[network, item] = float(rating)
    forms = tables.keys("form")
    return {
        network: {form: known[network, form] for form in forms}
        for network in tables.network_keys
        if all((network, form) in known for form in forms)
    }


def with_doubts(rated: Ratings, doubts: Sequence[Doubt]) -> Ratings:
    """The ratings with those that are doubted, each in a cell that there is."""
    for doubt in doubts:
        there = {**rated[doubt.network], doubt.form: doubt.rating}
        rated = {**rated, doubt.network: there}
    return rated


def _at_home(values: np.ndarray, tie: float, fair: float) -> np.ndarray:
    """Where a form (last axis but one) is best on its network (last), or less than a tie off.

    What does not even pass is at home nowhere, however poor the others are.
    """
    found: np.ndarray = (values > values.max(axis=-2, keepdims=True) - tie) & (values >= fair)
    return found


def _state(at_home: bool, rating: float, fair: float) -> str:
    return HOME if at_home else PASSABLE if rating >= fair else LOST


@remembered(64)
def _readings(
    rated: tuple[tuple[float, ...], ...], spread: float, tie: float, fair: float
) -> tuple[np.ndarray, float]:
    """How often each form is at home on each network, and how often one is on all of them.

    In every reading each rating is up to ``spread`` higher or lower, within the scale.
    """
    values = np.array(rated)
    drawn = values + seeded.noise((DRAWS, *values.shape), spread, SEED)
    home = _at_home(np.clip(drawn, 0, TOP), tie, fair)
    return home.mean(axis=0), float(np.any(np.all(home, axis=2), axis=1).mean())


def answer(tables: Tables, spread: float, doubts: Sequence[Doubt] = ()) -> Result:
    """Every form on every network: its rating, what that makes it, and in how many readings.

    ``NETWORK.FORM.home`` is the share of readings in which it is at home there, ``homes.FORM``
    on how many networks it is by our ratings, ``most_homes`` the most of any, ``wrong`` how many
    ratings would have to change until one form were at home on all. ``everywhere`` is the
    share of readings in which one is. Facts: ``networks``, ``forms``, ``cells`` by
    (network, form), ``leading`` forms, the ``doubts``; ours is ``NETWORK.FORM.before``. A doubt
    about a cell that there is not is none; of two about one cell the last counts.
    """
    ours = ratings(tables)
    changed = {(d.network, d.form): d for d in doubts if d.form in ours.get(d.network, {})}
    rated = with_doubts(ours, tuple(changed.values()))
    networks, forms = tuple(rated), tables.keys("form")
    sheet = Sheet()
    sheet.add("spread", spread, "points")
    sheet.add("columns", len(networks), "count")
    if not networks:
        return sheet.result(networks=(), forms=forms, cells={}, leading=(), doubts=())
    tie, fair = tables.default("form_tie"), tables.default("form_fair")
    values = tuple(tuple(rated[n][form] for n in networks) for form in forms)
    home = _at_home(np.array(values), tie, fair)
    often, everywhere = _readings(values, spread, tie, fair)
    cells = {}
    for row, form in enumerate(forms):
        for column, network in enumerate(networks):
            rating = values[row][column]
            cells[network, form] = _state(home[row, column], rating, fair)
            sheet.add(f"{network}.{form}.rating", rating, "count")
            sheet.add(f"{network}.{form}.home", often[row, column], "tenths")
        sheet.add(f"homes.{form}", int(home[row].sum()), "count")
    counts = {form: int(home[row].sum()) for row, form in enumerate(forms)}
    best = max(counts.values())
    sheet.add("most_homes", best, "count")
    sheet.add("wrong", len(networks) - best, "count")
    sheet.add("everywhere", everywhere, "share")
    for network, form in changed:
        sheet.add(f"{network}.{form}.before", ours[network][form], "count")
    return sheet.result(
        networks=networks,
        forms=forms,
        cells=cells,
        leading=tuple(form for form in forms if counts[form] == best),
        doubts=tuple(changed.values()),
    )


def states_of(rated: Mapping[str, float], tables: Tables) -> dict[str, str]:
    """By form, what its rating makes it on one network."""
    tie, fair = tables.default("form_tie"), tables.default("form_fair")
    home = _at_home(np.array([*rated.values()])[:, None], tie, fair)[:, 0]
    return {
        form: _state(bool(at), rating, fair)
        for at, (form, rating) in zip(home, rated.items(), strict=True)
    }


def best_cards(content: Mapping[str, int], tables: Tables) -> dict[str, tuple[str, ...]]:
    """By network, the forms that a firm plays best there: rating times what it can make.

    ``content`` is what the firm can make, 0 to 4, by format. A link costs nothing to add to
    words, so it needs the same ability. A form that is lost there is no card, however well it
    is made: no form where a firm can make none that is at home or passable.
    """
    found = {}
    for network, rated in ratings(tables).items():
        states = states_of(rated, tables)
        worth = {
            form: rating * content.get("text" if form == LINK else form, 0)
            for form, rating in rated.items()
            if states[form] != LOST
        }
        most = max(worth.values())
        found[network] = tuple(form for form in worth if most > 0 and worth[form] == most)
    return found


def cards(content: Mapping[str, int], networks: tuple[str, ...], tables: Tables) -> Result:
    """A firm's best form on each of its networks that is rated, and how many forms these are.

    ``forms_needed`` forms at least serve with a best card each all of them that have one. Facts:
    ``cards`` by network, those ``elsewhere``, ``states`` of both by (network, form), all
    ``ticked`` networks.
    """
    best, rated = best_cards(content, tables), ratings(tables)
    held = {network: best[network] for network in best if network in networks}
    states = {
        (network, form): states_of(rated[network], tables)[form]
        for network, forms in best.items()
        for form in forms
    }
    ticked = tuple(network for network in tables.network_keys if network in networks)
    sheet = Sheet()
    sheet.add("forms_needed", _fewest([set(forms) for forms in held.values() if forms]), "count")
    elsewhere = {network: best[network] for network in best if network not in held}
    return sheet.result(cards=held, elsewhere=elsewhere, states=states, ticked=ticked)


def _fewest(wanted: list[set[str]]) -> int:
    """How few forms have one of each set: the forms are few, so all are tried."""
    every = sorted(set().union(*wanted)) if wanted else []
    for count in range(len(every) + 1):
        for chosen in combinations(every, count):
            if all(one & set(chosen) for one in wanted):
                return count
    return len(every)
