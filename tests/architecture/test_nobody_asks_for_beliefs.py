"""Ethnicity, religion, sexual orientation and gender identity are asked for nowhere: no column, no field has them."""

import re

from django.apps import apps
from django.forms.forms import BaseForm

from anhoriglots.publicsite import contact_forms, guide_forms
from anhoriglots.workspace import forms as staff_forms

from .tree import package_of_module

NEVER = re.compile(r"ethni|religi|belief|faith|sexual|orientation|gender|nationality|born_in|etnisk|tro_|läggning")


def _columns() -> list[str]:
    models = [model for model in apps.get_models(include_auto_created=True) if package_of_module(model.__module__)]
    return [f"{model.__name__}.{field.name}" for model in models for field in model._meta.concrete_fields]


def _fields() -> list[str]:
    found = [one for module in (contact_forms, guide_forms, staff_forms) for one in vars(module).values()]
    forms = [one for one in found if isinstance(one, type) and issubclass(one, BaseForm)]
    return [f"{form.__name__}.{name}" for form in forms for name in getattr(form, "base_fields", {})]


def test_no_column_can_hold_what_support_may_not_depend_on() -> None:
    columns = _columns()
    assert len(columns) > 100, "the tables were not found"
    assert [column for column in columns if NEVER.search(column.lower())] == []


def test_no_form_asks_for_what_support_may_not_depend_on() -> None:
    fields = _fields()
    assert len(fields) > 15, "the forms were not found"
    assert [field for field in fields if NEVER.search(field.lower())] == []


def test_the_search_would_find_one() -> None:
    assert all(NEVER.search(name) for name in ("Carer.ethnicity", "Guide.religion", "Carer.sexual_orientation"))
