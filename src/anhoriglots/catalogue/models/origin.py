"""Where a row of the catalogue comes from."""

from django.db.models import TextChoices


class Origin(TextChoices):
    """The municipality's profile, or somebody at work."""

    PROFILE = "profile", "kommunens profil"
    REGISTER = "register", "registrerat här"
