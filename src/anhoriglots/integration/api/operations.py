"""Every address of the interface, once: what it takes, what it answers, and how it is described.

The addresses, the reading of parameters and the published description are all made from these rows.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from . import examples, readers, shapes
from .parameters import GroupParameters, Listed, NoParameters, OfferParameters

KEY = re.compile(r"<slug:(?P<name>\w+)>")


@dataclass(frozen=True, slots=True)
class Operation:
    """One address that is read with GET.

    Attributes:
        name: of the address in the program, and of the operation in the description.
        route: below /api/v1/, with ``<slug:key>`` where an id stands.
        read: takes who asks, the parameters, and the id where there is one.
        what: the thing behind an id, in words; empty for lists.
        swedish, english: what the address gives.
    """

    name: str
    route: str
    read: Callable[..., shapes.Shape]
    takes: type[NoParameters]
    answers: type[shapes.Shape]
    example: shapes.Shape
    swedish: str
    english: str
    what: str = ""

    @property
    def path(self) -> str:
        """As the description writes it."""
        return "/" + KEY.sub(r"{id}", self.route)

    @property
    def takes_key(self) -> bool:
        """Is it about one thing?"""
        return bool(self.what)


def _one(name: str, where: str, read: Callable[..., shapes.Shape], what: str, **rest: Any) -> Operation:
    return Operation(name, f"{where}/<slug:key>", read, NoParameters, what=what, **rest)


OPERATIONS = (
    Operation(
        "api-info",
        "api-info",
        readers.info,
        NoParameters,
        shapes.ApiInfo,
        examples.INFO,
        "Om gränssnittet: version, läge och var beskrivningen finns.",
        "About the interface: version, status and where the description is.",
    ),
    Operation(
        "api-offers",
        "offers",
        readers.offers,
        OfferParameters,
        shapes.OfferPage,
        examples.OFFERS,
        "Stöd som kommunen ger till anhöriga.",
        "What the municipality offers to carers.",
    ),
    _one(
        "api-offer",
        "offers",
        readers.offer,
        "Stödet",
        answers=shapes.Offer,
        example=examples.OFFER,
        swedish="Ett stöd.",
        english="One offer.",
    ),
    Operation(
        "api-groups",
        "groups",
        readers.groups,
        GroupParameters,
        shapes.GroupPage,
        examples.GROUPS,
        "Grupper, kurser och träffar som kommer, med platser kvar.",
        "Coming groups, courses and meetings, with the seats left.",
    ),
    _one(
        "api-group",
        "groups",
        readers.group,
        "Gruppen",
        answers=shapes.Group,
        example=examples.GROUP,
        swedish="En grupp med alla sina tider, också när den är inställd eller slut.",
        english="One group with all its times, also when it is cancelled or over.",
    ),
    Operation(
        "api-units",
        "units",
        readers.units,
        Listed,
        shapes.UnitPage,
        examples.UNITS,
        "Enheter med nummer och öppettider.",
        "Units with numbers and opening hours.",
    ),
    _one(
        "api-unit",
        "units",
        readers.unit,
        "Enheten",
        answers=shapes.Unit,
        example=examples.UNIT_WHOLE,
        swedish="En enhet.",
        english="One unit.",
    ),
    Operation(
        "api-target-groups",
        "target-groups",
        readers.target_groups,
        Listed,
        shapes.TargetGroupPage,
        examples.TARGET_GROUPS,
        "Målgrupper: vem den anhöriga hjälper.",
        "Target groups: whom the carer helps.",
    ),
)
