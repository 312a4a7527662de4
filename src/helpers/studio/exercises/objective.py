"""Five whys, and an objective with metric, baseline, target, deadline and owner."""

from collections.abc import Mapping
from contextlib import suppress

import ipywidgets as widgets

from helpers import company as company_module
from helpers import context
from helpers.company import Company, CompanyError
from helpers.studio import controls
from helpers.studio.part import column, prose, row
from helpers.studio.saving import Answer, Save, SavingPart
from helpers.words import locale, numbers
from helpers.words.locale import _

WHYS = 5


class ObjectiveBuilder(SavingPart):
    """Asks why five times, then for the five parts of an objective (Doran 1981)."""

    refills = True

    def __init__(self, company: Company, save: Save) -> None:
        super().__init__(save)
        style = {"description_width": "initial"}
        wide = {"width": "100%", "max_width": "640px"}
        rules = company_module.schema()["properties"]["objective"]["properties"]
        said = [*company.whys, *[""] * WHYS][:WHYS]
        self.whys = [
            widgets.Text(
                value=text,
                description=_("Why ({number})").format(number=number),
                placeholder=_("because …"),
                style=style,
                layout=wide,
            )
            for number, text in enumerate(said, start=1)
        ]
        known = _own_objective(company)
        self.parts = {
            "metric": widgets.Text(
                value=known["metric"],
                description=_(rules["metric"]["title"]),
                style=style,
                layout=wide,
                placeholder=_("for example: enquiries from machine makers a month"),
            ),
            "baseline": widgets.Text(
                value=_shown(known["baseline"]),
                description=_(rules["baseline"]["title"]),
                style=style,
            ),
            "target": widgets.Text(
                value=_shown(known["target"]), description=_(rules["target"]["title"]), style=style
            ),
            "deadline": widgets.DatePicker(
                value=company_module.day(known["deadline"]),
                description=_(rules["deadline"]["title"]),
                style=style,
            ),
            "owner": widgets.Text(
                value=known["owner"], description=_(rules["owner"]["title"]), style=style
            ),
        }
        self.conversion = controls.dial(
            _(rules["conversion"]["title"]),
            0,
            1,
            known["conversion"],
            0.05,
            "share",
            _("100 where what is counted is a customer; a fifth of enquiries is 20."),
            slider=False,
        )
        self.button = self.save_button(_("Save the objective"))
        asked = _("Connect us to the social networks. Why? Ask again, up to five times.")
        five = _("The objective, in five parts.")
        parts = self.parts
        self.view = column(
            prose(f"<b>{asked}</b>"),
            *self.whys,
            prose(f"<b>{five}</b>"),
            parts["metric"],
            row(parts["baseline"], parts["target"]),
            row(parts["deadline"], parts["owner"]),
            self.conversion,
            self.button,
            self.stage,
        )

    def missing(self) -> list[str]:
        """The titles of the parts that are not there yet."""
        rules = company_module.schema()["properties"]["objective"]["properties"]
        return [
            _(rules[key]["title"])
            for key, widget in self.parts.items()
            if widget.value in ("", None)
        ]

    def _numbers(self) -> dict[str, float | None]:
        """Today's value and the target. Raises NumberError where one is no number."""
        return {key: numbers.parse(self.parts[key].value) for key in ("baseline", "target")}

    def problem(self) -> str:
        """What cannot be; what is only missing may be saved."""
        try:
            values = self._numbers()
        except numbers.NumberError as error:
            return str(error)
        deadline = self.parts["deadline"].value
        if deadline and deadline <= context.current().today:
            sentence = _("{day} is past; choose a deadline that lies ahead.")
            return sentence.format(day=locale.day(deadline))
        if values["baseline"] is not None and values["baseline"] == values["target"]:
            return _("Target and today's value are the same: nothing would change.")
        return ""

    def answer(self) -> Answer:
        """The whys and the objective, as far as they are there."""
        deadline, most = self.parts["deadline"].value, company_module.most_letters
        return {
            "whys": [w.value.strip()[: most("whys")] for w in self.whys if w.value.strip()],
            "objective": {
                **self._numbers(),
                "conversion": self.conversion.value,
                "metric": self.parts["metric"].value.strip()[: most("objective.metric")],
                "owner": self.parts["owner"].value.strip()[: most("objective.owner")],
                "deadline": deadline.isoformat() if deadline else "",
            },
        }

    def sentence(self, answer: Answer) -> str:
        """What is still missing."""
        if missing := self.missing():
            said = _("Saved, but it cannot be missed yet: {parts} not said.")
            return said.format(parts=locale.listing(missing))
        return _("Saved: an objective that somebody can miss, and so can review.")

    def to_markdown(self) -> str:
        """The questions, to be answered on paper."""
        rules = company_module.schema()["properties"]["objective"]["properties"]
        because = _("because …")
        whys = "\n".join(f"{number}. {because}" for number in range(1, WHYS + 1))
        titles = [_(rule["title"]) for rule in rules.values()]
        parts = "\n".join(f"- {title}: …" for title in titles)
        return "\n\n".join((_("Why?"), whys, _("The objective, in five parts."), parts))


def _own_objective(company: Company) -> Mapping[str, object]:
    """What the learner has written; an example's own objective would write the lesson's task."""
    with suppress(CompanyError):
        if company.objective == company_module.case(company.started_from).objective:
            rules = company_module.schema()["properties"]["objective"]["properties"]
            return {key: rule["default"] for key, rule in rules.items()}
    return company.objective


def _shown(value: float | None) -> str:
    return "" if value is None else f"{value:.12g}"
