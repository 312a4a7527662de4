"""JSON Schema as the course needs it: jsonschema, without parts that take long to import."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager

FORMATS = (
    *("fqdn", "idna", "isoduration", "jsonpointer", "rfc3339_validator", "rfc3986_validator"),
    *("rfc3987", "rfc3987_syntax", "uri_template", "webcolors"),
)
"""Optional checkers of addresses, colours and the like: one builds a grammar, which takes longer
than importing a whole lesson. Our schemas ask for none, and jsonschema does without."""


@contextmanager
def _missing(modules: tuple[str, ...]) -> Iterator[None]:
    """Let optional modules seem not to be installed."""
    hidden = [module for module in modules if module not in sys.modules]
    for module in hidden:
        sys.modules[module] = None  # type: ignore[assignment]  # None: "not installed"
    try:
        yield
    finally:
        for module in hidden:
            del sys.modules[module]


with _missing(FORMATS):
    from jsonschema import Draft202012Validator
    from jsonschema.exceptions import ValidationError

__all__ = ["Draft202012Validator", "ValidationError"]
