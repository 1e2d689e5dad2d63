"""What a visitor writes, as every form of the public pages takes it."""

from anhoriglots.design.forms import refuse_unless
from anhoriglots.visitors.policies import may_be_kept


def kept(text: str) -> str:
    """The text as it is.

    Raises:
        ValidationError: it holds what may not be kept, such as a personal number.
    """
    refuse_unless(may_be_kept(text))
    return text
