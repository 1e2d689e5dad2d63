"""How far each language has come: the program's texts and the municipality's own, read by a person or not."""

from dataclasses import dataclass

from django.conf import settings

from anhoriglots.casework.queries.request_words import language_name
from anhoriglots.design.catalogues import SOURCE, texts_in, unchecked
from anhoriglots.organisations.queries import MunicipalityPage

# The language in which every text of the program exists, which a test holds it to.
WHOLE = "en"
PLAIN = {"sv-simple": "Lätt svenska"}
SCOPES = {"everything": "Alla öppna sidor", "core_path": "De viktigaste sidorna", "start_page": "Bara startsidan"}
PUBLISHED = "Visas"
HELD_BACK = "Visas inte i drift förrän alla texter i programmet är kontrollerade"


@dataclass(frozen=True, slots=True)
class Counted:
    """Texts that a person has read, that nobody has read, and that are not there."""

    checked: int
    unchecked: int
    missing: int


@dataclass(frozen=True, slots=True)
class LanguageRow:
    """One language of the municipality. ``program`` is None where the catalogue has not been compiled."""

    code: str
    name: str
    scope: str
    program: Counted | None
    own: Counted
    state: str
    is_held_back: bool


def languages_of(municipality: MunicipalityPage) -> list[LanguageRow]:
    """Each language that the profile has turned on, but for Swedish, which the texts are written in."""
    rows = [row for row in municipality.own["languages"] if row["code"] != SOURCE]
    return [_row(municipality, row["code"], row["scope"]) for row in rows]


def _row(municipality: MunicipalityPage, code: str, scope: str) -> LanguageRow:
    is_held_back = code in settings.DRAFT_LANGUAGES
    return LanguageRow(
        code=code,
        name=PLAIN.get(code) or language_name(code).capitalize(),
        scope=SCOPES[scope],
        program=_program(code),
        own=_own(municipality, code),
        state=HELD_BACK if is_held_back else PUBLISHED,
        is_held_back=is_held_back,
    )


def _program(code: str) -> Counted | None:
    locale = settings.LOCALE_PATHS[0]
    there, drafts, whole = texts_in(code, locale), unchecked(code, locale), texts_in(WHOLE, locale)
    if there is None or drafts is None or whole is None:
        return None
    return Counted(checked=there - drafts, unchecked=drafts, missing=max(whole - there, 0))


def _own(municipality: MunicipalityPage, code: str) -> Counted:
    told = municipality.own_texts.get(code, {})
    return Counted(*(told.get(name, 0) for name in ("checked", "unchecked", "missing")))
