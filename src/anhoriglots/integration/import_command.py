"""``anhoriglots hsds import``, once Django is ready: the same steps as on the page, in one transaction."""

import argparse
import sys
from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from anhoriglots.accounts.models import User
from anhoriglots.accounts.queries import Actor, actor_for
from anhoriglots.database.scope import scope
from anhoriglots.kernel.decision import Refused
from anhoriglots.organisations.models import Unit

from .actions.choose_forms import choose_forms
from .actions.import_services import import_services
from .actions.read_file import Chosen, read_file
from .queries.import_preview import ImportPreview, import_preview


class Wrong(Exception):
    """The call cannot be carried out; the message says what to do."""


def take_in(options: argparse.Namespace, body: bytes) -> int:
    """Show the file, and save it when asked to. Nothing is left of one that is only shown.

    Raises:
        Unusable: nothing of the file can be used.
    """
    at = timezone.now()
    try:
        actor = _actor(options.municipality, options.user, at)
        return _taken(options, body, actor, at)
    except Wrong as wrong:
        print(f"anhoriglots: {wrong}", file=sys.stderr)
    except Refused as refused:
        print(f"anhoriglots: {refused.decision.sentence}", file=sys.stderr)
    return 1


def _taken(options: argparse.Namespace, body: bytes, actor: Actor, at: datetime) -> int:
    with scope(actor.municipality, actor.board_id, actor.user_id):
        chosen = Chosen(body, options.file.name, options.source, _unit(actor, options.unit))
        key = read_file(actor=actor, chosen=chosen, at=at)
        seen = import_preview(actor, key, at=at)
        choose_forms(actor=actor, file_id=key, forms=_forms(options.form, seen), at=at)
        seen = import_preview(actor, key, at=at)
        _show(seen)
        if not options.save:
            print(f"Inget är sparat. Spara det här med --save {seen.mark}")
            transaction.set_rollback(True)
            return 0
        told = import_services(actor=actor, file_id=key, mark=options.save, but_faulty=options.but_faulty, at=at)
    print(f"Sparat. Nya utkast: {told.new}. Ändrade utkast: {told.changed}. Inget är publicerat.")
    return 0


def _actor(municipality: str, username: str, at: datetime) -> Actor:
    with scope(municipality):
        user = User.objects.filter(municipality=municipality, username=username, is_active=True).first()
        actor = actor_for(user, on=timezone.localdate(at)) if user else None
    if actor is None:
        raise Wrong("Ingen med det namnet har ett uppdrag i kommunen.")
    return actor


def _unit(actor: Actor, key: str | None) -> UUID:
    rows = Unit.objects.filter(pk__in=actor.unit_ids, active=True).order_by("position")
    found = rows.filter(key=key).first() if key else rows.first()
    if found is None:
        raise Wrong("Personen arbetar inte i den enheten.")
    return found.pk


def _forms(written: list[str], seen: ImportPreview) -> dict[str, str]:
    keys = {one.name: one.key for one in seen.categories}
    pairs = [one.rpartition("=") for one in written]
    unknown = next((name for name, _sign, _code in pairs if name not in keys), None)
    if unknown is not None:
        raise Wrong(f"Ingen kategori i filen heter {unknown!r}. De heter {', '.join(keys)}.")
    return {keys[name]: code for name, _sign, code in pairs}


def _show(seen: ImportPreview) -> None:
    for row in seen.rows:
        print(f"{row.kind}: {row.service.name}{f' ({row.why})' if row.why else ''}")
    for fault in seen.faults:
        print(f"fel: {fault.file} {fault.place}: {fault.what} {fault.todo}")
    for notice in seen.notices:
        print(f"obs: {notice}")
    for one in seen.categories:
        print(f"kategori: {one.name} = {one.form or 'inte vald'}")
