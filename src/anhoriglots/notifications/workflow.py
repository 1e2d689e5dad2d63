"""The states of a message and the steps between them."""

from django.db.models import TextChoices


class MessageStep(TextChoices):
    """What can happen to a message."""

    WAITING = "waiting", "Väntar på att skickas"
    SENDING = "sending", "Skickas"
    SENT = "sent", "Skickat"
    FAILED = "failed", "Gick inte fram"
    GIVEN_UP = "given_up", "Gick inte att skicka"
    BY_HAND = "by_hand", "Ska sägas av någon"
    TOLD = "told", "Sagt av någon"
    CALLED_OFF = "called_off", "Behövs inte längre"


MESSAGE_STEPS: dict[str | None, frozenset[MessageStep]] = {
    None: frozenset({MessageStep.WAITING, MessageStep.BY_HAND, MessageStep.GIVEN_UP}),
    MessageStep.WAITING: frozenset({MessageStep.SENDING, MessageStep.GIVEN_UP, MessageStep.CALLED_OFF}),
    # To itself: taken over after a worker that died without saying whether it went.
    MessageStep.SENDING: frozenset(
        {
            MessageStep.SENDING,
            MessageStep.SENT,
            MessageStep.WAITING,
            MessageStep.FAILED,
            MessageStep.GIVEN_UP,
        }
    ),
    MessageStep.BY_HAND: frozenset({MessageStep.TOLD, MessageStep.CALLED_OFF}),
    MessageStep.FAILED: frozenset({MessageStep.TOLD, MessageStep.CALLED_OFF}),
    MessageStep.GIVEN_UP: frozenset({MessageStep.TOLD, MessageStep.CALLED_OFF}),
    MessageStep.SENT: frozenset(),
    MessageStep.TOLD: frozenset(),
    MessageStep.CALLED_OFF: frozenset(),
}

# Somebody must ring or write.
FOR_A_PERSON = (MessageStep.BY_HAND, MessageStep.FAILED, MessageStep.GIVEN_UP)
# Nobody has been told yet, so it can still be called off.
UNTOLD = (MessageStep.WAITING, *FOR_A_PERSON)
# The program may still need the address.
ON_ITS_WAY = (MessageStep.WAITING, MessageStep.SENDING)
