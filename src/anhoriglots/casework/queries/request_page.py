"""One request with all the visitor chose to tell: how to be in touch, safely, and what has happened."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.utils.timezone import localdate

from anhoriglots.accounts.models import User
from anhoriglots.accounts.queries import Actor
from anhoriglots.kernel.dates import swedish_date
from anhoriglots.kernel.telephone import readable_number

from ..choices import Reply
from ..erasure import OVER
from ..models import ContactRequest, RequestEvent, SupportContact
from ..policies import may_promise_support_contact, workable_requests
from ..workflow import ACTIVE_SUPPORT_STEPS, OPEN_STEPS, WAITING_STEPS, RequestStep
from .event_words import SOMEBODY, request_event, support_contact_words
from .request_words import call_time_words, language_name, line_labels, need_labels, reference_of, what
from .when import day_words, moment

WISHES = {"woman": " Helst en kvinna.", "man": " Helst en man."}
WRITTEN = (Reply.TEXT, Reply.EMAIL)
OWN_WAY = {
    Reply.CODE.value: "Bara med kod. Personen läser svaret själv.",
    Reply.CALLS_IN.value: "Personen ringer själv. Skriv gärna ett svar som läses med koden.",
    Reply.MEETS.value: "Personen vill ses. Föreslå tid och plats i svaret, som läses med koden.",
}
CONTACT_LABELS = {Reply.CALL.value: "Telefon", Reply.TEXT.value: "Sms till", Reply.EMAIL.value: "E-post"}


@dataclass(frozen=True, slots=True)
class Row:
    """A label with its value, for a summary list. ``phone``: the value is a number that can be called."""

    label: str
    value: str
    href: str = ""
    phone: bool = False


@dataclass(frozen=True, slots=True)
class Event:
    """One thing that happened, for a timeline."""

    when: str
    title: str
    text: str = ""
    now: bool = False


@dataclass(frozen=True, slots=True)
class SupportContactLine:
    """A support contact that has been offered to the one behind the request; active until it is over."""

    pk: UUID
    text: str
    is_active: bool


@dataclass(frozen=True, slots=True)
class RequestPage:
    """Everything the page of one request places.

    Attributes:
        safety: what to do and not to do when calling, in clear words.
        neutral_text: a text message or an e-mail that reveals nothing, ready to copy; otherwise empty.
        phone_is_example: the number in that text is invented.
        call_words: said when calling, they tell the person that it is really us; they open nothing.
        from_child: it came through the child entrance.
        silence: since when nobody may call or write, in words; empty when they may.
        visitor_says_words: the visitor says the call words, and not we.
        state: who has it, in words.
        promise: when we answer at the latest; empty when it is erased.
        can_take, is_mine, can_release, can_reopen, can_promise: which buttons are there.
        is_open: a support contact may still come of it.
        reference: what the read log calls it.
    """

    pk: UUID
    reference: str
    what: str
    state: str
    promise: str
    is_urgent: bool
    from_child: bool
    silence: str
    visitor_says_words: bool
    contact: list[Row]
    safety: list[str]
    neutral_text: str
    phone_is_example: bool
    call_words: str
    about: list[Row]
    messages: list[Event]
    events: list[Event]
    support_contacts: list[SupportContactLine]
    reply: str
    needs: tuple[str, ...]
    can_take: bool
    is_mine: bool
    can_release: bool
    is_open: bool
    wants_support_contact: bool
    can_promise: bool
    can_reopen: bool


def request_page(actor: Actor, request_id: UUID, *, at: datetime, guide: Mapping[str, Any]) -> RequestPage:
    """The request as this person may see it; the caller writes the read log.

    Raises:
        ContactRequest.DoesNotExist: none that this person may open; another board's look just so.
    """
    request = workable_requests(actor).select_related("taken_by", "district", "unit").get(pk=request_id)
    is_mine = request.taken_by_id == actor.user_id and request.step in OPEN_STEPS
    events = list(RequestEvent.objects.filter(request_id=request.pk).order_by("at", "pk"))
    return RequestPage(
        pk=request.pk,
        reference=reference_of(request.pk),
        what=what(
            _way(request),
            request.needs,
            wants_support_contact=request.wants_support_contact,
            labels=need_labels(guide),
        ),
        state=_state(request, events, actor, at),
        promise=moment(request.promised_at, now=at) if request.step not in OVER else "",
        is_urgent=request.is_urgent,
        from_child=request.from_child,
        silence=moment(request.silent_since, now=at) if request.silent_since else "",
        visitor_says_words=request.reply != Reply.CALL,
        contact=_contact(request),
        safety=_safety(request),
        neutral_text=_neutral_text(request),
        phone_is_example=request.unit.phone_is_example,
        call_words="" if request.silent_since else request.call_words,
        about=_about(request, guide),
        messages=_messages(request, at),
        events=_events(events, at),
        support_contacts=_support_contacts(request, at),
        reply=_way(request),
        needs=tuple(request.needs),
        can_take=request.step in WAITING_STEPS,
        is_mine=is_mine and request.step not in WAITING_STEPS,
        can_release=request.step in (RequestStep.TAKEN, RequestStep.TRIED, RequestStep.ANSWERED),
        is_open=request.step in OPEN_STEPS,
        wants_support_contact=request.wants_support_contact,
        can_promise=is_mine and bool(may_promise_support_contact(request)),
        can_reopen=request.step == RequestStep.CLOSED,
    )


def _way(request: ContactRequest) -> str:
    """How to be in touch: with the code alone while it is not safe to call or write."""
    return Reply.CODE if request.silent_since else request.reply


def _state(request: ContactRequest, events: list[RequestEvent], actor: Actor, at: datetime) -> str:
    if request.step in WAITING_STEPS:
        return "Väntar på att någon tar den"
    if request.step not in OPEN_STEPS:
        when = day_words(localdate(request.step_at), today=localdate(at))
        return f"{RequestStep(request.step).label} {when}"
    who = "Du" if request.taken_by_id == actor.user_id else request.taken_by.first_name if request.taken_by else "Någon"
    taken_at = next((row.at for row in reversed(events) if row.step == RequestStep.TAKEN), request.step_at)
    return f"{who} har den sedan {moment(taken_at, now=at)}"


def _contact(request: ContactRequest) -> list[Row]:
    if request.step in OVER:
        return [Row("Uppgifter", "Borttagna")]
    rows = [Row("Kalla personen", request.call_me)] if request.call_me else []
    rows += _ways(request)
    if request.talk_when:
        rows.append(Row("Kan prata", request.talk_when))
    if request.interpreter_language:
        rows.append(Row("Tolk", language_name(request.interpreter_language)))
    elif request.language != "sv":
        rows.append(Row("Skrev på", language_name(request.language)))
    return rows


def _ways(request: ContactRequest) -> list[Row]:
    """How the person is reached. The number is not shown while it is not safe to use it."""
    way = _way(request)
    if way in OWN_WAY:
        return [Row("Svar", OWN_WAY[way])]
    if way == Reply.EMAIL:
        return [Row(CONTACT_LABELS[way], request.contact)]
    number = Row(CONTACT_LABELS[way], readable_number(request.contact), phone=way == Reply.CALL)
    return (
        [number]
        if way != Reply.CALL or request.from_child
        else [number, Row("När", call_time_words(request.call_time))]
    )


def _safety(request: ContactRequest) -> list[str]:
    if request.silent_since:
        return ["Ring inte och skriv inte. Svara här nedanför. Personen läser svaret med sin kod."]
    if request.reply in WRITTEN:
        return ["Vi har lovat att inget syns om vad det gäller. Skriv bara texten här."]
    if request.reply != Reply.CALL:
        return []
    if request.may_say_who_calls:
        return ["Du får säga varifrån du ringer, också om någon annan svarar."]
    return [
        "Säg inte varifrån du ringer om någon annan svarar.",
        "Lämna inget meddelande.",
    ]


def _neutral_text(request: ContactRequest) -> str:
    if request.reply not in WRITTEN or request.silent_since:
        return ""
    return f"Hej! Du bad oss höra av oss. Ring {request.unit.phone} när det passar."


def _about(request: ContactRequest, guide: Mapping[str, Any]) -> list[Row]:
    lines = line_labels(guide)
    needs = need_labels(guide)
    rows = []
    if request.for_another:
        knows = {True: "Ja", False: "Nej. Svara bara den som frågar.", None: "Har inte sagt"}
        rows.append(Row("Frågar för någon annan", f"Personen vet om det: {knows[request.other_person_knows]}"))
    if request.target_group_lines:
        rows.append(Row("Hjälper", ", ".join(lines.get(key, key) for key in request.target_group_lines)))
    if request.needs:
        rows.append(Row("Vill ha hjälp med", ", ".join(needs.get(key, key) for key in request.needs)))
    if request.wants_support_contact:
        wish = WISHES.get(request.support_contact_wish, "")
        rows.append(Row("Stödkontakt", f"Vill ha en egen stödkontakt.{wish}"))
    if request.support_contact_promised_on:
        rows.append(Row("Stödkontakt lovad", f"Senast {swedish_date(request.support_contact_promised_on)}"))
    if request.district:
        rows.append(Row("Bor i", request.district.name))
    if request.remark:
        rows.append(Row("Bra att veta", request.remark))
    return rows


def _messages(request: ContactRequest, at: datetime) -> list[Event]:
    rows = request.messages.select_related("author").order_by("at", "pk")
    return [
        Event(moment(row.at, now=at), _author(row.author) if row.from_staff else "Personen", row.text) for row in rows
    ]


def _author(author: User | None) -> str:
    return author.first_name if author else "Vi"


def _events(rows: list[RequestEvent], at: datetime) -> list[Event]:
    actors = User.objects.filter(pk__in={row.actor_id for row in rows if row.actor_id})
    names = {user.pk: user.first_name for user in actors}
    return [_event(row, names, at, now=row is rows[-1]) for row in rows]


def _event(row: RequestEvent, names: Mapping[UUID, str], at: datetime, *, now: bool) -> Event:
    who = names.get(row.actor_id, SOMEBODY) if row.actor_id else ""
    return Event(moment(row.at, now=at), request_event(row.step, who=who), now=now)


def _support_contacts(request: ContactRequest, at: datetime) -> list[SupportContactLine]:
    rows = SupportContact.objects.filter(request=request).select_related("worker").order_by("offered_at")
    return [
        SupportContactLine(row.pk, support_contact_words(row, at), row.step in ACTIVE_SUPPORT_STEPS) for row in rows
    ]
