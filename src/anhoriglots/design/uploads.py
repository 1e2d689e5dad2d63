"""No page takes files, so none is let in: not even into the temporary folder. A page that does says how large."""

from collections.abc import Callable
from functools import wraps
from io import BytesIO
from typing import Any, NoReturn

from django.core.exceptions import RequestDataTooBig
from django.core.files.uploadedfile import InMemoryUploadedFile
from django.core.files.uploadhandler import FileUploadHandler, SkipFile
from django.http import HttpRequest, HttpResponseBase
from django.views.decorators.csrf import csrf_exempt, csrf_protect

View = Callable[..., HttpResponseBase]


class RefuseFiles(FileUploadHandler):
    """Stops at the first file of a posted form; Django answers 400 and closes."""

    def new_file(self, *args: Any, **kwargs: Any) -> NoReturn:
        """Refuse before a single byte of the file is kept.

        Raises:
            RequestDataTooBig: always.
        """
        raise RequestDataTooBig("no page takes files")

    def receive_data_chunk(self, raw_data: bytes, start: int) -> None:
        """Never reached."""

    def file_complete(self, file_size: int) -> None:
        """Never reached."""


class OneFile(FileUploadHandler):
    """Keeps one file in memory, and of a larger one a byte more than the limit: whoever reads it sees that it is too
    large, and can say so.
    """

    def __init__(self, request: HttpRequest, most: int) -> None:
        super().__init__(request)
        self.most = most
        self._kept: BytesIO | None = None

    def new_file(self, *args: Any, **kwargs: Any) -> None:
        """The first file; others are passed over.

        Raises:
            SkipFile: there is one already.
        """
        super().new_file(*args, **kwargs)
        if self._kept is not None:
            raise SkipFile
        self._kept = BytesIO()

    def receive_data_chunk(self, raw_data: bytes, start: int) -> None:
        """Keep what there is room for."""
        if self._kept is not None:
            self._kept.write(raw_data[: max(0, self.most + 1 - self._kept.tell())])

    def file_complete(self, file_size: int) -> InMemoryUploadedFile | None:
        """The file, as Django hands it to the form."""
        if self._kept is None:
            return None
        size = self._kept.tell()
        self._kept.seek(0)
        return InMemoryUploadedFile(self._kept, self.field_name, self.file_name, self.content_type, size, self.charset)


def takes_a_file(most: int) -> Callable[[View], View]:
    """Mark a view as one whose form holds one file of at most ``most`` bytes.

    The check against forged forms reads the form, so it has to wait until the file may be let in; it is made all the
    same.
    """

    def decorate(view: View) -> View:
        protected = csrf_protect(view)

        @csrf_exempt
        @wraps(view)
        def taking(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
            request.upload_handlers = [OneFile(request, most)]
            return protected(request, *args, **kwargs)

        return taking

    return decorate
