"""Studio: controls become a state, the state a result, the result a picture and words.

Which controls there are is declared by the fields of the state (``studio.declared``).
"""

import asyncio
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import partial
from types import MappingProxyType
from typing import Any

import ipywidgets as widgets
import traitlets

from helpers import context
from helpers.data.record import recording, so_far
from helpers.data.tables import Tables
from helpers.models.result import Result
from helpers.studio import declared
from helpers.studio.controls import Choice
from helpers.studio.declared import Subject
from helpers.studio.drivers import Rest, Teller, Trial
from helpers.studio.frames import Frame, Frames
from helpers.studio.part import Part, Stage, button, column, folded, paragraphs, row, trouble
from helpers.views.canvas import Canvas, Look, View
from helpers.views.words import Words
from helpers.words import escaping
from helpers.words.locale import _

IDLE_SECONDS = 0.03


@dataclass(frozen=True)
class Preset:
    """A named setting: what differs from the start."""

    label: str
    values: Mapping[str, object]


Presets = Mapping[str, Preset]


class Studio(Part):
    """Controls, a model and a view, wired. Testable without a browser.

    ``state_type`` is a frozen dataclass whose fields declare the controls for a ``lesson``,
    whoever has a company and tables; ``model`` maps such a state to a result; ``presets``
    may be a function of the controls. Only one of the groups shows at a time. Reading
    order: controls, presets, answer. ``initial`` is the result at the start, whatever was
    moved since. Raises ValueError for a preset without its control, or a value that it refuses.
    """

    firm = ""  # the example firm whose figures it shows, where no control chooses one

    def __init__(
        self,
        lesson: Subject,
        state_type: type,
        model: Callable[[object], Result],
        view: View,
        presets: Presets | Callable[[Mapping[str, Any]], Presets] = MappingProxyType({}),
    ) -> None:
        self._lesson, self.state_type, self._answers = lesson, state_type, model
        self._canvas = Canvas(view)
        if getattr(lesson, "supposed", False):
            return  # asked for an answer only (``supposing``): no controls, nothing is shown
        self.declared = declared.declarations(state_type)
        self.groups = declared.groups(self.declared)
        with recording(so_far()) as record:  # what controls start from is a source of the answer
            self.controls = {name: d.control(lesson) for name, d in self.declared.items()}
        self._read_before = record.frozen()
        self.presets = self._offered(presets(self.controls) if callable(presets) else presets)
        self.error: Exception | None = None
        self.state: object = None
        self.result: Result | None = None
        self.words: Words | None = None
        self.stage = Stage()
        self.frames = Frames()
        self._quiet = False
        self._moved = ""
        self._teller = Teller(self._show_rest)
        self._prefetching: asyncio.TimerHandle | None = None
        self._starts = {name: control.value for name, control in self.controls.items()}
        for name, control in self.controls.items():
            control.observe(lambda change, name=name: self._on_control(name), "value")
        self.stage.observe(lambda change: self._refresh(), "screen")
        controls = widgets.VBox(self._control_rows(), _dom_classes=("byp-controls",))
        self.view = column(controls, self.stage)
        self.view.add_class("byp-studio").add_class("byp-projectable")
        self._refresh()
        self.initial = self.result

    def _offered(self, presets: Presets) -> dict[str, Preset]:
        """The presets, all of which the controls must take.

        Only a trainer's ledger may end before a preset of ours does: its button is left out.
        """
        faults = {key: self._fault(preset) for key, preset in presets.items()}
        if any(faults.values()) and not context.current().has_pack:
            raise ValueError(" ".join(filter(None, faults.values())))
        return {key: preset for key, preset in presets.items() if not faults[key]}

    def _fault(self, preset: Preset) -> str:
        """What a control does not take of a preset; '' for nothing."""
        for name, value in preset.values.items():
            if name not in self.controls:
                raise ValueError(f"Preset “{preset.label}”: there is no control {name}.")
            if fault := self.controls[name].fault(value):
                return f"Preset “{preset.label}”: {fault}"
        return ""

    @property
    def picture(self) -> View:
        """The view that draws the studio's picture."""
        return self._canvas.view

    def _control_rows(self) -> list[widgets.Widget]:
        rows: list[widgets.Widget] = []
        boxes = [row(*(self.controls[n] for n in names)) for names in self.groups.values()]
        if len(boxes) > 1:
            self._tabs = widgets.ToggleButtons(
                options=[(label, i) for i, label in enumerate(self.groups)],
                value=0,
                _dom_classes=("byp-tabs",),
            )
            shown = widgets.VBox([boxes[0]], _dom_classes=("byp-part",))

            def turn(change: dict) -> None:
                shown.children = [boxes[change["new"]]]

            self._tabs.observe(turn, "value")
            rows += [self._tabs, shown]
        else:
            rows += boxes
        self.preset_buttons: dict[str, widgets.Button] = {}
        self._preset_row = widgets.HBox(_dom_classes=("byp-presets",))
        self._add_buttons(self.presets)
        reset = button(_("Back to the start"), self.reset, self.stage, icon="undo", kind="plain")
        reset.add_class("byp-reset")
        presets = [self._preset_row] if self.presets else []
        return [*rows, *presets, reset]

    def _add_buttons(self, presets: Presets) -> None:
        """A button for each of these presets, behind those that there are."""
        for name, preset in presets.items():
            press = partial(self.preset, name)
            self.preset_buttons[name] = button(preset.label, press, self.stage)
        self._preset_row.children = tuple(self.preset_buttons.values())

    def hidden(self, name: str) -> bool:
        """Whether a control is off the page, as it would change nothing at the present state."""
        return not self.declared[name].when(self.state)

    def set(self, **values: object) -> None:
        """Set several controls and redraw once; a refused value changes nothing."""
        before = {name: self.controls[name].value for name in values}
        with self._guarded() as fine, self._silence():
            try:
                for name, value in values.items():
                    self.controls[name].value = value
            except traitlets.TraitError:
                for name, value in before.items():
                    self.controls[name].value = value
                raise
            fine()
        if self.error is None:
            self._refresh()

    def preset(self, name: str) -> None:
        """What the presets move at its start, changed as this one says; all else stays."""
        self.set(**self._preset_values(self.presets, name, self._starts))

    @staticmethod
    def _preset_values(presets: Presets, name: str, starts: Mapping[str, Any]) -> dict[str, Any]:
        """Values for a preset: whoever chose a firm or a promise before finds it there again."""
        moved = {key for preset in presets.values() for key in preset.values}
        return {**{key: starts[key] for key in moved}, **presets[name].values}

    def reset(self) -> None:
        """Back to the start."""
        self.set(**self._starts)

    def choices(self) -> Iterator[object]:
        """A state for every option of every choice: each may read figures of its own."""
        start = self.state_type(**self._starts)
        for name, control in self.controls.items():
            if isinstance(control, Choice):
                for option in control.sweep:
                    yield replace(start, **{name: option})

    @contextmanager
    def _silence(self) -> Iterator[None]:
        self._quiet = True
        try:
            yield
        finally:
            self._quiet = False

    @contextmanager
    def _guarded(self) -> Iterator[Callable[[], None]]:
        """Turn an error into one calm sentence; the last good picture stays."""

        def fine() -> None:
            self.error = None

        try:
            yield fine
        except Exception as error:  # noqa: BLE001 - no traceback may reach a learner
            self.error = error
            self.stage.trouble = trouble(error)

    def _on_control(self, name: str) -> None:
        if self._quiet:
            return
        self._moved = name
        self._refresh()

    def _refresh(self) -> None:
        self._cancel_prefetch()
        self._teller.cancel()
        with self._guarded() as fine:
            state = self.state_type(**{n: c.value for n, c in self.controls.items()})
            look = self._look()
            if look is None:
                result = self.answer(state)
                words = self._canvas.view.words(result)
                self._show(state, result, words)
            else:
                frame = self._frame(state, look)
                with self.stage.hold_sync():
                    self.stage.width, self.stage.height = look.width, frame.height
                    self.stage.image = frame.png
                    self._show(state, frame.result, frame.words)
                self._prefetch_soon(state, look)
            fine()

    def answer(self, state: object) -> Result:
        """The model's answer, with all that was read for it, also while the studio was made."""
        with recording(self._read_before) as record:
            result = self._answers(state)
        return replace(result, sources=record.frozen())

    def trial(self) -> Trial:
        """The headline at the present state, to be tried with other values of assumptions."""
        state = self.state

        def answers(tables: Tables) -> tuple[Result, Words]:
            other = self._lesson.supposing(tables, self.state_type)
            result = other._answers(state)
            return result, other.picture.words(result)

        return Trial(self.words, self.tables, answers)

    @property
    def tables(self) -> Tables:
        """The tables that the studio's lesson works with."""
        return self._lesson.tables

    def rest(self) -> Rest:
        """What the headline at the present state rests on, found at once."""
        return self._teller.now(self.state, self.trial)

    def _show_rest(self, rest: Rest) -> None:
        self.stage.rest = rest.to_html()

    def _show(self, state: object, result: Result, words: Words) -> None:
        self.state, self.result, self.words = state, result, words
        for name in self.controls:
            self.controls[name].layout.display = "none" if self.hidden(name) else None
        remarks = paragraphs(words.remarks)
        if words.folded:
            remarks += folded(words.summary(), words.folded)
        with self.stage.hold_sync():
            self.stage.headline = words.headline
            self.stage.alt = words.alt
            self.stage.remarks = remarks
            self.stage.table = words.table.to_html()
            self._show_rest(self._teller.known(state))
            self.stage.trouble = ""
        if self.stage.screen:  # nothing is tried for a headline that nobody sees
            self._teller.soon(state, self.trial)

    def _look(self) -> Look | None:
        """The screen's look; None until a browser shows the stage: nothing is drawn unseen."""
        return self.stage.fitting()

    def _frame(self, state: object, look: Look) -> Frame:
        key = (state, look)
        if kept := self.frames.get(key):
            return kept
        result = self.answer(state)
        view = self._canvas.view
        png = self._canvas.png(result, look)
        frame = Frame(result, view.words(result), png, view.height(result, look.width))
        return self.frames.keep(key, frame)

    def _cancel_prefetch(self) -> None:
        if self._prefetching is not None:
            self._prefetching.cancel()
            self._prefetching = None

    def _prefetch_soon(self, state: object, look: Look) -> None:
        """Draw the neighbours of the last moved control while the kernel is idle."""
        try:
            loop = asyncio.get_running_loop()
        except RuntimeError:
            return  # no kernel: a test, or a script
        names = [self._moved] if self._moved else list(self.controls)
        waiting = [
            replace(state, **{name: value})
            for name in names
            for value in self.controls[name].neighbours(getattr(state, name))
        ]

        def draw_next() -> None:
            self._prefetching = None
            while waiting:
                neighbour = waiting.pop(0)
                if (neighbour, look) in self.frames:
                    continue
                try:
                    self._frame(neighbour, look)
                except Exception:  # noqa: BLE001 - the learner may never go there
                    continue
                break
            if waiting:
                self._prefetching = loop.call_later(IDLE_SECONDS, draw_next)

        if waiting:
            self._prefetching = loop.call_later(IDLE_SECONDS, draw_next)

    def to_markdown(self) -> str:
        """Headline, remarks and table at the present state.

        Words that are kept tell what the headline rests on, too; a reader at a screen is told
        once the kernel is idle, and waits for nothing.
        """
        if self.words is None:
            return escaping.markdown(self.stage.trouble)
        if not context.current().kept:
            return self.words.to_markdown()
        rest = self.rest()
        return "\n\n".join([rest.beside(self.words).to_markdown(), *rest.to_markdown()])
