"""Controls: dials, choices and check boxes, made from ledger rows and company fields."""

import html
from collections.abc import Iterable, Sequence

import anywidget
import ipywidgets as widgets
import traitlets

from helpers import company
from helpers.data.tables import Tables
from helpers.studio.page import FRONT, sheet
from helpers.words import locale, numbers, units
from helpers.words.locale import _


class Dial(anywidget.AnyWidget):
    """A number by slider and number box, or (``slider`` off) by the box alone.

    What is typed is read in the reader's way (``numbers.parse``); what cannot be meant is
    refused in words, and the value stays. ``optional``: an empty box is None. ``field`` is
    the company field behind the control, if there is one; ``whole`` takes no fractions.
    """

    _esm = FRONT / "dial.js"
    _css = sheet("dial")

    # Nobody else shows the same dial, so its value need not come back as an echo.
    value = traitlets.Float(allow_none=True).tag(sync=True, echo_update=False)
    min = traitlets.Float().tag(sync=True)
    max = traitlets.Float(1.0).tag(sync=True)
    step = traitlets.Float(1.0).tag(sync=True)
    scale = traitlets.Float(1.0).tag(sync=True)
    label = traitlets.Unicode().tag(sync=True)
    hint = traitlets.Unicode().tag(sync=True)
    unit = traitlets.Unicode().tag(sync=True)
    point = traitlets.Unicode(".").tag(sync=True)
    refusal = traitlets.Unicode().tag(sync=True)
    slider = traitlets.Bool(True).tag(sync=True)
    optional = traitlets.Bool(False).tag(sync=True)

    field = ""
    whole = False

    def __init__(self, **values: object) -> None:
        super().__init__(point=locale.decimal_point(), **values)
        self.on_msg(lambda _dial, message, _buffers: self.type(message["typed"]))

    @traitlets.validate("value")
    def _within_range(self, proposal: dict) -> float:
        value = proposal["value"]
        if fault := self.fault(value):
            raise traitlets.TraitError(fault)
        return value

    def fault(self, value: float | None) -> str:
        """What is wrong with a value, in a sentence; '' for nothing."""
        if value is None:
            return ""  # the box is empty
        sentence = ""
        if not self.min <= value <= self.max:
            sentence = _("{label}: {value} is outside {limits}.")
        elif self.whole and value != round(value):
            sentence = _("{label}: {value} must be a whole number.")
        return self._said(sentence, value) if sentence else ""

    def _said(self, sentence: str, value: float | None) -> str:
        return sentence.format(label=self.label, value=self.shown(value), limits=self.limits())

    def shown(self, value: float | None) -> str:
        """A value as the box shows it, shares as percent; without the unit."""
        return "–" if value is None else locale.plain(round(value * self.scale, 3))

    def limits(self) -> str:
        """The range in words, with its unit."""
        limits = _("{low} to {high} {unit}")
        return limits.format(
            low=self.shown(self.min), high=self.shown(self.max), unit=self.unit
        ).strip()

    def type(self, text: str) -> None:
        """Take what was typed into the box, or say why it was not taken."""
        before, self.refusal = self.value, ""
        try:
            typed = numbers.parse(text)
            if typed is None and not self.optional:
                sentence = _("{label}: type a number from {limits}.")
                raise traitlets.TraitError(self._said(sentence, None))
            self.value = None if typed is None else round(typed / self.scale, 8)
        except (numbers.NumberError, traitlets.TraitError) as error:
            kept = _("{value} was kept.").format(value=self.shown(before))
            empty = _("The box stays empty.")
            self.refusal = f"{error} {empty if before is None else kept}"
        # The box shows the value again, also where that has not changed.
        self.send({"shown": True})

    @property
    def sweep(self) -> tuple[float | None, ...]:
        """Values that a test must try: both ends and the present one."""
        return (self.min, self.value, self.max)

    def neighbours(self, value: float | None) -> list[float]:
        """One step to either side, within the range; an empty box has none."""
        if value is None:
            return []
        steps = (round(value + self.step, 9), round(value - self.step, 9))
        return [v for v in steps if self.min <= v <= self.max]


def dial(
    label: str,
    low: float,
    high: float,
    start: float | None,
    step: float,
    unit: str,
    hint: str = "",
    **how: bool,
) -> Dial:
    """A dial over a range; shares are shown as percent. ``how``: ``slider``, ``optional``."""
    made = Dial(
        min=low,
        max=high,
        value=None if start is None else min(max(start, low), high),
        step=step,
        scale=100.0 if unit == "share" else 1.0,
        label=label,
        unit=units.boxed(unit),
        **how,
    )
    made.hint = f"{hint} ({made.limits()})" if hint else f"({made.limits()})"
    return made


def from_ledger(
    tables: Tables,
    key: str,
    start: float | None = None,
    label: str = "",
    low: float | None = None,
    high: float | None = None,
) -> Dial:
    """A control of an assumption; it starts at the default unless told otherwise.

    ``low`` and ``high`` are its ends, where these are not those of the plausible range.
    """
    row = tables.assumptions[key]
    start = row.default if start is None else start
    low = row.low if low is None else low
    high = row.high if high is None else high
    return dial(label or _(row.label), low, high, start, row.step, row.unit)


def from_company(
    key: str,
    start: float | None = None,
    label: str = "",
    high: float | None = None,
    **how: bool,
) -> Dial:
    """A control of a company field; a slider ends at ``high``, or where the field says."""
    field = company.field(key)
    start = field.default if start is None and not how.get("optional") else start
    top = field.high
    if how.get("slider", True):
        top = max(field.slider_to if high is None else high, start or 0.0)
    hint, label = _(field.description), label or _(field.title)
    made = dial(label, field.low, top, start, field.step, field.unit, hint, **how)
    made.field, made.whole = key, field.whole
    return made


def _not_an_option(value: object) -> str:
    return _("{unknown} is not one of the options.").format(unknown=value)


class Choice(widgets.Dropdown):
    """One of several options, as a drop-down list with a linked label."""

    @property
    def sweep(self) -> tuple:
        return tuple(value for _label, value in self.options)

    def fault(self, value: object) -> str:
        """What is wrong with a value, in a sentence; '' for nothing."""
        return "" if value in self.sweep else _not_an_option(value)

    def neighbours(self, value: object) -> list:
        """The options beside the present one."""
        values = self.sweep
        place = values.index(value)
        return [values[i] for i in (place + 1, place - 1) if 0 <= i < len(values)]


def choice(label: str, options: Iterable[tuple[str, object]], start: object) -> Choice:
    """A choice among (words, value) pairs."""
    return Choice(
        options=list(options),
        value=start,
        description=label,
        style={"description_width": "initial"},
        layout={"width": "auto", "max_width": "420px"},
    )


class Line(widgets.Text):
    """A line of the reader's own words."""

    @property
    def sweep(self) -> tuple[str, ...]:
        """Nothing, the present words, and others."""
        return ("", self.value, _("something else"))

    def fault(self, value: object) -> str:
        """What is wrong with a value, in a sentence; '' for nothing."""
        return "" if isinstance(value, str) else _not_an_option(value)

    def neighbours(self, value: str) -> list[str]:
        """Nothing is prefetched: nobody knows what will be typed."""
        return []


def line(label: str, start: str, hint: str = "") -> Line:
    """A box for a line of words, taken once the reader leaves it."""
    return Line(
        value=start,
        description=label,
        placeholder=hint,
        continuous_update=False,
        style={"description_width": "initial"},
        layout={"width": "100%", "max_width": "420px"},
    )


class Tick(widgets.Checkbox):
    """Yes or no, as one check box with its label."""

    @property
    def sweep(self) -> tuple[bool, bool]:
        return (False, True)

    def fault(self, value: object) -> str:
        """What is wrong with a value, in a sentence; '' for nothing."""
        return "" if isinstance(value, bool) else _not_an_option(value)

    def neighbours(self, value: bool) -> list[bool]:
        """The other answer."""
        return [not value]


def tick(label: str, start: bool) -> Tick:
    """A check box for a yes or no."""
    look = {"indent": False, "layout": {"width": "auto"}, "_dom_classes": ("byp-tick",)}
    return Tick(value=start, description=label, **look)


SHORT = 18
"""Letters of an option that finds room beside another one, as names of networks do."""


class Checks(widgets.VBox):
    """Any number of options as check boxes; ``value`` is the tuple of those that are on."""

    value = traitlets.Tuple()

    def __init__(self, label: str, options: Sequence[tuple[str, str]], start: Iterable[str]):
        start = set(start)
        self.label, self.choices = label, tuple(words for words, _key in options)
        self._boxes = {
            key: widgets.Checkbox(value=key in start, description=words, indent=False)
            for words, key in options
        }
        caption = widgets.HTML(f'<span class="byp-caption">{html.escape(label)}</span>')
        longest = max((len(words) for words, _key in options), default=0)
        classes = ("byp-checks", "byp-long") if longest > SHORT else ("byp-checks",)
        checks = widgets.HBox(tuple(self._boxes.values()), _dom_classes=classes)
        super().__init__((caption, checks))
        self.value = tuple(key for key in self._boxes if key in start)
        for box in self._boxes.values():
            box.observe(self._read, "value")
        self.observe(self._write, "value")

    @traitlets.validate("value")
    def _known(self, proposal: dict) -> tuple[str, ...]:
        wanted = proposal["value"]
        if fault := self.fault(wanted):
            raise traitlets.TraitError(fault)
        return tuple(key for key in self._boxes if key in wanted)

    def fault(self, value: tuple[str, ...]) -> str:
        """What is wrong with a value, in a sentence; '' for nothing."""
        unknown = set(value) - set(self._boxes)
        return _not_an_option(", ".join(sorted(unknown))) if unknown else ""

    def _read(self, _change: dict) -> None:
        if not getattr(self, "_writing", False):
            self.value = tuple(key for key, box in self._boxes.items() if box.value)

    def _write(self, _change: dict) -> None:
        self._writing = True
        try:
            for key, box in self._boxes.items():
                box.value = key in self.value
        finally:
            self._writing = False

    @property
    def sweep(self) -> tuple[tuple[str, ...], ...]:
        """None, each alone, all."""
        keys = tuple(self._boxes)
        return ((), *((key,) for key in keys), keys)

    def neighbours(self, value: tuple[str, ...]) -> list[tuple[str, ...]]:
        """Nothing is prefetched: a click may go to any of the boxes."""
        return []
