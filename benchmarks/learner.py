"""One learner of a class on a Hub, by the requests and messages of a browser.

Signs in, waits for the server, opens a lesson, runs all its cells, predicts, moves a control,
saves, and hands in. Pictures are asked for as a screen asks for them.
"""

import asyncio
import contextlib
import json
import os
import re
import signal
import time
import uuid
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import aiohttp
import yarl

from benchmarks.hub import Hub
from benchmarks.wire import PROTOCOL, Kernel, KernelLost

LESSON = "my_course/02_popular_is_not_fit.ipynb"
SLUG = "popular_is_not_fit"
CONTENTS = "my_course/contents.ipynb"
SCREEN = {"width": 760, "ratio": 1, "theme": "light"}
STEPS = 20
PATIENCE = 600.0
"""Seconds for anything that a whole class may ask for at once."""
SCRIPTS = re.compile(r'<script[^>]+src="([^"]+)"')


class Failed(Exception):
    """What a learner could not do; the message says what."""


@dataclass
class Told:
    """What became of one learner: seconds by phase, steps, what was confirmed as saved."""

    name: str
    seconds: dict[str, float] = field(default_factory=dict)
    steps: list[float] = field(default_factory=list)
    saved: dict[str, object] = field(default_factory=dict)
    killed: str = ""
    trouble: str = ""

    @contextlib.contextmanager
    def timed(self, phase: str) -> Iterator[None]:
        start = time.monotonic()
        yield
        self.seconds[phase] = time.monotonic() - start


class Learner:
    """A browser of its own: cookies, one open notebook."""

    def __init__(self, hub: Hub, name: str, told: Told) -> None:
        self.hub, self.name, self.told = hub, name, told
        self.kernel: Kernel | None = None
        self.kernel_id = ""
        self._opened = 0.0
        self._notebook: dict[str, Any] = {}
        self._path = ""
        timeout = aiohttp.ClientTimeout(total=PATIENCE)
        jar = aiohttp.CookieJar(unsafe=True)  # the Hub's address is a number
        self._http = aiohttp.ClientSession(cookie_jar=jar, timeout=timeout)

    async def __aenter__(self) -> "Learner":
        return self

    async def __aexit__(self, *_error: object) -> None:
        if self.kernel:
            await self.kernel.close()
        await self._http.close()

    @property
    def base(self) -> str:
        return f"{self.hub.address}/user/{self.name}"

    async def sign_in(self) -> None:
        """Give the name on the Hub's own page."""
        login = f"{self.hub.address}/hub/login"
        await self._page(login)
        data = {"username": self.name, "password": "", "_xsrf": self._xsrf(f"{login}")}
        async with self._http.post(login, data=data, allow_redirects=False) as answer:
            if answer.status != 302:
                raise Failed(f"sign in: {answer.status}")

    async def get_server(self) -> None:
        """Start the own server as the Hub's page does, and open the first page of the course."""
        hub = f"{self.hub.address}/hub"
        for attempt in range(5):
            await self._page(f"{hub}/home")
            await self._server_ready()
            try:
                page = await self._page(f"{self.base}/doc/tree/{CONTENTS}")
                break
            except Failed:  # the Hub has not heard yet that the server has died
                if attempt == 4:
                    raise
                await asyncio.sleep(2)
        for script in SCRIPTS.findall(page):
            await self._page(str(yarl.URL(self.base).join(yarl.URL(script))))

    async def _server_ready(self) -> None:
        """Press start, and ask the Hub every other second, as its waiting page does.

        A Hub that is too busy, or has not yet heard that a server has died, is asked again.
        """
        hub = f"{self.hub.address}/hub"
        address = f"{hub}/api/users/{self.name}"
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            headers = {"X-XSRFToken": self._xsrf(address)}
            async with self._http.get(address, headers=headers) as answer:
                servers = (await answer.json())["servers"] if answer.status == 200 else {}
            if "" not in servers:
                async with self._http.get(f"{hub}/spawn", allow_redirects=False):
                    pass
            elif servers[""]["ready"]:
                return
            await asyncio.sleep(2)
        raise Failed("the server did not come")

    async def _page(self, address: str) -> str:
        async with self._http.get(address) as answer:
            if answer.status != 200:
                raise Failed(f"{answer.status} {address.removeprefix(self.hub.address)}")
            return await answer.text(errors="replace")

    def _xsrf(self, address: str) -> str:
        cookie = self._http.cookie_jar.filter_cookies(yarl.URL(address)).get("_xsrf")
        return cookie.value if cookie else ""

    async def _api(self, method: str, path: str, body: object = None) -> Any:
        address = f"{self.base}/api/{path}"
        headers = {"X-XSRFToken": self._xsrf(address)}
        async with self._http.request(method, address, json=body, headers=headers) as answer:
            if answer.status >= 400:
                raise Failed(f"{method} {path}: {answer.status}")
            return await answer.json() if answer.status != 204 else None

    async def open(self, path: str) -> None:
        """Open a notebook with a kernel; the page before is left."""
        if self.kernel:
            await self.kernel.close()
        self._opened, self._path = time.monotonic(), path
        self._notebook = (await self._api("GET", f"contents/{path}?content=1"))["content"]
        asked = {"path": path, "name": path, "type": "notebook", "kernel": {"name": "python3"}}
        session = await self._api("POST", "sessions", asked)
        self.kernel_id = session["kernel"]["id"]
        await self._connect()

    async def _connect(self) -> None:
        """Open the websocket and wait until the kernel answers."""
        channels = f"{self.base}/api/kernels/{self.kernel_id}/channels"
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            address = f"{channels}?session_id={uuid.uuid4().hex}".replace("http", "ws", 1)
            try:
                socket = await self._http.ws_connect(address, protocols=(PROTOCOL,), max_msg_size=0)
            except aiohttp.ClientError:
                await asyncio.sleep(0.5)
                continue
            self.kernel = Kernel(socket)
            if socket.protocol == PROTOCOL and await self._answers():
                return
            await self.kernel.close()
        raise Failed("the kernel does not answer")

    async def _answers(self) -> bool:
        """Whether the kernel answers on this connection, though it may restart meanwhile."""
        for _attempt in range(6):
            try:
                await self.kernel.ask("kernel_info_request", {}, 15)
            except TimeoutError:
                continue
            except KernelLost:
                await asyncio.sleep(0.5)
            else:
                return True
        return False

    async def run_all(self) -> float:
        """Press start, show what appears, save as JupyterLab does; seconds to the first picture."""
        kernel = self.kernel
        asked = []
        for cell in self._notebook["cells"]:
            if cell["cell_type"] == "code":
                asked.append((cell, await kernel.run("".join(cell["source"]))))
        for cell, message in asked:
            await kernel.done(message, PATIENCE)
            cell["outputs"] = kernel.outputs.get(message, [])
            await self._show()
        if kernel.errors:
            raise Failed(kernel.errors[0])
        await self.save_notebook()
        return (kernel.first_picture or time.monotonic()) - self._opened

    async def _show(self) -> None:
        """Tell every picture that is on the page now how large the screen is."""
        kernel = self.kernel
        for model, state in list(kernel.models.items()):
            if "headline" in state and "image" in state and not state.get("screen"):
                await kernel.change(model, PATIENCE, screen=SCREEN)

    async def save_notebook(self) -> None:
        document = json.loads(json.dumps(self._notebook))
        for cell in document["cells"]:
            for output in cell.get("outputs", []):
                output.pop("transient", None)
        body = {"type": "notebook", "format": "json", "content": document}
        await self._api("PUT", f"contents/{self._path}", body)

    def _find(self, mount: str, **wanted: object) -> str:
        """The widget in a mount whose state has these values."""
        kernel = self.kernel
        for model in kernel.under(kernel.mount(mount)):
            state = kernel.models[model]
            if all(state.get(key) == value for key, value in wanted.items()):
                return model
        raise Failed(f"no {wanted} in {mount}")

    def _headlines(self, mount: str) -> str:
        kernel = self.kernel
        states = (kernel.models[model] for model in kernel.under(kernel.mount(mount)))
        return " ".join(str(state.get("headline", "")) for state in states)

    def on_record(self) -> bool:
        """Whether the lesson says that a prediction is on record."""
        return "On record" in self._headlines("predict")

    async def predict(self) -> None:
        """Choose, commit, and read that it is on record."""
        kernel = self.kernel
        box = self._find("predict", description="Your prediction")
        await kernel.change(box, PATIENCE, index=2)
        await kernel.press(self._find("predict", description="Commit my prediction"), PATIENCE)
        if not self.on_record():
            raise Failed(f"prediction: {self._headlines('predict')}")
        self.told.saved["predictions"] = SLUG
        await self._show()

    async def move(self, steps: int) -> None:
        """Move a slider of Explore, one step after the other, each until its answer is there."""
        kernel = self.kernel
        dial = self._find("explore", slider=True)
        state = kernel.models[dial]
        value, step = state["value"], state["step"]
        for _step in range(steps):
            if not state["min"] <= value + step <= state["max"]:
                step = -step
            value = round(value + step, 9)
            start = time.monotonic()
            await kernel.change(dial, PATIENCE, value=value)
            self.told.steps.append(time.monotonic() - start)

    async def save(self) -> None:
        """Save the own task, and read that it is saved."""
        kernel = self.kernel
        button = self._find("own", button_style="primary")
        before = self._headlines("own")
        await kernel.press(button, PATIENCE)
        if (after := self._headlines("own")) == before:
            raise Failed(f"own task: {after}")
        self.told.saved["own_tasks"] = SLUG
        await self.save_notebook()

    async def hand_in(self) -> None:
        """Open the contents, and press “Hand in”."""
        await self.open(CONTENTS)
        await self.run_all()
        kernel = self.kernel
        await kernel.change(
            self._find("hand_in", description="Nickname"), PATIENCE, value=self.name
        )
        await kernel.press(self._find("hand_in", description="Hand in"), PATIENCE)
        if "Ready to hand in" not in (said := self._headlines("hand_in")):
            raise Failed(f"hand in: {said}")
        self.told.saved["hand_in"] = self.name

    async def lose_kernel(self) -> None:
        """The kernel is killed in the middle of a save; the learner starts the lesson again."""
        self.told.killed = "kernel"
        await self._begin_to_save()
        for process in self.hub.kernels(self.name):
            os.kill(process.pid, signal.SIGKILL)
        await self.kernel.close()
        await self._connect()
        await self._again()

    async def lose_server(self) -> None:
        """The server and its kernel are killed in the middle of a save; the Hub starts another."""
        self.told.killed = "server"
        await self._begin_to_save()
        for process in (self.hub.servers()[self.name], *self.hub.kernels(self.name)):
            os.kill(process.pid, signal.SIGKILL)
        await self.kernel.close()
        self.kernel = None
        await self.get_server()
        await self.open(LESSON)
        await self._again()

    async def _begin_to_save(self) -> None:
        button = self._find("own", button_style="primary")
        data = {"method": "custom", "content": {"event": "click"}}
        await self.kernel.send("comm_msg", {"comm_id": button, "data": data})

    async def _again(self) -> None:
        await self.run_all()
        if not self.on_record():
            raise Failed(f"the prediction is lost: {self._headlines('predict')}")
