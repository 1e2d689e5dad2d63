"""guide.yaml: the words of the guide that helps a person find support."""

from typing import Annotated, Literal

from pydantic import Field, model_validator

from .base import Key, Row, SourcedRow, Text

MOST_NEEDS = 6


class GuideChoice(SourcedRow):
    """One line to tick; an exclusive line ("I would rather not say") stands apart after the others."""

    key: Key
    text: Text
    exclusive: bool = False


class WayChoice(SourcedRow):
    """One way to get help."""

    key: Literal["in_person", "phone", "digital", "any"]
    text: Text


Choices = Annotated[tuple[GuideChoice, ...], Field(min_length=2)]


class Guide(Row):
    """Question 1 (whom do you help), question 2 (what would ease) and question 4 (how)."""

    lines: Choices
    needs: Choices
    ways: Annotated[tuple[WayChoice, ...], Field(min_length=2)]

    @model_validator(mode="after")
    def _needs_can_be_taken_in(self) -> "Guide":
        if sum(not need.exclusive for need in self.needs) > MOST_NEEDS:
            raise ValueError(f"guiden har fler än {MOST_NEEDS} behov utöver Jag vet inte")
        return self
