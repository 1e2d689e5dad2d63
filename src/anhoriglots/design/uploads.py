"""No page takes files, so none is let in: not even into the temporary folder."""

from typing import Any, NoReturn

from django.core.exceptions import RequestDataTooBig
from django.core.files.uploadhandler import FileUploadHandler


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
