"""What the parts of an offer are called on the pages of those who write it."""

from django.conf import settings

LABELS = {
    "support_form": "Stödform",
    "access_route": "Behöver man ansöka?",
    "consent_by": "Vem behöver säga ja?",
    "requires_cohabitation": "Man måste bo ihop",
    "target_groups": "Vem är det för?",
    "needs": "Vad hjälper det med?",
    "ways": "Hur kan man få det?",
    "twin": "Samma stöd utan nät",
    "districts": "Var ges det?",
    "languages": "Språk",
    "has_interpreter": "Tolk går att få",
    "outside_url": "Tjänst hos någon annan",
    "contact": "Enhet att vända sig till",
    "owner": "Enhet som ansvarar",
    "evidence": "Vad vi vet om nyttan",
    "review_days": "Kontrolleras igen",
}
TEXT_LABELS = {
    "title": "Rubrik",
    "summary": "Kort beskrivning",
    "how": "Så går det till",
    "cost": "Kostar",
    "time": "Tid",
    "what_next": "Så blir det sen",
}
ROUTE_LABELS = {
    "without_assessment": "utan behovsprövning",
    "assessed": "efter ansökan",
    "lss": "efter ansökan enligt LSS",
    "either": "utan behovsprövning eller efter ansökan",
    "other_law": "efter ansökan enligt annan lag",
}
CONSENT_LABELS = {
    "carer": "den anhöriga",
    "cared_for": "den som får hjälp",
    "guardian": "barnets vårdnadshavare",
}
WAY_LABELS = {"in_person": "på plats", "phone": "på telefon", "digital": "på nätet"}
REVIEW_CHOICES = ((91, "om tre månader"), (182, "om ett halvår"), (365, "om ett år"))
LANGUAGE_LABELS = {
    "sv": "Svenska",
    "sv-simple": "Lätt svenska",
    "en": "Engelska",
    "fi": "Finska",
    "ar": "Arabiska",
    "so": "Somaliska",
    "fa": "Persiska",
    "uk": "Ukrainska",
    "prs": "Dari",
    "ti": "Tigrinja",
    "pl": "Polska",
    "es": "Spanska",
    "tr": "Turkiska",
    "kmr": "Nordkurdiska",
    "ckb": "Sorani",
    "bs": "Bosniska",
    "swl": "Svenskt teckenspråk",
}


def days_in_words(days: int) -> str:
    """The choice, or the number of days that a profile has."""
    return dict(REVIEW_CHOICES).get(days, f"om {days} dagar")


def written_languages(municipality: dict[str, object]) -> list[tuple[str, str]]:
    """Code and name of the languages beside Swedish that the municipality's pages are in."""
    rows = municipality["languages"]
    codes = [row["code"] for row in rows] if isinstance(rows, list) else []
    names = dict(settings.LANGUAGES) | LANGUAGE_LABELS
    return [(code, names.get(code, code)) for code in codes if code != "sv"]
