"""Quizzes for learning platforms, read back by a parser that did not write them."""

import html
import io
import re
import zipfile
from xml.etree import ElementTree

import pyparsing
import pytest

from helpers.data import quizzes, reading
from helpers.data.quizzes import Item, Option
from helpers.kit import quiz_files

SLUGS = [path.stem for path in reading.files("quizzes")]
HOSTILE = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "![a](http://example.invalid/a.png)",
    "[a](javascript:alert(1))",
    "$\\frac{1}{2}$ and $$x$$",
    "}{=right~wrong#::title::",
    "100 % = 5 € & 6 < 7 > 2",
    "*a) not mine",
    "1. two\n2. lines\n*b) inner",
    "```{.python .run}\nimport os\n```",
    "// no comment",
    "\\n \\: \\\\",
    "Ελληνικά, 中文, עברית",
    "$CATEGORY: elsewhere",
    "a_b_ ^c^ ~d~ `e`",
    "&lt;b&gt; &amp;#36;",
]


def told(option: Option) -> tuple[bool, str, str]:
    return option.correct, " ".join(option.text.split()), " ".join(option.feedback.split())


def plain(text: str) -> str:
    """What a page shows of a QTI text."""
    return " ".join(html.unescape(re.sub(r"</?p>", "", text)).split())


def read_qti(package: bytes) -> list[tuple[str, list[tuple[bool, str, str]]]]:
    """Prompts and answers of a QTI package, by the standard library's XML parser."""
    with zipfile.ZipFile(io.BytesIO(package)) as opened:
        (name,) = (n for n in opened.namelist() if re.fullmatch(r"(text2qti_\w+)/\1\.xml", n))
        tree = ElementTree.fromstring(opened.read(name))
    for node in tree.iter():
        node.tag = node.tag.rpartition("}")[2]
    found = []
    for item in tree.iter("item"):
        feedback = {
            node.get("ident"): plain("".join(node.itertext())) for node in item.iter("itemfeedback")
        }
        rights, said = set(), {}
        for condition in item.iter("respcondition"):
            (answer,) = (node.text for node in condition.iter("varequal"))
            if condition.find("setvar") is not None:
                rights.add(answer)
            for shown in condition.iter("displayfeedback"):
                said[answer] = feedback.get(shown.get("linkrefid"), "")
        (prompt,) = item.findall("presentation/material/mattext")
        answers = [
            (
                label.get("ident") in rights,
                plain("".join(label.itertext())),
                said[label.get("ident")],
            )
            for label in item.iter("response_label")
        ]
        found.append((plain(prompt.text), answers))
    return found


def gift_grammar() -> pyparsing.ParserElement:
    """GIFT as Moodle's documentation describes it: a category, then multiple choice alone."""
    text = pyparsing.Regex(r"(?:\\[\\~=#{}:n]|[^\\~=#{}])+").set_parse_action(
        lambda found: re.sub(r"\\(.)", r"\1", found[0]).strip()
    )
    plain_text = pyparsing.Suppress("[plain]") + text
    feedback = pyparsing.Suppress("#") + plain_text
    answer = pyparsing.Group(pyparsing.one_of("= ~") + plain_text + feedback)
    title = pyparsing.Suppress(pyparsing.Regex(r"::(?:\\.|[^\\:])+::"))
    answers = pyparsing.Suppress("{") + pyparsing.Group(answer[2, ...]) + pyparsing.Suppress("}")
    category = pyparsing.Suppress(pyparsing.Regex(r"\$CATEGORY:.*"))
    return category + pyparsing.Group(title + plain_text + answers)[1, ...]


def read_gift(text: str) -> list[tuple[str, list[tuple[bool, str, str]]]]:
    """Prompts and answers of a GIFT file, by a grammar that knows nothing of its writer."""
    return [
        (prompt, [(sign == "=", said, feedback) for sign, said, feedback in answers])
        for prompt, answers in gift_grammar().parse_string(text, parse_all=True)
    ]


def read_like_moodle(text: str) -> list[tuple[str, list[tuple[bool, str, str]]]]:
    """Prompts and answers by the steps of Moodle's importer, which knows every escape.

    Escaped signs are set aside first; then braces, answers and feedback are cut at bare signs.
    """
    kept = dict(enumerate("\\:#={}~\n"))
    for number, sign in kept.items():
        text = text.replace("\\" + sign.replace("\n", "n"), f"&&{number:03};")

    def shown(part: str) -> str:
        part = part.strip().removeprefix("[plain]")
        for number, sign in kept.items():
            part = part.replace(f"&&{number:03};", sign)
        return part

    found = []
    for question in text.split("\n\n")[1:]:
        head, inside = question.strip().removesuffix("}").split("{")
        _before, _title, prompt = head.split("::")
        answers = []
        for sign, answer in re.findall(r"([=~])([^=~]*)", inside):
            said, feedback = answer.split("#")
            answers.append((sign == "=", shown(said), shown(feedback)))
        found.append((shown(prompt), answers))
    return found


def expected(items: tuple[Item, ...]) -> list[tuple[str, list[tuple[bool, str, str]]]]:
    return [(" ".join(i.prompt.split()), [told(o) for o in i.options]) for i in items]


@pytest.mark.parametrize("slug", SLUGS)
def test_canvas_reads_what_the_lesson_asks(slug):
    items = quizzes.load(slug)
    assert read_qti(quiz_files.qti(items, slug)) == expected(items)


@pytest.mark.parametrize("text", HOSTILE)
def test_no_text_is_obeyed_by_canvas(text):
    items = (Item("key", text, (), (Option(text, text, True), Option("no", "no", False))),)
    assert read_qti(quiz_files.qti(items, text)) == expected(items)


@pytest.mark.parametrize("slug", SLUGS)
def test_moodle_reads_what_the_lesson_asks(slug):
    items = quizzes.load(slug)
    written = quiz_files.gift(items, slug)
    assert read_gift(written) == read_like_moodle(written) == expected(items)


@pytest.mark.parametrize("text", HOSTILE)
def test_no_text_is_obeyed_by_moodle(text):
    items = (Item("key", text, (), (Option(text, text, True), Option("no", "no", False))),)
    written = quiz_files.gift(items, text)
    assert read_gift(written) == read_like_moodle(written) == expected(items)
    # Each question is one title, one opening and one closing brace; no line begins anything else.
    starts = [line[:1] for line in written.splitlines() if line]
    assert starts == ["$", ":", "\t", "\t", "}"]
