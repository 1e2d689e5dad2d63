"""Pages that say something else than they hold. It stops nothing: what is there is read, and what is odd is told."""

import json
from collections.abc import Sequence
from typing import Any

from .tables import Tables


def look_at_pages(pages: Sequence[dict[str, Any]], file: str, tables: Tables) -> None:
    """Tell of pages that are missing, that come twice, and of sums that are not right."""
    numbers = [page["page_number"] for page in pages if isinstance(page.get("page_number"), int)]
    said = max((page["total_pages"] for page in pages if isinstance(page.get("total_pages"), int)), default=len(pages))
    bodies = [json.dumps(page["contents"], sort_keys=True) for page in pages if page["contents"]]
    if len(set(bodies)) < len(bodies) or len(set(numbers)) < len(numbers):
        tables.notices.append(f"{file}: samma sida finns mer än en gång. Varje tjänst räknas en gång.")
    there = len(set(numbers)) or len(pages)
    if said > there:
        missing = f" Sida {_some(numbers, said)} saknas." if numbers else ""
        more = "Hämta resten också, annars saknas tjänster."
        tables.notices.append(f"{file}: sidorna säger att de är {said}, men här finns {there}.{missing} {more}")
    elif said < there:
        tables.notices.append(f"{file}: sidorna säger att de är {said}, men här finns {there}. Alla läses.")
    rows = sum(len(page["contents"]) for page in pages)
    total = next((page["total_items"] for page in pages if isinstance(page.get("total_items"), int)), None)
    if total is not None and total != rows and said == there:
        tables.notices.append(f"{file}: sidorna säger att tjänsterna är {total}, men här finns {rows}.")


def _some(numbers: list[int], said: int) -> str:
    """The first pages that are missing; a page that says it is one of a million is not believed that far."""
    missing = [str(number) for number in range(1, min(said, 1000) + 1) if number not in numbers]
    return ", ".join(missing[:5]) + (" med flera" if len(missing) > 5 else "")
