"""Words that would tell somebody who looks over a shoulder what a message is about.

Stems by language; a text in any language is held against all of them, since a reader's phone may be set to another.
"""

import re
import unicodedata

STEMS = {
    "sv": (
        "anhörig anhorig närstående narstaende stöd stodj våld grupp vård omsorg sorg sjuk demens missbruk psyk "
        "träffpunkt traffpunkt avlös avlos samtal kurs social handikapp funktionsned"
    ),
    "en": "carer caring caregiver relative support violence abuse group dementia grief illness respite social course",
    "fi": "omais läheis tuki tuke väkivalta ryhmä hoiva hoito muisti sosiaali",
    "ar": "قريب أقارب الأقارب دعم عنف مجموعة رعاية مرض",
    "so": "daryeel taageer qaraabo koox rabshad xanuun",
    "fa": "مراقب حمایت خویشاوند بستگان گروه خشونت بیماری",
    "uk": "доглядаль догляд підтримк родич близьк груп насильств хвороб",
}
_SEARCH = re.compile("|".join(re.escape(stem) for stems in STEMS.values() for stem in stems.split()))


def revealing_word(text: str) -> str:
    """The first revealing word in the text, whatever its capitals; empty when there is none."""
    found = _SEARCH.search(unicodedata.normalize("NFC", text).casefold())
    return found[0] if found else ""
