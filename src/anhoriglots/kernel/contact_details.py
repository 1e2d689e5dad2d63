"""Finds what looks like a telephone number or an e-mail address in free text, to ask whether it is meant to be there.

It may be: whoever writes decides. So one false alarm too many costs a question, and one that is missed no more than it
would have cost without us.
"""

import re
import unicodedata

from .digits import to_ascii

# Seven digits or more that begin as a number does, with up to two signs between them.
TELEPHONE = re.compile(r"(?<![\d+])(?:\+|0)(?:[ ()./-]{0,2}\d){6,14}(?!\d)")
E_MAIL = re.compile(r"[^\s@]@[^\s@]+\.[^\s@]")


def looks_like_contact_details(text: str) -> bool:
    """True when the text holds anything that looks like a telephone number or an e-mail address."""
    plain = to_ascii(unicodedata.normalize("NFKC", text))
    return bool(TELEPHONE.search(plain) or E_MAIL.search(plain))
