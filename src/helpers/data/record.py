"""Record: what was read of ``data/`` and of the company while something was computed.

Nobody writes down where a figure comes from. The fields that hold figures note their name
when they are read (``Noted``), and whoever opens a record gets all names that were read
meanwhile: ``assumption:KEY``, ``evidence:ID``, ``table:NAME``, ``company:FIELD``. What is
read before a figure stands can only be too much for it, never too little.
"""

from collections.abc import Callable, Hashable, Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from functools import cached_property, lru_cache, wraps
from typing import Any, ParamSpec, Protocol, TypeVar, cast

P = ParamSpec("P")
T = TypeVar("T")
S = TypeVar("S")
V = TypeVar("V", covariant=True)


class Record(set[str]):
    """Names of what was read; it only grows."""

    _frozen: frozenset[str] = frozenset()

    def frozen(self) -> frozenset[str]:
        """What it holds now. A hundred figures share one set, or a cache of results is large."""
        if len(self._frozen) != len(self):
            self._frozen = _shared(frozenset(self))
        return self._frozen


@lru_cache(maxsize=256)
def _shared(names: frozenset[str]) -> frozenset[str]:
    return names


_open: ContextVar[Record | None] = ContextVar("record", default=None)


@contextmanager
def recording(before: Iterable[str] = ()) -> Iterator[Record]:
    """The names of all that is read inside, after those that were read ``before``.

    A record inside another one passes on to it what was read.
    """
    outer, inner = _open.get(), Record(before)
    token = _open.set(inner)
    try:
        yield inner
    finally:
        _open.reset(token)
        if outer is not None:
            outer |= inner


def read_by(ask: Callable[[], object]) -> frozenset[str]:
    """What is read of tables and company while something is asked."""
    with recording() as record:
        ask()
    return record.frozen()


def recorded(compute: Callable[[S], T]) -> "cached_property[T]":
    """A cached property on a record of its own, so that its figures know their sources."""

    @wraps(compute)
    def on_record(owner: S) -> T:
        with recording():
            return compute(owner)

    return cached_property(on_record)


def so_far() -> frozenset[str]:
    """What the open record holds up to now; nothing where none is open."""
    record = _open.get()
    return frozenset() if record is None else record.frozen()


def note(names: Iterable[str]) -> None:
    """Add what was read to the open record, if there is one."""
    record = _open.get()
    if record is not None:
        record.update(names)


class Noted:
    """A field whose reading is noted as ``KIND:FIELD``.

    Where objects have a ``key``, the name of a field, it is noted as ``KIND:`` and its value.
    """

    def __init__(self, field: str, kind: str, key: str) -> None:
        self._field, self._key = field, key
        self._name = f"{kind}:" if key else f"{kind}:{field}"

    def __get__(self, instance: object, owner: type | None = None) -> object:
        if instance is None:
            return self
        values = instance.__dict__
        record = _open.get()
        if record is not None:
            record.add(self._name + values[self._key] if self._key else self._name)
        return values[self._field]

    def __set__(self, instance: object, value: object) -> None:
        instance.__dict__[self._field] = value


def noted(fields: Iterable[str], kind: str, key: str = "") -> Callable[[type], type]:
    """A dataclass of which these fields are noted when they are read; ``vars`` reads in silence."""

    def decorate(cls: type) -> type:
        for field in fields:
            setattr(cls, field, Noted(field, kind, key))
        return cls

    return decorate


@dataclass(frozen=True)
class WhatIf:
    """An argument that differs from another in what is noted under ``names``, and in no more."""

    argument: object
    base: object
    names: frozenset[str]


_what_if: ContextVar[WhatIf | None] = ContextVar("what_if", default=None)


@contextmanager
def supposing(argument: object, base: object, names: Iterable[str]) -> Iterator[None]:
    """Inside, what is remembered of ``base`` is taken for ``argument`` where no name was read.

    Both differ in nothing else, so that the value would be the same; and models do not forget
    what they know of ``base`` for the sake of what is only supposed.
    """
    token = _what_if.set(WhatIf(argument, base, frozenset(names)))
    try:
        yield
    finally:
        _what_if.reset(token)


class Remembered(Protocol[P, V]):
    """A function with a cache, as ``lru_cache`` makes it; it takes no names of arguments.

    Names would double the time of a hit, and the same call could be kept twice.
    """

    cache_clear: Callable[[], None]
    cache_info: Callable[[], Any]

    def __call__(self, *arguments: P.args, **named: P.kwargs) -> V: ...


def remembered(size: int) -> Callable[[Callable[P, T]], Remembered[P, T]]:
    """A cache that keeps with each value what was read for it, and notes that on every hit.

    It stands where ``lru_cache`` would stand; a value from there would have no sources.
    """

    def decorate(function: Callable[P, T]) -> Remembered[P, T]:
        called: Callable[..., T] = function

        @lru_cache(maxsize=size)
        def kept(*arguments: Hashable) -> tuple[T, frozenset[str]]:
            with recording() as record:
                value = called(*arguments)
            return value, record.frozen()

        @wraps(function)
        def recalled(*arguments: Hashable) -> T:
            what_if = _what_if.get()
            if what_if is not None and any(each is what_if.argument for each in arguments):
                theirs = (what_if.base if a is what_if.argument else a for a in arguments)
                value, read = kept(*cast("Iterable[Hashable]", theirs))
                if not read.isdisjoint(what_if.names):
                    value, read = kept(*arguments)
            else:
                value, read = kept(*arguments)
            note(read)
            return value

        known = cast("Remembered[P, T]", recalled)
        known.cache_clear, known.cache_info = kept.cache_clear, kept.cache_info
        return known

    return decorate
