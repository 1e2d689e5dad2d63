"""support.yaml and not_offered.yaml: what carers can get, and what they cannot."""

from datetime import date
from typing import Annotated, Literal

from pydantic import Field, model_validator

from .base import AllOrKeys, Key, Keys, LanguageCode, Line, Name, Row, SourcedRow, SupportFormCode, Text, Url

AccessRoute = Literal["without_assessment", "assessed", "lss", "either", "other_law"]
ConsentBy = Literal["carer", "cared_for", "guardian"]
Way = Literal["in_person", "phone", "digital"]
BaseOfferPart = Literal["information", "guidance_talk", "groups_and_meeting_places"]


class OutsideLink(Row):
    """A service that somebody else runs; opening it sends nothing from here."""

    name: Name
    url: Url


class Offer(SourcedRow):
    """One kind of support as this municipality gives it.

    Attributes:
        support_form: code in the catalogue's reference table, for example "DS06".
        boards: the boards that give it: their keys, "all_districts" for every district board by itself, or
            "citywide" when the owner unit's board gives it to the whole municipality.
        districts: the districts it reaches, or "all".
        target_groups: keys, or "all".
        needs: needs of the guide that it answers.
        languages: languages it is given in; interpreter says whether an interpreter can be booked.
        access_route: without assessment, after an assessment under the Social Services Act, under LSS, either, or
            applied for under another law, such as the Education Act.
        consent_by: who has to say yes.
        base_offer: the part of a district's basic offer that it fulfils, if any.
        contact_unit: the unit to turn to, or "own_board" for the central carer support unit of the giving board.
        twin: key of the offer that gives the same to the one who does not use the net; a digital-only offer needs one.
        owner_unit: the unit that keeps the text true, or "own_board".
        evidence: what is known of how the support helps, for those at work.
    """

    key: Key
    support_form: SupportFormCode
    boards: Literal["all_districts", "citywide"] | Keys
    districts: AllOrKeys = "all"
    target_groups: AllOrKeys
    needs: Keys
    ways: Annotated[tuple[Way, ...], Field(min_length=1)]
    languages: Annotated[tuple[LanguageCode, ...], Field(min_length=1)]
    interpreter: bool
    access_route: AccessRoute
    consent_by: ConsentBy
    requires_cohabitation: bool
    base_offer: BaseOfferPart | None = None
    title: Text
    summary: Text
    how: Text
    cost: Text
    time: Text
    what_next: Text
    outside_link: OutsideLink | None = None
    twin: Key | None = None
    contact_unit: Key
    owner_unit: Key
    evidence: Line | None = None
    reviewed_on: date
    next_review: date

    @model_validator(mode="after")
    def _is_reviewed_forwards(self) -> "Offer":
        if self.next_review <= self.reviewed_on:
            raise ValueError("next_review ska vara senare än reviewed_on")
        return self


class NotOffered(SourcedRow):
    """Something a person might expect but does not get here; said in plain words, without blame.

    Attributes:
        needs: said to those who chose one of these needs of the guide.
        guide_lines: and, when given, one of these lines.
    """

    key: Key
    needs: Keys
    guide_lines: tuple[Key, ...] = ()
    support_form: SupportFormCode | None = None
    text: Text
    instead: Text
