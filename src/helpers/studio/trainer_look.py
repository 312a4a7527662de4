"""Form for the currency of a class and for how it looks: name, logo, colour, foot of the memo."""

from collections.abc import Callable, Mapping
from pathlib import PurePath
from typing import Any

import ipywidgets as widgets

from helpers import context
from helpers.studio import controls
from helpers.studio.trainer_form import Desk, Files, Sentences, TrainerForm
from helpers.words.locale import _

KINDS = {".png": ".png", ".jpg": ".jpg", ".jpeg": ".jpg"}
"""Endings of a picture, and the one under which the pack keeps it."""
CODE, RATE, DAY = "currency.code", "currency.euro", "currency.as_of"
LOGO, ACCENT = "brand.logo", "brand.colours.accent"


class LookForm(TrainerForm):
    """Currency and brand in ``pack.json``; a chosen picture becomes ``logo.png`` or ``logo.jpg``.

    An empty box takes its field out; a logo stays until another one is chosen.
    """

    def __init__(self, desk: Desk, after: Callable[[], None] = lambda: None) -> None:
        super().__init__(desk, after)
        known = desk.settings()
        money, brand = _group(known, "currency"), _group(known, "brand")
        rate, today = money.get("euro"), context.current().today.isoformat()
        rate = rate if isinstance(rate, int | float) and not isinstance(rate, bool) else None
        upload = widgets.FileUpload(
            accept=",".join(KINDS),
            multiple=False,
            description=_("Logo: choose a PNG or JPG picture"),
            layout={"width": "auto"},
        )
        fields: dict[str, Any] = {
            CODE: controls.line(
                _("Currency, in three letters"),
                str(money.get("code", "")),
                _("such as USD; empty for euros"),
            ),
            RATE: controls.dial(
                _("How many of it 1 EUR is"),
                *(0.0, 10_000_000.0, rate, 0.01, ""),
                slider=False,
                optional=True,
            ),
            DAY: controls.line(_("The day of that rate"), str(money.get("as_of", today))),
            "brand.title": controls.line(_("Who gives the course"), str(brand.get("title", ""))),
            LOGO: upload,
            ACCENT: controls.line(
                _("Colour of links and headings"),
                str(_group(brand, "colours").get("accent", "")),
                _("such as #0a5bb0; empty for ours"),
            ),
            "brand.footer": controls.line(
                _("The line at the foot of the memo"), str(brand.get("footer", ""))
            ),
        }
        for name in ("brand.title", "brand.footer"):
            fields[name].layout.max_width = "100%"
        self.ask(fields)

    @property
    def _picture(self) -> Mapping[str, Any] | None:
        """The chosen picture: its name and what it holds."""
        chosen = self.value(LOGO)
        return chosen[0] if chosen else None

    @property
    def _logo(self) -> str:
        """The name of the chosen picture in the pack; '' for one of another kind."""
        ending = KINDS.get(PurePath(self._picture["name"]).suffix.lower() if self._picture else "")
        return f"logo{ending}" if ending else ""

    def missing(self) -> Sentences:
        found: Sentences = {}
        if self.value(CODE) and self.value(RATE) is None:
            found[RATE] = [_("Say how many of it 1 EUR is.")]
        if self.value(RATE) is not None and not self.value(CODE):
            found[CODE] = [_("Say which currency it is, or empty the rate as well.")]
        if self._picture and not self._logo:
            found[LOGO] = [_("This is no PNG or JPG picture; choose another one.")]
        return found

    def changes(self) -> Files:
        known = self.desk.settings()
        money = {
            "code": self.value(CODE).upper(),
            "euro": self.value(RATE),
            "as_of": self.value(DAY),
        }
        brand = {**_group(known, "brand"), "title": self.value("brand.title")}
        brand |= {"footer": self.value("brand.footer"), "logo": self._logo or brand.get("logo", "")}
        colours = {**_group(brand, "colours"), "accent": self.value(ACCENT).lower()}
        brand["colours"] = {name: colour for name, colour in colours.items() if colour}
        changes = self.desk.with_settings(
            currency=money if self.value(CODE) else None,
            brand={name: said for name, said in brand.items() if said} or None,
        )
        if self._picture:
            changes = {**changes, self._logo: bytes(self._picture["content"])}
        return changes

    def saved(self) -> str:
        if not self.value(CODE):
            return _("Saved: how the class looks.")
        sentence = _(
            "Saved: currency and look. Figures of the course are now in {code}; what you have "
            "typed yourself stays as you typed it."
        )
        return sentence.format(code=self.value(CODE).upper())


def _group(document: Mapping[str, Any], name: str) -> dict[str, Any]:
    """A group of fields; nothing where the file holds something else."""
    group = document.get(name)
    return dict(group) if isinstance(group, dict) else {}
