"""House rules in six lines, and a month of four posts: who does what when somebody writes."""

import ipywidgets as widgets

from helpers import company as company_module
from helpers.company import Company, HouseRule, MonthLine
from helpers.data import texts
from helpers.studio import controls
from helpers.studio.part import column, row
from helpers.studio.saving import Answer, Save, SavingPart
from helpers.words import escaping, locale, units
from helpers.words.locale import _, counted, plural

WIDE = {"width": "100%", "max_width": "640px"}
STYLE = {"description_width": "initial"}
LINES = 4
"""Posts of a month: one a week."""


class HouseRules(SavingPart):
    """A line for each question of ``texts/house_rules.json``; what is empty is not saved."""

    finds = True

    def __init__(self, company: Company, save: Save) -> None:
        super().__init__(save)
        self._asked = texts.load("house_rules")["lines"]
        known = {rule.rule: rule.text for rule in company.house_rules}
        asked = {line["key"] for line in self._asked}
        # Lines that another pack asks for stay in the file.
        self._kept = [rule for rule in company.house_rules if rule.rule not in asked]
        self.lines = {
            line["key"]: widgets.Text(
                value=known.get(line["key"], ""),
                description=line["asks"],
                placeholder=line["example"],
                style=STYLE,
                layout=WIDE,
            )
            for line in self._asked
        }
        self.button = self.save_button(_("Save our rules"))
        self.view = column(*self.lines.values(), self.button, self.stage)

    def answer(self) -> Answer:
        """The lines that say something."""
        most = company_module.most_letters("house_rules.text")
        said = {key: line.value.strip()[:most] for key, line in self.lines.items()}
        rules = [HouseRule(key, text) for key, text in said.items() if text]
        return {"house_rules": [vars(rule) for rule in (*rules, *self._kept)]}

    def sentence(self, answer: Answer) -> str:
        """Which questions are still open."""
        said = {rule["rule"] for rule in answer["house_rules"]} & set(self.lines)
        open_ones = [line["asks"] for line in self._asked if line["key"] not in said]
        if not said:
            return _("No rule yet. Begin with who answers, and who steps in.")
        if open_ones:
            sentence = plural(
                "{count} rule; still open: {questions}",
                "{count} rules; still open: {questions}",
                len(said),
            )
            questions = " ".join(open_ones)
            return sentence.format(count=locale.number(len(said)), questions=questions)
        return _("Every question has its line. Now tell the group the first two of them.")

    def to_markdown(self) -> str:
        """The questions on paper."""
        return "\n".join(
            f"{number}. {escaping.markdown(line['asks'])} *{escaping.markdown(line['example'])}*"
            for number, line in enumerate(self._asked, 1)
        )


class Month(SavingPart):
    """Four lines: the question that a post puts, who makes it, who answers, how many minutes."""

    finds = True

    def __init__(self, company: Company, save: Save) -> None:
        super().__init__(save)
        rule = company_module.schema()["properties"]["month"]["items"]["properties"]["minutes"]
        known = [*company.month, *[MonthLine("")] * LINES][:LINES]
        self.lines: list[dict[str, widgets.Widget]] = []
        shown = []
        for number, line in enumerate(known, 1):
            count = locale.number(number)
            boxes = {
                "question": self._text(
                    _("Week {number}: what does it ask?").format(number=count), line.question
                ),
                "makes": self._text(_("Who makes it? ({number})").format(number=count), line.makes),
                "answers": self._text(
                    _("Who answers? ({number})").format(number=count), line.answers
                ),
                "minutes": controls.dial(
                    _("Minutes, answers included ({number})").format(number=count),
                    rule["minimum"],
                    rule["maximum"],
                    line.minutes,
                    rule["step"],
                    rule["unit"],
                    slider=False,
                ),
            }
            boxes["question"].placeholder = _("a question that a member can answer")
            self.lines.append(boxes)
            shown += [
                boxes["question"],
                row(boxes["makes"], boxes["answers"], boxes["minutes"]),
            ]
        self.button = self.save_button(_("Save our month"))
        self.view = column(*shown, self.button, self.stage)

    @staticmethod
    def _text(label: str, value: str) -> widgets.Text:
        return widgets.Text(value=value, description=label, style=STYLE, layout=WIDE)

    def answer(self) -> Answer:
        """The lines that ask something."""
        most = company_module.most_letters
        found = [
            {
                **{
                    part: line[part].value.strip()[: most(f"month.{part}")]
                    for part in ("question", "makes", "answers")
                },
                "minutes": line["minutes"].value,
            }
            for line in self.lines
        ]
        return {"month": [line for line in found if line["question"]]}

    def sentence(self, answer: Answer) -> str:
        """What the month takes, and where nobody answers."""
        lines = answer["month"]
        if not lines:
            return _("No post yet. A month without posts is a decision, too: say it.")
        said = counted(
            "{number} post, {time} in the month.",
            "{number} posts, {time} in the month.",
            len(lines),
            time=units.written(sum(line["minutes"] for line in lines), "minutes"),
        )
        silent = [line["question"] for line in lines if not line["answers"]]
        if silent:
            nobody = _("Nobody is named to answer: {questions}")
            quoted = locale.listing([_("“{text}”").format(text=text) for text in silent])
            said += " " + nobody.format(questions=quoted)
        return said

    def to_markdown(self) -> str:
        """The month on paper."""
        heads = (_("Week"), _("What it asks"), _("Who makes it"), _("Who answers"), _("Minutes"))
        lines = ["| " + " | ".join(heads) + " |", "|" + " --- |" * len(heads)]
        for number, line in enumerate(self.answer()["month"], 1):
            cells = (str(number), line["question"], line["makes"] or "…", line["answers"] or "…")
            minutes = locale.plain(line["minutes"])
            lines.append("| " + " | ".join(map(escaping.markdown, (*cells, minutes))) + " |")
        empty = len(lines) - 2
        lines += [f"| {n} | … | … | … | … |" for n in range(empty + 1, LINES + 1)]
        return "\n".join(lines)
