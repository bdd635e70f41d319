"""Fetching one page: from a plain function as the web, and once through a real socket."""

from __future__ import annotations

import gzip
from collections.abc import Iterator

import httpcore
import httpx
import pytest

from pipeline.errors import FetchError, ForbiddenAddress, InputError, OversizedInput
from pipeline.fetch import Client, Web, fetch_page
from pipeline.fetch.client import agent
from pipeline.inputs import SIZE_LIMIT
from tests.pipeline.fetch.web import Answers, Network, web
from tests.pipeline.web_server import Handler, Server, running


def html(text: str | bytes = "<p>text", **headers: str) -> httpx.Response:
    content = text if isinstance(text, bytes) else text.encode()
    stream = httpx.ByteStream(content)
    return httpx.Response(200, stream=stream, headers={"content-type": "text/html; charset=gb2312", **headers})


def test_a_page_with_its_final_address_charset_and_time() -> None:
    def answers(request: httpx.Request) -> httpx.Response:
        if request.url.path == "/old":
            return httpx.Response(302, headers={"location": "/new?a=1#part"})
        return html()

    page = fetch_page("https://news.example.org/old#top", web(answers))
    assert page.source == "https://news.example.org/new?a=1"
    assert (page.data, page.media_type, page.charset) == (b"<p>text", "text/html", "gb2312")
    assert page.retrieved_at == "2026-11-22T09:30:00Z"


def test_the_connection_goes_to_the_checked_address_under_the_name() -> None:
    seen: list[httpx.Request] = []

    def answers(request: httpx.Request) -> httpx.Response:
        seen.append(request)
        return html()

    fetch_page("https://news.example.org/", web(answers))
    (request,) = seen
    assert request.extensions["address"] == "93.184.216.34"
    assert request.headers["host"] == "news.example.org"
    assert request.headers["user-agent"] == agent()


def test_a_second_address_is_tried_when_the_first_cannot_be_reached() -> None:
    class Halved(Network):
        def connect_tcp(self, host: str, port: int, *_: object, **__: object) -> httpcore.NetworkStream:
            if ":" in host:
                raise httpcore.ConnectError("unreachable")
            return super().connect_tcp(host, port)

    reached = Web(
        resolver=lambda host, port: ("2606:2800:220:1::1", "93.184.216.34"),
        backend=Halved(lambda request: html()),
        proxy=lambda url: None,
    )
    assert fetch_page("https://two.example.org/", reached).data == b"<p>text"


@pytest.mark.parametrize(
    "target", ["http://inside.example.org/", "http://127.0.0.1/", "//10.0.0.1/a", "http://[::ffff:10.0.0.1]/"]
)
def test_every_redirect_is_checked(target: str) -> None:
    def answers(request: httpx.Request) -> httpx.Response:
        assert request.headers["host"] == "news.example.org", "followed the redirect"
        return httpx.Response(301, headers={"location": target})

    with pytest.raises(ForbiddenAddress):
        fetch_page("http://news.example.org/", web(answers))


def raising(error: Exception) -> Answers:
    def answers(request: httpx.Request) -> httpx.Response:
        raise error

    return answers


@pytest.mark.parametrize(
    ("answers", "error", "words"),
    [
        (lambda r: httpx.Response(404), FetchError, "404 Not Found"),
        (lambda r: httpx.Response(302), FetchError, "302 Found"),
        (lambda r: httpx.Response(302, headers={"location": str(r.url)}), FetchError, "redirects more than 5"),
        (lambda r: httpx.Response(302, headers={"location": "file:///etc/passwd"}), FetchError, "no http or https"),
        (lambda r: httpx.Response(302, headers={"location": "https://a:b@news.example.org"}), FetchError, "password"),
        (
            lambda r: httpx.Response(302, headers={"location": "http://news.example.org:abc/"}),
            FetchError,
            "no valid address",
        ),
        (lambda r: httpx.Response(200, headers={"content-type": "image/png"}), FetchError, "png"),
        (lambda r: httpx.Response(200, content=b"x"), FetchError, "no stated kind"),
        (lambda r: html("x" * (SIZE_LIMIT + 1)), OversizedInput, "20 MB"),
        (lambda r: html("not gzip", **{"content-encoding": "gzip"}), FetchError, "damaged"),
        (raising(httpcore.ReadTimeout("slow")), FetchError, "in time"),
        (raising(httpcore.ConnectError("refused")), FetchError, "refused"),
        (raising(httpcore.RemoteProtocolError("nonsense")), FetchError, "nonsense"),
        (lambda r: b"SSH-2.0-OpenSSH_9.2\r\n\r\n", FetchError, "cannot be fetched"),
        (lambda r: b"HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nhalf", FetchError, "cannot be fetched"),
        (lambda r: html("x", **{"content-encoding": "zstd"}), FetchError, "packed as zstd"),
    ],
)
def test_what_is_no_page_is_one_clear_error(answers: Answers, error: type[InputError], words: str) -> None:
    with pytest.raises(error) as caught:
        fetch_page("https://news.example.org/a", web(answers))
    assert type(caught.value) is error
    assert words in str(caught.value)


def test_what_is_packed_counts_by_its_real_size() -> None:
    packed = gzip.compress(b"0" * (SIZE_LIMIT + 1))
    headers = {"content-type": "text/plain", "content-encoding": "gzip"}
    with pytest.raises(OversizedInput):
        fetch_page("https://news.example.org/", web(lambda r: html(packed, **headers)))


@pytest.mark.parametrize(
    "url", ["https://user:secret@news.example.org/", "http://news.example.org:99999/", "http:///a", "https://"]
)
def test_an_address_that_cannot_be_used_is_refused_without_its_secrets(url: str) -> None:
    with pytest.raises(FetchError) as caught:
        fetch_page(url, web(lambda r: html()))
    assert "secret" not in str(caught.value)


class Echo(Handler):
    """Answers with the Host header that it was sent."""

    def get(self) -> None:
        body = f"<p>{self.headers['Host']}".encode()
        self.send_response(200)
        self.send_header("Content-Type", "text/html")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


@pytest.fixture
def port() -> Iterator[int]:
    with running(Server(("127.0.0.1", 0), Echo)) as server:
        yield server.server_address[1]


def test_through_a_socket_the_name_is_resolved_once_by_us(port: int) -> None:
    asked: list[str] = []

    def resolver(host: str, port: int) -> tuple[str, ...]:
        asked.append(host)
        return ("127.0.0.1",)

    url = f"http://news.invalid:{port}/"
    page = fetch_page(url, Web(resolver=resolver, allowed=lambda address: True, proxy=lambda url: None))
    assert page.data == f"<p>news.invalid:{port}".encode()
    assert asked == ["news.invalid"]


@pytest.mark.parametrize(
    "raw",
    [
        b"HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nTransfer-Encoding: chunked\r\n\r\n"
        b"3\r\nTwo\r\n4\r\n two\r\n0\r\n\r\n",
        b"HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\nHTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n"
        b"Content-Length: 7\r\n\r\nTwo two",
    ],
)
def test_what_goes_over_the_wire_is_kept_as_it_is_and_read_without_its_wrappings(raw: bytes) -> None:
    with Client(web(lambda request: raw)) as client:
        exchange = client.get("http://news.example.org/a?b=1")
    assert exchange.response == raw
    assert exchange.request.startswith(b"GET /a?b=1 HTTP/1.1\r\n")
    assert exchange.message.body("x") == b"Two two"
    assert exchange.ip == "93.184.216.34"


def test_a_connection_is_used_again_and_each_message_stands_alone() -> None:
    known = web(lambda request: html(request.url.path))
    with Client(known) as client:
        first, second = client.get("http://news.example.org/1"), client.get("http://news.example.org/2")
    assert isinstance(known.backend, Network)
    assert known.backend.connected == ["93.184.216.34"]
    assert first.response.endswith(b"\r\n\r\n/1")
    assert second.response.endswith(b"\r\n\r\n/2")
    assert second.request.count(b"GET ") == 1
