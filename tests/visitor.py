"""A visitor: a browser without JavaScript that fills in forms and follows where it is sent."""

import re
from html import unescape
from typing import Any

from django.test import Client

CALL = {"contact": "070-174 06 11", "call_time": "any", "may_say_who_calls": "no"}


class Visitor:
    """Walks the pages of one municipality as a person does: reads a page, fills in its form, lands on the next."""

    def __init__(self, start: str) -> None:
        self.start = start
        self.client = Client(enforce_csrf_checks=True)
        self.url = start
        self.response: Any = None

    def open(self, url: str) -> Any:
        """Open an address below the municipality, or a whole one."""
        self.url = url if url.startswith("/") else f"{self.start}{url}"
        self.response = self.client.get(self.url)
        return self.response

    def send(self, **answers: Any) -> Any:
        """Fill in the form of the page and follow to the next page when it is accepted."""
        self.post(**answers)
        if self.response.status_code == 303:
            self.open(self.response["Location"])
        return self.response

    def post(self, **answers: Any) -> Any:
        """Fill in the form of the page and send it, without following."""
        token = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', self.html)
        assert token, f"no form on {self.url}"
        self.response = self.client.post(self.url, {"csrfmiddlewaretoken": token[1], **answers})
        return self.response

    def follow(self, words: str) -> Any:
        """Follow the link with these words in it."""
        for href, text in re.findall(r'<a [^>]*href="([^"]+)"[^>]*>(.*?)</a>', self.html, re.DOTALL):
            if words in unescape(re.sub(r"<[^>]+>", "", text)):
                return self.open(unescape(href))
        raise AssertionError(f"no link with {words!r} on {self.url}")

    @property
    def html(self) -> str:
        """The page that is open."""
        return str(self.response.content.decode())

    @property
    def text(self) -> str:
        """What a person reads on it, without the signs that only say where a line may break."""
        words = unescape(re.sub(r"<[^>]+>", " ", self.html.partition("<main")[2]))
        return " ".join(re.sub("[\u00ad\u2060]", "", words).split())

    def ask_to_be_called(self, **more: Any) -> "Visitor":
        """From the start to the page where all is checked."""
        self.open("kontakt/")
        self.send(reply="call")
        self.send(**CALL)
        self.send(**more)
        return self

    @property
    def code(self) -> str:
        """The code on the receipt."""
        words = re.search(r'class="code-words">.*?<strong>(.*?)</strong>', self.html, re.DOTALL)
        assert words, self.text
        return " ".join(re.sub(r"<[^>]+>", " ", words[1]).split())
