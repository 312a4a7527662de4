"""What is done while the kernel is idle, a step at a time, so that no control waits for it."""

import asyncio
from collections.abc import Callable, Iterator

REST_SECONDS, STEP_SECONDS = 0.5, 0.03
"""Before the first step, and before each further one: what a reader does comes between."""


class Idle:
    """One piece of such work at a time; a later one takes the place of an earlier one."""

    def __init__(self) -> None:
        self._timer: asyncio.TimerHandle | None = None

    def soon(self, begin: Callable[[], Iterator[None]], done: Callable[[], None]) -> None:
        """Begin after a rest, go on step by step, then say that it is ``done``.

        Without a running kernel (a test, a script) nothing is done. What fails is left: it is
        never what the reader has asked for.
        """
        self.cancel()
        try:
            loop = asyncio.get_running_loop()
        except RuntimeError:
            return
        begun: list[Iterator[None]] = []

        def step() -> None:
            self._timer = None
            try:
                if not begun:
                    begun.append(begin())
                next(begun[0])
            except StopIteration:
                done()
            except Exception:  # noqa: BLE001 - what the reader sees stands
                return
            else:
                self._timer = loop.call_later(STEP_SECONDS, step)

        self._timer = loop.call_later(REST_SECONDS, step)

    @property
    def busy(self) -> bool:
        """Whether it works, or is about to."""
        return self._timer is not None

    def cancel(self) -> None:
        """Stop: somebody has moved a control."""
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None
