"""Lesson 08: no form is at home everywhere; who reads, who talks, what a visitor costs."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Annotated, ClassVar

import ipywidgets as widgets

from helpers import company
from helpers.data import texts
from helpers.data.tables import NONE
from helpers.lessons import stations
from helpers.models import fit, forms
from helpers.models.forms import TOP, Doubt
from helpers.models.result import Quantity, Result, Sheet
from helpers.studio import controls
from helpers.studio.declared import (
    Choice,
    CompanyField,
    Declaration,
    Ledger,
    Networks,
    Options,
    Subject,
)
from helpers.studio.exercises import match
from helpers.studio.exercises.match import Match
from helpers.studio.exercises.two_forms import TwoForms
from helpers.studio.guard import shown
from helpers.studio.lesson import Lesson
from helpers.studio.part import Part
from helpers.studio.prediction import Question
from helpers.studio.studio import Preset, Studio
from helpers.studio.tolerance import Among
from helpers.views.canvas import View
from helpers.views.forms import FormsView
from helpers.views.own_forms import OwnForms
from helpers.views.walk import Step, Walk
from helpers.views.words import Speaker
from helpers.words.locale import N_, _

COUNTED = {
    "short_video": "orga-018",
    "photo": "orga-017",
    "text": "orga-019",
    "link": "orga-015",
}
"""What was counted on X, by form: the engagement of a middle post of ordinary accounts."""
MADE = {"short_video": "making_short_video", "photo": "making_photo", "text": "making_micro"}
"""What each form takes to make there; a link adds nothing to it."""
PER_CENT = 100


def _cells(lesson: Subject) -> Options:
    """Every form on every network, and none of them."""
    tables, found = lesson.tables, [(_("none: I agree with all"), "")]
    rated = forms.ratings(tables)
    for network, by_form in rated.items():
        for form in by_form:
            said = _("{form} on {network}").format(
                form=tables.name("form", form), network=tables.name("network", network)
            )
            found.append((said, f"{network}.{form}"))
    return found


@dataclass(frozen=True, kw_only=True)
class Rating(Declaration):
    """A rating of the learner's own, from none to the best."""

    def control(self, lesson: Subject) -> widgets.Widget:
        return controls.dial(_("Your rating"), 0.0, TOP, TOP, 1.0, "points", _("it starts at ours"))


@dataclass(frozen=True)
class Table:
    """The state of the explore studio: ratings seen differently, and how sure all are."""

    cell: Annotated[
        str,
        Choice(
            label=N_("Which rating do you see differently?"),
            options=_cells,
            group=N_("One rating"),
        ),
    ]
    rating: Annotated[float, Rating(when=lambda state: state.cell)]
    second: Annotated[
        str, Choice(label=N_("And which other?"), options=_cells, group=N_("A second rating"))
    ]
    second_rating: Annotated[
        float, Rating(when=lambda state: state.second and state.second != state.cell)
    ]
    spread: Annotated[float, Ledger("rating_spread", group=N_("How sure"))]

    def doubts(self) -> list[Doubt]:
        """Each cell once; the first choice counts."""
        chosen = {self.second: self.second_rating, self.cell: self.rating}
        return [Doubt(*cell.split("."), chosen[cell]) for cell in sorted(chosen) if cell]


class Doubting(Studio):
    """Whoever chooses a rating begins with ours: to choose it alone changes no figure."""

    RATED: ClassVar = {"cell": "rating", "second": "second_rating"}

    def _ours(self, name: str, cell: object) -> dict[str, float]:
        """Our rating of a cell, for the dial of this choice; none for no cell."""
        network, _dot, form = str(cell).partition(".")
        by_form = forms.ratings(self._lesson.tables).get(network, {})
        return {self.RATED[name]: by_form[form]} if form in by_form else {}

    def set(self, **values: object) -> None:
        """As in every studio; another cell brings our rating of it along."""
        ours: dict[str, object] = {}
        for name in self.RATED:
            if name in values and values[name] != self.controls[name].value:
                ours |= self._ours(name, values[name])
        super().set(**{**ours, **values})

    def _on_control(self, name: str) -> None:
        if name in self.RATED and not self._quiet:
            with self._silence():
                for dial, rating in self._ours(name, self.controls[name].value).items():
                    self.controls[dial].value = rating
        super()._on_control(name)


@dataclass(frozen=True)
class Ours:
    """The state of the own task."""

    networks: Annotated[tuple[str, ...], Networks(group=N_("Where we are"))]
    profiles: Annotated[float, CompanyField()]
    text: Annotated[float, CompanyField("content.text", group=N_("What we can make"))]
    photo: Annotated[float, CompanyField("content.photo")]
    short_video: Annotated[float, CompanyField("content.short_video")]


class EveryNetworkItsRules(Lesson):
    """The story travels; no form is at home everywhere.

    What wins on X was counted; elsewhere we judge.
    """

    slug = "every_network_its_rules"
    example_case = "machine_parts"
    texts = (match.TEXTS,)

    # The prediction -------------------------------------------------------------------------

    def _counted(self, form: str) -> float:
        """Share of the views of a middle post that somebody reacted to (0–1)."""
        return self.tables.evidence[COUNTED[form]].value / PER_CENT

    def _right(self) -> str:
        return max(COUNTED, key=self._counted)

    def _sheet(self) -> Result:
        sheet = Sheet()
        for form in COUNTED:
            sheet.add(f"engaged.{form}", self._counted(form), "fine share")
        for form, key in MADE.items():
            sheet.add(f"made.{form}", self.tables.default(key), "hours")
        return sheet.result()

    def question(self) -> Question:
        text = _(
            "In 2025 Buffer, which sells planning tools, counted millions of posts of ordinary "
            "accounts on X: films, pictures, words alone, and words with a link to a site. Take "
            "each form's middle post: half of its posts got more reactions, answers and shares per "
            "view, half got fewer. Which form's middle post got most?"
        )
        options = tuple((self.tables.name("form", form), form) for form in COUNTED)
        close = Among(right=(self._right(),))
        return Question(text, options=options, close=close, counted=True)

    def truth(self) -> Quantity:
        return self._sheet()[f"engaged.{self._right()}"]

    def comparison(self, committed: Mapping[str, object] | None) -> str:
        """The answer, and what each form got."""
        speak = Speaker(self._sheet())
        figures = _(
            "The middle film got {film}, the picture {photo}, words alone {text}; of the posts "
            "with a link half got nothing ({link})."
        ).format(
            film=speak("engaged.short_video"),
            photo=speak("engaged.photo"),
            text=speak("engaged.text"),
            link=speak("engaged.link"),
        )
        return f"{super().comparison(committed)} {figures}"

    def walk(self) -> Walk:
        """From the form that takes most work to the one that takes least."""
        result = self._sheet()
        speak = Speaker(result)
        film = _("The dearest form should win: {hours} for a film, and it got {share}.").format(
            hours=speak("made.short_video"), share=speak("engaged.short_video")
        )
        photo = _("The picture, made in {hours}, got a little less: {share}.").format(
            hours=speak("made.photo"), share=speak("engaged.photo")
        )
        link = _("Of the posts that send the reader away half got nothing: {share}.").format(
            share=speak("engaged.link")
        )
        text = _("Posts of words alone got most, {share}.").format(share=speak("engaged.text"))
        why = _(
            "We judge a form by the work in it. Readers judge it by what they came for: here, to "
            "talk. But a count is no experiment: who posts films may differ from who posts words."
        )
        table = forms.answer(self.tables, self.tables.default("rating_spread"))
        if table.facts["cells"].get(("instagram", "text")) == forms.LOST:
            note = _("On Instagram, by our rating, words are lost: look at your note.")
            why = f"{note} {why}"
        steps = (
            Step(film, "engaged.short_video"),
            Step(photo, "engaged.photo"),
            Step(link, "engaged.link"),
            Step(text, "engaged.text"),
        )
        return Walk(result, steps, why, counted=True)

    # The worked example ---------------------------------------------------------------------

    def example_picture(self) -> tuple[View, Result]:
        spread = self.tables.default("rating_spread")
        return FormsView(self.tables), forms.answer(self.tables, spread)

    def example_steps(self, result: Result, speak: Speaker) -> list[str]:
        story = {one["key"]: one["text"] for one in texts.load(match.TEXTS)["story"]}
        told = [
            _("{network}: {text}").format(network=self.tables.name("network", n), text=story[n])
            for n in self.tables.network_keys
            if n in story
        ]
        return [
            _("{company} has one story: a gear that nobody makes any more.").format(
                company=company.case(self.example_case).name
            ),
            *told,
            _(
                "Each text stands in a cell that says “at home”. Put the photo on X and it only "
                "passes; put the words on Instagram and they are lost."
            ),
            _("The usual way, two sentences with a link, is at home on {link} of {all}.").format(
                link=speak.bare("homes.link"), all=speak.bare("columns")
            ),
        ]

    # The studios ----------------------------------------------------------------------------

    def explore_studio(self) -> Studio:
        tables = self.tables
        presets = {
            "picture": Preset(_("A picture wins on X"), {"cell": "x.photo", "rating": TOP}),
            "unsure": Preset(
                _("Ratings two points off"), {"spread": tables.assumptions["rating_spread"].high}
            ),
        }

        def model(state: Table) -> Result:
            return forms.answer(tables, state.spread, state.doubts())

        return Doubting(self, Table, model, FormsView(tables), presets)

    def people_studio(self) -> Studio:
        """Possible buyers who read a post."""
        return stations.readers_studio(self)

    def x_studio(self) -> Studio:
        """Questions that outgrow the people."""
        return stations.talk_studio(self)

    def instagram_studio(self) -> Studio:
        """Whether an influencer campaign pays."""
        return stations.visitors_studio(self)

    @shown
    def match(self) -> Part:
        """Five ways to say one piece of news, to be put where they are at home."""
        self._check()
        return self._kept("match", lambda: Match(self.tables))

    @shown
    def write(self) -> Part:
        """The learner's own idea in two texts."""
        self._check()
        return self._kept("write", lambda: TwoForms(self.company, self.tables, self.save))

    @shown
    def station_people(self) -> Part:
        """The first station, under the veil of the prediction."""
        return self._veiled("people", self.people_studio)

    @shown
    def station_x(self) -> Part:
        """The second station, under the same veil."""
        return self._veiled("x", self.x_studio)

    @shown
    def station_instagram(self) -> Part:
        """The third station, under the same veil."""
        return self._veiled("instagram", self.instagram_studio)

    def own_studio(self) -> Studio:
        tables, known = self.tables, self.company

        def model(state: Ours) -> Result:
            made = {name: round(getattr(state, name)) for name in ("text", "photo", "short_video")}
            changed = known.changed(
                networks=tuple(state.networks),
                profiles=state.profiles,
                content={**known.content, **made},
            )
            cards = forms.cards(changed.content, changed.networks, tables)
            situation = fit.situation(changed, tables)
            found = cards.joined(fit.answer(situation, tables))
            lifted = fit.lifted(situation, changed.networks, tables)
            return replace(found, facts={**found.facts, "lifted": lifted})

        return Studio(self, Ours, model, OwnForms(tables))

    def studios(self) -> dict[str, Callable[[], Studio]]:
        found = super().studios()
        return {
            "explore": found["explore"],
            "people": self.people_studio,
            "x": self.x_studio,
            "instagram": self.instagram_studio,
            "own": found["own"],
        }

    def decisions(self) -> Iterable[tuple[str, str]]:
        return [
            (_("One idea, in the form that is at home on each of our networks"), "forms"),
            (_("One network, and the form that is at home there"), "one"),
            (_("First somebody who can make the form that we lack"), "make"),
            (_("No network for now"), NONE),
        ]
