"""What a pack changes in the lessons: each sentence and picture, beside the course without it.

Lessons are opened twice, as exports and tools open them: once with the pack in force and once
without it, both times by somebody who has saved nothing.
"""

import tempfile
import textwrap
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import zip_longest
from pathlib import Path

from helpers import company, context
from helpers.data import packs, reading
from helpers.data.tables import Tables
from helpers.lessons.kinds import lesson_classes
from helpers.pack import starter
from helpers.pack.shown import Picture, Shown, shown_by
from helpers.words.locale import _, counted, listing

MOST = 8
"""Sentences of a lesson that a terminal shows; the page shows all."""
COLUMNS = 96
ALIKE = 0.5
"""How much of two sentences is the same if they are shown as one, with what differs marked."""


Piece = tuple[str, str]
"""What was said and what is said now; both are the same where nothing changed."""


@dataclass(frozen=True)
class Change:
    """A sentence that another one takes the place of; '' for none."""

    place: str
    before: str
    after: str

    def pieces(self) -> list[Piece]:
        """Both sentences in one, piece by piece; two whole ones where they have little in common.

        Joined, the first halves are the old sentence and the second ones the new.
        """
        old, new = self.before.split(" "), self.after.split(" ")
        match = SequenceMatcher(None, old, new, autojunk=False)
        if not self.before or not self.after or match.ratio() < ALIKE:
            return [(self.before, self.after)]
        return [
            (" ".join(old[a:b]), " ".join(new[c:d])) for _tag, a, b, c, d in match.get_opcodes()
        ]


@dataclass(frozen=True)
class Redrawn:
    """A picture that looks different with the pack; None where there is none."""

    place: str
    before: Picture | None
    after: Picture | None


@dataclass(frozen=True)
class LessonChange:
    """What a pack changes in a lesson."""

    number: int
    slug: str
    topic: str
    sentences: tuple[Change, ...]
    pictures: tuple[Redrawn, ...]

    @property
    def heading(self) -> str:
        """Number and topic."""
        return f"{self.number:02d} {self.topic}"


@dataclass(frozen=True)
class Preview:
    """What a pack changes: ``news`` are sentences about what it adds."""

    name: str
    news: tuple[str, ...]
    lessons: tuple[LessonChange, ...]

    @property
    def changed(self) -> tuple[LessonChange, ...]:
        """The lessons in which anything changes."""
        return tuple(one for one in self.lessons if one.sentences or one.pictures)

    def summary(self) -> str:
        """How much changes, in a sentence."""
        if not self.changed:
            return _("No sentence and no picture of a lesson changes.")
        said = sum(len(one.sentences) for one in self.lessons)
        drawn = sum(len(one.pictures) for one in self.lessons)
        parts = (
            counted("{number} sentence", "{number} sentences", said),
            counted("{number} picture", "{number} pictures", drawn),
            counted("{number} lesson", "{number} lessons", len(self.changed)),
        )
        sentence = _("{sentences} and {pictures} change, in {lessons}.")
        return sentence.format(
            **dict(zip(("sentences", "pictures", "lessons"), parts, strict=True))
        )

    def same(self) -> str:
        """The lessons in which nothing changes, in a sentence; '' where there are none."""
        same = [f"{one.number:02d}" for one in self.lessons if one not in self.changed]
        return _("As before: {lessons}.").format(lessons=listing(same)) if same else ""

    def lines(self) -> Iterator[str]:
        """The preview as a terminal shows it."""
        yield _("What {name} changes, beside the course without it.").format(name=self.name)
        yield from self.news
        for one in self.changed:
            yield ""
            yield one.heading
            place = ""
            for change in one.sentences[:MOST]:
                if change.place != place:
                    place = change.place
                    yield f"  {place}"
                yield from _shown(change)
            if (more := len(one.sentences) - MOST) > 0:
                said = counted("{number} more sentence.", "{number} more sentences.", more)
                yield f"  {said}"
            if one.pictures:
                names = listing([redrawn.place for redrawn in one.pictures])
                yield from _wrapped(_("Pictures: {places}.").format(places=names), "  ")
        yield ""
        yield self.summary()
        if self.changed and (same := self.same()):
            yield same


def _shown(change: Change) -> Iterator[str]:
    """A change in lines: what differs in brackets, or the old sentence above the new."""
    pieces = change.pieces()
    if len(pieces) > 1:
        said = " ".join(filter(None, (a if a == b else _marked(a, b) for a, b in pieces)))
        yield from _wrapped(said, "    ")
        return
    for label, text in ((_("from:"), change.before), (_("to:"), change.after)):
        yield from _wrapped(f"{label} {text or '–'}", "    ")


def _marked(before: str, after: str) -> str:
    return f"[{before or '–'} → {after or '–'}]"


def _wrapped(text: str, indent: str) -> list[str]:
    return textwrap.wrap(text, COLUMNS, initial_indent=indent, subsequent_indent=f"{indent}  ")


def _order(own: Tables) -> list[str]:
    """The lessons by their numbers."""
    return list(own.lessons.index)


def preview(folder: Path) -> Preview:
    """What the pack in a folder changes in every lesson.

    Raises TableError, with a sentence, only if the course's own data are missing.
    """
    folder = folder.absolute()
    with tempfile.TemporaryDirectory() as nobody:
        with context.using(pack=folder, folder=Path(nobody)):
            tables, firms = reading.load(), company.cases()
            inside = tables.lesson_keys
            kinds = [kind for kind in lesson_classes() if kind.slug in inside]
            recorded = {kind.slug: shown_by(kind) for kind in kinds}
        after = {slug: shown for slug, (shown, _read) in recorded.items()}
        with context.using(pack=None, folder=Path(nobody)):
            own, cases = reading.load(), company.cases()
            figures = _figures_only(folder, own, tables)
            asked = [k for k in kinds if figures is None or figures & recorded[k.slug][1]]
            before = {**after, **{kind.slug: shown_by(kind)[0] for kind in asked}}
    news = [
        _("New: the example {name}.").format(name=firms[key].name)
        for key in sorted(set(firms) - set(cases))
    ]
    news += [
        _("New: the network {name}.").format(name=tables.name("network", key))
        for key in tables.network_keys
        if key not in own.network_keys
    ]
    if (start := tables.settings.start) in firms:
        news.append(_("A class starts with {name}.").format(name=firms[start].name))
    if out := [f"{own.lessons.at[s, 'number']:02d}" for s in own.lessons.index if s not in inside]:
        news.append(_("Left out: {lessons}.").format(lessons=listing(out)))
    lessons = tuple(
        _change(own, slug, before[slug], after[slug]) for slug in _order(own) if slug in inside
    )
    return Preview(folder.name, tuple(news), lessons)


LEDGER = "assumptions.csv"
WORDS = ("label", "unit", "step", "basis")
"""What a row of the ledger says beside its figures."""


def _figures_only(folder: Path, own: Tables, tables: Tables) -> frozenset[str] | None:
    """The assumptions whose figures a pack changes, as a record names them.

    None where it may change anything else, too. A lesson that read none of them with the pack
    reads the same without it.
    """
    files = {path.relative_to(folder).as_posix() for path in packs.listing(folder)}
    if not files <= {LEDGER, starter.FILE}:
        return None
    found = set()
    for key, row in own.assumptions.items():
        other = tables.assumptions[key]
        if any(getattr(row, said) != getattr(other, said) for said in WORDS):
            return None
        if (row.low, row.default, row.high) != (other.low, other.default, other.high):
            found.add(f"assumption:{key}")
    return frozenset(found)


# What differs ----------------------------------------------------------------------------


def _change(own: Tables, slug: str, before: Shown, after: Shown) -> LessonChange:
    places = list(dict.fromkeys([*before.sentences, *after.sentences]))
    told: set[tuple[str, str]] = set()
    sentences: list[Change] = []
    for place in places:
        for old, new in changes(before.sentences.get(place, ()), after.sentences.get(place, ())):
            if (old, new) not in told:  # said once, where it stands first
                told.add((old, new))
                sentences.append(Change(place, old, new))
    pictures = []
    for place in dict.fromkeys([*before.pictures, *after.pictures]):
        drawn = before.pictures.get(place), after.pictures.get(place)
        if (drawn[0] and drawn[0].png) != (drawn[1] and drawn[1].png):
            pictures.append(Redrawn(place, *drawn))
    row = own.lessons.loc[slug]
    return LessonChange(
        int(row["number"]), slug, _(str(row["topic"])), tuple(sentences), tuple(pictures)
    )


def changes(before: Sequence[str], after: Sequence[str]) -> list[tuple[str, str]]:
    """Pairs of sentences that differ, in order; '' where one of both sides has none."""
    found = []
    for tag, a, b, c, d in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if tag != "equal":
            found += zip_longest(before[a:b], after[c:d], fillvalue="")
    return found
