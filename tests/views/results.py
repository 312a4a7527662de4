"""Results for the tests of views: each view with a start and a neighbouring state."""

from collections.abc import Callable
from copy import copy
from functools import cache

from helpers import company
from helpers.data import reading
from helpers.lessons.ask_an_expert import AskAnExpert
from helpers.lessons.care_or_reputation import CareOrReputation
from helpers.lessons.complexity import Complexity
from helpers.lessons.decision import TheDecision
from helpers.lessons.every_network_its_rules import EveryNetworkItsRules
from helpers.lessons.paid_reach import PaidReach
from helpers.lessons.people import People
from helpers.lessons.popular_is_not_fit import PopularIsNotFit
from helpers.lessons.relation_not_push import RelationNotPush
from helpers.lessons.resources import Resources
from helpers.lessons.search_first import SearchFirst
from helpers.lessons.swot import Swot
from helpers.lessons.voice_and_groups import VoiceAndGroups
from helpers.lessons.why import WhyLesson
from helpers.lessons.your_company import YourCompany
from helpers.models import company_plan, effort, fit, fit_and_gap
from helpers.models.result import Result
from helpers.studio.studio import Studio
from helpers.views.canvas import View
from helpers.views.fit import FitView
from helpers.views.fit_gap_map import FitGapMap
from helpers.views.gap import GapView

Pair = tuple[View, Result, Result]


def step(make: Callable[[], Studio], start: dict | None = None, **values: object) -> Pair:
    """The view of a studio, where it starts, and one step of a control."""
    studio = make()
    studio.set(**(start or {}))
    first = studio.result
    studio.set(**values)
    assert studio.error is None
    return studio.picture, first, studio.result


def pairs() -> dict[str, Pair]:
    """For each view: a view of its own, a result, and the result one step further on."""
    return {name: (fresh(view), *results) for name, (view, *results) in _pairs().items()}


def fresh(view: View) -> View:
    """A view that shares no artists with another one."""
    twin = copy(view)
    for name, part in vars(view).items():
        if hasattr(part, "build"):
            setattr(twin, name, copy(part))
    return twin


@cache
def _pairs() -> dict[str, Pair]:
    data = reading.load()
    hotel = company.case("hotel")
    parts = company.case("machine_parts")
    plan = company_plan.plan_of(parts, data, "standard")
    more = company_plan.plan_of(
        parts, data, "standard", people=company_plan.people_with(parts, 3.5)
    )
    fits = fit.answer(fit.situation(hotel, data), data)
    care, rules, voice = CareOrReputation(), EveryNetworkItsRules(), VoiceAndGroups()
    return {
        "fit": (FitView(data), fits, fits),
        "mirror": (*PopularIsNotFit().example_picture(), PopularIsNotFit().example_picture()[1]),
        "mirror, one firm": step(PopularIsNotFit().explore_studio, weekly=7.0),
        "whys": step(WhyLesson().explore_studio, {"coins": 7.0}, coins=6.0),
        "best fits": step(WhyLesson().own_studio, {"coins": 10.0}, coins=9.0),
        "gap": (GapView(data), effort.answer(plan, data), effort.answer(more, data)),
        "pictured": step(Resources().explore_studio, hours=3.5),
        "pictured, small": step(Resources().own_studio, hours=3.5),
        "map": (
            FitGapMap(data),
            fit_and_gap.answer(hotel, data, "lean", 3),
            fit_and_gap.answer(hotel, data, "lean", 3.1),
        ),
        "buckets": step(RelationNotPush().explore_studio, stay=0.25),
        "gap, further work": step(
            RelationNotPush().own_studio, {"conversations": 38.0}, conversations=39.0
        ),
        "ads": step(PaidReach().explore_studio, contribution=200.0),
        "sawtooth": step(care.explore_studio, messages=6.0),
        "care": step(care.own_studio, days=6.0),
        "matrix": step(Swot().explore_studio, {"second": "photos"}, second="listing"),
        "before and after": step(Swot().own_studio, {"actions": ("pages",)}, hours=3.5),
        "job": step(voice.explore_studio, members=210.0),
        "forms": step(rules.explore_studio, cell="x.photo"),
        "readers": step(rules.people_studio, facebook=0.025),
        "questions": step(rules.x_studio, asked=3.1),
        "own forms": step(rules.own_studio, profiles=0.55),
        "growth": step(Complexity().laws_studio, coordination=0.3),
        "breadth": step(Complexity().explore_studio, hours=2.5),
        "own breadth": step(Complexity().own_studio, hours=3.5),
        "squares": step(YourCompany().explore_studio, level="standard"),
        "promise": step(YourCompany().own_studio, hours=3.5),
        "hump": step(SearchFirst().explore_studio, found=0.32),
        "own search": step(SearchFirst().own_studio, first_page=0.3),
        "people": step(People().explore_studio, buyers=4.0),
        "own people": step(People().own_studio, contacts=1110.0),
        "board": step(TheDecision().board_studio, people=0.15),
        "doors": step(TheDecision().explore_studio, owner=0.8),
        "mountain": step(AskAnExpert().explore_studio, odds=0.55),
        "break even": step(AskAnExpert().own_studio, contribution=2900.0),
        "influencer": step(rules.instagram_studio, contribution=40.0),
    }
