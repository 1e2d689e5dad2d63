"""Stöd: an offer is written, read, published, changed by two at once, withdrawn and taken up again; nothing is lost."""

import re
from collections.abc import Callable
from datetime import datetime
from typing import Any
from uuid import UUID

import pytest

from anhoriglots.accounts.roles import Role
from anhoriglots.booking.tests.groups import a_group
from anhoriglots.catalogue.models import Offer, OfferDraft, OfferVersion
from anhoriglots.organisations.models import Unit

from .conftest import Desk
from .test_groups import soon
from .test_statements import FROZEN, statements

pytestmark = pytest.mark.django_db
WRITERS = {Role.CARER_ADVISOR, Role.COORDINATOR, Role.UNIT_MANAGER}
TITLE = "Promenad med andra (exempel)"


@pytest.fixture
def talk(alva: Desk) -> Offer:
    """An offer of the profile that Alva's unit owns."""
    return Offer.objects.get(municipality="0480", offer_key="support_talk", board=alva.actor.board_id)


def filled(desk: Desk, **changes: Any) -> dict[str, Any]:
    """The form as it is sent."""
    unit = str(desk.actor.unit_ids[0])
    return {
        "title": TITLE,
        "summary": "Vi går en runda och pratar.",
        "how": "Ni ses vid biblioteket.",
        "time": "En timme varje tisdag.",
        "cost": "Kostar inget.",
        "what_next": "Du får veta nästa dag.",
        "support_form": "DS06",
        "access_route": "without_assessment",
        "consent_by": "carer",
        "needs": ["talk"],
        "ways": ["in_person"],
        "languages": ["sv"],
        "contact": unit,
        "owner": unit,
        "review_days": "182",
        "seen": "",
        "do": "save",
        **changes,
    }


def new_key(desk: Desk) -> str:
    """The key that the empty form sends to."""
    found = re.search(r'action="/nykoping/personal/stod/([0-9a-f-]{36})/andra"', desk.get("stod/ny").text)
    assert found
    return found[1]


def written(desk: Desk, **changes: Any) -> str:
    """A draft."""
    key = new_key(desk)
    done = desk.post(f"stod/{key}/andra", **filled(desk, **changes))
    assert done.status == 303, re.findall(r'error[^<]*">([^<]+)', done.text)
    return key


def published(desk: Desk, **changes: Any) -> str:
    """What everybody reads."""
    key = written(desk, **changes)
    page = desk.get(f"stod/{key}")
    assert desk.post(f"stod/{key}/publicera", seen=page.hidden("seen")).status == 303
    return key


def test_an_offer_is_written_read_as_everybody_will_read_it_and_published(alva: Desk) -> None:
    key = new_key(alva)
    done = alva.post(f"stod/{key}/andra", **filled(alva, do="preview"))
    assert done.address == f"/nykoping/stod/{key}/utkast/"
    preview = alva.client.get(done.address).content.decode()
    assert not Offer.objects.filter(pk=key).exists()
    seen = re.search(r'name="seen" value="([^"]+)"', preview)
    assert seen
    done = alva.post(f"stod/{key}/publicera", seen=seen[1])
    assert (done.status, done.address) == (303, f"/nykoping/personal/stod/{key}?gjort=publish")
    public = alva.client.get(f"/nykoping/stod/{key}/").content.decode()
    facts = re.compile(r'<dl class="facts">.*?</dl>', re.DOTALL)
    assert facts.findall(preview) == facts.findall(public) != []
    assert TITLE in alva.client.get("/nykoping/stod/", {"q": "promenad biblioteket"}).content.decode()


def test_a_draft_is_listed_for_the_board_and_seen_by_nobody_else(
    alva: Desk, kim: Desk, desk: Callable[..., Desk]
) -> None:
    key = written(alva, summary="", needs=[])
    assert TITLE in kim.get("stod").text
    assert "Skriv det som saknas på svenska: kort beskrivning." in kim.get(f"stod/{key}").text
    other = desk(Role.CARER_ADVISOR, board="social_board", name="Other")
    assert TITLE not in other.get("stod").text
    for path in ("", "/andra"):
        assert other.get(f"stod/{key}{path}").status == 404
    assert other.client.get(f"/nykoping/stod/{key}/utkast/").status_code == 404


def test_the_second_of_two_is_told_and_loses_nothing(alva: Desk, kim: Desk, talk: Offer) -> None:
    opened = {who: who.get(f"stod/{talk.pk}/andra").hidden("seen") for who in (alva, kim)}
    first = alva.post(f"stod/{talk.pk}/andra", **filled(alva, title="Alvas (exempel)", seen=opened[alva]))
    assert first.status == 303
    second = kim.post(f"stod/{talk.pk}/andra", **filled(kim, title="Kims (exempel)", seen=opened[kim]))
    assert second.status == 422
    assert "Någon annan har ändrat stödet" in second.text
    for words in ("Alvas (exempel)", "Kims (exempel)", "Så skiljer sig det som finns nu"):
        assert words in second.text
    again = kim.post(f"stod/{talk.pk}/andra", **filled(kim, title="Kims (exempel)", seen=second.hidden("seen")))
    assert again.status == 303
    with kim.scope():
        assert OfferDraft.objects.get(offer_id=talk.pk).content["texts"]["title"]["sv"] == "Kims (exempel)"


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({"title": ""}, "Skriv vad stödet heter."),
        ({"title": "x" * 301}, "Korta den till högst 300 tecken."),
        ({"title": "Ring 19121212-1212"}, "Det ser ut som ett personnummer."),
        ({"support_form": "X01"}, "Det valet finns inte längre."),
        ({"support_form": ""}, "Välj en stödform."),
        ({"access_route": "free"}, "Det valet finns inte längre."),
        ({"needs": ["nothing"]}, "Ett av valen finns inte längre."),
        ({"owner": "1"}, "Det valet finns inte längre."),
        ({"languages": []}, "Välj minst ett språk."),
        ({"outside_name": "Annan"}, "Skriv länken till tjänsten."),
        ({"outside_name": "Annan", "outside_url": "javascript:alert(1)"}, "Den börjar med https://"),
        ({"outside_url": "https://example.org/"}, "Skriv vad tjänsten heter."),
        ({"review_days": "0"}, "Det valet finns inte längre."),
    ],
)
def test_what_is_wrong_is_told_and_everything_typed_stays(alva: Desk, changes: dict[str, Any], told: str) -> None:
    key = new_key(alva)
    page = alva.post(f"stod/{key}/andra", **filled(alva, **changes))
    assert page.status == 422
    assert "<title>Fel: " in page.text
    assert told in page.text
    assert "Ni ses vid biblioteket." in page.text
    with alva.scope():
        assert not OfferDraft.objects.exists()


def test_the_law_says_no_on_the_page_with_its_section(alva: Desk) -> None:
    key = written(alva, support_form="IS05", consent_by="cared_for")
    page = alva.get(f"stod/{key}")
    assert "Lagen kräver alltid individuell behovsprövning" in page.text
    assert "kap." in page.text
    refused = alva.post(f"stod/{key}/publicera", seen=_seen(alva, key))
    assert refused.status == 409
    assert "Lagen kräver alltid individuell behovsprövning" in refused.text
    assert not Offer.objects.filter(pk=key).exists()


def _seen(desk: Desk, key: str) -> str:
    return desk.get(f"stod/{key}/andra").hidden("seen")


def test_withdrawing_asks_why_and_tells_of_groups_that_go_on(alva: Desk, now: datetime) -> None:
    key = published(alva)
    a_group(alva.actor, at=now, plan=soon(now))
    asked = alva.get(f"stod/{key}/dra-tillbaka")
    assert "De finns kvar och går att boka." in asked.text
    for missing in ({"reason": ""}, {"reason": "Slut"}, {"reason": "", "anyway": "on"}):
        assert alva.post(f"stod/{key}/dra-tillbaka", **missing).status == 422
    done = alva.post(f"stod/{key}/dra-tillbaka", reason="Ledaren har slutat (exempel).", anyway="on")
    assert done.status == 303
    assert alva.client.get("/nykoping/stod/", {"q": "promenad biblioteket"}).content.decode().count(TITLE) == 0
    page = alva.get(f"stod/{key}")
    for words in ("Tillbakadraget.", "Ledaren har slutat (exempel).", "Publicera igen"):
        assert words in page.text


def test_an_earlier_version_is_taken_up_as_a_draft(alva: Desk) -> None:
    key = published(alva)
    alva.post(f"stod/{key}/andra", **filled(alva, cost="Kostar tio kronor.", seen=_seen(alva, key)))
    alva.post(f"stod/{key}/publicera", seen=_seen(alva, key))
    page = alva.get(f"stod/{key}")
    for words in ("Kostar inget.", "Kostar tio kronor.", "Version 2"):
        assert words in page.text
    assert alva.post(f"stod/{key}/version", number="1").status == 303
    with alva.scope():
        assert OfferDraft.objects.get(offer_id=key).content["texts"]["cost"]["sv"] == "Kostar inget."
        assert OfferVersion.objects.filter(offer_id=key).count() == 2
    for nonsense in ("9", "", "-1", "ett", "²", "9" * 30):
        assert alva.post(f"stod/{key}/version", number=nonsense).status == 404


def test_a_new_offer_may_begin_as_another_of_whatever_municipality(alva: Desk, talk: Offer) -> None:
    elsewhere = Offer.objects.filter(municipality="0180", active=True)[0]
    for like in (talk, elsewhere):
        page = alva.get("stod/ny", som=str(like.pk))
        assert f"Ifyllt som {like.texts['title']['sv']}." in page.text
        assert like.texts["how"]["sv"] in page.text
        assert f"/stod/{like.pk}/andra" not in page.text
    for nothing in ("x", str(UUID(int=7))):
        assert alva.get("stod/ny", som=nothing).status == 200


def test_a_draft_is_thrown_away(alva: Desk) -> None:
    key = written(alva)
    done = alva.post(f"stod/{key}/kasta", seen=_seen(alva, key))
    assert (done.status, done.address) == (303, "/nykoping/personal/stod")
    assert TITLE not in alva.get("stod").text


def test_texts_are_written_in_the_languages_of_the_municipality(alva: Desk) -> None:
    english = {"title-en": "A walk", "summary-en": "We walk."}
    key = published(alva, **english)
    assert Offer.objects.get(pk=key).texts["title"] == {"sv": TITLE}
    alva.post(f"stod/{key}/andra", **filled(alva, **english, **{"read-en": "on"}, seen=_seen(alva, key)))
    alva.post(f"stod/{key}/publicera", seen=_seen(alva, key))
    assert Offer.objects.get(pk=key).texts["title"] == {"sv": TITLE, "en": "A walk"}


@pytest.mark.parametrize("role", [role for role in Role if role not in WRITERS])
def test_other_roles_read_the_list_and_see_no_way_to_write(desk: Callable[..., Desk], talk: Offer, role: Role) -> None:
    reader = desk(role, name="Reader")
    assert "Nytt stöd" not in reader.get("stod").text
    assert "Ändra och versioner" not in reader.get("stod").text
    for path in ("stod/ny", f"stod/{talk.pk}", f"stod/{talk.pk}/andra", f"stod/{talk.pk}/dra-tillbaka"):
        assert reader.get(path).status == 403
    assert reader.client.get(f"/nykoping/stod/{talk.pk}/utkast/").status_code == 403


def test_another_units_offer_is_read_and_not_written(desk: Callable[..., Desk], talk: Offer) -> None:
    other = Unit.objects.filter(board=talk.board_id).exclude(pk=talk.owner_id)[0]
    guest = desk(Role.CARER_ADVISOR, name="Guest", unit=other.key)
    page = guest.get(f"stod/{talk.pk}")
    assert page.status == 200
    assert "En annan enhet ansvarar för stödet." in page.text
    assert guest.get(f"stod/{talk.pk}/andra").status == 409
    assert guest.post(f"stod/{talk.pk}/dra-tillbaka", reason="Slut", anyway="on").status in (409, 422)
    assert Offer.objects.get(pk=talk.pk).active


def test_nonsense_is_not_found(alva: Desk, talk: Offer) -> None:
    elsewhere = Offer.objects.filter(municipality="0180")[0].pk
    for key in (elsewhere, UUID(int=7)):
        for path in ("", "/andra", "/dra-tillbaka"):
            assert alva.get(f"stod/{key}{path}").status == 404
        assert alva.post(f"stod/{key}/publicera", seen="").status == 404
    assert alva.post(f"stod/{elsewhere}/andra", **filled(alva)).status == 404
    assert alva.post(f"stod/{talk.pk}/publicera", seen="x").status == 409


def test_no_page_costs_more_statements_than_it_did(alva: Desk, talk: Offer) -> None:
    key = published(alva)
    for number in range(4):
        alva.post(f"stod/{key}/andra", **filled(alva, cost=f"Kostar {number} kronor.", seen=_seen(alva, key)))
        alva.post(f"stod/{key}/publicera", seen=_seen(alva, key))
    seen = _seen(alva, key)
    acts: dict[str, Callable[[], Any]] = {
        "offer": lambda: alva.get(f"stod/{key}"),
        "offer-form": lambda: alva.get(f"stod/{key}/andra"),
        "offer-save": lambda: alva.post(f"stod/{key}/andra", **filled(alva, cost="Gratis.", seen=seen)),
        "offer-preview": lambda: alva.client.get(f"/nykoping/stod/{key}/utkast/"),
        "offer-publish": lambda: alva.post(f"stod/{key}/publicera", seen=_seen(alva, key)),
    }
    assert {name: statements(act) for name, act in acts.items()} == {name: FROZEN[name] for name in acts}
