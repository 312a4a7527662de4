"""The ten-search test, and the twelve topics: what buyers ask, and what there is to say."""

import html
from collections.abc import Callable, Mapping

import ipywidgets as widgets

from helpers import company as company_module
from helpers.company import Company
from helpers.models.search import SEARCHES
from helpers.studio.part import Part, Stage, button, column, paragraphs, prose, row, tell
from helpers.words import locale
from helpers.words.locale import _, plural

TOPICS = 12
"""Lines that are offered; how many a verdict wants stands in the table of gates."""


def _rule(key: str) -> Mapping[str, object]:
    return company_module.schema()["properties"][key]


class SearchTest(Part):
    """Ten questions of a buyer, ticked where the first page shows the firm.

    From ``least`` searches on the share of first pages is saved, too.
    """

    def __init__(
        self, company: Company, least: int, save: Callable[[Mapping[str, object]], str]
    ) -> None:
        self._save, self._least = save, least
        self._most = _rule("searches")["items"]["properties"]["question"]["maxLength"]
        self.questions: list[widgets.Text] = []
        self.found: list[widgets.Checkbox] = []
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
            found = widgets.Checkbox(
                value=bool(known and known.found),
                description=_("first page shows us ({number})").format(
                    number=locale.number(number)
                ),
                indent=False,
                layout={"width": "auto"},
            )
            self.questions.append(question)
            self.found.append(found)
            lines.append(row(question, found))
        self.stage = Stage()
        self.button = button(_("Count the pages"), self.count, self.stage, icon="check")
        hint = prose(html.escape(_(_rule("searches")["description"])))
        self.view = column(hint, *lines, self.button, self.stage)

    def count(self) -> None:
        """Save the test and say what it found; a tick without a question is refused in words."""
        self.stage.trouble, self.stage.remarks = "", ""
        made = []
        for number, (question, found) in enumerate(
            zip(self.questions, self.found, strict=True), start=1
        ):
            text = question.value.strip()[: self._most]
            if not text and found.value:
                sentence = _(
                    "More pages found than searches made: line {number} is ticked and holds no "
                    "question. Write it down, or take the tick away."
                )
                self.stage.headline = sentence.format(number=locale.number(number))
                return
            if text:
                made.append({"question": text, "found": found.value})
        hits = sum(search["found"] for search in made)
        changes: dict[str, object] = {"searches": made}
        fields = {
            "hits": locale.number(hits),
            "made": locale.number(len(made)),
            "least": locale.number(self._least),
        }
        if len(made) >= self._least:
            changes["first_page"] = round(hits / len(made), 4)
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
        if not tell(self.stage, self._save(changes), said.format(**fields)):
            return
        missing = [search["question"] for search in made if not search["found"]]
        if missing:
            remark = _("Next article: “{question}”").format(question=missing[0])
            self.stage.remarks = paragraphs([remark])

    def to_markdown(self) -> str:
        """The test on paper."""
        lines = "\n".join(f"{number}. … ☐" for number in range(1, SEARCHES + 1))
        hint = _(_rule("searches")["description"])
        return f"{hint}\n\n{lines}"


class TopicList(Part):
    """Twelve things that customers ask about; ``wanted`` of them make three months."""

    def __init__(
        self, company: Company, wanted: int, save: Callable[[Mapping[str, object]], str]
    ) -> None:
        self._save, self._wanted = save, wanted
        self._most = _rule("topics")["items"]["maxLength"]
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
        self.stage = Stage()
        self.button = button(_("Save the topics"), self.write, self.stage, icon="save")
        hint = prose(html.escape(_(_rule("topics")["description"])))
        self.view = column(hint, *self.topics, self.button, self.stage)

    def write(self) -> None:
        """Save what stands there, and say what it is enough for."""
        said = [topic.value.strip()[: self._most] for topic in self.topics]
        said = [text for text in said if text]
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
        tell(self.stage, self._save({"topics": said}), sentence.format(**fields))

    def to_markdown(self) -> str:
        """The list on paper."""
        lines = "\n".join(f"{number}. …" for number in range(1, len(self.topics) + 1))
        hint = _(_rule("topics")["description"])
        return f"{hint}\n\n{lines}"
