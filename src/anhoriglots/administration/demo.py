"""The invented people of the demo. Everybody here is made up; the telephone numbers are reserved for fiction."""

import json
import os
import secrets
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

from django.core.management import call_command
from django.db.models import IntegerField, Max
from django.db.models.functions import Cast
from django.utils import timezone

from anhoriglots.accounts.models import Assignment, User
from anhoriglots.accounts.roles import Role
from anhoriglots.database.address import data_folder
from anhoriglots.database.scope import scope
from anhoriglots.organisations.models import Board, Municipality, Unit
from anhoriglots.profiles.reader import profile_folders

from .demo_groups import plan_groups
from .demo_relief import ask_for_relief
from .demo_requests import send_requests
from .demo_rooms import open_room
from .profiles import load

FIRST_NAMES = {
    Role.CARER_ADVISOR: "Alva",
    Role.SUPPORT_CONTACT: "Stina",
    Role.COORDINATOR: "Kim",
    Role.UNIT_MANAGER: "Elif",
    Role.CARER_REPRESENTATIVE: "Otto",
    Role.LOG_REVIEWER: "Lova",
    Role.SYSTEM_ADMINISTRATOR: "Sara",
}
USERNAMES = {
    Role.CARER_ADVISOR: "radgivare",
    Role.SUPPORT_CONTACT: "stodkontakt",
    Role.COORDINATOR: "samordnare",
    Role.UNIT_MANAGER: "chef",
    Role.CARER_REPRESENTATIVE: "ombud",
    Role.LOG_REVIEWER: "logg",
    Role.SYSTEM_ADMINISTRATOR: "admin",
}
BOARDS_SHOWN = 2


def build() -> None:
    """Tables, profiles, staff, waiting requests and groups; whatever is there already is left as it is."""
    call_command("migrate", interactive=False, verbosity=0)
    today = timezone.localdate()
    for folder in profile_folders():
        load(folder, on=today)
    password = demo_password()
    for municipality in Municipality.objects.order_by("code"):
        for number, board in enumerate(_boards(municipality), start=1):
            if _add_staff(board, number, password, today):
                send_requests(board, at=timezone.now())
                if number == 1:
                    plan_groups(board, f"{USERNAMES[Role.CARER_ADVISOR]}{number}", at=timezone.now())
                    ask_for_relief(board, f"{USERNAMES[Role.CARER_ADVISOR]}{number}", at=timezone.now())
                    open_room(board, f"{USERNAMES[Role.CARER_ADVISOR]}{number}", at=timezone.now())


def guide_text(port: int) -> str:
    """What to open and how to sign in, for the terminal."""
    address = f"http://127.0.0.1:{port}"
    lines = ["", "Klart. Öppna i en webbläsare:", ""]
    for municipality in Municipality.objects.order_by("name"):
        lines.append(f"  {municipality.name:<22} {address}/{municipality.slug}/")
        lines.append(f"  {'  personal':<22} {address}/{municipality.slug}/personal/")
        for number, board in enumerate(_boards(municipality), start=1):
            names = " ".join(f"{name}{number}" for name in USERNAMES.values())
            lines.append(f"    {board.name}: {names}")
    lines += ["", f"  Lösenord för alla: {demo_password()}", "", "Personerna är påhittade. Avsluta med Ctrl-C.", ""]
    return "\n".join(lines)


def demo_password() -> str:
    """One password for the invented staff, made at the first start and kept in the var folder."""
    path = data_folder().parent / "demo.json"
    if not path.exists():
        _write_private(path, json.dumps({"password": f"demo-{secrets.token_hex(5)}"}))
    password: str = json.loads(path.read_text())["password"]
    return password


def _write_private(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)  # with an external database the folder may not be there yet
    draft = path.with_suffix(".new")
    with os.fdopen(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w") as file:
        file.write(text)
    draft.rename(path)


def _boards(municipality: Municipality) -> Iterator[Board]:
    """Two boards, those that answer visitors first, so that the walls between boards can be seen."""
    boards = Board.objects.filter(municipality=municipality, units__active=True)
    answering = boards.annotate(answers=Max(Cast("units__answers_requests", IntegerField())))
    yield from answering.order_by("-answers", "position")[:BOARDS_SHOWN]


def _add_staff(board: Board, number: int, password: str, today: date) -> bool:
    unit = Unit.objects.filter(board=board, active=True).order_by("-answers_requests", "position")[0]
    with scope(board.municipality_id, board.pk):
        if User.objects.filter(username=f"{USERNAMES[Role.CARER_ADVISOR]}{number}").exists():
            return False
        for position, role in enumerate(Role):
            user = User(
                municipality=board.municipality_id,
                board=board,
                username=f"{USERNAMES[role]}{number}",
                first_name=FIRST_NAMES[role],
                last_name="Exempel",
                phone=f"070-174 06 {position:02}",
                phone_hours="vardagar 9–15",
            )
            user.set_password(password)
            user.save()
            Assignment.objects.create(
                municipality=board.municipality_id,
                user=user,
                board=board,
                unit=unit,
                role=role,
                starts_on=today - timedelta(days=30),
            )
    return True
