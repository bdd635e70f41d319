"""The way out: proxies of the environment, and TLS that is verified."""

from __future__ import annotations

import ssl
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

import httpx
import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from pipeline.fetch.client import Web
from tests.pipeline.sync.nights import DELAY, Nights, news, problems, source
from tests.pipeline.sync.site import Answer, Host, article, listing, serving
from tests.pipeline.web_server import Handler, Server, running

VARIABLES = ("http_proxy", "https_proxy", "all_proxy", "no_proxy")


class Forward(Handler):
    """A proxy that asks for what it is asked for; any name leads to the host that the server knows."""

    def get(self) -> None:
        server = self.server
        assert isinstance(server, Proxy)
        server.asked.append(self.path)
        url = httpx.URL(self.path)
        known = httpx.URL(server.leads_to.url(""))
        with httpx.Client(trust_env=False) as client:
            answer = client.get(url.copy_with(host=known.host, port=known.port))
        self.send_response(answer.status_code)
        self.send_header("Content-Type", answer.headers["content-type"])
        self.send_header("Content-Length", str(len(answer.content)))
        self.end_headers()
        self.wfile.write(answer.content)


class Proxy(Server):
    """A forward proxy and the addresses that it was asked for."""

    def __init__(self, leads_to: Host) -> None:
        super().__init__(("127.0.0.1", 0), Forward)
        self.leads_to = leads_to
        self.asked: list[str] = []

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server_address[1]}"


@pytest.fixture
def proxy(one: Host, monkeypatch: pytest.MonkeyPatch) -> Iterator[Proxy]:
    """A proxy that the environment names."""
    server = Proxy(one)
    for name in VARIABLES:
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.upper(), raising=False)
    monkeypatch.setenv("http_proxy", server.url)
    with running(server):
        yield server


@pytest.fixture
def out_by_environment(nights: Nights, one: Host) -> Nights:
    """Nights whose way out is what the environment says."""
    one.routes |= {"/anbu.html": Answer(article("Anbu")), "/news/": Answer(listing("/anbu.html"))}
    nights.web = Web(timeout=5.0)
    return nights


def test_the_proxy_of_the_environment_is_used(proxy: Proxy, out_by_environment: Nights) -> None:
    nights = out_by_environment
    public = source("news", "listing", "http://news.example.org/news/", allow_private=False, delay=DELAY)
    night = nights.sync(public)
    assert problems(night) == {}
    assert night.new == ["http://news.example.org/anbu.html"]
    assert proxy.asked == [f"http://news.example.org{path}" for path in ("/robots.txt", "/news/", "/anbu.html")]
    assert [event["checked"] for event in nights.events("a proxy is used")] == [
        "the names of hosts only; the proxy resolves them"
    ]


def test_names_are_checked_before_a_proxy_is_asked(proxy: Proxy, out_by_environment: Nights) -> None:
    inside = source("inside", "listing", "http://intranet.local/news/", allow_private=False)
    night = out_by_environment.sync(inside)
    assert "is a name of private networks" in problems(night)["source inside"]
    assert proxy.asked == []


@pytest.mark.parametrize("value", ["*", "127.0.0.1"])
def test_hosts_may_be_left_out_of_the_proxy(
    one: Host, proxy: Proxy, out_by_environment: Nights, monkeypatch: pytest.MonkeyPatch, value: str
) -> None:
    monkeypatch.setenv("no_proxy", value)
    assert out_by_environment.sync(news(one)).new == [one.url("/anbu.html")]
    assert proxy.asked == []
    assert out_by_environment.events("a proxy is used") == []


def test_a_dead_proxy_is_said(one: Host, out_by_environment: Nights, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in VARIABLES:
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.upper(), raising=False)
    monkeypatch.setenv("http_proxy", "127.0.0.1:9")
    night = out_by_environment.sync(news(one))
    assert "cannot be fetched" in problems(night)["source news"]
    assert one.paths == []


def certificate(folder: Path, name: str) -> Path:
    """A certificate that nobody vouches for, with its key, in one file."""
    key = ec.generate_private_key(ec.SECP256R1())
    subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])
    now = datetime.now(UTC)
    made = (
        x509.CertificateBuilder(subject, subject, key.public_key(), x509.random_serial_number())
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.DNSName(name)]), critical=False)
        .sign(key, hashes.SHA256())
    )
    private = key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    path = folder / "certificate.pem"
    path.write_bytes(private + made.public_bytes(serialization.Encoding.PEM))
    return path


@contextmanager
def serving_tls(folder: Path) -> Iterator[Host]:
    """A host that speaks TLS, with a certificate of its own making for the name localhost."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate(folder, "localhost"))
    with serving("127.0.0.1") as host:
        host.server.socket = context.wrap_socket(host.server.socket, server_side=True)
        yield host


def secure(host: Host, name: str) -> str:
    return host.url("/anbu.html").replace("http://127.0.0.1", f"https://{name}")


def test_a_certificate_that_nobody_vouches_for_is_refused(tmp_path: Path, nights: Nights) -> None:
    with serving_tls(tmp_path) as host:
        host.routes["/anbu.html"] = Answer(article("Anbu"))
        night = nights.sync(source("page", "page", secure(host, "localhost")))
    assert (night.new, night.exit_code) == ([], 1)
    assert "CERTIFICATE_VERIFY_FAILED" in night.waiting[0]
    assert host.log == []


@pytest.mark.parametrize(("name", "taken"), [("localhost", 1), ("127.0.0.1", 0)])
def test_a_certificate_must_be_of_the_host(
    tmp_path: Path, nights: Nights, monkeypatch: pytest.MonkeyPatch, name: str, taken: int
) -> None:
    with serving_tls(tmp_path) as host:
        monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "certificate.pem"))
        host.routes["/anbu.html"] = Answer(article("Anbu"))
        night = nights.sync(source("page", "page", secure(host, name)))
    assert len(night.new) == taken, night
    assert host.paths.count("/anbu.html") == taken
