"""Writes the texts of a group in one more language, and notes whether a person who knows it has read them."""

from collections.abc import Mapping
from datetime import datetime
from uuid import UUID

from django.db import transaction

from anhoriglots.accounts.queries import Actor
from anhoriglots.audit.actions import record
from anhoriglots.kernel.decision import Refused, forbidden

from ..models import Group
from ..policies import may_lead, may_plan_groups
from ..queries.translations import SOURCE, untranslated
from ..workflow import GroupStep


@transaction.atomic
def translate_group(
    *, actor: Actor, group_id: UUID, language: str, texts: Mapping[str, str], read: bool, at: datetime
) -> None:
    """Save the texts; an empty one is shown in Swedish.

    Args:
        language: one that the municipality offers.
        texts: by name; others than those that the group has in Swedish are left out.
        read: True when a person who knows the language has read all of them.

    Raises:
        Group.DoesNotExist: not a group of the board.
        Refused: not one's own, cancelled, or the language is Swedish.
    """
    group = Group.objects.select_for_update(no_key=True).get(pk=group_id, board_id=actor.board_id)
    may_plan_groups(actor).require()
    may_lead(actor, group).require()
    if group.step == GroupStep.CANCELLED:
        raise Refused(forbidden("cancelled", "Gruppen är inställd och kan inte ändras."))
    if language == SOURCE:
        raise Refused(forbidden("is-source", "Svenskan ändrar du under Ändra gruppen."))
    for name in untranslated(group):
        own = {code: text for code, text in group.texts[name].items() if code != language}
        group.texts[name] = own | ({language: texts[name]} if texts.get(name) else {})
    written = sorted(name for name in untranslated(group) if language in group.texts[name])
    others = {code: names for code, names in group.checked.items() if code != language}
    group.checked = others | ({language: written} if read and written else {})
    group.save(update_fields=["texts", "checked"])
    record(action="booking.translate_group", at=at, object_id=group.pk)
