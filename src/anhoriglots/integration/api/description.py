"""The description of the interface as OpenAPI 3.1, made from the operations and their shapes."""

from typing import Any

from django.urls import get_script_prefix
from pydantic import BaseModel
from pydantic.alias_generators import to_camel
from pydantic.json_schema import models_json_schema

from ..answers import JSON, Asked
from ..paging import MOST_ON_A_PAGE
from ..problems import PROBLEM_JSON, Kind, ProblemAnswer
from . import examples
from .operations import OPERATIONS, Operation
from .readers import API_VERSION

Described = dict[str, Any]
REF = "#/components/schemas/{model}"
ABOUT = """Öppna uppgifter om kommunens stöd till anhöriga: stöd, grupper, enheter och målgrupper. Inget om personer.
Begränsningar: bara läsning, högst {most} rader på en sida, svar får sparas i 60 sekunder. Fråga om med If-None-Match.
Servicenivå: samma som kommunens webbplats, utan löfte om svarstid. Tider är UTC (RFC 3339); öppettider svensk tid.

Open data about the municipality's support to carers: offers, groups, units and target groups. Nothing about persons.
Limits: read only, at most {most} rows on a page, answers may be kept for 60 seconds. Ask again with If-None-Match.
Service level: that of the municipality's site, with no promise of response time. Times are UTC (RFC 3339); opening
hours are Swedish clock time."""
EUPL = "https://interoperable-europe.ec.europa.eu/collection/eupl/eupl-text-eupl-12"


def description(asked: Asked) -> Described:
    """The whole document, with the address of the municipality that is asked."""
    shapes = {operation.answers for operation in OPERATIONS} | {ProblemAnswer}
    modes: Any = [(shape, "serialization") for shape in sorted(shapes, key=lambda shape: shape.__name__)]
    _, components = models_json_schema(modes, by_alias=True, ref_template=REF)
    start = asked.page("start")
    return {
        "openapi": "3.1.0",
        "jsonSchemaDialect": "https://json-schema.org/draft/2020-12/schema",
        "info": {
            "title": f"Stöd till anhöriga, {asked.municipality.name}",
            "version": API_VERSION,
            "description": ABOUT.format(most=MOST_ON_A_PAGE),
            "contact": {"name": asked.municipality.name, "url": start},
            "license": {"name": "EUPL-1.2", "url": EUPL},
            "x-sla": {
                "availability": "Som kommunens webbplats / As the municipality's site",
                "responseTime": "Inget löfte / No promise",
                "support": start,
            },
        },
        "externalDocs": {"description": "Kommunens sidor / The municipality's pages", "url": start},
        "servers": [{"url": f"{asked.root}{get_script_prefix()}api/v1"}],
        "tags": [{"name": "open-data", "description": "Öppna uppgifter / Open data"}],
        "paths": {operation.path: {"get": _operation(operation)} for operation in OPERATIONS},
        "components": {"schemas": components["$defs"]},
    }


def _operation(operation: Operation) -> Described:
    return {
        "operationId": to_camel(operation.name.replace("-", "_")),
        "summary": operation.swedish,
        "description": f"{operation.swedish} / {operation.english}",
        "tags": ["open-data"],
        "security": [],
        "parameters": [*_key(operation), *_parameters(operation.takes)],
        "responses": _responses(operation),
    }


def _key(operation: Operation) -> list[Described]:
    if not operation.takes_key:
        return []
    return [
        {
            "name": "id",
            "in": "path",
            "required": True,
            "description": "Id ur en lista. / An id from a list.",
            "schema": {"type": "string", "format": "uuid"},
        }
    ]


def _parameters(takes: type[BaseModel]) -> list[Described]:
    fields: Described = takes.model_json_schema(by_alias=True).get("properties", {})
    return [
        {
            "name": name,
            "in": "query",
            "required": False,
            "description": field["description"],
            "schema": _plain(field),
        }
        for name, field in fields.items()
    ]


def _plain(field: Described) -> Described:
    """The field's schema alone. That it may be left out is told elsewhere, so null is no value of it."""
    schema = next((one for one in field.get("anyOf", []) if one != {"type": "null"}), field)
    left_out = {"title", "description"} | ({"default"} if schema.get("default", "") == "" else set())
    return {name: value for name, value in schema.items() if name not in left_out}


def _responses(operation: Operation) -> Described:
    good = {
        "description": f"{operation.swedish} / {operation.english}",
        "headers": {
            "ETag": {"description": "Märke för svaret. / Mark of the answer.", "schema": {"type": "string"}},
            "Cache-Control": {"description": "Får sparas. / May be kept.", "schema": {"type": "string"}},
        },
        "content": {
            JSON: {
                "schema": {"$ref": REF.format(model=operation.answers.__name__)},
                "examples": {"example": {"value": operation.example.model_dump(mode="json", by_alias=True)}},
            }
        },
    }
    gone = {"404": _problem(Kind.NOT_FOUND, f"{operation.what} finns inte här.")} if operation.takes_key else {}
    return {
        "200": good,
        "304": {"description": "Oförändrat sedan sist. / Unchanged since last time."},
        "400": _problem(Kind.PARAMETER, f"limit: ska vara högst {MOST_ON_A_PAGE}"),
        **gone,
        "405": _problem(Kind.METHOD, "Fråga med GET."),
        "500": _problem(Kind.FAULT, "Försök igen senare."),
        "503": _problem(Kind.CLOSED, "Försök igen om en stund."),
    }


def _problem(kind: Kind, detail: str) -> Described:
    example = examples.problem(kind, detail).model_dump(mode="json")
    content = {
        "schema": {"$ref": REF.format(model=ProblemAnswer.__name__)},
        "examples": {"example": {"value": example}},
    }
    return {"description": kind.value[2], "content": {PROBLEM_JSON: content}}
