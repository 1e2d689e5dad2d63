"""Free text of the kind that stands in notes and requests. Invented; says nothing about anybody."""

_BEGINNINGS = (
    "Ringde och berättade hur vardagen ser ut just nu.", "Kom till mottagningen efter lunch.",
    "Samtal om hur nätterna har varit den senaste tiden.", "Uppföljning av förra veckans samtal.",
    "Önskade prata om avlösning i hemmet.", "Frågade om samtalsgruppen på torsdagar.",
    "Hör av sig efter besked från sjukhuset.", "Berättar att hjälpbehovet hemma har ökat.",
)  # fmt: skip
_MIDDLES = (
    "Det har varit tungt och sömnen räcker inte till.", "Det går bättre nu när dagverksamheten har kommit i gång.",
    "Vi gick igenom vilket stöd som finns utan ansökan.", "Orkar inte med fler kontakter än nödvändigt.",
    "Vill gärna träffa andra i samma läge.", "Vi pratade om vad som ger kraft och vad som tar.",
    "Behöver hjälp att förstå vem som gör vad.", "Har egen läkartid nästa vecka och vill kunna gå ifrån.",
    "Syskonen hjälps åt, men avståndet gör det svårt.", "Arbetsgivaren har gått med på kortare dagar till våren.",
)  # fmt: skip
_ENDINGS = (
    "Vi hörs igen om två veckor.", "Jag återkommer med tider.", "Inget mer just nu.",
    "Skickar information om gruppen.", "Lotsad till biståndshandläggare.", "Ny tid bokad.",
    "Har fått numret dit man ringer direkt.", "Nöjd med samtalet och hör av sig vid behov.",
)  # fmt: skip

CALL_ME = ("Anna", "Kalle", "Mamma till Åke", "Öberg", "Eva-Lena", "Säg bara Åsa", "Björn")
REMARKS = ("", "", "Ring helst inte på torsdagar.", "Jag delar telefon med min man.", "Går bra att lämna besked.")


def notes() -> list[str]:
    """640 different notes of 80 to 400 characters."""
    return [
        " ".join((beginning, middle, *((_MIDDLES[n % 10],) * (n % 4)), ending))
        for n, beginning in enumerate(_BEGINNINGS)
        for middle in _MIDDLES
        for ending in _ENDINGS
    ]
