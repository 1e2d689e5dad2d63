"""How it stands with the relief, in words to the one who asked for it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from anhoriglots.design.words import clock_in_words, day_in_words, instant_in_words
from anhoriglots.kernel.dates import SWEDEN

from ..choices import Answer, No, Place
from ..hours import MINUTES, Left, Round
from .own_relief import OwnRelief, State
from .rules import HourRule

ANY_DAY = date(2026, 1, 1)  # a clock time is told alike on all days
HEADINGS = {
    State.QUEUED: gettext_lazy("Du har bett om avlösning"),
    State.HELD: gettext_lazy("Vi håller din plats"),
    State.LATE: gettext_lazy("Vi har inte hittat avlösning än"),
    State.PROPOSED: gettext_lazy("Vi har ett förslag om avlösning"),
    State.ACCEPTED: gettext_lazy("Avlösningen är klar"),
    State.MOVED: gettext_lazy("Tiden har ändrats"),
    State.DECLINED: gettext_lazy("Det blir ingen avlösning"),
    State.ALONE: gettext_lazy("Du kommer utan avlösning"),
}
NO_WORDS = {
    No.NOBODY: gettext_lazy("Ingen kan komma den tiden."),
    No.APPLY: gettext_lazy("Den du hjälper behöver söka avlösning först. Ring oss, så hjälper vi er."),
    No.NO_HOURS: gettext_lazy("Timmarna räcker inte. Den du hjälper kan söka fler. Ring oss, så hjälper vi er."),
    No.OTHER: gettext_lazy("Ring oss, så berättar vi mer."),
    No.OWN_NO: gettext_lazy("Du sa nej till vårt förslag."),
}
CHOICES = {
    Answer.YES: gettext_lazy("Ja, det blir bra"),
    Answer.NO: gettext_lazy("Nej, det passar inte"),
    Answer.ANYWAY: gettext_lazy("Jag kommer ändå, utan avlösning"),
    Answer.TALK: gettext_lazy("Jag vill prata med någon"),
}
PLACES = {Place.HOME: gettext_lazy("hemma"), Place.OUTSIDE: gettext_lazy("någon annanstans")}
RULES = {
    Round.WEEK: gettext_lazy("Här kan du få upp till %(hours)s timmar i veckan utan att söka."),
    Round.MONTH: gettext_lazy("Här kan du få upp till %(hours)s timmar i månaden utan att söka."),
    Round.YEAR: gettext_lazy("Här kan du få upp till %(hours)s timmar om året utan att söka."),
}


@dataclass(frozen=True, slots=True)
class ReliefWords:
    """Ready for the template.

    Attributes:
        lines: one sentence or two each.
        choices: value and label of each button; empty when there is nothing to choose.
        may_give_back: show the way to give the seat back, beside the choices.
        holds: the seat is held while the unit looks for somebody.
        is_agreed: somebody has been promised to come, and must be told when they shall not.
    """

    heading: str
    lines: tuple[str, ...]
    choices: tuple[tuple[str, str], ...]
    may_give_back: bool
    holds: bool
    is_agreed: bool


def relief_words(relief: OwnRelief) -> ReliefWords:
    """The relief in words."""
    return ReliefWords(
        heading=str(HEADINGS[relief.state]),
        lines=tuple(line for line in _lines(relief) if line),
        choices=tuple((answer.value, str(CHOICES[answer])) for answer in _choices(relief)),
        may_give_back=relief.is_a_question,
        holds=relief.state is State.HELD,
        is_agreed=relief.state in (State.ACCEPTED, State.MOVED),
    )


def wish_in_words(hours: int, place: Place) -> str:
    """ "3 timmar, hemma"."""
    return f"{hours_in_words(hours)}, {PLACES[place]}"


def hours_in_words(hours: int) -> str:
    """ "3 timmar"."""
    return ngettext("%(hours)s timme", "%(hours)s timmar", hours) % {"hours": hours}


def rule_in_words(rule: HourRule | None) -> str:
    """What can be had without applying, or that it may have to be applied for."""
    if rule is None:
        return _("Den du hjälper kan behöva söka avlösning. Vi hjälper er med det.")
    return str(RULES[rule.allowance.each]) % {"hours": rule.hours}


def _lines(relief: OwnRelief) -> Iterator[str]:
    yield _meaning(relief)
    if relief.talks and relief.state is not State.ALONE:
        yield _("Du vill prata med någon. Ring oss: %(phone)s.") % {"phone": relief.phone}
    elif relief.is_a_question:
        yield _("Din plats är kvar. Vad vill du göra?")
    if relief.lives_apart:
        yield _("Timmarna är för dem som bor ihop. Den du hjälper kan söka ändå. Ring oss, så hjälper vi er.")
    if relief.left:
        yield _left(relief.left)


def _meaning(relief: OwnRelief) -> str:
    if relief.state is State.QUEUED:
        return _("Vi ordnar den när du har fått en plats.")
    if relief.state is State.HELD and relief.answer_by:
        told = _("Du får svar om avlösning senast %(instant)s. Du ser svaret här, med din kod.")
        return told % {"instant": instant_in_words(relief.answer_by)}
    if relief.state is State.LATE:
        return _("Vi letar vidare. Du behöver inte vänta på oss.")
    if relief.state is State.MOVED:
        return _("Vi ser om avlösningen kan ändras också.")
    if relief.state is State.DECLINED:
        return str(NO_WORDS[No(relief.no)])
    if relief.state in (State.PROPOSED, State.ACCEPTED) and relief.starts and relief.ends:
        told = _("Varje gång klockan %(starts)s–%(ends)s, %(place)s.")
        clocks = {"starts": _clock(relief.starts), "ends": _clock(relief.ends)}
        return told % {**clocks, "place": PLACES[relief.place]}
    return ""


def _choices(relief: OwnRelief) -> tuple[Answer, ...]:
    talk = () if relief.talks else (Answer.TALK,)
    if relief.state is State.PROPOSED:
        return (Answer.YES, Answer.NO, *talk)
    return (Answer.ANYWAY, *talk) if relief.is_a_question else ()


def _left(left: Left) -> str:
    told = _("Du har %(hours)s timmar kvar till och med %(day)s.")
    return told % {"hours": f"{left.left / MINUTES:g}".replace(".", ","), "day": day_in_words(left.last_day)}


def _clock(at: time) -> str:
    return clock_in_words(datetime.combine(ANY_DAY, at, SWEDEN))
