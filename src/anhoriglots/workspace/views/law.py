"""Lagen: what holds on a day, every rule, and a place to put any question. Nothing is saved."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from anhoriglots import law
from anhoriglots.accounts.access import StaffRequest, staff_page
from anhoriglots.catalogue.queries.decide_here import decide_here
from anhoriglots.catalogue.queries.elsewhere import question_of_others
from anhoriglots.catalogue.queries.erased_by_program import erased_by_program
from anhoriglots.catalogue.queries.own_rules import own_rules_about
from anhoriglots.catalogue.queries.running_out import running_out
from anhoriglots.design.forms import Form
from anhoriglots.design.pages import UNPROCESSABLE, render_form
from anhoriglots.kernel.dates import swedish_date

from ..law_answer import Answer, answer_to, days_with_rules, rule_on
from ..law_form import DAY, DayField, LawForm
from ..law_pages import decided_forms, next_changes, topics
from ..law_register import CHOSEN, from_register
from ..law_rules import chapter_page, own_answer_lines, own_rule_lines, reader, unverified_rules
from ..municipality import municipality_of


class DayForm(Form):
    """Which day's law to read."""

    dag = DayField(label="Läs lagen en annan dag", required=False)


@dataclass(frozen=True, slots=True)
class Chosen:
    """The day to read the law of: today, or the one in the address."""

    form: DayForm
    day: date
    asked: date | None

    @property
    def context(self) -> dict[str, Any]:
        """What every page of the law shows of the day."""
        return {"form": self.form, "day": swedish_date(self.day), "another_day": self.asked}


def _chosen(request: StaffRequest) -> Chosen:
    today = timezone.localdate()
    form = DayForm(request.GET if DAY in request.GET else None)
    asked = form.cleaned_data[DAY] if form.is_valid() else None
    return Chosen(form, asked or today, asked if asked != today else None)


def _page(request: StaffRequest, template: str, chosen: Chosen, context: dict[str, Any]) -> HttpResponse:
    status = UNPROCESSABLE if chosen.form.errors else None
    return render(request, template, chosen.context | context, status=status)


@staff_page()
def law_in_force(request: StaffRequest) -> HttpResponse:
    """What holds, what changes next, the questions, and what is not certain or not decided."""
    chosen, here = _chosen(request), request.actor.municipality
    reads = reader(request.actor, chosen.day, chosen.asked)
    context = {
        "changes": next_changes(here, chosen.day),
        "topics": topics(here, chosen.day, chosen.asked),
        "unverified": unverified_rules(reads),
        "decisions": decided_forms(request.actor.board_id, chosen.day),
        "own_answers": own_answer_lines(reads),
        "own_rules": own_rule_lines(reads),
        "running_out": running_out(request.actor, on=chosen.day),
        "erased": erased_by_program(request.actor, municipality_of(request), on=chosen.day),
        "board": request.actor.board_name,
    }
    return _page(request, "workspace/law.html", chosen, context)


@staff_page()
def law_chapter(request: StaffRequest, letter: str) -> HttpResponse:
    """Every rule of one part of the catalogue."""
    chosen = _chosen(request)
    found = chapter_page(letter.upper(), reader(request.actor, chosen.day, chosen.asked))
    if found is None:
        raise Http404
    return _page(request, "workspace/law_chapter.html", chosen, {"chapter": found})


@staff_page()
def ask_law(request: StaffRequest, question: str) -> HttpResponse:
    """Put a question: facts in, the answer and its section out."""
    if question not in law.titles():
        raise Http404
    day = _chosen(request).day
    form = LawForm(question, request.POST if request.method == "POST" else None, initial={DAY: day.isoformat()})
    answer = _answer(request, question, form) if form.is_valid() else None
    day = form.day if answer else day
    register = from_register(request.actor, question, day, chosen=request.GET.get(CHOSEN, ""))
    if register and not form.is_bound:
        register.fill_in(form)
    context = {
        "register": register,
        "asked_day": day.isoformat(),
        "title": law.titles()[question],
        "rule": rule_on(question, day),
        "whose": question_of_others(question, request.actor.municipality, day),
        "answer": answer,
        "own_rules": own_rules_about(request.actor, question, day),
        "day": swedish_date(day),
        "days": days_with_rules(question),
    }
    return render_form(request, "workspace/law_question.html", form, context)


def _answer(request: StaffRequest, question: str, form: LawForm) -> Answer | None:
    """The answer; None when there is none that day or the facts do not fit together, which the form then tells."""
    try:
        decision = decide_here(request.actor, question, form.day, form.facts())
    except law.NoLawOnDate:
        form.add_error(DAY, f"Det finns inget svar för den dagen. Frågan har svar {days_with_rules(question)}.")
        return None
    except law.BadFact as error:
        form.refuse_fact(error)
        return None
    return answer_to(question, decision, on=form.day, links=form.links)
