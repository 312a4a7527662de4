"""The own task on forms: a row for each ticked network with the firm's best card there."""

import math
from collections.abc import Sequence

from matplotlib.artist import Artist
from matplotlib.colors import to_hex, to_rgb
from matplotlib.figure import Figure

from helpers.data.tables import NONE, Tables
from helpers.models.forms import HOME
from helpers.models.result import Result
from helpers.views import plane
from helpers.views.bars import WHITE
from helpers.views.forms import TINT, deep
from helpers.views.forms_words import FormsWords
from helpers.views.plane import Plane, box, wide
from helpers.views.words import Speaker, Table, Words
from helpers.words.locale import _, either, listing

LINE, GAP, EDGE, MARGIN, BESIDE = 40, 6, 8, 14, 10
NAME = 17


class OwnForms(FormsWords):
    """The cards of the lesson's table that a firm plays best, coloured as there."""

    def __init__(self, tables: Tables) -> None:
        super().__init__(tables)

    # The picture ------------------------------------------------------------------------

    @staticmethod
    def _lines(result: Result) -> list[tuple[str, tuple[str, ...]]]:
        """By ticked network its best cards; none where it has none."""
        return [(n, result.facts["cards"].get(n, ())) for n in result.facts["ticked"]]

    def height(self, result: Result, width: int) -> int:
        count = sum(max(len(forms), 1) for _network, forms in self._lines(result))
        return 2 * EDGE + LINE * max(count, 1)

    def key(self, result: Result) -> tuple:
        return tuple(self._lines(result)), tuple(result.facts["states"].items())

    def build(self, figure: Figure, result: Result) -> Sequence[Artist]:
        self._plane = drawn = Plane(figure)
        lines = self._lines(result)
        room = drawn.width - 2 * MARGIN
        if not lines:
            said = plane.shortened(self.no_network(), room, NAME)
            drawn.text(said, MARGIN, drawn.height / 2, NAME)
            return drawn.moving
        widest = max(wide(self._name(network), NAME, True) for network, _forms in lines)
        left = MARGIN + min(widest, 0.4 * drawn.width) + BESIDE
        self._right = left + min(self._card_width(lines, result), drawn.width - MARGIN - left)
        top = float(EDGE)
        for network, forms in lines:
            name = plane.shortened(self._name(network), 0.4 * drawn.width, NAME, True)
            drawn.text(name, MARGIN, top + LINE / 2, NAME, weight="bold")
            if not forms:
                self._empty(network, result, left, top)
            for place, form in enumerate(forms):
                self._card(network, form, result, left, top + place * LINE)
            top += LINE * max(len(forms), 1)
        return drawn.moving

    def _said(self, network: str, form: str, result: Result) -> tuple[str, ...]:
        """What stands on a card, the fullest first."""
        name, (there, *_shorter) = (
            self._form_name(form),
            self.states(result.facts["states"][network, form]),
        )
        return _("{form}: {state}").format(form=name, state=there), name

    def _card_width(self, lines: Sequence[tuple[str, tuple[str, ...]]], result: Result) -> float:
        """One width for all: a length of its own would look like an amount."""
        full = [self._said(network, form, result)[0] for network, forms in lines for form in forms]
        widest = max((wide(said, NAME, True) for said in full), default=0.0)
        # Whole pixels: the widest itself fits, whatever adding and taking off rounds.
        return math.ceil(widest) + 2 * BESIDE + 1

    def _empty(self, network: str, result: Result, left: float, top: float) -> None:
        drawn = self._plane
        room = drawn.width - MARGIN - left
        tries = self.no_card(network in result.facts["cards"])
        said = next((one for one in tries if wide(one) <= room), tries[-1])
        drawn.text(said, left, top + LINE / 2, color=drawn.colours["soft"])

    def _card(self, network: str, form: str, result: Result, left: float, top: float) -> None:
        """A cell as in the table: filled at home, tinted where passable."""
        drawn, state = self._plane, result.facts["states"][network, form]
        colours, own = drawn.colours, self._tables.colour(network)
        ground = to_rgb(colours["ground"])
        mixed = zip(to_rgb(own), ground, strict=True)
        style = {
            "facecolors": to_hex([TINT * a + (1 - TINT) * b for a, b in mixed]),
            "edgecolors": own,
            "linewidths": 1.1,
        }
        if state == HOME:
            style = {"facecolors": deep(own)}
        right = self._right
        cell = box(left, top + GAP / 2, right, top + LINE - GAP / 2)
        drawn.boxes(**style).set_verts([cell])
        tries = self._said(network, form, result)
        bold = state == HOME
        room = right - left - 2 * BESIDE
        said = next((one for one in tries if wide(one, NAME, bold) <= room), tries[-1])
        # Moving as its cell does: what stands still is drawn below.
        text = drawn.moving_text(NAME, weight="bold" if bold else "normal")
        ink = WHITE if bold else colours["ink"]
        said = plane.shortened(said, room, NAME, bold)
        drawn.put(text, said, left + BESIDE, top + LINE / 2, color=ink)

    def update(self, result: Result) -> None:
        """All of it stands still until a card changes, and then it is built anew."""

    # The words --------------------------------------------------------------------------

    @staticmethod
    def no_network() -> str:
        """In place of a picture, where none is ticked."""
        return _("No network is ticked.")

    @staticmethod
    def no_card(rated: bool) -> tuple[str, ...]:
        """Why a network has no card, the fullest first."""
        if rated:
            return _("nothing that you can make is at home or passable"), _("none")
        return _("no card: its forms are not rated here"), _("not rated here")

    def words(self, result: Result) -> Words:
        speak = Speaker(result)
        rows = [
            self._row(*line, self._name(line[0]), result, speak) for line in self._lines(result)
        ]
        others = [
            self._row(
                n, forms, _("{network}, not ticked").format(network=self._name(n)), result, speak
            )
            for n, forms in result.facts["elsewhere"].items()
        ]
        header = (_("Network"), _("Best card"), _("There"), _("How well it suits you"))
        table = Table(_("Your best card on each network"), header, (*rows, *others))
        said = [_("{network}: {card}").format(network=row[0], card=row[1]) for row in rows]
        alt = _("A row for each network with its best card. {rows}.").format(
            rows="; ".join(said) or self.no_network()
        )
        remarks = (*self._unrated(result), *self._beside_home(result), self._best(result, speak))
        return speak.words(self._headline(result, speak), table, alt, remarks)

    def _row(
        self, network: str, forms: Sequence[str], name: str, result: Result, speak: Speaker
    ) -> tuple[str, ...]:
        """A network with its best card, what that is there, and the network's fit."""
        facts = result.facts
        rated = network in facts["cards"] or network in facts["elsewhere"]
        card = self._forms(forms) if forms else self.no_card(rated)[-1]
        states = [self.states(facts["states"][network, form])[0] for form in forms]
        there = listing(list(dict.fromkeys(states))) if states else "–"
        return name, card, there, speak.bare(f"{network}.fit")

    def _unrated(self, result: Result) -> list[str]:
        """The networks whose forms are not rated."""
        unrated = [self._name(n) for n in result.facts["ticked"] if n not in result.facts["cards"]]
        sentence = _("No card on {networks}: forms are rated here for the article's four only.")
        return [sentence.format(networks=listing(unrated))] if unrated else []

    def _beside_home(self, result: Result) -> list[str]:
        """Where a best card only passes, and where there is none."""
        facts = result.facts
        passes: dict[str, list[str]] = {}
        for network, forms in facts["cards"].items():
            for form in forms:
                if facts["states"][network, form] != HOME:
                    passes.setdefault(form, []).append(self._name(network))
        said = []
        if passes:
            parts = [
                _("{forms} on {networks}").format(forms=self._forms([f]), networks=listing(names))
                for f, names in passes.items()
            ]
            said.append(_("Only passable: {parts}.").format(parts="; ".join(parts)))
        unable = [self._name(n) for n, forms in facts["cards"].items() if not forms]
        if 0 < len(unable) < len(facts["cards"]):  # else the headline says it
            sentence = _("On {networks} nothing that you can make is at home or passable.")
            said.append(sentence.format(networks=listing(unable)))
        return [" ".join(said)] if said else []

    def _best(self, result: Result, speak: Speaker) -> str:
        """The best network that is not out, beside website first."""
        out = result.facts["screened"]
        left = [n for n in result.facts["ranking"] if n not in (NONE, *out)]
        site = speak.bare(f"{NONE}.fit")
        if not left:
            said = _(
                "How well each suits you, of ten: no network has enough of your "
                "people; your own website first has {site}."
            )
            return said.format(site=site)
        said = _(
            "How well each suits you, of ten: {network} is the best network with "
            "{fit}; your own website first has {site}."
        )
        fields = {"network": self._name(left[0]), "fit": speak.bare(f"{left[0]}.fit"), "site": site}
        lifted = result.facts["lifted"]
        if lifted in left[1:]:  # what profiles move stands in sight
            said = _(
                "How well each suits you, of ten: {network} {fit}, {lifted} with profiles as "
                "strong as this {lift}; your own website first {site}."
            )
            fields |= {"lifted": self._name(lifted), "lift": speak.bare(f"{lifted}.fit")}
        return said.format(**fields)

    def _headline(self, result: Result, speak: Speaker) -> str:
        """Networks with the same best forms stand together."""
        together: dict[tuple[str, ...], list[str]] = {}
        for network, forms in result.facts["cards"].items():
            together.setdefault(forms, []).append(self._name(network))
        able = {forms: names for forms, names in together.items() if forms}
        if not result.facts["ticked"]:
            return _("Tick a network, and its best card stands here.")
        if not together:
            return _("None of your networks is rated for forms here; those of the article are.")
        if not able:
            sentence = _(
                "On {networks} nothing that you can make is at home or passable: open none yet."
            )
            return sentence.format(networks=listing(together[()]))
        parts = [
            _("{forms} on {networks}").format(forms=self._forms(forms), networks=listing(names))
            for forms, names in able.items()
        ]
        if len(able) < len(together):
            parts.append(_("none on {networks}").format(networks=listing(together[()])))
        return speak.plural(
            "Your best cards: {parts}. You need {number} form.",
            "Your best cards: {parts}. You need {number} forms.",
            "forms_needed",
            parts="; ".join(parts),
        )

    def _forms(self, forms: Sequence[str]) -> str:
        names = [self._form_name(form).lower() for form in forms]
        return either(names)
