"""Something in a file that has to be put right, told so that a person finds it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Fault:
    """One fault: the file, the line counted from 1, and what is wrong in plain Swedish."""

    file: str
    line: int
    message: str

    def __str__(self) -> str:
        return f"{self.file} rad {self.line}: {self.message}"
