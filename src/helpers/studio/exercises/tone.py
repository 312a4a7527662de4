"""Tone of voice: four dimensions, a situation, a text to rewrite, a rubric to check oneself."""

import html

import ipywidgets as widgets

from helpers import company as company_module
from helpers.company import Company
from helpers.data import texts
from helpers.studio import controls
from helpers.studio.part import button, column, paragraphs, prose, row
from helpers.studio.saving import Answer, Save, SavingPart
from helpers.words import escaping, locale
from helpers.words.locale import _

DIMENSIONS = ("serious", "formal", "respectful", "factual")


class ToneExercise(SavingPart):
    """Set the tone for a situation, rewrite the text, check it, see one way to say it."""

    def __init__(self, company: Company, save: Save) -> None:
        super().__init__(save)
        words = texts.load("tone")
        self._situations = {s["key"]: s for s in words["situations"]}
        self._rubric = words["rubric"]
        names = [(s["name"], key) for key, s in self._situations.items()]
        self.situation = controls.choice(_("Situation"), names, names[0][1])
        self.situation.observe(lambda change: self._ask(), "value")
        self.dials = {
            key: controls.from_company(f"tone.{key}", company.tone[key]) for key in DIMENSIONS
        }
        self._given = widgets.HTML()
        self.text = widgets.Textarea(
            description=_("Your version"),
            style={"description_width": "initial"},
            layout={"width": "100%", "max_width": "640px"},
            rows=4,
        )
        self.checks = [widgets.Checkbox(description=words, indent=False) for words in self._rubric]
        show = button(_("Show one way to say it"), self.show_way, self.stage, icon="eye")
        self.button = self.save_button(_("Save this tone as ours"))
        check = _("Check yourself; there are no points.")
        self.view = column(
            self.situation,
            self._given,
            row(*(self.dials[key] for key in DIMENSIONS[:2])),
            row(*(self.dials[key] for key in DIMENSIONS[2:])),
            self.text,
            prose(f"<b>{html.escape(check)}</b>"),
            widgets.VBox(tuple(self.checks), _dom_classes=("byp-checks",)),
            row(show, self.button),
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
        if not self.text.value.strip():
            self.stage.headline = _("Write your own version first; one sentence is enough.")
            return
        met = sum(check.value for check in self.checks)
        self.stage.headline = _("Checked by you: {met} of {all}. One way to say it:").format(
            met=locale.number(met), all=locale.number(len(self.checks))
        )
        self.stage.remarks = paragraphs([self._situations[self.situation.value]["way"]])

    def answer(self) -> Answer:
        """The four settings; the text stays the learner's."""
        return {"tone": {key: round(dial.value) for key, dial in self.dials.items()}}

    def sentence(self, answer: Answer) -> str:
        """What is kept and what may change."""
        return _("Saved. The voice stays; the tone may change with the situation.")

    def to_markdown(self) -> str:
        """The exercise on paper: situations, settings, rubric, one way folded away."""
        properties = company_module.schema()["properties"]["tone"]["properties"]
        settings = "\n".join("- " + _(properties[key]["description"]) for key in DIMENSIONS)
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
        return "\n\n".join((situations, settings, check, checks))
