"""Everything the jobs need to know: who signs in, which carers there are, which names are searched for."""

from dataclasses import dataclass
from uuid import UUID

from django.db import connection
from django.db.models import Count, Sum

from anhoriglots.accounts.models import User
from anhoriglots.booking.models import Booking, Group
from anhoriglots.booking.workflow import TAKES_A_SEAT
from anhoriglots.casework.models import Case, IdentifiedContact
from anhoriglots.database.scope import scope
from anhoriglots.organisations.models import Board, Municipality, Unit
from bench.generator.chance import Weighted, mix, stream
from bench.generator.fill import Made
from bench.generator.groups import CONTESTED_SEATS, LAST_SEATS, MANY_SEATS
from bench.names import FIRST_NAMES, surnames

_SAMPLE = 400


@dataclass(frozen=True, slots=True)
class Stage:
    """The database as the jobs meet it.

    Attributes:
        slug: of the largest board's municipality, where staff sign in.
        public_slug: of another municipality, so that what visitors send does not lengthen the lists of that board.
        catalogue_slug: of the municipality with most offers.
        carers, thick: some carers of the board, and those with 300 notes, each with a case: (carer, case).
        names: beginnings of names as staff type them, the common ones often.
        wanted, nearly_full, many: groups that visitors book: one for all, one with few seats, and a thousand.
    """

    made: Made
    slug: str
    public_slug: str
    catalogue_slug: str
    unit: UUID
    carers: list[tuple[UUID, UUID]]
    thick: list[tuple[UUID, UUID]]
    names: list[str]
    author: UUID
    form: str
    users: dict[str, UUID]
    wanted: list[UUID]
    nearly_full: list[UUID]
    many: list[UUID]


def read_stage(made: Made, *, seed: int) -> Stage:
    """Read it as the web role."""
    board = UUID(made.board)
    public = _public_slug(made.municipality)
    with scope(made.municipality, board):
        return Stage(
            **_to_book(public),
            made=made,
            slug=Municipality.objects.get(pk=made.municipality).slug,
            public_slug=public,
            catalogue_slug=_catalogue_slug(),
            unit=Unit.objects.filter(board=board, answers_requests=True).order_by("position")[0].pk,
            carers=_carers(),
            thick=_thick(),
            names=searched_names(seed),
            author=_author(),
            form=str(IdentifiedContact.objects.values_list("support_form_id", flat=True)[0]),
            users=dict(
                User.objects.filter(username__in=(made.ordinary, made.overloaded)).values_list("username", "pk")
            ),
        )


def _catalogue_slug() -> str:
    counted = Municipality.objects.annotate(offers_here=Count("offers")).order_by("-offers_here", "pk")
    return counted[0].slug


def _public_slug(municipality: str) -> str:
    others = Municipality.objects.exclude(pk=municipality).annotate(districts_here=Count("districts"))
    return (others.order_by("districts_here", "pk").first() or Municipality.objects.get(pk=municipality)).slug


def _to_book(slug: str) -> dict[str, list[UUID]]:
    code = Municipality.objects.get(slug=slug).pk
    sizes = {"wanted": CONTESTED_SEATS, "nearly_full": LAST_SEATS, "many": MANY_SEATS}
    with scope(code):
        rows = Group.objects.filter(municipality=code).order_by("pk")
        return {name: list(rows.filter(capacity=seats).values_list("pk", flat=True)) for name, seats in sizes.items()}


def sold_twice(slug: str) -> int:
    """How many courses of the municipality have more seats taken than there are; must be none, whatever was sent."""
    code = Municipality.objects.get(slug=slug).pk
    found = 0
    for board in Board.objects.filter(municipality=code):
        with scope(code, board.pk):
            taken = Booking.objects.filter(meeting=None, step__in=TAKES_A_SEAT).values("group", "group__capacity")
            found += sum(row["sum"] > row["group__capacity"] for row in taken.annotate(sum=Sum("seats")))
    return found


def _carers() -> list[tuple[UUID, UUID]]:
    # Random keys spread evenly over the board's files, whatever its size.
    with connection.cursor() as cursor:
        cursor.execute("SELECT setseed(0.5)")
    pairs = Case.objects.order_by("?").values_list("carer_id", "pk")[:_SAMPLE]
    return list(pairs)


def _thick() -> list[tuple[UUID, UUID]]:
    counted = IdentifiedContact.objects.values("case_id").annotate(count=Count("pk")).order_by("-count")
    most = counted.first()
    cases = [row["case_id"] for row in counted.filter(count=most["count"])[:20]] if most else []
    return list(Case.objects.filter(pk__in=cases).values_list("carer_id", "pk"))


def _author() -> UUID:
    return IdentifiedContact.objects.values_list("author_id", flat=True)[0]


def searched_names(seed: int) -> list[str]:
    """First names with nothing, a letter or three of a surname: "Anna", "Anna S", "Åsa Lin"."""
    first, last = Weighted(FIRST_NAMES), Weighted(surnames())
    source = stream(seed, "searched")
    names = []
    for number in range(_SAMPLE):
        bits = mix(source, number)
        letters = (0, 1, 3, 3)[bits >> 60 & 3]
        names.append(f"{first.draw(bits)} {last.draw(bits >> 32)[:letters]}".strip())
    return names
