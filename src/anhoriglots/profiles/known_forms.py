"""What the checks need to know about support forms; the catalogue, which stands above this floor, hands it down."""

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class KnownForm:
    """A support form that exists.

    Attributes:
        kind: the word that the law's list of forms needing an assessment uses, "ordinary" for all others.
        support_class: direct, indirect or other support.
    """

    kind: str
    support_class: Literal["direct", "indirect", "other", "none"]
