"""The answers as the visitor reads them before sending, and as the action takes them."""

import re
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _

from anhoriglots.casework.actions.receive_request import Asked
from anhoriglots.casework.choices import CallTime, Reply
from anhoriglots.design.foreign import listed
from anhoriglots.organisations.queries import districts_of

from .answers import UNKNOWN, ContactAnswers, address
from .choices import INTERPRETER_LANGUAGES, asks_district, district_choices, guide_choices
from .contact_forms import CALL_TIMES, REPLIES, WishForm
from .pages import OpenRequest


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the summary; ``href`` leads back to the question."""

    label: str
    value: str
    href: str


def asked_of(answers: ContactAnswers) -> Asked:
    """The answers as the action takes them: what belongs to a way that was left is not sent along."""
    calls = answers.reply == Reply.CALL
    return Asked(
        reply=Reply(answers.reply),
        contact="" if answers.reply == Reply.CODE else answers.contact,
        call_time=CallTime(answers.call_time or CallTime.ANY) if calls else CallTime.ANY,
        may_say_who_calls=answers.may_say_who_calls if calls else False,
        for_another=answers.for_another,
        other_person_knows=answers.other_person_knows if answers.for_another else None,
        district=answers.district if answers.district not in ("", UNKNOWN) else None,
        call_me=answers.call_me,
        remark=answers.remark,
        lines=answers.lines,
        needs=answers.needs,
        interpreter_language=answers.interpreter_language,
        wants_support_contact=answers.wants_support_contact,
        support_contact_wish=answers.support_contact_wish if answers.wants_support_contact else "",
        silent=answers.silent and answers.reply == Reply.CODE,
    )


def summary_rows(request: OpenRequest, answers: ContactAnswers, *, at: datetime) -> list[Row]:
    """Every answer with a link that changes it."""
    addresses = {name: address(request, name, answers, at=at) for name in ADDRESSES}
    rows = [*_way_rows(answers), *_district_rows(request, answers), *_more_rows(request, answers)]
    return [Row(label, value, addresses[name]) for label, value, name in rows]


ADDRESSES = ("contact", "contact-another", "contact-details", "contact-district", "contact-more", "contact-wish")
Line = tuple[str, str, str]


def _way_rows(answers: ContactAnswers) -> list[Line]:
    rows: list[Line] = []
    if answers.for_another:
        rows.append((_("Du hjälper någon annan"), _("Ja"), "contact"))
        knows = _("Ja") if answers.other_person_knows else _("Nej")
        rows.append((_("Vet personen om att du frågar?"), knows, "contact-another"))
    how = "contact-another" if answers.for_another else "contact"
    rows.append((_("Så hör vi av oss"), _words(REPLIES, answers.reply), how))
    if answers.reply in (Reply.CALL, Reply.TEXT):
        rows.append((_("Telefonnummer"), spaced(answers.contact), "contact-details"))
    if answers.silent and answers.reply == Reply.CODE:
        rows.append((_("Ring inte, skriv inte"), _("Ja"), how))
    if answers.reply == Reply.EMAIL:
        rows.append((_("E-postadress"), answers.contact, "contact-details"))
    return [*rows, *_call_rows(answers)] if answers.reply == Reply.CALL else rows


def _call_rows(answers: ContactAnswers) -> list[Line]:
    says = _("Ja, det går bra") if answers.may_say_who_calls else _("Nej, säg inget")
    return [
        (_("När vi får ringa"), _words(CALL_TIMES, answers.call_time), "contact-details"),
        (_("Får vi säga var vi ringer från?"), says, "contact-details"),
    ]


def _district_rows(request: OpenRequest, answers: ContactAnswers) -> list[Line]:
    if not asks_district(request.municipality):
        return []
    choices = district_choices(districts_of(request.municipality.code))
    return [(_("Där du bor"), _words(choices, answers.district), "contact-district")]


def _more_rows(request: OpenRequest, answers: ContactAnswers) -> list[Line]:
    needs = dict(guide_choices(request.municipality, "needs"))
    told = [
        (_("Vi kallar dig"), answers.call_me),
        (_("Du vill ha hjälp med"), listed("\n", [needs[need] for need in answers.needs if need in needs])),
        (_("Tolk"), _words(INTERPRETER_LANGUAGES, answers.interpreter_language)),
        (_("Bra att veta"), answers.remark),
        (_("Egen stödkontakt"), _("Ja") if answers.wants_support_contact else _("Nej")),
    ]
    rows = [(label, value or _("Inget skrivet"), "contact-more") for label, value in told]
    if answers.wants_support_contact:
        wishes = WishForm.base_fields["support_contact_wish"].choices  # type: ignore[attr-defined]
        rows.append((_("Vem du helst pratar med"), _words(wishes, answers.support_contact_wish), "contact-wish"))
    return rows


def spaced(number: str) -> str:
    """A Swedish mobile number in groups, so that it can be compared with the one at hand; others as they are."""
    if re.fullmatch(r"07[0-9]{8}", number):
        return f"{number[:3]}-{number[3:6]} {number[6:8]} {number[8:]}"
    return number


def _words(choices: Any, value: str) -> str:
    return str(dict(choices).get(value, ""))
