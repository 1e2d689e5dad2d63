"""Accounts of colleagues: made by the administrator, with dated assignments, and nothing about carers."""

import re
from collections.abc import Callable
from datetime import date, datetime
from typing import Any
from uuid import UUID

import pytest
from django.test import Client

from anhoriglots.accounts import actions
from anhoriglots.accounts.models import Assignment, User
from anhoriglots.accounts.policies import manageable_users, may_manage_user, may_see_user, visible_users
from anhoriglots.accounts.queries import Actor, actor_for
from anhoriglots.accounts.roles import Role
from anhoriglots.audit.models import ActionLog
from anhoriglots.database.scope import scope
from anhoriglots.kernel.decision import Refused
from anhoriglots.organisations.models import Unit

Staff = Callable[..., Actor]
NEW = actions.NewUser(username="Eva.Lind", first_name="Eva", last_name="Lind")


@pytest.fixture
def admin(make_staff: Staff) -> Actor:
    return make_staff("0480", "care_board", Role.SYSTEM_ADMINISTRATOR, name="Sara")


@pytest.fixture
def advisor(make_staff: Staff) -> Actor:
    return make_staff("0480", "care_board", Role.CARER_ADVISOR, name="Alva")


def working(actor: Actor) -> Any:
    return scope(actor.municipality, actor.board_id, actor.user_id)


def test_a_new_account_has_a_password_that_is_stored_nowhere(admin: Actor, at: datetime) -> None:
    with working(admin):
        user, password = actions.create_user(actor=admin, new=NEW, at=at)
        assert re.fullmatch(r"([a-z2-9]{4}-){3}[a-z2-9]{4}", password)
        assert user.check_password(password)
        assert (user.username, user.password_given_at) == ("eva.lind", at)
        assert password not in str(ActionLog.objects.get(action="accounts.create_user").details)


def test_a_taken_name_is_refused_whatever_its_capitals(admin: Actor, at: datetime) -> None:
    with working(admin):
        actions.create_user(actor=admin, new=NEW, at=at)
        with pytest.raises(Refused, match="username-taken"):
            actions.create_user(actor=admin, new=NEW._replace(username=" EVA.LIND "), at=at)


def test_an_assignment_holds_from_its_first_day_to_the_day_before_its_end(admin: Actor, at: datetime) -> None:
    unit = Unit.objects.filter(municipality="0480", board__key="care_board")[0]
    with working(admin):
        user, _ = actions.create_user(actor=admin, new=NEW, at=at)
        actions.assign(
            actor=admin,
            user_id=user.pk,
            unit_id=unit.pk,
            role=Role.CARER_ADVISOR,
            starts_on=date(2026, 12, 1),
            ends_on=date(2027, 1, 1),
            at=at,
        )
        works = [
            actor_for(user, on=day) is not None
            for day in (date(2026, 11, 30), date(2026, 12, 1), date(2026, 12, 31), date(2027, 1, 1))
        ]
    assert works == [False, True, True, False]


def test_an_assignment_ends_after_it_begins(admin: Actor, advisor: Actor, at: datetime) -> None:
    with working(admin):
        row = Assignment.objects.get(user_id=advisor.user_id)
        with pytest.raises(Refused, match="ends-before-start"):
            actions.end_assignment(actor=admin, assignment_id=row.pk, ends_on=row.starts_on, at=at)
        actions.end_assignment(actor=admin, assignment_id=row.pk, ends_on=date(2026, 11, 25), at=at)
        assert Assignment.objects.get(pk=row.pk).ends_on == date(2026, 11, 25)


def given(actor: Actor, user_id: UUID, unit: Unit, at: datetime) -> Assignment:
    return actions.assign(
        actor=actor,
        user_id=user_id,
        unit_id=unit.pk,
        role=Role.COORDINATOR,
        starts_on=date(2026, 12, 1),
        ends_on=None,
        at=at,
    )


@pytest.mark.parametrize(("municipality", "board"), [("0180", "bromma_board"), ("0480", "social_board")])
def test_a_unit_of_another_board_is_refused(
    admin: Actor, advisor: Actor, at: datetime, municipality: str, board: str
) -> None:
    unit = Unit.objects.filter(municipality=municipality, board__key=board)[0]
    with working(admin), pytest.raises(Refused, match="other-board"):
        given(admin, advisor.user_id, unit, at)


def test_a_colleague_of_another_board_is_neither_seen_nor_changed(
    admin: Actor, make_staff: Staff, client_of: Callable[[Actor], Client], at: datetime
) -> None:
    neighbour = make_staff("0480", "social_board", Role.CARER_ADVISOR, name="Grannfrid")
    unit = Unit.objects.filter(municipality="0480", board__key="care_board")[0]
    with working(admin):
        with pytest.raises(Refused, match="other-board"):
            actions.give_new_password(actor=admin, user_id=neighbour.user_id, at=at)
        with pytest.raises(Refused, match="other-board"):
            actions.deactivate(actor=admin, user_id=neighbour.user_id, at=at)
        with pytest.raises(Refused, match="other-board"):
            given(admin, neighbour.user_id, unit, at)
        row = Assignment.objects.get(user_id=neighbour.user_id)
        with pytest.raises(Refused, match="other-board"):
            actions.end_assignment(actor=admin, assignment_id=row.pk, ends_on=date(2026, 12, 1), at=at)
    client = client_of(admin)
    assert "Grannfrid" not in client.get("/nykoping/personal/konton").content.decode()
    assert client.get(f"/nykoping/personal/konton/{neighbour.user_id}").status_code == 404


def test_an_account_is_its_makers_until_it_has_an_assignment(
    admin: Actor, make_staff: Staff, client_of: Callable[[Actor], Client], at: datetime
) -> None:
    other_admin = make_staff("0480", "social_board", Role.SYSTEM_ADMINISTRATOR)
    with working(admin):
        user, _ = actions.create_user(actor=admin, new=NEW, at=at)
    with working(other_admin), pytest.raises(Refused, match="other-board"):
        actions.give_new_password(actor=other_admin, user_id=user.pk, at=at)
    page = f"/nykoping/personal/konton/{user.pk}"
    assert (client_of(admin).get(page).status_code, client_of(other_admin).get(page).status_code) == (200, 404)


def test_whoever_works_for_two_boards_is_seen_by_both_and_changed_by_neither(
    admin: Actor, advisor: Actor, make_staff: Staff, client_of: Callable[[Actor], Client], at: datetime
) -> None:
    other_admin = make_staff("0480", "social_board", Role.SYSTEM_ADMINISTRATOR)
    unit = Unit.objects.filter(municipality="0480", board__key="social_board")[0]
    with working(admin):
        Assignment.objects.create(
            municipality="0480",
            user_id=advisor.user_id,
            board_id=unit.board_id,
            unit=unit,
            role=Role.COORDINATOR,
            starts_on=date(2026, 1, 1),
        )
    page = f"/nykoping/personal/konton/{advisor.user_id}"
    for person in (admin, other_admin):
        with working(person), pytest.raises(Refused, match="shared-account"):
            actions.give_new_password(actor=person, user_id=advisor.user_id, at=at)
        client = client_of(person)
        shown = client.get(page).content.decode()
        assert "har uppdrag hos en annan nämnd också" in shown
        assert "engångslösenord" not in shown
        assert shown.count("Avsluta <span") == 1
        for act in ("losenord", "aktivt", "uppdrag"):
            assert client.post(f"{page}/{act}").status_code == 403
    with working(other_admin):
        row = Assignment.objects.get(user_id=advisor.user_id, board_id=unit.board_id)
        actions.end_assignment(actor=other_admin, assignment_id=row.pk, ends_on=date(2026, 11, 24), at=at)
    with working(admin):
        actions.give_new_password(actor=admin, user_id=advisor.user_id, at=at)


def test_the_audit_row_lies_at_the_board_that_is_concerned(admin: Actor, advisor: Actor, at: datetime) -> None:
    unit = Unit.objects.filter(municipality="0480", board__key="care_board")[0]
    with working(admin):
        given(admin, advisor.user_id, unit, at)
        assert ActionLog.objects.get(action="accounts.assign").board_id == unit.board_id


def test_nobody_gives_rights_to_themselves(admin: Actor, at: datetime) -> None:
    with working(admin):
        own = Assignment.objects.get(user_id=admin.user_id)
        with pytest.raises(Refused, match="own-account"):
            actions.end_assignment(actor=admin, assignment_id=own.pk, ends_on=date(2027, 1, 1), at=at)
        for act in (actions.deactivate, actions.give_new_password):
            with pytest.raises(Refused, match="own-account"):
                act(actor=admin, user_id=admin.user_id, at=at)
        with pytest.raises(Refused, match="own-account"):
            actions.assign(
                actor=admin,
                user_id=admin.user_id,
                unit_id=admin.unit_ids[0],
                role=Role.CARER_ADVISOR,
                starts_on=date(2026, 12, 1),
                ends_on=None,
                at=at,
            )


def test_only_the_administrator_manages_accounts(advisor: Actor, admin: Actor, at: datetime) -> None:
    with working(advisor):
        with pytest.raises(Refused, match="role-manages-no-accounts"):
            actions.create_user(actor=advisor, new=NEW, at=at)
        with pytest.raises(Refused, match="role-manages-no-accounts"):
            actions.deactivate(actor=advisor, user_id=admin.user_id, at=at)


@pytest.mark.parametrize("role", list(Role))
def test_the_policy_answers_the_same_for_one_and_for_many(make_staff: Staff, role: Role) -> None:
    actor = make_staff("0480", "care_board", role)
    make_staff("0480", "care_board", Role.SUPPORT_CONTACT)
    make_staff("0480", "social_board", Role.COORDINATOR)
    make_staff("0180", "bromma_board", Role.COORDINATOR)
    on = date(2026, 11, 24)
    with working(actor):
        _in_every_way(actor, on)
        users = list(User.objects.all())
        seen = {user.pk for user in users if may_see_user(actor, user, on=on)}
        managed = {user.pk for user in users if may_manage_user(actor, user, on=on)}
        assert seen == set(visible_users(actor, on=on).values_list("pk", flat=True))
        assert managed == set(manageable_users(actor, on=on).values_list("pk", flat=True))
    assert (len(seen), len(managed)) == ((6, 4) if role is Role.SYSTEM_ADMINISTRATOR else (0, 0))


def _in_every_way(actor: Actor, on: date) -> None:
    """Accounts with and without assignments: here, elsewhere, both, over, to come; made here and made elsewhere."""
    here = Unit.objects.filter(municipality="0480", board__key="care_board")[0]
    there = Unit.objects.filter(municipality="0480", board__key="social_board")[0]
    now, over, coming = (date(2026, 1, 1), None), (date(2026, 1, 1), on), (date(2027, 1, 1), None)
    ways: list[tuple[Unit, list[tuple[Unit, tuple[date, date | None]]]]] = [
        (here, []),
        (there, []),
        (there, [(here, now), (there, over)]),
        (here, [(here, over), (there, now)]),
        (here, [(here, now), (there, coming)]),
        (here, [(here, over)]),
    ]
    for number, (made, works) in enumerate(ways):
        user = User.objects.create(municipality="0480", username=f"w{number}", board_id=made.board_id, password="!")
        for unit, (starts_on, ends_on) in works:
            Assignment.objects.create(
                municipality="0480",
                user=user,
                board_id=unit.board_id,
                unit=unit,
                role=Role.COORDINATOR,
                starts_on=starts_on,
                ends_on=ends_on,
            )


def test_the_whole_of_it_on_the_pages(admin: Actor, client_of: Callable[[Actor], Client]) -> None:
    client = client_of(admin)
    form = {"username": "eva.lind", "first_name": "Eva", "last_name": "Lind"}
    page = client.post("/nykoping/personal/konton/nytt", form).content.decode()
    match = re.search(r"<strong>([a-z2-9-]{19})</strong>", page)
    key = re.search(r"/konton/([0-9a-f-]{36})", page)
    assert match
    assert key
    unit = Unit.objects.filter(municipality="0480", board__key="care_board")[0]
    role = {"unit": str(unit.pk), "role": "carer_advisor", "starts_on": "2026-01-01", "last_day": ""}
    assert client.post(f"/nykoping/personal/konton/{key[1]}/uppdrag", role).status_code == 303
    listing = client.get("/nykoping/personal/konton").content.decode()
    assert "Eva Lind" in listing
    assert match[1] not in listing
    with scope("0480"):
        row = Assignment.objects.get(user_id=UUID(key[1]))
    end = client.post(f"/nykoping/personal/konton/{key[1]}/uppdrag/{row.pk}", {"last_day": "2026-10-31"})
    assert end.status_code == 303
    client.post(f"/nykoping/personal/konton/{key[1]}/aktivt", {"do": "deactivate"})
    assert "Stängt" in client.get(f"/nykoping/personal/konton/{key[1]}").content.decode()


@pytest.mark.parametrize(
    "values",
    [
        {"starts_on": "igår"},
        {"starts_on": ""},
        {"unit": "x"},
        {"role": "king"},
        {"last_day": "2025-01-01"},
        {"last_day": "9999-12-31"},
        {"starts_on": "0001-01-01"},
        {"starts_on": "9" * 1000},
    ],
)
def test_a_faulty_assignment_is_explained_and_what_was_typed_stays(
    admin: Actor, advisor: Actor, client_of: Callable[[Actor], Client], values: dict[str, str]
) -> None:
    unit = Unit.objects.filter(municipality="0480", board__key="care_board")[0]
    form = {"unit": str(unit.pk), "role": "coordinator", "starts_on": "2026-01-01", "last_day": "", **values}
    answer = client_of(admin).post(f"/nykoping/personal/konton/{advisor.user_id}/uppdrag", form)
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "<title>Fel: Konto" in page
    assert all(value in page for value in values.values() if value and value not in ("x", "king"))


def test_a_last_day_in_a_year_that_never_comes_is_explained(
    admin: Actor, advisor: Actor, client_of: Callable[[Actor], Client]
) -> None:
    with working(admin):
        row = Assignment.objects.get(user_id=advisor.user_id)
    answer = client_of(admin).post(
        f"/nykoping/personal/konton/{advisor.user_id}/uppdrag/{row.pk}", {"last_day": "9999-12-31"}
    )
    assert answer.status_code == 422
    assert "Skriv ett år mellan 2000 och 2100." in answer.content.decode()


def test_ones_own_account_and_those_elsewhere_are_not_there(
    admin: Actor, make_staff: Staff, client_of: Callable[[Actor], Client]
) -> None:
    stranger = make_staff("0180", "bromma_board", Role.CARER_ADVISOR)
    client = client_of(admin)
    for key in (admin.user_id, stranger.user_id, UUID(int=1)):
        assert client.get(f"/nykoping/personal/konton/{key}").status_code == 404
        assert client.post(f"/nykoping/personal/konton/{key}/losenord").status_code == 404
