"""Processor time of processes and of the machine, from the kernel's own books (/proc)."""

import os
from dataclasses import dataclass
from pathlib import Path

_TICK = 1 / os.sysconf("SC_CLK_TCK")
_PROC = Path("/proc")
# Fields of /proc/PID/stat after the name in parentheses, counted from nought (man 5 proc).
_PARENT, _USER, _SYSTEM, _CHILD_USER, _CHILD_SYSTEM = 1, 11, 12, 13, 14
# Fields of the first line of /proc/stat that are not work: idle and waiting for disk.
_IDLE, _WAITING = 3, 4


@dataclass(frozen=True, slots=True)
class Moment:
    """Seconds of processor time used until now: by each watched family of processes, and by the whole machine."""

    families: tuple[float, ...]
    busy: float
    clock: float


def _stat(pid: int) -> list[str] | None:
    try:
        return (_PROC / str(pid) / "stat").read_text().rpartition(")")[2].split()
    except (FileNotFoundError, ProcessLookupError):
        return None


def _family(root: int, stats: dict[int, list[str]]) -> float:
    """The process and all that descend from it, those already ended included (they stand in their parent's books)."""
    total, queue = 0.0, [root]
    while queue:
        pid = queue.pop()
        fields = stats.get(pid)
        if fields is None:
            continue
        total += sum(int(fields[at]) for at in (_USER, _SYSTEM, _CHILD_USER, _CHILD_SYSTEM)) * _TICK
        queue += [other for other, values in stats.items() if int(values[_PARENT]) == pid]
    return total


def look(*roots: int) -> Moment:
    """The books now.

    Args:
        roots: process numbers of the families' oldest.
    """
    pids = [int(entry.name) for entry in _PROC.iterdir() if entry.name.isdigit()]
    stats = {pid: fields for pid in pids if (fields := _stat(pid)) is not None}
    machine = [int(value) for value in (_PROC / "stat").read_text().splitlines()[0].split()[1:9]]
    busy = (sum(machine) - machine[_IDLE] - machine[_WAITING]) * _TICK
    return Moment(tuple(_family(root, stats) for root in roots), busy, sum(machine) * _TICK)


def memory(root: int) -> float:
    """MiB that the process and its descendants use, pages they share divided among them (proportional set size)."""
    pids = [int(entry.name) for entry in _PROC.iterdir() if entry.name.isdigit()]
    stats = {pid: fields for pid in pids if (fields := _stat(pid)) is not None}
    family, queue = [], [root]
    while queue:
        pid = queue.pop()
        family.append(pid)
        queue += [other for other, values in stats.items() if int(values[_PARENT]) == pid]
    return sum(map(_proportional, family)) / 1024


def _proportional(pid: int) -> int:
    try:
        lines = (_PROC / str(pid) / "smaps_rollup").read_text().splitlines()
    except OSError:
        return 0
    return sum(int(line.split()[1]) for line in lines if line.startswith("Pss:"))
