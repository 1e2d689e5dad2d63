"""What relief can rest on, in words; the acts are named as the law's own question names them."""

from anhoriglots.law import inputs

from ..choices import Ground
from ..policies import ACTS, QUESTION


def ground_words(ground: Ground) -> str:
    """ "Ett beslut efter ansökan (socialtjänstlagen)"."""
    if ground is Ground.WITHOUT_ASSESSMENT:
        return str(ground.label)
    act = act_words(ground)
    return f"{ground.label} ({act if act.isupper() else act[:1].lower() + act[1:]})"


def act_words(ground: Ground) -> str:
    """What the act is called."""
    (act,) = [one for one in inputs(QUESTION) if one.name == "act"]
    return dict(act.choices)[ACTS[ground]]
