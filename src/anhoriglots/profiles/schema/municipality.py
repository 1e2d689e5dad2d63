"""profile.yaml: who the municipality is and what it promises."""

from datetime import date, time
from typing import Annotated, Literal

from pydantic import AfterValidator, BeforeValidator, Field, StringConstraints, model_validator

from anhoriglots.kernel.revealing import revealing_word

from .base import Key, Language, LanguageCode, Line, Name, Phone, Row, SourcedRow, Text, Url
from .decisions import Decided

Colour = Annotated[str, StringConstraints(pattern=r"^#[0-9A-Fa-f]{6}$")]
Email = Annotated[str, StringConstraints(pattern=r"^[a-z0-9._+-]{1,64}@[a-z0-9-]+(\.[a-z0-9-]+)+$", max_length=120)]
Host = Annotated[str, StringConstraints(pattern=r"^[a-z0-9][a-z0-9.-]{2,252}$")]


def clock_time(value: object) -> object:
    """Reads "15:00" as a time of day; anything else is left for the schema to refuse."""
    if not isinstance(value, str):
        return value
    try:
        return time.fromisoformat(value)
    except ValueError:
        raise ValueError(f'"{value}" är inget klockslag, skriv till exempel "15:00"') from None


ClockTime = Annotated[time, BeforeValidator(clock_time)]


def unrevealing(value: str) -> str:
    """The same text; a fault when it holds a word that tells what a message is about."""
    if word := revealing_word(value):
        raise ValueError(f'"{word}" avslöjar vad meddelandet handlar om, välj ett neutralt namn')
    return value


class Theme(Row):
    """Colours as #RRGGBB, corner radius in pixels and font names; what is left out is the design system's own.

    Only the form is checked here; the contrast is checked with the design system's arithmetic.
    """

    accent: Colour
    brand1: Colour
    brand2: Colour
    neutral: Colour | None = None
    radius: Annotated[int, Field(ge=0, le=10)]
    font: Line | None = None


class Contact(Row):
    """The way in for a person who would rather talk."""

    phone: Phone
    hours: Text


class Promise(Row):
    """How soon somebody calls back: within so many working days, at the latest at this hour."""

    working_days: Annotated[int, Field(ge=0, le=10)]
    latest: ClockTime


class RetentionDecision(Decided):
    """The municipality's decision on how long what visitors leave is kept (arkivlagen 10 §); perhaps invented."""

    example: bool = False


class Retention(Row):
    """Days before what the visitor left is deleted, and who says so.

    Attributes:
        contact_days: counted from when the request was closed.
        thread_days: counted from the last visit with the code.
        booking_days: counted from the last meeting of what was booked.
        fault_days: counted from when a report of a fault in the pages was answered.
    """

    contact_days: Annotated[int, Field(ge=1, le=365)]
    thread_days: Annotated[int, Field(ge=1, le=365)]
    booking_days: Annotated[int, Field(ge=1, le=365)]
    fault_days: Annotated[int, Field(ge=1, le=365)]
    decision: RetentionDecision


class Messages(Row):
    """Who e-mail and text messages come from. Whoever holds the telephone reads it, so it tells nothing more.

    Attributes:
        sender: the name beside the address and under the letter.
        email: the address; answers to it are not read.
        text_sender: what a telephone shows; the networks carry 11 plain letters and digits.
    """

    sender: Annotated[Name, AfterValidator(unrevealing)]
    email: Annotated[Email, AfterValidator(unrevealing)]
    text_sender: Annotated[str, StringConstraints(pattern=r"^[A-Za-z][A-Za-z0-9 ]{2,10}$"), AfterValidator(unrevealing)]


class Gap(Row):
    """What the pages do not meet yet.

    Attributes:
        what: what does not work, or what is not known, in plain words.
        reason: "lacking" is to be mended; "too_heavy" is the exception of the act, told with ``assessment`` and the day
            it was made; "outside" is nothing that the act asks for.
    """

    what: Text
    reason: Literal["lacking", "too_heavy", "outside"]
    assessment: Text | None = None
    assessed_on: date | None = None

    @model_validator(mode="after")
    def _assessed_when_too_heavy(self) -> "Gap":
        if (self.reason == "too_heavy") != (self.assessment is not None and self.assessed_on is not None):
            raise ValueError("assessment och assessed_on ska stå när reason är too_heavy, och bara då")
        return self


class Accessibility(Row):
    """What the accessibility statement says of this municipality's pages (lag 2018:1937 13 §).

    Attributes:
        status: how much of the requirements the pages meet, as somebody here has judged.
        reviewed_on: when somebody last went through the statement.
        answer_days: working days in which a report of a fault is answered.
        gaps: what is not met, beside what the register of reports tells.
    """

    status: Literal["fully", "partly", "not"]
    reviewed_on: date
    answer_days: Annotated[int, Field(ge=0, le=20)]
    gaps: tuple[Gap, ...]

    @model_validator(mode="after")
    def _nothing_lacks_when_all_is_met(self) -> "Accessibility":
        if self.status == "fully" and any(gap.reason != "outside" for gap in self.gaps):
            raise ValueError('status kan inte vara "fully" när något i gaps saknas')
        return self


class MinorityLanguage(SourcedRow):
    """What the municipality itself knows of a national minority language here (lag 2009:724 6-9 §§).

    Which municipalities the act names is known by the law; this is what it does not say.

    Attributes:
        joined: whether the municipality has joined the language's area by a decision of the government; left out while
            nobody has said so, and then the page says that it is not known.
        staff_can: whether somebody at work here knows the language; left out in the same way.
    """

    language: Literal["finnish", "sami", "meankieli", "yiddish", "romani"]
    joined: bool | None = None
    staff_can: bool | None = None


class GuideSwitches(Row):
    """Which questions of the guide are asked here."""

    ask_district: bool


class Municipality(SourcedRow):
    """The municipality itself.

    Attributes:
        code: the four digits of Statistics Sweden.
        slug: the name in addresses, when municipalities share a host.
        hosts: host names that lead straight to this municipality; may be empty.
        minority_languages: what is known here beside the act; a language without a row is not known.
        leave_url: the harmless page that the leave button opens.
        cash_allowance: whether money to carers exists; when false no public text may promise it.
        other_municipality: what a person who lives elsewhere is told.
    """

    code: Annotated[str, StringConstraints(pattern=r"^[0-9]{4}$")]
    slug: Annotated[Key, StringConstraints(max_length=30)]
    name: Name
    service_name: Text
    hosts: tuple[Host, ...]
    languages: Annotated[tuple[Language, ...], Field(min_length=1)]
    theme: Theme
    contact: Contact
    leave_url: Url
    promise: Promise
    retention: Retention
    messages: Messages
    accessibility: Accessibility
    minority_languages: tuple[MinorityLanguage, ...] = ()
    cash_allowance: bool
    guide: GuideSwitches
    other_municipality: Text

    @property
    def full_languages(self) -> tuple[LanguageCode, ...]:
        """The languages in which every public text must exist."""
        return tuple(language.code for language in self.languages if language.scope == "everything")
