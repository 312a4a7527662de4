"""The quizzes as files that learning platforms import: GIFT for Moodle, QTI 1.2 for Canvas.

Every text goes in as plain text: whatever it holds is shown, and nothing of it is obeyed.
"""

import re
from collections.abc import Sequence
from string import punctuation

from text2qti.config import Config
from text2qti.qti import QTI
from text2qti.quiz import Quiz

from helpers.data.quizzes import Item, Option

GIFT_SIGNS = re.compile(r"([\\~=#{}:])")
"""What GIFT reads as its own (docs.moodle.org, “GIFT format”)."""
ENTITIES = {ord(sign): f"&#{ord(sign)};" for sign in punctuation}
"""text2qti reads Markdown, HTML and LaTeX; none of them starts in a character reference."""


def gift(items: Sequence[Item], title: str) -> str:
    """The questions of a lesson in Moodle's GIFT, each answer with its feedback.

    ``[plain]`` tells Moodle that a text is neither HTML nor Markdown.
    """
    heading = f"$CATEGORY: $course$/top/{_one_line(title).replace('/', ' ')}"
    return "\n\n".join([heading, *(_gift_question(item) for item in items)]) + "\n"


def _gift_question(item: Item) -> str:
    answers = "\n".join(f"\t{_gift_answer(option)}" for option in item.options)
    return f"::{_gift(item.key)}::[plain]{_gift(item.prompt)} {{\n{answers}\n}}"


def _gift_answer(option: Option) -> str:
    sign = "=" if option.correct else "~"
    return f"{sign}[plain]{_gift(option.text)}#[plain]{_gift(option.feedback)}"


def _gift(text: str) -> str:
    return GIFT_SIGNS.sub(r"\\\1", _one_line(text))


def qti(items: Sequence[Item], title: str) -> bytes:
    """The questions of a lesson as a ZIP of QTI 1.2, as Canvas imports it."""
    lines = [f"Quiz title: {_qti(title)}", "shuffle answers: true", ""]
    for number, item in enumerate(items, start=1):
        lines += [f"Title: {_qti(item.key)}", f"{number}. {_qti(item.prompt)}"]
        for letter, option in zip("abcdefgh", item.options, strict=False):
            right = "*" if option.correct else ""
            lines += [f"{right}{letter}) {_qti(option.text)}", f"... {_qti(option.feedback)}"]
        lines.append("")
    return QTI(Quiz("\n".join(lines), config=Config())).zip_bytes()


def _qti(text: str) -> str:
    return _one_line(text).translate(ENTITIES)


def _one_line(text: str) -> str:
    """A text without line ends: both formats read a question line by line."""
    return " ".join(text.split())
