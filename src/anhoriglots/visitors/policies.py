"""What a visitor may write in a line of their own."""

from django.utils.translation import gettext as _

from anhoriglots.kernel.decision import Decision, forbidden, permitted
from anhoriglots.kernel.identity import looks_like_personal_number

LINE_LIMIT = 200


def may_be_kept(text: str) -> Decision:
    """May the line be saved as it is? A personal number is refused: it is not needed, and must not lie here."""
    if looks_like_personal_number(text):
        return forbidden("personal-number", _("Det ser ut som ett personnummer. Ta bort det, vi behöver det inte."))
    if len(text) > LINE_LIMIT:
        return forbidden("too-long", _("Texten är för lång. Korta den till högst 200 tecken."))
    return permitted("plain-line", "")
