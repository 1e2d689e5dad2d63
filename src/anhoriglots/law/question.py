"""A legal question, its dated versions, and what a version has to decide with."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Generic, TypeVar

from pydantic import BaseModel, ConfigDict

from anhoriglots.kernel.citation import Citation
from anhoriglots.kernel.decision import Decision, Outcome
from anhoriglots.kernel.period import Period

from .parameter import Parameter


class Facts(BaseModel):
    """What is known of a case. None means that it is not known, which is never the same as no."""

    model_config = ConfigDict(strict=True, extra="forbid", frozen=True)


@dataclass(frozen=True, slots=True)
class Basis:
    """What a version may rest on, on one day: its own citations and lists, and nothing else.

    The methods make decisions; ``sections`` are citation keys of the version, at least one, the most important first.
    """

    on: date
    citations: Mapping[str, Citation]
    parameters: Mapping[str, Parameter]

    def codes(self, name: str) -> Mapping[str, str]:
        """The codes of a dated list on the day; the registry has checked that there are some."""
        return self.parameters[name].on(self.on) or {}

    def permits(self, reason: str, sentence: str, *sections: str) -> Decision:
        """It may be done."""
        return Decision(Outcome.PERMITTED, reason, sentence, self._cited(sections))

    def requires(self, reason: str, sentence: str, *sections: str) -> Decision:
        """It must be done."""
        return Decision(Outcome.REQUIRED, reason, sentence, self._cited(sections))

    def forbids(self, reason: str, sentence: str, *sections: str) -> Decision:
        """It may not be done; the sentence says what would make it possible."""
        return Decision(Outcome.FORBIDDEN, reason, sentence, self._cited(sections))

    def cannot_tell(self, missing: tuple[str, ...], sentence: str, *sections: str) -> Decision:
        """Facts are missing; the sentence says how to find out."""
        return Decision(Outcome.UNDETERMINED, "facts-missing", sentence, self._cited(sections), missing)

    def _cited(self, sections: tuple[str, ...]) -> tuple[Citation, ...]:
        return tuple(self.citations[section] for section in sections)


KnownFacts = TypeVar("KnownFacts", bound=Facts)
Answer = Callable[[KnownFacts, Basis], Decision]


@dataclass(frozen=True, slots=True)
class Version(Generic[KnownFacts]):
    """The law on one question during some days.

    Attributes:
        in_force: the days.
        cites: keys of the sections it rests on, the most important first.
        answer: the rule itself; its docstring tells the law in a sentence or two.
        parameters: names of the dated lists it uses.
    """

    in_force: Period
    cites: tuple[str, ...]
    answer: Answer[KnownFacts]
    parameters: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Question(Generic[KnownFacts]):
    """A question that can be put to the law.

    Attributes:
        key: its name in calls and commands, for example "offer-duty".
        title: the question in plain Swedish.
        facts: the model of what has to be known.
        gaps: days without law between two versions that are meant to be there.
        versions: filled by ``version``.
    """

    key: str
    title: str
    facts: type[KnownFacts]
    gaps: tuple[Period, ...] = ()
    versions: list[Version[Any]] = field(default_factory=list)

    def version(
        self, *, in_force: Period, cites: tuple[str, ...], parameters: tuple[str, ...] = ()
    ) -> Callable[[Answer[KnownFacts]], Answer[KnownFacts]]:
        """Registers the decorated function as the law on this question during ``in_force``."""

        def register(answer: Answer[KnownFacts]) -> Answer[KnownFacts]:
            self.versions.append(Version(in_force, cites, answer, parameters))
            return answer

        return register
