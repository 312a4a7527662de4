"""Lesson 02, explore: what fits the machine shop, or any other firm, as it is and as it is set."""

from collections.abc import Callable

from helpers.company import Company
from helpers.lessons.ten_calls import PEOPLE, TESTED, Choices, facts, is_moved, what_differs
from helpers.lessons.whose import firm
from helpers.models import fit, mirror
from helpers.models.mirror import RIGHT
from helpers.models.result import Result
from helpers.studio.declared import Subject
from helpers.studio.following import Following
from helpers.studio.studio import Preset, Presets
from helpers.views.mirror import MirrorView
from helpers.words.locale import _

BEST = 4.0
"""The step of ability at which customers praise what is made."""
NEIGHBOURS = "b2c_local"


def _as_set(state: Choices, known: Company) -> Company:
    """The firm with what the controls say; where no answer is moved, with all its own."""
    content = {**known.content, "long_video": state.films}
    changed = known.changed(content=content, market=state.market)
    if state.weekly == facts(known)["weekly"]:
        return changed
    asked = known.asked or PEOPLE
    weekly = {**known.weekly, TESTED: state.weekly * asked / PEOPLE}
    return changed.changed(asked=asked, weekly=weekly)


def _presets(known: Company) -> Presets:
    """What would change something at this firm."""
    found = {
        "nobody": Preset(_("Nobody of ten"), {"weekly": 0.0}),
        "everybody": Preset(_("Ten of ten"), {"weekly": float(PEOPLE)}),
        "films": Preset(_("Films that customers praise"), {"films": BEST}),
        "local": Preset(_("Sold to neighbours"), {"market": NEIGHBOURS}),
    }
    its = facts(known)
    return {
        name: preset
        for name, preset in found.items()
        if any(its[control] != value for control, value in preset.values.items())
    }


def studio(our: Subject, as_it_is: Callable[[str], Result]) -> Following:
    """A firm as it is on the left, and on the right as the controls set it."""
    tables = our.tables

    def model(state: Choices) -> Result:
        known = firm(state.firm, our.company)
        name, note = what_differs(state, known, tables)
        situation = fit.situation(_as_set(state, known), tables)
        now = mirror.side(situation, tables, RIGHT, name, note)
        said = {"firm": known.name, "moved": is_moved(state, known)}
        return mirror.both(as_it_is(state.firm), now, tables).joined(Result({}, facts=said))

    return Following(
        our,
        Choices,
        model,
        MirrorView(tables, True),
        presets=lambda key: _presets(firm(key, our.company)),
        facts=lambda key: facts(firm(key, our.company)),
    )
