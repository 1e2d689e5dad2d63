"""Where a request is, in words to the one who asked."""

from django.utils.translation import gettext_lazy as _

from anhoriglots.design.fields import Text

STATUS: dict[str, Text] = {
    "received": _("Mottagen"),
    "tried": _("Vi har försökt nå dig"),
    "answered": _("Besvarad"),
    "closed": _("Klart"),
}
STATUS_TEXT: dict[str, Text] = {
    "received": _("Vi har fått ditt meddelande."),
    "tried": _("Vi försöker igen. Du kan också ringa oss."),
    "answered": _("Läs svaret här nedanför."),
    "closed": _("Vi har pratat klart. Du kan skriva igen om du vill."),
}
# Instead of the promise to try again, while it is not safe.
SILENT_TEXT: Text = _("Nu ringer vi inte och skriver inte. Du kan ringa oss.")
# What is said after something was done; the address carries the word.
DONE: dict[str, Text] = {
    "line": _("Vi har fått det du skrev."),
    "accept": _("Tack. Vi har sagt till att det blir bra."),
    "decline": _("Tack för att du sa till. Du får ingen stödkontakt nu."),
    "change": _("Vi letar efter en annan person. Du ser här vem det blir."),
    "end": _("Vi har avslutat din stödkontakt."),
    "again": _("Vi letar efter en stödkontakt. Du ser här vem det blir."),
    "silent": _("Från och med nu ringer vi inte och skickar inget."),
    "safe": _("Nu får vi höra av oss igen."),
    "late": _("Ditt svar kom inte med. Något ändrades innan du svarade. Så här är det nu."),
}
BOOKING_DONE: dict[str, Text] = {
    "ja": _("Tack. Din plats är bokad."),
    "ko": _("Du står i kön igen."),
    "relief": _("Tack. Vi har fått ditt svar."),
    "why": _("Tack. Det hjälper oss."),
    "late": _("Ditt svar kom inte med. Något ändrades innan du svarade. Så här är det nu."),
}
