"""The fixed answers of casework: stable codes with the words on screen."""

from django.db.models import TextChoices


class Reply(TextChoices):
    """How the visitor wants to be in touch (ux 3.2); the last two are the child entrance's own (ux 3.5)."""

    CALL = "call", "Ring mig"
    TEXT = "text", "Skicka sms"
    EMAIL = "email", "Skicka e-post"
    CODE = "code", "Kod"
    CALLS_IN = "calls_in", "Ringer själv"
    MEETS = "meets", "Vill ses"


class CallTime(TextChoices):
    """When we may call."""

    ANY = "any", "När som helst under öppettiden"
    MORNING = "morning", "Bara förmiddag"
    AFTERNOON = "afternoon", "Bara eftermiddag"


class Channel(TextChoices):
    """How a contact took place."""

    PHONE = "phone", "Telefon"
    VISIT = "visit", "Besök"
    DIGITAL = "digital", "Digitalt"
    MESSAGE = "message", "E-post eller sms"
    OUTREACH = "outreach", "Uppsökande"


class Topic(TextChoices):
    """What a contact was about."""

    INFORMATION = "information", "Information"
    TALK = "talk", "Samtal"
    GROUP = "group", "Grupp"
    RESPITE = "respite", "Avlösning"
    GUIDING = "guiding", "Lotsning"
    ECONOMY = "economy", "Ekonomi"
    CHILD_CONCERN = "child_concern", "Oro för barn"
    VIOLENCE = "violence", "Våld"


class Duration(TextChoices):
    """How long it took, in bands of minutes."""

    UNDER_15 = "0-15", "Under 15 min"
    UNDER_30 = "15-30", "15–30 min"
    UNDER_60 = "30-60", "30–60 min"
    OVER_60 = "60-", "Över 60 min"


class NextStep(TextChoices):
    """What happened next."""

    DONE = "done", "Klart"
    GUIDED = "guided", "Lotsad vidare"
    BOOKED = "booked", "Bokad"
    NEW_TIME = "new_time", "Ny tid"
    DECLINED = "declined", "Tackade nej"


class DeclineReason(TextChoices):
    """Why a carer says no: the five reasons of the lecture for managers, and two of our own."""

    NOT_CARED_FOR = "not_cared_for", "Passar inte den jag hjälper"
    NOT_CARER = "not_carer", "Passar inte mig"
    QUALITY = "quality", "Inte bra nog"
    TIME = "time", "Fel tid"
    COST = "cost", "För dyrt"
    NOT_READY = "not_ready", "Inte redo nu"
    UNSAID = "unsaid", "Ville inte säga"


class AgeBand(TextChoices):
    """The carer's age in bands; asked only when it helps."""

    CHILD = "0-17", "Under 18"
    YOUNG = "18-44", "18–44"
    MIDDLE = "45-64", "45–64"
    OLDER = "65-79", "65–79"
    OLDEST = "80-", "80 eller äldre"


class DocumentationMode(TextChoices):
    """How a contact may be written down (SoL 14:3-5)."""

    IDENTIFIED = "identified", "Med namn"
    COUNSELLING = "counselling", "Rådgivning, utan personuppgifter"
    DEIDENTIFIED = "deidentified", "Utan namn"
