"""The register as a file: out, in, all or nothing, with each fault by row and column."""

import html
from collections.abc import Callable

import pytest
from django.utils import timezone

from anhoriglots.accounts.roles import Role
from anhoriglots.catalogue.models import BoardDecision, Delegation, LawOverride, RetentionDecision
from anhoriglots.workspace.decision_csv import COLUMNS, MOST_ROWS
from anhoriglots.workspace.decision_forms import MOST_BYTES

from .conftest import Desk

TODAY = timezone.localdate().isoformat()
HEADS = "slag;vad det gäller;slags handling;antal;hur länge;nummer;beslutat;första dag"


@pytest.fixture
def elif_(desk: Callable[..., Desk]) -> Desk:
    return desk(Role.UNIT_MANAGER, name="Elif")


def retention(name: str, keep: str = "5", unit: str = "år", day: str = TODAY, about: str = "Bokningslistor") -> str:
    return f"gallring;{about};{name};{keep};{unit};VON 2026:7;{TODAY};{day}"


def sent(desk: Desk, *rows: str, do: str = "save") -> tuple[int, str]:
    page = desk.post("beslut/las-in", rows="\n".join(rows), do=do)
    return page.status, html.unescape(page.text)


def count(desk: Desk) -> int:
    with desk.scope():
        return RetentionDecision.objects.count()


def test_the_rows_are_seen_first_and_then_saved_all_at_once(elif_: Desk) -> None:
    rows = (HEADS, retention("Anteckningar"), "", retention("Beslut", "", "bevaras"))
    status, shown = sent(elif_, *rows, do="preview")
    assert (status, "2 beslut att spara" in shown, "5 år" in shown, count(elif_)) == (200, True, True, 0)
    assert sent(elif_, *rows)[0] == 303
    assert count(elif_) == 2


@pytest.mark.parametrize("delimiter", [",", "\t"])
def test_commas_and_tabs_do_as_well(elif_: Desk, delimiter: str) -> None:
    rows = [row.replace(";", delimiter) for row in (HEADS, retention("Akt"))]
    assert sent(elif_, "\ufeff" + rows[0].upper(), rows[1])[0] == 303
    assert count(elif_) == 1


@pytest.mark.parametrize(
    ("row", "told"),
    [
        (retention("Akt", "fem"), "Rad 3, antal: Skriv ett antal från 1 till 1000."),
        (retention("Akt", day="2026-13-01"), "Rad 3, första dag: Skriv dagen som 2026-03-01."),
        (retention("Akt", unit="veckor"), "Rad 3, hur länge: Det valet finns inte längre. Välj igen."),
        (retention("Akt", day="2020-01-01"), "Rad 3, första dag: Första dagen ligger före beslutet."),
        (retention("Anteckningar"), "Rad 3, första dag: Det finns redan ett beslut som gäller"),
        (retention("191212121212"), "Rad 3: Det ser ut som ett personnummer."),
        (
            "annat;;;;;;;",
            "Rad 3, slag: Slaget är okänt. De som finns är: stodform, delegation, gallring, lagfraga, regel.",
        ),
        (f"delegation;;Akt;;;VON 1;{TODAY};{TODAY}", "Rad 3, slags handling: Cellen hör inte till delegation."),
        ("gallring;other;Akt;;bevaras", "Rad 3, nummer: Skriv numret."),
        (retention("Akt", about="allt"), "Rad 3, vad det gäller: Det valet finns inte längre. Välj igen."),
        (retention("Akt", about=""), "Rad 3, vad det gäller: Välj vad beslutet gäller."),
        (retention("Akt", about="file", keep="2"), "Rad 3, vad det gäller: Lagen säger själv att akten gallras 5 år"),
        (f"{retention('Akt')};för mycket", "Rad 3: Raden har fler celler än det finns rubriker."),
        ('gallring;other;"Akt', "Rad 3: Raden går inte att läsa. Se efter citattecknen."),
    ],
)
@pytest.mark.parametrize("do", ["preview", "save"])
def test_one_fault_and_nothing_is_saved_and_it_says_where(elif_: Desk, row: str, told: str, do: str) -> None:
    status, shown = sent(elif_, HEADS, retention("Anteckningar"), row, do=do)
    assert status == 422
    assert told in shown
    assert "VON 2026:7" in shown
    assert count(elif_) == 0


@pytest.mark.parametrize(
    ("rows", "told"),
    [
        (("slag;pris", "gallring;5"), "Rad 1, pris: Rubriken är okänd."),
        (("nummer;beslutat", "1;2"), "Rad 1, slag: Rubriken slag ska finnas, och varje rubrik bara en gång."),
        (("slag;slag", "gallring;gallring"), "Rad 1, slag: Rubriken slag ska finnas, och varje rubrik bara en gång."),
        ((HEADS,), "Rad 2: Det finns inga rader under rubrikerna."),
        (
            (HEADS, *["gallring;other;A;1;år"] * (MOST_ROWS + 1)),
            f"Rad {MOST_ROWS + 2}: Det är fler än {MOST_ROWS} rader.",
        ),
        (("",), "Klistra in rubrikerna och minst en rad."),
        ((HEADS, "å" * (MOST_BYTES // 2)), "Rad 1: Texten är för lång. Högst 200 kB på en gång."),
    ],
)
def test_a_file_that_cannot_be_read_says_why(elif_: Desk, rows: tuple[str, ...], told: str) -> None:
    status, shown = sent(elif_, *rows)
    assert (status, told in shown, count(elif_)) == (422, True, 0)


@pytest.mark.parametrize("role", list(Role))
@pytest.mark.parametrize(
    "kind", ["never", "principle", "Ett som bara ett utskott får ta, som vård av unga utan samtycke"]
)
def test_no_file_gives_a_role_what_the_board_may_not_hand_over(elif_: Desk, role: Role, kind: str) -> None:
    head = "slag;får besluta;slags ärende;roll;nummer;beslutat;första dag"
    rows = [f"delegation;Allt;{one};{role.value};VON 1;{TODAY};{TODAY}" for one in ("ordinary", kind)]
    status, shown = sent(elif_, head, *reversed(rows))
    assert status == 422
    assert "Rad 2, slags ärende: Det här beslutet får " in shown
    with elif_.scope():
        assert not Delegation.objects.exists()


def test_of_many_faults_the_first_are_shown_and_the_others_counted(elif_: Desk) -> None:
    status, shown = sent(elif_, HEADS, *[retention("Akt", "fem")] * 40)
    assert status == 422
    assert "Rad 31, antal" in shown
    assert "Rad 32, antal" not in shown
    assert "Och 10 fel till. Rätta de här först." in shown


def test_five_hundred_rows_are_read(elif_: Desk) -> None:
    assert sent(elif_, HEADS, *(retention(f"Slag {number}") for number in range(MOST_ROWS)))[0] == 303
    assert count(elif_) == MOST_ROWS


def test_what_was_written_out_can_be_read_in_at_another_board(elif_: Desk, desk: Callable[..., Desk]) -> None:
    paper = {"number": "=1+1", "decided_on": TODAY, "valid_from": TODAY, "do": "save"}
    elif_.post("beslut/nytt/delegation", **paper, matter="Avsluta; ärende", matter_kind="ordinary", role="coordinator")
    own = {"answer": "offer-duty:carer-in-target-group", "outcome": "required", "sentence": 'Erbjud "alltid".'}
    elif_.post("beslut/nytt/lagfraga", **paper, **own)
    answer = elif_.client.get("/nykoping/personal/beslut/fil")
    assert answer["Content-Type"] == "text/csv; charset=utf-8"
    assert answer["Content-Disposition"] == f'attachment; filename="namndbeslut-{TODAY}.csv"'
    written = answer.content.decode()
    assert written.startswith("\ufeffslag;" + ";".join(COLUMNS))
    assert ";'=1+1;" in written
    other = desk(Role.SYSTEM_ADMINISTRATOR, board="social_board", name="Sara")
    status, shown = sent(other, written)
    assert status == 303, shown
    with other.scope():
        own_rows = BoardDecision.objects.filter(board=other.actor.board_id, origin="register")
        assert set(own_rows.values_list("support_form", flat=True)) >= {"DS04", "DS06"}
        assert Delegation.objects.get(board=other.actor.board_id).number == "=1+1"
        answered = LawOverride.objects.get(board=other.actor.board_id)
    assert (answered.question, answered.replaces) == ("offer-duty", "carer-in-target-group")
    assert "ersätter svar" in COLUMNS


def test_the_export_holds_the_own_board_only(elif_: Desk, desk: Callable[..., Desk]) -> None:
    written = desk(Role.LOG_REVIEWER, board="social_board").client.get("/nykoping/personal/beslut/fil").content.decode()
    assert "EXEMPEL SN 2025:95" in written
    assert "EXEMPEL VON" not in written
