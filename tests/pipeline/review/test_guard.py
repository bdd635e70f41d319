"""Nobody is let in without a token, from another page or under another name, on any route."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import closing

import pytest
from starlette.routing import Route
from starlette.testclient import TestClient

from pipeline.review.app import application
from pipeline.review.desk import Desk
from pipeline.review.guard import HEADERS, Door, Guard, door
from pipeline.review.names import NameDesk
from tests.pipeline import build
from tests.pipeline.review.browsing import HOST, TOKENS

A = build.document("a.txt")
GET = [
    "/",
    f"/document/{A.id}",
    f"/document/{A.id}/records",
    f"/document/{A.id}/live?start=0&end=4",
    f"/document/{A.id}/next",
    f"/document/{A.id}/previous",
    "/conflicts",
    "/names",
    "/names/list",
    "/names/state",
    "/names/pair/nothing",
    "/static/review.css",
    "/static/document.js",
    "/nowhere",
    "/document/nothing",
]
POST = ["/decide", "/undo", "/names/judge", "/names/undo", "/names/compare"]
ROUTES = [*(("GET", path) for path in GET), *(("POST", path) for path in POST)]
OURS = {"origin": f"http://{HOST}"}


@pytest.fixture(scope="module")
def entry() -> Door:
    return door(TOKENS, "127.0.0.1", 8417)


@pytest.fixture(scope="module")
def guarded(tmp_path_factory: pytest.TempPathFactory, entry: Door) -> Iterator[Guard]:
    folder = tmp_path_factory.mktemp("out")
    build.write(folder, A)
    with closing(Desk(folder, tuple(TOKENS))) as desk, closing(NameDesk(desk)) as names:
        yield application(desk, entry, names)


@pytest.fixture
def stranger(guarded: Guard) -> TestClient:
    """A browser without a cookie."""
    return TestClient(guarded, base_url=f"http://{HOST}", follow_redirects=False)


@pytest.fixture
def ann(stranger: TestClient) -> TestClient:
    """Ann's browser."""
    assert stranger.get("/start", params={"token": TOKENS["Ann"]}).status_code == 303
    return stranger


def test_every_route_of_the_application_is_tried_here(guarded: Guard) -> None:
    routes = [route.path for route in guarded.routes if isinstance(route, Route)]
    assert len(routes) == len(guarded.routes)
    tried_paths = [path.partition("?")[0] for _, path in ROUTES]
    patterns = [re.compile(re.sub(r"\{.*?\}", "[^/]+", path)) for path in routes]
    assert [path for path in patterns if not any(path.fullmatch(tried) for tried in tried_paths)] == []


@pytest.mark.parametrize(("method", "path"), ROUTES)
def test_nothing_is_shown_without_a_cookie(stranger: TestClient, method: str, path: str) -> None:
    answer = stranger.request(method, path, headers=OURS, json={} if method == "POST" else None)
    assert answer.status_code == 403
    assert "start URL" in answer.text
    assert "Anbu" not in answer.text


@pytest.mark.parametrize(("method", "path"), ROUTES)
def test_a_made_up_cookie_is_none(stranger: TestClient, entry: Door, method: str, path: str) -> None:
    for value in ("x", TOKENS["Ann"], ""):
        stranger.cookies.set(entry.cookie, value, domain="127.0.0.1")
        answer = stranger.request(method, path, headers=OURS, json={} if method == "POST" else None)
        assert answer.status_code == 403


@pytest.mark.parametrize(
    "host",
    [
        "evil.example",
        "evil.example:8417",
        "127.0.0.1",
        "127.0.0.1:80",
        "127.0.0.1.evil.example:8417",
        "",
        "10.0.0.1:8417",
    ],
)
@pytest.mark.parametrize(("method", "path"), [*ROUTES, ("GET", f"/start?token={TOKENS['Ann']}")])
def test_another_host_is_refused(ann: TestClient, method: str, path: str, host: str) -> None:
    headers = {"host": host, "origin": f"http://{host}"}
    answer = ann.request(method, path, headers=headers, json={} if method == "POST" else None)
    assert answer.status_code == 403
    assert "set-cookie" not in answer.headers
    assert "Anbu" not in answer.text


@pytest.mark.parametrize("host", ["127.0.0.1:8417", "localhost:8417", "LOCALHOST:8417", "[::1]:8417"])
def test_our_own_names_are_answered(entry: Door, host: str) -> None:
    assert entry.answers_to(host)


@pytest.mark.parametrize(
    ("listening", "host", "expected"),
    [
        ("0.0.0.0", "192.168.1.7:8417", True),  # noqa: S104
        ("0.0.0.0", "[fe80::1]:8417", True),  # noqa: S104
        ("0.0.0.0", "evil.example:8417", False),  # noqa: S104
        ("0.0.0.0", "[::1:8417", False),  # noqa: S104
        ("0.0.0.0", "[", False),  # noqa: S104
        ("0.0.0.0", "127.0.0.1/start?", False),  # noqa: S104
        ("0.0.0.0", "evil.example@127.0.0.1", False),  # noqa: S104
        ("127.0.0.1", "192.168.1.7:8417", False),
        ("desk.example", "desk.example:8417", True),
        ("desk.example", "192.168.1.7:8417", False),
        ("desk.example", "desk.example", True),
        ("desk.example", "desk.example:444", False),
        ("desk.example", "127.0.0.1", False),
        ("127.0.0.1", "127.0.0.1", False),
    ],
)
def test_a_server_for_others_answers_to_its_name_and_to_addresses(listening: str, host: str, expected: bool) -> None:
    assert door(TOKENS, listening, 8417, [listening]).answers_to(host) is expected


@pytest.mark.parametrize("method", ["POST", "PUT", "OPTIONS"])
def test_the_start_takes_no_other_request(stranger: TestClient, method: str) -> None:
    answer = stranger.request(method, "/start", headers=OURS, params={"token": TOKENS["Ann"]})
    assert (answer.status_code, "set-cookie" in answer.headers) == (403, False)


@pytest.mark.parametrize("path", POST)
@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"origin": "https://evil.example"},
        {"origin": "null"},
        {"origin": ""},
        {"origin": "http://127.0.0.1:8418"},
        {"origin": "http://localhost:8417"},
        {"origin": f"http://{HOST}.evil.example"},
        {"sec-fetch-site": "cross-site"},
        {"sec-fetch-site": "same-site"},
        {"sec-fetch-site": "none"},
        {"origin": "https://evil.example", "sec-fetch-site": "same-origin"},
    ],
)
def test_what_another_page_posts_is_refused(ann: TestClient, path: str, headers: dict[str, str]) -> None:
    answer = ann.post(path, headers=headers, json={})
    assert answer.status_code == 403
    assert list(answer.json()) == ["error"]


@pytest.mark.parametrize(("origin", "status"), [("https://desk.example", 422), ("https://evil.example", 403)])
def test_a_proxy_with_tls_may_stand_before_it(guarded: Guard, origin: str, status: int) -> None:
    behind = Guard(guarded.app, door(TOKENS, "desk.example", 8417), guarded.refusal)
    ann = TestClient(behind, base_url="http://desk.example", follow_redirects=False)
    assert ann.get("/start", params={"token": TOKENS["Ann"]}).status_code == 303
    assert ann.post("/decide", headers={"origin": origin}, json={}).status_code == status


@pytest.mark.parametrize("path", POST)
@pytest.mark.parametrize("headers", [OURS, {"sec-fetch-site": "same-origin"}])
def test_what_our_own_page_posts_is_looked_at(ann: TestClient, path: str, headers: dict[str, str]) -> None:
    assert ann.post(path, headers=headers, json={}).status_code == 422


@pytest.mark.parametrize("token", ["", "x", TOKENS["Ann"][:-1], TOKENS["Ann"] + "x", "ann", "✓"])
def test_a_wrong_token_opens_nothing(stranger: TestClient, token: str) -> None:
    answer = stranger.get("/start", params={"token": token})
    assert answer.status_code == 403
    assert "set-cookie" not in answer.headers


def test_the_token_becomes_a_cookie_and_leaves_the_address(stranger: TestClient, entry: Door) -> None:
    answer = stranger.get("/start", params={"token": TOKENS["Bo"]})
    assert (answer.status_code, answer.headers["location"]) == (303, "/")
    name, _, rest = answer.headers["set-cookie"].partition("=")
    value, *attributes = rest.split("; ")
    assert name == entry.cookie
    assert value not in TOKENS.values()
    assert {attribute.lower() for attribute in attributes} == {"httponly", "path=/", "samesite=strict"}


@pytest.mark.parametrize("name", TOKENS)
def test_a_cookie_is_its_reviewers(stranger: TestClient, name: str) -> None:
    stranger.get("/start", params={"token": TOKENS[name]})
    assert f"Reviewer <bdi>{name}</bdi>" in stranger.get("/").text


def test_cookies_end_with_the_server() -> None:
    first, second = door(TOKENS, "127.0.0.1", 8417), door(TOKENS, "127.0.0.1", 8417)
    assert first.enter(TOKENS["Ann"]) != second.enter(TOKENS["Ann"])
    assert second.reviewer(first.enter(TOKENS["Ann"])) is None


@pytest.mark.parametrize(("method", "path"), [*ROUTES, ("GET", "/start?token=x"), ("PUT", "/decide"), ("OPTIONS", "/")])
@pytest.mark.parametrize("inside", [False, True])
def test_every_answer_has_the_headers(stranger: TestClient, method: str, path: str, inside: bool) -> None:
    if inside:
        stranger.get("/start", params={"token": TOKENS["Ann"]})
    answer = stranger.request(method, path, headers=OURS, json={} if method == "POST" else None)
    assert {name: answer.headers.get(name) for name in HEADERS} == HEADERS


def test_the_policy_runs_nothing_but_our_own_files() -> None:
    policy = dict(part.strip().split(" ", 1) for part in HEADERS["Content-Security-Policy"].split(";"))
    assert policy == {
        "default-src": "'none'",
        "script-src": "'self'",
        "style-src": "'self'",
        "img-src": "'self' data:",
        "connect-src": "'self'",
        "form-action": "'self'",
        "base-uri": "'none'",
        "frame-ancestors": "'none'",
    }


@pytest.mark.parametrize("method", ["PUT", "PATCH", "DELETE"])
@pytest.mark.parametrize("path", [*GET, *POST])
def test_other_methods_do_nothing(ann: TestClient, method: str, path: str) -> None:
    assert ann.request(method, path, headers=OURS).status_code in (404, 405)


@pytest.mark.parametrize("path", POST)
def test_decisions_are_not_made_by_looking(ann: TestClient, path: str) -> None:
    assert ann.get(path).status_code == 405
