"""Row-level security holds by itself, whatever the code above forgets."""

from collections.abc import Callable, Iterator
from datetime import datetime
from threading import Thread
from typing import Any

import pytest
from django.db import DatabaseError, ProgrammingError, connection, transaction
from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.template import engines
from django.template.response import TemplateResponse

from anhoriglots.audit.models import ActionLog
from anhoriglots.database.middleware import RequestScope
from anhoriglots.database.models import uuid7
from anhoriglots.database.scope import Scope, UnscopedQuery, current_scope, for_board, scope
from anhoriglots.organisations.models import Board
from anhoriglots.people.models import Carer

pytestmark = pytest.mark.django_db


@pytest.fixture
def boards() -> tuple[Board, Board]:
    """Two boards of the same municipality."""
    first, second = Board.objects.filter(municipality="0480").order_by("position")[:2]
    return first, second


@pytest.fixture
def carers(boards: tuple[Board, Board], at: datetime) -> tuple[Carer, Carer]:
    """One invented carer at each board."""
    made = []
    for board in boards:
        with scope("0480", board.pk):
            made.append(
                Carer.objects.create(municipality="0480", board_id=board.pk, name="Exempel Exempelsson", created_at=at)
            )
    return made[0], made[1]


def test_the_web_role_owns_no_table_and_cannot_bypass_row_security() -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT current_user")
        assert cursor.fetchone() == ("anhoriglots_web",)
        cursor.execute("SELECT count(*) FROM pg_tables WHERE tableowner = current_user")
        assert cursor.fetchone() == (0,)
        cursor.execute("SELECT rolsuper OR rolbypassrls FROM pg_roles WHERE rolname = current_user")
        assert cursor.fetchone() == (False,)


def test_another_boards_rows_do_not_come_though_nothing_filters(
    boards: tuple[Board, Board], carers: tuple[Carer, Carer]
) -> None:
    with scope("0480", boards[0].pk):
        assert [carer.pk for carer in Carer.objects.all()] == [carers[0].pk]
        assert not Carer.objects.filter(pk=carers[1].pk).exists()
        with connection.cursor() as cursor:
            cursor.execute("SELECT id FROM people_carer")
            assert cursor.fetchall() == [(carers[0].pk,)]


def test_another_municipality_sees_nothing_even_with_the_boards_key(
    boards: tuple[Board, Board], carers: tuple[Carer, Carer]
) -> None:
    with scope("0180", boards[0].pk):
        assert not Carer.objects.exists()


def test_a_scope_without_board_shows_no_boards_rows(carers: tuple[Carer, Carer]) -> None:
    with scope("0480"):
        assert not Carer.objects.exists()


def test_a_row_for_another_board_cannot_be_written(boards: tuple[Board, Board], at: datetime) -> None:
    with pytest.raises(ProgrammingError), scope("0480", boards[0].pk):
        Carer.objects.create(municipality="0480", board_id=boards[1].pk, name="Exempel", created_at=at)


def test_a_row_cannot_be_given_to_another_board(boards: tuple[Board, Board], carers: tuple[Carer, Carer]) -> None:
    with pytest.raises(ProgrammingError), scope("0480", boards[0].pk):
        Carer.objects.update(board_id=boards[1].pk)


def test_a_query_without_scope_raises_instead_of_coming_out_empty() -> None:
    with pytest.raises(UnscopedQuery, match="people_carer"):
        Carer.objects.count()


def test_without_the_check_a_query_without_scope_comes_out_empty(carers: tuple[Carer, Carer]) -> None:
    wrapper = connection.execute_wrappers.pop()
    try:
        assert Carer.objects.count() == 0
    finally:
        connection.execute_wrappers.append(wrapper)


def test_an_inner_scope_gives_the_outer_back(boards: tuple[Board, Board], carers: tuple[Carer, Carer]) -> None:
    with scope("0480", boards[0].pk):
        with for_board(boards[1].pk):
            assert Carer.objects.get().pk == carers[1].pk
        assert Carer.objects.get().pk == carers[0].pk
        with scope("0480", boards[1].pk):
            assert Carer.objects.get().pk == carers[1].pk
        assert Carer.objects.get().pk == carers[0].pk
    assert current_scope() is None


def test_a_connection_used_again_carries_no_scope(boards: tuple[Board, Board]) -> None:
    with scope("0480", boards[0].pk):
        pass
    with connection.cursor() as cursor, transaction.atomic():
        cursor.execute("SELECT current_setting('app.board', true), current_setting('app.municipality', true)")
        # Inside the test's own transaction the setting lives on; the scope itself must not.
        assert current_scope() is None
        cursor.fetchone()


def test_pooled_connections_never_leak_a_scope(committed: None, boards_committed: tuple[Any, Any]) -> None:
    leaks: list[object] = []

    def use_then_look() -> None:
        try:
            with scope("0480", boards_committed[0]):
                pass
            with connection.cursor() as cursor:
                cursor.execute("SELECT current_setting('app.board', true)")
                leaks.append(cursor.fetchone()[0])
        finally:
            connection.close()

    threads = [Thread(target=use_then_look) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert [value for value in leaks if value] == []
    assert len(leaks) == 8


@pytest.fixture
def boards_committed(committed: None) -> tuple[Any, Any]:
    """Keys of two boards, read outside any test transaction."""
    first, second = Board.objects.filter(municipality="0480").order_by("position").values_list("pk", flat=True)[:2]
    return first, second


# --- how a request holds its scope ---------------------------------------------------------------------------------


@pytest.fixture
def respond(boards: tuple[Board, Board]) -> Callable[[Callable[[HttpRequest], Any]], Any]:
    """Runs a view behind the middleware, the way a request to the municipality's first board would."""

    class Municipality:
        code = "0480"

        def has_drafts(self, language: str) -> bool:
            return False

    def run(view: Callable[[HttpRequest], Any]) -> Any:
        request = HttpRequest()
        request.method = "GET"
        request.municipality = Municipality()  # type: ignore[attr-defined]

        def handler(request: HttpRequest) -> Any:
            middleware.process_view(request, view)
            request.scopes.enter_context(for_board(boards[0].pk))  # type: ignore[attr-defined]
            try:
                response = view(request)
                if hasattr(response, "render"):
                    response.render()
            except Exception as error:
                middleware.process_exception(request, error)
                return HttpResponse(status=500)
            return response

        middleware = RequestScope(handler)
        return middleware(request)

    return run


def test_a_list_read_while_a_template_renders_is_not_empty(
    respond: Callable[[Any], Any], carers: tuple[Carer, Carer]
) -> None:
    template = engines["django"].from_string("{% for carer in carers %}{{ carer.name }}{% endfor %}")

    def view(request: HttpRequest) -> TemplateResponse:
        return TemplateResponse(request, template, {"carers": Carer.objects.all()})  # type: ignore[arg-type]

    assert b"Exempel Exempelsson" in respond(view).content


def test_a_streamed_answer_enters_its_own_scope(
    respond: Callable[[Any], Any], boards: tuple[Board, Board], carers: tuple[Carer, Carer]
) -> None:
    def rows(held: Scope) -> Iterator[str]:
        with scope(held.municipality, held.board, held.actor):
            yield from (carer.name for carer in Carer.objects.all())

    def view(request: HttpRequest) -> StreamingHttpResponse:
        held = current_scope()
        assert held is not None
        return StreamingHttpResponse(rows(held))

    assert b"".join(respond(view).streaming_content) == b"Exempel Exempelsson"


def test_a_streamed_answer_that_forgets_its_scope_fails_loudly(
    respond: Callable[[Any], Any], carers: tuple[Carer, Carer]
) -> None:
    def rows() -> Iterator[str]:
        yield from (carer.name for carer in Carer.objects.all())

    def view(request: HttpRequest) -> StreamingHttpResponse:
        return StreamingHttpResponse(rows())

    with pytest.raises(UnscopedQuery):
        b"".join(respond(view).streaming_content)


def test_work_after_commit_enters_its_own_scope(
    respond: Callable[[Any], Any],
    boards: tuple[Board, Board],
    carers: tuple[Carer, Carer],
    django_capture_on_commit_callbacks: Any,
) -> None:
    seen: list[int] = []

    def view(request: HttpRequest) -> HttpResponse:
        held = current_scope()
        assert held is not None

        def afterwards() -> None:
            with scope(held.municipality, held.board):
                seen.append(Carer.objects.count())

        transaction.on_commit(afterwards)
        return HttpResponse()

    with django_capture_on_commit_callbacks(execute=True):
        respond(view)
    assert seen == [1]


def test_work_after_commit_that_forgets_its_scope_fails_loudly(
    respond: Callable[[Any], Any], django_capture_on_commit_callbacks: Any
) -> None:
    def view(request: HttpRequest) -> HttpResponse:
        transaction.on_commit(lambda: Carer.objects.count())
        return HttpResponse()

    with pytest.raises(UnscopedQuery), django_capture_on_commit_callbacks(execute=True):
        respond(view)


def test_a_view_that_fails_leaves_nothing_half_done(
    respond: Callable[[Any], Any], boards: tuple[Board, Board], at: datetime
) -> None:
    def view(request: HttpRequest) -> HttpResponse:
        Carer.objects.create(municipality="0480", board_id=boards[0].pk, name="Halv", created_at=at)
        raise RuntimeError("in the middle")

    assert respond(view).status_code == 500
    with scope("0480", boards[0].pk):
        assert not Carer.objects.filter(name="Halv").exists()


# --- rows that can only be added -----------------------------------------------------------------------------------


@pytest.mark.parametrize("change", ["UPDATE audit_actionlog SET action = 'x'", "DELETE FROM audit_actionlog"])
def test_the_log_cannot_be_changed(boards: tuple[Board, Board], at: datetime, change: str) -> None:
    with scope("0480", boards[0].pk):
        ActionLog.objects.create(municipality="0480", board_id=boards[0].pk, at=at, action="test")
    with pytest.raises(DatabaseError), scope("0480", boards[0].pk), connection.cursor() as cursor:
        cursor.execute(change)


def test_reference_data_cannot_be_written_by_the_web_role() -> None:
    with pytest.raises(ProgrammingError), transaction.atomic():
        Board.objects.update(name="Min egen nämnd")


def test_new_keys_sort_by_age_and_never_repeat() -> None:
    keys = [uuid7() for _ in range(1000)]
    assert len(set(keys)) == 1000
    assert all(key.version == 7 for key in keys)
    assert [key.int >> 80 for key in keys] == sorted(key.int >> 80 for key in keys)
