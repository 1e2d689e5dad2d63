"""Registers the board's own answer in the place of one of the law's, where the reading of the law is not certain."""

from datetime import date, datetime

from django.db import transaction

from anhoriglots.accounts.queries import Actor
from anhoriglots.kernel.dates import swedish_date
from anhoriglots.kernel.decision import Decision, forbidden, permitted
from anhoriglots.law import answers, heard_in

from ..models import LawOverride
from ..models.decisions import Outcome
from ..queries.replaceable import THEIR_OWN_WORD, UNKNOWN, is_forbidden_by_official_text, is_uncertain
from .registering import Paper, register


@transaction.atomic
def register_override(
    *, actor: Actor, paper: Paper, question: str, replaces: str, outcome: Outcome, sentence: str, at: datetime
) -> LawOverride:
    """Save what staff at the board shall read in the place of one answer of the law; see queries.decide_here.

    Args:
        replaces: the reason code of that answer.

    Raises:
        Refused: what ``register`` refuses; the law gives no such answer when the decision begins, or one that rests on
            official text alone, that official text forbids, that needs more facts, or that is a person's own word.
    """
    content = {"question": question, "replaces": replaces, "outcome": outcome.value, "sentence": sentence}
    once = ("question", "replaces")
    row = register(actor=actor, model=LawOverride, paper=paper, content=content, once=once, at=at)
    may_answer(actor.municipality, question, replaces, on=paper.valid_from).require()
    return row


def may_answer(municipality: str, question: str, reason: str, *, on: date) -> Decision:
    """May a board in the municipality give another answer than the law's with this reason?"""
    found = [heard_in(said, municipality) for said in answers(question, on) if said.reason == reason]
    if not found:
        told = f"Lagen ger inte det svaret {swedish_date(on)}. Välj ett annat svar, eller en annan första dag."
        return forbidden("answer-not-given", told)
    if reason == UNKNOWN:
        told = "Då saknas uppgifter, och dem behöver man ta reda på. Välj ett annat svar."
        return forbidden("facts-have-to-be-found", told)
    if reason in THEIR_OWN_WORD:
        told = "Svaret följer av vad någon själv har sagt eller bett om. Det kan nämnden inte svara annat på."
        return forbidden("their-own-word", told)
    if not any(map(is_uncertain, found)):
        told = "Nämnden kan bara svara själv där texten inte är bekräftad. Det här svaret vilar på bekräftad text: "
        return forbidden("rests-on-official-text", told + found[0].sentence)
    if any(map(is_forbidden_by_official_text, found)):
        told = "Lagen förbjuder det i bekräftad text. Det kan nämnden inte svara annat på: "
        return forbidden("forbidden-by-official-text", told + found[0].sentence)
    return permitted("is-uncertain", "Nämnden kan svara själv.")
