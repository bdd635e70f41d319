"""Fetching one page: through a plain function as the web, and once through a real socket."""

from __future__ import annotations

import gzip
import threading
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import httpx
import pytest

from pipeline.errors import FetchError, ForbiddenAddress, InputError, OversizedInput
from pipeline.fetch.page import AGENT, Fetcher, fetch_page
from pipeline.inputs import SIZE_LIMIT

Web = Callable[[httpx.Request], httpx.Response]
NAMES = {"news.example.org": ("93.184.216.34",), "inside.example.org": ("10.0.0.7",)}


def fetcher(web: Web) -> Fetcher:
    """A fetcher whose web is a function and whose names stand in NAMES."""

    def resolver(host: str, port: int) -> tuple[str, ...]:
        return NAMES.get(host, (host,))

    return Fetcher(
        resolver=resolver,
        transport=lambda: httpx.MockTransport(web),
        now=lambda: datetime(2026, 11, 22, 9, 30, tzinfo=UTC),
    )


def html(text: str = "<p>text", **headers: str) -> httpx.Response:
    return httpx.Response(200, content=text.encode(), headers={"content-type": "text/html; charset=gb2312", **headers})


def test_a_page_with_its_final_address_charset_and_time() -> None:
    def web(request: httpx.Request) -> httpx.Response:
        if request.url.path == "/old":
            return httpx.Response(302, headers={"location": "/new?a=1#part"})
        return html()

    page = fetch_page("https://news.example.org/old#top", fetcher(web))
    assert page.source == "https://news.example.org/new?a=1"
    assert (page.data, page.media_type, page.charset) == (b"<p>text", "text/html", "gb2312")
    assert page.retrieved_at == "2026-11-22T09:30:00Z"


def test_the_connection_goes_to_the_checked_address_under_the_name() -> None:
    seen: list[httpx.Request] = []

    def web(request: httpx.Request) -> httpx.Response:
        seen.append(request)
        return html()

    fetch_page("https://news.example.org/", fetcher(web))
    (request,) = seen
    assert request.url.host == "93.184.216.34"
    assert request.headers["host"] == "news.example.org"
    assert request.extensions["sni_hostname"] == "news.example.org"
    assert request.headers["user-agent"] == AGENT


def test_a_second_address_is_tried_when_the_first_cannot_be_reached(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(NAMES, "news.example.org", ("2606:2800:220:1::1", "93.184.216.34"))

    def web(request: httpx.Request) -> httpx.Response:
        if ":" in request.url.host:
            raise httpx.ConnectError("unreachable", request=request)
        return html()

    assert fetch_page("https://news.example.org/", fetcher(web)).data == b"<p>text"


@pytest.mark.parametrize(
    "target", ["http://inside.example.org/", "http://127.0.0.1/", "//10.0.0.1/a", "http://[::ffff:10.0.0.1]/"]
)
def test_every_redirect_is_checked(target: str) -> None:
    def web(request: httpx.Request) -> httpx.Response:
        assert request.headers["host"] == "news.example.org", "followed the redirect"
        return httpx.Response(301, headers={"location": target})

    with pytest.raises(ForbiddenAddress):
        fetch_page("http://news.example.org/", fetcher(web))


def raising(error: Exception) -> Web:
    def web(request: httpx.Request) -> httpx.Response:
        raise error

    return web


@pytest.mark.parametrize(
    ("web", "error", "words"),
    [
        (lambda r: httpx.Response(404), FetchError, "404 Not Found"),
        (lambda r: httpx.Response(302), FetchError, "302 Found"),
        (lambda r: httpx.Response(302, headers={"location": str(r.url)}), FetchError, "redirects more than 5"),
        (lambda r: httpx.Response(302, headers={"location": "file:///etc/passwd"}), FetchError, "no http or https"),
        (lambda r: httpx.Response(302, headers={"location": "https://a:b@news.example.org"}), FetchError, "password"),
        (
            lambda r: httpx.Response(302, headers={"location": "http://news.example.org:abc/"}),
            FetchError,
            "Invalid port",
        ),
        (lambda r: httpx.Response(200, headers={"content-type": "application/pdf"}), FetchError, "pdf"),
        (lambda r: httpx.Response(200, content=b"x"), FetchError, "no stated kind"),
        (lambda r: html("x" * (SIZE_LIMIT + 1)), OversizedInput, "20 MB"),
        (lambda r: html("not gzip", **{"content-encoding": "gzip"}), FetchError, "damaged"),
        (raising(httpx.ReadTimeout("slow")), FetchError, "in time"),
        (raising(httpx.ConnectError("refused")), FetchError, "refused"),
        (raising(httpx.RemoteProtocolError("nonsense")), FetchError, "nonsense"),
    ],
)
def test_what_is_no_page_is_one_clear_error(web: Web, error: type[InputError], words: str) -> None:
    with pytest.raises(error) as caught:
        fetch_page("https://news.example.org/a", fetcher(web))
    assert type(caught.value) is error
    assert words in str(caught.value)


def test_what_is_packed_counts_by_its_real_size() -> None:
    packed = gzip.compress(b"0" * (SIZE_LIMIT + 1))
    headers = {"content-type": "text/plain", "content-encoding": "gzip"}
    with pytest.raises(OversizedInput):
        fetch_page("https://news.example.org/", fetcher(lambda r: httpx.Response(200, content=packed, headers=headers)))


@pytest.mark.parametrize(
    "url", ["https://user:secret@news.example.org/", "http://news.example.org:99999/", "http:///a", "https://"]
)
def test_an_address_that_cannot_be_used_is_refused_without_its_secrets(url: str) -> None:
    with pytest.raises(FetchError) as caught:
        fetch_page(url, fetcher(lambda r: html()))
    assert "secret" not in str(caught.value)


class Handler(BaseHTTPRequestHandler):
    """Answers with the Host header that it was sent."""

    def do_GET(self) -> None:
        body = f"<p>{self.headers['Host']}".encode()
        self.send_response(200)
        self.send_header("Content-Type", "text/html")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        """Says nothing."""


@pytest.fixture
def port() -> Iterator[int]:
    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield server.server_address[1]
        server.shutdown()
        thread.join()


def test_through_a_socket_the_name_is_resolved_once_by_us(port: int) -> None:
    asked: list[str] = []

    def resolver(host: str, port: int) -> tuple[str, ...]:
        asked.append(host)
        return ("127.0.0.1",)

    url = f"http://news.invalid:{port}/"
    page = fetch_page(url, Fetcher(resolver=resolver, allowed=lambda address: True))
    assert page.data == f"<p>news.invalid:{port}".encode()
    assert asked == ["news.invalid"]
