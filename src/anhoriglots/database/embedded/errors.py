"""What can go wrong with the embedded server, in words for the person at the keyboard."""

_SENTENCES = (
    (
        "No space left on device",
        "Disken är full. Frigör utrymme och starta igen; inget som är sparat har gått förlorat.",
    ),
    (
        "Disk quota exceeded",
        "Din diskkvot är full. Frigör utrymme och starta igen; inget som är sparat har gått förlorat.",
    ),
    ("Permission denied", "Databasens mapp får inte läsas eller skrivas av det här kontot."),
    ("Read-only file system", "Databasens mapp ligger på en disk som inte går att skriva till."),
    ("has wrong ownership", "Databasens mapp tillhör ett annat konto. Starta med samma konto som förra gången."),
    ("database files are incompatible", "Databasen är skapad av en annan huvudversion av PostgreSQL."),
    ("Cannot allocate memory", "Datorn har för lite ledigt minne för att starta databasen."),
    ("could not create shared memory segment", "Datorn har för lite ledigt delat minne för att starta databasen."),
)
_OTHERWISE = "Databasen kunde inte starta."


class EmbeddedDatabaseError(Exception):
    """The embedded server cannot be used.

    Attributes:
        sentence: what is wrong and what to do, in Swedish.
        detail: the last lines from PostgreSQL or the system, in English; may be empty.
    """

    def __init__(self, sentence: str, detail: str = "") -> None:
        super().__init__(f"{sentence}\n{detail}" if detail else sentence)
        self.sentence = sentence
        self.detail = detail

    def packed(self) -> str:
        """The error as one text, for another process."""
        return f"{self.sentence}\0{self.detail}"

    @classmethod
    def unpacked(cls, text: str) -> "EmbeddedDatabaseError":
        """The error another process has packed."""
        sentence, _, detail = text.partition("\0")
        return cls(sentence, detail)


def explained(output: str) -> EmbeddedDatabaseError:
    """Turn what PostgreSQL's programs printed into an error that says what to do."""
    sentence = next((words for sign, words in _SENTENCES if sign in output), _OTHERWISE)
    return EmbeddedDatabaseError(sentence, "\n".join(output.strip().splitlines()[-12:]))


def of_system(error: OSError) -> EmbeddedDatabaseError:
    """The same for an error from the operating system; names the file it concerns."""
    return explained(f"{error.strerror}: {error.filename}" if error.filename else str(error))
