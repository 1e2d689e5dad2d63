"""safety.yaml: who to ring when we do not answer, and what a child is told before it tells anything."""

from datetime import date
from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from .base import Key, Name, Phone, Row, SourcedRow, Text
from .support import OutsideLink

# National help-lines have short numbers, such as 116 111.
HelpNumber = Annotated[str, StringConstraints(pattern=r"^[0-9+][0-9 -]{1,16}[0-9]$")]
Audience = Literal["children", "afraid"]


class DutyDesk(SourcedRow):
    """The municipality's own emergency social service, for when the units are closed; and in office hours the desk that
    takes calls about children.
    """

    name: Text
    phone: Phone
    hours: Text


class HelpLine(SourcedRow):
    """Somebody else to ring or write to; only facts about it.

    Attributes:
        audience: shown to children, to those who are afraid of somebody, or to both.
        always_open: somebody answers at every hour, so it is named when we are closed.
        outside_link: its own site; opening it tells the site nothing of where the visitor comes from.
        checked_on: when somebody last saw that the number and the hours are right.
    """

    key: Key
    name: Name
    audience: Annotated[tuple[Audience, ...], Field(min_length=1)]
    number: HelpNumber
    hours: Text
    about: Text
    always_open: bool = False
    outside_link: OutsideLink | None = None
    checked_on: date


class Approval(Row):
    """Who said that the words may be used here, and when."""

    on: date
    by: Name


class WhatHappens(SourcedRow):
    """What a child is told before any field. Five things, none of which may be left out.

    Attributes:
        listens: who listens.
        nameless: that no name is needed.
        must_act: that an adult who works here must act when the child is in danger.
        tells_first: that the child is told before that.
        cannot_come: that we cannot come to one whose name we do not know.
        approved: left out until somebody in the municipality has approved the words.
    """

    listens: Text
    nameless: Text
    must_act: Text
    tells_first: Text
    cannot_come: Text
    approved: Approval | None = None

    @property
    def sentences(self) -> dict[str, Text]:
        """The five by the name of their field, in the order in which they are said."""
        names = ("listens", "nameless", "must_act", "tells_first", "cannot_come")
        return {name: getattr(self, name) for name in names}


class Safety(Row):
    """The whole of safety.yaml.

    Attributes:
        concern_desk: whom an adult rings who is worried about a child.
        check_every_months: `profile check` warns of a help-line that nobody has looked at for longer.
    """

    check_every_months: Annotated[int, Field(ge=1, le=24)]
    duty_desk: DutyDesk
    concern_desk: DutyDesk
    help_lines: Annotated[tuple[HelpLine, ...], Field(min_length=1)]
    what_happens: WhatHappens
