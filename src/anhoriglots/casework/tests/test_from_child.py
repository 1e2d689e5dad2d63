"""A child that is in touch is read first, and its own words come with it."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

import pytest

from anhoriglots.accounts.queries import Actor
from anhoriglots.accounts.roles import Role
from anhoriglots.casework.actions.erase_request import erase_request
from anhoriglots.casework.choices import Reply
from anhoriglots.casework.queries.code_page import code_page
from anhoriglots.casework.queries.request_page import request_page
from anhoriglots.casework.queries.worklist import worklist
from anhoriglots.database.scope import scope
from anhoriglots.kernel.decision import Refused

from .visits import municipality, send, stored
from .work import a_request, at_work

GUIDE: dict[str, object] = {"needs": [], "lines": []}
CHILD: dict[str, Any] = {"from_child": True, "remark": "", "needs": (), "lines": (), "interpreter_language": ""}
Staff = Callable[..., Actor]


def test_a_child_waits_in_the_lane_for_what_cannot_wait(make_staff: Staff, at: datetime) -> None:
    actor = make_staff("0480", "care_board", Role.CARER_ADVISOR, name="Alva")
    with at_work(actor):
        received = send(at=at, code="0480", **CHILD)
        found = worklist(
            actor,
            at=at,
            whole_unit=False,
            municipality=municipality("0480"),
            labels={},
            open_at=str,
            take_at=str,
        )
        assert stored(received, "0480").is_urgent
    assert [row.notes[0] for row in found.urgent] == ["Barn eller ung"]


def test_when_the_child_can_talk_stands_beside_the_number(make_staff: Staff, at: datetime) -> None:
    actor = make_staff("0480", "care_board", Role.CARER_ADVISOR, name="Alva")
    with at_work(actor):
        request = a_request(actor, at=at, from_child=True, talk_when="efter skolan, före fem")
        page = request_page(actor, request.pk, at=at, guide=GUIDE)
    rows = {row.label: row.value for row in page.contact}
    assert rows["Kan prata"] == "efter skolan, före fem"
    assert "När" not in rows  # morning or afternoon was never asked


@pytest.mark.parametrize("reply", [Reply.CALLS_IN, Reply.MEETS])
def test_who_calls_or_comes_gets_words_to_say(reply: Reply, db: None, at: datetime) -> None:
    received = send(at=at, **CHILD | {"reply": reply, "contact": ""})
    with scope("0662"):
        page = code_page(received.board_id, received.request_id, municipality=municipality())
    assert page is not None
    assert len(page.call_words.split()) == 2
    assert page.you_say_words
    assert not page.may_be_silent  # there is nothing to call


def test_a_personal_number_among_the_childs_words_is_refused(db: None, at: datetime) -> None:
    with pytest.raises(Refused, match="personal-number"):
        send(at=at, **CHILD | {"talk_when": "efter 121212-1212"})


def test_nothing_of_it_is_left_when_the_child_takes_it_back(db: None, at: datetime) -> None:
    received = send(at=at, **CHILD | {"talk_when": "efter skolan"})
    with scope("0662"):
        erase_request(at=at, board_id=received.board_id, request_id=received.request_id)
    left = stored(received)
    assert (left.from_child, left.talk_when, left.is_urgent) == (False, "", False)
