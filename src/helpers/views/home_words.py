"""What the first page says: all lessons, where to go on, company, ways and memo."""

import html
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from helpers import context
from helpers.company import Company
from helpers.data.tables import Tables
from helpers.progress import (
    ALL,
    BEGUN,
    DONE,
    IN_CLASS,
    NEW,
    STEPS,
    Course,
    Progress,
    lacking,
    minutes_of,
    ways,
)
from helpers.views import to_find_out
from helpers.views.in_force import out_of_class, pack_line
from helpers.words import escaping, locale
from helpers.words.locale import _, counted, plural

Linked = Callable[["Link"], str]
LAST = "decision"
"""The lesson that writes the memo."""


def step_name(step: str, tables: Tables) -> str:
    """What a step of a lesson is called: on the first page and in the bar of a lesson."""
    return tables.name("step", step)


def status_name(status: str) -> str:
    """How far a lesson is, in a word."""
    return {NEW: _("new"), BEGUN: _("begun"), DONE: _("done")}[status]


def duration(minutes: int) -> str:
    """Minutes as a plan says them: 60 min, 6 h 45 min."""
    hours, rest = divmod(minutes, 60)
    if minutes < 90:
        return _("{minutes} min").format(minutes=locale.number(minutes))
    if not rest:
        return _("{hours} h").format(hours=locale.number(hours))
    said = _("{hours} h {minutes} min")
    return said.format(hours=locale.number(hours), minutes=locale.number(rest))


def notebook_name(number: int, lesson: str) -> str:
    """The file of a lesson's notebook, beside the contents."""
    return f"{number:02d}_{lesson}.ipynb"


def lesson_name(tables: Tables, lesson: str) -> str:
    """A lesson by number and topic."""
    number, topic = tables.lessons.loc[lesson, ["number", "topic"]]
    name = _(topic)
    return f"{number:02d} {name}"


def notebook_of(tables: Tables, lesson: str) -> str:
    """The file of a lesson's notebook, by its key."""
    return notebook_name(tables.lessons.at[lesson, "number"], lesson)


@dataclass(frozen=True)
class Link:
    """Words that lead to a file beside the notebook."""

    words: str
    target: str
    is_file: bool = False
    """Whether it is shown by the browser, and not by the application of the notebooks."""

    def html(self, kind: str = "") -> str:
        """The link as HTML."""
        kinds = " ".join(filter(None, [kind, "byp-file" if self.is_file else ""]))
        named = f' class="{kinds}"' if kinds else ""
        return f'<a{named} href="{html.escape(self.target)}">{html.escape(self.words)}</a>'

    def markdown(self) -> str:
        """The link as Markdown."""
        return f"[{escaping.markdown(self.words)}]({self.target})"


@dataclass(frozen=True)
class HomeWords:
    """All that the first page says. ``memos`` are the written ones, the newest first.

    ``saved``: there is a company file. ``notices`` say what is wrong with it or with the tables.
    ``away`` are the lessons whose notebook is not where it should be.
    """

    tables: Tables
    company: Company
    name: str
    course: Course
    saved: bool
    memos: tuple[Link, ...] = ()
    notices: tuple[str, ...] = ()
    away: frozenset[str] = frozenset()

    def number(self, lesson: str) -> str:
        """The number of a lesson as it stands before its name."""
        return f"{self.tables.lessons.at[lesson, 'number']:02d}"

    def link(self, lesson: str, words: str) -> Link:
        """A link to the notebook of a lesson."""
        return Link(words, notebook_name(self.tables.lessons.at[lesson, "number"], lesson))

    def is_out(self, lesson: str) -> bool:
        """Whether the class does without a lesson, because its pack leaves it out."""
        return lesson not in self.tables.lesson_keys

    def has_link(self, lesson: str) -> bool:
        """Whether words lead to a lesson: it is part of the class, and its notebook is there."""
        return lesson not in self.away and not self.is_out(lesson)

    def dilemma(self, lesson: str) -> str:
        """What is at stake in a lesson, in one line."""
        return _(self.tables.lessons.at[lesson, "dilemma"])

    def topic(self, lesson: str) -> str:
        """What a lesson is about, in a word."""
        return _(self.tables.lessons.at[lesson, "topic"])

    def pack(self) -> str:
        """Which trainer's pack is in force; '' without one."""
        return pack_line(self.tables.settings)

    def go_on(self) -> Link | None:
        """The one next thing to do; None where no lesson of the way can be opened."""
        following = self.following()
        if following is not None:
            words = _("Go on with {number}: {step}")
            if not any(one.begun for one in self.course.lessons):
                words = _("Begin with {number}: {step}")
            step = step_name(following.next, self.tables)
            words = words.format(number=self.number(following.lesson), step=step)
            return self.link(following.lesson, words)
        if self.memos:
            return self.memos[0]
        if self.course.next or not self.has_link(LAST):
            return None
        words = _("Go on with {number}: write the memo").format(number=self.number(LAST))
        return self.link(LAST, words)

    def following(self) -> Progress | None:
        """The lesson that comes next, of those whose notebook is there."""
        return next((one for one in self.course.open if one.lesson not in self.away), None)

    def warnings(self) -> list[str]:
        """What the reader has to know before anything else; mostly nothing."""
        if not self.away:
            return list(self.notices)
        numbers = locale.listing(sorted(map(self.number, self.away)))
        said = plural(
            "The notebook of lesson {numbers} is not beside this page.",
            "The notebooks of lessons {numbers} are not beside this page.",
            len(self.away),
        ).format(numbers=numbers)
        remedy = _("Start the course anew: it is copied again, and your answers stay.")
        return [*self.notices, f"{said} {remedy}"]

    def count(self) -> str:
        """How many lessons of the way are done, and what is left."""
        on_way = self.course.on_way
        done = sum(one.status == DONE for one in on_way)
        said = plural("{done} of {all} lesson done", "{done} of {all} lessons done", len(on_way))
        said = said.format(done=locale.number(done), all=locale.number(len(on_way)))
        if not self.course.left or self.course.way.key == IN_CLASS:
            return f"{said}."
        left = _("{said}, {left} left.")
        return left.format(said=said, left=duration(self.course.left))

    def as_of(self) -> str:
        """Which day words tell of that do not follow the company file; '' without one."""
        if not self.saved:
            return ""
        return " " + _("As of {day}.").format(day=locale.day(context.current().today))

    def of_company(self) -> str:
        """How many answers are still missing, or how to have a company of one's own."""
        if not self.company.invented:
            lacking_now = to_find_out.by_lesson(self.company)
            return to_find_out.how_many(lacking_now) or _("Every answer is your own.")
        if self.is_out("your_company"):
            return _("Lesson 00, which asks about a firm of your own, is not part of your class.")
        minutes = minutes_of(self.tables, "your_company", ("company",))
        return counted(
            "Describe your own in lesson 00 ({number} minute).",
            "Describe your own in lesson 00 ({number} minutes).",
            minutes,
        )

    def asking(self) -> Iterator[tuple[Link | str, str]]:
        """What is still an example's, and before it the lesson that asks: a link if it is there."""
        if self.company.invented:
            return
        by_number = {self.number(lesson): lesson for lesson in self.tables.lessons.index}
        for number, titles in to_find_out.by_lesson(self.company).items():
            where: Link | str = to_find_out.in_no_lesson()
            if lesson := by_number.get(number):
                words = f"{number} {self.topic(lesson)}"
                where = self.link(lesson, words) if self.has_link(lesson) else words
                if self.is_out(lesson):
                    where = out_of_class(words)
            yield where, "; ".join(titles)

    def of_memo(self, linked: Linked, escaped: Callable[[str], str]) -> str:
        """What the memo lacks and where that is said, or that it can be written, or where it is."""
        if self.memos:
            said = escaped(_("Written, beside your company file:"))
            return f"{said} {', '.join(map(linked, self.memos[:2]))}"
        last = self.number(LAST)
        if self.is_out(LAST):
            said = _("Lesson {number}, which writes it, is not part of your class.")
            return escaped(said.format(number=last))
        missing = lacking(self.company)
        if not missing:
            said = _("Nothing is missing: write it in lesson {number}.")
            return escaped(said.format(number=last))
        titles = {
            "objective": ("why", _("an objective (lesson {number})")),
            "hours": ("your_company", _("hours (lesson {number})")),
            "reason": (LAST, _("your reason (lesson {number})")),
        }
        links = []
        for lesson, title in (titles[key] for key in missing):
            words = title.format(number=self.number(lesson))
            links.append(
                linked(self.link(lesson, words)) if self.has_link(lesson) else escaped(words)
            )
        said = escaped(_("You write it in lesson {number}. Still missing: {missing}."))
        return said.format(number=last, missing=locale.listing(links))

    @staticmethod
    def promises() -> str:
        """Where the answers stay, and who wrote the article."""
        if context.current().in_browser:
            return _(
                "Nothing is sent anywhere; your answers stay in this browser. The article's "
                "author sells websites and advice."
            )
        return _(
            "Nothing is sent anywhere; your answers stay in the folder my_company. The article's "
            "author sells websites and advice."
        )

    def way_name(self, key: str) -> str:
        """What a way is called; the one through all is that of the lessons that are in."""
        if key == ALL and any(map(self.is_out, self.tables.lessons.index)):
            return _("All lessons of the class")
        return self.tables.name("way", key)

    def parts(self, steps: tuple[str, ...]) -> str:
        """Which steps of a lesson a way asks for; '' if all."""
        if steps == STEPS:
            return ""
        return locale.listing([step_name(step, self.tables) for step in steps])

    def in_class(self, lesson: str) -> str:
        """What a lesson takes in class."""
        return duration(int(self.tables.lessons.at[lesson, "in_class"]))

    def alone(self, one: Progress) -> str:
        """What a lesson takes somebody alone: of it the steps that the present way asks for."""
        return duration(minutes_of(self.tables, one.lesson, one.steps))

    def head(self) -> tuple[str, str, str, str, str]:
        """What stands over the table of the lessons."""
        return _("Lesson"), _("Its dilemma"), _("In class"), _("Alone"), _("Status")

    def ways_told(self, linked: Linked) -> Iterator[tuple[str, str, str]]:
        """For each way its name, its size and its lessons as links."""
        for key, way in ways(self.tables).items():
            lessons = []
            for lesson, steps in way.lessons.items():
                words = f"{self.number(lesson)} {self.topic(lesson)}"
                link = words if lesson in self.away else linked(self.link(lesson, words))
                minutes = duration(minutes_of(self.tables, lesson, steps))
                parts = self.parts(steps)
                lessons.append(f"{link} ({parts}, {minutes})" if parts else link)
            count = counted("{number} lesson", "{number} lessons", len(way.lessons))
            size = _("{minutes}, {lessons}")
            if key == IN_CLASS:
                size = _("{minutes} in class, {lessons}")
            size = size.format(minutes=duration(way.minutes), lessons=count)
            yield self.way_name(key), size, " → ".join(lessons)

    def told(self) -> str:
        """What is announced when another way was chosen."""
        name, following = self.way_name(self.course.way.key), self.go_on()
        if following is None:
            return _("{way}: {count}").format(way=name, count=self.count())
        said = _("{way}: {count} {next}.")
        return said.format(way=name, count=self.count(), next=following.words)
