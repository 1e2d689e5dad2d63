"""Who the invented carers are: each a function of the seed and a number, oldest first."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import cached_property

from bench.names import FIRST_NAMES, surnames

from .chance import Weighted, key_by_time, mix, stream
from .world import Board, World

YEARS = 3
_DAY = 86_400_000  # milliseconds
# The tax agency's own series for test numbers: no living person has one of them (individual numbers 980-999).
_TEST_SERIES = range(980, 1000)
_FIRST_BIRTHDAY = date(1930, 1, 1)
_BIRTHDAYS = 25_000


@dataclass(frozen=True)
class Calendar:
    """The working days of the years before the measurement, and instants in them."""

    until: date

    @cached_property
    def days(self) -> list[date]:
        """Monday to Friday, oldest first."""
        all_days = (self.until - timedelta(days=ago) for ago in range(YEARS * 365, 0, -1))
        return [day for day in all_days if day.weekday() < 5]

    @cached_property
    def _texts(self) -> list[tuple[str, int]]:
        return [(day.isoformat(), _milliseconds(day)) for day in self.days]

    def moment(self, part: int, whole: int, bits: int) -> tuple[str, str, int]:
        """Day, instant and milliseconds, when the part:th of so many evenly spread things happened."""
        text, start = self._texts[part * len(self._texts) // whole]
        second = 25_200 + bits % 32_400  # between seven and four
        clock = f"{second // 3600:02}:{second // 60 % 60:02}:{second % 60:02}+00"
        return text, f"{text} {clock}", start + second * 1000 + bits % 1000


def _milliseconds(day: date) -> int:
    return int(datetime.combine(day, time(), UTC).timestamp()) * 1000


@dataclass(frozen=True)
class People:
    """``size`` carers in the world."""

    world: World
    size: int
    seed: int
    calendar: Calendar

    @cached_property
    def _seed(self) -> int:
        return stream(self.seed, "carers")

    @cached_property
    def _case_seed(self) -> int:
        return stream(self.seed, "cases")

    @cached_property
    def _shares(self) -> Weighted:
        return self.world.shares

    @cached_property
    def _first(self) -> Weighted:
        return Weighted(FIRST_NAMES)

    @cached_property
    def _last(self) -> Weighted:
        return Weighted(surnames())

    def board_index(self, number: int) -> int:
        """The place of the carer's board among the boards."""
        return self._shares.draw_index(mix(self._seed, number))

    def board(self, number: int) -> Board:
        """The carer's board."""
        return self.world.boards[self.board_index(number)]

    def name(self, number: int) -> str:
        """First name and surname; one in twelve has two surnames."""
        bits = mix(self._seed + 1, number)
        name = f"{self._first.draw(bits)} {self._last.draw(bits >> 32)}"
        return name if bits % 12 else f"{name} {self._last.draw(mix(self._seed + 2, number))}"

    def opened(self, number: int) -> tuple[str, str, int]:
        """When the file was made."""
        return self.calendar.moment(number, self.size, mix(self._seed + 3, number))

    def key(self, number: int) -> str:
        """The carer's key."""
        return key_by_time(self.opened(number)[2], mix(self._seed + 4, number))

    def case_key(self, number: int) -> str:
        """The key of the carer's case."""
        return key_by_time(self.opened(number)[2], mix(self._case_seed, number))


def invented_number(number: int) -> str:
    """Twelve digits of a personal number that is no living person's; 500,000 different ones."""
    day = _FIRST_BIRTHDAY + timedelta(days=number // len(_TEST_SERIES) * 7919 % _BIRTHDAYS)
    digits = f"{day:%Y%m%d}{_TEST_SERIES[number % len(_TEST_SERIES)]}"
    doubled = [int(digit) * (2 - place % 2) for place, digit in enumerate(digits[2:])]
    return digits + str(-sum(value // 10 + value % 10 for value in doubled) % 10)
