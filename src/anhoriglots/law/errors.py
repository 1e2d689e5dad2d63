"""What can go wrong when the law is asked. Messages are Swedish, for the screen, and never repeat a value given."""

from collections.abc import Iterable

from anhoriglots.kernel.fault import Fault


class LawError(Exception):
    """The question cannot be answered as it was put."""


class UnknownQuestion(LawError):
    """There is no such question, citation key or list of codes."""


class BadFact(LawError):
    """A fact has an unknown name, a value of the wrong kind, or contradicts another or the day.

    Attributes:
        fact: its name, the first when there are several.
    """

    def __init__(self, sentence: str, *, fact: str = "") -> None:
        super().__init__(sentence)
        self.fact = fact


class NoLawOnDate(LawError):
    """There is no version of the rule for that day; older or later law is never used instead."""


class FaultyFile(Exception):
    """What somebody handed in cannot be used.

    Attributes:
        faults: every one with its line, in the order of the file.
    """

    def __init__(self, faults: Iterable[Fault]) -> None:
        self.faults = sorted(faults)
        super().__init__("\n".join(map(str, self.faults)))


class FaultyLaw(Exception):
    """The law room itself is faulty: a gap, an overlap, a missing source or example. For whoever edits it.

    Attributes:
        faults: one English sentence per fault, each naming its file or rule.
    """

    def __init__(self, faults: list[str]) -> None:
        super().__init__("\n".join(faults))
        self.faults = faults
