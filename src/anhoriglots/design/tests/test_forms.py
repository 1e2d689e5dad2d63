"""Forms render themselves: names, hints and errors are tied to their controls."""

from html.parser import HTMLParser

from django.http import HttpResponse
from django.test import Client

from anhoriglots.design.gallery import filled_form, wrong_form
from anhoriglots.design.gallery_forms import EveryFieldForm, QuestionForm
from anhoriglots.kernel.decision import forbidden

CONTROLS = {"input", "select", "textarea"}


class Elements(HTMLParser):
    """All elements of a piece of HTML, with their attributes."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.all: list[tuple[str, dict[str, str | None]]] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.all.append((tag, dict(attrs)))

    def ids(self) -> list[str]:
        return [str(attrs["id"]) for _, attrs in self.all if "id" in attrs]

    def controls(self) -> list[dict[str, str | None]]:
        return [attrs for tag, attrs in self.all if tag in CONTROLS and attrs.get("type") != "hidden"]


def test_every_control_has_one_label_and_no_id_is_used_twice() -> None:
    page = Elements(str(wrong_form()))
    labels = [attrs["for"] for tag, attrs in page.all if tag == "label"]
    assert sorted(labels, key=str) == sorted((control["id"] for control in page.controls()), key=str)
    assert len(page.ids()) == len(set(page.ids()))


def test_every_description_that_is_pointed_to_exists() -> None:
    for form in (EveryFieldForm(), wrong_form(), filled_form()):
        page = Elements(str(form))
        pointed = {one for _, attrs in page.all for one in str(attrs.get("aria-describedby") or "").split()}
        assert pointed
        assert pointed <= set(page.ids())


def test_a_wrong_control_says_so_and_points_to_its_error() -> None:
    page = Elements(str(wrong_form()))
    phone = next(control for control in page.controls() if control["name"] == "phone")
    assert phone["aria-invalid"] == "true"
    assert phone["aria-describedby"] == "id_phone_hint id_phone_error"


def test_a_group_carries_its_hint_and_error_on_the_fieldset() -> None:
    page = Elements(str(wrong_form()))
    groups = {attrs["id"]: attrs for tag, attrs in page.all if tag == "fieldset"}
    assert groups["id_how"]["aria-describedby"] == "id_how_error"


def test_the_browser_is_told_nothing_to_refuse_or_cut() -> None:
    for control in Elements(str(EveryFieldForm())).controls():
        assert not {"required", "maxlength", "pattern", "min", "max"} & set(control)
        assert control.get("type") != "number"


def test_every_line_of_the_summary_leads_to_a_control() -> None:
    form = wrong_form()
    ids = set(Elements(str(form)).ids())
    links = [link for link in form.error_links if link.href]
    assert len(links) == len(form.errors) - 1  # the refusal belongs to no field
    assert all(link.href.removeprefix("#") in ids for link in links)


def test_the_words_of_the_summary_stand_again_at_the_field() -> None:
    form = wrong_form()
    for link in form.error_links:
        if link.href:
            assert link.text in str(form)


def test_a_refused_action_is_shown_with_its_sentence_first() -> None:
    form = QuestionForm({})
    form.refuse(forbidden("closed", "Ärendet är avslutat."))
    assert form.error_links[0].text == "Ärendet är avslutat."
    assert form.refusal is not None


def test_a_refused_action_can_belong_to_a_field() -> None:
    form = QuestionForm({})
    form.refuse(forbidden("closed", "Välj en annan."), "whom")
    assert form.error_links[0].href == "#id_whom_0"


def test_what_was_typed_is_still_there() -> None:
    shown = str(wrong_form())
    assert 'value="eva.exempel.se"' in shown
    assert "x" * 250 in shown


def test_a_foreign_choice_carries_its_language() -> None:
    assert '<label class="ds-label" for="id_language_1" lang="ar">' in str(EveryFieldForm()["language"])


def post(client: Client, **data: object) -> HttpResponse:
    response = client.post("/question/", data)
    assert isinstance(response, HttpResponse)
    return response


def test_a_page_with_a_wrong_answer_is_422_and_says_so_in_the_title(client: Client) -> None:
    response = post(client, whom=["nobody"])
    html = response.content.decode()
    assert response.status_code == 422
    assert "<title>Fel: Vem hjälper du? – Anhörigstöd</title>" in html
    assert 'id="errors" role="group" tabindex="-1" autofocus' in html
    assert "Det blev fel på ett ställe" in html


def test_a_right_answer_leads_on_with_303(client: Client) -> None:
    response = post(client, whom=["old"])
    assert (response.status_code, response.headers["Location"]) == (303, "/reading/")


def test_a_fresh_page_has_no_summary(client: Client) -> None:
    html = client.get("/question/").content.decode()
    assert "Fel:" not in html
    assert 'id="errors"' not in html
