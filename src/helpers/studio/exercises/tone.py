"""Tone of voice: four dimensions, a situation, a text to rewrite, a rubric to check oneself."""

import html

import ipywidgets as widgets

from helpers import company as company_module
from helpers.company import Company
from helpers.studio import controls
from helpers.studio.part import button, column, paragraphs, prose, row
from helpers.studio.saving import Answer, Save, SavingPart
from helpers.words import locale
from helpers.words.locale import _

DIMENSIONS = ("serious", "formal", "respectful", "factual")


def situations() -> dict[str, tuple[str, str, str]]:
    """Each situation by key: its name, a text that misses it, one way to say it."""
    return {
        "complaint": (
            _("A complaint in public: the order came late and broken"),
            _(
                "Dear customer, we regret any inconvenience that may have been caused. Delivery "
                "times are non-binding according to our terms."
            ),
            _(
                "That should not have happened, Maria, and I am sorry: late and broken is twice "
                "wrong. A new one leaves tomorrow morning, and you need not send anything back. "
                "Write to me here if it is not with you by Friday. – Eleni, dispatch"
            ),
        ),
        "job": (
            _("A job to fill: somebody for the early shift"),
            _(
                "We are a dynamic company and offer an exciting challenge in a young team with "
                "flat hierarchies."
            ),
            _(
                "The shift begins at six and ends when others have lunch. You need an eye for a "
                "tenth of a millimetre; the rest we teach you. Come on Tuesday at five, have a "
                "coffee with the shift, and see whether you like us."
            ),
        ),
        "success": (
            _("Good news: a piece of work that went well"),
            _(
                "We are proud to announce the successful completion of another project. Thank "
                "you for your trust!"
            ),
            _(
                "The mill at Zagora grinds again. It had stood still since spring because of one "
                "gear that nobody makes any more; now somebody does. Which machine have you "
                "given up on?"
            ),
        ),
    }


def rubric() -> list[str]:
    """What a good text does; the learner checks, nobody counts points."""
    return [
        _("It speaks to a person, not to the public in general."),
        _("It names the matter itself: what happened, what you need, what is good."),
        _("Its tone fits the four settings above, and the situation."),
        _("It says what happens next, and who does it."),
        _("At least one sentence could not stand in the text of any other firm."),
    ]


class ToneExercise(SavingPart):
    """Set the tone for a situation, rewrite the text, check it, see one way to say it."""

    def __init__(self, company: Company, save: Save) -> None:
        super().__init__(save)
        self._texts = situations()
        names = [(words[0], key) for key, words in self._texts.items()]
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
        self.checks = [widgets.Checkbox(description=words, indent=False) for words in rubric()]
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
        _name, given, _way = self._texts[self.situation.value]
        label = _("As it was sent")
        self._given.value = f"<p><b>{html.escape(label)}:</b> {html.escape(given)}</p>"
        self.stage.headline, self.stage.remarks = "", ""

    def show_way(self) -> None:
        """One way to say it, after the learner's own."""
        if not self.text.value.strip():
            self.stage.headline = _("Write your own version first; one sentence is enough.")
            return
        _name, _given, way = self._texts[self.situation.value]
        met = sum(check.value for check in self.checks)
        self.stage.headline = _("Checked by you: {met} of {all}. One way to say it:").format(
            met=locale.number(met), all=locale.number(len(self.checks))
        )
        self.stage.remarks = paragraphs([way])

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
        checks = "\n".join(f"- {words}" for words in rubric())
        summary = _("One way to say it")
        sent = _("As it was sent")
        texts = "\n\n".join(
            f"**{name}.** {sent}: “{given}”\n\n"
            f"<details><summary>{summary}</summary>\n\n{way}\n\n</details>"
            for name, given, way in self._texts.values()
        )
        check = _("Check yourself; there are no points.")
        return "\n\n".join((texts, settings, check, checks))
