"""The base of every form: fields that render themselves, and the summary of what must be corrected.

``{{ form }}`` renders all fields, ``{{ form.phone }}`` one of them: label, hint, error, control, wired together.
"""

from dataclasses import dataclass

from django import forms
from django.core.exceptions import ValidationError
from django.forms.renderers import DjangoTemplates
from django.utils.safestring import SafeString

from anhoriglots.kernel.decision import Decision

from .fields import ChoiceLook


def refuse_unless(decision: Decision) -> None:
    """For the ``clean`` of a form: what a policy says of what was written.

    Raises:
        ValidationError: the sentence and the reason of a decision that is a no.
    """
    if not decision:
        raise ValidationError(decision.sentence, code=decision.reason)


@dataclass(frozen=True, slots=True)
class ErrorLink:
    """One line of the error summary; ``href`` is empty when the fault belongs to no single field."""

    text: str
    href: str


@dataclass(frozen=True, slots=True)
class Option:
    """One radio button or box."""

    control: SafeString
    control_id: str
    label: str
    hint: str
    hint_id: str
    lang: str
    is_exclusive: bool


class DesignField(forms.BoundField):
    """A field of a form that knows its ids and renders as one whole."""

    @property
    def hint_id(self) -> str:
        """Id of the hint."""
        return f"{self.auto_id}_hint"

    @property
    def error_id(self) -> str:
        """Id of the error; also where the sentence of the summary stands again."""
        return f"{self.auto_id}_error"

    @property
    def first_control_id(self) -> str:
        """Where the error summary leads."""
        return f"{self.auto_id}_0" if self.use_fieldset else str(self.auto_id)

    @property
    def error_text(self) -> str:
        """The first thing that is wrong; one at a time is enough."""
        return str(self.errors[0]) if self.errors else ""

    @property
    def aria_describedby(self) -> str | None:
        """Ids of hint and error, for the control, or for the fieldset of a group."""
        ids = [self.hint_id] if self.help_text else []
        ids += [self.error_id] if self.errors else []
        return " ".join(ids) or None

    @property
    def options(self) -> list[Option]:
        """The choices of a group, ready for the template."""
        look = getattr(self.field, "look", ChoiceLook())
        return [self._option(control, look) for control in self.subwidgets]

    def _option(self, control: forms.boundfield.BoundWidget, look: ChoiceLook) -> Option:
        value = str(control.data["value"])
        control_id = str(control.id_for_label)
        hint = str(look.hints.get(value, ""))
        hint_id = f"{control_id}_hint" if hint else ""
        attrs = control.data["attrs"]
        if hint:
            attrs["aria-describedby"] = hint_id
        is_exclusive = value == look.exclusive
        if is_exclusive:
            attrs["data-exclusive"] = True
        return Option(
            control=control.tag(),
            control_id=control_id,
            label=str(control.choice_label),
            hint=hint,
            hint_id=hint_id,
            lang=value if look.values_are_languages else "",
            is_exclusive=is_exclusive,
        )

    def __str__(self) -> SafeString:
        return self.as_field_group()

    __html__ = __str__


class DesignRenderer(DjangoTemplates):
    """Finds the templates of the design system; independent of the page's own context."""

    form_template_name = "design/forms/form.html"
    field_template_name = "design/forms/input.html"
    bound_field_class = DesignField


class Form(forms.Form):
    """Base class of every form. The server checks all of it; the browser is told nothing to refuse."""

    default_renderer = DesignRenderer()  # made once: its engine keeps the compiled field templates
    use_required_attribute = False
    refusal: Decision | None = None

    def refuse(self, decision: Decision, field: str | None = None) -> None:
        """Show why an action did not do what was asked: the sentence as an error, the law under it."""
        self.refusal = decision
        self.add_error(field, decision.sentence)

    @property
    def error_links(self) -> list[ErrorLink]:
        """Every fault, in the order of the page; those of no single field first."""
        links = [ErrorLink(str(text), "") for text in self.non_field_errors()]
        for field in self:
            if isinstance(field, DesignField) and field.errors:
                links.append(ErrorLink(field.error_text, f"#{field.first_control_id}"))
        return links
