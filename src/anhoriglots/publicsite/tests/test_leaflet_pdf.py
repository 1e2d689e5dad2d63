"""A unit's leaflet as PDF: tagged, in its language, readable aloud, and never taken for instructions."""

import io
import re
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime
from typing import Any
from uuid import UUID

import pikepdf
import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import translation
from tests.visitor import Visitor

from anhoriglots.catalogue.queries.offer_page import AskedUnit
from anhoriglots.design.colour import WHITE, contrast
from anhoriglots.design.foreign import Foreign, filled
from anhoriglots.design.palette import READING, palette
from anhoriglots.design.pdf import FONTS_OF, NotPrintable, can_print, runs
from anhoriglots.organisations.models import Unit
from anhoriglots.organisations.queries import MunicipalityPage, municipality_by_code
from anhoriglots.publicsite.leaflets import Leaflet, LeafletOffer, leaflet_of, sheet_of

pytestmark = pytest.mark.django_db
VisitorIn = Callable[[str], Visitor]
PLACES = {"stockholm": "0180", "nykoping": "0480", "gislaved": "0662"}
AT = datetime(2026, 11, 24, 9, tzinfo=UTC)
UNIT = AskedUnit(UUID(int=1), "Anhörigcentrum Exempel", "0155-12 34 56", True, {"0": "09:00-15:00"})
PANGRAM = {
    "sv": "Åldriga yxmördare blir fångade i Västerås, café",
    "ar": "أبجد هوز حطي كلمن سعفص قرشت ثخذ ضظغ",
    "fa": "پیرمرد گچ ژاله چای",
    "uk": "Щастям б'єш жук їх глицю в фон й ґедзь пріч",
    "fi": "Törkylempijävongahdus",
    "so": "Waxbarasho iyo caawimaad",
    "en": "The quick brown fox, £5",
}


def opened(body: bytes) -> pikepdf.Pdf:
    return pikepdf.open(io.BytesIO(body))


def tags(node: Any) -> Iterator[Any]:
    """Every element of the structure, in the order of reading."""
    if isinstance(node, pikepdf.Array):
        for one in node:
            yield from tags(one)
    elif isinstance(node, pikepdf.Dictionary) and "/S" in node:
        yield node
        if "/K" in node:
            yield from tags(node.K)


def names(pdf: pikepdf.Pdf) -> list[str]:
    return [str(tag.S) for tag in tags(pdf.Root.StructTreeRoot.K)]


def texts(pdf: pikepdf.Pdf) -> str:
    """What a program that reads aloud gets: the letters that each font says its signs are."""
    return "".join("".join(_read(page)) for page in pdf.pages)


def _read(page: pikepdf.Page) -> Iterator[str]:
    maps = {name: _letters(font) for name, font in page.resources.Font.items()}
    now: dict[bytes, str] = {}
    for one in pikepdf.parse_content_stream(page):
        if str(one.operator) == "Tf":
            now = maps[str(one.operands[0])]
        for written in _strings(one.operands) if str(one.operator) in ("Tj", "TJ") else ():
            yield from (now[written[place : place + 2]] for place in range(0, len(written), 2))


def _strings(operands: Any) -> Iterator[bytes]:
    for operand in operands:
        if isinstance(operand, pikepdf.Array):
            yield from _strings(operand)
        elif isinstance(operand, pikepdf.String):
            yield bytes(operand)


def _letters(font: Any) -> dict[bytes, str]:
    """From sign to letters; every font must say so."""
    told = font.ToUnicode.read_bytes().decode()
    pairs = re.findall(r"<([0-9a-f]{4})> <([0-9a-f]+)>$", told, re.MULTILINE | re.IGNORECASE)
    return {bytes.fromhex(sign): bytes.fromhex(letters).decode("utf-16-be") for sign, letters in pairs}


def place() -> MunicipalityPage:
    municipality = municipality_by_code("0480")
    assert municipality is not None
    return municipality


def sheet(*offers: LeafletOffer, unit: AskedUnit = UNIT) -> pikepdf.Pdf:
    leaflet = Leaflet(unit, "måndag 9–15", list(offers), "24 november 2026")
    return opened(sheet_of(leaflet, place(), address="https://exempel.se/stod/", at=AT))


def unit_in(slug: str) -> Unit:
    return Unit.objects.filter(municipality=PLACES[slug], active=True, offers__active=True).order_by("position")[0]


@pytest.mark.parametrize("slug", PLACES)
def test_every_municipality_gives_a_tagged_sheet(visitor_in: VisitorIn, slug: str) -> None:
    visitor, unit = visitor_in(slug), unit_in(slug)
    response = visitor.open(f"stod/blad/{unit.pk}/blad.pdf")
    assert (response.status_code, response["Content-Type"]) == (200, "application/pdf")
    pdf = opened(response.content)
    assert pdf.Root.MarkInfo.Marked
    assert str(pdf.Root.Lang) == "sv"
    assert pdf.Root.ViewerPreferences.DisplayDocTitle
    with pdf.open_metadata() as told:
        assert told["pdfuaid:part"] == "1"
        assert told["dc:title"] == f"Stöd till dig som hjälper någon – {unit.name}"
    offers = unit.offers.filter(active=True)
    found = names(pdf)
    assert found.count("/H1") == 1
    assert found.count("/H2") == 1 + len(offers)
    assert found.count("/L") == len(offers)
    assert found.count("/LI") == found.count("/Lbl") == found.count("/LBody") >= len(offers)
    assert found.count("/Link") == 2
    read = texts(pdf)
    assert all(offer.texts["title"]["sv"].replace(" ", "") in read.replace(" ", "") for offer in offers)
    assert unit.phone.replace(" ", "") in read.replace(" ", "")


def test_every_font_lies_in_the_file_and_says_its_letters() -> None:
    pdf = sheet(LeafletOffer("Rubrik åäö ÅÄÖ", "Text", []))
    assert "RubrikåäöÅÄÖ" in texts(pdf).replace(" ", "")
    fonts = [font for page in pdf.pages for font in page.resources.Font.values()]
    assert {bool(one.DescendantFonts[0].FontDescriptor.get("/FontFile2")) for one in fonts} == {True}
    assert all("Noto" in str(font.BaseFont) for font in fonts)


@pytest.mark.parametrize("language", FONTS_OF)
def test_every_language_has_its_letters(language: str) -> None:
    with translation.override(language):
        pdf = sheet(LeafletOffer(PANGRAM[language], PANGRAM[language], [("Namn", PANGRAM[language])]))
    assert str(pdf.Root.Lang) == language
    assert str(pdf.Root.ViewerPreferences.Direction) == ("/R2L" if language in ("ar", "fa") else "/L2R")
    if language not in ("ar", "fa"):  # joined letters are told by another way than sign by sign
        assert PANGRAM[language].replace(" ", "") in texts(pdf).replace(" ", "")


def test_a_language_without_a_font_has_no_sheet() -> None:
    assert not can_print("zh")
    assert all(can_print(language) for language in FONTS_OF)


def test_a_letter_that_no_font_has_is_refused_and_becomes_no_box() -> None:
    with pytest.raises(NotPrintable):
        sheet(LeafletOffer("Samtal 漢字", "", []))


def test_who_asks_for_a_sheet_that_cannot_be_set_gets_the_page(
    visitor: Visitor, monkeypatch: pytest.MonkeyPatch
) -> None:
    def told(*args: object, **kwargs: object) -> Leaflet:
        return Leaflet(UNIT, "", [LeafletOffer("漢字", "", [])], "")

    monkeypatch.setattr("anhoriglots.publicsite.views.offers.leaflet_of", told)
    unit = unit_in("gislaved")
    response = visitor.open(f"stod/blad/{unit.pk}/blad.pdf")
    assert (response.status_code, response["Location"]) == (302, f"/gislaved/stod/blad/{unit.pk}/")


EVIL = '#panic("x") #import "@preview/x:1.0.0" $x$ `raw` *fet* = Rubrik \\u{41} "]) <b>hej</b> #read("/etc/passwd")'


def test_what_looks_like_instructions_is_only_text() -> None:
    unit = AskedUnit(UUID(int=1), EVIL, "0155-1", False, {})
    pdf = sheet(LeafletOffer(EVIL, EVIL, [(EVIL, EVIL)]), unit=unit)
    assert texts(pdf).replace(" ", "").count(EVIL.replace(" ", "")) == 5
    assert names(pdf).count("/H2") == 2
    assert names(pdf).count("/L") == 1


def test_a_text_in_another_language_is_read_in_that_language() -> None:
    text = filled("Before %(part)s", part=Foreign("svenska & mer", "sv"))
    assert runs(text, "en") == [{"text": "Before ", "lang": "en"}, {"text": "svenska & mer", "lang": "sv"}]
    assert runs("<i>&amp;", "en") == [{"text": "<i>&amp;", "lang": "en"}]
    with translation.override("en"):
        pdf = sheet(LeafletOffer(Foreign("Samtal", "sv"), "Talk", []))
    assert [str(tag.Lang) for tag in tags(pdf.Root.StructTreeRoot.K) if tag.get("/Lang")].count("sv") >= 1


def test_many_offers_take_many_pages_and_lose_nothing() -> None:
    pdf = sheet(*(LeafletOffer(f"Rubrik{number}x", "Text " * 200, [("Hur", "Så")]) for number in range(30)))
    assert len(pdf.pages) > 10
    assert all(f"Rubrik{number}x" in texts(pdf) for number in range(30))


@pytest.mark.parametrize("slug", PLACES)
def test_the_municipalitys_colour_can_be_read_on_paper(slug: str) -> None:
    municipality = municipality_by_code(PLACES[slug])
    assert municipality is not None
    assert contrast(palette(municipality.own["theme"]["accent"])["text-default"], WHITE) >= READING
    faint = palette("#FFE680")
    assert contrast(faint["text-default"], WHITE) >= READING


def test_the_pages_lead_to_it_and_its_name_tells_nothing(visitor: Visitor) -> None:
    unit = unit_in("gislaved")
    visitor.open(f"stod/{unit.offers.filter(active=True)[0].pk}/")
    visitor.follow("Blad med allt härifrån")
    visitor.follow("Bladet som PDF")
    assert visitor.url == f"/gislaved/stod/blad/{visitor.url.split('/')[-2]}/blad.pdf"
    assert visitor.response["Content-Disposition"] == 'inline; filename="blad.pdf"'


def test_no_link_where_no_font_is(visitor: Visitor, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("anhoriglots.publicsite.views.offers.can_print", lambda language: False)
    unit = unit_in("gislaved")
    visitor.open(f"stod/blad/{unit.pk}/")
    assert "PDF" not in visitor.text
    visitor.open(f"stod/{unit.offers.filter(active=True)[0].pk}/")
    assert "PDF" not in visitor.text


def test_a_unit_without_offers_has_no_sheet(visitor: Visitor) -> None:
    elsewhere = Unit.objects.filter(municipality="0480")[0]
    assert visitor.open(f"stod/blad/{elsewhere.pk}/blad.pdf").status_code == 404


def test_it_is_set_once_a_minute_and_asks_no_more_than_the_page(visitor: Visitor) -> None:
    unit = unit_in("gislaved")
    asked: dict[str, list[int]] = {}
    for path in (f"stod/blad/{unit.pk}/", f"stod/blad/{unit.pk}/blad.pdf", f"stod/blad/{unit.pk}/blad.pdf"):
        with CaptureQueriesContext(connection) as queries:
            response = visitor.open(path)
        assert response["Cache-Control"] == "public, max-age=60"
        asked.setdefault(path, []).append(len(queries))
    page, sheets = asked.values()
    assert 0 < sheets[0] <= page[0]
    assert sheets[1] == 0


def test_the_same_day_gives_the_same_file() -> None:
    leaflet = leaflet_of(place(), unit_in("nykoping").pk, on=date(2026, 11, 24))
    assert leaflet is not None
    one, other = (sheet_of(leaflet, place(), address="https://exempel.se/stod/", at=AT) for _ in range(2))
    assert one == other
