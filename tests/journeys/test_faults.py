"""What a person sees when something breaks: a page that can be read, nothing lost, and it mends itself.

These journeys have a program of their own, since they break it.
"""

import os
import shutil
import signal
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import expect

from .conftest import Meet, started
from .person import Person
from .program import Program
from .stories import GISLAVED, code_on, comes_back_with, fetches_until, invented_name, signs_in

# A page that asks the database each time; the start page is kept for a minute.
QUESTION = f"/{GISLAVED.slug}/hitta/vem/"


@pytest.fixture(scope="module")
def program(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Program]:
    """A program to break."""
    if os.environ.get("DATABASE_URL"):
        pytest.skip("an external database is not ours to break")
    with started(Program(tmp_path_factory.mktemp("faults") / "var")) as running:
        yield running


def _comes_to_the_last_page(carer: Person, name: str) -> None:
    carer.opens("kontakt/")
    carer.chooses("kod")
    carer.presses("Fortsätt")
    carer.types("Vad ska vi kalla dig?", name)
    carer.ticks_the_first_answer()
    carer.presses("Fortsätt")
    carer.is_at("Stämmer det här?")


def _sends(carer: Person, name: str) -> str:
    _comes_to_the_last_page(carer, name)
    carer.presses("Skicka")
    carer.is_at("Tack. Vi har fått ditt meddelande.")
    return code_on(carer)


@pytest.mark.parametrize("scripts", [True, False], ids=["script", "noscript"])
def test_while_the_database_is_away_a_page_says_so_and_what_was_written_is_sent_when_it_is_back(
    scripts: bool, meet: Meet, program: Program
) -> None:
    carer, staff = meet(GISLAVED.slug, scripts=scripts), meet(GISLAVED.slug)
    name = invented_name()
    _comes_to_the_last_page(carer, name)
    with program.database_away():
        carer.presses("Skicka")
        carer.is_at("Det gick inte att skicka just nu")
        carer.sees("Ditt svar är inte borta")
        reader = meet(GISLAVED.slug)
        answer = reader.page.goto(f"{program.origin}{QUESTION}", timeout=30_000)
        assert answer is not None
        assert answer.status == 503
        reader.is_at("Sidan går inte att visa just nu")
    program.wait_for(QUESTION, 200)
    carer.presses("Försök igen")
    carer.is_at("Tack. Vi har fått ditt meddelande.")
    signs_in(staff, program.password, "radgivare1")
    fetches_until(staff, name)


def test_what_staff_have_written_is_not_lost_while_the_database_is_away(meet: Meet, program: Program) -> None:
    carer, staff = meet(GISLAVED.slug), meet(GISLAVED.slug)
    name = invented_name()
    _sends(carer, name)
    signs_in(staff, program.password, "radgivare1")
    fetches_until(staff, name)
    staff.types("Svar", "Vi hörs på tisdag.")
    with program.database_away():
        staff.presses("Svara")
        staff.is_at("Det gick inte att skicka just nu")
    program.wait_for(QUESTION, 200)
    staff.presses("Försök igen")
    staff.sees("Vi hörs på tisdag.")


@pytest.mark.parametrize("word", ["granian", "anhoriglots.config.command worker"])
def test_a_killed_process_loses_nothing_and_comes_back(word: str, meet: Meet, program: Program) -> None:
    carer = meet(GISLAVED.slug)
    code = _sends(carer, invented_name())
    victims = program.processes(word)
    assert victims
    os.kill(victims[-1], signal.SIGKILL)
    program.wait_for(QUESTION, 200)
    comes_back_with(carer, code)
    _until(lambda: len(program.processes(word)) >= len(victims))


def test_the_database_killed_while_it_works_loses_nothing_that_was_confirmed(meet: Meet, program: Program) -> None:
    carer = meet(GISLAVED.slug)
    code = _sends(carer, invented_name())
    with program.database_away():
        pass
    program.wait_for(QUESTION, 200)
    comes_back_with(carer, code)


def test_the_whole_program_killed_and_started_again_has_everything_within_ten_seconds(
    meet: Meet, program: Program
) -> None:
    carer = meet(GISLAVED.slug)
    code = _sends(carer, invented_name())
    program.kill()
    seconds = program.start()
    comes_back_with(carer, code)
    assert seconds < 10


def test_five_guessed_codes_give_a_pause_that_is_told_in_words(meet: Meet, program: Program) -> None:
    guesser = meet(GISLAVED.slug)
    guesser.opens("kod/")
    for _ in range(5):
        guesser.types("Din kod", "lugn båt blå 11")
        guesser.presses("Fortsätt")
    guesser.sees("Koden har blivit fel fem gånger. Vänta till klockan")
    guesser.is_at("Skriv din kod")


def test_five_wrong_passwords_give_a_pause_that_is_told_in_words(meet: Meet, program: Program) -> None:
    guesser = meet(GISLAVED.slug)
    for _ in range(5):
        guesser.opens("personal/logga-in")
        guesser.types("Användarnamn", "samordnare1")
        guesser.types("Lösenord", "fel")
        guesser.presses("Logga in")
    guesser.sees("Vänta en stund")
    guesser.looks()
    # The right one does not help either, until the pause is over
    guesser.opens("personal/logga-in")
    guesser.types("Användarnamn", "samordnare1")
    guesser.types("Lösenord", program.password)
    guesser.presses("Logga in")
    guesser.sees("Vänta en stund")


def _until(true: Callable[[], bool], *, seconds: float = 15.0) -> None:
    import time

    deadline = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < deadline, "it never came true"
        time.sleep(0.2)


# --- a full disk ---------------------------------------------------------------------------------------------------

MEGABYTES = 400


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of its own with little room, which only root can make."""
    if os.geteuid() != 0 or shutil.which("mount") is None:
        pytest.skip("only root can make a small disk")
    folder = tmp_path / "disk"
    folder.mkdir()
    made = subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={MEGABYTES}m,mode=0755", "tmpfs", str(folder)])
    if made.returncode != 0:
        pytest.skip("no small disk can be mounted here")
    try:
        yield folder
    finally:
        subprocess.run(["umount", "--lazy", str(folder)], check=True)


def _fill(folder: Path) -> Path:
    filler = folder / "filler"
    with filler.open("wb", buffering=0) as file:
        for size in (1 << 20, 1 << 12, 1):
            try:
                while True:
                    file.write(b"x" * size)
            except OSError:
                continue
    return filler


def test_a_full_disk_is_told_on_the_page_and_nothing_is_half_saved(small_disk: Path, meet: Meet) -> None:
    with started(Program(small_disk / "var")) as cramped:
        carer, staff = meet(GISLAVED.slug), meet(GISLAVED.slug)
        carer.origin = staff.origin = cramped.origin
        name = invented_name()
        before = _sends(carer, invented_name())
        _comes_to_the_last_page(carer, name)
        filler = _fill(small_disk)
        # The server may still have room in its own files for a while: go on until it has none.
        for _ in range(400):
            carer.page.get_by_role("button", name="Skicka").click()
            if "Det gick inte att skicka" in carer.page.content():
                break
            _comes_to_the_last_page(carer, name := invented_name())
        carer.is_at("Det gick inte att skicka just nu")
        filler.unlink()
        cramped.wait_for(QUESTION, 200, seconds=60)
        expect(carer.page.get_by_role("button", name="Försök igen")).to_be_visible()
        carer.presses("Försök igen")
        carer.is_at("Tack. Vi har fått ditt meddelande.")
        comes_back_with(carer, before)
