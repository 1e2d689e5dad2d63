"""What a carer meets from the start page to the code page: every text of it exists in every language that is on."""

from fnmatch import fnmatch

from .extract import texts

# Only what a page of settings.CORE_PATH shows; patterns of files below the package.
OWN_PAGE = (
    "silence",
    "change",
    "code",
    "decline",
    "erase",
    "erased",
    "gone",
    "page",
    "person",
    "support_contact",
    "thread",
)
SHOWN = (
    "design/fields.py",
    "design/words.py",
    "design/templates/design/base.html",
    "design/templates/design/public*.html",
    "design/templates/design/components/*.html",
    "design/templates/design/forms/*.html",
    "booking/*.py",
    "notifications/words.py",
    "booking/templates/booking/*.html",
    "relief/*.py",
    "relief/templates/relief/*.html",
    "publicsite/relief_form.py",
    "casework/actions/*.py",
    "publicsite/booking_*.py",
    "publicsite/group_*.py",
    "publicsite/views/groups.py",
    "publicsite/templates/publicsite/booking*.html",
    "publicsite/templates/publicsite/group*.html",
    "selfservice/bookings.py",
    "selfservice/templates/selfservice/booking*.html",
    "publicsite/cards.py",
    "publicsite/check_page.py",
    "publicsite/choices.py",
    "publicsite/child_*.py",
    "publicsite/contact_*.py",
    "publicsite/guide_forms.py",
    "publicsite/language_rights.py",
    "publicsite/links.py",
    "publicsite/views/start.py",
    "publicsite/templates/publicsite/child*.html",
    "publicsite/templates/publicsite/closed.html",
    "publicsite/templates/publicsite/concern.html",
    "publicsite/templates/publicsite/contact*.html",
    "publicsite/templates/publicsite/told.html",
    "publicsite/templates/publicsite/safe*.html",
    "publicsite/templates/publicsite/help_lines.html",
    "publicsite/templates/publicsite/danger.html",
    "publicsite/templates/publicsite/gone.html",
    "publicsite/templates/publicsite/language_rights.html",
    "publicsite/templates/publicsite/not_knowing.html",
    "publicsite/templates/publicsite/promise.html",
    "publicsite/templates/publicsite/question.html",
    "publicsite/templates/publicsite/reading.html",
    "publicsite/templates/publicsite/receipt*.html",
    "publicsite/templates/publicsite/result.html",
    "publicsite/templates/publicsite/start.html",
    "publicsite/templates/publicsite/too_many.html",
    "publicsite/templates/publicsite/visit.html",
    "selfservice/forms.py",
    "selfservice/guessing.py",
    "selfservice/silence.py",
    "selfservice/views.py",
    "selfservice/wording.py",
    *(f"selfservice/templates/selfservice/{name}.html" for name in OWN_PAGE),
)


def core_texts() -> set[str]:
    """Msgids of the core path."""
    return {text for text, files in texts().items() if any(fnmatch(file, each) for file in files for each in SHOWN)}
