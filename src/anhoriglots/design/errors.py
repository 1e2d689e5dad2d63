"""The words of the error pages: what happened, what is safe, what to do. Swedish first, English under it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ErrorText:
    """One error page in two languages.

    Attributes:
        title, text: Swedish.
        english_title, english_text: English.
        resend: label of the button that sends the same answers again; empty where that cannot help.
    """

    title: str
    text: str
    english_title: str
    english_text: str
    resend: str = ""


BAD_REQUEST = ErrorText(
    "Vi kunde inte läsa det som skickades",
    "Gå tillbaka och försök igen. Du kan också ringa oss.",
    "We could not read what was sent",
    "Go back and try again. You can also call us.",
)
NOT_PERMITTED = ErrorText(
    "Du kan inte öppna den här sidan",
    "Sidan är för någon annan, eller så behöver du logga in igen.",
    "You cannot open this page",
    "The page is for someone else, or you need to sign in again.",
)
NOT_FOUND = ErrorText(
    "Sidan finns inte",
    "Kontrollera adressen. Du kan också börja om från startsidan.",
    "This page does not exist",
    "Check the address. You can also start again from the first page.",
)
TOO_LONG_OPEN = ErrorText(
    "Sidan var öppen för länge",
    "Gå tillbaka och skicka igen.",
    "The page was open for too long",
    "Go back and send again.",
    resend="Skicka igen",
)
SERVER_ERROR = ErrorText(
    "Något gick fel hos oss",
    "Det är inte ditt fel. Vänta en stund och försök igen. Eller ring oss.",
    "Something went wrong on our side",
    "It is not your fault. Wait a moment and try again. Or call us.",
)
UNAVAILABLE = ErrorText(
    "Det gick inte att skicka just nu",
    "Ditt svar är inte borta. Försök igen eller ring oss.",
    "We could not send it right now",
    "Your answers are not lost. Try again or call us.",
    resend="Försök igen",
)
CLOSED = ErrorText(
    "Sidan går inte att visa just nu",
    "Vänta en stund och försök igen. Eller ring oss.",
    "The page cannot be shown right now",
    "Wait a moment and try again. Or call us.",
)
