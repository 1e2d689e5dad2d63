"""The people and the objects of the permission matrix: one board with something of everything, and the outsiders."""

from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from typing import Any
from uuid import UUID, uuid4

from django.test import Client
from django.utils import timezone

from anhoriglots.accessibility.actions.handle_report import Ruled, rule_on_report, take_report
from anhoriglots.accessibility.actions.receive_report import Told, receive_report
from anhoriglots.accessibility.choices import CameIn, Ruling
from anhoriglots.accessibility.models import KnownFault
from anhoriglots.accounts.models import Assignment, User
from anhoriglots.accounts.queries import Actor, actor_for
from anhoriglots.accounts.roles import Role
from anhoriglots.booking.actions.book import Wanted, book
from anhoriglots.booking.actions.plan_group import Described, plan_group
from anhoriglots.booking.actions.publish_group import publish_group
from anhoriglots.booking.choices import Reach, Seating, Way
from anhoriglots.booking.models import Group, Meeting
from anhoriglots.booking.schedule import Plan
from anhoriglots.casework.actions.open_case import FirstMove, open_file
from anhoriglots.casework.actions.receive_request import Asked, receive_request
from anhoriglots.casework.actions.support_contact import offer_support_contact, register_answer
from anhoriglots.casework.actions.take_request import take_request
from anhoriglots.casework.choices import Reply
from anhoriglots.casework.models import Case
from anhoriglots.casework.workflow import SupportContactStep
from anhoriglots.catalogue.actions.publish_offer import publish_offer
from anhoriglots.catalogue.actions.register_delegation import register_delegation
from anhoriglots.catalogue.actions.registering import Paper
from anhoriglots.catalogue.actions.save_draft import save_draft
from anhoriglots.catalogue.models import Offer
from anhoriglots.catalogue.queries.register import DELEGATION
from anhoriglots.catalogue.queries.staff_offer import content_to_edit
from anhoriglots.database.scope import scope
from anhoriglots.integration.actions.read_file import Chosen, read_file
from anhoriglots.integration.hsds.services import PLACE
from anhoriglots.integration.hsds.taxonomies import groups_taxonomy
from anhoriglots.integration.hsds.words import twin
from anhoriglots.organisations.models import Board, Unit
from anhoriglots.organisations.queries import MunicipalityPage, answering_unit, municipality_by_code, target_groups_of
from anhoriglots.peerroom.actions.join_room import join_room
from anhoriglots.peerroom.actions.set_up_room import Kept, set_up_room
from anhoriglots.peerroom.actions.write_post import write_post
from anhoriglots.peerroom.choices import Moderation
from anhoriglots.people.actions import CarerDetails
from anhoriglots.relief.actions.ask_relief import Wish, book_with_relief
from anhoriglots.relief.models import ReliefRequest

from .matrix import OUTSIDERS, VISITOR

HERE, ELSEWHERE = "0480", "0180"
FILE = b'{"id": "00000000-0000-4000-8000-000000000001", "name": "Exempel", "status": "active"}'


@dataclass(frozen=True, slots=True)
class World:
    """Everybody's browser, who they are, the first part of their addresses, and the keys of the objects."""

    browsers: dict[str, Client]
    actors: dict[str, Actor]
    slugs: dict[str, str]
    keys: dict[str, UUID | str]


def make_world() -> World:
    """Make all of it, in the transaction that is open."""
    here, elsewhere = _municipality(HERE), _municipality(ELSEWHERE)
    unit = answering_unit(HERE, None)
    other_unit = Unit.objects.filter(municipality=HERE).exclude(board=unit.board).order_by("position")[0]
    staff = {role.value: _colleague(role.value, unit, {role}) for role in Role}
    # The outsiders have every role, so that it is not the role that keeps them out.
    other_board = _colleague("other-board", other_unit, set(Role))
    abroad = _colleague("abroad", answering_unit(ELSEWHERE, None), set(Role))
    keys = _objects(here, staff)
    actors = staff | dict(zip(OUTSIDERS, (other_board, abroad, abroad), strict=True))
    browsers = {name: _signed_in(actor) for name, actor in actors.items()}
    slugs = dict.fromkeys([VISITOR, *browsers], here.slug) | {"other_municipality": elsewhere.slug}
    return World({VISITOR: Client(), **browsers}, actors, slugs, keys)


def _municipality(code: str) -> MunicipalityPage:
    page = municipality_by_code(code)
    assert page is not None
    return page


def _colleague(username: str, unit: Unit, roles: set[Role]) -> Actor:
    municipality = unit.municipality_id
    board: Board = unit.board
    with scope(municipality, board.pk):
        user = User(municipality=municipality, username=username, first_name="Testa", last_name="Exempel")
        user.phone, user.phone_hours = "08-465 004 01", "vardagar 9–15"
        user.set_password("ett langt losenord 1")
        user.save()
        for role in roles:
            Assignment.objects.create(
                municipality=municipality, user=user, board=board, unit=unit, role=role, starts_on=date(2020, 1, 1)
            )
        actor = actor_for(user, on=timezone.localdate())
    assert actor is not None
    return actor


def _objects(here: MunicipalityPage, staff: dict[str, Actor]) -> dict[str, UUID | str]:
    advisor = staff[Role.CARER_ADVISOR]
    at = timezone.now() - timedelta(minutes=5)
    worker = staff[Role.SUPPORT_CONTACT].user_id
    with scope(here.code):
        waiting, taken = (_request(here, at) for _ in range(2))
    with scope(here.code, advisor.board_id, advisor.user_id):
        take_request(actor=advisor, request_id=taken, at=at)
        without, with_contact = (_case(advisor, at) for _ in range(2))
        offered = offer_support_contact(actor=advisor, worker_id=worker, at=at, case=with_contact)
        register_answer(actor=advisor, contact_id=offered.pk, answer=SupportContactStep.ACCEPTED, at=at)
        assignment = Assignment.objects.get(user_id=advisor.user_id)
        today = timezone.localdate()
        delegation = register_delegation(
            actor=staff[Role.UNIT_MANAGER],
            paper=Paper("EXEMPEL 2026:2", today, today),
            matter="Avsluta ärende",
            matter_kind="ordinary",
            role=Role.COORDINATOR,
            at=at,
        )
        file = read_file(actor=advisor, chosen=Chosen(FILE, "fil.json", "Föreningen", advisor.unit_ids[0]), at=at)
        offer = _rewritten(advisor, at)
        groups = _groups(advisor, staff[Role.CARER_REPRESENTATIVE], here, at)
        groups |= _faults(here, staff[Role.UNIT_MANAGER], at)
    return {
        **groups,
        **_open_keys(),
        "request_id": taken,
        "waiting_id": waiting,
        "carer_id": without.carer_id,
        "contact_id": offered.pk,
        "user_id": advisor.user_id,
        "worker_id": worker,
        "unit_id": advisor.unit_ids[0],
        "assignment_id": assignment.pk,
        "file_id": file,
        "kind": DELEGATION,
        "decision_id": delegation.pk,
        "offer_id": offer,
        "theme_hash": here.settings["theme_hash"],
        "sample": "button",
        "slug": "vem",
        "letter": "a",
        "level": "7-12",
        "question": "offer-duty",
    }


def _rewritten(advisor: Actor, at: datetime) -> UUID:
    """An offer of the profile that has been published anew, so that there are versions of it."""
    offer = Offer.objects.filter(municipality=HERE, owner=advisor.unit_ids[0]).order_by("position")[0]
    content = content_to_edit(advisor, offer.pk)
    assert content is not None
    changed = replace(content, evidence="Prövat (exempel).")
    saved = save_draft(actor=advisor, offer_id=offer.pk, content=changed, seen=content.mark, at=at)
    publish_offer(actor=advisor, offer_id=offer.pk, seen=saved.mark, at=at)
    # A new day: the owner may say again that it has been looked at.
    Offer.objects.filter(pk=offer.pk).update(reviewed_on=offer.reviewed_on)
    return offer.pk


def _faults(here: MunicipalityPage, manager: Actor, at: datetime) -> dict[str, UUID | str]:
    """A report that the manager has answered, and what the statement tells of it."""
    told = Told(came_in=CameIn.FAULT, what="Knappen går inte att trycka på.")
    sent = receive_report(at=at, municipality=here, submission=str(uuid4()), told=told, language="sv")
    take_report(actor=manager, report_id=sent.report_id, at=at)
    ruled = Ruled(
        Ruling.WILL_MEND, "Vi lagar det.", mend_by=timezone.localdate(at) + timedelta(days=9), told="En knapp."
    )
    rule_on_report(actor=manager, report_id=sent.report_id, ruled=ruled, keep_days=90, at=at)
    return {"report_id": sent.report_id, "fault_id": KnownFault.objects.get(report_id=sent.report_id).pk}


def _open_keys() -> dict[str, UUID | str]:
    """The ids of what the open interfaces tell of the municipality's own."""
    offer = Offer.objects.filter(municipality=HERE).order_by("position")[0]
    return {
        "language": "so",
        "service_id": offer.pk,
        "place_id": twin(offer.pk, PLACE),
        "organization_id": offer.board_id,
        "taxonomy_id": groups_taxonomy(HERE),
        "term_id": target_groups_of(HERE)[0].pk,
    }


def _request(here: MunicipalityPage, at: datetime) -> UUID:
    asked = Asked(reply=Reply.CODE, wants_support_contact=True)
    sent = receive_request(at=at, municipality=here, submission=str(uuid4()), asked=asked, language="sv")
    return sent.request_id


def _case(advisor: Actor, at: datetime) -> Case:
    details = CarerDetails(name="Exempel Exempelsson")
    return open_file(actor=advisor, details=details, first_move=FirstMove.CARER, at=at)


def _signed_in(actor: Actor) -> Client:
    client = Client()
    with scope(actor.municipality, actor.board_id, actor.user_id):
        user = User.objects.get(pk=actor.user_id)
        client.force_login(user, backend="anhoriglots.accounts.backend.MunicipalityBackend")
    return client


def _groups(planner: Actor, leader: Actor, here: MunicipalityPage, at: datetime) -> dict[str, UUID | str]:
    """A course to come with somebody who has booked, and one that ends today."""
    coming, ending = (_group(planner, leader, at, days) for days in (7, 0))
    wanted = Wanted(reach=Reach.PHONE, contact="070-174 06 51", call_me="Exempel-Inga")
    booked = book(at=at, municipality=here, group_id=coming.pk, meeting_id=None, submission=str(uuid4()), wanted=wanted)
    first = Meeting.objects.filter(group=coming).order_by("starts_at")[0]
    return {
        "relief_id": _relief(planner, leader, here, at),
        "group_id": coming.pk,
        "meeting_id": first.pk,
        **_room(planner, coming, booked.booking_id, at),
        "begun_meeting_id": Meeting.objects.get(group=ending).pk,
        "booking_id": booked.booking_id,
        "card": ending.card,
    }


def _room(planner: Actor, group: Group, booking_id: UUID, at: datetime) -> dict[str, UUID | str]:
    """The group's room, with a post that waits for somebody to read it."""
    kept = Kept(moderation=Moderation.BEFORE, rules="Vi säger inte namn på andra. (exempel)")
    set_up_room(actor=planner, group_id=group.pk, kept=kept, at=at)
    member: dict[str, Any] = {"at": at, "board_id": planner.board_id, "booking_id": booking_id}
    join_room(**member, name="Ekorre")
    post = write_post(**member, post_id=uuid4(), text="Hej alla.")
    return {"post_id": post.pk, "shown_id": post.pk}


def _relief(planner: Actor, leader: Actor, here: MunicipalityPage, at: datetime) -> UUID:
    """A wish for relief with a seat in a course so far ahead that there is time to answer."""
    course = _group(planner, leader, at, 30)
    booked = book_with_relief(
        at=at,
        municipality=here,
        group_id=course.pk,
        meeting_id=None,
        submission=str(uuid4()),
        wanted=Wanted(reach=Reach.PHONE, contact="070-174 06 52", call_me="Exempel-Bo"),
        wish=Wish(hours=3),
    )
    return ReliefRequest.objects.get(booking=booked.booking_id).pk


def _group(planner: Actor, leader: Actor, at: datetime, days: int) -> Group:
    """Planned some days ago, so that the first time may lie in the past."""
    before = at - timedelta(days=3)
    first = timezone.localdate(at) + timedelta(days=days)
    group = plan_group(
        actor=planner,
        unit_id=planner.unit_ids[0],
        group_id=uuid4(),
        described=Described(
            support_form="DS06",
            texts={"title": {"sv": "Gruppen (exempel)"}, "place": {"sv": "Exempelgatan 1"}},
            seating=Seating.COURSE,
            way=Way.PLACE,
            capacity=8,
            leader_id=leader.user_id,
        ),
        plan=Plan(first=first, starts=time(0), ends=time(0, 1), skip_holidays=False),
        at=before,
    )
    publish_group(actor=planner, group_id=group.pk, at=before)
    return group
