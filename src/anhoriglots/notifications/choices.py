"""The fixed answers of messages: stable codes with the words on screen."""

from django.db.models import TextChoices


class Way(TextChoices):
    """How a message reaches its reader. The first two go by themselves, the others by somebody's hand."""

    EMAIL = "email", "E-post"
    TEXT = "text", "Sms"
    PHONE = "phone", "Telefon"
    LETTER = "letter", "Brev"


class Words(TextChoices):
    """What a message says; words.py holds the sentence."""

    REMINDER = "reminder", "Påminnelse"
    CANCELLED = "cancelled", "Inställd tid"
    ALL_CANCELLED = "all_cancelled", "Inställda tider"
    MOVED = "moved", "Flyttad tid"
    ADDED = "added", "En tid till"
    OFFERED = "offered", "Erbjuden plats"
    NEWS = "news", "Något nytt om en tid"


class Why(TextChoices):
    """Why a message did not go, in words for the one who rings instead."""

    BY_HAND = "by_hand", "Vill bli nådd så"
    NOT_SET_UP = "not_set_up", "Kommunen skickar inte sådana meddelanden än"
    REFUSED = "refused", "Adressen eller numret tog inte emot"
    NO_ANSWER = "no_answer", "Servern som skickar svarade inte"
    TOO_LATE = "too_late", "Det hann inte gå i tid"
