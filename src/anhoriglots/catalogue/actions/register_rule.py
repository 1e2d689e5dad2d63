"""Registers what the board has decided about a rule that is not read in an official text."""

from datetime import date, datetime

from django.db import transaction

from anhoriglots.accounts.queries import Actor
from anhoriglots.kernel.decision import Decision, forbidden, permitted

from ..models import RuleDecision
from ..queries.own_rules import room_of, rule_of
from .registering import Paper, register


@transaction.atomic
def register_rule(*, actor: Actor, paper: Paper, rule: str, sentence: str, at: datetime) -> RuleDecision:
    """Save what staff at the board shall read beside the rule; the program does as before. See queries.own_rules.

    Args:
        rule: its number, for example "G15".

    Raises:
        Refused: what ``register`` refuses; there is no such rule, or nothing to decide about it when the decision
            begins.
    """
    content = {"rule": rule, "sentence": sentence}
    row = register(actor=actor, model=RuleDecision, paper=paper, content=content, once=("rule",), at=at)
    may_decide_about(actor.municipality, rule, on=paper.valid_from).require()
    return row


def may_decide_about(municipality: str, number: str, *, on: date) -> Decision:
    """May a board in the municipality decide about the rule itself?"""
    rule = rule_of(number)
    if rule is None:
        return forbidden("no-such-rule", "Regeln finns inte. Välj en i listan.")
    room = room_of(rule, municipality, on)
    if room.answers:
        told = "Regelns svar kan ersättas. Registrera i stället ett eget svar på lagfrågan."
        return forbidden("replace-the-answer", told)
    if not room.about_rule:
        told = room.why_not or "Regeln är läst i en officiell text. Då gäller den som den står."
        return forbidden("rule-stands-firm", told)
    return permitted("not-read", "Nämnden kan besluta om regeln.")
