"""Delegations, retention, and the board's own answers to questions of the law."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime
from typing import Any

import pytest

from anhoriglots.accounts.queries import Actor
from anhoriglots.accounts.roles import Role
from anhoriglots.catalogue.actions.register_delegation import register_delegation
from anhoriglots.catalogue.actions.register_override import may_answer, register_override
from anhoriglots.catalogue.actions.register_retention import register_retention
from anhoriglots.catalogue.actions.registering import Paper
from anhoriglots.catalogue.models import Delegation, LawOverride, RetentionDecision
from anhoriglots.catalogue.models.decisions import KeepUnit, Outcome
from anhoriglots.catalogue.queries.decide_here import decide_here, own_answers
from anhoriglots.catalogue.queries.law_kinds import kind_in_words, matter_kinds
from anhoriglots.catalogue.queries.register import DELEGATION, OVERRIDE, RETENTION, register_of
from anhoriglots.catalogue.queries.replaceable import NEVER_REPLACED, law_answer, may_be_replaced, replaceable_answers
from anhoriglots.database.scope import scope
from anhoriglots.kernel import decision as kernel
from anhoriglots.kernel.decision import Refused
from anhoriglots.law import answers, decide, heard_in, titles
from anhoriglots.law.registry import current_registry
from anhoriglots.organisations.models import Board

pytestmark = pytest.mark.django_db
Papers = Callable[..., Paper]
TODAY = date(2026, 11, 24)
# The wording that holds has been read in a copy only.
QUESTION, REPLACES = "offer-duty", "carer-in-target-group"
IN_GROUP: dict[str, object] = {"cared_for": ("elderly",), "what": "support"}
CONTACT = "contact-noticed-carer"
NOTICED: dict[str, object] = {"initiated_by": "staff", "noticed_through": "cared_for"}
OWN = "Fråga enhetschefen vilket stöd ni ger."


def test_two_roles_may_decide_in_the_same_matter_but_each_only_once(elif_: Actor, paper: Papers, at: datetime) -> None:
    for role in (Role.COORDINATOR, Role.UNIT_MANAGER):
        row = delegate(elif_, paper(), at, role=role)
        assert (row.matter, row.matter_kind, row.role) == ("Avsluta ärende", "ordinary", role)
    with pytest.raises(Refused) as refused:
        delegate(elif_, paper(), at)
    assert refused.value.decision.reason == "overlaps"


@pytest.mark.parametrize("role", Role)
@pytest.mark.parametrize(
    ("kind", "reason", "section"),
    [
        ("committee_only", "only-a-committee", "30 kap. 6 §"),
        ("never", "may-not-be-delegated", "30 kap. 11 §"),
        ("principle", "may-not-be-delegated", "6 kap. 38 §"),
        ("anything", "unknown-to-the-law", ""),
        ("", "unknown-to-the-law", ""),
    ],
)
def test_no_role_is_given_what_the_board_may_not_hand_over(
    elif_: Actor, paper: Papers, at: datetime, role: Role, kind: str, reason: str, section: str
) -> None:
    """Neither at first, nor beside a row about the same, nor by the key of a row that is there."""
    ordinary = paper()
    delegate(elif_, ordinary, at, role=role)
    again = replace(ordinary, number="VON 2026:62")
    for tried, matter in ((paper(), "Besluta om mål"), (earlier(paper), "Avsluta ärende"), (again, "Avsluta ärende")):
        with pytest.raises(Refused) as refused:
            delegate(elif_, tried, at, role=role, matter=matter, matter_kind=kind)
        said = refused.value.decision
        assert said.reason == reason
        assert any(section in cited.label for cited in said.citations) is bool(section)
    assert [row.matter_kind for row in Delegation.objects.filter(role=role)] == ["ordinary"]


def test_every_kind_of_matter_that_can_be_chosen_is_one_that_the_law_answers_about() -> None:
    outcomes = {}
    for kind, words in matter_kinds():
        facts = {"decider": "employee", "matter": kind, "delegated": True}
        outcomes[kind] = decide("delegation", on=TODAY, facts=facts).outcome
        assert kind_in_words(kind, matter_kinds()) == words
    assert [kind for kind, outcome in outcomes.items() if outcome is kernel.Outcome.PERMITTED] == ["ordinary"]
    assert kernel.Outcome.UNDETERMINED not in outcomes.values()


def test_the_law_of_the_first_day_is_asked(elif_: Actor, paper: Papers, at: datetime) -> None:
    old = {"decided_on": date(2026, 1, 1), "valid_to": date(2026, 1, 14)}
    before = paper(**old, valid_from=date(2026, 1, 14))
    investigations = {"about": "child_protection", "document_type": "Barnutredningar"}
    assert retain(elif_, before, at, **investigations).keep == 5
    for first_day in (date(2026, 1, 15), TODAY):
        with pytest.raises(Refused) as refused:
            retain(elif_, paper(decided_on=date(2026, 1, 1), valid_from=first_day), at, **investigations)
        assert refused.value.decision.reason == "until-an-age"
    too_old = paper(decided_on=date(2025, 1, 1), valid_from=date(2025, 6, 30))
    for register_it in (retain, delegate):
        with pytest.raises(Refused) as refused:
            register_it(elif_, too_old, at)
        assert refused.value.decision.reason == "no-law-on-day"


@pytest.mark.parametrize(
    ("about", "keep", "unit", "section"),
    [
        ("file", 2, KeepUnit.YEARS, "16 kap. 1 §"),
        ("file", 10, KeepUnit.YEARS, "16 kap. 1 §"),
        ("file", None, KeepUnit.PRESERVE, "16 kap. 1 §"),
        ("child_protection", 5, KeepUnit.YEARS, "16 kap. 2 a §"),
        ("preserved", 50, KeepUnit.YEARS, "16 kap. 2 §"),
        ("custody", 18, KeepUnit.YEARS, "16 kap. 3 §"),
    ],
)
def test_no_board_decides_another_time_for_files_than_the_act(
    elif_: Actor, paper: Papers, at: datetime, about: str, keep: int | None, unit: KeepUnit, section: str
) -> None:
    with pytest.raises(Refused) as refused:
        retain(elif_, paper(), at, about=about, keep=keep, keep_unit=unit)
    assert section in refused.value.decision.citations[0].label
    assert not RetentionDecision.objects.exists()


@pytest.mark.parametrize("about", ["booking_list", "statistics", "chat", "access_log", "other"])
def test_outside_the_files_any_time_can_be_decided(elif_: Actor, paper: Papers, at: datetime, about: str) -> None:
    for keep, unit in ((90, KeepUnit.DAYS), (None, KeepUnit.PRESERVE)):
        row = retain(elif_, paper(), at, about=about, document_type=f"{unit}", keep=keep, keep_unit=unit)
        assert row.about == about


@pytest.mark.parametrize(
    ("keep", "unit", "reason"),
    [
        (5, KeepUnit.PRESERVE, "number-when-preserved"),
        (None, KeepUnit.YEARS, "no-number-to-keep"),
        (0, KeepUnit.DAYS, "no-number-to-keep"),
        (1001, KeepUnit.MONTHS, "no-number-to-keep"),
    ],
)
def test_a_time_is_a_number_and_what_is_preserved_has_none(
    elif_: Actor, paper: Papers, at: datetime, keep: int | None, unit: KeepUnit, reason: str
) -> None:
    with pytest.raises(Refused) as refused:
        retain(elif_, paper(), at, keep=keep, keep_unit=unit)
    assert refused.value.decision.reason == reason


def test_a_kind_of_document_has_one_time(elif_: Actor, paper: Papers, at: datetime) -> None:
    for keep, unit, kind in ((5, KeepUnit.YEARS, "Listor"), (None, KeepUnit.PRESERVE, "Beslut")):
        row = retain(elif_, paper(), at, document_type=kind, keep=keep, keep_unit=unit)
        assert row.keep == keep
    with pytest.raises(Refused):
        retain(elif_, paper(), at, document_type="Beslut", keep=1, keep_unit=KeepUnit.DAYS)


def test_an_older_row_says_that_its_kind_was_not_said(elif_: Actor) -> None:
    row = {**row_of(elif_), "registered_by": elif_.user_id}
    row.pop("outcome"), row.pop("sentence")
    Delegation.objects.create(**row, matter="Avsluta ärende", role=Role.COORDINATOR)
    RetentionDecision.objects.create(**row, document_type="Listor", keep=5, keep_unit=KeepUnit.YEARS)
    register = register_of(elif_, on=TODAY).by_kind
    assert [register[kind][0].more for kind in (DELEGATION, RETENTION)] == [("Slaget är inte angivet",)] * 2


def delegate(actor: Actor, paper: Paper, at: datetime, **changes: Any) -> Delegation:
    values = {"matter": "Avsluta ärende", "matter_kind": "ordinary", "role": Role.COORDINATOR}
    return register_delegation(actor=actor, paper=paper, at=at, **{**values, **changes})


def retain(actor: Actor, paper: Paper, at: datetime, **changes: Any) -> RetentionDecision:
    values = {"about": "booking_list", "document_type": "Listor", "keep": 5, "keep_unit": KeepUnit.YEARS}
    return register_retention(actor=actor, paper=paper, at=at, **{**values, **changes})


def earlier(paper: Papers) -> Paper:
    """A decision about the time before, which stands in no other's way."""
    return paper(decided_on=date(2026, 6, 1), valid_from=date(2026, 6, 1), valid_to=date(2026, 6, 2))


def override(actor: Actor, paper: Paper, at: datetime, question: str = QUESTION, replaces: str = REPLACES) -> None:
    register_override(
        actor=actor, paper=paper, question=question, replaces=replaces, outcome=Outcome.PERMITTED, sentence=OWN, at=at
    )


def refusal(actor: Actor, paper: Paper, at: datetime, question: str, replaces: str) -> kernel.Decision:
    with pytest.raises(Refused) as refused:
        override(actor, paper, at, question, replaces)
    return refused.value.decision


def test_the_boards_own_answer_takes_the_place_of_the_one_it_names(elif_: Actor, paper: Papers, at: datetime) -> None:
    law = decide(QUESTION, on=TODAY, facts=IN_GROUP)
    assert decide_here(elif_, QUESTION, TODAY, IN_GROUP) == law
    assert law.outcome is kernel.Outcome.REQUIRED
    override(elif_, paper(), at)
    own = decide_here(elif_, QUESTION, TODAY, IN_GROUP)
    assert (own.outcome, own.sentence, own.missing) == (kernel.Outcome.PERMITTED, OWN, ())
    assert own.citations == law.citations
    assert own.local == "Nämndens beslut VON 2026:61, 24 november 2026"


@pytest.mark.parametrize("facts", [{"cared_for": ("other",), "what": "support"}, {"cared_for": ("elderly",)}, {}])
def test_every_other_answer_to_the_question_is_the_laws(
    elif_: Actor, paper: Papers, at: datetime, facts: dict[str, object]
) -> None:
    override(elif_, paper(), at)
    assert decide_here(elif_, QUESTION, TODAY, facts) == decide(QUESTION, on=TODAY, facts=facts)


def test_a_cared_for_persons_no_stands_whatever_the_board_answers_when_they_say_yes(
    make_staff: Callable[..., Actor], paper: Papers, at: datetime
) -> None:
    """In Stockholm the answers about consent rest on the city's own programme too, so one can be replaced."""
    elin = at_stockholm(make_staff)
    with scope(elin.municipality, elin.board_id, elin.user_id):
        override(elin, paper(), at, question=CONTACT, replaces="consent-given")
        given, refused, unasked = (
            decide_here(elin, CONTACT, TODAY, NOTICED | answer)
            for answer in ({"cared_for_consent": "given"}, {"cared_for_consent": "refused"}, {})
        )
        asked = decide_here(elin, CONTACT, TODAY, {"initiated_by": "carer", "cared_for_consent": "refused"})
    assert (given.outcome, given.sentence) == (kernel.Outcome.PERMITTED, OWN)
    assert (refused.outcome, refused.local) == (kernel.Outcome.FORBIDDEN, "")
    assert (unasked.outcome, unasked.missing) == (kernel.Outcome.UNDETERMINED, ("cared_for_consent",))
    assert (asked.outcome, asked.local) == (kernel.Outcome.PERMITTED, "")


@pytest.mark.parametrize("reason", sorted(NEVER_REPLACED))
def test_what_somebody_has_said_for_themselves_and_what_is_not_known_are_never_replaced(
    make_staff: Callable[..., Actor], paper: Papers, at: datetime, reason: str
) -> None:
    question = next(key for key in titles() if any(said.reason == reason for said in answers(key, TODAY)))
    actor = at_stockholm(make_staff)
    with scope(actor.municipality, actor.board_id, actor.user_id):
        told = refusal(actor, paper(), at, question, reason)
        LawOverride.objects.create(**row_of(actor), question=question, replaces=reason)
        facts = next(one.facts for one in current_registry().examples[question] if one.reason == reason)
        assert not decide_here(actor, question, TODAY, facts).local
    assert told.reason == ("facts-have-to-be-found" if reason == "facts-missing" else "their-own-word")


def test_a_row_that_names_no_answer_does_not_speak(elif_: Actor) -> None:
    LawOverride.objects.create(**row_of(elif_), question=QUESTION)
    assert not decide_here(elif_, QUESTION, TODAY, IN_GROUP).local
    assert own_answers(elif_, TODAY) == []
    line = register_of(elif_, on=TODAY).by_kind[OVERRIDE][0]
    assert "Därför svarar lagen själv." in line.more[-1]


def test_two_answers_to_one_question_are_two_decisions_and_the_same_answer_is_one(
    elif_: Actor, paper: Papers, at: datetime
) -> None:
    reasons = (REPLACES, "outside-target-groups")
    for reason in reasons:
        override(elif_, paper(), at, replaces=reason)
    assert refusal(elif_, paper(), at, QUESTION, REPLACES).reason == "overlaps"
    replaced = [law_answer(QUESTION, reason, TODAY) for reason in reasons]
    assert [own.instead_of for own in own_answers(elif_, TODAY)] == [one.short for one in replaced if one]


def test_the_day_before_and_the_day_after_the_law_speaks_itself(elif_: Actor, paper: Papers, at: datetime) -> None:
    override(elif_, paper(valid_from=date(2026, 12, 1), valid_to=date(2026, 12, 2)), at)
    days = (date(2026, 11, 30), date(2026, 12, 1), date(2026, 12, 2), date(2026, 12, 3))
    spoken = [bool(decide_here(elif_, QUESTION, day, IN_GROUP).local) for day in days]
    assert spoken == [False, True, True, False]


def test_at_another_board_and_in_another_municipality_the_law_speaks_itself(
    elif_: Actor, paper: Papers, at: datetime
) -> None:
    override(elif_, paper(), at)
    other = Board.objects.get(municipality="0480", key="social_board")
    assert not decide_here(replace(elif_, board_id=other.pk), QUESTION, TODAY, IN_GROUP).local
    with scope("0662"):
        assert not decide_here(elif_, QUESTION, TODAY, IN_GROUP).local


def test_where_the_answer_rests_on_official_text_alone_the_law_speaks_itself(
    elif_: Actor, paper: Papers, at: datetime
) -> None:
    """The old wording of the duty has been read in an official text, the new one has not."""
    override(elif_, paper(decided_on=date(2026, 6, 1), valid_from=date(2026, 7, 1)), at)
    assert decide_here(elif_, QUESTION, date(2026, 7, 1), IN_GROUP).local
    assert not decide_here(elif_, QUESTION, date(2026, 6, 30), IN_GROUP).local
    certain = refusal(elif_, paper(), at, CONTACT, "noticed-elsewhere")
    assert certain.reason == "rests-on-official-text"
    assert "Kontakta den anhöriga. Berätta inget om den närstående" in certain.sentence
    for question, reason in ((QUESTION, "no-such-reason"), ("no-such-question", REPLACES)):
        assert refusal(elif_, paper(), at, question, reason).reason == "answer-not-given"


def test_in_a_municipality_that_the_programme_does_not_bind_the_act_alone_answers_about_consent(
    elif_: Actor, paper: Papers, at: datetime
) -> None:
    assert refusal(elif_, paper(), at, CONTACT, "consent-given").reason == "rests-on-official-text"


@pytest.mark.parametrize("municipality", ["0180", "0480", "0662"])
def test_no_board_can_lift_what_official_text_forbids(municipality: str) -> None:
    every = [heard_in(said, municipality) for question in titles() for said in answers(question, TODAY)]
    firm = [said for said in every if said.outcome is kernel.Outcome.FORBIDDEN and "V" in _marks(said)]
    assert any(len(_marks(said)) > 1 for said in firm)
    assert not [said.reason for said in firm if may_be_replaced(said)]


def _marks(said: kernel.Decision) -> set[str]:
    return {citation.mark for citation in said.citations}


@pytest.mark.parametrize("municipality", ["0180", "0480", "0662"])
def test_what_can_be_chosen_can_be_registered_and_is_told_apart_by_its_words(municipality: str) -> None:
    offered = replaceable_answers(municipality, TODAY)
    assert all(may_answer(municipality, one.question, one.reason, on=TODAY) for one in offered)
    assert len({(one.title, one.short) for one in offered}) == len({one.value for one in offered}) == len(offered)
    assert not {one.reason for one in offered} & NEVER_REPLACED
    assert f"{QUESTION}:{REPLACES}" in {one.value for one in offered}


def at_stockholm(make_staff: Callable[..., Actor]) -> Actor:
    key = Board.objects.filter(municipality="0180", units__isnull=False)[0].key
    return make_staff("0180", key, Role.UNIT_MANAGER, name="Elin")


def row_of(actor: Actor) -> dict[str, Any]:
    return {
        "municipality": actor.municipality,
        "board_id": actor.board_id,
        "number": "VON 2026:9",
        "outcome": Outcome.PERMITTED,
        "sentence": OWN,
        "decided_on": TODAY,
        "valid_from": TODAY,
    }
