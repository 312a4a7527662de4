"""Speaking to the person at the console, and what to say when the computer says no."""

import errno
import re
import sys
from collections.abc import Iterable

DISK_FULL = (
    "The disk is full. Make room (the course needs about {room} MB) and run the same command "
    "again; it goes on where it stopped."
)
NOT_WRITABLE = (
    "{place} cannot be written: you lack the permission, or another program has it open. "
    "Close JupyterLab if it still runs; else put the course folder where you may write."
)
TOO_LONG = (
    "The path of this folder is too long for Windows. Move the folder to a shorter place, "
    "such as C:\\course, and run the same command again."
)
NO_NETWORK = (
    "There is no connection to the package index, and the first set-up needs one. Connect to "
    "the internet and run the same command again. On a computer without internet, copy the "
    "whole course folder from a computer of the same kind on which it was set up."
)
CERTIFICATE = (
    "The connection to the package index is not trusted: its certificate is not known here. "
    "Networks of firms and schools often need a setting; ask those who run yours for the "
    "settings of pip (certificate and proxy)."
)
NO_PACKAGE = (
    "A package does not exist for this Python ({version}) on this kind of computer, or the "
    "package index that is set here does not have it. Try a Python from python.org, 64 bits, "
    "3.11 to 3.14."
)
NO_PIP = (
    "This Python lacks the parts that make an environment of its own (venv, pip). On Debian "
    "and Ubuntu install them with: sudo apt install python3-venv"
)
UNKNOWN = "The set-up stopped; the last words of pip stand above. Run the same command again."
STOPPED = "Stopped. Nothing is lost: run the same command again, and it goes on."

SIGNS = (
    (r"Errno 28|No space left|WinError 112|not enough space|Errno 122", DISK_FULL),
    (r"WinError 206|Errno 36\b|File name too long|Long Path support", TOO_LONG),
    (r"CERTIFICATE_VERIFY_FAILED|SSLError|certificate verify", CERTIFICATE),
    (r"Errno 13|Errno 1\b|Errno 30|WinError 5\b|WinError 32|Permission denied", NOT_WRITABLE),
    (
        r"Failed to establish a new connection|NameResolutionError|getaddrinfo|ProxyError"
        r"|name resolution|Max retries|[Tt]imed? ?out|unreachable"
        r"|Connection (refused|aborted|reset)"
        r"|ConnectionResetError|RemoteDisconnected|IncompleteRead|NewConnectionError",
        NO_NETWORK,
    ),
    (r"No matching distribution|Could not find a version", NO_PACKAGE),
)
"""What pip prints, and the sentence for it. The first that fits is the cause: without a
network pip ends with "no matching distribution", which is wrong advice."""


class Stop(Exception):
    """The course cannot go on; the message is a sentence for the person at the console."""


def prepare() -> None:
    """Let no sign stop a sentence that a console cannot show."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")


def say(text: object) -> None:
    """Print at once, also where the output goes into a file."""
    print(text, flush=True)


def sentence(pattern: str, place: object, room: int) -> str:
    """One of the sentences above with what it speaks of; ``room`` in megabytes."""
    version = ".".join(map(str, sys.version_info[:2]))
    return pattern.format(place=place, room=room, version=version)


def cause(lines: Iterable[str], place: object, room: int) -> str | None:
    """The sentence for the reason that pip gives, if it is a known one."""
    text = "\n".join(lines)
    found = (pattern for sign, pattern in SIGNS if re.search(sign, text))
    pattern = next(found, None)
    return pattern and sentence(pattern, place, room)


def refused(error: OSError, room: int) -> str:
    """The sentence for what the computer refused."""
    place = error.filename or "The course folder"
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return sentence(DISK_FULL, place, room)
    if error.errno == errno.ENAMETOOLONG or getattr(error, "winerror", None) == 206:
        return TOO_LONG
    if error.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
        return sentence(NOT_WRITABLE, place, room)
    return f"The computer refused a step: {error}"
