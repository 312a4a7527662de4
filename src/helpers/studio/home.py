"""The first page of the course: words that need no kernel, and alive with one."""

from collections.abc import Callable
from pathlib import Path

import anywidget
import ipywidgets as widgets
import traitlets

from helpers import context, progress
from helpers.company import Company, CompanyError, CompanyFile
from helpers.data.tables import Tables
from helpers.memo.writing import file_name
from helpers.studio.page import FRONT, Page, sheet
from helpers.studio.part import address, opening
from helpers.studio.saving import Answer, Save, SavingPart
from helpers.views.home import HomePage
from helpers.views.home_words import Link, notebook_name


class Front(anywidget.AnyWidget):
    """The page as HTML, and the chosen ``way``."""

    _esm = FRONT / "home.js"
    _css = sheet("home")

    html = traitlets.Unicode().tag(sync=True)
    way = traitlets.Unicode().tag(sync=True)


class HomeOwner:
    """What the first page needs of whoever opens it."""

    company: Company
    tables: Tables
    file: CompanyFile
    page: Page
    notices: list[str]
    save: Save
    company_name: Callable[[], str]
    reload: Callable[[], None]


class Home(SavingPart):
    """All lessons and how far they are; the chosen way is kept in the company file, if any."""

    saves = False
    finds = True

    def __init__(self, owner: HomeOwner) -> None:
        super().__init__(owner.save)
        self._owner = owner
        self._way = ""
        self.front = Front(way=self.words().course.way.key)
        self.front.observe(lambda change: self.choose(change["new"]), "way")
        self.front.on_msg(lambda _front, message, _buffers: self.read())
        # Wider than the column of a lesson.
        self.view = widgets.VBox((self.front, self.stage), _dom_classes=("byp-front",))
        self.fill()

    def words(self, way: str = "") -> HomePage:
        """What the page says now, or would say on another way."""
        owner = self._owner
        course = progress.course(owner.company, owner.tables, way or self._way)
        name, saved = owner.company_name(), owner.file.path.is_file()
        return HomePage(
            owner.tables,
            owner.company,
            name,
            course,
            saved,
            self._memos(),
            tuple(owner.notices),
            self._away(),
        )

    def _away(self) -> frozenset[str]:
        """The lessons that are not beside the contents, where a kernel works in their folder."""
        here = Path.cwd()
        if not (here / context.CONTENTS).is_file():
            return frozenset()
        tables = self._owner.tables
        return frozenset(
            lesson
            for lesson in tables.lesson_keys
            if not (here / notebook_name(tables.lessons.at[lesson, "number"], lesson)).is_file()
        )

    def _memos(self) -> tuple[Link, ...]:
        """The memos of this company beside its file, the newest first."""
        folder, found = self._owner.file.path.parent, []
        name = file_name(self._owner.company)
        for ending in ("docx", "html"):
            found += [(p.stat().st_mtime_ns, p) for p in folder.glob(f"{name}*.{ending}")]
        links = []
        for _when, path in sorted(found, reverse=True):
            if place := address(path):
                links.append(Link(opening(path), place, is_file=True))
        return tuple(links)

    def answer(self) -> Answer:
        """The chosen way."""
        return {"way": self.front.way}

    def sentence(self, answer: Answer) -> str:
        """What is left on it, and where to go on: for screen readers, as the page shows it."""
        return self.words(str(answer["way"])).told()

    def choose(self, way: str) -> None:
        """Go another way: kept in the company file if there is one, else only in the page."""
        if way == self.words().course.way.key:
            return  # the page only follows the file
        self._way = way
        if not self._owner.file.path.is_file():
            self.stage.headline = self.sentence(self.answer())
        elif self.write().done:
            self._way = ""
        self.fill()

    def read(self) -> None:
        """Take in what was saved elsewhere."""
        try:
            self._owner.reload()
        except CompanyError:
            return
        self.fill()

    def fill(self) -> None:
        """The page for the present company."""
        words = self.words()
        with self.front.hold_sync():
            self.front.html = words.html(live=True)
            self.front.way = words.course.way.key

    def to_markdown(self) -> str:
        return self.words().markdown()

    def to_html(self) -> str:
        """The page for readers without a kernel, with its own looks."""
        looks = " ".join(sheet("home").split())
        return f"<style>{looks}</style>{self.words().html(live=False)}"

    def _repr_mimebundle_(self, include=None, exclude=None) -> dict:
        page = self._page or self._owner.page
        words = self.to_markdown()
        shown = page.bundle(self._name or "home", self.view, self.to_html())
        return {**shown, "text/markdown": words, "text/plain": words}
