"""Forms for what a pack settles: title, first company, lessons, numbers, questions of a quiz."""

from collections.abc import Callable
from typing import Any

from helpers import context
from helpers.data import files
from helpers.data.tables import Tables
from helpers.studio import controls
from helpers.studio.trainer_form import Desk, Files, Rows, Sentences, TrainerForm
from helpers.views.home_words import lesson_name
from helpers.words import locale, units
from helpers.words.locale import _, counted

MOST = 1_000_000
WAGE, DOORS, ALL = "wage", "doors", "all"
ANSWERS = 4


def lesson_options(tables: Tables) -> list[tuple[str, str]]:
    """Every lesson by number and topic, with its key."""
    return [(lesson_name(tables, key), key) for key in tables.lessons.index]


class SettingsForm(TrainerForm):
    """Title, the company that a class starts with, and the lessons that are in."""

    def __init__(self, desk: Desk, after: Callable[[], None] = lambda: None) -> None:
        super().__init__(desk, after)
        known, tables = desk.settings(), desk.tables()
        clients = self._clients()
        start = known.get("start", "")
        self._order = list(tables.lesson_keys)
        lessons = lesson_options(tables)
        self.ask(
            {
                "title": controls.line(
                    _("Name of the pack"), str(known.get("title", "")), _("such as Acme, spring")
                ),
                "start": controls.choice(
                    _("A class starts with"),
                    clients,
                    start if start in [key for _words, key in clients] else "",
                ),
                "lessons": controls.Checks(_("Lessons that are in"), lessons, self._order),
            }
        )

    def _clients(self) -> list[tuple[str, str]]:
        firms = [(firm.name, key) for key, firm in self.desk.clients().items()]
        return [(_("what the course starts with"), ""), *firms]

    def renew(self) -> None:
        """A new client can be chosen; what is chosen stays."""
        start, touched = self.fields["start"].control, self.touched
        chosen = start.value
        if tuple(self._clients()) != tuple(start.options):
            start.options = self._clients()
            start.value = chosen
            self.touched = touched

    def changes(self) -> Files:
        chosen = self.value("lessons")
        order = [slug for slug in self._order if slug in chosen]
        order += [slug for slug in chosen if slug not in order]
        everything = order == list(self.desk.tables().lessons.index)
        return self.desk.with_settings(
            title=self.value("title") or None,
            start=self.value("start") or None,
            lessons=None if everything else order,
        )

    def missing(self) -> Sentences:
        if not self.value("lessons"):
            return {"lessons": [_("Leave at least one lesson in.")]}
        return {}

    def saved(self) -> str:
        return _("Saved: title, first company and lessons.")


class NumberForm(TrainerForm):
    """A row of the ledger: lowest, usual and highest value, and who says so."""

    complete = True

    def __init__(self, desk: Desk, after: Callable[[], None] = lambda: None) -> None:
        super().__init__(desk, after)
        kinds = [
            (_("The wage"), WAGE),
            (_("Thresholds of the doors"), DOORS),
            (_("All numbers"), ALL),
        ]
        self.kind = controls.choice(_("Which numbers"), kinds, WAGE)
        self.row = controls.choice(_("Number"), self._options(), self._keys()[0])
        self.kind.observe(lambda _change: self._turn(), "value")
        self.row.observe(lambda _change: self.fill(), "value")
        self.view.children = (self.kind, self.row, *self.view.children)
        self.fill()

    def _keys(self) -> list[str]:
        tables = self.desk.tables()
        if self.kind.value == WAGE:
            return [WAGE]
        if self.kind.value == DOORS:
            columns = ("pass_at", "borderline_at", "stop_at")
            named = (str(tables.gates.at[g, c]) for g in tables.gates.index for c in columns)
            return [key for key in dict.fromkeys(named) if key in tables.assumptions]
        return list(tables.assumptions)

    def _options(self) -> list[tuple[str, str]]:
        """Each number by its label; two of one label are told apart by their keys."""
        rows = self.desk.tables().assumptions
        said = [_(rows[key].label) for key in self._keys()]
        return [
            (label if said.count(label) == 1 else f"{label} ({key})", key)
            for label, key in zip(said, self._keys(), strict=True)
        ]

    def _turn(self) -> None:
        self.row.options = self._options()
        self.row.value = self._keys()[0]
        self.fill()

    def fill(self) -> None:
        """The values of the chosen number as they are in force."""
        row = self.desk.tables().assumptions[self.row.value]
        self._before = {"low": row.low, "default": row.default, "high": row.high}
        self._reason = _(row.reason)
        labels = {"low": _("Lowest"), "default": _("Usual"), "high": _("Highest")}
        most = 1.0 if row.unit == "share" else MOST
        boxes: dict[str, Any] = {
            name: controls.dial(
                label, 0.0, most, self._before[name], row.step, row.unit, slider=False
            )
            for name, label in labels.items()
        }
        for name, box in boxes.items():
            now = f"{box.shown(self._before[name])} {box.unit}".strip()
            box.hint = _("Now {value}").format(value=now)
        boxes["reason"] = controls.line(_("Who says so, and why"), self._reason)
        boxes["reason"].layout.max_width = "100%"
        self.ask(boxes)
        self.stage.headline = self.stage.remarks = ""

    @property
    def _touched(self) -> bool:
        return any(self.value(name) != before for name, before in self._before.items())

    def missing(self) -> Sentences:
        found: Sentences = {}
        if not self.value("reason"):
            found["reason"] = [_("Say who says so.")]
        elif self._touched and self.value("reason") == self._reason:
            found["reason"] = [_("This reason belongs to the old figures; say who says the new.")]
        return found

    def changes(self) -> Files:
        key = self.row.value

        def change(rows: Rows) -> Rows:
            for row in rows:
                if row["key"] == key:
                    row |= {name: plain(self.value(name)) for name in self._before}
                    row["reason"] = self.value("reason")
                    row["reviewed_on"] = context.current().today.isoformat()
                    if self._touched and row["basis"] == "evidence":  # no source says these
                        row |= {"basis": "teaching assumption", "evidence": ""}
            return rows

        return self.desk.with_rows("assumptions", change)

    def save(self) -> None:
        """Write the number, where it is another one."""
        if not self._touched and self.value("reason") == self._reason:
            self.stage.headline = _("Nothing was changed, and nothing is saved.")
            return
        super().save()

    def saved(self) -> str:
        row = self.desk.tables().assumptions[self.row.value]
        sentence = _("Saved: {label}, {value}. Every lesson counts with it when it is opened.")
        said = sentence.format(label=_(row.label), value=units.written(row.default, row.unit))
        self.fill()
        return said


class QuestionForm(TrainerForm):
    """A question more in the quiz of a lesson."""

    def __init__(self, desk: Desk, after: Callable[[], None] = lambda: None) -> None:
        super().__init__(desk, after)
        tables = desk.tables()
        lessons = lesson_options(tables)
        fields: dict[str, Any] = {
            "lesson": controls.choice(_("Lesson"), lessons, lessons[0][1]),
            "prompt": controls.line(_("The question"), ""),
        }
        for number in range(1, ANSWERS + 1):
            written = locale.number(number)
            said = _("Answer {number}").format(number=written)
            told = _("What is said to whoever chooses answer {number}").format(number=written)
            fields[f"option {number}, text"] = controls.line(said, "")
            fields[f"option {number}, feedback"] = controls.line(told, "")
        right = [(locale.number(n), n) for n in range(1, ANSWERS + 1)]
        fields["right"] = controls.choice(_("The right answer"), right, 1)
        for field in fields.values():
            field.layout.max_width = "100%"
        self.ask(fields)

    def _options(self) -> dict[int, tuple[str, str]]:
        """The answers of which anything was typed."""
        typed = {
            n: (self.value(f"option {n}, text"), self.value(f"option {n}, feedback"))
            for n in range(1, ANSWERS + 1)
        }
        return {n: both for n, both in typed.items() if any(both)}

    def missing(self) -> Sentences:
        found: Sentences = {}
        if not self.value("prompt"):
            found["prompt"] = [_("Type the question.")]
        options = self._options()
        for number in (n for n in (1, 2) if n not in options):
            found[f"option {number}, text"] = [_("Type at least two answers.")]
        for number, (text, feedback) in options.items():
            if not text:
                found[f"option {number}, text"] = [_("Type the answer.")]
            if not feedback:
                found[f"option {number}, feedback"] = [_("Say why it is right or wrong.")]
        if self.value("right") not in options:
            found["right"] = [_("This answer is empty; choose the one that is right.")]
        return found

    def changes(self) -> Files:
        options = [
            {"text": text, "feedback": feedback, "correct": number == self.value("right")}
            for number, (text, feedback) in self._options().items()
        ]
        key = files.plain_name(self.value("prompt"), 40, "question")
        question = {"key": key, "prompt": self.value("prompt"), "points": [], "options": options}
        return self.desk.with_question(self.value("lesson"), question)

    def blank(self) -> bool:
        """Without words there is no question yet."""
        return not self.value("prompt") and not self._options()

    def saved(self) -> str:
        count = len(self.desk.questions(self.value("lesson"))["questions"])
        return counted(
            "Saved: the quiz has {number} question now.",
            "Saved: the quiz has {number} questions now.",
            count,
        )


def plain(value: float) -> str:
    """A number as a table holds it: without an exponent, without zeros at its end."""
    return f"{value:.6f}".rstrip("0").rstrip(".")
