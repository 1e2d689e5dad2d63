"""The folded list is Django's own, but for the time it takes."""

from typing import Any

import pytest
from django import forms
from django.test import SimpleTestCase
from django.utils.translation import gettext_lazy as _

from anhoriglots.design.folded_list import FoldedList

CHOICES = [
    ("", _("Spelar ingen roll")),
    ("a&b", '<Ö> & "citat"'),
    (3, "tre"),
    ('En "grupp" & <en>', [("x", "ett"), (4, "två")]),
    (_("En till"), [("y", "tre")]),
]


@pytest.mark.parametrize("value", ["", "a&b", 3, "3", "x", 4, None, "not among them", '"><script>'])
@pytest.mark.parametrize("attrs", [{}, {"id": "id_x", "aria-describedby": "hint", "disabled": True, "lang": None}])
def test_it_writes_what_django_writes(value: Any, attrs: dict[str, Any]) -> None:
    ours, theirs = (kind(choices=CHOICES).render("var", value, attrs) for kind in (FoldedList, forms.Select))
    SimpleTestCase().assertHTMLEqual(ours, theirs.replace(' lang="None"', ""))
