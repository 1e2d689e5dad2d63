"""Nobody who asks for help at night may meet an empty list, and no child may be promised what cannot be kept."""

from calendar import monthrange
from datetime import date

from anhoriglots.profiles.schema.profile import Profile

from .found import Findings, Found

FILE = "safety.yaml"
AUDIENCES = {"children": "barn", "afraid": "den som är rädd för någon"}
# What is told may have to be passed on, and guardians may come to know. Whoever says otherwise breaks a promise to a
# child. Beginnings of words, so that every inflection is met; a person still reads the text and approves it.
PROMISES = (
    "tystnadsplikt",
    "hemlig",
    "lovar",
    "ingen får veta",
    "ingen kommer att få veta",
    "stannar mellan oss",
    "berättar inte för",
    "säger inte till",
    "får inte veta",
    "secret",
    "confidential",
    "promise",
    "nobody will know",
    "no one will know",
    "stays between us",
    "do not tell your",
    "will not tell your",
    "don't tell your",
    "won't tell your",
    # Finnish
    "salaisuu",
    "luottamuksel",
    "lupaamme",
    "emme kerro",
    # Arabic
    "سرّ",
    "سري",
    "نعدك",
    "لن نخبر",
    # Somali
    "ballan",
    "sirta",
    "cidna uma sheegi",
    # Persian
    "محرمانه",
    "قول می",
    "به کسی نمی‌گوییم",
    # Ukrainian
    "таємн",
    "конфіденц",
    "обіця",
    "не скажемо",
)


def nobody_to_ring(profile: Profile) -> Findings:
    """Each audience needs at least one help-line that answers at every hour."""
    for audience, words in AUDIENCES.items():
        if not any(audience in line.audience and line.always_open for line in profile.safety.help_lines):
            message = f"ingen hjälplinje för {words} har öppet dygnet runt (always_open)"
            yield Found(FILE, ("help_lines",), message)


def promised_to_children(profile: Profile) -> Findings:
    """A sentence to children that promises secrecy, or that guardians will not be told."""
    for name, text in profile.safety.what_happens.sentences.items():
        for language in sorted(text.languages):
            promised = next((each for each in PROMISES if each in text.to(language).casefold()), "")
            if promised:
                message = f'"{promised}" lovar ett barn något som inte går att hålla'
                yield Found(FILE, ("what_happens", name, language), message)


def not_looked_at(profile: Profile, on: date) -> Findings:
    """Help-lines that nobody has checked for too long, or that are said to be checked in the future: warnings."""
    months = profile.safety.check_every_months
    for index, line in enumerate(profile.safety.help_lines):
        if _months_later(line.checked_on, months) < on:
            message = f"{line.name} är inte kontrollerad på {months} månader. Ring eller läs, och skriv dagens datum."
            yield Found(FILE, ("help_lines", index, "checked_on"), message)
        if line.checked_on > on:
            yield Found(FILE, ("help_lines", index, "checked_on"), f"{line.name}: dagen har inte varit än")


def not_approved(profile: Profile) -> Findings:
    """The words to children that nobody in the municipality has approved: a warning."""
    if profile.safety.what_happens.approved is None:
        message = "ingen i kommunen har godkänt texten till barn (approved). Sidan säger att den är ett exempel."
        yield Found(FILE, ("what_happens",), message)


def _months_later(day: date, months: int) -> date:
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
