"""The first page in words: all lessons, where to go on, company, ways and memo."""

import html
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from helpers import company as company_module
from helpers import context
from helpers.company import Company
from helpers.data.tables import Tables
from helpers.progress import (
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

    ``saved``: there is a company file.
    """

    tables: Tables
    company: Company
    name: str
    course: Course
    saved: bool
    memos: tuple[Link, ...] = ()

    # What is said, once for both forms ------------------------------------------------

    def number(self, lesson: str) -> str:
        """The number of a lesson as it stands before its name."""
        return f"{self.tables.lessons.at[lesson, 'number']:02d}"

    def link(self, lesson: str, words: str) -> Link:
        """A link to the notebook of a lesson."""
        return Link(words, f"{self.number(lesson)}_{lesson}.ipynb")

    def dilemma(self, lesson: str) -> str:
        """What is at stake in a lesson, in one line."""
        return _(self.tables.lessons.at[lesson, "dilemma"])

    def topic(self, lesson: str) -> str:
        """What a lesson is about, in a word."""
        return _(self.tables.lessons.at[lesson, "topic"])

    def go_on(self) -> Link:
        """The one next thing to do."""
        following = self.course.next
        if following is not None:
            words = _("Go on with {number}: {step}")
            if not any(one.begun for one in self.course.lessons):
                words = _("Begin with {number}: {step}")
            step = step_name(following.next, self.tables)
            words = words.format(number=self.number(following.lesson), step=step)
            return self.link(following.lesson, words)
        if self.memos:
            return self.memos[0]
        words = _("Go on with {number}: write the memo").format(number=self.number(LAST))
        return self.link(LAST, words)

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
        """Whose answers are still missing, or how to have a company of one's own."""
        if not self.company.invented:
            borrowed = [key for key in self.company.borrowed if key in company_module.facts()]
            if not borrowed:
                return _("Every answer is your own.")
            said = plural(
                "Still to find out: {count} answer is the example's.",
                "Still to find out: {count} answers are the example's.",
                len(borrowed),
            )
            return said.format(count=locale.number(len(borrowed)))
        minutes = minutes_of(self.tables, "your_company", ("company",))
        return counted(
            "Describe your own in lesson 00 ({number} minute).",
            "Describe your own in lesson 00 ({number} minutes).",
            minutes,
        )

    def asking(self) -> list[Link]:
        """The lessons that ask for what is still an example's."""
        asked = company_module.facts()
        numbers = {asked[key] for key in self.company.borrowed if asked.get(key)}
        by_number = {self.number(lesson): lesson for lesson in self.tables.lessons.index}
        return [self.link(by_number[n], n) for n in sorted(numbers & set(by_number))]

    def of_memo(self) -> str:
        """What the memo lacks, or that it can be written."""
        if self.memos:
            return _("Written, beside your company file:")
        titles = {
            "objective": _("an objective (lesson 01)"),
            "hours": _("hours (lesson 00)"),
            "reason": _("your reason (lesson 14)"),
        }
        missing = [titles[key] for key in lacking(self.company)]
        if not missing:
            return _("Nothing is missing: lesson 14 writes it.")
        said = _("Lesson 14 writes it. Still missing: {missing}.")
        return said.format(missing=locale.listing(missing))

    @staticmethod
    def promises() -> str:
        """Where the answers stay, and who wrote the article."""
        return _(
            "Nothing is sent anywhere; your answers stay in the folder my_company. The article's "
            "author sells websites and advice."
        )

    def parts(self, steps: tuple[str, ...]) -> str:
        """Which steps of a lesson a way asks for; '' if all."""
        if steps == STEPS:
            return ""
        return locale.listing([step_name(step, self.tables) for step in steps])

    def minutes(self, one: Progress) -> str:
        """What a lesson takes, on the present way."""
        if self.course.way.key == IN_CLASS:
            return duration(int(self.tables.lessons.at[one.lesson, "in_class"]))
        return duration(minutes_of(self.tables, one.lesson, one.steps))

    # As a page ------------------------------------------------------------------------

    def html(self, live: bool) -> str:
        """The page. No blank line in it: Markdown would take what follows for its own."""
        go_on = f'<p class="byp-next">{self.go_on().html("byp-go")}</p>'
        promises = f'<p class="byp-promises">{html.escape(self.promises())}</p>'
        lessons = "".join(self._row(one) for one in self.course.lessons)
        return (
            f'<div class="byp-home"><div class="byp-grid"><div class="byp-beside byp-first">'
            f"{go_on}{self._company_html(live)}{self._ways_html(live)}</div>"
            f'<ol class="byp-lessons" role="list">{lessons}</ol>'
            f'<div class="byp-beside">{self._memo_html()}{promises}</div></div></div>'
        )

    def _row(self, one: Progress) -> str:
        on_way = one.lesson in self.course.way.lessons
        following = self.course.next
        kinds = [f"byp-{one.status}", "" if on_way else "byp-off"]
        if following and following.lesson == one.lesson:
            kinds.append("byp-here")
        parts = self.parts(one.steps) if on_way else ""
        below = f' <span class="byp-parts">{html.escape(parts)}</span>' if parts else ""
        link = self.link(one.lesson, self.dilemma(one.lesson)).html()
        cells = [
            f'<span class="byp-number">{self.number(one.lesson)}</span> ',
            f'<span class="byp-dilemma">{link}{below}</span> ',
            f'<span class="byp-topic">{html.escape(self.topic(one.lesson))}</span> ',
            f'<span class="byp-minutes">{html.escape(self.minutes(one))}</span> ',
            f'<span class="byp-status">{html.escape(status_name(one.status))}</span>',
            '<span class="byp-mark" aria-hidden="true"></span>',
        ]
        return f'<li class="{" ".join(filter(None, kinds))}">{"".join(cells)}</li>'

    def _company_html(self, live: bool) -> str:
        on_way = self.course.on_way
        share = sum(one.status == DONE for one in on_way) / len(on_way)
        title = html.escape(_("Your company"))
        asking = ", ".join(link.html() for link in self.asking())
        asked = html.escape(_("Asked in:"))
        where = f" {asked} {asking}" if asking else ""
        if self.company.invented:
            describe = _("Describe it")
            where = f" {self.link('your_company', describe).html()}"
        return (
            f'<h2>{title}: <span class="byp-name">{html.escape(self.name)}</span></h2>'
            '<div class="byp-meter" aria-hidden="true">'
            f'<span style="width:{share:.0%}"></span></div>'
            f"<p>{html.escape(self.count())} {html.escape(self.of_company())}{where}"
            f"{'' if live else html.escape(self.as_of())}</p>"
        )

    def _ways_html(self, live: bool) -> str:
        title = html.escape(_("Ways through"))
        if not live:
            ways_told = "".join(
                f"<details><summary><span>{html.escape(name)}</span> "
                f"<span>{html.escape(size)}</span></summary><p>{links}</p></details>"
                for name, size, links in self._ways_told(lambda link: link.html())
            )
            return f'<h2>{title}</h2><div class="byp-ways">{ways_told}</div>'
        options = []
        for key, (name, size, _links) in zip(
            self.tables.keys("way"), self._ways_told(lambda link: link.html()), strict=True
        ):
            checked = " checked" if key == self.course.way.key else ""
            options.append(
                f'<label><input type="radio" name="byp-way" value="{key}"{checked}>'
                f"<span>{html.escape(name)}</span> <span>{html.escape(size)}</span></label>"
            )
        legend = f"<legend>{title}</legend>"
        return f'<fieldset class="byp-ways">{legend}{"".join(options)}</fieldset>'

    def _ways_told(self, linked: Linked) -> Iterator[tuple[str, str, str]]:
        """For each way its name, its size and its lessons as links."""
        for key, way in ways(self.tables).items():
            lessons = []
            for lesson, steps in way.lessons.items():
                words = f"{self.number(lesson)} {self.topic(lesson)}"
                link = linked(self.link(lesson, words))
                minutes = duration(minutes_of(self.tables, lesson, steps))
                parts = self.parts(steps)
                lessons.append(f"{link} ({parts}, {minutes})" if parts else link)
            count = counted("{number} lesson", "{number} lessons", len(way.lessons))
            size = f"{duration(way.minutes)}, {count}"
            yield self.tables.name("way", key), size, " → ".join(lessons)

    def _memo_html(self) -> str:
        links = ", ".join(link.html() for link in self.memos[:2])
        title, said = html.escape(_("Your memo")), html.escape(self.of_memo())
        return f"<h2>{title}</h2><p>{said} {links}</p>"

    # As plain words -------------------------------------------------------------------

    def markdown(self) -> str:
        """The same for readers without HTML."""
        head = (_("Lesson"), _("Its dilemma"), _("Minutes"), _("Status"))
        lines = ["| " + " | ".join(head) + " |", "|" + " --- |" * len(head)]
        for one in self.course.lessons:
            words = f"{self.number(one.lesson)} {self.topic(one.lesson)}"
            link = self.link(one.lesson, words).markdown()
            said = escaping.markdown(self.dilemma(one.lesson))
            cells = (link, said, self.minutes(one), status_name(one.status))
            lines.append("| " + " | ".join(cells) + " |")
        company = (
            f"**{escaping.markdown(self.name)}.** {self.count()} {self.of_company()}{self.as_of()}"
        )
        ways_told = "\n".join(
            f"- **{name}** ({size}): {links}"
            for name, size, links in self._ways_told(lambda link: link.markdown())
        )
        title = _("Your memo")
        memo = f"**{title}.** {self.of_memo()}"
        memo += " " + ", ".join(link.markdown() for link in self.memos[:2])
        blocks = (f"**{self.go_on().markdown()}**", "\n".join(lines), company, ways_told)
        return "\n\n".join((*blocks, memo.strip(), self.promises()))

    def told(self) -> str:
        """What is announced when another way was chosen."""
        name = self.tables.name("way", self.course.way.key)
        said = _("{way}: {count} {next}.")
        return said.format(way=name, count=self.count(), next=self.go_on().words)
