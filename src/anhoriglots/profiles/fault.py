"""Something in a profile that has to be put right, told so that a person finds it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Fault:
    """One fault: the file, the line counted from 1, and what is wrong in plain Swedish."""

    file: str
    line: int
    message: str

    def __str__(self) -> str:
        return f"{self.file} rad {self.line}: {self.message}"


class ProfileError(Exception):
    """A profile could not be read; carries every fault, so that all can be put right at once."""

    def __init__(self, faults: tuple[Fault, ...]) -> None:
        super().__init__("\n".join(str(fault) for fault in faults))
        self.faults = faults
