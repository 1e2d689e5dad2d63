"""What each role may do: one table, read by every policy.

From the roles and responsibilities of the source documents (law.md 3): the representative and the system
administrator never see a person's file; the log reviewer sees who read, not what. Whoever leads a group sees what those
who come to it want to be called, and nothing more.
"""

from enum import StrEnum


class Role(StrEnum):
    """A part somebody plays in a unit; its local title comes from the profile."""

    CARER_ADVISOR = "carer_advisor"
    SUPPORT_CONTACT = "support_contact"
    COORDINATOR = "coordinator"
    UNIT_MANAGER = "unit_manager"
    CARER_REPRESENTATIVE = "carer_representative"
    LOG_REVIEWER = "log_reviewer"
    SYSTEM_ADMINISTRATOR = "system_administrator"


class Capability(StrEnum):
    """Something a page or an action lets a person do."""

    SEE_OFFER = "see_offer"
    WORK_WITH_REQUESTS = "work_with_requests"
    NOTE_CONTACT = "note_contact"
    READ_CARERS = "read_carers"
    PROPOSE_SUPPORT_CONTACT = "propose_support_contact"
    BE_SUPPORT_CONTACT = "be_support_contact"
    REVIEW_LOG = "review_log"
    MANAGE_ACCOUNTS = "manage_accounts"
    MANAGE_DECISIONS = "manage_decisions"
    PLAN_GROUPS = "plan_groups"
    LEAD_GROUPS = "lead_groups"
    ANSWER_RELIEF = "answer_relief"
    EDIT_CATALOGUE = "edit_catalogue"
    HANDLE_FAULTS = "handle_faults"


_WORK = frozenset(
    {
        Capability.SEE_OFFER,
        Capability.WORK_WITH_REQUESTS,
        Capability.NOTE_CONTACT,
        Capability.READ_CARERS,
        Capability.PROPOSE_SUPPORT_CONTACT,
        Capability.BE_SUPPORT_CONTACT,
        Capability.PLAN_GROUPS,
        Capability.LEAD_GROUPS,
        Capability.ANSWER_RELIEF,
        Capability.EDIT_CATALOGUE,
    }
)

CAPABILITIES: dict[Role, frozenset[Capability]] = {
    Role.CARER_ADVISOR: _WORK,
    Role.COORDINATOR: _WORK,
    Role.SUPPORT_CONTACT: _WORK
    - {Capability.PROPOSE_SUPPORT_CONTACT, Capability.EDIT_CATALOGUE, Capability.ANSWER_RELIEF},
    Role.UNIT_MANAGER: frozenset(
        {
            Capability.SEE_OFFER,
            Capability.WORK_WITH_REQUESTS,
            Capability.PROPOSE_SUPPORT_CONTACT,
            Capability.MANAGE_DECISIONS,
            Capability.PLAN_GROUPS,
            Capability.LEAD_GROUPS,
            Capability.EDIT_CATALOGUE,
            Capability.ANSWER_RELIEF,
            Capability.HANDLE_FAULTS,
        }
    ),
    Role.CARER_REPRESENTATIVE: frozenset({Capability.SEE_OFFER, Capability.LEAD_GROUPS}),
    Role.LOG_REVIEWER: frozenset({Capability.SEE_OFFER, Capability.REVIEW_LOG}),
    Role.SYSTEM_ADMINISTRATOR: frozenset(
        {
            Capability.SEE_OFFER,
            Capability.MANAGE_ACCOUNTS,
            Capability.MANAGE_DECISIONS,
            Capability.HANDLE_FAULTS,
        }
    ),
}
