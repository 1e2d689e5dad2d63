"""What each job may cost at most (ux 5.2 and 5.3), as data, and how the one who does it is held to it."""

from dataclasses import dataclass

from .person import Person

KILOBYTE = 1024
# A first view of an open page may weigh 60 KB and one for staff 120; what comes after it finds style and script kept.
FIRST_VIEW, NEXT_VIEW = 60 * KILOBYTE, 15 * KILOBYTE
STAFF_VIEW = 120 * KILOBYTE


@dataclass(frozen=True, slots=True)
class Budget:
    """At most so much.

    Attributes:
        screens: documents, with the receipt.
        clicks: with a pointer, on the typical path.
        fields: controls that take an answer; a group of radio buttons or boxes is one.
        keys: by keyboard alone, each press of Tab counted; with a pointer only what is written.
        weight: bytes that travel, for all of it.
    """

    screens: int
    clicks: int
    fields: int
    keys: int
    first_view: int = FIRST_VIEW

    @property
    def weight(self) -> int:
        """Bytes."""
        return self.first_view + (self.screens - 1) * NEXT_VIEW


BUDGETS = {
    "P1": Budget(screens=6, clicks=11, fields=4, keys=40),
    "P2": Budget(screens=1, clicks=0, fields=0, keys=0),
    "P3": Budget(screens=6, clicks=9, fields=7, keys=60),
    "P4": Budget(screens=5, clicks=7, fields=4, keys=40),
    "P5": Budget(screens=6, clicks=8, fields=3, keys=50),
    "P6": Budget(screens=2, clicks=2, fields=0, keys=8),
    "P7": Budget(screens=2, clicks=1, fields=1, keys=35),
    "P8": Budget(screens=3, clicks=2, fields=0, keys=12),
    "P9": Budget(screens=1, clicks=1, fields=0, keys=3),
    "S6": Budget(screens=2, clicks=12, fields=10, keys=70, first_view=STAFF_VIEW),
    "S7": Budget(screens=1, clicks=2, fields=1, keys=12, first_view=STAFF_VIEW),
}


def over(person: Person, budget: Budget) -> dict[str, tuple[int, int]]:
    """What took more than it may, with what it took and what it may take."""
    used = {
        "screens": (person.screens, budget.screens),
        "clicks": (person.clicks, budget.clicks),
        "fields": (len(person.fields), budget.fields),
        "keys": (person.keys, budget.keys),
        "weight": (person.weight(), budget.weight),
    }
    return {name: (took, most) for name, (took, most) in used.items() if took > most}
