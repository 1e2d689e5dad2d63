"""What a request is about, in words that name nobody: for lists, for the request page and for its title."""

from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any
from uuid import UUID

from babel import Locale

from ..choices import CallTime, Reply

VERBS = {
    Reply.CALL.value: "Ring upp",
    Reply.TEXT.value: "Skicka sms",
    Reply.EMAIL.value: "Skicka e-post",
    Reply.CODE.value: "Svara med kod",
    Reply.CALLS_IN.value: "Ringer själv",
    Reply.MEETS.value: "Vill ses",
}
QUIET = "Tyst uppringning"
SILENT = "Tyst: ring inte, skriv inte"
FROM_CHILD = "Barn eller ung"
NOTHING_LEFT = "Förfrågan utan uppgifter"
REFERENCE_SIGNS = 6


@cache
def language_name(code: str) -> str:
    """The language in Swedish, "arabiska" for "ar"; the code itself when nobody knows it."""
    return str(Locale("sv").languages.get(code, code))


def need_labels(guide: Mapping[str, Any]) -> dict[str, str]:
    """Swedish words for the needs of the municipality's guide, by key."""
    return {row["key"]: row["text"]["sv"] for row in guide.get("needs", [])}


def line_labels(guide: Mapping[str, Any]) -> dict[str, str]:
    """Swedish words for whom one helps, by key."""
    return {row["key"]: row["text"]["sv"] for row in guide.get("lines", [])}


def what(reply: str, needs: Iterable[str], *, wants_support_contact: bool, labels: Mapping[str, str]) -> str:
    """What the request is about: "Ring upp: prata med någon, egen tid". An erased one is about nothing."""
    if reply not in VERBS:
        return NOTHING_LEFT
    about = [_inside(labels.get(need, need)) for need in needs]
    if wants_support_contact:
        about.insert(0, "vill ha stödkontakt")
    return f"{VERBS[reply]}: {', '.join(about)}" if about else VERBS[reply]


def reference_of(request_id: UUID) -> str:
    """Six signs by which people can talk of one request, such as "3F9A12"; from the part of its key that is random."""
    return request_id.hex[-REFERENCE_SIGNS:].upper()


def call_time_words(call_time: str) -> str:
    """When we may call."""
    return str(CallTime(call_time).label)


def _inside(label: str) -> str:
    return label[:1].lower() + label[1:]
