"""Taking in others' services: seen first, saved all or not at all, nothing published, and the same twice is nothing."""

import html
import json
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from typing import Any
from unittest.mock import patch
from uuid import UUID

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from anhoriglots.accounts.queries import Actor
from anhoriglots.accounts.roles import Role
from anhoriglots.audit.models import ActionLog
from anhoriglots.catalogue.actions.save_draft import save_draft
from anhoriglots.catalogue.models import Offer, OfferContent, OfferDraft, OfferVersion
from anhoriglots.database.scope import scope
from anhoriglots.kernel.decision import Refused, forbidden

from ..actions import import_services as saving
from ..import_forms import field_of
from ..importing.files import MOST_BYTES, read_files
from ..importing.services import services_of
from ..models import ImportedService, ImportFile, ImportSource
from ..queries.import_preview import Category
from ..tasks import forget_old_files
from .asking import HSDS, SLUGS, ask, ids
from .test_import_reading import ONE, TWO, page, service

pytestmark = pytest.mark.django_db
BASE = "/nykoping/personal/stod/hamta-in"
TERM = "00000000-0000-4000-8000-0000000000aa"


def grouped(key: str = ONE, **changes: Any) -> dict[str, Any]:
    told = {
        "description": "Vi träffas varje vecka.",
        "organization": {"name": "Föreningen (exempel)", "website": "https://forening.example"},
        "attributes": [{"taxonomy_term": {"id": TERM, "name": "Samtalsgrupper"}}],
    }
    return service(key, **{**told, **changes})


class Importer:
    """Somebody at work in Nyköping who takes in files."""

    def __init__(self, actor: Actor, client: Client) -> None:
        self.actor, self.client = actor, client
        self.address, self.status, self.text = "", 0, ""

    def choose(self, data: object, *, name: str = "fil.json", source: str = "Föreningen (exempel)", **more: Any) -> str:
        """Choose a file, and follow to the preview when it could be read."""
        body = data if isinstance(data, bytes) else json.dumps(data).encode()
        fields = {"source": source, "unit": str(self.actor.unit_ids[0]), "file": SimpleUploadedFile(name, body)}
        answer = self.client.post(BASE, {**fields, **more})
        if answer.status_code == 303:
            self.address = answer.headers["Location"]
            answer = self.client.get(self.address)
        return self._seen(answer)

    def send(self, do: str, form: str | None = "DS06", *, term: str = TERM, follow: bool = True, **more: Any) -> str:
        """Choose the support form of the category, and press a button."""
        mark = re.search(r'name="mark" value="(\w+)"', self.text)
        chosen = {} if form is None else {field_of(Category(term, "", "", 1)): form}
        answer = self.client.post(self.address, {"do": do, "mark": mark[1] if mark else "", **chosen, **more})
        if answer.status_code == 303 and follow:
            answer = self.client.get(answer.headers["Location"])
        return self._seen(answer)

    def take_in(self, data: object, form: str = "DS06", **more: Any) -> str:
        """All of it."""
        self.choose(data, **more)
        self.send("look", form)
        return self.send("save", form)

    def _seen(self, answer: Any) -> str:
        self.status = answer.status_code
        self.html = answer.content.decode()
        self.text = html.unescape(re.sub("[\u00ad\u2060]", "", self.html))
        return self.text

    @contextmanager
    def at_work(self) -> Iterator[None]:
        with scope(self.actor.municipality, self.actor.board_id, self.actor.user_id):
            yield

    def drafts(self) -> dict[str, OfferContent]:
        with self.at_work():
            rows = list(OfferDraft.objects.order_by("edited_at", "pk"))
        return {content.text("title"): content for content in (OfferContent.of(row.content) for row in rows)}

    def counts(self) -> tuple[int, int, int]:
        with self.at_work():
            return OfferDraft.objects.count(), ImportedService.objects.count(), ImportFile.objects.count()


@pytest.fixture
def alva(make_staff: Callable[..., Actor], client_of: Callable[[Actor], Client]) -> Importer:
    actor = make_staff("0480", "care_board", Role.CARER_ADVISOR, name="Alva")
    return Importer(actor, client_of(actor))


def test_a_service_becomes_a_draft_and_is_published_by_nobody(alva: Importer) -> None:
    before = Offer.objects.count()
    alva.choose(grouped(phones=[{"number": "0155-99 88 77"}], contacts=[{"name": "Exempel-Vera"}]))
    assert "Samtalsgrupp" in alva.text
    assert "Välj stödform för någon av kategorierna." in alva.text
    assert alva.counts() == (0, 0, 1)
    alva.send("look")
    assert "Nytt utkast" in alva.text
    assert alva.counts() == (0, 0, 1)
    assert "Nya utkast: 1. Ändrade utkast: 0. Inget är publicerat." in alva.send("save")
    assert alva.counts() == (1, 1, 0)
    (content,) = alva.drafts().values()
    assert (content.support_form, content.owner, content.contact) == ("DS06", *([str(alva.actor.unit_ids[0])] * 2))
    assert (content.outside_name, content.outside_url) == ("Föreningen (exempel)", "https://forening.example")
    assert content.text("summary") == "Vi träffas varje vecka."
    assert content.text("how") == "Ges av Föreningen (exempel). Ring 0155-99 88 77."
    assert (content.access_route, content.consent_by) == ("", "")
    assert Offer.objects.count() == before
    with alva.at_work():
        assert not OfferVersion.objects.exists()
        assert ActionLog.objects.filter(action="integration.import_services").count() == 1
        assert "Vera" not in json.dumps(list(OfferDraft.objects.values_list("content", flat=True)))


def test_the_same_file_twice_changes_nothing(alva: Importer) -> None:
    files = [grouped(), grouped(TWO, name="Kurs")]
    alva.take_in(files)
    counts, drafts = alva.counts(), alva.drafts()
    alva.choose(files)
    assert alva.text.count("Oförändrat</span>") == 2
    assert "Det finns inget nytt att spara." in alva.text
    alva.send("save", None)
    assert alva.status == 409
    assert alva.drafts() == drafts
    assert alva.counts()[:2] == counts[:2]


def test_what_they_change_is_taken_and_what_we_have_changed_is_left(alva: Importer, at: Any) -> None:
    alva.take_in(grouped())
    with alva.at_work():
        row = OfferDraft.objects.get()
        mine = OfferContent.of(row.content)
        own = replace(mine, texts={**mine.texts, "title": {"sv": "Vår egen rubrik"}}, needs=("talk",))
        save_draft(actor=alva.actor, offer_id=row.offer_id, content=own, seen=mine.mark, at=at)
    alva.choose(grouped(name="Deras nya rubrik", description="Vi träffas varje dag."))
    assert "Det ni har ändrat själva står kvar." in alva.text
    alva.send("save", None)
    (content,) = alva.drafts().values()
    assert content.text("title") == "Vår egen rubrik"
    assert content.text("summary") == "Vi träffas varje dag."
    assert content.needs == ("talk",)
    assert "Oförändrat</span>" in alva.choose(grouped(name="Deras nya rubrik", description="Vi träffas varje dag."))


def test_a_draft_that_was_thrown_away_does_not_come_back(alva: Importer) -> None:
    alva.take_in(grouped())
    with alva.at_work():
        OfferDraft.objects.all().delete()
    assert "Ni har kastat utkastet." in alva.choose(grouped(description="Nytt"))
    assert "Det finns inget nytt att spara." in alva.text


def test_choices_are_remembered_for_the_source_and_for_no_other(alva: Importer) -> None:
    alva.take_in(grouped())
    assert "Nytt utkast</span>" in alva.choose(grouped(TWO, name="Kurs"))
    assert "Nytt utkast</span>" not in alva.choose(grouped(TWO, name="Kurs"), source="En annan förening")
    assert "Hittills: En annan förening, Föreningen (exempel)." in html.unescape(alva.client.get(BASE).content.decode())


def test_a_category_may_say_nothing_or_be_left_out(alva: Importer) -> None:
    alva.choose(grouped())
    assert "Väntar</span>" in alva.send("look", "-")
    assert "Kategorin hämtas inte in." in alva.send("look", "leave_out")
    assert "Väntar</span>" in alva.send("look", "")
    assert "Väntar</span>" in alva.send("look", "DS99")
    assert "Väntar</span>" in alva.send("look", "NS01")


def test_two_categories_that_disagree_are_told_of(alva: Importer) -> None:
    other = TERM[:-1] + "b"
    terms = [{"taxonomy_term": {"id": key, "name": f"Kategori {key[-1]}"}} for key in (TERM, other)]
    alva.choose(grouped(attributes=terms))
    alva.send("look", "DS06")
    assert "olika stödformer: DS04, DS06" in alva.send("look", "DS04", term=other)


def test_what_is_not_open_with_them_is_not_taken_in(alva: Importer) -> None:
    alva.take_in([grouped(), grouped(TWO, status="defunct")])
    assert len(alva.drafts()) == 1
    assert "inte öppen hos dem längre" in alva.choose(grouped(status="inactive"))


def test_faulty_rows_stop_everything_until_somebody_says_otherwise(alva: Importer) -> None:
    alva.choose([grouped(), grouped(TWO, url="javascript:alert(1)")])
    assert "/1/url" in alva.text
    assert "Börja den med https:// eller http://." in alva.text
    alva.send("look")
    alva.send("save")
    assert (alva.status, alva.counts()[:2]) == (409, (0, 0))
    assert "Några rader har fel." in alva.text
    alva.send("save", but_faulty="on")
    assert list(alva.drafts()) == ["Samtalsgrupp"]


def test_what_is_saved_is_what_was_seen(alva: Importer) -> None:
    alva.choose(grouped())
    alva.send("save")  # the choice is new: nobody has seen what it makes
    assert (alva.status, alva.counts()) == (409, (0, 0, 1))
    assert "Något har ändrats sedan du tittade." in alva.text
    assert "Nytt utkast</span>" in alva.text
    alva.send("save", mark="0" * 64)
    assert alva.status == 409


def test_pressing_twice_saves_once(alva: Importer) -> None:
    alva.choose(grouped())
    alva.send("look")
    seen = alva.text
    alva.send("save")
    alva.text = seen
    alva.send("save")
    assert alva.status == 404
    assert alva.counts() == (1, 1, 0)


def test_a_fault_in_the_middle_leaves_nothing(alva: Importer) -> None:
    alva.choose([grouped(), grouped(TWO, name="Kurs")])
    alva.send("look")
    done: list[UUID] = []

    def fails(**given: Any) -> None:
        if done:
            raise Refused(forbidden("for-the-test", "Det gick inte."))
        done.append(given["offer_id"])
        save_draft(**given)

    with patch.object(saving, "save_draft", fails):
        alva.send("save")
    assert (alva.status, len(done), alva.counts()) == (409, 1, (0, 0, 1))


def test_what_looks_like_html_is_shown_as_text(alva: Importer) -> None:
    alva.choose(
        grouped(name="<script>alert(1)</script>", attributes=[{"taxonomy_term": {"id": "x", "name": "<b>fet</b>"}}])
    )
    assert "<script>alert" not in alva.html
    assert "<b>fet" not in alva.html
    assert "<script>alert(1)</script>" in alva.text


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ({"data": b"{"}, "Filen går inte att läsa som JSON. Rad 1. Hämta den igen"),
        ({"data": b""}, "Filen är tom."),
        ({"data": b" " * (MOST_BYTES + 2)}, "Filen är större än 5 megabyte."),
        ({"data": grouped(), "source": " "}, "Skriv vem som har gjort filen"),
        ({"data": grouped(), "source": "a" * 81}, "Korta den till högst 80 tecken."),
        ({"data": grouped(), "file": ""}, "Välj en fil."),
        ({"data": grouped(), "file": "text"}, "Välj en fil."),
        ({"data": grouped(), "unit": ""}, "Välj en enhet."),
        ({"data": grouped(), "unit": "x"}, "Välj"),
    ],
)
def test_a_form_that_cannot_be_read_says_why(alva: Importer, given: dict[str, Any], words: str) -> None:
    alva.choose(**given)
    assert (alva.status, "<title>Fel: " in alva.text) == (422, True)
    assert words in alva.text
    assert alva.counts() == (0, 0, 0)


def test_another_board_sees_neither_the_file_nor_the_source(
    alva: Importer, make_staff: Callable[..., Actor], client_of: Callable[[Actor], Client]
) -> None:
    alva.choose(grouped())
    other = make_staff("0480", "social_board", Role.CARER_ADVISOR)
    browser = client_of(other)
    assert browser.get(alva.address).status_code == 404
    assert browser.post(alva.address, {"do": "save"}).status_code == 404
    assert "Föreningen" not in browser.get(BASE).content.decode()


@pytest.mark.parametrize("role", [Role.LOG_REVIEWER, Role.SYSTEM_ADMINISTRATOR, Role.SUPPORT_CONTACT])
def test_those_who_write_no_offers_take_in_none(
    role: Role, make_staff: Callable[..., Actor], client_of: Callable[[Actor], Client]
) -> None:
    other = Importer(actor := make_staff("0480", "care_board", role), client_of(actor))
    other.choose(grouped())
    assert other.status == 403


def test_a_forged_form_is_refused_though_it_holds_a_file(alva: Importer) -> None:
    forger = Client(enforce_csrf_checks=True)
    forger.cookies = alva.client.cookies
    fields = {"source": "a", "unit": str(alva.actor.unit_ids[0]), "file": SimpleUploadedFile("a.json", b"{}")}
    assert forger.post(BASE, fields).status_code == 403
    assert alva.counts() == (0, 0, 0)


def test_only_one_file_is_let_in_and_elsewhere_none(alva: Importer) -> None:
    two = [SimpleUploadedFile("a.json", json.dumps(grouped()).encode()), SimpleUploadedFile("b.json", b"{")]
    alva.choose(grouped(), file=two)
    assert alva.status == 200
    assert alva.client.post(alva.address, {"file": two[0]}).status_code == 400


def test_files_that_nobody_saved_are_gone_after_a_day(alva: Importer) -> None:
    alva.choose(grouped())
    first = alva.address
    with alva.at_work():
        ImportFile.objects.update(made_at="2020-01-01T00:00:00Z")
    assert alva.client.get(first).status_code == 404
    assert alva.counts() == (0, 0, 1)
    forget_old_files(0)
    assert alva.counts() == (0, 0, 0)
    alva.choose(grouped())
    forget_old_files(0)
    assert alva.counts() == (0, 0, 1)
    with alva.at_work():
        assert ImportSource.objects.count() == 1


def test_pages_that_lie_are_told_of_and_read(alva: Importer) -> None:
    alva.choose(page(grouped(), of=3, total=9))
    assert "Sida 2, 3 saknas. Hämta resten också, annars saknas tjänster." in alva.text
    alva.send("look")
    alva.send("save")
    assert len(alva.drafts()) == 1
    assert "Finns inte i filen längre: 1" in alva.choose(page(grouped(TWO, name="Kurs")))


@pytest.mark.parametrize("slug", SLUGS)
def test_what_our_own_interface_tells_can_be_read_back(slug: str) -> None:
    first = ask(f"{HSDS}/services?full=true&per_page=100", slug=slug)
    pages = [
        ask(f"{HSDS}/services?full=true&per_page=100&page={n + 1}", slug=slug) for n in range(first["total_pages"])
    ]
    found = services_of(read_files(json.dumps(pages).encode(), "egen.json"))
    assert (found.faults, found.notices) == ((), ())
    told = {one["id"]: one for each in pages for one in each["contents"]}
    assert {one.outside_id: one.name for one in found.services} == {key: one["name"] for key, one in told.items()}
    for one in found.services:
        row = Offer.objects.get(pk=one.outside_id)
        assert one.texts.get("fees_description", "") == row.texts["cost"]["sv"]
        assert set(one.languages) == set(row.languages)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(size=st.integers(1, 100), start=st.integers(1, 4), shape=st.sampled_from(["services", "organizations", "one"]))
def test_any_part_of_our_own_interface_can_be_read_back(db: None, size: int, start: int, shape: str) -> None:
    if shape == "organizations":
        data = ask(f"{HSDS}/organizations?full_service=true&per_page={size}")
        wanted = {one["id"] for each in data["contents"] for one in each["services"]}
    elif shape == "services":
        data = ask(f"{HSDS}/services?full=true&per_page={size}&page={start}")
        wanted = {one["id"] for one in data["contents"]}
    else:
        keys = ids(f"{HSDS}/services?per_page=100")
        data = ask(f"{HSDS}/services/{keys[size % len(keys)]}")
        wanted = {data["id"]}
    if wanted:
        found = services_of(read_files(json.dumps(data).encode(), "egen.json"))
        assert found.faults == ()
        assert {one.outside_id for one in found.services} == wanted


def test_our_own_support_forms_are_known_by_their_ids(alva: Importer) -> None:
    keys = ids(f"{HSDS}/services?per_page=100", slug="gislaved")
    data = ask(f"{HSDS}/services/{keys[0]}", slug="gislaved")
    alva.choose(data, source="Gislaved")
    assert "Nytt utkast</span>" in alva.text
    alva.send("save", None)
    (content,) = alva.drafts().values()
    assert content.support_form == Offer.objects.get(pk=keys[0]).support_form_id
