"""JSON Schema as the course needs it: jsonschema, without a part that takes long to import."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def _missing(module: str) -> Iterator[None]:
    """Let an optional module seem not to be installed."""
    if module in sys.modules:
        yield
        return
    sys.modules[module] = None
    try:
        yield
    finally:
        del sys.modules[module]


# It builds a grammar of addresses, which takes longer than importing a whole lesson. Our
# schemas check no addresses, and jsonschema does without it.
with _missing("rfc3987_syntax"):
    from jsonschema import Draft202012Validator
    from jsonschema.exceptions import ValidationError

__all__ = ["Draft202012Validator", "ValidationError"]
