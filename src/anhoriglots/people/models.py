"""The carer's own file. Never inside the file of the person cared for (architecture 4.2)."""

from django.db import models
from django.db.models import Value
from django.db.models.functions import Collate, Lower

from anhoriglots.database.encryption import EncryptedTextField
from anhoriglots.database.models import BoardRecord

# Swedish order without ICU: å, ä, ö after z, other accents folded, w as v; to be compared in collation "C". Capitals
# stand here too: lower() in collation "C" changes A-Z only, so the key is the same whatever locale the server has.
SORT_FROM = (
    "åäæöøéèêëęěėüùúûůűáàâãāąíìîïīóòôõőōýÿçćčšśşșžźżñńňłđďðğťţțřw"
    "ÅÄÆÖØÉÈÊËĘĚĖÜÙÚÛŮŰÁÀÂÃĀĄÍÌÎÏĪÓÒÔÕŐŌÝŸÇĆČŠŚŞȘŽŹŻÑŃŇŁĐĎÐĞŤŢȚŘW"
    "İı"
)
SORT_TO = (
    "{||}}eeeeeeeuuuuuuaaaaaaiiiiiooooooyycccsssszzznnnldddgtttrv"
    "{||}}eeeeeeeuuuuuuaaaaaaiiiiiooooooyycccsssszzznnnldddgtttrv"
    "ii"
)


class Translate(models.Func):
    """SQL translate(): replaces character by character."""

    function = "translate"
    output_field = models.CharField()


class LastWord(models.Func):
    """The last word of a text: where Swedish puts the surname."""

    template = "split_part(%(expressions)s, ' ', -1)"
    output_field = models.CharField()


def sortable(name: models.expressions.Combinable | str) -> models.Func:
    """The name as it is sorted and searched."""
    return Lower(Collate(Translate(name, Value(SORT_FROM), Value(SORT_TO)), "C"))


class Carer(BoardRecord):
    """A person who cares for somebody (anhörig), and who has agreed to a file of their own.

    ``personal_number`` is optional: a carer may have a file without one (law A06, F12).
    """

    name = models.CharField(max_length=80)
    name_sort = models.GeneratedField(
        expression=sortable("name"),
        output_field=models.CharField(max_length=80, db_collation="C"),
        db_persist=True,
    )
    surname_sort = models.GeneratedField(
        expression=sortable(LastWord("name")),
        output_field=models.CharField(max_length=80, db_collation="C"),
        db_persist=True,
    )
    personal_number = EncryptedTextField(default="")
    personal_number_index = models.BinaryField(max_length=32, null=True)
    phone = EncryptedTextField(default="")
    email = EncryptedTextField(default="")
    language = models.CharField(max_length=8, blank=True)
    needs_interpreter = models.BooleanField(default=False)
    created_at = models.DateTimeField()

    class Meta:
        indexes = [
            models.Index(fields=["board_id", "name_sort", "id"], name="carer_by_name"),
            models.Index(fields=["board_id", "surname_sort", "id"], name="carer_by_surname"),
        ]
        constraints = [
            models.UniqueConstraint(fields=["board_id", "personal_number_index"], name="one_file_per_number"),
        ]
