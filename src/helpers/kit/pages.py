"""The lecturer's pages in Markdown: an index, and a page for each lesson."""

from collections.abc import Mapping

from helpers.data import reading, texts
from helpers.kit import material
from helpers.kit.material import Material
from helpers.views.sources import table
from helpers.words.escaping import markdown as said
from helpers.words.locale import _, counted

INDEX = "README"
"""The stem of the page that links the others."""


def pages(made_by: str = "", notebooks: str = "") -> dict[str, str]:
    """Every page by the stem of its file.

    ``made_by`` stands under the heading of each; with the address of a folder of ``notebooks``,
    each lesson's page links its notebook.
    """
    known = material.lessons()
    told = {INDEX: _index(known, made_by)}
    for one in known:
        words = _("The lesson")
        linked = f"[{words}]({notebooks}{one.path.name})" if notebooks else ""
        told[one.path.stem] = _lesson(one, [line for line in (made_by, linked) if line])
    return told


def _page(lines: list[str]) -> str:
    return "\n".join(lines).strip() + "\n"


def _index(known: list[Material], made_by: str) -> str:
    told = texts.load("kit")
    linked = {one.slug: f"[{one.number} {said(one.title)}]({one.path.stem}.md)" for one in known}
    lines = ["# " + _("For lecturers"), "", *([made_by, ""] if made_by else [])]
    lines += [said(told["says"]), "", "## " + _("Lessons"), ""]
    rows = ((linked[one.slug], said(one.sentence)) for one in known)
    lines += table((_("Lesson"), _("Its sentence")), rows)
    for heading, key in (
        (_("Before the class"), "before"),
        (_("Without a projector"), "without_projector"),
        (_("Without a network"), "without_network"),
    ):
        lines += ["", f"## {heading}", "", *(f"- {said(line)}" for line in told[key])]
    for syllabus in material.syllabuses():
        lines += ["", f"## {said(syllabus.name)}", "", said(syllabus.says), ""]
        rows = (
            (
                str(session.minutes),
                ", ".join(linked[slug] for slug in session.lessons if slug in linked),
                said(session.does),
            )
            for session in syllabus.sessions
        )
        lines += table((_("Minutes"), _("Lesson"), _("What you do")), rows)
    return _page([*lines, "", *_points(known, linked)])


def _points(known: list[Material], linked: Mapping[str, str]) -> list[str]:
    """Every point of the article and the lessons that teach it."""
    points = reading.load().points["point"]
    taught: dict[str, list[str]] = {point: [] for point in points.index}
    gathering = []
    for one in known:
        own = one.notebook.metadata["course"]["points"]
        if set(own) == set(taught):  # it teaches none anew
            gathering.append(linked[one.slug])
            continue
        for point in own:
            taught[point].append(linked[one.slug])
    rows = ((point, said(text), ", ".join(taught[point])) for point, text in points.items())
    gathered = [
        _("All of them are gathered in {lesson}.").format(lesson=link) for link in gathering
    ]
    head = (_("Point"), _("What the article says, in our words"), _("Lesson"))
    return ["## " + _("The points of the article"), "", *gathered, "", *table(head, rows)]


def _lesson(one: Material, first: list[str]) -> str:
    plan = one.plan
    lines = [f"# {one.number} {said(one.title)}", ""]
    lines += [line for told in first for line in (told, "")]
    lines += [f"*{said(one.sentence)}*", ""]
    lines += ["## " + _("Class plan"), "", _minutes(plan.minutes) + ".", ""]
    head = (_("Minutes"), _("Part"), _("What you do"))
    rows = [(str(s.minutes), s.part_name(), s.does) for s in plan.steps]
    lines += table(head, (map(said, row) for row in rows))
    lines += ["", "## " + _("Roles"), ""]
    lines += [f"- *{said(role.name)}*: {said(role.argues)}" for role in plan.roles]
    lines += ["", "## " + _("Vote"), "", said(plan.vote), ""]
    lines += ["## " + _("On the board"), "", *(f"- {said(line)}" for line in plan.board), ""]
    lines += ["## " + _("Debrief"), "", said(plan.debrief), ""]
    lines += [_("*Expect:* {answer}").format(answer=said(plan.expected)), ""]
    for length, steps in material.longer(plan).items():
        told = ((str(minutes), said(part), said(does)) for minutes, part, does in steps)
        lines += ["## " + _minutes(length), "", *table(head, told), ""]
    lines += ["## " + _("Homework"), "", said(plan.homework), ""]
    lines += [*(f"- {said(line)}" for line in plan.rubric), ""]
    return _page([*lines, *_key(one)])


def _key(one: Material) -> list[str]:
    """The answer key: each question with its answers, and why each is right or wrong."""
    lines = ["## " + _("Answer key of the quiz"), ""]
    for number, item in enumerate(one.items, start=1):
        lines += [f"{number}. {said(item.prompt)}", ""]
        for option in item.options:
            mark = _("right") if option.correct else _("wrong")
            lines.append(f"   - **{mark}:** {said(option.text)} *{said(option.feedback)}*")
        lines.append("")
    return lines


def _minutes(number: int) -> str:
    return counted("{number} minute", "{number} minutes", number)
