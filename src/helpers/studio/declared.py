"""Declared: a field of a State says which assumption, company field or choice it is.

    @dataclass(frozen=True)
    class Talk:
        own_links: Annotated[float, CompanyField(group=N_("What we do"))]
        minutes: Annotated[float, Ledger("content_minutes")]
        network: Annotated[str, Network(group=N_("Where"))]

From that follow the control with its label, range, step and unit, what it starts from, its
group on the page, and what an own task saves. What depends on the company or the tables is
a function of the lesson: ``CompanyField("asked", high=lambda lesson: lesson.most)``.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, fields, replace
from typing import Any, Protocol, TypeVar, get_type_hints

import ipywidgets as widgets

from helpers import company as company_module
from helpers.company import Company, Person
from helpers.data.tables import Tables
from helpers.models import company_plan
from helpers.models.plan import leader
from helpers.studio import controls
from helpers.words.locale import N_, _

Options = Iterable[tuple[str, object]]
"""What can be chosen, as (words, value) pairs."""
_NETWORK, _NETWORKS, _FIRM = N_("Network"), N_("Networks"), N_("Firm")
T = TypeVar("T")


class Subject(Protocol):
    """Whom a State is about: a lesson, with its company and its tables."""

    company: Company
    tables: Tables

    def supposing(self, tables: Tables, state_type: type) -> Any:
        """The studio of such a state, without controls, as it would be with other tables."""


Asked = T | Callable[[Any], T]
"""A value, or a function that gets it from the lesson."""


def _asked(value: Asked[T], lesson: Subject) -> T:
    return value(lesson) if callable(value) else value


@dataclass(frozen=True, kw_only=True)
class Declaration:
    """What stands in ``Annotated`` behind the type of a State's field.

    ``key`` names a row of the ledger or a field of the company; it is the field's own name
    unless said. ``label`` and ``start`` replace those of the row or the field; a label as
    text is marked with ``N_``. ``group`` titles the group of controls that begins here.
    Where ``when`` is not true of the state, the control would change nothing: it is hidden.
    """

    key: Asked[str] = field(default="", kw_only=False)
    label: Asked[str] = ""
    start: Asked[object] = None
    group: str = ""
    when: Callable[[Any], object] = lambda state: True

    def control(self, lesson: Subject) -> widgets.Widget:
        """The control, at its start."""
        raise NotImplementedError

    def saved(self, lesson: Subject, value: object) -> dict[str, object]:
        """What an own task writes to the company file for this value, by key; {} for no field."""
        return {}

    def _key(self, lesson: Subject) -> str:
        return _asked(self.key, lesson)

    def _label(self, lesson: Subject) -> str:
        """Our own label in the learner's language; '' where row or field have theirs."""
        return self.label(lesson) if callable(self.label) else _(self.label)


@dataclass(frozen=True, kw_only=True)
class Ledger(Declaration):
    """An assumption: a dial over its range, or whole numbers to choose from as ``options``.

    ``low`` and ``high`` let the dial begin or end elsewhere than the plausible range does.
    """

    options: Asked[Options | None] = None
    low: float | None = None
    high: float | None = None

    def control(self, lesson: Subject) -> widgets.Widget:
        key, label, start = self._key(lesson), self._label(lesson), _asked(self.start, lesson)
        if self.options is None:
            return controls.from_ledger(lesson.tables, key, start, label, self.low, self.high)
        row = lesson.tables.assumptions[key]
        start = round(row.default) if start is None else start
        return controls.choice(label or _(row.label), _asked(self.options, lesson), start)


@dataclass(frozen=True, kw_only=True)
class CompanyField(Declaration):
    """A field of the company: a dial, a choice or check boxes, as schema and ``options`` say.

    A key such as ``ages.65+`` is a number within a group. ``high`` narrows a wide range
    further than the field's own slider; the file takes more. ``optional``: the box may stay
    empty, for what nobody has counted yet. ``hint`` stands under the label of a dial, for steps
    whose meaning the schema says once for a whole group.
    """

    high: Asked[float | None] = None
    options: Asked[Options | None] = None
    optional: bool = False
    hint: Asked[str] = ""

    def control(self, lesson: Subject) -> widgets.Widget:
        key, label = self._key(lesson), self._label(lesson)
        start = self.start
        start = self._known(lesson, key) if start is None else _asked(start, lesson)
        group, *inner = key.split(".")
        rule = company_module.schema()["properties"][group]
        if rule["type"] == "boolean":
            return controls.tick(label or _(rule["title"]), start)
        options = _asked(self.options, lesson) or _terms(group, rule, lesson.tables)
        if inner or not options:
            high, optional = _asked(self.high, lesson), self.optional
            made = controls.from_company(key, start, label, high, optional=optional)
            if hint := _asked(self.hint, lesson):
                made.hint = f"{hint} {made.hint}"
            return made
        kind = controls.Checks if rule["type"] == "array" else controls.choice
        return kind(label or _(rule["title"]), list(options), start)

    def saved(self, lesson: Subject, value: object) -> dict[str, object]:
        key = self._key(lesson)
        if isinstance(value, tuple):
            value = list(value)
        elif isinstance(value, float) and company_module.field(key).whole:
            value = round(value)
        return {key: value}

    @staticmethod
    def _known(lesson: Subject, key: str) -> object:
        """What the company says."""
        group, *inner = key.split(".")
        value = getattr(lesson.company, group)
        return value[inner[0]] if inner else value


def _terms(key: str, rule: Mapping, tables: Tables) -> Options:
    """The words for what the schema lets a text or a list hold; none for a number."""
    kind = {"networks": "network"}.get(key, key)
    return [(tables.name(kind, term), term) for term in rule.get("items", rule).get("enum", ())]


@dataclass(frozen=True, kw_only=True)
class Networks(CompanyField):
    """The networks under discussion, as check boxes."""

    key: Asked[str] = field(default="networks", kw_only=False)
    label: Asked[str] = _NETWORKS


@dataclass(frozen=True, kw_only=True)
class Hours(Declaration):
    """The hours of the person who promises most, or of somebody still to be named.

    ``what_if`` says in the label that nothing is promised by trying. Saved, it is the people.
    """

    what_if: bool = False

    def control(self, lesson: Subject) -> widgets.Widget:
        people = lesson.company.people
        place = leader(people)
        rule = company_module.hours_field()
        label, start = _("Hours a week that somebody promises"), 0.0
        if place is not None:
            label = _("{person}: promised hours a week")
            if self.what_if:
                label = _("{person}: hours a week, as a trial")
            label, start = label.format(person=people[place].name), people[place].hours
        return controls.dial(label, rule.low, rule.high, start, rule.step, rule.unit)

    def saved(self, lesson: Subject, value: object) -> dict[str, object]:
        return {"people": promised(company_plan.people_with(lesson.company, value))}


def promised(people: Iterable[Person]) -> list[dict[str, object]]:
    """People as the company file has them; who is still to be found is called somebody."""
    names = {company_plan.SOMEBODY: _("Somebody")}
    return [{**vars(person), "name": names.get(person.name, person.name)} for person in people]


@dataclass(frozen=True, kw_only=True)
class OfLeader(Declaration):
    """Words about the person who promises most: ``part`` is a field of a person."""

    part: str
    hint: str = ""

    def control(self, lesson: Subject) -> widgets.Widget:
        people = lesson.company.people
        place = leader(people)
        start = "" if place is None else getattr(people[place], self.part)
        return controls.line(self._label(lesson), start, _(self.hint))

    def saved(self, lesson: Subject, value: object) -> dict[str, object]:
        everybody = list(lesson.company.people)
        place = leader(everybody)
        if place is not None and (value or self.part != "name"):
            everybody[place] = replace(everybody[place], **{self.part: value})
        return {"people": promised(everybody)}


@dataclass(frozen=True, kw_only=True)
class Written(Declaration):
    """A field of the company that holds a few words of its own."""

    hint: str = ""

    def control(self, lesson: Subject) -> widgets.Widget:
        key = self._key(lesson)
        title = company_module.schema()["properties"][key]["title"]
        start = getattr(lesson.company, key)
        return controls.line(self._label(lesson) or _(title), start, _(self.hint))

    def saved(self, lesson: Subject, value: object) -> dict[str, object]:
        key = self._key(lesson)
        return {key: str(value).strip()[: company_module.most_letters(key)]}


@dataclass(frozen=True, kw_only=True)
class Choice(Declaration):
    """One of several ``options`` of the lesson; it starts at the first."""

    options: Asked[Options]

    def control(self, lesson: Subject) -> widgets.Widget:
        options, label = list(_asked(self.options, lesson)), self._label(lesson)
        start = options[0][1] if self.start is None else _asked(self.start, lesson)
        return controls.choice(label, options, start)


@dataclass(frozen=True, kw_only=True)
class Firm(Choice):
    """One of the firms that a lesson offers; it starts at the one that it works with."""

    label: Asked[str] = _FIRM
    options: Asked[Options] = lambda lesson: lesson.offered()
    start: Asked[object] = lambda lesson: lesson.at_work()


def network_names(lesson: Subject) -> Options:
    """Every network, in the order of the course."""
    return [(lesson.tables.name("network", n), n) for n in lesson.tables.network_keys]


def action_names(lesson: Subject) -> Options:
    """Every action that a SWOT can lead to."""
    return [(lesson.tables.name("action", a), a) for a in lesson.tables.actions.index]


@dataclass(frozen=True, kw_only=True)
class Network(Choice):
    """One network; it starts at the one that the company would begin with."""

    label: Asked[str] = _NETWORK
    start: Asked[object] = lambda lesson: company_plan.first_network(lesson.company, lesson.tables)
    options: Asked[Options] = network_names


def declarations(state_type: type) -> dict[str, Declaration]:
    """The declaration of each field of a State, in order, with its key.

    Raises TypeError for a field that has none, or more than one.
    """
    hints = get_type_hints(state_type, include_extras=True)
    found = {}
    for name in (each.name for each in fields(state_type)):
        notes = getattr(hints[name], "__metadata__", ())
        declared = [note for note in notes if isinstance(note, Declaration)]
        if len(declared) != 1:
            raise TypeError(f"{state_type.__name__}.{name} has {len(declared)} declarations, not 1")
        found[name] = replace(declared[0], key=declared[0].key or name)
    return found


def groups(declared: Mapping[str, Declaration]) -> dict[str, tuple[str, ...]]:
    """The names of controls by the title of their group, in the learner's language."""
    found: dict[str, tuple[str, ...]] = {}
    title = ""
    for name, declaration in declared.items():
        title = _(declaration.group) or title
        found[title] = (*found.get(title, ()), name)
    return found


def changes(state: object, lesson: Subject) -> dict[str, object]:
    """What an own task saves: every company field of its state, a number within its group."""
    found: dict[str, Any] = {}
    for name, declaration in declarations(type(state)).items():
        for key, value in declaration.saved(lesson, getattr(state, name)).items():
            group, *inner = key.split(".")
            if inner:
                found.setdefault(group, dict(getattr(lesson.company, group)))[inner[0]] = value
            else:
                found[group] = value
    return found
