"""SWOT board: at most three lines a box, each with proof, importance and action; TOWS pairs."""

import html

import ipywidgets as widgets

from helpers import company as company_module
from helpers.company import Company, SwotEntry
from helpers.data.tables import Tables
from helpers.models import swot
from helpers.studio import controls
from helpers.studio.part import column, paragraphs, prose, row
from helpers.studio.saving import Answer, Save, Saved, SavingPart
from helpers.views import swot_lines
from helpers.views.words import Table
from helpers.words import escaping, locale
from helpers.words.locale import _, counted

SHOWN_PAIRS = 6


def seeded(company: Company, tables: Tables) -> list[SwotEntry]:
    """What the company file itself says; the action of a line is the firm's own choice."""
    return [line.entry() for line in swot_lines.suggested(company, tables)]


class SwotBoard(SavingPart):
    """Four boxes of three lines; "pairs" joins inside with outside and says what is a wish."""

    finds = True
    refills = True
    """What was written can be looked at in the picture."""

    def __init__(self, company: Company, tables: Tables, save: Save) -> None:
        super().__init__(save)
        self._tables = tables
        entries = list(company.swot) or seeded(company, tables)
        actions = [(_("no action yet"), "")]
        actions += [(tables.name("action", key), key) for key in tables.actions.index]
        self.lines: dict[str, list[dict[str, widgets.Widget]]] = {}
        boxes = []
        for box in swot.BOXES:
            known = [entry for entry in entries if entry.box == box][: swot.MOST]
            rows = [*known, *[SwotEntry(box, "")] * (swot.MOST - len(known))]
            first = 1 + len(self.lines) * swot.MOST  # counted through: each name once on the page
            self.lines[box] = [
                self._line(number, entry, actions) for number, entry in enumerate(rows, first)
            ]
            title = tables.name("box", box)
            why = _(tables.terms.at[("box", box), "explanation"])
            shown: list[widgets.Widget] = [
                prose(f"<b>{html.escape(title)}</b> – {html.escape(why)}")
            ]
            shown += [
                column(line["text"], line["proof"], row(line["importance"], line["action"]))
                for line in self.lines[box]
            ]
            wide = {"flex": "1 1 380px", "min_width": "280px"}
            boxes.append(widgets.VBox(shown, layout=wide, _dom_classes=("byp-part",)))
        # As in the picture: inside left and outside right, what helps above what hinders.
        strength, weakness, opportunity, threat = boxes
        sheet = (row(strength, opportunity), row(weakness, threat))
        self.button = self.save_button(_("Save and join the lines to pairs"))
        self.view = column(*sheet, self.button, self.stage)

    @staticmethod
    def _line(
        number: int, entry: SwotEntry, actions: list[tuple[str, str]]
    ) -> dict[str, widgets.Widget]:
        style, wide = {"description_width": "initial"}, {"width": "100%", "max_width": "640px"}
        known = {key for _words, key in actions}
        return {
            "text": widgets.Text(
                value=entry.text,
                description=_("Line {number}").format(number=number),
                style=style,
                layout=wide,
            ),
            "proof": widgets.Text(
                value=entry.proof,
                description=_("Its proof ({number})").format(number=number),
                placeholder=_("a figure, a date, a name: how do you know?"),
                style=style,
                layout=wide,
            ),
            "importance": controls.choice(
                _("Importance ({number})").format(number=number),
                [(_("low"), 1), (_("middle"), 2), (_("high"), 3)],
                entry.importance,
            ),
            "action": controls.choice(
                _("Action ({number})").format(number=number),
                actions,
                entry.action if entry.action in known else "",
            ),
        }

    def entries(self) -> list[SwotEntry]:
        """The lines that say something."""
        return [
            SwotEntry(
                box,
                line["text"].value.strip()[: company_module.most_letters("swot.text")],
                line["proof"].value.strip()[: company_module.most_letters("swot.proof")],
                line["importance"].value,
                line["action"].value,
            )
            for box, lines in self.lines.items()
            for line in lines
            if line["text"].value.strip()
        ]

    def answer(self) -> Answer:
        """The lines of the board."""
        return {"swot": [vars(entry) for entry in self.entries()]}

    def sentence(self, answer: Answer) -> str:
        """How many pairs there are, and how many wishes."""
        entries = self.entries()
        return self._headline(entries, len(swot.pairs(entries)))

    def show(self, answer: Answer, saved: Saved) -> None:
        """The pairs, the weightiest first."""
        entries = self.entries()
        self.stage.remarks = paragraphs(self._remarks(entries))
        self.stage.table = self.table(entries).to_html() if swot.pairs(entries) else ""

    @staticmethod
    def _headline(entries: list[SwotEntry], pairs: int) -> str:
        unproved = sum(not swot.is_proved(entry) for entry in entries)
        idle = sum(map(swot.is_wish, entries)) - unproved
        if not entries:
            return _("The board is empty. Begin with one line that you can prove.")
        sentence = counted("{number} pair.", "{number} pairs.", pairs)
        if not pairs:
            sentence = _("No pair yet: it takes a line from inside and one from outside.")
        said, why = (
            swot_lines.wishes(len(entries), unproved, idle),
            swot_lines.lacks(unproved, idle),
        )
        return f"{sentence} {said}: {why}." if why else f"{sentence} {said}."

    def _remarks(self, entries: list[SwotEntry]) -> list[str]:
        full = {entry.box for entry in entries}
        empty = [self._tables.name("box", box) for box in swot.BOXES if box not in full]
        if not empty or not entries:
            return []
        return [_("Empty: {boxes}. Is there really nothing?").format(boxes=locale.listing(empty))]

    def table(self, entries: list[SwotEntry]) -> Table:
        """The weightiest pairs with their strategy."""
        rows = tuple(
            (
                self._tables.name("tows", pair.strategy),
                pair.inside.text,
                pair.outside.text,
                locale.number(pair.weight),
            )
            for pair in swot.pairs(entries)[:SHOWN_PAIRS]
        )
        header = (_("Strategy"), _("From inside"), _("From outside"), _("Weight"))
        caption = _("The weightiest pairs; the weight (1 to 9) only sorts")
        return Table(caption, header, rows)

    def to_markdown(self) -> str:
        """The board as a table, to be filled in on paper."""
        title = _(company_module.schema()["properties"]["swot"]["title"])
        head = (_("Box"), _("What"), _("Proof"), _("Importance"), _("Action"))
        lines = ["| " + " | ".join(head) + " |", "| --- | --- | --- | --- | --- |"]
        for entry in self.entries():
            action = self._tables.name("action", entry.action) if entry.action else "…"
            box = self._tables.name("box", entry.box)
            cells = (box, entry.text, entry.proof or "…", str(entry.importance), action)
            lines.append("| " + " | ".join(map(escaping.markdown, cells)) + " |")
        return f"*{title}*\n\n" + "\n".join(lines)
