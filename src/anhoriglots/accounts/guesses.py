"""How many wrong passwords are borne. Counted under keyed marks: no name, address or browser is written down."""

from datetime import timedelta
from uuid import UUID

from anhoriglots.database.throttle import Limit

MOST = 5
PAUSE = timedelta(minutes=15)


def sign_ins(municipality: str, username: str) -> Limit:
    """Sign-ins with one name of one municipality; counted per address, so that nobody locks a colleague out."""
    return Limit(f"sign-in:{municipality}:{username.strip().lower()}", MOST, PAUSE)


def present_passwords(user_id: UUID) -> Limit:
    """Tries at the present password from within a session; counted per account, whatever the address."""
    return Limit(f"present-password:{user_id}", MOST, PAUSE)
