"""Your own idea in a text for each of two networks, checked for what can be checked by counting."""

import html
import re
from collections.abc import Iterator

import ipywidgets as widgets

from helpers import company as company_module
from helpers.company import Company
from helpers.data import texts
from helpers.data.tables import Tables
from helpers.studio import controls
from helpers.studio.exercises.match import TEXTS
from helpers.studio.part import column, paragraphs, prose
from helpers.studio.saving import Answer, Save, Saved, SavingPart
from helpers.words import escaping, locale
from helpers.words.locale import _, counted

PLACES = 2
LONGEST = "post_length"
"""The series of evidence that says how long a post may be."""
LINK = re.compile(r"https?:|www\.|\b\w+\.(com|gr|eu|org|net|io)\b", re.IGNORECASE)
ASKS = re.compile(r"\?|\N{GREEK QUESTION MARK}|[\u0370-\u03ff]\s*;")
"""A question mark; in Greek it looks like a semicolon."""


def longest(network: str, tables: Tables) -> int | None:
    """Characters that a post may have there, if anybody has published it."""
    for row in tables.evidence.values():
        if row.series == LONGEST and row.network == network:
            return round(row.value)
    return None


class TwoForms(SavingPart):
    """A text for each of two networks; saved under the network."""

    def __init__(self, company: Company, tables: Tables, save: Save) -> None:
        super().__init__(save)
        self._tables, self._known = tables, company.drafts
        rules = company_module.schema()["properties"]["drafts"]
        self._most = rules["items"]["properties"]["text"]["maxLength"]
        self._room = rules["maxItems"]
        options = [(tables.name("network", n), n) for n in tables.network_keys]
        known = [draft.network for draft in company.drafts]
        wanted = [*known, *company.networks, *tables.network_keys]
        starts = list(dict.fromkeys(wanted))[:PLACES]
        said = {draft.network: draft.text for draft in company.drafts}
        self.places = [
            controls.choice(_("Network {number}").format(number=locale.number(n)), options, start)
            for n, start in enumerate(starts, 1)
        ]
        self.texts = [
            widgets.Textarea(
                value=said.get(start, ""),
                description=_("Your text for network {number}").format(number=locale.number(n)),
                style={"description_width": "initial"},
                layout={"width": "100%", "max_width": "640px"},
                rows=3,
            )
            for n, start in enumerate(starts, 1)
        ]
        self.button = self.save_button(_("Save both texts"))
        hint = prose(html.escape(_(rules["description"])))
        shown = [hint]
        for place, text in zip(self.places, self.texts, strict=True):
            shown += [place, text]
        self.checks = texts.load(TEXTS)["checks"]
        listed = "".join(f"<li>{html.escape(check)}</li>" for check in self.checks)
        self.view = column(*shown, widgets.HTML(f"<ul>{listed}</ul>"), self.button, self.stage)

    def _typed(self) -> list[tuple[str, str]]:
        """Networks and texts, those without a word left out."""
        return [
            (place.value, text.value.strip()[: self._most])
            for place, text in zip(self.places, self.texts, strict=True)
            if text.value.strip()
        ]

    def problem(self) -> str:
        """Nothing is written, or both texts are for one network."""
        typed = self._typed()
        if not typed:
            return _("Write your idea for one network first; a sentence is enough.")
        if len({network for network, _text in typed}) < len(typed):
            return _("Both texts are for one network; choose another for the second.")
        return ""

    def answer(self) -> Answer:
        """A text for each network; those of other networks stay."""
        typed = self._typed()
        new = {network for network, _text in typed}
        kept = [(draft.network, draft.text) for draft in self._known if draft.network not in new]
        every = [*typed, *kept][: self._room]
        return {"drafts": [{"network": n, "text": text} for n, text in every]}

    def sentence(self, answer: Answer) -> str:
        """How many texts the idea has now; what counting finds comes before praise."""
        if self._is_one_text():
            return _("Saved: one text for two places.")
        if remarks := self._remarks():
            return counted(
                "Saved; {number} thing to look at.",
                "Saved; {number} things to look at.",
                len(remarks),
            )
        if len(self._typed()) < PLACES:
            return _("Saved: one text. Now the same idea in another place.")
        return _("Saved: one idea, two texts. Show each to somebody who uses its network.")

    def show(self, answer: Answer, saved: Saved) -> None:
        """What counting finds; the rest is for people to judge."""
        self.stage.remarks = paragraphs(self._remarks())

    def _is_one_text(self) -> bool:
        """Whether the same words were written twice."""
        typed = self._typed()
        return len({text.casefold() for _network, text in typed}) < len(typed)

    def _remarks(self) -> list[str]:
        """What counting finds in all that was written."""
        typed = self._typed()
        remarks = [said for network, text in typed for said in self._found(network, text)]
        if self._is_one_text():
            remarks.insert(0, _("Both texts are the same: only the idea was to travel."))
        return remarks

    def _found(self, network: str, text: str) -> Iterator[str]:
        name = self._tables.name("network", network)
        most = longest(network, self._tables)
        if most is not None and len(text) > most:
            said = _("{network}: {count} characters; the network takes {most}.")
            yield said.format(
                network=name, count=locale.number(len(text)), most=locale.number(most)
            )
        if LINK.search(text):
            yield _("{network}: it holds a link, which sends the reader away.").format(network=name)
        if not ASKS.search(text):
            yield _("{network}: it asks nobody anything.").format(network=name)

    def to_markdown(self) -> str:
        """The exercise on paper."""
        hint = _(company_module.schema()["properties"]["drafts"]["description"])
        checks = "\n".join(f"- {escaping.markdown(check)}" for check in self.checks)
        return f"{hint}\n\n1. …\n2. …\n\n{checks}"
