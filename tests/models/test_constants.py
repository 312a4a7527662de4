"""Numbers in models are numerics, definitions or layout; every assumption stands in the ledger."""

import ast
from dataclasses import replace

import pytest

from helpers import company, context
from helpers.data.tables import Tables
from helpers.models import calibration, company_plan, effort, fit
from helpers.models.calibration import Forecast
from helpers.models.looks import Looks, looks_of, without_queue
from tests.models.cases import MACHINE_PARTS

KEPT = {
    "ads_narrow.py FARTHEST": "end of a search: no trial tells what more would bring",
    "ads_narrow.py HALF_AN_HOUR": "step of a control: what a class adds at the telephone",
    "ads_narrow.py HALF_A_EURO": "tolerance: what would print as no difference",
    "ads.py SEEN": "tolerance: what would print as nought",
    "breadth.py EACH": "layout: up to so many bars each number of networks has its own",
    "breadth.py FAR": "length of a search: two people's whole weeks",
    "breadth.py PAIR": "definition: two networks are held against more",
    "breadth.py STEP": "steps of a search",
    "breadth.py TENTH": "steps of a search",
    "doors.py STEPS_TRIED": "steps of a search",
    "complexity.py TWO": "definition: two networks are a pair",
    "complexity.py EIGHT_IN_TEN": "definition: standard deviations that hold eight in ten values",
    "chances.py CENT": "tolerance: what is less cannot be divided by",
    "advice.py NEVER": "error of floating point",
    "plan_days.py WEEK": "days of a week",
    "plan_days.py TRIAL_WEEKS": "definition: a trial of six weeks",
    "plan_days.py LONGEST": "definition: days of a year",
    "review.py TENTH": "definition: hours are printed in tenths",
    "advice.py WEEKS_A_YEAR": "definition",
    "advocacy.py TWENTY": "definition: so many contacts are opened, by the schema",
    "advocacy.py PRIOR": "definition: Jeffreys' prior",
    "advocacy.py ENDS": "definition: eight in ten readings lie between them",
    "advocacy.py WHOLE": "rounding: people as they are printed",
    "advocacy.py GRID": "slices of an integral",
    "content.py WEEKS": "length of a curve: a year",
    "seeded.py COMMON": "seed of a simulation",
    "sensitivity.py ALONE": "samples: groups up to that size are not divided further",
    "sensitivity.py SAME": "tolerance: digits that no reader sees",
    "sensitivity.py LEAST_OF_ONE": "tolerance: a change of a share is measured against as much",
    "forms.py DRAWS": "draws of a simulation",
    "forms.py SEED": "seed of a simulation",
    "forms.py TOP": "top of a scale",
    "influencer.py PER": "definition: views for which visits are told",
    "questions.py EXAMPLES": "rows of a table",
    "questions.py WEEK": "days of a week",
    "questions.py WEEKS": "length of a curve: a quarter",
    "days.py DAYS": "definition",
    "days.py HOURS": "definition",
    "days.py STEP": "rounding: minutes are told in fives",
    "days.py TINY": "tolerance of rounding a half",
    "days.py WEEKS": "definition",
    "mirror.py PAGES": "definition: so many pages the partner of the story can pay",
    "mirror.py RATED": "definition: ratings go from 0 to 4",
    "content.py FEW": "definition: one in so many or fewer is told with its tenth",
    "tenths.py TENTHS": "definition: figures are printed in tenths",
    "effort.py DRAWS": "draws of a simulation",
    "fit.py DRAWS": "draws of a simulation",
    "fit.py LIFTED": "tolerance: what is no whole percent of people is not moved",
    "fit.py POINTS": "definition: fits are printed in points of ten",
    "ratings.py SEED": "seed of a simulation",
    "groups.py DRAWS": "draws of a simulation",
    "groups.py FAR": "length of a curve: as far as the control of members goes",
    "groups.py HALVINGS": "steps of a bisection",
    "groups.py MANY": "definition: helpers are counted in a thousand members",
    "groups.py POINTS": "samples of a curve",
    "groups.py TEN": "definition: of ten questions",
    "looks.py DAY": "definition",
    "looks.py DAYS": "definition",
    "looks.py WEEKDAYS": "definition",
    "looks.py MOST": "messages of a simulation",
    "looks.py SEED": "seed of a simulation",
    "looks.py WEEK": "definition",
    "looks.py WEEKS": "weeks of a simulation",
    "replies.py NEAR": "tolerance: what a simulation cannot tell apart",
    "care.py HOURLY": "definition",
    "search.py HOURS_A_MONTH": "definition",
    "search.py MONTHS_A_YEAR": "definition",
    "item_analysis.py LEAST": "convention: of fewer learners a correlation is chance",
    "search.py LEAST_VISITS": "tolerance: what is less cannot be divided by",
    "search.py MONTHS": "length of a curve: three years",
    "search.py SEARCHES": "rows of an exercise",
    "swot_seeds.py LEVELS": "top of a scale",
    "swot_seeds.py RESULT": "searches of an exercise",
    "swot_seeds.py WEEK": "definition",
    "swot.py MOST": "rows of an exercise",
    "ways.py STEP": "definition: hours are promised in halves, as the company form takes them",
    "whys.py NEAR": "tolerance: as near as a guess may be to count as close",
    "vote.py FAR": "layout: where an axis leaves the farthest answers of a class off",
}
"""Numeric constants that are no assumption, and why. What a trainer may doubt is a ledger row."""


def holds_numbers(node: ast.expr) -> bool:
    """Whether a value is a number, or a group of nothing but numbers."""
    if isinstance(node, ast.UnaryOp):
        return holds_numbers(node.operand)
    if isinstance(node, ast.Tuple | ast.List | ast.Set):
        return bool(node.elts) and all(map(holds_numbers, node.elts))
    if isinstance(node, ast.BinOp):
        return holds_numbers(node.left) and holds_numbers(node.right)
    return isinstance(node, ast.Constant) and type(node.value) in (int, float)


def constants() -> set[str]:
    """Every upper-case number of the models, by module."""
    found = set()
    for path in (context.PACKAGE / "models").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.AnnAssign) and node.value:
                targets: list[ast.expr] = [node.target]
            elif isinstance(node, ast.Assign):
                targets = node.targets
            else:
                continue
            names = [t.id for t in targets if isinstance(t, ast.Name) and t.id.isupper()]
            if names and holds_numbers(node.value):
                found |= {f"{path.name} {name}" for name in names}
    return found


def test_every_number_that_stands_in_a_model_is_named_here_with_its_reason():
    assert constants() == set(KEPT)


def hours_of_ads(data: Tables) -> float:
    hotel = company.case("hotel")
    plan = company_plan.plan_of(hotel, data, "lean", networks=("facebook",), ads=600.0)
    return effort.answer(plan, data, draws=50).value("required")


def museum_looks(data: Tables) -> Looks:
    """A firm that states its days: at what hour it looks then counts, too."""
    return replace(looks_of(company.case("museum"), data), look_hours=4.0)


MOVES = {
    # Who writes on a day that is not promised waits, as it counts, from 0 h to the first look.
    "first_look": lambda data: without_queue(museum_looks(data), 9).in_time,
    "look_span": lambda data: without_queue(museum_looks(data), 24).wait_hours,
    "fit_tie": lambda data: fit.answer(MACHINE_PARTS, data).value("tie"),
    "profile_lift": lambda data: fit.answer(MACHINE_PARTS, data).value("facebook.fit"),
    "search_share_spread": lambda data: fit.stability(MACHINE_PARTS, data).at["none", "high"],
    "searches_counted": lambda data: fit.stability(MACHINE_PARTS, data).at["none", "low"],
    "ads_step": hours_of_ads,
    "calibration_calm": lambda data: calibration.answer([Forecast(0.9, False)], data, 0.5).facts[
        "habit"
    ],
}
"""Assumptions that once stood in a formula, with something that each of them moves."""


@pytest.mark.parametrize("key", MOVES)
def test_an_assumption_that_once_stood_in_code_moves_its_figure_from_the_ledger(key, data):
    row = data.assumptions[key]
    moved = replace(data, assumptions={**data.assumptions, key: replace(row, default=row.high)})
    assert MOVES[key](moved) != MOVES[key](data)
