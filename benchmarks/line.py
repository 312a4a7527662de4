"""A web server that sends as a host does, compressed, over a line as fast or slow as is wanted."""

import gzip
import io
import threading
import time
from http import HTTPStatus
from pathlib import Path
from typing import BinaryIO, ClassVar

from tests.site import served

PIECE = 1 << 15
PRESSED = {".css", ".html", ".ipynb", ".js", ".json", ".mjs", ".svg", ".wasm"}
"""What a host compresses on its way; packages and fonts are compressed already."""


class Line:
    """One line for all that is sent: bytes a second, None for no limit, and what it carried.

    ``raw`` counts the same files as they lie on the disk.
    """

    def __init__(self, rate: float | None = None) -> None:
        self.rate, self.sent, self.raw = rate, 0, 0
        self._free, self._lock = 0.0, threading.Lock()

    def carry(self, size: int) -> None:
        """Come back when so many bytes are through."""
        with self._lock:
            self.sent += size
            if self.rate is None:
                return
            self._free = max(self._free, time.monotonic()) + size / self.rate
            wait = self._free - time.monotonic()
        time.sleep(max(wait, 0))


class Handler(served.Handler):
    """Files over the line of the server, compressed where the browser takes it."""

    pressed: ClassVar[dict[Path, bytes]] = {}

    def send_head(self) -> BinaryIO | None:
        path = Path(self.translate_path(self.path))
        taken = "gzip" in self.headers.get("Accept-Encoding", "")
        if path.is_dir():
            path /= "index.html"
        if not (taken and path.suffix in PRESSED and path.is_file()):
            return super().send_head()
        stamp = f'"{path.stat().st_mtime_ns}"'
        if self.headers.get("If-None-Match") == stamp:
            self.send_response(HTTPStatus.NOT_MODIFIED)
            self.end_headers()
            return None
        if path not in self.pressed:
            self.pressed[path] = gzip.compress(path.read_bytes(), 6)
        body = self.pressed[path]
        self.server.line.raw += path.stat().st_size - len(body)
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", self.guess_type(str(path)))
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(body)))
        self.send_header("ETag", stamp)
        self.end_headers()
        return io.BytesIO(body)

    def copyfile(self, source: BinaryIO, outputfile: BinaryIO) -> None:
        while piece := source.read(PIECE):
            self.server.line.raw += len(piece)
            self.server.line.carry(len(piece))
            outputfile.write(piece)
