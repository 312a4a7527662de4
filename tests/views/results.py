"""Results for the tests of views: each view with a start and a neighbouring state."""

from helpers import company, tables
from helpers.lessons import planning
from helpers.models import effort, fit
from helpers.models.result import Result
from helpers.views.canvas import View
from helpers.views.fit import FitView
from helpers.views.fit_gap_map import FitGapMap
from helpers.views.gap import GapView


def pairs() -> dict[str, tuple[View, Result, Result]]:
    """For each view: the view, a result, and the result one step further on."""
    data = tables.load()
    hotel = company.case("hotel")
    parts = company.case("machine_parts")
    plan = planning.plan(parts, "standard")
    more = planning.plan(parts, "standard", people=planning.people_with(parts, 3.5))
    fits = [
        fit.answer(fit.situation(c, data), data, certainty)
        for c in (hotel,)
        for certainty in (None, 20.0)
    ]
    return {
        "fit": (FitView(data), fits[0], fits[0]),
        "fit, first places": (FitView(data, "first"), fits[1], fits[1]),
        "fit beside popularity": (FitView(data, popularity=True), fits[0], fits[0]),
        "gap": (GapView(data), effort.answer(plan, data), effort.answer(more, data)),
        "map": (
            FitGapMap(data),
            planning.fit_and_gap(hotel, data, "lean", 3),
            planning.fit_and_gap(hotel, data, "lean", 3.1),
        ),
    }
