"""A relation is an import in disguise: a string foreign key upwards is not seen by import-linter."""

from django.apps import apps
from django.db.models import Model

from .tree import may_know, package_of_module, shown, sources


def _relations() -> list[tuple[str, str, str]]:
    """Package, relation and the package it points to; relations to other libraries' tables left out."""
    found = []
    for model in apps.get_models(include_auto_created=True):
        package = package_of_module(model.__module__)
        for field in model._meta.get_fields():
            other = field.related_model
            if package and field.concrete and isinstance(other, type) and issubclass(other, Model):
                target = package_of_module(other.__module__)
                found += [(package, f"{model.__name__}.{field.name} -> {other.__name__}", target)] if target else []
    return found


def test_every_relation_points_to_its_own_package_or_a_lower_floor() -> None:
    relations = _relations()
    assert len(relations) > 20, "the tables were not found"
    assert [what for package, what, target in relations if not may_know(package, target)] == []


def test_nobody_is_looked_up_by_name_where_an_import_would_be_refused() -> None:
    """``apps.get_model`` and ``importlib`` go round the floors without a trace.

    The law's registry alone finds its rules by folder, and only inside its own package.
    """
    words = ("get_model(", "import_module(", "import_string(", "__import__(")
    found = [f"{shown(path)}: {word}" for path in sources() for word in words if word in path.read_text()]
    assert [place for place in found if not place.startswith("src/anhoriglots/law/registry.py: import_module(")] == []
