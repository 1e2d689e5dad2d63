"""The rules of the catalogue as staff read them: what the own board has decided or may decide of each, and why not."""

import html
import re
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone

from anhoriglots import law
from anhoriglots.accounts.roles import Role
from anhoriglots.catalogue.models import RuleDecision
from anhoriglots.kernel.dates import swedish_date
from anhoriglots.organisations.models import Board

from .conftest import Desk, Page

TODAY = timezone.localdate()
SENTENCE = "Vi visar inga tal under tio."
RULE = {
    "rule": "M09",
    "sentence": SENTENCE,
    "number": "VON 2026:61",
    "decided_on": TODAY.isoformat(),
    "valid_from": TODAY.isoformat(),
}
LOCAL = f"Nämndens beslut VON 2026:61, {swedish_date(TODAY)}"
AS_BEFORE = "Programmet gör likadant som förut."
SLUGS = {"0180": "stockholm", "0480": "nykoping", "0662": "gislaved"}


@pytest.fixture
def elif_(desk: Callable[..., Desk]) -> Desk:
    """The manager of a unit."""
    return desk(Role.UNIT_MANAGER, name="Elif")


def text(page: Page | str) -> str:
    return re.sub(r"\s+", " ", html.unescape(page if isinstance(page, str) else page.text))


def section(page: Page | str, number: str) -> str:
    """What stands about one rule."""
    return text(page).partition(f'aria-labelledby="{number}"')[2].partition("</section>")[0]


def saved(desk: Desk) -> None:
    assert desk.post("beslut/nytt/regel", **RULE, do="save").status == 303


@pytest.mark.parametrize("municipality", SLUGS)
def test_every_rule_that_is_not_read_tells_what_the_board_may_decide_or_why_not(
    make_staff: Callable[..., Any], client_of: Callable[..., Any], municipality: str
) -> None:
    """Whoever adds a rule that is not read in an official text is held to this, whatever its kind."""
    board = Board.objects.filter(municipality=municipality, units__isnull=False)[0].key
    client = client_of(make_staff(municipality, board, Role.UNIT_MANAGER, name="Elif"))
    for letter, chapter in law.chapters().items():
        page = client.get(f"/{SLUGS[municipality]}/personal/lagen/regler/{letter.lower()}").content.decode()
        for number, rule in chapter.rules.items():
            about = section(page, number)
            assert about.count("<dt>Eget beslut</dt>") == (rule.mark != "V"), number
            if rule.mark != "V":
                said = about.partition("<dt>Eget beslut</dt>")[2]
                offers = re.search(r'href="[^"]*/beslut/nytt/(lagfraga|regel)', said) is not None
                assert offers is ("Nämnden kan besluta" in said), number
                assert offers or re.search(r"inte bunden|kan nämnden inte|Regeln gäller inte", said), number


def test_the_link_leads_to_the_form_with_the_rule_or_the_only_answer_chosen(elif_: Desk) -> None:
    assert "beslut/nytt/regel?regel=M09" in section(elif_.get("lagen/regler/m"), "M09")
    form = elif_.get("beslut/nytt/regel", regel="M09")
    assert 'value="M09" selected' in form.text
    assert AS_BEFORE in text(form)
    links = re.findall(r"beslut/nytt/lagfraga\?svar=([a-z-]+)%3A([a-z-]+)", elif_.get("lagen/regler/a").text)
    question, reason = links[0]
    assert (
        f'value="{question}:{reason}" selected' in elif_.get("beslut/nytt/lagfraga", svar=f"{question}:{reason}").text
    )
    assert elif_.get("beslut/nytt/regel", regel="Z99").status == 200


def test_whoever_registers_nothing_reads_that_the_board_may_decide_without_a_link(alva: Desk) -> None:
    about = section(alva.get("lagen/regler/m"), "M09")
    assert "Nämnden kan besluta om regeln." in about
    assert "beslut/nytt" not in about


def test_a_decision_about_a_rule_is_seen_first_and_saved_and_stands_wherever_the_rule_speaks(
    elif_: Desk, alva: Desk
) -> None:
    preview = text(elif_.post("beslut/nytt/regel", **RULE, do="preview"))
    for word in (AS_BEFORE, SENTENCE, "Regel M09", "ingenting", "<li>Fråga lagen</li>", "<li>Lagen</li>"):
        assert word in preview
    with elif_.scope():
        assert not RuleDecision.objects.exists()
    asked = {"dag": TODAY.isoformat(), "count": "4", "reveals_hidden": "no"}
    before = alva.post("lagen/fraga/small-numbers", **asked)
    assert LOCAL not in text(before)
    saved(elif_)
    told = section(alva.get("lagen/regler/m"), "M09")
    for word in ("Nämnden har bestämt", SENTENCE, LOCAL, AS_BEFORE):
        assert word in told
    lagen = text(alva.get("lagen"))
    decided, unsure = (lagen.partition(f'id="{part}"')[2].partition("</section>")[0] for part in ("decided", "unsure"))
    for part in (decided, unsure):
        assert SENTENCE in part
        assert LOCAL in part
        assert "lagen/regler/m#M09" in part
    for page in (alva.get("lagen/fraga/small-numbers"), alva.post("lagen/fraga/small-numbers", **asked)):
        assert SENTENCE in text(page)
        assert LOCAL in text(page)
    assert SENTENCE not in alva.get("lagen/fraga/interpreter").text
    assert "Regel M09" in text(alva.get("beslut"))


def test_the_law_answers_as_before(elif_: Desk) -> None:
    def answer() -> str:
        asked = {"dag": TODAY.isoformat(), "count": "4", "reveals_hidden": "no"}
        return (
            text(elif_.post("lagen/fraga/small-numbers", **asked))
            .partition('id="answer"')[2]
            .partition("</section>")[0]
        )

    before = answer()
    saved(elif_)
    assert answer() == before != ""


def test_it_speaks_on_its_days_only_and_at_no_other_board(elif_: Desk, desk: Callable[..., Desk]) -> None:
    saved(elif_)
    yesterday = (TODAY - timedelta(days=1)).isoformat()
    for path in ("lagen", "lagen/regler/m", "lagen/fraga/small-numbers"):
        assert SENTENCE in elif_.get(path).text
        assert SENTENCE not in elif_.get(path, dag=yesterday).text
        assert SENTENCE not in desk(Role.UNIT_MANAGER, board="social_board", name="Sara").get(path).text


def test_when_it_ends_it_is_told_before_and_stands_nowhere_after(elif_: Desk) -> None:
    saved(elif_)
    with elif_.scope():
        row = RuleDecision.objects.get()
    path, last = f"beslut/regel/{row.pk}/avsluta", (TODAY - timedelta(days=1)).isoformat()
    assert "<strong>ingenting</strong>" in text(elif_.post(path, last_day=last, do="preview"))
    elif_.post(path, last_day=last, do="save")
    assert SENTENCE not in elif_.get("lagen").text
    assert SENTENCE in elif_.get("beslut").text


def test_the_boards_own_answer_stands_in_the_list_of_what_is_not_read(elif_: Desk) -> None:
    own = {**RULE, "answer": "offer-duty:carer-in-target-group", "outcome": "required", "sentence": "Erbjud alltid."}
    own.pop("rule")
    elif_.post("beslut/nytt/lagfraga", **own, do="save")
    unsure = text(elif_.get("lagen")).partition('id="unsure"')[2]
    assert "<strong>Nämndens eget svar:</strong> Erbjud alltid." in unsure


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({"rule": ""}, "Välj en regel."),
        ({"rule": "A01"}, "Det valet finns inte längre."),
        ({"rule": "H04"}, "Det valet finns inte längre."),
        ({"sentence": ""}, "Skriv en mening."),
        ({"sentence": "x" * 301}, "Korta den till högst 300 tecken."),
        ({"sentence": "Fråga 191212121212"}, "Det ser ut som ett personnummer."),
    ],
)
def test_what_cannot_be_is_told_and_all_that_was_typed_stays(elif_: Desk, changes: dict[str, str], told: str) -> None:
    page = elif_.post("beslut/nytt/regel", **{**RULE, "document": "VON 2026/114", **changes}, do="save")
    assert page.status == 422
    assert "<title>Fel: " in page.text
    assert told in text(page)
    assert 'value="VON 2026/114"' in page.text


def test_a_file_that_is_fetched_can_be_read_in_at_another_board(elif_: Desk, desk: Callable[..., Desk]) -> None:
    saved(elif_)
    rows = elif_.get("beslut/fil").text
    first, *lines = [line for line in rows.lstrip("\ufeff").splitlines() if line.startswith(("slag", "regel"))]
    other = desk(Role.UNIT_MANAGER, board="social_board", name="Sara")
    pasted = "\r\n".join([first, *lines])
    assert SENTENCE in text(other.post("beslut/las-in", rows=pasted, do="preview"))
    assert other.post("beslut/las-in", rows=pasted, do="save").status == 303
    with other.scope():
        assert RuleDecision.objects.get(board=other.actor.board_id).rule == "M09"
