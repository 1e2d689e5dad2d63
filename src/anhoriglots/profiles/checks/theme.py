"""Colours that a person with poor sight cannot read are refused before they reach a page."""

from anhoriglots.design.theme import Theme, problems
from anhoriglots.profiles.schema.profile import Profile

from .found import Findings, Found


def unreadable_theme(profile: Profile) -> Findings:
    """What the design system finds wrong with the colours, at the colour it concerns."""
    chosen = profile.municipality.theme.model_dump(exclude_none=True)
    for problem in problems(Theme(**chosen)):
        field = problem.partition(":")[0]
        yield Found("profile.yaml", ("theme", field), problem)
