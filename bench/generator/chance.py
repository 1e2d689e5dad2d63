"""Repeatable chance: every row is a function of the seed and its number, so nothing has to be remembered."""

from bisect import bisect_right
from collections.abc import Mapping
from itertools import accumulate

_MASK = (1 << 64) - 1


def mix(seed: int, number: int) -> int:
    """64 evenly spread bits for one row (the finaliser of SplitMix64)."""
    bits = (seed + number * 0x9E3779B97F4A7C15) & _MASK
    bits = ((bits ^ (bits >> 30)) * 0xBF58476D1CE4E5B9) & _MASK
    bits = ((bits ^ (bits >> 27)) * 0x94D049BB133111EB) & _MASK
    return bits ^ (bits >> 31)


def stream(seed: int, name: str) -> int:
    """A seed of its own for each kind of row, so that a change to one kind leaves the others as they were."""
    return mix(seed, int.from_bytes(name.encode()[:8].ljust(8, b"\0")))


def key_by_time(milliseconds: int, bits: int) -> str:
    """32 hexadecimal digits of a version 7 UUID made at that time."""
    return f"{milliseconds:012x}7{(bits >> 52) & 0xFFF:03x}{0x8 | (bits >> 50) & 0x3:x}{bits & ((1 << 60) - 1):015x}"


def random_key(bits: int, more: int) -> str:
    """32 hexadecimal digits of a version 4 UUID."""
    return f"{bits & ((1 << 48) - 1):012x}4{(bits >> 48) & 0xFFF:03x}{0x8 | (bits >> 60) & 0x3:x}{more >> 4:015x}"


class Weighted:
    """Draws names by weight: the n:th of 2^32 tickets."""

    def __init__(self, weights: Mapping[str, int]) -> None:
        self.values = list(weights)
        self._edges = list(accumulate(weights.values()))

    def draw(self, ticket: int) -> str:
        """The value that owns the ticket; only its lowest 32 bits count."""
        return self.values[self.draw_index(ticket)]

    def draw_index(self, ticket: int) -> int:
        """The position of the value that owns the ticket."""
        return bisect_right(self._edges, (ticket & 0xFFFFFFFF) * self._edges[-1] >> 32)


def falling(count: int) -> dict[str, int]:
    """Weights 1, 1/2, 1/3 ... for numbered things: few are large, many are small."""
    return {str(number): 1_000_000 // (number + 1) for number in range(count)}
