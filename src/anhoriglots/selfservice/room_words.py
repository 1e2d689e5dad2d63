"""What is said after something was done in a room; the address carries the word."""

from django.utils.translation import gettext_lazy as _

from anhoriglots.design.fields import Text

ROOM_DONE: dict[str, Text] = {
    "shown": _("Ditt inlägg visas nu."),
    "waiting": _("Ditt inlägg visas när någon har läst det."),
    "why": _("Tack. Det hjälper den som läser."),
    "gone": _("Det inlägget går inte att läsa längre."),
    "one": _("Ditt inlägg är borta."),
    "erased": _("Allt du har skrivit är borta. Ditt namn i rummet är också borta."),
}
