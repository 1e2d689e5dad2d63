"""What people do in several journeys, in their own words."""

import re
from dataclasses import dataclass
from itertools import count

from .person import Person

# The series that is reserved for fiction.
PHONE = "070-174 06 71"
_numbers = count(1)


def invented_name() -> str:
    """A name that nobody else in this run has, to find a request again by."""
    return f"Exempel-{next(_numbers):02}"


@dataclass(frozen=True, slots=True)
class Place:
    """A municipality as the journeys need it.

    Attributes:
        slug: its part of the address.
        district: where the carer says to live; empty where that is not asked.
        board: the number in the user names of the staff who then answer.
    """

    slug: str
    district: str = ""
    board: int = 1


STOCKHOLM = Place("stockholm", "Jag vet inte")
NYKOPING = Place("nykoping")
GISLAVED = Place("gislaved")
PLACES = (STOCKHOLM, NYKOPING, GISLAVED)


# --- the carer -----------------------------------------------------------------------------------------------------


def finds_support(carer: Person, place: Place) -> None:
    """Through the guide, with one answer to each question, to what may fit."""
    carer.opens("")
    carer.is_at("Hjälper du någon")
    carer.follows("Hitta stöd")
    carer.is_at("Vem hjälper du?")
    carer.ticks_the_first_answer()
    carer.presses("Fortsätt")
    carer.is_at("Vad skulle göra det lättare just nu?")
    carer.ticks_the_first_answer()
    carer.presses("Fortsätt")
    if place.district:
        carer.is_at("Var bor du?")
        carer.chooses(place.district)
        carer.presses("Fortsätt")
    carer.is_at("Hur vill du få hjälp?")
    carer.presses("Hoppa över")
    carer.is_at("Det här kan passa dig")


def asks_to_be_called(carer: Person, place: Place, name: str, *, district_is_known: bool = False) -> str:
    """From the first page of the request to its receipt; returns the code."""
    carer.is_at("Hur vill du att vi hör av oss?")
    carer.chooses("Ring mig")
    carer.presses("Fortsätt")
    carer.is_at("Vart ska vi ringa?")
    carer.types("Telefonnummer", PHONE)
    carer.presses("Fortsätt")
    return tells_more_and_sends(carer, place, name, wants_contact=True, district_is_known=district_is_known)


def tells_more_and_sends(
    carer: Person, place: Place, name: str, *, wants_contact: bool = False, district_is_known: bool = False
) -> str:
    """The pages that all ways have in common; returns the code."""
    if place.district and not district_is_known:
        carer.is_at("Var bor du?")
        carer.chooses(place.district)
        carer.presses("Fortsätt")
    carer.is_at(re.compile(r"Vill du säga något mer\?|Din fråga"))
    carer.types("Vad ska vi kalla dig?", name)
    carer.types(re.compile("Något vi bör veta|Vad vill du fråga"), "Hur gör jag?")
    if wants_contact:
        carer.unfolds("Tolk eller en egen stödkontakt")
        carer.ticks("Jag vill ha en egen stödkontakt")
    carer.presses("Fortsätt")
    if wants_contact:
        carer.is_at("Vem vill du helst prata med?")
        carer.presses("Fortsätt")
    carer.is_at("Stämmer det här?")
    carer.sees(name)
    carer.presses("Skicka")
    carer.is_at("Tack. Vi har fått ditt meddelande.")
    carer.sees("senast")
    return code_on(carer)


def code_on(carer: Person) -> str:
    """The code on the receipt, as one would write it down."""
    return carer.page.locator(".code-words strong").inner_text()


def call_words_on(carer: Person) -> str:
    """The words on the receipt by which the carer knows that it is we who call."""
    return carer.page.locator("p:has-text('När vi ringer säger vi') strong").inner_text()


def comes_back_with(carer: Person, code: str) -> None:
    """From the start page to the page behind the code."""
    carer.opens("")
    carer.follows("Jag har en kod")
    carer.is_at("Skriv din kod")
    carer.types("Din kod", code)
    carer.presses("Fortsätt")
    carer.is_at("Din sida")


# --- staff ---------------------------------------------------------------------------------------------------------


def signs_in(staff: Person, password: str, username: str) -> None:
    """From the sign-in page to the first page of the role."""
    staff.opens("personal/")
    staff.is_at("Logga in")
    staff.types("Användarnamn", username)
    staff.types("Lösenord", password)
    staff.presses("Logga in")
    staff.is_somewhere_else("Logga in")


def fetches_until(staff: Person, name: str) -> None:
    """Fetch the next one, and finish those of others first, until the one with the name is on screen."""
    for _ in range(25):
        staff.opens("personal/")
        staff.presses("Hämta nästa")
        staff.has_left("Idag")
        if name in staff.page.locator("main").inner_text():
            staff.looks()
            return
        staff.presses("Klart")
        staff.sees("Förfrågan är klar")
    raise AssertionError(f"{name} never came")


def notes_the_contact(staff: Person) -> None:
    """Ny kontakt from the request, without identity, and back again."""
    staff.follows("Notera kontakten")
    staff.is_at("Ny kontakt")
    staff.chooses_first_in("Utan namn")
    staff.chooses("Vet inte", within="Vilken grupp gäller det?")
    staff.ticks("Samtal")
    staff.presses("Spara")
    staff.sees("Kontakten sparades")


def offers(staff: Person, colleague: str) -> None:
    """Propose a colleague as support contact to the one behind the request, in a file that is opened for it."""
    staff.follows("Erbjud en stödkontakt")
    staff.is_at("Erbjud en stödkontakt")
    staff.follows("Välj eller öppna en akt")
    staff.is_at("Vem gäller det?")
    staff.follows("Ny akt")
    staff.is_at("Ny akt")
    staff.types("Namn", "Exempel Exempelsson")
    staff.presses("Öppna akten")
    staff.is_at("Erbjud en stödkontakt")
    staff.chooses(colleague)
    staff.presses("Erbjud")
    staff.is_at("Stödkontakt")
