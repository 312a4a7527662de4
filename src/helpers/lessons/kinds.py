"""The class of a lesson by the slug of its notebook."""

import importlib
import importlib.util

from helpers import lessons
from helpers.studio.lesson import Lesson


def lesson_kind(slug: str) -> type[Lesson] | None:
    """The class of a lesson; None for a notebook of no lesson of ours."""
    name = f"{lessons.__name__}.{slug}"
    if not slug.isidentifier() or importlib.util.find_spec(name) is None:
        return None
    made = [kind for kind in vars(importlib.import_module(name)).values() if isinstance(kind, type)]
    return next((k for k in made if issubclass(k, Lesson) and k.__module__ == name), None)
