"""What a class takes on a server, from measured figures; prices are yours to give.

    python deploy/hub/costs.py
    python deploy/hub/costs.py --gb-hour PRICE --core-hour PRICE

`measured.json` holds what `python -m benchmarks.class` found. The table stands in
`docs/class_on_a_hub.md`, and a test computes it again.
"""

import argparse
import json
import math
from dataclasses import dataclass
from pathlib import Path

MEASURED = Path(__file__).with_name("measured.json")
LEARNERS = (30, 300, 3000)
HOURS = 1.5
"""One class."""
WAIT = 60.0
"""Seconds in which everybody who comes in the same minute has the first lesson open."""


@dataclass(frozen=True)
class Need:
    """What so many learners take at once: gigabytes, cores, gigabytes of disk for their homes."""

    learners: int
    memory: float
    cores: int
    disk: float

    def cost(self, hours: float, gb_hour: float, core_hour: float) -> float:
        """The price of some hours, in the money of the two prices."""
        return hours * (self.memory * gb_hour + self.cores * core_hour)


def need(learners: int, measured: dict[str, float]) -> Need:
    """The formula, for learners who are all there at once."""
    memory = (measured["hub_megabytes"] + learners * measured["megabytes_a_learner"]) / 1000
    cores = math.ceil(learners * measured["processor_seconds_a_learner"] / WAIT)
    return Need(learners, memory, cores, learners * measured["home_megabytes"] / 1000)


def read() -> dict[str, float]:
    """The measured figures."""
    figures: dict[str, float] = json.loads(MEASURED.read_text(encoding="utf-8"))["figures"]
    return figures


def table(measured: dict[str, float], hours: float = HOURS) -> list[str]:
    """The table as Markdown; what it costs is left to whoever knows the prices."""
    rows = [
        "| Learners at once | Memory | Cores | GB-hours of a class | core-hours | Disk for homes |",
        "| --- | --- | --- | --- | --- | --- |",
    ]
    for one in (need(learners, measured) for learners in LEARNERS):
        rows.append(
            f"| {one.learners} | {one.memory:.0f} GB | {one.cores} | {hours * one.memory:.0f} "
            f"| {hours * one.cores:.0f} | {one.disk:.1f} GB |"
        )
    return rows


def main() -> None:
    """Print the table, and the sums where prices are given."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--hours", type=float, default=HOURS, help="of the class")
    parser.add_argument("--gb-hour", type=float, help="price of a gigabyte of memory for an hour")
    parser.add_argument("--core-hour", type=float, help="price of a core for an hour")
    options = parser.parse_args()
    measured = read()
    print("\n".join(table(measured, options.hours)))
    if options.gb_hour is None or options.core_hour is None:
        print("\nGive --gb-hour and --core-hour, as your provider has them, for the sums.")
        return
    for one in (need(learners, measured) for learners in LEARNERS):
        sum_ = one.cost(options.hours, options.gb_hour, options.core_hour)
        print(f"{one.learners} learners, {options.hours:g} hours: {sum_:.2f}")


if __name__ == "__main__":
    main()
