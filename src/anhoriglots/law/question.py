"""A legal question, its dated versions, and what a version has to decide with."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Annotated, Any, ClassVar, Generic, Self, TypeVar

from pydantic import BaseModel, BeforeValidator, ConfigDict, model_validator
from pydantic_core import PydanticCustomError

from anhoriglots.kernel.citation import Citation
from anhoriglots.kernel.dates import ISO_DAY
from anhoriglots.kernel.decision import Decision, Outcome, Result
from anhoriglots.kernel.period import Period

from .parameter import Parameter

FIRST_YEAR, LAST_YEAR = 1900, 2100


def read_day(value: object) -> object:
    """A day given as a date or as "2026-07-01"; anything else is left for the model to refuse.

    Raises:
        ValueError: the day does not exist, or lies so far away that it must be a slip.
    """
    try:
        day = date.fromisoformat(value) if isinstance(value, str) and ISO_DAY.fullmatch(value) else value
    except ValueError:
        raise ValueError("Dagen finns inte. Skriv den som år-månad-dag, till exempel 2026-07-01.") from None
    if isinstance(day, date) and not FIRST_YEAR <= day.year <= LAST_YEAR:
        raise ValueError(f"Skriv en dag mellan {FIRST_YEAR} och {LAST_YEAR}.")
    return day


Day = Annotated[date, BeforeValidator(read_day)]


def contradiction(fact: str, sentence: str) -> PydanticCustomError:
    """The fault to raise when facts cannot all be true; ``fact`` is the one to look at first."""
    return PydanticCustomError("contradiction", "{sentence}", {"fact": fact, "sentence": sentence})


@dataclass(frozen=True, slots=True)
class Consent:
    """Marks a fact that is somebody's consent: ``Annotated[Literal["given", "refused"] | None, Consent(...)]``.

    Attributes:
        ladder: its values from the least consent to the most; None, not known, stands where it belongs among them, and
            a value that is something else than consent is left out. The tests hold every question to it: more consent
            never forbids what less permitted.
    """

    ladder: tuple[object, ...]


class Facts(BaseModel):
    """What is known of a case. None means that it is not known, which is never the same as no.

    Attributes:
        in_order: pairs of days; the first of a pair cannot be later than the second.
        only_when: pairs of a fact and a yes; the fact cannot be known when the other is no.
        ahead: the days that may lie after the day asked about; every other day has come by then, or is a slip.

    Facts that contradict each other so are refused, as a value of the wrong kind is.
    """

    in_order: ClassVar[tuple[tuple[str, str], ...]] = ()
    only_when: ClassVar[tuple[tuple[str, str], ...]] = ()
    ahead: ClassVar[frozenset[str]] = frozenset()

    # Built when a question is first asked: all models at the start of every process would take half of the loading.
    model_config = ConfigDict(strict=True, extra="forbid", frozen=True, defer_build=True)

    @model_validator(mode="after")
    def _do_not_contradict_each_other(self) -> Self:
        for earlier, later in self.in_order:
            days = getattr(self, earlier), getattr(self, later)
            if None not in days and days[0] > days[1]:
                raise contradiction(later, f"Uppgiften {later!r} ligger före {earlier!r}.")
        for name, yes in self.only_when:
            if getattr(self, name) is not None and getattr(self, yes) is False:
                raise contradiction(name, f"Uppgiften {name!r} är känd fast svaret på {yes!r} är nej.")
        return self

    def not_yet(self, on: date) -> tuple[str, ...]:
        """The days that are told as if they had come, and have not on the day asked about."""
        days = ((name, getattr(self, name)) for name in type(self).model_fields if name not in self.ahead)
        return tuple(name for name, day in days if isinstance(day, date) and day > on)

    def unknown(self, *names: str) -> tuple[str, ...]:
        """Those of the named facts that are not known, in the order given."""
        return tuple(name for name in names if getattr(self, name) is None)


@dataclass(frozen=True, slots=True)
class Basis:
    """What a version may rest on, on one day: its own citations and lists, and nothing else.

    The methods make decisions; ``sections`` are citation keys of the version, at least one, the most important first.
    ``results`` are days, numbers or classes that were computed on the way.
    """

    on: date
    citations: Mapping[str, Citation]
    parameters: Mapping[str, Parameter]

    def codes(self, name: str) -> Mapping[str, str]:
        """The codes of a dated list on the day; the registry has checked that there are some."""
        return self.parameters[name].on(self.on) or {}

    def permits(self, reason: str, sentence: str, *sections: str, results: tuple[Result, ...] = ()) -> Decision:
        """It may be done."""
        return Decision(Outcome.PERMITTED, reason, sentence, self._cited(sections), results=results)

    def requires(self, reason: str, sentence: str, *sections: str, results: tuple[Result, ...] = ()) -> Decision:
        """It must be done."""
        return Decision(Outcome.REQUIRED, reason, sentence, self._cited(sections), results=results)

    def forbids(self, reason: str, sentence: str, *sections: str, results: tuple[Result, ...] = ()) -> Decision:
        """It may not be done; the sentence says what would make it possible."""
        return Decision(Outcome.FORBIDDEN, reason, sentence, self._cited(sections), results=results)

    def cannot_tell(self, missing: tuple[str, ...], sentence: str, *sections: str) -> Decision:
        """Facts are missing; the sentence says how to find out."""
        return Decision(Outcome.UNDETERMINED, "facts-missing", sentence, self._cited(sections), missing)

    def number(self, name: str, *, event: date | None = None) -> int:
        """The dated number on the day; the registry has checked that there is one.

        Args:
            event: for a transitional rule that lets older law go on holding: the day of what happened, such as the
                decision. Then the number of that day counts, or the first that is known when the day lies before it.
        """
        parameter = self.parameters[name]
        if event is None:
            return parameter.number_on(self.on)
        return parameter.number_on(min(max(event, parameter.values[0].in_force_from), self.on))

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
        reasons: the codes it can give, when its source does not show them; empty when it does.
    """

    in_force: Period
    cites: tuple[str, ...]
    answer: Answer[KnownFacts]
    parameters: tuple[str, ...] = ()
    reasons: tuple[str, ...] = ()


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
        self,
        *,
        in_force: Period,
        cites: tuple[str, ...],
        parameters: tuple[str, ...] = (),
        reasons: tuple[str, ...] = (),
    ) -> Callable[[Answer[KnownFacts]], Answer[KnownFacts]]:
        """Registers the decorated function as the law on this question during ``in_force``.

        ``reasons`` is only for a version whose codes are not written where it permits, requires or forbids, or which
        shares a function that has codes this version never reaches; the tests see that it gives no other.
        """

        def register(answer: Answer[KnownFacts]) -> Answer[KnownFacts]:
            self.versions.append(Version(in_force, cites, answer, parameters, reasons))
            return answer

        return register
