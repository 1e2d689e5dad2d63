"""The visitor's answers as they travel from page to page, encrypted in the address (see database.browser)."""

import secrets
from dataclasses import asdict, dataclass, fields, replace
from datetime import datetime
from typing import Any, Self
from urllib.parse import urlencode

from django.http import HttpRequest
from django.urls import reverse

from anhoriglots.catalogue.queries.offers import Wishes
from anhoriglots.database.browser import seal_for, unseal_from

TOKEN = "t"  # noqa: S105 - the name in the address
# The answer "I do not know" to where one lives; an empty text means that nobody has asked yet.
UNKNOWN = "-"


@dataclass(frozen=True, slots=True)
class Answers:
    """Base of what travels: only what differs from the default is written."""

    def packed(self) -> dict[str, Any]:
        """As plain data."""
        default = type(self)()
        return {name: value for name, value in asdict(self).items() if value != getattr(default, name)}

    @classmethod
    def unpacked(cls, data: dict[str, Any]) -> Self:
        """From plain data; names of an older release are left out."""
        known = {field.name for field in fields(cls)}
        return cls(**{name: _frozen(value) for name, value in data.items() if name in known})


def _frozen(value: Any) -> Any:
    return tuple(value) if isinstance(value, list) else value


@dataclass(frozen=True, slots=True)
class GuideAnswers(Answers):
    """The four questions of the guide; all may be empty."""

    lines: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()
    district: str = ""
    way: str = ""

    @property
    def known_district(self) -> str | None:
        """Key of the own district, or None when it is not known."""
        return self.district if self.district not in ("", UNKNOWN) else None

    def wishes(self, *, exclusive: frozenset[str]) -> Wishes:
        """As the catalogue asks; "I would rather not say" is no line."""
        return Wishes(
            lines=frozenset(self.lines) - exclusive,
            needs=self.needs,
            district=self.known_district,
            way=self.way or None,
        )


@dataclass(frozen=True, slots=True)
class ContactAnswers(Answers):
    """The contact request so far. ``checked`` when the visitor has seen the last page and is changing one answer.

    ``silent`` when it is not safe that anybody calls or writes.
    """

    submission: str = ""
    reply: str = ""
    for_another: bool = False
    other_person_knows: bool | None = None
    contact: str = ""
    call_time: str = ""
    may_say_who_calls: bool = False
    district: str = ""
    call_me: str = ""
    remark: str = ""
    lines: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()
    interpreter_language: str = ""
    wants_support_contact: bool = False
    support_contact_wish: str = ""
    silent: bool = False
    told_more: bool = False
    checked: bool = False

    def begun(self) -> "ContactAnswers":
        """With the secret by which the form that is sent twice is known again."""
        return self if self.submission else replace(self, submission=secrets.token_urlsafe(16))


def address(request: HttpRequest, name: str, answers: Answers, *, at: datetime, args: tuple[str, ...] = ()) -> str:
    """The address of a page, with the answers in it."""
    token = seal_for(request, answers.packed(), use=_use(type(answers)), at=at)
    return f"{reverse(name, args=args)}?{urlencode({TOKEN: token})}"


def read(request: HttpRequest, kind: type[Answers], *, at: datetime) -> Any:
    """The answers in the address; none yet when there is no token.

    Raises:
        Gone: they cannot be read here, or not any longer.
    """
    token = request.GET.get(TOKEN, "")
    return kind.unpacked(unseal_from(request, token, use=_use(kind), at=at)) if token else kind()


def _use(kind: type[Answers]) -> str:
    return f"public:{kind.__name__}"
