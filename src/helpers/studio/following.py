"""Following: a studio about one of several firms; whoever chooses another gets its facts."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace

from helpers.models.result import Result
from helpers.studio.declared import Subject
from helpers.studio.studio import Presets, Studio
from helpers.views.canvas import View
from helpers.views.words import Words

FIRM = "firm"
"""The control that chooses the firm."""


class Following(Studio):
    """A studio whose state has a field ``firm``; ``facts`` are the values of a firm's controls.

    ``presets`` are those of a firm by its key: they start from its facts. What a firm lacks
    has no button while it is chosen; what only it has gets one when it is first chosen. Back
    to the start is back to the first firm.
    """

    def __init__(
        self,
        lesson: Subject,
        state_type: type,
        model: Callable[[object], Result],
        view: View,
        presets: Callable[[str], Presets],
        facts: Callable[[str], Mapping[str, object]],
    ) -> None:
        self._facts, self._presets_of = facts, presets
        super().__init__(
            lesson, state_type, model, view, lambda controls: presets(controls[FIRM].value)
        )

    @property
    def _firm(self) -> str:
        return self.controls[FIRM].value

    def set(self, **values: object) -> None:
        """As in every studio; another firm brings its facts along."""
        chosen = values.get(FIRM, self._firm)
        known = chosen != self._firm and chosen in self.controls[FIRM].sweep
        super().set(**{**(self._facts(chosen) if known else {}), **values})

    def preset(self, name: str) -> None:
        """As in every studio, from the facts of the firm; nothing where it lacks the preset."""
        presets = self._presets_of(self._firm)
        if name in presets:
            starts = {**self._starts, **self._facts(self._firm)}
            self.set(**self._preset_values(presets, name, starts))

    def choices(self) -> Iterator[object]:
        """Also every firm as it is, with its own facts."""
        yield from super().choices()
        start = self.state_type(**self._starts)
        for firm in self.controls[FIRM].sweep:
            yield replace(start, **{**self._facts(firm), FIRM: firm})

    def _on_control(self, name: str) -> None:
        if name == FIRM and not self._quiet:
            with self._silence():
                for other, value in self._facts(self._firm).items():
                    self.controls[other].value = value
        super()._on_control(name)

    def _show(self, state: object, result: Result, words: Words) -> None:
        offered = self._presets_of(self._firm)
        if new := {n: p for n, p in offered.items() if n not in self.preset_buttons}:
            self._add_buttons(new)
        for name, button in self.preset_buttons.items():
            button.layout.display = None if name in offered else "none"
            if name in offered:
                button.description = offered[name].label
        super()._show(state, result, words)
