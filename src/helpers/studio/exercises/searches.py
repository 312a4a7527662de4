"""The ten-search test, and the twelve topics: what buyers ask, and what there is to say."""

import html
from collections.abc import Mapping

import ipywidgets as widgets

from helpers import company as company_module
from helpers.company import Company
from helpers.models.search import SEARCHES
from helpers.studio.part import column, paragraphs, prose, row
from helpers.studio.saving import Answer, Save, Saved, SavingPart
from helpers.words import locale
from helpers.words.locale import _, plural

TOPICS = 12
"""Lines that are offered; how many a verdict wants stands in the ledger (``gate_G8``)."""


def _rule(key: str) -> Mapping[str, object]:
    return company_module.schema()["properties"][key]


def _tick(words: str, number: int, known: object) -> widgets.Checkbox:
    """A box to tick in a line of the test; its words say which line it is."""
    return widgets.Checkbox(
        value=bool(known),
        description=words.format(number=locale.number(number)),
        indent=False,
        layout={"width": "auto"},
    )


class SearchTest(SavingPart):
    """Ten questions of a buyer, ticked where the first page shows the firm, or an AI names it.

    From ``least`` searches on the share of first pages is saved, too.
    """

    refills = True
    finds = True

    def __init__(self, company: Company, least: int, save: Save) -> None:
        super().__init__(save)
        self._least = least
        self._most = company_module.most_letters("searches.question")
        self.questions: list[widgets.Text] = []
        self.found: list[widgets.Checkbox] = []
        self.named: list[widgets.Checkbox] = []
        lines: list[widgets.Widget] = []
        for number in range(1, SEARCHES + 1):
            known = company.searches[number - 1] if number <= len(company.searches) else None
            question = widgets.Text(
                value=known.question if known else "",
                description=_("Question {number}").format(number=locale.number(number)),
                placeholder=_("what a buyer types, without our name"),
                style={"description_width": "initial"},
                layout={"width": "100%", "max_width": "520px"},
            )
            found = _tick(_("first page shows us ({number})"), number, known and known.found)
            named = _tick(_("an AI answer names us ({number})"), number, known and known.named)
            self.questions.append(question)
            self.found.append(found)
            self.named.append(named)
            lines.append(column(question, row(found, named)))
        self.button = self.save_button(_("Count the pages"), icon="check")
        hint = prose(html.escape(_(_rule("searches")["description"])))
        self.view = column(hint, *lines, self.button, self.stage)

    def _lines(self) -> list[tuple[str, bool, bool]]:
        """What stands in each line, and which of its boxes are ticked."""
        lines = zip(self.questions, self.found, self.named, strict=True)
        return [(text.value.strip()[: self._most], f.value, n.value) for text, f, n in lines]

    def problem(self) -> str:
        """A tick without a question is refused."""
        for number, (question, found, named) in enumerate(self._lines(), start=1):
            if (found or named) and not question:
                sentence = _(
                    "A tick without a search: line {number} is ticked and holds no question. "
                    "Write it down, or take the tick away."
                )
                return sentence.format(number=locale.number(number))
        return ""

    def answer(self) -> Answer:
        """The searches, and their share of first pages if there are enough of them."""
        made = [
            {"question": text, "found": found, "named": named}
            for text, found, named in self._lines()
            if text
        ]
        if len(made) < self._least:
            return {"searches": made}
        hits = sum(search["found"] for search in made)
        return {"searches": made, "first_page": round(hits / len(made), 4)}

    def sentence(self, answer: Answer) -> str:
        """What the test found."""
        made = answer["searches"]
        if "first_page" in answer:
            said = plural(
                "The first page shows you for {hits} of {made} question.",
                "The first page shows you for {hits} of {made} questions.",
                len(made),
            )
        elif made:
            said = plural(
                "{hits} of {made} so far; a share is counted from {least} search on.",
                "{hits} of {made} so far; a share is counted from {least} searches on.",
                self._least,
            )
        else:
            said = _("No search is made yet; write the first question.")
        if "first_page" in answer:
            said += " " + _("An AI answer names you for {named}.")
        return said.format(
            named=locale.number(sum(search["named"] for search in made)),
            hits=locale.number(sum(search["found"] for search in made)),
            made=locale.number(len(made)),
            least=locale.number(self._least),
        )

    def show(self, answer: Answer, saved: Saved) -> None:
        """What to write about next."""
        missing = [search["question"] for search in answer["searches"] if not search["found"]]
        remarks = [_("Next article: “{question}”").format(question=q) for q in missing[:1]]
        self.stage.remarks = paragraphs(remarks)

    def to_markdown(self) -> str:
        """The test on paper."""
        lines = "\n".join(f"{number}. … ☐ ☐" for number in range(1, SEARCHES + 1))
        hint = _(_rule("searches")["description"])
        return f"{hint}\n\n{lines}"


class TopicList(SavingPart):
    """Twelve things that customers ask about; ``wanted`` of them make three months."""

    finds = True

    def __init__(self, company: Company, wanted: int, save: Save) -> None:
        super().__init__(save)
        self._wanted = wanted
        self._most = company_module.most_letters("topics")
        lines = max(TOPICS, wanted, len(company.topics))
        known = [*company.topics, *[""] * lines][:lines]
        self.topics = [
            widgets.Text(
                value=text,
                description=_("Topic {number}").format(number=locale.number(number)),
                style={"description_width": "initial"},
                layout={"width": "100%", "max_width": "640px"},
            )
            for number, text in enumerate(known, start=1)
        ]
        self.button = self.save_button(_("Save the topics"))
        hint = prose(html.escape(_(_rule("topics")["description"])))
        self.view = column(hint, *self.topics, self.button, self.stage)

    def answer(self) -> Answer:
        """What stands there."""
        said = (topic.value.strip()[: self._most] for topic in self.topics)
        return {"topics": [text for text in said if text]}

    def sentence(self, answer: Answer) -> str:
        """What it is enough for."""
        said = answer["topics"]
        fields = {"count": locale.number(len(said)), "wanted": locale.number(self._wanted)}
        if len(said) >= self._wanted:
            sentence = plural(
                "{count} topic: at one a week there is something to say for a while.",
                "{count} topics: at one a week there is something to say for a while.",
                len(said),
            )
        elif said:
            sentence = plural(
                "{count} of {wanted} topic. Ask three customers what they asked you.",
                "{count} of {wanted} topics. Ask three customers what they asked you.",
                self._wanted,
            )
        else:
            sentence = _("No topic yet. To talk about what, then?")
        return sentence.format(**fields)

    def to_markdown(self) -> str:
        """The list on paper."""
        lines = "\n".join(f"{number}. …" for number in range(1, len(self.topics) + 1))
        hint = _(_rule("topics")["description"])
        return f"{hint}\n\n{lines}"
