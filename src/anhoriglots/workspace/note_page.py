"""What the page Ny kontakt needs: its form with the board's choices, and where it came from."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.core import signing
from django.http import QueryDict
from django.utils.timezone import localdate

from anhoriglots.accounts.access import StaffRequest
from anhoriglots.casework.actions.note_contact import Submission
from anhoriglots.casework.choices import DocumentationMode
from anhoriglots.casework.queries.request_words import language_name
from anhoriglots.catalogue.queries.decisions import FormMode, form_modes
from anhoriglots.database.models import uuid7
from anhoriglots.organisations.queries import districts_of, target_groups_of

from .forms import NoteForm
from .last_form import last_form

SALT = "workspace.note"
LANGUAGES = ("sv", "ar", "fa", "fi", "so", "ti", "en", "pl", "es", "tr", "uk", "ku", "bs", "ru")
MODE_TITLES = {
    DocumentationMode.DEIDENTIFIED: "Utan namn",
    DocumentationMode.COUNSELLING: "Rådgivning",
    DocumentationMode.IDENTIFIED: "Med namn",
}


@dataclass(frozen=True, slots=True)
class ModeRow:
    """The support forms of one mode, side by side, and what the law says of the mode."""

    mode: str
    title: str
    options: list[Any]
    example: FormMode


def note_form(request: StaffRequest, at: datetime, data: QueryDict | None, modes: list[FormMode]) -> NoteForm:
    """The form with what this board and municipality give to choose from."""
    municipality = request.actor.municipality
    form = NoteForm(data, initial=_initial(request, modes))
    groups = target_groups_of(municipality)
    form.offer(
        forms=[(value_of(mode), mode.name) for mode in modes],
        groups=[(str(group.pk), _short(group.label)) for group in groups],
        districts=[(str(district.pk), district.name) for district in districts_of(municipality)],
        languages=[(code, language_name(code).capitalize()) for code in LANGUAGES],
    )
    return form


def _short(label: str) -> str:
    """The label as a name of the group: "Anhöriga till äldre" becomes "Äldre"."""
    kept = label.removeprefix("Anhöriga till ")
    return kept[:1].upper() + kept[1:]


def modes_at(request: StaffRequest, at: datetime) -> list[FormMode]:
    """The board's support forms as they are written down today."""
    return form_modes(request.actor.board_id, on=localdate(at))


def value_of(mode: FormMode) -> str:
    """The choice on the page: the form together with the mode that is shown."""
    return f"{mode.code}:{mode.mode}"


def _initial(request: StaffRequest, modes: list[FormMode]) -> dict[str, Any]:
    values = [value_of(mode) for mode in modes]
    last = last_form(request, actor_id=request.actor.user_id)
    return {"support_form": last if last in values else (values[0] if values else "")}


def mode_rows(form: NoteForm, modes: list[FormMode]) -> list[ModeRow]:
    """The choices of support form, grouped by how they are written down."""
    rows = []
    options = dict(zip((value_of(mode) for mode in modes), form["support_form"].options, strict=True))  # type: ignore[attr-defined]
    for mode, title in MODE_TITLES.items():
        of_mode = [each for each in modes if each.mode == mode]
        if of_mode:
            rows.append(ModeRow(mode.value, title, [options[value_of(each)] for each in of_mode], of_mode[0]))
    return rows


def new_submission(*, actor_id: UUID, board_id: UUID, at: datetime) -> str:
    """A key for one form, which only its own reader can send back, at the board and in the time it is meant for."""
    return signing.dumps([str(uuid7()), str(actor_id), str(board_id), at.isoformat()], salt=SALT)


def fresh_key(request: StaffRequest, at: datetime) -> str:
    """The key of a form that opens now, for the one who is signed in."""
    return new_submission(actor_id=request.actor.user_id, board_id=request.actor.board_id, at=at)


def read_submission(text: str, actor_id: UUID) -> Submission | None:
    """The form that was sent, or None when it was made for somebody else or not here."""
    try:
        key, owner, board, opened_at = signing.loads(text, salt=SALT)
    except signing.BadSignature:
        return None
    return Submission(UUID(key), UUID(board), datetime.fromisoformat(opened_at)) if owner == str(actor_id) else None


def key_or_none(text: str) -> UUID | None:
    """A key from a form or an address; None when it is none."""
    try:
        return UUID(text)
    except ValueError:
        return None


def carried(data: QueryDict, names: tuple[str, ...], **instead: str) -> list[tuple[str, str]]:
    """What the next page must carry in hidden fields: the taps, the form's key, and where it all began.

    Args:
        instead: values that replace what was sent.
    """
    return [(name, value) for name in names for value in ([instead[name]] if name in instead else data.getlist(name))]
