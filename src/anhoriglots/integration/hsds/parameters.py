"""The parameters of the standard, as this interface takes them. Others are passed over, as the standard's users expect;
those it names and this interface cannot honour are refused, so that nobody takes everything for a selection.
"""

from datetime import date, datetime
from typing import Annotated, Literal
from uuid import UUID

from pydantic import BaseModel, BeforeValidator, Field, model_validator

from ..offers import Wanted
from ..paging import LAST_PAGE, MOST_ON_A_PAGE, Paging
from .taxonomies import FORMS, groups_taxonomy, terms
from .words import Thing, municipality_id

LONGEST_SEARCH = 100
NO_PLACE = "finns inte: här är inga adresser med läge"


def read_day(value: object) -> object:
    """The day of an instant or a day; offers are checked on a day, so the time of day says nothing."""
    if not isinstance(value, str):
        return value
    try:
        return datetime.fromisoformat(value).date()
    except ValueError:
        raise ValueError("ska vara en dag eller tid som 2026-07-01T00:00:00Z") from None


class Listed(BaseModel):
    """What every list takes."""

    search: str = Field("", max_length=LONGEST_SEARCH)
    page: int = Field(1, ge=1, le=LAST_PAGE)
    per_page: int = Field(25, ge=1, le=MOST_ON_A_PAGE)
    format: Literal["json"] = "json"

    def paging(self, total: int) -> Paging:
        """The page asked for."""
        return Paging(self.page, self.per_page, total)

    def holds(self, thing: Thing) -> bool:
        """Are all words of the search in its name or description?"""
        text = f"{thing['name']} {thing['description']}".casefold()
        return all(word in text for word in self.search.casefold().split())


class Organizations(Listed):
    """/organizations"""

    full: bool = False
    full_service: bool = False


class OneOrganization(BaseModel):
    """/organizations/{id}"""

    full_service: bool = False


class Services(Listed):
    """/services"""

    taxonomy_term_id: UUID | None = None
    taxonomy_id: UUID | None = None
    organization_id: UUID | None = None
    modified_after: Annotated[date | None, BeforeValidator(read_day)] = None
    minimal: bool = False
    full: bool = False

    def wanted(self, municipality: str) -> Wanted | None:
        """What to look for; None when nothing here can fit."""
        term = terms(municipality).get(self.taxonomy_term_id) if self.taxonomy_term_id else None
        groups = groups_taxonomy(municipality)
        if (self.taxonomy_term_id and term is None) or self.taxonomy_id not in (None, FORMS, groups):
            return None
        return Wanted(
            search=self.search,
            board=None if self.organization_id == municipality_id(municipality) else self.organization_id,
            form=term.form if term else None,
            form_class=term.form_class if term else None,
            group=term.group if term else None,
            any_group=self.taxonomy_id == groups,
            checked_from=self.modified_after,
        )


class Places(Services):
    """/service_at_locations"""

    postcode: str | None = None
    proximity: str | None = None

    @model_validator(mode="after")
    def _has_no_place(self) -> "Places":
        if self.postcode is not None or self.proximity is not None:
            raise ValueError(f"postcode och proximity {NO_PLACE}")
        return self


class Terms(Listed):
    """/taxonomy_terms"""

    taxonomy_id: UUID | None = None
    top_only: bool = False
    parent_id: UUID | None = None
