"""Decision log: choice, reason, confidence, what would change my mind, review date."""

from collections.abc import Mapping, Sequence

import ipywidgets as widgets

from helpers import company, context
from helpers.data import reading
from helpers.models.plan_days import review_day
from helpers.studio.part import column
from helpers.studio.prediction import confidence_names
from helpers.studio.saving import Answer, Save, SavingPart
from helpers.words import escaping, locale
from helpers.words.locale import _


class DecisionLog(SavingPart):
    """One entry per lesson. ``options`` are (words, key) pairs of what can be decided."""

    def __init__(
        self,
        slug: str,
        options: Sequence[tuple[str, str]],
        entry: Mapping[str, object],
        save: Save,
    ) -> None:
        super().__init__(save)
        self._slug, self._options = slug, tuple(options)
        wide = {"width": "100%", "max_width": "640px"}
        style = {"description_width": "initial"}
        known = [key for _words, key in options]
        in_a_quarter = review_day(reading.load(), context.current().today)
        review = company.day(entry.get("review_on")) or in_a_quarter
        self.choice = widgets.Dropdown(
            options=list(options),
            value=entry["choice"] if entry.get("choice") in known else known[0],
            description=_("I decide"),
            style=style,
            layout=wide,
        )
        self.reason = widgets.Textarea(
            value=str(entry.get("reason", "")),
            description=_("because"),
            placeholder=_("one sentence with a figure in it"),
            style=style,
            layout=wide,
            rows=2,
        )
        self.confidence = widgets.Dropdown(
            options=[(words, share) for share, words in confidence_names().items()],
            value=entry["confidence"] if entry.get("confidence") in confidence_names() else 0.5,
            description=_("How sure are you?"),
            style=style,
            layout=wide,
        )
        self.change = widgets.Textarea(
            value=str(entry.get("change", "")),
            description=_("I would change my mind if"),
            style=style,
            layout=wide,
            rows=2,
        )
        self.review_on = widgets.DatePicker(
            value=review, description=_("I look at it again on"), style=style, layout=wide
        )
        self.button = self.save_button(_("Write it down"), icon="pencil")
        self.view = column(
            self.choice,
            self.reason,
            self.confidence,
            self.change,
            self.review_on,
            self.button,
            self.stage,
        )

    def problem(self) -> str:
        """What is missing."""
        if not self.reason.value.strip():
            return _("Write your reason first; one sentence is enough.")
        review = self.review_on.value
        if review is None or review <= context.current().today:
            return _("Choose a review date that lies ahead.")
        return ""

    def answer(self) -> Answer:
        """The entry of this lesson."""
        entry = {
            "choice": self.choice.value,
            "reason": self.reason.value.strip(),
            "confidence": self.confidence.value,
            "change": self.change.value.strip(),
            "review_on": self.review_on.value.isoformat(),
        }
        return {f"decisions.{self._slug}": entry}

    def sentence(self, answer: Answer) -> str:
        """When it is looked at again."""
        day = locale.day(self.review_on.value)
        return _("Written down; to be looked at again on {day}.").format(day=day)

    def to_markdown(self) -> str:
        """The entry as sentences to complete on paper."""
        options = " / ".join(escaping.markdown(words) for words, _key in self._options)
        sure = " / ".join(confidence_names().values())
        lines = (
            (_("I decide") + ":", options),
            (_("because") + ":", "…"),
            (_("How sure are you?"), sure),
            (_("I would change my mind if") + ":", "…"),
            (_("I look at it again on") + ":", "…"),
        )
        return "\n".join(f"- {asked} {given}" for asked, given in lines)
