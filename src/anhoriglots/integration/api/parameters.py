"""What may stand after the question mark. A misspelt parameter is refused: otherwise it would select everything."""

from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field
from pydantic.alias_generators import to_camel

from ..paging import LAST_PAGE, MOST_ON_A_PAGE, Paging

USUAL = 20


class NoParameters(BaseModel):
    """Takes none."""

    model_config = ConfigDict(alias_generator=to_camel, extra="forbid")


class Listed(NoParameters):
    """What every list takes."""

    page: int = Field(1, ge=1, le=LAST_PAGE, description="Vilken sida, från 1. / Which page, from 1.")
    limit: int = Field(USUAL, ge=1, le=MOST_ON_A_PAGE, description="Rader på sidan. / Rows on the page.")

    def paging(self, total: int) -> Paging:
        """The page asked for."""
        return Paging(self.page, self.limit, total)


class OfferParameters(Listed):
    """Of the list of offers."""

    search: str = Field("", max_length=100, description="Alla ord ska finnas. / All words must be there.")
    target_group: UUID | None = Field(None, description="Målgruppens id. / Id of the target group.")
    support_form: str | None = Field(None, max_length=10, description="Stödformens kod. / Code of the support form.")
    district: UUID | None = Field(None, description="Stadsdelens id. / Id of the district.")


class GroupParameters(Listed):
    """Of the list of groups."""

    unit: UUID | None = Field(None, description="Enhetens id. / Id of the unit.")
    support_form: str | None = Field(None, max_length=10, description="Stödformens kod. / Code of the support form.")
