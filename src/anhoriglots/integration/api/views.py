"""The views of the interface, made from its operations, and the description itself."""

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponseBase

from ..answers import Asked, open_interface
from ..parameters import read_key, read_parameters
from .description import description
from .operations import Operation


def view_of(operation: Operation) -> Callable[..., HttpResponseBase]:
    """A view that reads the parameters, answers, and writes the answer as its shape says."""

    def read(asked: Asked, request: HttpRequest, **keys: str) -> Any:
        given = read_parameters(operation.takes, request.GET)
        found = {name: read_key(written, operation.what) for name, written in keys.items()}
        return operation.read(asked, given, **found).model_dump(mode="json", by_alias=True)

    return open_interface(read)


@open_interface
def described(asked: Asked, request: HttpRequest) -> object:
    """The description as OpenAPI 3.1."""
    return description(asked)
