"""A child's answers as they travel from page to page."""

import secrets
from dataclasses import dataclass, replace

from anhoriglots.casework.actions.receive_request import Asked
from anhoriglots.casework.choices import Reply

from .answers import Answers


@dataclass(frozen=True, slots=True)
class ChildAnswers(Answers):
    """How to talk, and what that needs."""

    submission: str = ""
    reply: str = ""
    contact: str = ""
    talk_when: str = ""
    may_say_who_calls: bool = False
    call_me: str = ""

    def by(self, reply: str) -> "ChildAnswers":
        """With this way to talk, and the secret by which a form that is sent twice is known again."""
        return replace(self, reply=reply, submission=self.submission or secrets.token_urlsafe(16))

    def asked(self) -> Asked:
        """As the action takes them."""
        return Asked(
            reply=Reply(self.reply),
            contact=self.contact,
            talk_when=self.talk_when,
            may_say_who_calls=self.may_say_who_calls,
            call_me=self.call_me,
            from_child=True,
        )
