"""What other children wonder, with our own answers, at two levels of reading."""

from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from anhoriglots.design.fields import Text


@dataclass(frozen=True, slots=True)
class Question:
    """A question and its answer. ``by_law``: a section that the answer rests on, as the registry names it."""

    asked: Text
    answer: Text
    by_law: str = ""


@dataclass(frozen=True, slots=True)
class Level:
    """One reading level: what it is called and what stands there."""

    title: Text
    questions: tuple[Question, ...]


YOUNGER = (
    Question(
        _("Är det mitt fel?"),
        _("Nej. Det är aldrig ditt fel att en vuxen är sjuk eller mår dåligt. Du har inte gjort något dumt."),
    ),
    Question(
        _("Får jag vara arg eller ledsen?"),
        _("Ja. Du får känna precis som du gör. Det går att vara arg och ledsen på samma gång."),
    ),
    Question(
        _("Får jag leka fast någon är sjuk?"),
        _("Ja. Du får leka, skratta och vara med kompisar. Du behöver inte vakta den som är sjuk."),
    ),
    Question(
        _("Måste jag hjälpa till med allt?"),
        _("Nej. Du kan hjälpa till med små saker, som att duka. Det stora ska vuxna ta hand om."),
    ),
    Question(
        _("Vem kan jag berätta för?"),
        _("En vuxen som du tycker om. Det kan vara din lärare, skolsköterskan eller en granne. Det kan vara vi."),
    ),
    Question(
        _("Är det dumt att berätta?"),
        _("Nej. Du får berätta hur du har det hemma. Vuxna kan bara hjälpa till om de vet."),
    ),
    Question(
        _("Vad gör ni när jag har berättat?"),
        _("Vi lyssnar. Har du det farligt måste vi se till att du får hjälp. Då säger vi det till dig först."),
        by_law="concern-report",
    ),
)
OLDER = (
    Question(
        _("Överdriver jag?"),
        _("Nej. Tar det mycket av din tid eller dina tankar är det viktigt nog. Du behöver inte ha det värst av alla."),
    ),
    Question(
        _("Jag lagar mat och tar hand om mina syskon. Är det okej?"),
        _(
            "Det är okej att hjälpa till. Men du ska hinna med skolan, vännerna och sömnen. Gör du inte det är det för "
            "mycket."
        ),
    ),
    Question(
        _("Sviker jag min familj om jag berättar?"),
        _("Du får berätta om ditt eget liv. Du kan fråga oss först, utan att säga vem du är."),
    ),
    Question(
        _("Får mina föräldrar veta?"),
        _("Det kan hända. Det beror på vad det gäller och hur gammal du är. Vi pratar med dig om det innan."),
    ),
    Question(
        _("Vad är en orosanmälan?"),
        _(
            "Vi som jobbar här måste säga till när vi tror att ett barn far illa. Sedan tar andra vuxna reda på hur "
            "barnet har det. De tar också reda på vilken hjälp som behövs."
        ),
        by_law="concern-report",
    ),
    Question(
        _("Kan jag få hjälp för egen del?"),
        _(
            "Ja. Du kan få någon att prata med. Ibland behöver en vuxen hemma säga ja. Ju äldre du är, desto mer får "
            "du bestämma."
        ),
        by_law="child-without-guardian",
    ),
    Question(
        _("Jag mår själv dåligt. Vad gör jag?"),
        _("Säg det till någon i dag. Det kan vara någon i skolan eller vi. Är det farligt nu, ring 112."),
    ),
)
LEVELS = {
    "7-12": Level(_("Det här undrar andra barn"), YOUNGER),
    "13-17": Level(_("Det här undrar andra unga"), OLDER),
}
