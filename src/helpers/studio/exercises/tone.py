"""Tone of voice: three answers to sort on four dimensions; two texts to rewrite.

The dimensions are those of Kate Moran (Nielsen Norman Group 2016). A tone is chosen for a
situation, so nothing of it is saved as the firm's.
"""

import html
from collections.abc import Mapping

import ipywidgets as widgets

from helpers.data import texts
from helpers.studio import controls
from helpers.studio.part import Part, Stage, button, column, paragraphs, prose, row
from helpers.words import escaping, locale
from helpers.words.locale import _

UNSAID = ""
AT_LEAST = 2
"""Dimensions on which one reads before one compares: in class a pair takes two of the four."""
ENDS = ("low", "high")
"""The two sides of a dimension."""


class ToneSort(Part):
    """Three answers to one complaint: where does each stand on the four dimensions?"""

    def __init__(self) -> None:
        self._words = texts.load("tone")
        self._answers = {answer["key"]: answer for answer in self._words["answers"]}
        names = [(answer["name"], key) for key, answer in self._answers.items()]
        self.answer = controls.choice(_("Which answer?"), names, names[0][1])
        self.answer.observe(lambda change: self._ask(), "value")
        self.poles = {
            one["key"]: controls.choice(
                one["name"],
                [(_("choose"), UNSAID), *((one[end]["name"], one[end]["key"]) for end in ENDS)],
                UNSAID,
            )
            for one in self._words["dimensions"]
        }
        self._said = widgets.HTML()
        self.stage = Stage()
        self.button = button(_("Compare"), self.compare, self.stage, kind="primary")
        self.view = column(
            prose(f"<b>{html.escape(self._words['matter'])}.</b> "
                  f"“{html.escape(self._words['complaint'])}”"),
            self.answer,
            self._said,
            row(*self.poles.values()),
            self.button,
            self.stage,
        )  # fmt: skip
        self._ask()

    def _ask(self) -> None:
        """Show the chosen answer, with nothing said of it yet."""
        said = self._answers[self.answer.value]["says"]
        self._said.value = f"<p>“{html.escape(said)}”</p>"
        for pole in self.poles.values():
            pole.value = UNSAID
        self.stage.headline, self.stage.remarks = "", ""

    def _reading(self) -> dict[str, Mapping[str, str]]:
        """Our own reading of the answer: by dimension the pole, with its reason."""
        tone = {pole["key"]: pole for pole in self._answers[self.answer.value]["tone"]}
        return {
            one["key"]: tone[key]
            for one in self._words["dimensions"]
            for key in (one[end]["key"] for end in ENDS)
            if key in tone
        }

    def compare(self) -> None:
        """Of what was chosen, where both readings agree, and why where not; then the verdict."""
        chosen = {key for key, pole in self.poles.items() if pole.value}
        if len(chosen) < AT_LEAST:
            self.stage.headline = _("Choose one side of two or more of the four first.")
            self.stage.remarks = ""
            return
        ours = {key: pole for key, pole in self._reading().items() if key in chosen}
        other = [key for key, pole in ours.items() if self.poles[key].value != pole["key"]]
        alike = len(ours) - len(other)
        said = _("We read {alike} of {all} as you do.")
        self.stage.headline = said.format(alike=locale.number(alike), all=locale.number(len(ours)))
        names = self._names()
        reasons = [
            _("{pole}, we think: {why}").format(
                pole=names[ours[key]["key"]].capitalize(), why=ours[key]["why"]
            )
            for key in other
        ]
        self.stage.remarks = paragraphs([*reasons, self._answers[self.answer.value]["verdict"]])

    def _names(self) -> dict[str, str]:
        return {
            one[end]["key"]: one[end]["name"] for one in self._words["dimensions"] for end in ENDS
        }

    def to_markdown(self) -> str:
        """The three answers on paper, and our reading of each folded away."""
        write, names = escaping.markdown, self._names()
        matter, complaint = write(self._words["matter"]), write(self._words["complaint"])
        parts = [f"**{matter}.** “{complaint}”"]
        for answer in self._answers.values():
            parts.append(f"**{write(answer['name'])}.** “{write(answer['says'])}”")
        sides = [write(one["name"]) for one in self._words["dimensions"]]
        parts.append("\n".join(f"- {side}?" for side in sides))
        ours = [
            "**{name}:** {poles}. {verdict}".format(
                name=write(answer["name"]),
                poles=" · ".join([write(names[pole["key"]]) for pole in answer["tone"]
                                      if pole["key"] in names]),
                verdict=write(answer["verdict"]),
            )
            for answer in self._answers.values()
        ]  # fmt: skip
        summary = _("How we read them")
        folded = "\n\n".join(ours)
        parts.append(f"<details><summary>{summary}</summary>\n\n{folded}\n\n</details>")
        return "\n\n".join(parts)


class Rewrite(Part):
    """Write a text again, check it, see one way to say it. The text stays the learner's."""

    def __init__(self) -> None:
        words = texts.load("tone")
        self._situations = {s["key"]: s for s in words["situations"]}
        self._rubric = words["rubric"]
        names = [(s["name"], key) for key, s in self._situations.items()]
        self.situation = controls.choice(_("Situation"), names, names[0][1])
        self.situation.observe(lambda change: self._ask(), "value")
        self._given = widgets.HTML()
        self.text = widgets.Textarea(
            description=_("Your version"),
            style={"description_width": "initial"},
            layout={"width": "100%", "max_width": "640px"},
            rows=4,
        )
        self.checks = [widgets.Checkbox(description=words, indent=False) for words in self._rubric]
        self.stage = Stage()
        self.button = button(_("Show one way to say it"), self.show_way, self.stage, icon="eye")
        check = _("Check yourself; there are no points.")
        self.view = column(
            self.situation,
            self._given,
            self.text,
            prose(f"<b>{html.escape(check)}</b>"),
            widgets.VBox(tuple(self.checks), _dom_classes=("byp-checks", "byp-whole")),
            self.button,
            self.stage,
        )
        self._ask()

    def _ask(self) -> None:
        given = self._situations[self.situation.value]["sent"]
        label = _("As it was sent")
        self._given.value = f"<p><b>{html.escape(label)}:</b> {html.escape(given)}</p>"
        self.stage.headline, self.stage.remarks = "", ""

    def show_way(self) -> None:
        """One way to say it, after the learner's own."""
        self.stage.remarks = ""
        if not self.text.value.strip():
            self.stage.headline = _("Write your own version first; one sentence is enough.")
            return
        met = sum(check.value for check in self.checks)
        self.stage.headline = _("Checked by you: {met} of {all}. One way to say it:").format(
            met=locale.number(met), all=locale.number(len(self.checks))
        )
        self.stage.remarks = paragraphs([self._situations[self.situation.value]["way"]])

    def to_markdown(self) -> str:
        """The exercise on paper: situations, rubric, one way folded away."""
        checks = "\n".join(f"- {words}" for words in map(escaping.markdown, self._rubric))
        summary = _("One way to say it")
        sent = _("As it was sent")
        situations = "\n\n".join(
            f"**{name}.** {sent}: “{given}”\n\n"
            f"<details><summary>{summary}</summary>\n\n{way}\n\n</details>"
            for name, given, way in (
                [escaping.markdown(situation[part]) for part in ("name", "sent", "way")]
                for situation in self._situations.values()
            )
        )
        check = _("Check yourself; there are no points.")
        return "\n\n".join((situations, check, checks))
