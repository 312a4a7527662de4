"""One piece of news in several forms: where is each at home? Matched by hand, then explained."""

import html

import ipywidgets as widgets

from helpers.data import texts
from helpers.data.tables import Tables
from helpers.models import forms
from helpers.studio import controls
from helpers.studio.part import Part, Stage, button, column, paragraphs, prose
from helpers.words import escaping, locale
from helpers.words.locale import _

TEXTS = "forms"
"""The file of ``data/texts`` with the messages."""
NOWHERE = "nowhere"
HOME = forms.HOME


class Match(Part):
    """A network for each message, then which were at home and why. Nothing is saved."""

    def __init__(self, tables: Tables) -> None:
        self.stage = Stage()
        self._tables, self._cells = tables, forms.answer(tables, 0.0).facts["cells"]
        words = texts.load(TEXTS)
        self._news, self.messages = words["news"], words["messages"]
        self._names = {
            message["key"]: self._name(tables, message["key"]) for message in self.messages
        }
        places = [key for key in tables.network_keys if key in self._names]
        options = [(_("choose"), ""), *((self._names[key], key) for key in places)]
        options.append((_("nowhere"), NOWHERE))
        self.choices = [
            controls.choice(
                _("Place of message {number}").format(number=locale.number(number)),
                options,
                "",
            )
            for number in range(1, len(self.messages) + 1)
        ]
        self.order = self._mixed()
        self.button = button(_("Compare"), self.compare, self.stage, icon="check", kind="primary")
        shown: list[widgets.Widget] = [prose(html.escape(self._news))]
        for number, (choice, place) in enumerate(zip(self.choices, self.order, strict=True), 1):
            head = html.escape(_("Message {number}.").format(number=locale.number(number)))
            said = html.escape(self.messages[place]["text"])
            shown += [prose(f"<p><b>{head}</b> {said}</p>"), choice]
        self.view = column(*shown, self.button, self.stage)

    @staticmethod
    def _name(tables: Tables, key: str) -> str:
        """A network's name; what a pack calls otherwise is nowhere."""
        return tables.name("network", key) if key in tables.network_keys else _("nowhere")

    def _mixed(self) -> list[int]:
        """Every second message first: the order of the file would give them away."""
        count = len(self.messages)
        return [*range(1, count, 2), *range(0, count, 2)]

    def _home(self, message: dict) -> str:
        key = message["key"]
        return key if self._names[key] != _("nowhere") else NOWHERE

    def _state(self, form: str, place: str) -> str:
        """What the table says of a form in a place; nowhere is right for what no network has."""
        if place != NOWHERE:
            return self._cells.get((place, form), "")
        homes = [n for (n, other), state in self._cells.items() if (other, state) == (form, HOME)]
        return "" if homes else HOME

    def _beside(self, message: dict, place: str) -> str:
        """What the table says where somebody has put it and we would not; '' for nothing."""
        form = message["form"]
        state = self._state(form, place)
        if place in (self._home(message), NOWHERE) or not state:
            return ""
        said = {
            HOME: _("{form}: at home on {place}, too; we chose {ours} for the tone."),
            forms.PASSABLE: _("{form}: passable on {place}."),
            forms.LOST: _("{form}: lost on {place}."),
        }[state]
        ours = self._names[message["key"]]
        name = self._tables.name("form", form)
        return " " + said.format(form=name, place=self._names[place], ours=ours)

    def compare(self) -> None:
        """How many are at home and how many where we would put them, and why each belongs there."""
        chosen = [choice.value for choice in self.choices]
        if "" in chosen:
            self.stage.headline = _("Choose a place for each message first; nowhere is one.")
            self.stage.remarks = ""
            return
        home, right, remarks = 0, 0, []
        for number, (value, place) in enumerate(zip(chosen, self.order, strict=True), 1):
            message = self.messages[place]
            right += value == self._home(message)
            home += self._state(message["form"], value) == HOME
            said = _("Message {number}, {place}: {why}")
            remarks.append(
                said.format(
                    number=locale.number(number),
                    place=self._names[message["key"]],
                    why=message["why"] + self._beside(message, str(value)),
                )
            )
        self.stage.headline = _(
            "{home} of {all} have a form that is at home there; {right} stand where we would put "
            "them for their tone."
        ).format(
            home=locale.number(home), right=locale.number(right), all=locale.number(len(chosen))
        )
        self.stage.remarks = paragraphs(remarks)

    def to_markdown(self) -> str:
        """The messages, to be matched on paper, and our places folded away."""
        said = [escaping.markdown(self.messages[place]["text"]) for place in self.order]
        listed = "\n".join(f"{number}. {text}" for number, text in enumerate(said, 1))
        homes = "\n".join(
            f"{number}. **{escaping.markdown(self._names[self.messages[place]['key']])}.** "
            f"{escaping.markdown(self.messages[place]['why'])}"
            for number, place in enumerate(self.order, 1)
        )
        summary = _("Where we would put them")
        details = f"<details><summary>{summary}</summary>\n\n{homes}\n\n</details>"
        return f"{escaping.markdown(self._news)}\n\n{listed}\n\n{details}"
