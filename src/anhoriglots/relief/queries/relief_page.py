"""One request for those who answer it: what is needed, what the law and the rule let them say, and the hours."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.utils.text import capfirst
from django.utils.timezone import localdate

from anhoriglots.accounts.queries import Actor
from anhoriglots.booking.choices import Reach
from anhoriglots.booking.queries.people import name_of
from anhoriglots.booking.queries.times import day_words
from anhoriglots.kernel.decision import Decision, Outcome
from anhoriglots.notifications.choices import Words
from anhoriglots.notifications.queries import Delivery, deliveries
from anhoriglots.organisations.queries import MunicipalityPage

from ..choices import Ground, No, Place
from ..models import HourEntry, ReliefRequest
from ..models.hours import EntryKind
from ..policies import is_in_time, may_be_at, requests_of, without_assessment
from ..workflow import ReliefStep
from .bank import bank_left
from .grounds import act_words, ground_words
from .own_relief import answer_by
from .rules import HourRule, hour_rule_on, hour_rules
from .staff_relief import been, hours_words, instant_words, is_called_off, left_words, reach_words, wish_words
from .times import agreed, coming, has_moved, times_of


@dataclass(frozen=True, slots=True)
class StaffReliefPage:
    """Ready for the page.

    Attributes:
        subject: key of the booking, for the read log; None when the one who asked has erased all.
        attention: what somebody has to see, in sentences.
        grounds: value and label of what a yes can rest on; the others are explained by ``without``.
        without: what the law says of giving it without an application; None where there are no hours at all.
        outside: what the law says of another place than the home, by SoL and by LSS.
        to_tell: the person wants to be rung or written to about the answer.
        entries: what has been noted, as lines; ``to_note``: days that nobody has noted.
    """

    pk: UUID
    subject: UUID | None
    name: str
    phone: str
    contact: str
    state: str
    attention: list[str]
    facts: list[tuple[str, str]]
    times: list[str]
    may_answer: bool
    may_call_off: bool
    grounds: list[tuple[str, str]]
    without: Decision | None
    outside: list[tuple[str, Decision]]
    to_tell: Delivery | None
    counts_hours: bool
    left: str
    entries: list[str]
    to_note: list[tuple[str, str]]
    starts: str
    ends: str
    place: str
    ground: str


def relief_page(actor: Actor, municipality: MunicipalityPage, relief_id: UUID, *, at: datetime) -> StaffReliefPage:
    """The request.

    Raises:
        ReliefRequest.DoesNotExist: not one that this person's units answer.
    """
    request = requests_of(actor).select_related("booking", "unit").get(pk=relief_id)
    booking, today = request.booking, localdate(at)
    times = times_of([booking])[booking.pk] if booking else agreed(request)
    ahead = coming(times, at=at)
    day = localdate(ahead[0]) if ahead else today
    rules = hour_rules(municipality, actor.board_id)
    rule = hour_rule_on(rules, day)
    without = without_assessment(actor, rule, on=day) if rule else None
    off = is_called_off(request, at=at)
    by_phone = booking is not None and booking.reach in (Reach.PHONE, Reach.TEXT)
    left = bank_left(bytes(request.bank), rules, on=day) if rule and request.bank else None
    return StaffReliefPage(
        pk=request.pk,
        subject=booking.pk if booking else None,
        name=name_of(booking) if booking else "",
        phone=booking.contact if booking and by_phone else "",
        contact=booking.contact if booking and not by_phone else "",
        state=_state(request),
        attention=list(_attention(request, rule, times, off=off, at=at)),
        facts=_facts(request, rule, answer_by(request, municipality, ahead), today),
        times=[instant_words(one, today=today) for one in times],
        may_answer=booking is not None and bool(ahead) and not off and request.step != ReliefStep.WITHDRAWN,
        may_call_off=off,
        grounds=_grounds(without),
        without=without,
        outside=_outside(actor, day),
        to_tell=_to_tell(request),
        counts_hours=rule is not None and request.bank is not None,
        left=left_words(left, today=today) if left else "",
        entries=_entries(request, today),
        to_note=_to_note(request, at),
        starts=f"{request.starts:%H.%M}" if request.starts else "",
        ends=f"{request.ends:%H.%M}" if request.ends else "",
        place=request.place,
        ground=request.ground,
    )


def _state(request: ReliefRequest) -> str:
    label = str(ReliefStep(request.step).label)
    return f"{label}: {No(request.no).label.lower()}" if request.no else label


def _attention(
    request: ReliefRequest, rule: HourRule | None, times: list[datetime], *, off: bool, at: datetime
) -> list[str]:
    found = []
    if off:
        found.append("Ingen ska komma: platsen är lämnad, eller så kommer personen utan avlösning.")
    elif request.step == ReliefStep.ACCEPTED and has_moved(request, times, at=at):
        found.append("Gångerna har ändrats sedan ni svarade. Svara igen.")
    if request.wants_talk_at:
        found.append("Personen vill prata med någon.")
    if request.booking and request.booking.reach == Reach.CODE:
        found.append("Ring inte och skriv inte. Personen läser svaret med sin kod och ringer själv.")
    if rule and rule.lives_together and request.lives_together is False:
        found.append("De bor inte ihop. Timmarna gäller då inte. Hjälp dem att ansöka om avlösning.")
    ahead = coming(times, at=at)
    if rule and ahead and not is_in_time(rule, asked_at=request.asked_at, starts_at=ahead[0]):
        found.append(f"Regeln vill veta {rule.notice_days} dagar före. Se om det går ändå.")
    return found


def _facts(request: ReliefRequest, rule: HourRule | None, due: datetime | None, today: date) -> list[tuple[str, str]]:
    facts = [("Behöver varje gång", wish_words(request))]
    if request.lives_together is not None:
        facts.append(("Bor ihop", "Ja" if request.lives_together else "Nej"))
    if request.booking:
        facts.append(("Nås så", reach_words(request.booking)))
    facts.append(("Bad om det", instant_words(request.asked_at, today=today)))
    if due and request.step == ReliefStep.ASKED:
        facts.append(("Svar senast", instant_words(due, today=today)))
    if request.starts and request.ends:
        facts.append(("Svarat", f"{request.starts:%H.%M}–{request.ends:%H.%M}, {ground_words(Ground(request.ground))}"))
    if rule:
        facts.append(("Kommunens regel", f"{rule.hours} timmar. {rule.source}"))
    return facts


def _grounds(without: Decision | None) -> list[tuple[str, str]]:
    allowed = without is not None and without.outcome in (Outcome.PERMITTED, Outcome.REQUIRED)
    return [(one.value, ground_words(one)) for one in Ground if allowed or one is not Ground.WITHOUT_ASSESSMENT]


def _outside(actor: Actor, day: date) -> list[tuple[str, Decision]]:
    return [
        (
            capfirst(act_words(ground)),
            may_be_at(Place.OUTSIDE, municipality=actor.municipality, board=actor.board_id, on=day, ground=ground),
        )
        for ground in (Ground.SOL, Ground.LSS)
    ]


def _to_tell(request: ReliefRequest) -> Delivery | None:
    if request.booking is None:
        return None
    found = deliveries([request.booking.pk], words=(Words.NEWS,))
    return next((one for one in found if one.needs_a_person), None)


def _entries(request: ReliefRequest, today: date) -> list[str]:
    rows = HourEntry.objects.filter(request_id=request.pk).order_by("day", "pk")
    return [
        f"{day_words(row.day, today=today)}: {hours_words(row.minutes)}, {EntryKind(row.kind).label.lower()}"
        for row in rows
    ]


def _to_note(request: ReliefRequest, at: datetime) -> list[tuple[str, str]]:
    noted = set(HourEntry.objects.filter(request_id=request.pk).values_list("day", flat=True))
    days = [day for day in been(request, at=at) if day not in noted]
    return [(day.isoformat(), day_words(day, today=localdate(at))) for day in days]
