"""From single times to the few figures that are told."""

import math
from collections.abc import Sequence
from dataclasses import dataclass


def percentile(values: Sequence[float], share: float) -> float:
    """The smallest value that at least this share of the values do not exceed (nearest rank).

    Raises:
        ValueError: there are no values.
    """
    if not values:
        raise ValueError("nothing was measured")
    return sorted(values)[max(0, math.ceil(len(values) * share) - 1)]


@dataclass(frozen=True, slots=True)
class Load:
    """What the load client saw in the timed window: milliseconds per request, seconds, bytes and wrong answers."""

    milliseconds: tuple[float, ...]
    seconds: float
    size: int
    errors: int


@dataclass(frozen=True, slots=True)
class Spent:
    """Processor seconds in the timed window; ``machine`` is what all cores together could have given."""

    app: float
    database: float
    client: float
    busy: float
    machine: float

    @property
    def others(self) -> float:
        """The share of the machine that processes of others used; what measuring itself costs is not theirs."""
        return max(0.0, self.busy - self.app - self.database - self.client) / self.machine


@dataclass(frozen=True, slots=True)
class Result:
    """One job at one concurrency. Times in milliseconds; ``void`` when any answer was wrong."""

    requests: int
    p50: float
    p95: float
    per_second: float
    app_cpu: float
    database_cpu: float
    bytes: int
    errors: int
    others: float
    void: bool
    disturbed: bool

    @property
    def cpu(self) -> float:
        """Application and database together, per request."""
        return self.app_cpu + self.database_cpu


# Above this share of the machine, others have disturbed the measurement.
MOST_OTHERS = 0.20


def result(load: Load, spent: Spent) -> Result:
    """Sum up one timed window.

    Raises:
        ValueError: not a single request was answered.
    """
    count = len(load.milliseconds)
    return Result(
        requests=count,
        p50=percentile(load.milliseconds, 0.50),
        p95=percentile(load.milliseconds, 0.95),
        per_second=count / load.seconds,
        app_cpu=spent.app * 1000 / count,
        database_cpu=spent.database * 1000 / count,
        bytes=load.size // count,
        errors=load.errors,
        others=spent.others,
        void=load.errors > 0,
        disturbed=spent.others > MOST_OTHERS,
    )


def ratio(ours: float, floor: float) -> float:
    """How many times the floor; infinite when the floor was too small for the clock."""
    return ours / floor if floor > 0 else math.inf
