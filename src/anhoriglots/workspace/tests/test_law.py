"""Lagen: what holds, what changes, every rule, and every question with its answer. Nothing is saved."""

import re
from collections.abc import Callable
from typing import Any

import pytest
from django.utils.timezone import localdate

from anhoriglots import law
from anhoriglots.accounts.roles import Role
from anhoriglots.catalogue.models import LawOverride
from anhoriglots.catalogue.queries.decisions import form_modes
from anhoriglots.kernel.citation import MARK_TEXTS
from anhoriglots.kernel.decision import Outcome
from anhoriglots.law.registry import current_registry
from anhoriglots.organisations.models import Board
from anhoriglots.workspace.law_answer import outcome_words

from .conftest import Desk
from .test_statements import FROZEN, statements

QUESTION = "lagen/fraga/offer-duty"
MISSING = "lagen/fraga/support-without-assessment"


def _form_values(question: str, facts: dict[str, Any]) -> dict[str, Any]:
    """The facts of an example as a person gives them in the form."""

    def written(one: law.Input, value: Any) -> Any:
        if one.kind == "yes_no":
            return "yes" if value else "no"
        if one.kind == "several":
            return value or ["-"]
        return str(value)

    given = {one.name: (one, facts.get(one.name)) for one in law.inputs(question)}
    return {name: written(one, value) for name, (one, value) in given.items() if value is not None}


@pytest.mark.parametrize("role", list(Role))
def test_everybody_at_work_reads_the_law(desk: Callable[..., Desk], role: Role) -> None:
    page = desk(role).get("lagen")
    assert page.status == 200
    assert 'accesskey="g"' in page.text
    assert law.chapters()["A"].title in page.text


def test_the_page_tells_what_changes_next_from_the_chosen_day(alva: Desk) -> None:
    page = alva.get("lagen", dag="2026-06-30")
    changes = page.text.partition('id="changes"')[2]
    assert changes.index("1 juli 2026") < changes.index(law.titles()["offer-duty"])
    assert "?dag=2026-07-01" in changes
    after = alva.get("lagen", dag="2026-07-01").text.partition('id="changes"')[2]
    assert ">1 juli 2026<" not in after


@pytest.mark.parametrize("board", ["care_board", "social_board"])
def test_the_page_tells_which_decisions_are_missing_or_end_soon(desk: Callable[..., Desk], board: str) -> None:
    manager = desk(Role.UNIT_MANAGER, board=board)
    with manager.scope():
        forms = form_modes(manager.actor.board_id, on=localdate())
    page = manager.get("lagen").text.partition("Det här vilar på beslut")[2]
    assert forms
    for form in forms:
        assert form.number in page
    assert page.count('data-color="warning"') == sum(1 for form in forms if form.attention)


def test_a_day_before_the_act_rests_on_no_decision(alva: Desk) -> None:
    page = alva.get("lagen", dag="2025-06-30")
    assert page.status == 200
    assert "inget stöd som vilar på ett beslut den dagen" in page.text


def test_a_day_that_is_none_is_told_and_stays_written(alva: Desk) -> None:
    for path in ("lagen", "lagen/regler/a"):
        page = alva.get(path, dag="2026-02-30")
        assert page.status == 422
        assert "<title>Fel: " in page.text
        assert 'value="2026-02-30"' in page.text


def test_every_question_can_be_reached(alva: Desk) -> None:
    text = alva.get("lagen").text
    assert [key for key in law.titles() if f"/lagen/fraga/{key}" not in text] == []


@pytest.mark.parametrize("letter", law.chapters())
def test_a_chapter_shows_every_rule_with_its_source_and_how_certain_it_is(alva: Desk, letter: str) -> None:
    page = alva.get(f"lagen/regler/{letter.lower()}")
    assert page.status == 200
    for number, rule in law.chapters()[letter].rules.items():
        assert f'id="{number}"' in page.text
        assert rule.says.split()[-1] in page.text
        assert all(law.wordings(key)[-1].section in page.text for key in rule.sources)


def test_a_rule_that_did_not_hold_that_day_says_when_it_does(alva: Desk) -> None:
    page = alva.get("lagen/regler/a", dag="2009-06-30")
    assert "Gäller från 1 juli 2009" in page.text


@pytest.mark.parametrize(("day", "mark"), [("2026-06-30", "V"), ("2026-07-01", "V2")])
def test_a_rule_is_no_more_certain_than_the_wording_of_the_day(alva: Desk, day: str, mark: str) -> None:
    page = alva.get("lagen/regler/a", dag=day)
    rule = page.text.partition('aria-labelledby="A01"')[2].partition("</section>")[0]
    assert f"<dd>{MARK_TEXTS[mark]}</dd>" in rule
    unread = alva.get("lagen", dag=day).text.partition("Det här är inte läst i en officiell text")[2]
    assert ("#A01" in unread) is (mark == "V2")


def test_there_is_no_such_chapter_or_question(alva: Desk) -> None:
    assert alva.get("lagen/regler/q").status == 404
    assert alva.get("lagen/fraga/finns-inte").status == 404


@pytest.mark.parametrize("question", law.titles())
def test_every_question_is_asked_with_the_facts_of_its_examples_and_answers_the_same(alva: Desk, question: str) -> None:
    address = f"lagen/fraga/{question}"
    assert alva.get(address).status == 200
    for example in current_registry().examples.get(question, []):
        page = alva.post(address, dag=example.on.isoformat(), **_form_values(question, example.facts))
        if example.error:
            assert page.status == 422
            assert "Det finns inget svar för den dagen." in page.text
            continue
        decision = law.heard_in(law.decide(question, on=example.on, facts=example.facts), "0480")
        assert page.status == 200, example.name
        answer = page.text.partition('id="answer"')[2].partition("<form")[0]
        for shown in (decision.sentence, *(each.label for each in decision.citations)):
            assert shown in _plain(answer), example.name
        assert len(re.findall(r'href="#id_', answer)) == len(decision.missing), example.name


def _plain(html: str) -> str:
    return re.sub(r"\s+", " ", html.replace("\u00ad", "").replace("&shy;", "").replace("&quot;", '"'))


def test_what_is_missing_is_named_as_it_is_asked_for_and_leads_there(alva: Desk) -> None:
    page = alva.post(MISSING, dag="2026-11-23", kind="ordinary")
    link = re.search(r'<a class="ds-link" href="#(id_board_decision[^"]*)">([^<]+)</a>', page.text)
    assert link
    assert link[2] == "Har nämnden beslutat att stödet ges utan behovsprövning?"
    assert f'id="{link[1]}"' in page.text


def test_the_answer_follows_the_day_and_says_since_when(alva: Desk) -> None:
    given = {"cared_for": ["elderly"], "what": "support_contact"}
    before, after = (alva.post(QUESTION, dag=day, **given).text for day in ("2026-06-30", "2026-07-01"))
    assert "Inget krav" in before
    assert "Nämnden ska erbjuda en stödkontakt." in after
    assert "från 1 juli 2026" in after
    assert "läst i en kopia" in after


@pytest.mark.parametrize(
    ("day", "sentence"),
    [
        ("2026-02-30", "Dagen finns inte."),
        ("i går", "Skriv dagen som 2026-03-20."),
        ("", "Skriv en dag."),
        ("1899-12-31", "Skriv en dag mellan 1900 och 2100."),
        ("2000-01-01", "Det finns inget svar för den dagen. Frågan har svar från 1 juli 2009"),
    ],
)
def test_a_day_that_cannot_be_answered_for_is_told_and_nothing_written_is_lost(
    alva: Desk, day: str, sentence: str
) -> None:
    page = alva.post(QUESTION, dag=day, what="support")
    assert page.status == 422
    assert sentence in page.text
    assert "<title>Fel: " in page.text
    assert re.search(r'value="support"[^>]*checked', page.text)
    assert 'id="answer"' not in page.text


def test_the_boards_own_answer_speaks_and_is_listed(desk: Callable[..., Desk]) -> None:
    manager = desk(Role.UNIT_MANAGER)
    given = {"dag": localdate().isoformat(), "cared_for": ["elderly"], "what": "support_contact"}
    with manager.scope():
        own = LawOverride.objects.create(
            municipality="0480",
            board_id=manager.actor.board_id,
            question="offer-duty",
            replaces="carer-in-target-group",
            outcome="required",
            sentence="Erbjud en namngiven person.",
            number="EXEMPEL 2026:7",
            decided_on=localdate(),
            valid_from=localdate(),
        )
    answer = manager.post(QUESTION, **given).text
    assert own.sentence in answer
    assert "Nämndens beslut EXEMPEL 2026:7" in answer
    rules = manager.get("lagen/regler/a").text
    assert rules.count("Nämndens eget svar") == sum(
        "offer-duty" in rule.questions for rule in law.chapters()["A"].rules.values()
    )
    assert own.sentence in rules
    page = manager.get("lagen").text
    assert "Nämndens beslut EXEMPEL 2026:7" in page
    assert "I stället för lagens svar: Nämnden ska erbjuda" in page


@pytest.mark.parametrize(
    ("question", "facts", "sentence"),
    [
        ("execution-report", {"executed": "no", "executed_on": "2026-05-01"}, "är känd fast svaret på"),
        ("delayed-decision", {"asked": "no", "asked_on": "2026-05-01"}, "är känd fast svaret på"),
        ("access-log-retention", {"decided_months": "999999999"}, "har ett värde som inte går att använda."),
        ("access-log-retention", {"decided_months": "tolv"}, "Skriv ett helt tal med siffror."),
        ("access-log-retention", {"logged_on": "2026-13-01"}, "Dagen finns inte."),
    ],
)
def test_facts_that_cannot_be_are_told_in_the_words_of_the_form(
    alva: Desk, question: str, facts: dict[str, str], sentence: str
) -> None:
    page = alva.post(f"lagen/fraga/{question}", dag="2026-11-23", **facts)
    assert page.status == 422
    assert sentence in page.text
    errors = page.text.partition('id="errors"')[2].partition("</ul>")[0]
    assert "#id_" in errors
    assert not any(name in re.sub(r"<[^>]*>", "", errors) for name in facts)


SLUGS = {"0180": "stockholm", "0480": "nykoping", "0662": "gislaved"}


def _page_in(
    municipality: str, make_staff: Callable[..., Any], client_of: Callable[..., Any]
) -> Callable[..., tuple[int, str]]:
    """Asks for a page, or posts to it, as somebody at work in the municipality."""
    board = Board.objects.filter(municipality=municipality, units__isnull=False)[0].key
    client = client_of(make_staff(municipality, board, Role.UNIT_MANAGER, name="Elif"))

    def ask(path: str, **posted: Any) -> tuple[int, str]:
        address = f"/{SLUGS[municipality]}/personal/{path}"
        answer = client.post(address, posted) if posted else client.get(address)
        return answer.status_code, _plain(answer.content.decode())

    return ask


PROGRAMME = "avsnitt 5 Stockholms stads program"
CONSENT_GIVEN = {"initiated_by": "staff", "noticed_through": "cared_for", "cared_for_consent": "given"}


@pytest.mark.parametrize("municipality", SLUGS)
def test_the_same_question_cites_the_programme_only_in_the_city_that_it_binds(
    municipality: str, make_staff: Callable[..., Any], client_of: Callable[..., Any]
) -> None:
    ask = _page_in(municipality, make_staff, client_of)
    status, page = ask("lagen/fraga/contact-noticed-carer", dag="2026-11-23", **CONSENT_GIVEN)
    answer = page.partition('id="answer"')[2].partition("<form")[0]
    assert status == 200
    assert "12 kap. 2 §" in answer
    assert (PROGRAMME in answer) is (municipality == "0180")
    assert "inte bunden" not in answer


@pytest.mark.parametrize("municipality", SLUGS)
def test_an_answer_that_rests_on_another_municipalitys_document_alone_says_so(
    municipality: str, make_staff: Callable[..., Any], client_of: Callable[..., Any]
) -> None:
    ask = _page_in(municipality, make_staff, client_of)
    before = ask("lagen/fraga/base-offer")[1]
    answer = ask("lagen/fraga/base-offer", dag="2026-11-23", bound_by_programme="no")[1].partition('id="answer"')[2]
    bound = municipality == "0180"
    told = "Svaret vilar på en annan kommuns dokument, som din nämnd inte är bunden av: avsnitt 6 Stockholms"
    assert (told in answer) is not bound
    assert ("Frågan vilar bara på dokument från Stockholm." in before) is not bound


@pytest.mark.parametrize("municipality", SLUGS)
def test_lagen_tells_what_changes_here_and_puts_others_questions_last_with_their_name(
    municipality: str, make_staff: Callable[..., Any], client_of: Callable[..., Any]
) -> None:
    page = _page_in(municipality, make_staff, client_of)("lagen?dag=2026-11-23")[1]
    changes = page.partition('id="changes"')[2].partition("</section>")[0]
    assert ("Stockholms stads program" in changes) is (municipality == "0180")
    for topic in re.findall(r'<ul class="topic-questions">(.*?)</ul>', page):
        marked = ["Gäller bara i" in one for one in topic.split("</li>")[:-1]]
        assert marked == sorted(marked)
    assert ("Gäller bara i Stockholm." in page) is (municipality != "0180")
    assert ("Gäller bara i Gislaved och Nyköping." in page) is (municipality == "0180")


@pytest.mark.parametrize("municipality", SLUGS)
def test_a_chapter_marks_the_sections_that_bind_others_only(
    municipality: str, make_staff: Callable[..., Any], client_of: Callable[..., Any]
) -> None:
    ask = _page_in(municipality, make_staff, client_of)
    pages = " ".join(ask(f"lagen/regler/{letter.lower()}")[1] for letter in law.chapters())
    named = set(re.findall(r"Gäller bara i (\w+)\.", pages))
    assert named == {"Stockholm", "Nyköping", "Gislaved"} - {law.municipality_names()[municipality]}


def test_a_choice_that_is_none_is_refused(alva: Desk) -> None:
    page = alva.post(QUESTION, dag="2026-07-01", what="castle", cared_for=["dragon"])
    assert page.status == 422
    assert "castle" not in page.text


@pytest.mark.parametrize(
    ("title", "permitted", "forbidden"),
    [
        ("Får barnet vara med?", "Tillåtet", "Inte tillåtet"),
        ("Måste vi berätta?", "Inget krav", "Inte tillåtet"),
        ("Är överklagandet i tid?", "Inget hinder", "Hinder"),
    ],
)
def test_the_outcome_is_called_what_answers_the_question(title: str, permitted: str, forbidden: str) -> None:
    assert outcome_words(title, Outcome.PERMITTED) == permitted
    assert outcome_words(title, Outcome.FORBIDDEN) == forbidden
    assert outcome_words(title, Outcome.REQUIRED) == "Krav"


def test_a_question_leaves_no_trace(alva: Desk) -> None:
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    with CaptureQueriesContext(connection) as captured:
        alva.post(QUESTION, dag="2026-07-01", what="support")
    written = ("INSERT", "UPDATE", "DELETE")
    assert [query["sql"] for query in captured.captured_queries if query["sql"].startswith(written)] == []


def test_the_pages_of_the_law_cost_what_they_did(alva: Desk) -> None:
    pages = {
        "law": lambda: alva.get("lagen"),
        "law-chapter": lambda: alva.get("lagen/regler/a"),
        "ask-law": lambda: alva.post(QUESTION, dag="2026-07-01", what="support", cared_for=["elderly"]),
    }
    assert {name: statements(act) for name, act in pages.items()} == {name: FROZEN[name] for name in pages}
