"""Facts that hold a code of a dated list; shared by the questions."""

from dataclasses import dataclass

from pydantic import GetCoreSchemaHandler
from pydantic_core import CoreSchema, core_schema

from .parameter import all_codes


@dataclass(frozen=True, slots=True)
class Listed:
    """Marks a fact that is a code: ``Annotated[str, listed("plan-parts")]``."""

    lists: tuple[str, ...]
    other: tuple[str, ...] = ()

    def __get_pydantic_core_schema__(self, _source: type[str], _handler: GetCoreSchemaHandler) -> CoreSchema:
        """The codes as choices, read when the question is first asked."""
        return core_schema.literal_schema(sorted({*self.other}.union(*map(all_codes, self.lists))))


def listed(*lists: str, other: tuple[str, ...] = ()) -> Listed:
    """Lets through only what one of the lists has ever held, and ``other``.

    A code that the law does not know must never pass as an ordinary one.
    """
    return Listed(lists, other)
