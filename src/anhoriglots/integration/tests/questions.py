"""Puts questions to an interface as its OpenAPI description allows, with ids that exist, and checks each answer.

Ids that are made up are all answered 404, and then nothing has been tried: whoever asks must see a 200 at each address.
"""

import gzip
import json
import os
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any

import pytest
import schemathesis
from django.test.client import ClientHandler
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from schemathesis import GenerationMode
from schemathesis.core.result import Ok

FOLDER = os.environ.get("ANHORIGLOTS_HSDS", "")
DESCRIPTION = "hsds-3.0-openapi-bundled.json.gz"
needs_standard = pytest.mark.skipif(
    not FOLDER, reason=f"ANHORIGLOTS_HSDS names no folder with the standard's description, {DESCRIPTION}"
)
Statuses = dict[str, list[int]]


def standard() -> dict[str, Any]:
    """Open Referral's own description."""
    with gzip.open(Path(FOLDER) / DESCRIPTION) as file:
        document: dict[str, Any] = json.load(file)
    return document


def put_questions(
    document: Mapping[str, Any],
    base: str,
    real_ids: Mapping[str, list[str]],
    *,
    number: int = 20,
    mode: GenerationMode = GenerationMode.POSITIVE,
    checks: Iterable[Any] | None = None,
) -> Statuses:
    """The statuses that were answered, by path.

    Args:
        document: the description.
        base: where the interface is.
        real_ids: ids that exist, by the path of the description that takes them.
        number: questions for each path.
        mode: what the description allows, or what it does not; then an address that takes nothing is passed over.
        checks: those of Schemathesis to make; all when None.

    Raises:
        schemathesis' own: an answer is not as the description says.
    """
    schema = schemathesis.openapi.from_dict({**document, "servers": [{"url": base}]})
    schema.app = _application
    statuses: Statuses = defaultdict(list)
    for result in schema.get_all_operations():
        assert isinstance(result, Ok), result
        operation = result.ok()
        if mode is GenerationMode.NEGATIVE and not (operation.query or operation.path_parameters):
            continue
        known = real_ids.get(operation.path)
        keys = st.sampled_from(known) if known else st.none()

        @settings(
            max_examples=number,
            deadline=None,
            database=None,
            derandomize=True,
            phases=[Phase.generate],
            suppress_health_check=list(HealthCheck),
        )
        @given(case=operation.as_strategy(generation_mode=mode), key=keys)
        def ask(case: Any, key: str | None) -> None:
            if key:
                case.path_parameters["id"] = key
            response = case.call()
            statuses[case.operation.path].append(response.status_code)
            case.validate_response(response, checks=list(checks) if checks else None)

        ask()
    return statuses


def never_answered(statuses: Statuses) -> list[str]:
    """Paths where nothing but faults came."""
    return [path for path, seen in statuses.items() if 200 not in seen]


def _application(environ: dict[str, Any], start: Callable[[str, list[tuple[str, str]]], object]) -> list[bytes]:
    """The program, but in the transaction of the test."""
    response: Any = ClientHandler(enforce_csrf_checks=True)(environ)
    start(f"{response.status_code} {response.reason_phrase}", list(response.items()))
    return [response.content]
