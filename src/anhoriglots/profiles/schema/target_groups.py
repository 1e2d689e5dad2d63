"""target_groups.yaml: for whom the support is, and on what legal ground."""

from typing import Literal

from pydantic import model_validator

from .base import Key, Label, LegalReference, Line, SourcedRow

LegalBasis = Literal["in_offer_duty", "local_decision", "other_section"]


class TargetGroup(SourcedRow):
    """A group of carers.

    Attributes:
        label: the name staff see; never shown to the public.
        guide_lines: the lines of the guide's first question that lead here; sensitive groups share a soft line.
        entrance: "guide" for those who come through the guide, "child" for the children's own way in.
        basis: inside the duty to offer support, included by the municipality's own decision, or by another section.
        citations: the sections; may be empty only for a local decision.
        note: what staff need to know about how sure the basis is.
    """

    key: Key
    label: Label
    guide_lines: tuple[Key, ...]
    entrance: Literal["guide", "child"] = "guide"
    basis: LegalBasis
    citations: tuple[LegalReference, ...] = ()
    note: Line | None = None

    @model_validator(mode="after")
    def _can_be_reached(self) -> "TargetGroup":
        if self.entrance == "guide" and not self.guide_lines:
            raise ValueError("målgruppen nås inte från guiden: ange minst en rad i guide_lines")
        if self.basis != "local_decision" and not self.citations:
            raise ValueError("lagrum saknas: ange minst ett i citations")
        return self
