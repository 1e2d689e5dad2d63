"""Swedish telephone numbers as people read them; the areas are those of the Swedish numbering plan."""

import re

COUNTRY = re.compile(r"^(?:\+|00)46\s*(?:\(0\))?\s*0?")
NOT_IN_A_NUMBER = re.compile(r"[\s\-–./()]")
# Areas of two and of three digits, mobile and other non-geographic series among them; all others have four.
SHORT_AREA = re.compile(r"08|0(?:10|11|13|16|18|19|20|21|23|26|31|33|35|36|40|42|44|46|54|60|63|7[0-9]|90)")
LONG_AREA = 4
DOMESTIC = re.compile(r"0[1-9][0-9]{6,8}")
FOREIGN = re.compile(r"[1-9][0-9]{6,14}")  # E.164: at most 15 digits with the country
GROUPS = {5: (3, 2), 6: (2, 2, 2), 7: (3, 2, 2), 8: (3, 2, 3)}


def readable_number(written: str) -> str:
    """The number as "070-123 45 67", "08-508 00 000" or "0155-24 80 00"; as it was written when it is none of those.

    A foreign number, a short number and what is no number at all are left as they are.
    """
    digits = NOT_IN_A_NUMBER.sub("", COUNTRY.sub("0", written.strip()))
    if not digits.isascii() or not digits.isdecimal() or not digits.startswith("0") or digits.startswith("00"):
        return written
    short = SHORT_AREA.match(digits)
    area = digits[: short.end() if short else LONG_AREA]
    groups = GROUPS.get(len(digits) - len(area))
    return f"{area}-{_grouped(digits[len(area) :], groups)}" if groups else written


def international_number(written: str) -> str:
    """The number as "+46701740651", the form that services for text messages take; empty when it is no number."""
    digits = NOT_IN_A_NUMBER.sub("", COUNTRY.sub("0", written.strip()))
    if digits.startswith(("+", "00")):
        foreign = digits.lstrip("+0")
        return f"+{foreign}" if FOREIGN.fullmatch(foreign) else ""
    return f"+46{digits[1:]}" if DOMESTIC.fullmatch(digits) else ""


def _grouped(digits: str, groups: tuple[int, ...]) -> str:
    parts, rest = [], digits
    for size in groups:
        parts.append(rest[:size])
        rest = rest[size:]
    return " ".join(parts)
