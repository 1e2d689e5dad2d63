"""Where something is written: an act or a guideline, a section, and the days it holds."""

from dataclasses import dataclass, field

from .period import Period

MARK_TEXTS = {
    "V": "läst i den officiella texten",
    "V2": "läst i en kopia, inte i den officiella texten",
    "S": "står i en kommuns eget dokument",
    "U": "inte bekräftad i någon officiell text",
}


@dataclass(frozen=True, slots=True)
class Citation:
    """A reference that a person can look up.

    Attributes:
        act: name of the act or guideline, for example "socialtjänstlagen".
        number: its number, for example "2025:400"; empty for a guideline without one.
        section: the place in it, for example "13 kap. 9 §".
        wording: which wording, for example "i lydelsen enligt lag (2026:673)"; empty for the only one.
        validity: the days this wording holds.
        municipality: SCB code of the municipality whose own document it is; empty when it holds in the whole country.
        mark: how certain the reading is: "V" official text, "V2" a copy, "S" a guideline, "U" not verified.
    """

    act: str
    section: str
    number: str = ""
    wording: str = ""
    validity: Period = field(default_factory=Period)
    mark: str = "V"
    municipality: str = ""

    @property
    def label(self) -> str:
        """The reference as it is written in Swedish, without the days."""
        number = f" ({self.number})" if self.number else ""
        wording = f", {self.wording}" if self.wording else ""
        return f"{self.section} {self.act}{number}{wording}"

    @property
    def validity_text(self) -> str:
        """From when, and until when, in Swedish: the last day is named, not the day after."""
        return self.validity.text

    @property
    def mark_text(self) -> str:
        """How certain the reading is, in Swedish."""
        return MARK_TEXTS[self.mark]

    @property
    def is_verified(self) -> bool:
        """True when the official text has been read."""
        return self.mark == "V"
