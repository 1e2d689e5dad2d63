"""A group is written in the languages of the municipality; what nobody has read is a draft, and a copy keeps it all."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

import pytest

from anhoriglots.accounts.roles import Role
from anhoriglots.booking.actions.cancel_meeting import cancel_group
from anhoriglots.booking.models import Group

from .conftest import Desk
from .test_groups import before, filled, only_group, ready

pytestmark = pytest.mark.django_db
__all__ = ["before"]
TEXTS = {"title": {"sv": "Gruppen (exempel)"}, "place": {"sv": "Biblioteket"}}
SOMALI = {"title": "Kooxda (tusaale)", "place": "Maktabadda"}


def path(group: Group, language: str = "so") -> str:
    return f"grupper/{group.pk}/sprak/{language}"


def test_texts_are_written_beside_the_swedish_and_read_by_somebody(alva: Desk, before: datetime) -> None:
    group = ready(alva, at=before, texts=TEXTS)
    page = alva.get(f"grupper/{group.pk}").text
    assert "Somaliska" in page
    assert "inget skrivet, visas på svenska" in page
    form = alva.get(path(group)).text
    assert "På svenska: Biblioteket" in form
    assert 'lang="so"' in form
    assert alva.post(path(group), **SOMALI).status == 303
    saved = only_group(alva)
    assert saved.texts["title"] == {"sv": "Gruppen (exempel)", "so": "Kooxda (tusaale)"}
    assert saved.checked == {}
    assert "ska läsas av en person som kan språket" in alva.get(f"grupper/{group.pk}", gjort="translated").text
    assert "Maktabadda" in alva.get(path(group)).text
    alva.post(path(group), **SOMALI, read="on")
    assert only_group(alva).checked == {"so": ["place", "title"]}
    assert "läst av en person" in alva.get(f"grupper/{group.pk}").text


def test_an_empty_text_is_swedish_and_what_is_no_text_of_the_group_is_left_out(alva: Desk, before: datetime) -> None:
    group = ready(alva, at=before, texts=TEXTS)
    alva.post(path(group), title="Kooxda", place=" ", first_time="Hej", read="on")
    saved = only_group(alva)
    assert saved.texts == {"title": {"sv": "Gruppen (exempel)", "so": "Kooxda"}, "place": {"sv": "Biblioteket"}}
    assert saved.checked == {"so": ["title"]}
    assert "läst av en person, en del visas på svenska" in alva.get(f"grupper/{group.pk}").text
    alva.post(path(group), title="", read="on")
    assert (only_group(alva).texts, only_group(alva).checked) == (TEXTS, {})


def test_too_long_a_text_is_told_and_stays(alva: Desk, before: datetime) -> None:
    group = ready(alva, at=before, texts=TEXTS)
    page = alva.post(path(group), title="K" * 81)
    assert page.status == 422
    assert "Korta den till högst 80 tecken." in page.text
    assert "K" * 81 in page.text


def test_a_language_that_the_municipality_has_not_is_nowhere(
    alva: Desk, desk: Callable[..., Desk], before: datetime
) -> None:
    group = ready(alva, at=before, texts=TEXTS)
    for language in ("sv", "de", "xx", "so-"):
        assert alva.get(path(group, language)).status == 404
    assert desk(Role.CARER_ADVISOR, board="social_board", name="Ute").get(path(group)).status == 404
    leader = desk(Role.CARER_REPRESENTATIVE, name="Otto")
    assert leader.get(path(group)).status == 403


def test_a_cancelled_group_is_not_translated(alva: Desk, before: datetime) -> None:
    group = ready(alva, at=before, texts=TEXTS)
    with alva.scope():
        cancel_group(actor=alva.actor, group_id=group.pk, at=before)
    page = alva.post(path(group), **SOMALI)
    assert page.status == 422
    assert "Gruppen är inställd" in page.text


@pytest.mark.parametrize(
    ("changes", "checked"),
    [({}, {"so": ["place", "title"]}), ({"place": "Torget"}, {"so": ["title"]})],
    ids=["the same", "another place"],
)
def test_a_copy_keeps_the_translations(
    alva: Desk, now: datetime, changes: dict[str, Any], checked: dict[str, list[str]]
) -> None:
    texts = {name: {**written, "so": SOMALI[name]} for name, written in TEXTS.items()}
    old = ready(alva, at=now, texts=texts, checked={"so": ["place", "title"]})
    page = alva.get("grupper/ny", som=str(old.pk))
    assert "Översättningarna följer med." in page.text
    sent = filled(alva, now, title="Gruppen (exempel)", **{"place": "Biblioteket", **changes}, som=page.hidden("som"))
    preview = alva.post("grupper/ny", **sent)
    assert alva.post("grupper/ny", **preview.carried, do="publish").status == 303
    with alva.scope():
        copy = Group.objects.exclude(pk=old.pk).get()
    assert {name: copy.texts[name]["so"] for name in TEXTS} == SOMALI
    assert copy.checked == checked
