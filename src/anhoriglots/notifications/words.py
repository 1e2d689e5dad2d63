"""The sentences. They tell that there is a time, never what it is for: somebody else may read the screen.

No sentence may hold a word of ``kernel/revealing.py`` in any language; the tests read them all.
"""

from dataclasses import dataclass
from datetime import datetime

from django.conf import settings
from django.urls import get_script_prefix, reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, override

from anhoriglots.design.words import moment_in_words
from anhoriglots.kernel.revealing import revealing_word
from anhoriglots.organisations.queries import MunicipalityPage

from .choices import Words

SENTENCES = {
    Words.REMINDER: gettext_lazy("Du har en tid %(time)s. Ändra: %(link)s"),
    Words.CANCELLED: gettext_lazy("Tiden %(time)s är inställd. Läs mer: %(link)s"),
    Words.ALL_CANCELLED: gettext_lazy("Tiden %(time)s och alla senare tider är inställda. Läs mer: %(link)s"),
    Words.MOVED: gettext_lazy("Du har fått en ny tid: %(time)s. Läs mer: %(link)s"),
    Words.ADDED: gettext_lazy("Du har fått en tid till: %(time)s. Läs mer: %(link)s"),
    Words.OFFERED: gettext_lazy("Det finns en plats till dig %(time)s. Svara senast %(until)s: %(link)s"),
    Words.NEWS: gettext_lazy("Det finns något nytt om din tid %(time)s. Läs mer: %(link)s"),
}


@dataclass(frozen=True, slots=True)
class Written:
    """A message as its reader sees it."""

    subject: str
    text: str


def written(
    words: Words, *, language: str, time: datetime, until: datetime | None, municipality: MunicipalityPage
) -> Written:
    """The sentence in the reader's language, or in Swedish when we do not speak it.

    Args:
        time: what it is about; ``until`` the last instant to answer, where an answer is asked for.
    """
    with override(language if language in dict(settings.LANGUAGES) else settings.LANGUAGE_CODE):
        filled = {
            "time": moment_in_words(time),
            "until": moment_in_words(until) if until else "",
            "link": code_page_address(municipality),
        }
        return Written(subject=_("Din tid"), text=str(SENTENCES[words]) % filled)


def code_page_address(municipality: MunicipalityPage) -> str:
    """Where the reader writes their code; without the code. Empty when no address may stand in a message.

    A host name that reveals what it is about, like one with the name of the service, is never written.
    """
    base = _base(municipality)
    if not base or revealing_word(base):
        return ""
    return base + reverse(settings.SITE_PAGES["code"]).removeprefix(get_script_prefix())


def _base(municipality: MunicipalityPage) -> str:
    if settings.PUBLIC_URL:
        return f"{settings.PUBLIC_URL.rstrip('/')}/{municipality.slug}/"
    hosts = municipality.own["hosts"]
    return f"https://{hosts[0]}/" if hosts else ""
