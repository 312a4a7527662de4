"""A whole class at once on a real Hub of this computer, and what it costs.

    python -m benchmarks.class -n 30

Every learner signs in, gets a server, opens lesson 02, runs all its cells, predicts, moves a
control twenty steps, saves and hands in, by real requests and websockets. Of every three
learners one loses the kernel and one the server in the middle of a save. Ends with 1 if
anybody failed, a saved answer is lost, or a learner takes more than 0.25 GB.
"""

import argparse
import asyncio
import json
import os
import signal
import sys
import tempfile
import time
from dataclasses import asdict, dataclass, field
from pathlib import Path
from statistics import median, quantiles

import psutil

from benchmarks import hub as hubs
from benchmarks.hub import Hub
from benchmarks.learner import LESSON, STEPS, Failed, Learner, Told
from benchmarks.wire import KernelLost
from helpers.hand_in import reading

MOST_LEARNERS = 100
MOST_SECONDS = 1500.0
MOMENTS = ("lesson open", "handed in")
MEGABYTES = 250.0
"""What a learner may take: plans and prices of `deploy/hub` rest on it."""


class Meeting:
    """Where those wait for each other who are still there."""

    def __init__(self, learners: int) -> None:
        self._missing = learners
        self._all = asyncio.Event()

    def come(self) -> None:
        self._missing -= 1
        if self._missing == 0:
            self._all.set()

    async def all_there(self) -> None:
        await self._all.wait()


@dataclass
class Report:
    """What a class took."""

    learners: int
    told: list[Told]
    lost: list[str] = field(default_factory=list)
    memory: dict[str, list[float]] = field(default_factory=dict)
    processor: list[float] = field(default_factory=list)
    hub: float = 0.0
    homes: list[float] = field(default_factory=list)
    machine: float = 0.0
    load: float = 0.0
    wall: float = 0.0

    @property
    def failures(self) -> list[str]:
        return [f"{one.name}: {one.trouble}" for one in self.told if one.trouble]

    @property
    def largest(self) -> float:
        """Megabytes of the largest learner at the largest moment."""
        return max((figure for kept in self.memory.values() for figure in kept), default=0.0)

    def sound(self) -> bool:
        return not self.failures and not self.lost and 0 < self.largest <= MEGABYTES

    def lines(self) -> list[str]:
        """The report for people."""
        phases = {phase: None for one in self.told for phase in one.seconds}
        made = [f"{self.learners} learners, {self.wall:.0f} s, load before {self.load:.1f}"]
        for phase in phases:
            kept = [one.seconds[phase] for one in self.told if phase in one.seconds]
            made.append(f"  {phase:22s} {_spread(kept, 's')}")
        steps = [1000 * second for one in self.told for second in one.steps]
        made.append(f"  {'step of a control':22s} {_spread(steps, 'ms')}")
        for moment, kept in self.memory.items():
            made.append(f"  memory, {moment:14s} {_spread(kept, 'MB')}")
        made.append(f"  processor, lesson open {_spread(self.processor, 's')}")
        made.append(f"  home on disk           {_spread(self.homes, 'MB')}")
        made.append(f"  Hub and proxy          {self.hub:.0f} MB")
        made.append(f"  memory of the machine  {self.machine / self.learners:.0f} MB a learner")
        killed = [one.killed for one in self.told]
        made.append(
            f"  kernels, servers killed  {killed.count('kernel')}, {killed.count('server')}"
        )
        made.append(f"  saved answers lost     {len(self.lost)}")
        made.append(f"  failures               {len(self.failures)}")
        return [*made, *self.lost, *self.failures]

    def document(self) -> dict[str, object]:
        return {**asdict(self), "largest": self.largest, "failures": self.failures}


def _spread(kept: list[float], unit: str) -> str:
    if not kept:
        return "-"
    late = quantiles(kept, n=20, method="inclusive")[-1] if len(kept) > 1 else kept[0]
    return f"median {median(kept):7.1f} {unit}   p95 {late:7.1f}   max {max(kept):7.1f}"


async def attend(hub: Hub, place: int, told: Told, meetings: list[Meeting], kill: bool) -> None:
    """One learner from the sign-in to the hand-in; what goes wrong is kept."""
    waiting = list(meetings)

    async def meet() -> None:
        meeting = waiting.pop(0)
        meeting.come()
        await meeting.all_there()

    async with Learner(hub, told.name, told) as learner:
        try:
            with told.timed("server there"):
                await learner.sign_in()
                await learner.get_server()
            with told.timed("lesson open and run"):
                await learner.open(LESSON)
                told.seconds["first picture"] = await learner.run_all()
            with told.timed("prediction"):
                await learner.predict()
            await learner.move(STEPS)
            await meet()
            await meet()  # memory is looked at in between
            if kill and place % 3 == 0:
                with told.timed("back after a kernel"):
                    await learner.lose_kernel()
            elif kill and place % 3 == 1:
                with told.timed("back after a server"):
                    await learner.lose_server()
            with told.timed("own task saved"):
                await learner.save()
            with told.timed("hand-in"):
                await learner.hand_in()
            await meet()
            await meet()
        except (Failed, KernelLost, TimeoutError, KeyError, OSError) as error:
            told.trouble = f"{type(error).__name__} {error}"
        finally:
            for meeting in waiting:
                meeting.come()


async def hold(hub: Hub, report: Report, kill: bool, seconds: float) -> None:
    """The class; memory is looked at with the lesson open and after the hand-in."""
    before = psutil.virtual_memory().available
    meetings = [Meeting(report.learners + (turn % 2)) for turn in range(4)]
    learners = [
        asyncio.ensure_future(attend(hub, place, told, meetings, kill))
        for place, told in enumerate(report.told)
    ]

    async def look() -> None:
        for moment, ends in zip(MOMENTS, (meetings[:2], meetings[2:]), strict=True):
            await ends[0].all_there()
            found = await asyncio.to_thread(hub.memory)
            report.memory[moment] = [sum(parts.values()) for parts in found.values()]
            if moment == MOMENTS[0]:
                report.processor = list((await asyncio.to_thread(hub.processor)).values())
            report.hub = max(report.hub, await asyncio.to_thread(hub.own_memory))
            taken = (before - psutil.virtual_memory().available) / 1e6
            report.machine = max(report.machine, taken)
            ends[1].come()

    looking = asyncio.ensure_future(look())
    try:
        async with asyncio.timeout(seconds):
            await asyncio.gather(looking, *learners)
    except TimeoutError:
        for one in report.told:
            one.trouble = one.trouble or f"not done after {seconds:.0f} s"
        for task in (looking, *learners):
            task.cancel()
        await asyncio.gather(looking, *learners, return_exceptions=True)


def lost(hub: Hub, told: list[Told]) -> list[str]:
    """What was confirmed as saved and is not there, in a sentence each."""
    handed = {one.nickname: one for one in reading.read(hub.hand_ins).hand_ins}
    found = []
    for one in told:
        file = hub.home(one.name) / "my_company" / "company.json"
        try:
            kept = json.loads(file.read_text(encoding="utf-8")) if one.saved else {}
        except (OSError, ValueError) as error:
            found.append(f"{one.name}: {error}")
            continue
        for key in ("predictions", "own_tasks"):
            if key in one.saved and one.saved[key] not in kept.get(key, {}):
                found.append(f"{one.name}: {key}")
        if "hand_in" in one.saved and one.name not in handed:
            found.append(f"{one.name}: hand-in")
    return found


def run(
    learners: int, kill: bool = True, seconds: float = MOST_SECONDS, log: Path | None = None
) -> Report:
    """Hold a class and say what it took; the Hub's log goes to ``log`` where anybody failed."""
    names = [f"learner{place:03d}" for place in range(learners)]
    load = os.getloadavg()[0]
    report = Report(learners, [Told(name) for name in names], load=load)
    with (
        tempfile.TemporaryDirectory(prefix="class", ignore_cleanup_errors=True) as folder,
        hubs.running(Path(folder)) as hub,
    ):
        start = time.monotonic()
        asyncio.run(hold(hub, report, kill, seconds))
        report.wall = time.monotonic() - start
        report.lost = lost(hub, report.told)
        report.homes = hub.home_sizes()
        if report.failures and log:
            log.write_bytes((Path(folder) / "hub.log").read_bytes())
    return report


def main(arguments: list[str] | None = None) -> int:
    """Hold a class as the arguments say and print the report."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.class", description=__doc__)
    parser.add_argument("-n", "--learners", type=int, default=30)
    parser.add_argument("--no-kills", action="store_true", help="nothing is killed")
    parser.add_argument("--seconds", type=float, default=MOST_SECONDS, help="for all of it")
    parser.add_argument("--json", type=Path, help="a file for all figures")
    parser.add_argument("--log", type=Path, help="a file for the Hub's log where anybody failed")
    options = parser.parse_args(arguments)
    if not 1 <= options.learners <= MOST_LEARNERS:
        parser.error(f"from 1 to {MOST_LEARNERS} learners")
    if trouble := hubs.missing():
        parser.exit(2, f"{trouble}\n")
    signal.signal(signal.SIGTERM, signal.default_int_handler)  # the Hub has to end, too
    report = run(options.learners, not options.no_kills, options.seconds, options.log)
    print("\n".join(report.lines()))
    if options.json:
        options.json.write_text(json.dumps(report.document(), indent=1), encoding="utf-8")
    return 0 if report.sound() else 1


if __name__ == "__main__":
    sys.exit(main())
