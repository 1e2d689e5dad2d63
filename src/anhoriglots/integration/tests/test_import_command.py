"""The same from the console: shown, and saved only by the mark of what was shown."""

import argparse
import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from anhoriglots.accounts.models import User
from anhoriglots.accounts.queries import Actor
from anhoriglots.accounts.roles import Role
from anhoriglots.audit.models import ActionLog
from anhoriglots.catalogue.models import OfferDraft
from anhoriglots.database.scope import scope

from ..command import add_parser
from ..models import ImportFile, ImportSource
from .test_import import grouped
from .test_import_reading import TWO, page

pytestmark = pytest.mark.django_db
Console = Callable[..., tuple[int, str]]


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "fil.json"
    path.write_text(json.dumps(grouped()))
    return path


@pytest.fixture
def console(capsys: pytest.CaptureFixture[str]) -> Console:
    """Runs the command as it is written."""

    def run(*written: str) -> tuple[int, str]:
        parser = argparse.ArgumentParser()
        add_parser(parser.add_subparsers())
        options = parser.parse_args(["hsds", *written])
        code = options.run(options)
        told = capsys.readouterr()
        return code, told.out + told.err

    return run


@pytest.fixture
def alva(make_staff: Callable[..., Actor]) -> Actor:
    return make_staff("0480", "care_board", Role.CARER_ADVISOR, name="Alva")


def username(actor: Actor) -> str:
    with scope(actor.municipality, actor.board_id):
        return User.objects.get(pk=actor.user_id).username


def rows(actor: Actor) -> tuple[int, ...]:
    with scope(actor.municipality, actor.board_id):
        return tuple(model.objects.count() for model in (OfferDraft, ImportFile, ImportSource))


def test_it_is_shown_first_and_saved_by_its_mark(console: Console, alva: Actor, file: Path) -> None:
    call = ("import", str(file), "0480", "--user", username(alva), "--source", "Föreningen (exempel)")
    code, told = console(*call)
    assert code == 0
    assert "waits: Samtalsgrupp (Välj stödform" in told
    assert "kategori: Samtalsgrupper = inte vald" in told
    code, told = console(*call, "--form", "Samtalsgrupper=DS06")
    assert "new: Samtalsgrupp" in told
    assert rows(alva) == (0, 0, 0)
    mark = re.search(r"--save (\w+)", told)
    assert mark is not None
    assert console(*call, "--form", "Samtalsgrupper=DS04", "--save", mark[1])[0] == 1
    assert rows(alva)[0] == 0
    code, told = console(*call, "--form", "Samtalsgrupper=DS06", "--save", mark[1])
    assert (code, "Nya utkast: 1. Ändrade utkast: 0. Inget är publicerat." in told) == (0, True)
    assert rows(alva) == (1, 0, 1)
    with scope(alva.municipality, alva.board_id):
        assert ActionLog.objects.get(action="integration.import_services").actor_id == alva.user_id
    assert "unchanged: Samtalsgrupp" in console(*call)[1]


def test_what_cannot_be_done_is_told(
    console: Console, alva: Actor, file: Path, make_staff: Callable[..., Actor]
) -> None:
    call = ("import", str(file), "0480", "--source", "Föreningen (exempel)", "--user")
    assert console(*call, "nobody") == (1, "anhoriglots: Ingen med det namnet har ett uppdrag i kommunen.\n")
    assert "arbetar inte i den enheten" in console(*call, username(alva), "--unit", "care_homes")[1]
    assert "Ingen kategori i filen heter 'x'." in console(*call, username(alva), "--form", "x=DS06")[1]
    reviewer = make_staff("0480", "care_board", Role.LOG_REVIEWER)
    assert console(*call, username(reviewer)) == (1, "anhoriglots: Din roll ändrar inte stöd.\n")
    file.write_text("{")
    assert console(*call, username(alva))[0] == 1


def test_a_file_can_be_looked_through_without_a_database(console: Console, file: Path) -> None:
    assert console("check", str(file)) == (0, "1 tjänster går att läsa.\n")
    file.write_text(json.dumps(page(grouped(), grouped(TWO, name=""), of=2)))
    code, told = console("check", str(file))
    assert code == 1
    assert "Obs: fil.json: sidorna säger att de är 2" in told
    assert "fil.json /contents/1/name: Tjänsten har inget namn. Skriv tjänstens namn." in told
    assert console("check", "/finns/inte.json")[1].endswith(
        "Filen går inte att öppna. Kontrollera namnet och försök igen.\n"
    )
