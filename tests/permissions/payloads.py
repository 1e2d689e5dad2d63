"""What is posted at an address: good answers, so that only the permission decides. Elsewhere none."""

from datetime import date, timedelta
from uuid import UUID

from django.utils import timezone

from anhoriglots.accounts.queries import Actor
from anhoriglots.casework.actions.note_contact import Receipt
from anhoriglots.casework.choices import DocumentationMode
from anhoriglots.catalogue.models import Offer
from anhoriglots.catalogue.queries.decisions import form_modes
from anhoriglots.catalogue.queries.staff_offer import content_to_edit
from anhoriglots.database.models import uuid7
from anhoriglots.database.scope import scope
from anhoriglots.kernel.decision import Refused
from anhoriglots.organisations.models import Unit
from anhoriglots.organisations.opening_hours import promise
from anhoriglots.workspace.note_page import new_submission, value_of
from anhoriglots.workspace.receipts import seal

from .world import World

Payload = dict[str, str]
# A form that was sent is never quite empty.
EMPTY: Payload = {"csrfmiddlewaretoken": "-"}


def payload(address: str, world: World, actor: Actor | None) -> Payload:
    """The fields that the actor posts at the address; None is the visitor, who never gets so far."""
    fields = _fields(world).get(address, {})
    if actor and address in ("note-contact", "note-who", "note-text"):
        fields = _contact(actor, DocumentationMode.DEIDENTIFIED) if address == "note-contact" else _named(actor, world)
    if actor and address in ("new-group", "change-group"):
        fields = _planned(actor)
    if actor and address in ("change-offer", "publish-offer", "discard-offer-draft"):
        fields = _written(actor, world)
    if actor and address == "undo-contact":
        receipt = Receipt(uuid7(), DocumentationMode.COUNSELLING, actor.user_id, timezone.now())
        fields = {"receipt": seal(receipt)}
    return EMPTY | fields


def _fields(world: World) -> dict[str, Payload]:
    today = timezone.localdate()
    worker = {"worker": str(world.keys["worker_id"])}
    carer = str(world.keys["carer_id"])
    return {
        "ask-law": {"dag": today.isoformat()},
        "answer-request": {"text": "Hej, välkommen."},
        "offer-for-request": {**worker, "carer": carer},
        "offer-for-carer": worker,
        "mark-urgent": {"do": "mark"},
        "promise-support-contact": {"by": _working_day(world).isoformat()},
        "file-for-request": {"words": "Exempel"},
        "new-file-for-request": {"name": "Ny Exempelsson", "first_move": "carer"},
        "search-carers": {"words": "Exempel"},
        "answer-support-contact": {"answer": "change_asked"},
        "other-support-contact": {"worker": str(world.keys["user_id"])},
        "step-support-contact": {"do": "end"},
        "register-decision": {**_delegation(today), **_opening(), "do": "save"},
        "end-decision": {"last_day": today.isoformat(), "do": "save"},
        "import-decisions": {"rows": _rows(today), "do": "save"},
        "restore-offer": {"number": "1"},
        "withdraw-offer": {"reason": "Slut (exempel).", "anyway": "on"},
        "step-group": {"do": "withdraw"},
        "book-for": {"reach": "code", "seats": "1", "call_me": "Exempel-Per", "or_queue": "on"},
        "move-meeting": {"day": (today + timedelta(days=8)).isoformat(), **_evening()},
        "add-meeting": {"day": (today + timedelta(days=9)).isoformat(), **_evening()},
        "attendance": {"dropped_in": "3"},
        "set-up-room": {"moderation": "after", "hide_at": "2", "rules": "Vi är vänliga."},
        "step-room": {"do": "close"},
        "moderate-post": {"do": "show"},
        "who-wrote": {"life_in_danger": "on"},
        "step-booking": {"do": "cancel"},
        "relief-request": {"do": "decline", "nej-no": "nobody"},
        "relief-hours": {"timmar-day": today.isoformat(), "timmar-hours": "2", "timmar-kind": "used"},
        "relief-step": {"do": "told"},
        "pulse-card": {"key": "5f0c3a4e-6a0b-4c53-9d0a-3c7c3a9f1b21", "worth_it": "yes"},
        "accessibility-fault": {"came_in": "fault", "what": "Bilden syns inte.", "reply": "code"},
        "fault": {"ruling": "mended", "answer": "Nu är det lagat."},
        "add-account": {"username": "ny.person", "first_name": "Ny", "last_name": "Person"},
        "assign-role": {
            "unit": str(world.keys["unit_id"]),
            "role": "coordinator",
            "starts_on": (today + timedelta(days=1)).isoformat(),
        },
        "end-role": {"last_day": today.isoformat()},
    }


def _planned(actor: Actor) -> Payload:
    """A group that the actor leads alone, with a form of support that the own board gives."""
    with scope(actor.municipality, actor.board_id):
        modes = form_modes(actor.board_id, on=timezone.localdate())
    return {
        "title": "Ny grupp (exempel)",
        "way": "place",
        "place": "Exempelgatan 1",
        "first_day": (timezone.localdate() + timedelta(days=30)).isoformat(),
        "times": "1",
        "rhythm": "weekly",
        "starts": "18.00",
        "ends": "20.00",
        "capacity": "8",
        "seating": "course",
        "leader": str(actor.user_id),
        "languages": "sv",
        "fee": "0",
        "support_form": modes[0].code if modes else "",
        "do": "publish",
    }


def _written(actor: Actor, world: World) -> Payload:
    """An offer as the form of the own board holds it, with another title."""
    with scope(actor.municipality, actor.board_id):
        try:
            content = content_to_edit(actor, UUID(str(world.keys["offer_id"])))
        except (Offer.DoesNotExist, Refused):
            return {}
    assert content is not None
    data = {name: value for name, value in content.as_data().items() if value and value is not True}
    one = {name: value[0] if isinstance(value, list) else str(value) for name, value in data.items()}
    return {**one, "title": "Ny rubrik (exempel)", "seen": content.mark, "do": "save"}


def _delegation(today: date) -> Payload:
    return {"number": "EXEMPEL 2026:1", "decided_on": today.isoformat(), "valid_from": today.isoformat()}


def _evening() -> Payload:
    """Also on a holiday, or when somebody is elsewhere."""
    return {"starts": "18.00", "ends": "20.00", "anyway": "1"}


def _opening() -> Payload:
    return {"matter": "Öppna en akt", "matter_kind": "ordinary", "role": "coordinator"}


def _rows(today: date) -> str:
    head = "slag;får besluta;slags ärende;roll;nummer;beslutat;första dag"
    return "\n".join([head, ";".join(["delegation", *_opening().values(), *_delegation(today).values()])])


def _working_day(world: World) -> date:
    """A day next week on which the unit is open."""
    hours = Unit.objects.get(pk=world.keys["unit_id"]).hours
    return timezone.localdate(promise(hours, working_days=5, received_at=timezone.now()))


def _contact(actor: Actor, mode: DocumentationMode) -> Payload:
    """The taps of one contact, by a support form that the actor's own board notes in the mode."""
    with scope(actor.municipality, actor.board_id):
        modes = form_modes(actor.board_id, on=timezone.localdate())
    form = next(each for each in modes if each.mode == mode)
    return {
        "support_form": value_of(form),
        "channel": "phone",
        "target_group": "unknown",
        "topics": "talk",
        "duration": "0-15",
        "next_step": "done",
        "submission": new_submission(actor_id=actor.user_id, board_id=actor.board_id, at=timezone.now()),
    }


def _named(actor: Actor, world: World) -> Payload:
    taps = _contact(actor, DocumentationMode.IDENTIFIED)
    return {**taps, "words": "Exempel", "carer": str(world.keys["carer_id"]), "do": "save", "text": "Vi pratade."}
