"""A kernel as a browser reaches it: one websocket, its messages, and the widgets they open."""

import asyncio
import json
import uuid
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

import aiohttp
from jupyter_server.services.kernels.connection.base import (
    deserialize_msg_from_ws_v1,
    serialize_msg_to_ws_v1,
)

PROTOCOL = "v1.kernel.websocket.jupyter.org"
"""What JupyterLab speaks: binary, so that pictures come as bytes."""
REFERENCE = "IPY_MODEL_"


class KernelLost(Exception):
    """The kernel or its server is gone; what was asked may or may not have been done."""


class Kernel:
    """A connected kernel. ``models`` are its widgets as the front end knows them.

    ``pictures`` counts the pictures that came; ``first_picture`` is when the first did.
    """

    def __init__(self, socket: aiohttp.ClientWebSocketResponse) -> None:
        self._socket = socket
        self._session = uuid.uuid4().hex
        self._waiting: dict[str, asyncio.Future[None]] = {}
        self.models: dict[str, dict[str, Any]] = {}
        self.outputs: dict[str, list[dict[str, Any]]] = {}
        self.errors: list[str] = []
        self.pictures = 0
        self.first_picture: float | None = None
        self.alive = True
        self._reading = asyncio.ensure_future(self._read())

    async def close(self) -> None:
        """Leave the page."""
        self._reading.cancel()
        await self._socket.close()

    async def ask(self, kind: str, content: dict[str, Any], seconds: float) -> str:
        """Send a message and wait until the kernel has done it; its id."""
        message = await self.send(kind, content)
        await self.done(message, seconds)
        return message

    async def send(self, kind: str, content: dict[str, Any]) -> str:
        """Send a message; its id."""
        if not self.alive:
            raise KernelLost(kind)
        header = {
            "msg_id": uuid.uuid4().hex,
            "msg_type": kind,
            "session": self._session,
            "username": "",
            "date": datetime.now(UTC).isoformat(),
            "version": "5.4",
        }
        self._waiting[header["msg_id"]] = asyncio.get_running_loop().create_future()
        parts = [json.dumps(part).encode() for part in (header, {}, {}, content)]
        try:
            await self._socket.send_bytes(serialize_msg_to_ws_v1(parts, "shell"))
        except (ConnectionError, aiohttp.ClientError) as error:
            raise KernelLost(kind) from error
        return header["msg_id"]

    async def done(self, message: str, seconds: float) -> None:
        """Wait until the kernel is idle again after a message. Raises KernelLost, TimeoutError."""
        try:
            await asyncio.wait_for(self._waiting[message], seconds)
        finally:
            self._waiting.pop(message, None)

    async def run(self, code: str) -> str:
        """Send a cell, as pressing Run All does: not waiting for the one before."""
        content = {"code": code, "silent": False, "store_history": True, "stop_on_error": True}
        return await self.send(
            "execute_request", {**content, "user_expressions": {}, "allow_stdin": False}
        )

    async def change(self, model: str, seconds: float, **state: object) -> None:
        """Change what a widget shows, as a learner does, and wait for all that follows."""
        self.models[model].update(state)
        data = {"method": "update", "state": state, "buffer_paths": []}
        await self.ask("comm_msg", {"comm_id": model, "data": data}, seconds)

    async def press(self, model: str, seconds: float) -> None:
        """Press a button."""
        data = {"method": "custom", "content": {"event": "click"}}
        await self.ask("comm_msg", {"comm_id": model, "data": data}, seconds)

    def under(self, model: str, seen: set[str] | None = None) -> Iterator[str]:
        """A widget and all that is in it, in their order."""
        seen = set() if seen is None else seen
        if model in seen or model not in self.models:
            return
        seen.add(model)
        yield model
        # A copy: another message may come between.
        for value in list(self.models[model].values()):
            for inner in references(value):
                yield from self.under(inner, seen)

    def mount(self, name: str) -> str:
        """The widget in the mount of this name."""
        for state in self.models.values():
            if "parts" in state and "asleep" in state:
                return state["parts"][name].removeprefix(REFERENCE)
        raise KeyError(name)

    async def _read(self) -> None:
        try:
            async for frame in self._socket:
                if frame.type == aiohttp.WSMsgType.BINARY:
                    self._take(frame.data)
        finally:
            self.alive = False
            self._give_up("the connection ended")

    def _give_up(self, reason: str) -> None:
        """Whatever was asked is answered by nobody any more."""
        for waiting in self._waiting.values():
            if not waiting.done():
                waiting.set_exception(KernelLost(reason))
                waiting.exception()  # nobody may be waiting

    def _take(self, raw: bytes) -> None:
        _channel, parts = deserialize_msg_from_ws_v1(raw)
        header, parent, _metadata, content = (json.loads(part) for part in parts[:4])
        kind, asked = header["msg_type"], parent.get("msg_id", "")
        state = content.get("execution_state") if kind == "status" else ""
        if state in ("restarting", "dead"):
            self._give_up(state)
        elif state == "idle":
            waiting = self._waiting.get(asked)
            if waiting and not waiting.done():
                waiting.set_result(None)
        elif kind in ("comm_open", "comm_msg"):
            if kind == "comm_open" or "state" in content["data"]:
                self._update(content["comm_id"], content["data"], parts[4:])
        elif kind in ("display_data", "execute_result", "stream", "error"):
            self.outputs.setdefault(asked, []).append({"output_type": kind, **content})
            if kind == "error":
                self.errors.append(f"{content['ename']}: {content['evalue']}")

    def _update(self, model: str, data: dict[str, Any], buffers: list[bytes]) -> None:
        state = self.models.setdefault(model, {})
        state.update(data.get("state", {}))
        for path, buffer in zip(data.get("buffer_paths", []), buffers, strict=False):
            if len(path) == 1:
                state[path[0]] = bytes(buffer)
                if path[0] == "image" and buffer:
                    self.pictures += 1
                    if self.first_picture is None:
                        self.first_picture = asyncio.get_running_loop().time()


def references(value: object) -> Iterator[str]:
    """The widgets that a value of a widget's state names."""
    if isinstance(value, str) and value.startswith(REFERENCE):
        yield value.removeprefix(REFERENCE)
    elif isinstance(value, list):
        for one in value:
            yield from references(one)
    elif isinstance(value, dict):
        for one in value.values():
            yield from references(one)
