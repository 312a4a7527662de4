"""The class of a lesson by the slug of its notebook."""

import importlib
import importlib.util
import pkgutil

from helpers import lessons
from helpers.studio.lesson import Lesson


def lesson_kind(slug: str) -> type[Lesson] | None:
    """The class of a lesson; None for a notebook of no lesson of ours.

    What a lesson is built upon has no ``slug``.
    """
    name = f"{lessons.__name__}.{slug}"
    if not slug.isidentifier() or importlib.util.find_spec(name) is None:
        return None
    made = [kind for kind in vars(importlib.import_module(name)).values() if isinstance(kind, type)]
    ours = (k for k in made if issubclass(k, Lesson) and k.__module__ == name)
    return next((kind for kind in ours if hasattr(kind, "slug")), None)


def lesson_classes() -> list[type[Lesson]]:
    """Every lesson of the package, found and not listed, so that none can be forgotten."""
    kinds = (lesson_kind(module.name) for module in pkgutil.iter_modules(lessons.__path__))
    return sorted((kind for kind in kinds if kind), key=lambda kind: kind.slug)
