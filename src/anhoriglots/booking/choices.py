"""The fixed answers of booking: stable codes with the words on screen."""

from django.db.models import TextChoices


class Seating(TextChoices):
    """What a seat is a seat for."""

    COURSE = "course", "Alla gånger i följd"
    MEETING = "meeting", "En gång i taget"
    OPEN = "open", "Öppet, ingen bokning"


class Way(TextChoices):
    """Where it takes place."""

    PLACE = "place", "På plats"
    ONLINE = "online", "På nätet"
    HYBRID = "hybrid", "På plats eller på nätet"


class LeaderKind(TextChoices):
    """Who leads: seed item N69 asks for all three."""

    STAFF = "staff", "Någon som arbetar hos oss"
    VOLUNTEER = "volunteer", "En frivillig"
    PARTNER = "partner", "En förening eller annan samarbetspartner"


class Access(TextChoices):
    """What makes it possible for more people to come."""

    LIFT = "lift", "Hiss eller utan trappor"
    TOILET = "toilet", "Toalett för rullstol"
    HEARING_LOOP = "hearing_loop", "Hörslinga"
    PARKING = "parking", "Parkering nära"
    INTERPRETER = "interpreter", "Tolk går att få"


class Rhythm(TextChoices):
    """How a series goes on."""

    WEEKLY = "weekly", "Varje vecka"
    FORTNIGHTLY = "fortnightly", "Varannan vecka"
    MONTHLY = "monthly", "Samma veckodag varje månad"


class Reach(TextChoices):
    """How somebody who has booked learns that a meeting is cancelled (ux 3.3)."""

    TEXT = "text", "Sms"
    EMAIL = "email", "E-post"
    PHONE = "phone", "Telefon"
    LETTER = "letter", "Brev"
    CODE = "code", "Jag tittar själv med koden"


class CancelReason(TextChoices):
    """One optional tap when somebody cancels (ux 3.18). The first five are those of the source document (L)."""

    NOT_FOR_THEM = "not_for_them", "Passar inte den jag hjälper"
    NOT_FOR_ME = "not_for_me", "Passar inte mig"
    NOT_GOOD_ENOUGH = "not_good_enough", "Inte bra nog"
    WRONG_TIME = "wrong_time", "Fel tid"
    TOO_COSTLY = "too_costly", "För dyrt"
    NOT_READY = "not_ready", "Inte redo nu"
    NOT_SAID = "not_said", "Vill inte säga"
