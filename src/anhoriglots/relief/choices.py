"""The fixed answers of relief: stable codes with the words on screen."""

from django.db.models import TextChoices


class Place(TextChoices):
    """Where the one who is helped is meanwhile."""

    HOME = "home", "Hemma"
    OUTSIDE = "outside", "Någon annanstans"


class Ground(TextChoices):
    """What the relief rests on; pages name the act in the law's own words, see queries/grounds.py."""

    WITHOUT_ASSESSMENT = "without", "Nämndens beslut om timmar utan ansökan"
    SOL = "sol", "Ett beslut efter ansökan"
    LSS = "lss", "Ett beslut efter begäran"


class No(TextChoices):
    """Why there is no relief, as the unit says it."""

    NOBODY = "nobody", "Ingen kan komma den tiden"
    APPLY = "apply", "Den närstående behöver ansöka först"
    NO_HOURS = "no_hours", "Timmarna räcker inte"
    OTHER = "other", "Annat, som vi berättar om"
    OWN_NO = "own_no", "Den som bad sa nej till förslaget"


class Answer(TextChoices):
    """What the one who asked for relief answers on the page behind the code."""

    YES = "ja", "Ja, det blir bra"
    NO = "nej", "Nej, det passar inte"
    ANYWAY = "anda", "Jag kommer ändå, utan avlösning"
    TALK = "prata", "Jag vill prata med någon"
