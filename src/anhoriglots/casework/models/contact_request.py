"""A visitor asks us to be in touch; found again by a code, erased on a date the visitor was told."""

from django.db import models
from django.db.models import Q

from anhoriglots.accounts.models import User
from anhoriglots.database.encryption import EncryptedTextField
from anhoriglots.database.models import AppendOnly, BoardRecord
from anhoriglots.organisations.models import District, Unit

from ..choices import CallTime, Reply
from ..workflow import WAITING_STEPS, RequestStep


class ContactRequest(BoardRecord):
    """What the visitor chose to tell. ``step`` repeats the last event so that lists read one table.

    ``submission`` is the one-way mark of the form that was sent: the same form sent twice is one request.
    ``call_words`` are said when we call and open nothing. ``promised_at`` is when we answer at the latest;
    ``support_contact_promised_on`` is the last day for a support contact, when nobody had time at once.
    ``from_child`` when it came through the child entrance; ``talk_when`` is when a child can talk, in its own words.
    ``silent_since`` is set while the visitor has said that it is not safe to call or write; only
    actions.silent_contact, which the visitor's code opens, sets and lifts it.
    """

    unit = models.ForeignKey(Unit, models.PROTECT, related_name="contact_requests", db_index=False)
    district = models.ForeignKey(District, models.PROTECT, null=True, db_index=False)
    submission = models.BinaryField(max_length=32)
    reply = models.CharField(max_length=10, choices=Reply.choices)
    for_another = models.BooleanField(default=False)
    other_person_knows = models.BooleanField(null=True)
    from_child = models.BooleanField(default=False)
    contact = EncryptedTextField(default="")
    call_time = models.CharField(max_length=10, choices=CallTime.choices, default=CallTime.ANY)
    may_say_who_calls = models.BooleanField(default=False)
    talk_when = EncryptedTextField(default="")
    silent_since = models.DateTimeField(null=True)
    call_me = EncryptedTextField(default="")
    call_words = EncryptedTextField(default="")
    remark = EncryptedTextField(default="")
    target_group_lines = models.JSONField(default=list)
    needs = models.JSONField(default=list)
    interpreter_language = models.CharField(max_length=8, blank=True)
    language = models.CharField(max_length=8, default="sv")
    wants_support_contact = models.BooleanField(default=False)
    support_contact_wish = models.CharField(max_length=20, blank=True)
    support_contact_promised_on = models.DateField(null=True)
    is_urgent = models.BooleanField(default=False)
    received_at = models.DateTimeField()
    promised_at = models.DateTimeField()
    step = models.CharField(max_length=12, choices=RequestStep.choices)
    step_at = models.DateTimeField()
    taken_by = models.ForeignKey(User, models.PROTECT, null=True, db_index=False)
    erase_on = models.DateField(null=True)
    erased_at = models.DateTimeField(null=True)

    class Meta:
        # Not together with the municipality, which the mark holds: row-level security asks for that in every query, and
        # an index that has it tempts the planner to read all of the municipality's rows.
        constraints = [models.UniqueConstraint(fields=["submission"], name="form_sent_once")]
        indexes = [
            models.Index(fields=["board_id", "step", "promised_at"], name="request_by_promise"),
            models.Index(fields=["board_id", "taken_by", "step"], name="request_by_taker"),
            models.Index(fields=["erase_on"], name="request_by_erase_date"),
            # The order of Idag, so that its first page is read and nothing sorted, however many are closed.
            models.Index(
                fields=["unit", "-is_urgent", "promised_at", "id"],
                condition=Q(step__in=WAITING_STEPS),
                name="request_waiting",
            ),
            models.Index(
                fields=["unit", "support_contact_promised_on"],
                condition=Q(support_contact_promised_on__isnull=False),
                name="request_by_support_promise",
            ),
        ]


class RequestEvent(AppendOnly, BoardRecord):
    """One step of a request: who, when; never what was said."""

    request_id = models.UUIDField()
    step = models.CharField(max_length=12, choices=RequestStep.choices)
    actor_id = models.UUIDField(null=True)
    at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["request_id", "at"], name="request_event_by_request")]


class ThreadMessage(BoardRecord):
    """A line in the question and answer behind a code."""

    request = models.ForeignKey(ContactRequest, models.CASCADE, related_name="messages", db_index=False)
    from_staff = models.BooleanField()
    author = models.ForeignKey(User, models.PROTECT, null=True, db_index=False)
    text = EncryptedTextField()
    at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["request", "at"], name="message_by_request")]
