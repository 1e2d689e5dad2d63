"""The offers that a search finds, for those who sort and page them by themselves."""

from django.contrib.postgres.search import SearchQuery
from django.db.models import Q

from ..search_words import asked


def with_all_words(text: str) -> Q:
    """Offers with all the words, as carers mean them: inflected, in a compound, or by another word for the same.

    All offers when nothing is written, and none when there is no word in what is written.
    """
    if not text.strip():
        return Q()
    search = asked(text)
    if search is None:
        return Q(pk__in=[])
    return Q(search=SearchQuery(search.all_words, config="simple", search_type="raw"))
