"""The page behind a code: what is happening, a line more, the support contact, and away with all of it."""

import re
from collections.abc import Callable
from uuid import UUID

import pytest
from django.utils import timezone
from tests.visitor import Visitor

from anhoriglots.accounts.queries import Actor
from anhoriglots.accounts.roles import Role
from anhoriglots.casework.models import (
    ContactRequest,
    SupportContact,
    SupportContactEvent,
    ThreadMessage,
)
from anhoriglots.casework.steps import step_request, step_support_contact
from anhoriglots.casework.workflow import RequestStep, SupportContactStep
from anhoriglots.database.models import owner_of
from anhoriglots.database.scope import current_scope, scope
from anhoriglots.visitors.models import AccessCode

Staff = Callable[..., Actor]


@pytest.fixture
def inside(visitor: Visitor) -> Visitor:
    """On the page behind the code of a request just sent."""
    visitor.ask_to_be_called(call_me="Bo").send()
    code = visitor.code
    visitor.open("kod/")
    visitor.send(words=code)
    return visitor


def board() -> UUID:
    with scope("0662"):
        return AccessCode.objects.get().board_id


def go(*steps: RequestStep) -> None:
    with scope("0662", board()):
        for step in steps:
            step_request(ContactRequest.objects.get(), step, at=timezone.now())


def offer(
    worker: Actor, *, step: SupportContactStep = SupportContactStep.OFFERED, substitute: Actor | None = None
) -> None:
    with scope("0662", board()):
        SupportContact.objects.create(
            **owner_of(current_scope()),
            request=ContactRequest.objects.get(),
            worker_id=worker.user_id,
            substitute_id=substitute.user_id if substitute else None,
            step=step,
            step_at=timezone.now(),
            offered_at=timezone.now(),
        )


@pytest.mark.parametrize(
    ("steps", "words"),
    [
        ([], "Mottagen."),
        ([RequestStep.TAKEN], "Mottagen."),
        ([RequestStep.TAKEN, RequestStep.TRIED], "Vi har försökt nå dig."),
        ([RequestStep.TAKEN, RequestStep.ANSWERED], "Besvarad."),
        ([RequestStep.TAKEN, RequestStep.CLOSED], "Klart."),
        ([RequestStep.TAKEN, RequestStep.CLOSED, RequestStep.ERASED], "Klart."),
    ],
)
def test_the_status_is_told_in_words_and_never_who_has_it(
    inside: Visitor, steps: list[RequestStep], words: str
) -> None:
    go(*steps)
    inside.open(inside.url)
    assert words in inside.text
    assert "kollega" not in inside.text


def test_the_words_of_our_call_stand_there_while_we_may_call(inside: Visitor) -> None:
    with scope("0662", board()):
        words = ContactRequest.objects.get().call_words
    assert f"När vi ringer säger vi {words} ." in inside.text
    go(RequestStep.TAKEN, RequestStep.CLOSED)
    inside.open(inside.url)
    assert words not in inside.text


def test_an_answer_is_shown_as_text(inside: Visitor) -> None:
    with scope("0662", board()):
        ThreadMessage.objects.create(
            **owner_of(current_scope()),
            request=ContactRequest.objects.get(),
            from_staff=True,
            text="Du kan få <b>avlösning</b>.",
            at=timezone.now(),
        )
    inside.open(inside.url)
    assert "Svar från oss" in inside.text
    assert "&lt;b&gt;avlösning" in inside.html


def test_a_line_is_added_and_the_page_says_so(inside: Visitor) -> None:
    inside.send(line="Ring efter tre")
    assert "Vi har fått det du skrev." in inside.text
    assert "Ring efter tre" in inside.text


@pytest.mark.parametrize(
    ("line", "sentence"),
    [("", "Skriv det du vill säga."), ("x" * 201, "200 tecken"), ("Hon är 19121212-1212", "personnummer")],
)
def test_a_faulty_line_is_explained_and_kept_on_the_page(inside: Visitor, line: str, sentence: str) -> None:
    assert inside.send(line=line).status_code == 422
    assert sentence in inside.text
    assert line in inside.html
    with scope("0662", board()):
        assert not ThreadMessage.objects.exists()


def test_a_faulty_line_is_read_again_by_its_address_and_never_saved(inside: Visitor) -> None:
    inside.send(line="19121212-1212")
    assert inside.open(inside.url).status_code == 422
    assert "19121212-1212" in inside.html
    assert "19121212" not in inside.url
    with scope("0662", board()):
        assert not ThreadMessage.objects.filter(from_staff=False).exists()


def test_the_days_on_the_page_are_told(inside: Visitor) -> None:
    assert "finns kvar till och med" in inside.text


def test_erase_asks_once_and_then_the_code_opens_nothing(inside: Visitor) -> None:
    page = inside.url
    inside.follow("Ta bort allt nu")
    assert "Det går inte att få tillbaka." in inside.text
    inside.send()
    assert "Allt är borttaget" in inside.text
    with scope("0662"):
        assert not AccessCode.objects.exists()
    assert inside.open(page).status_code == 303
    inside.open(inside.response["Location"])
    assert "Allt är borttaget" in inside.text


REMOVED = "Allt är borttaget"


@pytest.mark.parametrize("page", ["sida", "sida/ta-bort", "sida/byta", "sida/nej-tack", "sida/stodkontakt"])
def test_after_erasing_every_page_that_was_open_says_only_that_it_is_removed(
    inside: Visitor, make_staff: Staff, page: str
) -> None:
    offer(make_staff("0662", "social_board", Role.SUPPORT_CONTACT, name="Lisa"))
    address = inside.url.replace("/sida/", f"/{page}/")
    erase_all(inside)
    inside.open(address)
    while inside.response.status_code == 303:
        inside.open(inside.response["Location"])
    assert REMOVED in inside.text
    for told in ("Bo", "Lisa", "Mottagen", "senast"):
        assert told not in inside.text


def test_what_is_sent_from_a_page_left_open_after_erasing_is_answered_with_removed_and_saves_nothing(
    inside: Visitor, make_staff: Staff
) -> None:
    offer(make_staff("0662", "social_board", Role.SUPPORT_CONTACT, name="Lisa"))
    with scope("0662", board()):
        contact = SupportContact.objects.get().pk
    page, html, owner = inside.open(inside.url), inside.html, board()
    address = inside.url
    token = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', html)
    assert token is not None
    assert page.status_code == 200
    erase_all(inside)
    answers = [
        (address, {"line": "Hej igen"}),
        (address.replace("/sida/", "/sida/stodkontakt/"), {"answer": "accept", "contact": str(contact)}),
        (address.replace("/sida/", "/sida/stodkontakt/"), {"answer": "again"}),
        (address.replace("/sida/", "/sida/ta-bort/"), {}),
    ]
    for url, fields in answers:
        inside.response = inside.client.post(url, {"csrfmiddlewaretoken": token[1], **fields})
        while inside.response.status_code == 303:
            inside.open(inside.response["Location"])
        assert REMOVED in inside.text
    with scope("0662", owner):
        assert not ThreadMessage.objects.exists()


def erase_all(inside: Visitor) -> None:
    inside.follow("Ta bort allt nu")
    inside.send()
    assert REMOVED in inside.text


def test_a_wish_for_a_support_contact_is_remembered(inside: Visitor) -> None:
    with scope("0662", board()):
        ContactRequest.objects.update(wants_support_contact=True)
    inside.open(inside.url)
    assert "Du har bett om en egen stödkontakt." in inside.text


def test_after_a_no_nothing_is_promised_and_one_button_takes_it_back(inside: Visitor, make_staff: Staff) -> None:
    with scope("0662", board()):
        ContactRequest.objects.update(wants_support_contact=True)
    offer(make_staff("0662", "social_board", Role.SUPPORT_CONTACT), step=SupportContactStep.DECLINED)
    inside.open(inside.url)
    assert "Du har bett om en egen stödkontakt." not in inside.text
    assert "Jag vill ha en stödkontakt ändå" in inside.text
    _press(inside, "again")
    assert "Vi letar efter en stödkontakt. Du ser här vem det blir." in inside.text
    assert "Du har bett om en egen stödkontakt." in inside.text
    assert "Jag vill ha en stödkontakt ändå" not in inside.text
    assert _contact().step == SupportContactStep.ASKED_AGAIN


def test_asking_again_where_nothing_was_offered_is_told_in_words(inside: Visitor) -> None:
    inside.url = inside.url.replace("kod/sida/", "kod/sida/stodkontakt/")
    inside.send(answer="again")
    assert "Ditt svar kom inte med." in inside.text


def test_after_the_end_of_a_support_contact_another_can_be_asked_for(inside: Visitor, make_staff: Staff) -> None:
    offer(make_staff("0662", "social_board", Role.SUPPORT_CONTACT), step=SupportContactStep.ENDED)
    inside.open(inside.url)
    assert "Jag vill ha en stödkontakt ändå" in inside.text


def test_when_the_answers_are_erased_nothing_can_be_asked_for(inside: Visitor, make_staff: Staff) -> None:
    offer(make_staff("0662", "social_board", Role.SUPPORT_CONTACT), step=SupportContactStep.DECLINED)
    go(RequestStep.TAKEN, RequestStep.CLOSED, RequestStep.ERASED)
    inside.open(inside.url)
    assert "Jag vill ha en stödkontakt ändå" not in inside.text


def test_whoever_wants_another_person_at_once_is_not_told_that_the_first_is_theirs(
    inside: Visitor, make_staff: Staff
) -> None:
    offer(make_staff("0662", "social_board", Role.SUPPORT_CONTACT, name="Lisa"))
    _press(inside, "change")
    assert "Vi letar efter en stödkontakt" in inside.text
    assert "Lisa" not in inside.text
    assert "08-465 004 01" not in inside.text


def test_whoever_has_said_yes_keeps_the_person_until_there_is_another(inside: Visitor, make_staff: Staff) -> None:
    offer(make_staff("0662", "social_board", Role.SUPPORT_CONTACT, name="Lisa"))
    _press(inside, "accept")
    _press(inside, "change")
    assert "Lisa är din stödkontakt" in inside.text
    assert "08-465 004 01" in inside.text


@pytest.mark.parametrize(
    ("answer", "step", "said"),
    [
        ("accept", SupportContactStep.ACCEPTED, "det blir bra"),
        ("change", SupportContactStep.CHANGE_ASKED, "en annan person"),
    ],
)
def test_the_offer_shows_who_it_is_and_is_answered_with_one_button(
    inside: Visitor, make_staff: Staff, answer: str, step: str, said: str
) -> None:
    offer(make_staff("0662", "social_board", Role.SUPPORT_CONTACT, name="Lisa"))
    inside.open(inside.url)
    for told in (
        "Lisa kan vara din stödkontakt",
        "08-465 004 01",
        "vardagar 9–15",
        "Det blir bra",
        "Nej tack",
        "Jag vill byta",
    ):
        assert told in inside.text
    assert "Exempel" not in inside.text, "a surname is shown"
    _press(inside, answer)
    assert said in inside.text
    assert _contact().step == step


def test_a_no_asks_why_and_takes_none_for_an_answer(inside: Visitor, make_staff: Staff) -> None:
    offer(make_staff("0662", "social_board", Role.SUPPORT_CONTACT, name="Lisa"))
    inside.open(inside.url)
    inside.follow("Nej tack")
    assert "Vill du säga varför?" in inside.text
    inside.send(contact=str(_contact().pk))
    assert _contact().step == SupportContactStep.DECLINED
    assert "Lisa" not in inside.text


def test_the_reason_of_a_no_is_kept(inside: Visitor, make_staff: Staff) -> None:
    offer(make_staff("0662", "social_board", Role.SUPPORT_CONTACT))
    inside.open(inside.url)
    inside.follow("Nej tack")
    inside.send(contact=str(_contact().pk), reason="quality")
    with scope("0662", board()):
        assert SupportContactEvent.objects.get().reason == "quality"


def test_the_one_who_steps_in_is_shown(inside: Visitor, make_staff: Staff) -> None:
    lisa = make_staff("0662", "social_board", Role.SUPPORT_CONTACT, name="Lisa")
    omar = make_staff("0662", "social_board", Role.CARER_ADVISOR, name="Omar")
    offer(lisa, step=SupportContactStep.SUBSTITUTED, substitute=omar)
    inside.open(inside.url)
    assert "Lisa är borta nu. Omar svarar så länge." in inside.text
    _press(inside, "end")
    assert _contact().step == SupportContactStep.ENDED


def test_the_one_who_steps_in_stays_first_while_another_person_is_looked_for(
    inside: Visitor, make_staff: Staff
) -> None:
    lisa = make_staff("0662", "social_board", Role.SUPPORT_CONTACT, name="Lisa")
    omar = make_staff("0662", "social_board", Role.CARER_ADVISOR, name="Omar")
    offer(lisa, step=SupportContactStep.ACCEPTED, substitute=omar)
    with scope("0662", board()):
        step_support_contact(_contact(), SupportContactStep.SUBSTITUTED, at=timezone.now())
    _press(inside, "change")
    assert "Lisa är borta nu. Omar svarar så länge." in inside.text
    assert "Du har bett att få byta." in inside.text
    assert inside.text.index("08-465 004 01") < inside.text.index("Lisa har nummer")


def test_wanting_another_person_asks_once_before_it_is_done(inside: Visitor, make_staff: Staff) -> None:
    offer(make_staff("0662", "social_board", Role.SUPPORT_CONTACT, name="Lisa"), step=SupportContactStep.ACCEPTED)
    page = inside.open(inside.url).wsgi_request.get_full_path()
    inside.follow("Jag vill byta")
    assert "Vill du byta person?" in inside.text
    assert _contact().step == SupportContactStep.ACCEPTED
    inside.follow("Nej, behåll")
    inside.follow("Jag vill byta")
    inside.url = page
    _press(inside, "change")
    assert _contact().step == SupportContactStep.CHANGE_ASKED


def test_wanting_another_person_where_there_is_none_is_told_in_words(inside: Visitor) -> None:
    inside.open(inside.url.replace("kod/sida/", "kod/sida/byta/"))
    inside.open(inside.response["Location"])
    assert "Ditt svar kom inte med." in inside.text


@pytest.mark.parametrize("contact", ["", "x", "00000000-0000-0000-0000-000000000000"])
def test_an_answer_to_nothing_is_not_found(inside: Visitor, contact: str) -> None:
    inside.url = inside.url.replace("kod/sida/", "kod/sida/stodkontakt/")
    assert inside.send(answer="accept", contact=contact).status_code == 404


def test_an_answer_that_came_too_late_shows_how_it_is_now(inside: Visitor, make_staff: Staff) -> None:
    offer(make_staff("0662", "social_board", Role.SUPPORT_CONTACT), step=SupportContactStep.ENDED)
    _press(inside, "accept", contact=str(_contact().pk))
    assert "Ditt svar kom inte med. Något ändrades innan du svarade. Så här är det nu." in inside.text
    assert _contact().step == SupportContactStep.ENDED


@pytest.mark.parametrize("answer", ["accept", "change", "end"])
def test_an_answer_to_an_offer_that_was_changed_meanwhile_says_so_and_shows_the_new_one(
    inside: Visitor, make_staff: Staff, answer: str
) -> None:
    offer(make_staff("0662", "social_board", Role.SUPPORT_CONTACT, name="Lisa"))
    former = str(_contact().pk)
    with scope("0662", board()):
        SupportContact.objects.update(step=SupportContactStep.ENDED if answer != "end" else SupportContactStep.DECLINED)
    offer(make_staff("0662", "social_board", Role.CARER_ADVISOR, name="Omar"))
    _press(inside, answer, contact=former)
    assert "Ditt svar kom inte med." in inside.text
    assert "Omar kan vara din stödkontakt" in inside.text


def test_a_no_to_an_offer_that_is_gone_says_so(inside: Visitor, make_staff: Staff) -> None:
    offer(make_staff("0662", "social_board", Role.SUPPORT_CONTACT, name="Lisa"))
    inside.open(inside.url)
    inside.follow("Nej tack")
    former = _contact().pk
    with scope("0662", board()):
        SupportContact.objects.update(step=SupportContactStep.CHANGED)
    inside.send(contact=str(former))
    assert "Ditt svar kom inte med." in inside.text


def _contact() -> SupportContact:
    with scope("0662", board()):
        return SupportContact.objects.get()


def _press(visitor: Visitor, answer: str, *, contact: str = "") -> None:
    visitor.url = re.sub(r"&klart=.*", "", visitor.url).replace("kod/sida/", "kod/sida/stodkontakt/")
    visitor.send(answer=answer, contact=contact or str(_contact().pk))
