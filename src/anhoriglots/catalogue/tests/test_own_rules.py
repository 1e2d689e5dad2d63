"""What a board decides itself of rules that are not read in an official text: of each something, or why not."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime

import pytest

from anhoriglots.accounts.queries import Actor
from anhoriglots.accounts.roles import Role
from anhoriglots.catalogue.actions.register_override import may_answer
from anhoriglots.catalogue.actions.register_rule import may_decide_about, register_rule
from anhoriglots.catalogue.actions.registering import Paper
from anhoriglots.catalogue.models import RuleDecision
from anhoriglots.catalogue.queries.own_rules import Room, own_rules, own_rules_about, room_of, rule_of, rules_to_decide
from anhoriglots.catalogue.queries.register import RULE, register_of
from anhoriglots.database.scope import scope
from anhoriglots.kernel import decision as kernel
from anhoriglots.kernel.decision import Refused
from anhoriglots.law import binds, chapters, decide, wordings
from anhoriglots.law.catalogue import CatalogueRule
from anhoriglots.organisations.models import Board

Papers = Callable[..., Paper]
TODAY = date(2026, 11, 24)
MUNICIPALITIES = ("0180", "0480", "0662")
NOT_READ = [
    (number, rule)
    for chapter in chapters().values()
    for number, rule in sorted(chapter.rules.items())
    if rule.mark != "V"
]
# Rules of which a board can decide nothing, by municipality. Think twice before one is added: the issue is that what
# is not read in an official text can be decided otherwise by those whom it binds.
NOTHING_TO_DECIDE = {
    "0180": {"A15", "C17", "H04"},
    "0480": {"A14", "A15", "A16", "E19", "H04", "M05"},
    "0662": {"A14", "A15", "A16", "A17", "A19", "A22", "C17", "E19", "H04", "M05", "M11"},
}
SENTENCE = "Vi visar inga tal under tio."
SMALL: dict[str, object] = {"count": 3}


@pytest.mark.parametrize("municipality", MUNICIPALITIES)
@pytest.mark.parametrize(("number", "rule"), NOT_READ, ids=[number for number, _ in NOT_READ])
def test_of_every_rule_that_is_not_read_a_board_may_decide_something_or_is_told_why_not(
    municipality: str, number: str, rule: CatalogueRule
) -> None:
    room = room_of(rule, municipality, TODAY)
    assert [bool(room.answers), room.about_rule, bool(room.why_not)].count(True) == 1
    assert all(may_answer(municipality, one.question, one.reason, on=TODAY) for one in room.answers)
    about = may_decide_about(municipality, number, on=TODAY)
    assert bool(about) is room.about_rule
    assert (about.reason == "replace-the-answer") is bool(room.answers)
    assert not room.why_not or about.sentence == room.why_not
    assert bool(room.why_not) is (number in NOTHING_TO_DECIDE[municipality])


@pytest.mark.parametrize("municipality", MUNICIPALITIES)
def test_whoever_is_told_not_to_be_bound_is_bound_by_nothing_uncertain(municipality: str) -> None:
    told = 0
    for _, rule in NOT_READ:
        if "inte bunden" in room_of(rule, municipality, TODAY).why_not:
            cited = [one for key in rule.sources for one in wordings(key) if TODAY in one.validity]
            assert not [one for one in cited if one.mark != "V" and binds(one, municipality)]
            told += 1
    assert told


@pytest.mark.parametrize("municipality", MUNICIPALITIES)
def test_of_a_rule_that_is_read_in_an_official_text_no_board_decides(municipality: str) -> None:
    for chapter in chapters().values():
        for number, rule in chapter.rules.items():
            if rule.mark == "V":
                assert room_of(rule, municipality, TODAY) == Room()
                refused = may_decide_about(municipality, number, on=TODAY)
                assert (refused.reason, "officiell text" in refused.sentence) == ("rule-stands-firm", True)


def test_a_no_that_rests_on_official_text_in_part_is_told_with_its_section() -> None:
    rule = rule_of("H04")
    assert rule
    assert "10 kap. 8 § socialtjänstlagen" in room_of(rule, "0180", TODAY).why_not


def test_on_a_day_when_a_rule_does_not_hold_nothing_is_decided_about_it() -> None:
    rule = rule_of("G15")
    assert rule
    over = rule.model_copy(update={"in_force_to": date(2026, 1, 1)})
    assert room_of(over, "0480", TODAY).why_not == "Regeln gäller inte den dagen."


def about(actor: Actor, paper: Paper, at: datetime, rule: str = "M09", sentence: str = SENTENCE) -> RuleDecision:
    return register_rule(actor=actor, paper=paper, rule=rule, sentence=sentence, at=at)


@pytest.mark.django_db
def test_what_the_board_decides_about_a_rule_is_read_beside_it_and_the_law_answers_as_before(
    elif_: Actor, paper: Papers, at: datetime
) -> None:
    before = decide("small-numbers", on=TODAY, facts=SMALL)
    assert own_rules_about(elif_, "small-numbers", TODAY) == []
    about(elif_, paper(), at)
    own = own_rules(elif_, TODAY)["M09"]
    assert (own.sentence, own.local) == (SENTENCE, "Nämndens beslut VON 2026:61, 24 november 2026")
    assert own_rules_about(elif_, "small-numbers", TODAY) == [own]
    assert own_rules_about(elif_, "offer-duty", TODAY) == own_rules_about(elif_, "interpreter", TODAY) == []
    assert decide("small-numbers", on=TODAY, facts=SMALL) == before
    line = register_of(elif_, on=TODAY).by_kind[RULE][0]
    assert (line.subject, line.says) == ("Regel M09", SENTENCE)
    assert "god sed" in line.more[0]


@pytest.mark.django_db
def test_it_speaks_from_its_first_day_to_its_last_and_only_at_its_own_board(
    elif_: Actor, paper: Papers, at: datetime
) -> None:
    about(elif_, paper(valid_from=date(2026, 12, 1), valid_to=date(2026, 12, 2)), at)
    days = (date(2026, 11, 30), date(2026, 12, 1), date(2026, 12, 2), date(2026, 12, 3))
    assert [bool(own_rules(elif_, day)) for day in days] == [False, True, True, False]
    other = Board.objects.get(municipality="0480", key="social_board")
    assert own_rules(replace(elif_, board_id=other.pk), days[1]) == {}
    with scope("0662"):
        assert own_rules(elif_, days[1]) == {}


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("rule", "sentence", "reason"),
    [
        ("", SENTENCE, "no-such-rule"),
        ("Z99", SENTENCE, "no-such-rule"),
        ("A06", SENTENCE, "replace-the-answer"),
        ("H04", SENTENCE, "rule-stands-firm"),
        ("A16", SENTENCE, "rule-stands-firm"),
        ("M09", "Fråga 191212121212.", "looks-like-personal-number"),
    ],
)
def test_what_cannot_be_decided_is_refused_and_nothing_is_saved(
    elif_: Actor, paper: Papers, at: datetime, rule: str, sentence: str, reason: str
) -> None:
    with pytest.raises(Refused) as refused:
        about(elif_, paper(), at, rule, sentence)
    assert refused.value.decision.reason == reason
    assert not RuleDecision.objects.exists()


@pytest.mark.django_db
def test_of_one_rule_one_decision_holds_at_a_time_and_the_same_key_is_saved_once(
    elif_: Actor, paper: Papers, at: datetime
) -> None:
    first = paper()
    assert about(elif_, first, at).pk == about(elif_, first, at).pk
    with pytest.raises(Refused) as refused:
        about(elif_, paper(), at)
    assert refused.value.decision.reason == "overlaps"
    about(elif_, paper(), at, rule="W04")
    assert RuleDecision.objects.count() == 2


@pytest.mark.django_db
def test_only_those_who_register_decisions_decide_about_rules(
    make_staff: Callable[..., Actor], paper: Papers, at: datetime
) -> None:
    alva = make_staff("0480", "care_board", Role.CARER_ADVISOR, name="Alva")
    with scope(alva.municipality, alva.board_id, alva.user_id), pytest.raises(Refused) as refused:
        about(alva, paper(), at)
    assert refused.value.decision.reason == "role-manages-no-decisions"


@pytest.mark.django_db
def test_a_row_about_a_rule_that_is_now_certain_or_gone_does_not_speak(elif_: Actor) -> None:
    row = {"municipality": "0480", "board_id": elif_.board_id, "number": "VON 2026:9", "sentence": SENTENCE}
    for rule in ("Z99", "H04", "A06", "A01"):
        RuleDecision.objects.create(**row, rule=rule, decided_on=TODAY, valid_from=TODAY)
    assert own_rules(elif_, TODAY) == {}
    lines = {line.subject: line for line in register_of(elif_, on=TODAY).by_kind[RULE]}
    assert (lines["Regel Z99"].says, lines["Regel Z99"].more) == (SENTENCE, ())


@pytest.mark.parametrize("municipality", MUNICIPALITIES)
def test_what_can_be_chosen_can_be_decided_about(municipality: str) -> None:
    offered = [number for _, rules in rules_to_decide(municipality, TODAY) for number, _ in rules]
    assert len(offered) == len(set(offered)) >= 8
    permitted = kernel.Outcome.PERMITTED
    assert all(may_decide_about(municipality, number, on=TODAY).outcome is permitted for number in offered)
