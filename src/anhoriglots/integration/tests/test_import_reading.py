"""Files that somebody else has made: read when they are as the standard says, and told of when they are not."""

import io
import json
import random
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ..importing.files import MOST_BYTES, MOST_FILES, read_files
from ..importing.services import Found, Service, Term, services_of
from ..importing.tables import MOST_SERVICES
from ..importing.told import Unusable
from .questions import FOLDER, needs_standard

ONE, TWO, THREE = (f"00000000-0000-4000-8000-00000000000{number}" for number in (1, 2, 3))


def service(key: str = ONE, **changes: Any) -> dict[str, Any]:
    return {"id": key, "name": "Samtalsgrupp", "status": "active", **changes}


def page(*services: dict[str, Any], number: int = 1, of: int = 1, total: int | None = None) -> dict[str, Any]:
    told = {"total_items": len(services) if total is None else total, "total_pages": of, "page_number": number}
    return {**told, "contents": list(services)}


def read(data: object, name: str = "fil.json") -> Found:
    body = data if isinstance(data, bytes) else json.dumps(data).encode()
    return services_of(read_files(body, name))


def zipped(**files: str | bytes) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, body in files.items():
            archive.writestr(name.replace("__", "."), body)
    return held.getvalue()


def refusal(data: object, name: str = "fil.json") -> str:
    with pytest.raises(Unusable) as told:
        read(data, name)
    fault = told.value.fault
    assert fault.what.endswith(".")
    assert fault.todo.endswith(".")
    return f"{fault.place} {fault.what}".strip()


def faults(found: Found) -> list[tuple[str, str]]:
    assert all(fault.todo for fault in found.faults)
    return [(fault.place, fault.what) for fault in found.faults]


@needs_standard
@pytest.mark.parametrize("name", ["service_full.json", "organization_full.json"])
def test_the_standards_own_examples_are_read(name: str) -> None:
    found = read((Path(FOLDER) / name).read_bytes(), name)
    assert len(found.services) == 1
    assert (found.faults, found.notices) == ((), ())
    assert found.services[0].name


@pytest.mark.parametrize(
    "data",
    [
        service(),
        [service()],
        page(service()),
        [page(service(), of=2, total=2), page(service(TWO), number=2, of=2, total=2)],
        {"resources": [{"name": "services", "data": [service()]}]},
        {"id": TWO, "name": "Föreningen", "description": "", "services": [service()]},
        {"contents": [{"id": THREE, "service": service(), "location": {"location_type": "physical"}}]},
    ],
)
def test_every_shape_of_the_standard_is_read(data: object) -> None:
    found = read(data)
    assert found.services[0].outside_id == ONE
    assert found.faults == ()
    assert found.notices == ()


def test_what_belongs_to_a_service_comes_with_it_and_people_do_not() -> None:
    found = read(
        service(
            description="Vi träffas.",
            url="https://forening.example/grupp",
            organization={"name": "Föreningen", "website": "https://forening.example/"},
            languages=[{"code": "sv"}, {"code": "FI"}, {"code": "engelska"}],
            phones=[{"number": '"0155-12 34 56"'}],
            contacts=[{"name": "Exempel-Alva", "email": "alva@forening.example"}],
            service_at_locations=[{"location": {"location_type": "virtual"}}],
            attributes=[
                {"taxonomy_term": {"id": TWO, "name": "Grupp"}},
                {"taxonomy_term": {"id": TWO, "name": "Grupp"}},
            ],
        )
    )
    (one,) = found.services
    assert (one.organization, one.website) == ("Föreningen", "https://forening.example/grupp")
    assert (one.languages, one.ways, one.phone) == (("fi", "sv"), ("digital",), "0155-12 34 56")
    assert one.terms == (Term(TWO, "Grupp"),)
    assert "Alva" not in json.dumps(one.as_data())
    assert Service.of(json.loads(json.dumps(one.as_data()))) == one


CSV = f"""id,organization_id,name,status,description
{ONE},{TWO},Café för anhöriga åäö,active,"Vi fikar,
och pratar"
{TWO},{TWO},Kurs,inactive,
"""


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_csv_is_read_however_it_was_saved(encoding: str, separator: str) -> None:
    text = CSV.replace("fikar,", "fikar").replace(",", separator).replace("\n", "\r\n")
    found = read(text.encode(encoding), "services.csv")
    assert [one.name for one in found.services] == ["Café för anhöriga åäö", "Kurs"]
    assert found.faults == ()


def test_a_data_package_is_joined_across_its_files() -> None:
    body = zipped(
        datapackage__json=json.dumps({"resources": [{"name": "services", "path": "services.csv"}]}),
        services__csv=CSV,
        organizations__csv=f"id,name,website\n{TWO},Föreningen,https://forening.example\n",
        locations__csv=f"id,location_type\n{THREE},physical\n",
        service_at_location__csv=f"id,service_id,location_id\n{THREE},{ONE},{THREE}\n",
        languages__csv=f"id,service_id,code\n{THREE},{ONE},so\n",
        taxonomy_terms__csv=f"id,name,description\n{THREE},Grupp,\n",
        attributes__csv=f"id,link_id,taxonomy_term_id\n{TWO},{ONE},{THREE}\n",
        contacts__csv="id,name\n1,Exempel-Alva\n",
        readme__txt="hej",
    )
    first, second = read(body, "paket.zip").services
    assert (first.organization, first.website, first.ways) == ("Föreningen", "https://forening.example", ("in_person",))
    assert (first.languages, first.terms) == (("so",), (Term(THREE, "Grupp"),))
    assert (second.status, second.terms) == ("inactive", (Term("none", ""),))


def test_pages_that_lie_are_read_and_told_of() -> None:
    found = read(page(service(), of=3, total=9))
    assert len(found.services) == 1
    assert "säger att de är 3, men här finns 1. Sida 2, 3 saknas." in found.notices[0]
    assert "säger att de är 1, men här finns 2" in read([page(service()), page(service(TWO), number=2)]).notices[0]
    assert "tjänsterna är 7, men här finns 1" in read(page(service(), total=7)).notices[0]
    again = read([page(service(), of=2, total=1), page(service(), of=2, total=1)])
    assert len(again.services) == 1
    assert "samma sida finns mer än en gång" in again.notices[0]
    assert "med flera" in read(page(service(), of=10**12)).notices[0]


def test_the_same_id_twice_is_one_service_and_told() -> None:
    alike = read([service(), service()])
    assert (len(alike.services), alike.faults) == (1, ())
    assert alike.notices == ("1 tjänst står mer än en gång, likadant. Varje räknas en gång.",)
    other = read([service(), service(name="En annan")])
    assert [one.name for one in other.services] == ["Samtalsgrupp"]
    assert faults(other) == [("/1/id", f"Id {ONE} finns redan (/0), med annat innehåll.")]


@pytest.mark.parametrize(
    ("changes", "place", "what"),
    [
        ({"id": None}, "/id", "Tjänsten har inget id."),
        ({"id": "1"}, "/id", "1 är inget UUID."),
        ({"id": 5}, "/id", "5 är inget UUID."),
        ({"name": ""}, "/name", "Tjänsten har inget namn."),
        ({"name": "\u202e\x00"}, "/name", "Tjänsten har inget namn."),
        ({"name": 7}, "/name", "Här ska det stå en text."),
        ({"name": ["a"]}, "/name", "Här ska det stå en text."),
        ({"name": "a" * 201}, "/name", "Texten har 201 tecken, och får ha 200."),
        ({"name": '=HYPERLINK("http://x")'}, "/name", "Cellen börjar med =, som en formel."),
        ({"status": "open"}, "/status", "open är ingen status."),
        ({"status": None}, "/status", "Tjänsten har ingen status."),
        ({"status": ["active"]}, "/status", "['active'] är ingen status."),
        ({"url": "javascript:alert(1)"}, "/url", "javascript:alert(1) är ingen adress som går att länka till."),
        ({"url": " JavaScript:alert(1)"}, "/url", "JavaScript:alert(1) är ingen adress som går att länka till."),
        ({"url": "data:text/html,x"}, "/url", "data:text/html,x är ingen adress som går att länka till."),
        ({"url": "https://"}, "/url", "https:// är ingen adress som går att länka till."),
        ({"url": "https://a b"}, "/url", "https://a b är ingen adress som går att länka till."),
        (
            {"organization": {"website": "file:///etc"}},
            "/website",
            "file:///etc är ingen adress som går att länka till.",
        ),
        ({"description": "Ring Alva 19800101-1234."}, "/description", "Det ser ut som ett personnummer."),
        ({"description": {"sv": "a"}}, "/description", "Här ska det stå en text."),
    ],
)
def test_a_service_that_cannot_be_used_is_told_of_and_the_others_are_read(
    changes: dict[str, Any], place: str, what: str
) -> None:
    found = read([service(TWO), service(**changes)])
    assert [one.outside_id for one in found.services] == [TWO]
    assert faults(found) == [(f"/1{place}", what)]


def test_the_row_and_the_column_are_named_also_after_cells_of_several_lines() -> None:
    found = read((CSV + f"{THREE},{TWO},,active,\n{THREE},a,b,active,c,d\n").encode(), "services.csv")
    assert faults(found) == [
        ("rad 6", "Raden har 6 celler men filen har 5 rubriker."),
        ("rad 5, kolumnen name", "Tjänsten har inget namn."),
    ]


@pytest.mark.parametrize(
    ("body", "words"),
    [
        (b"", "Filen är tom."),
        (b"{", "rad 1 Filen går inte att läsa som JSON."),
        (b'{"a": 1', "rad 1 Filen går inte att läsa som JSON."),
        (b"[]", "Filen är inget som HSDS 3 känner."),
        (b'{"contents": []}', "Filen är inget som HSDS 3 känner."),
        (b"[1e999]", "Filen har ett tal som inte går att använda."),
        (b"[NaN]", "Filen har ett tal som inte går att använda."),
        (b"[" + b"9" * 5000 + b"]", "Filen har ett tal som inte går att använda."),
        (b'{"a":' * 31 + b"1" + b"}" * 31, "Filen har fler än 30 nivåer i varandra."),
        (b"[" * 100_000 + b"]" * 100_000, "Filen har fler än 30 nivåer i varandra."),
        (b"\x00\x01\x02", "Filen är ingen textfil."),
        (b"\xff\xfe\x00", "Filen är ingen textfil."),
        (b"namn;status\na;b", "rad 1 Kolumnen id saknas."),
        (b"id,name,name,status\n", "rad 1 Kolumnen name står två gånger."),
        (b'id,name,status\n1,"a', "rad 2 Raden går inte att läsa som CSV."),
        (b"id,name,status\n", "Filen har inga tjänster."),
        (b"\n\n", "rad 1 Filen är tom."),
        (b" " * (MOST_BYTES + 1), "Filen är större än 5 megabyte."),
        (b"PK\x03\x04 not a zip", "Zip-filen går inte att öppna."),
        (zipped(readme__txt="hej"), "Filen har inga tjänster."),
        (zipped(services__json=b" " * 26_000_000), "Zip-filen blir större än 25 megabyte när den packas upp."),
        (zipped(**{f"a{n}__txt": "" for n in range(MOST_FILES + 1)}), "Zip-filen har fler än 60 filer."),
    ],
)
def test_a_file_that_is_nothing_is_refused_in_words(body: bytes, words: str) -> None:
    assert refusal(body, "fil") == words


def test_too_many_services_are_refused() -> None:
    many = [service(f"00000000-0000-4000-8000-{number:012}") for number in range(MOST_SERVICES + 1)]
    assert refusal(many) == "Filen har fler än 500 tjänster."


def test_a_zip_file_that_lies_about_its_size_is_not_unpacked() -> None:
    body = bytearray(zipped(services__json=b" " * 26_000_000))
    size = (26_000_000).to_bytes(4, "little")
    while size in body:
        body[body.index(size) : body.index(size) + 4] = (10).to_bytes(4, "little")
    with pytest.raises(Unusable):
        read(bytes(body), "lies.zip")


def test_what_looks_like_html_is_only_text() -> None:
    found = read(service(description="<script>alert(1)</script> & mer"))
    assert found.services[0].texts["description"] == "<script>alert(1)</script> & mer"


def test_half_signs_and_strange_file_names_can_be_kept_by_the_database() -> None:
    found = read([service(name="a\ud800b", description="\ud800"), service(TWO, status="\x00\ud800")], "\ud800\x00.json")
    told = json.dumps([one.as_data() for one in found.services], ensure_ascii=False)
    told += "".join(f"{one.file}{one.place}{one.what}" for one in found.faults)
    assert told.encode()
    assert "\x00" not in told


anything = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=5), inner, max_size=4),
    max_leaves=12,
)
FIELDS = (
    *("id", "name", "status", "url", "organization", "organization_id", "languages", "phones", "attributes"),
    *(
        "service_at_locations",
        "service",
        "services",
        "contents",
        "total_pages",
        "page_number",
        "total_items",
        "resources",
    ),
)
services = st.dictionaries(st.sampled_from(FIELDS), anything, max_size=8).map(lambda row: service() | row)


@settings(max_examples=150, deadline=None)
@given(st.lists(services | anything, max_size=4) | services)
def test_no_json_makes_it_fall(data: object) -> None:
    _survives(json.dumps(data).encode(), "fil.json")


@settings(max_examples=150, deadline=None)
@given(st.binary(max_size=300) | st.text(max_size=300).map(lambda text: text.encode(errors="replace")))
def test_no_bytes_make_it_fall(body: bytes) -> None:
    _survives(body, "services.csv")
    _survives(b"id,name,status\n" + body, "services.csv")
    _survives(b"PK\x03\x04" + body, "paket.zip")


@pytest.mark.parametrize(
    "make", [lambda: json.dumps([service(), service(TWO)]).encode(), lambda: zipped(services__csv=CSV)]
)
def test_a_file_that_was_broken_on_the_way_does_not_make_it_fall(make: Callable[[], bytes]) -> None:
    whole, chance = make(), random.Random(7)
    for _ in range(200):
        broken = bytearray(whole)
        for _ in range(chance.randint(1, 4)):
            broken[chance.randrange(len(broken))] = chance.randrange(256)
        _survives(bytes(broken[: chance.randint(1, len(broken))]), "fil")


def _survives(body: bytes, name: str) -> None:
    try:
        found = services_of(read_files(body, name))
    except Unusable as unusable:
        assert unusable.fault.what
        return
    assert json.dumps([one.as_data() for one in found.services], ensure_ascii=False).encode()
