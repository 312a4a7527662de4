"""A month of posts by pillar, four weeks by seven days."""

from collections.abc import Sequence

from matplotlib.artist import Artist
from matplotlib.collections import PolyCollection
from matplotlib.figure import Figure

from helpers.data.tables import Tables
from helpers.models.result import Result
from helpers.models.voice import WEEKS
from helpers.views import canvas
from helpers.views.words import Speaker, Table, Words
from helpers.words import locale
from helpers.words.locale import _, plural

ROW = 46
CHIP, BOTTOM = 32, 34
LEFT = 74
DAYS = 7
COLOURS = ("#0072b2", "#b85000", "#00805c", "#7f61bc")
"""Seen on either ground, and dark enough for white signs to be read on them."""
SIGNS = ("?", "☺", "!", "€")
"""Each pillar has a sign, so that colour is not alone."""


class CalendarView:
    """A square for each post: its colour and sign say the pillar."""

    def __init__(self, tables: Tables) -> None:
        self._tables = tables

    def height(self, result: Result, width: int) -> int:
        return self._top(width) + BOTTOM + ROW * WEEKS

    @staticmethod
    def _top(width: int) -> int:
        """Room for what the colours mean."""
        return 12 + CHIP * (len(SIGNS) // CalendarView._columns(width))

    @staticmethod
    def _columns(width: int) -> int:
        """How many pillars are named beside each other."""
        return 4 if width >= 760 else 2 if width >= 400 else 1

    def key(self, result: Result) -> tuple:
        return (result.options,)

    def build(self, figure: Figure, result: Result) -> Sequence[Artist]:
        width, height = canvas.size(figure)
        axes = canvas.box(figure, LEFT, BOTTOM, width - 12, height - self._top(width))
        axes.set_xlim(-0.5, DAYS - 0.5)
        axes.set_ylim(WEEKS - 0.5, -0.5)
        axes.set_xticks(range(DAYS))
        names = locale.weekdays("abbreviated" if width < 600 else "wide")
        axes.set_xticklabels(names)
        axes.set_yticks(range(WEEKS))
        axes.set_yticklabels([self._week(number) for number in range(1, WEEKS + 1)])
        axes.grid(visible=False)
        for side in ("left", "bottom"):
            axes.spines[side].set_visible(False)
        grid = axes.xaxis.get_gridlines()[0].get_color()
        cells = [self._box(day, week, 0.46) for week in range(WEEKS) for day in range(DAYS)]
        empty = PolyCollection(cells, facecolors="none", edgecolors=grid, linewidth=0.8, zorder=1)
        axes.add_collection(empty, autolim=False)
        self._posts = PolyCollection([], edgecolors="none", zorder=3)
        axes.add_collection(self._posts, autolim=False)
        self._signs = [
            axes.text(
                day,
                week,
                "",
                ha="center",
                va="center",
                color="#ffffff",
                fontweight="bold",
                zorder=5,
            )
            for week in range(WEEKS)
            for day in range(DAYS)
        ]
        columns = self._columns(width)
        across = (width - 24) / columns if columns == 4 else min((width - 12) / 2, 240)
        for number, pillar in enumerate(result.options):
            row, column = divmod(number, columns)
            figure.text(
                (12 + column * across) / width,
                1 - (16 + row * CHIP) / height,
                f"{SIGNS[number]} {self._tables.name('pillar', pillar)}",
                va="center",
                bbox={"facecolor": "none", "edgecolor": COLOURS[number], "linewidth": 1.6},
                zorder=4,
            ).get_bbox_patch().set_boxstyle("square", pad=0.22)
        return [self._posts, *self._signs]

    @staticmethod
    def _week(number: int) -> str:
        return _("Week {number}").format(number=number)

    @staticmethod
    def _box(day: float, week: float, half: float) -> list[tuple[float, float]]:
        left, right, top, bottom = day - half, day + half, week - half * 0.9, week + half * 0.9
        return [(left, top), (right, top), (right, bottom), (left, bottom)]

    def update(self, result: Result) -> None:
        cells: dict[tuple[int, int], list[str]] = {}
        for week, day, pillar in result.facts["plan"]:
            cells.setdefault((week, day), []).append(pillar)
        boxes, colours = [], []
        for sign in self._signs:
            sign.set_text("")
        for (week, day), pillars in cells.items():
            place = result.options.index(pillars[0])
            boxes.append(self._box(day, week, 0.44))
            colours.append(COLOURS[place])
            text = " ".join(SIGNS[result.options.index(p)] for p in pillars[:2])
            if len(pillars) > 2:
                count = len(pillars)
                text = plural("{count} post", "{count} posts", count)
                text = text.format(count=locale.number(count))
            self._signs[week * DAYS + day].set_text(text)
        self._posts.set_verts(boxes)
        self._posts.set_facecolors(colours)

    def words(self, result: Result) -> Words:
        speak = Speaker(result)
        name = self._tables.name
        fields = {
            "posts": speak.plural("{number} post", "{number} posts", "posts"),
            "most": name("pillar", result.facts["most"]),
            "count": speak(f"{result.facts['most']}.posts"),
            "hours": speak("making"),
        }
        if not result.value("posts"):
            headline = _("Four weeks without posts: nothing to plan, and {hours} a week of making.")
        else:
            headline = _(
                "{posts} in four weeks, the largest pillar “{most}” with {count}; "
                "making them takes {hours} a week."
            )
        remarks = []
        if result.facts["equal"]:
            remarks.append(_("All coins were zero, so every pillar counts the same."))
        rows = tuple(
            (f"{SIGNS[place]} {name('pillar', pillar)}", speak.bare(f"{pillar}.posts"))
            for place, pillar in enumerate(result.options)
        )
        rows = (*rows, (_("All"), speak.bare("posts")))
        alt = _(
            "Calendar of four weeks: {posts}, marked with their pillars; the largest is "
            "“{most}”. The table below counts them."
        ).format(**fields)
        table = Table(_("Posts in four weeks by pillar"), (_("Pillar"), _("Posts")), rows)
        return speak.words(headline.format(**fields), table, alt, remarks)
