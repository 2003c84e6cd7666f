"""How a benchmark tells what it has measured: one line each, and a verdict at the end."""

import os
import platform
import sys
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime


@dataclass(frozen=True, slots=True)
class Line:
    """figures: by name, in the unit of the report; limits: of those that have one, at most."""

    name: str
    figures: dict[str, float]
    limits: dict[str, float] = field(default_factory=dict)

    @property
    def too_much(self) -> list[str]:
        return [
            f"{name} {self.figures[name]:.1f} instead of {limit:g}"
            for name, limit in self.limits.items()
            if self.figures[name] > limit
        ]


def percentile(values: Sequence[float], share: float) -> float:
    """The value below which that share of them lies; of none, 0."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(len(ordered) * share))] if ordered else 0.0


def report(title: str, unit: str, lines: Sequence[Line]) -> int:
    """Prints a table; 0 where every limit holds, else 1: for sys.exit."""
    load = os.getloadavg()[0] if hasattr(os, "getloadavg") else 0.0
    print(f"\n{title}, in {unit}")
    print(f"{datetime.now(UTC):%Y-%m-%d %H:%M} UTC, {platform.machine()}, {os.cpu_count()} CPUs, ")
    print(f"load {load:.1f}, Python {platform.python_version()}\n")
    for line in lines:
        figures = "  ".join(f"{name} {value:8.1f}" for name, value in line.figures.items())
        print(f"  {line.name:<34} {figures}  {'FAIL: ' if line.too_much else 'pass'}", end="")
        print(", ".join(line.too_much))
    failed = sum(bool(line.too_much) for line in lines)
    print(f"\n{'FAIL' if failed else 'PASS'}: {len(lines) - failed} of {len(lines)} hold.")
    if failed and load > (os.cpu_count() or 1):
        print("Other programs use this machine: measure again when it is quiet.", file=sys.stderr)
    return int(failed > 0)
