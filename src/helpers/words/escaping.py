"""Words of data as words, wherever they are shown: never as a tag, a picture, a formula, a link.

Data are a trainer's or a learner's: a lesson shows them in Markdown, which a trusted
notebook renders with its HTML. ``html.escape`` serves for places that know HTML alone.
"""

import re
from urllib.parse import quote, urlsplit

_MARKS = re.compile(
    r"""
      [*`\[\]|~]                # emphasis, code, links and pictures, cells, struck words
    | (?<!\w)_ | _(?!\w)        # emphasis; an underscore inside a word is none
    | <(?![\d\s=])              # a tag; "< 10" is none
    | &(?=\#?\w+;)              # an entity; "ours & theirs" holds none
    """,
    re.VERBOSE,
)
_PLAIN_ADDRESS = re.compile(r"https?://[\w.-]+(?:/[\w./?&=#%+~,:;-]*)?", re.ASCII)
"""What nearly all addresses look like: nothing in it has to be looked at twice."""
_FORMULA = re.compile(r"[$\\]")
_BLOCK = re.compile(r">|(?:[#+=-]|\d+[.)])(?=[#+=\s-]|$)")
"""At the start of a line: headings, quotations, lists, rules. Its last character is the mark."""


def markdown(text: str) -> str:
    """The text on one line, to be put into Markdown or into HTML there, read as it stands.

    Ordinary words stay as they are; what would mean something becomes an entity.
    """
    line = " ".join(re.split(r"[\r\n\t\f\v\x85\u2028\u2029]+", text)).strip()
    line = _MARKS.sub(lambda found: _entity(found[0]), line)
    if start := _BLOCK.match(line):
        place = start.end() - 1
        line = line[:place] + _entity(line[place]) + line[place + 1 :]
    return _FORMULA.sub(lambda found: f"<span>{_entity(found[0])}</span>", line)


_UNPRINTED = re.compile(
    "[^\t\n\r\x20-\x7e\xa0-\ud7ff\ue000-\ufdcf\ufdf0-\ufffd\U00010000-\U0010ffff]"
)


def printable(text: str) -> str:
    """The text without control characters and halves of characters, which no document can hold."""
    return _UNPRINTED.sub("", text)


def _entity(character: str) -> str:
    names = {"<": "&lt;", ">": "&gt;", "&": "&amp;"}
    return names.get(character, f"&#{ord(character)};")


def url(address: str) -> str:
    """The address if it is a safe one of the web (http, https), else ''.

    What would end a link in Markdown or HTML is percent-encoded.
    """
    address = address.strip()
    if _PLAIN_ADDRESS.fullmatch(address):
        return address
    try:
        parts = urlsplit(address)
    except ValueError:
        return ""
    if parts.scheme not in ("http", "https") or not parts.hostname:
        return ""
    if re.search(r"[\x00-\x20\x7f\\]", address):
        return ""
    return quote(address, safe="!#%&'*+,-./:;=?@_~")
