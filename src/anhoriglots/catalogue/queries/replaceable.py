"""Which answers of the law a board may answer itself instead, and what they are called."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from anhoriglots.kernel.citation import Citation
from anhoriglots.kernel.decision import Decision, Outcome
from anhoriglots.law import answers, heard_in, titles

# The mark of what has been read in an official text; see kernel.citation.
OFFICIAL = "V"
# Facts have to be found out, whatever a board thinks.
UNKNOWN = "facts-missing"
# What a person has said for themselves: a carer who turns to us is always met (law A16, A19), and a no is a no.
THEIR_OWN_WORD = frozenset({"carer-asked", "carer-says-no", "carer-stays-out", "consent-refused"})
NEVER_REPLACED = THEIR_OWN_WORD | {UNKNOWN}


def is_uncertain(said: Decision) -> bool:
    """True when the answer cites something that has not been read in an official text."""
    return any(citation.mark != OFFICIAL for citation in said.citations)


def is_forbidden_by_official_text(said: Decision) -> bool:
    """True for a prohibition that rests on official text, if only in part: no board can lift that."""
    return said.outcome is Outcome.FORBIDDEN and any(citation.mark == OFFICIAL for citation in said.citations)


def may_be_replaced(said: Decision) -> bool:
    """May a board answer something else? ``said`` is the answer as it is heard in its municipality."""
    return said.reason not in NEVER_REPLACED and is_uncertain(said) and not is_forbidden_by_official_text(said)


@dataclass(frozen=True, slots=True)
class LawAnswer:
    """One answer of the law on a day.

    Attributes:
        title: the question.
        sentences: how it is worded; several where the facts go into the sentence.
    """

    question: str
    reason: str
    title: str
    sentences: tuple[str, ...]
    citations: tuple[Citation, ...]

    @property
    def value(self) -> str:
        """Its name in forms and files."""
        return f"{self.question}:{self.reason}"

    @property
    def short(self) -> str:
        """The answer in one sentence."""
        return f"{self.sentences[0]}{' Och liknande svar.' if len(self.sentences) > 1 else ''}"


def replaceable_answers(municipality: str, on: date) -> list[LawAnswer]:
    """Every answer that a board in the municipality may replace on the day, by question as they are titled."""
    every = sorted(titles().items(), key=lambda pair: pair[1])
    return [one for question, _ in every for one in answers_of_board(municipality, question, on)]


def answers_of_board(municipality: str, question: str, on: date) -> list[LawAnswer]:
    """Those of one question; none when it is unknown or has no law on the day."""
    heard = [heard_in(said, municipality) for said in answers(question, on)]
    firm = {said.reason for said in heard if is_forbidden_by_official_text(said)}
    return _by_reason(question, (said for said in heard if may_be_replaced(said) and said.reason not in firm))


def law_answer(question: str, reason: str, on: date) -> LawAnswer | None:
    """The answer that the law gives with the reason on the day, replaceable or not; None when it gives none."""
    return next(iter(_by_reason(question, (said for said in answers(question, on) if said.reason == reason))), None)


def _by_reason(question: str, found: Iterable[Decision]) -> list[LawAnswer]:
    by_reason: dict[str, list[Decision]] = {}
    for said in found:
        by_reason.setdefault(said.reason, []).append(said)
    return [_joined(question, reason, told) for reason, told in by_reason.items()]


def _joined(question: str, reason: str, told: list[Decision]) -> LawAnswer:
    sentences = tuple(dict.fromkeys(said.sentence for said in told))
    citations = tuple(dict.fromkeys(citation for said in told for citation in said.citations))
    return LawAnswer(question, reason, titles()[question], sentences, citations)
