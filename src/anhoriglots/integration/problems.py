"""Faults as RFC 9457 says, the same in both interfaces."""

import json
from enum import Enum

from django.http import HttpRequest, HttpResponse
from pydantic import BaseModel, Field

PROBLEM_JSON = "application/problem+json"


class Kind(Enum):
    """What may go wrong: status, the last part of the type, and the title."""

    PARAMETER = (400, "bad-parameter", "En parameter är fel")
    NOT_FOUND = (404, "not-found", "Det finns inte här")
    METHOD = (405, "read-only", "Här går det bara att läsa")
    FAULT = (500, "fault", "Något gick fel hos oss")
    CLOSED = (503, "closed", "Stängt en stund")


class ProblemAnswer(BaseModel):
    """Vad som är fel. / What is wrong (RFC 9457)."""

    type: str = Field(description="Slag av fel. / Kind of problem.")
    title: str = Field(description="Felet i korthet. / The problem in short.")
    status: int = Field(description="HTTP-status. / HTTP status.")
    detail: str = Field(description="Vad du kan göra. / What to do.")
    instance: str = Field(description="Adressen du frågade. / The address that was asked.")


class Problem(Exception):
    """The question cannot be answered; becomes an answer that says why."""

    def __init__(self, kind: Kind, detail: str) -> None:
        super().__init__(detail)
        self.kind, self.detail = kind, detail

    def told(self, request: HttpRequest) -> ProblemAnswer:
        """The fault in words. The query of the address is left out: nobody knows what somebody wrote in it."""
        status, name, title = self.kind.value
        return ProblemAnswer(
            type=f"urn:anhoriglots:problem:{name}",
            title=title,
            status=status,
            detail=self.detail,
            instance=request.path,
        )


def not_found(what: str) -> Problem:
    """404; ``what`` is the thing in words, with a capital."""
    return Problem(Kind.NOT_FOUND, f"{what} finns inte här, eller finns inte längre.")


def problem_answer(request: HttpRequest, problem: Problem) -> HttpResponse:
    """The fault as an answer that nobody keeps."""
    told = problem.told(request)
    body = json.dumps(told.model_dump(), ensure_ascii=False)
    return HttpResponse(body, PROBLEM_JSON, status=told.status, headers={"Cache-Control": "no-store"})
