"""The address guard: every spelling of an address that is not public is refused."""

from __future__ import annotations

import socket
from collections.abc import Iterator, Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.errors import FetchError, ForbiddenAddress
from pipeline.fetch import fetch_page
from pipeline.fetch.address import checked_addresses, is_public, why_not_public

OPEN = "93.184.216.34"
PUBLIC = (
    *(OPEN, "8.8.8.8", "1.1.1.1", "9.255.255.255", "11.0.0.0", "100.63.255.255", "100.128.0.0", "128.0.0.1"),
    *("169.253.255.255", "172.15.255.255", "172.32.0.0", "192.0.1.1", "192.169.0.0", "198.17.255.255"),
    *("198.20.0.0", "223.255.255.255", "168.63.129.15", "202.96.128.86"),
    *("2606:2800:220:1:248:1893:25c8:1946", "2400:3200::1", "2001:4860:4860::8888", "2A00:1450:4001:81B::200E"),
    *("::ffff:93.184.216.34", "::FFFF:5DB8:D822", "64:ff9b::5db8:d822", "64:ff9b::93.184.216.34"),
    *("2002:5db8:d822::1", "2400:3200::5efe:93.184.216.34"),
)
NOT_PUBLIC = (
    *("0.0.0.0", "0.1.2.3"),  # noqa: S104
    *("127.0.0.1", "127.8.9.10", "127.255.255.255", "10.0.0.0", "10.255.255.255", "192.168.0.1", "192.168.255.255"),
    *("172.16.0.0", "172.31.255.255", "100.64.0.1", "100.127.255.255"),
    *("169.254.169.254", "169.254.170.2", "100.100.100.200", "192.0.0.192", "168.63.129.16"),
    *("192.0.0.9", "192.0.2.1", "198.51.100.7", "203.0.113.9", "192.88.99.1", "198.18.0.1", "198.19.255.255"),
    *("224.0.0.1", "239.255.255.255", "240.0.0.1", "255.255.255.255"),
    *("::1", "::", "0:0:0:0:0:0:0:1", "fe80::1", "fe80::1%eth0", "febf::1", "fec0::1", "feff::1"),
    *("fc00::1", "fd00:ec2::254", "fd20:ce::254", "ff02::1", "ff0e::1", "2001:db8::1", "3fff::1", "100::1", "5f00::1"),
    *("4000::1", "8000::1", "2606:2800:220:1:248:1893:25c8:1946%eth0"),
    *("::ffff:127.0.0.1", "::ffff:a9fe:a9fe", "::FFFF:10.0.0.1", "::ffff:0:127.0.0.1", "::ffff:168.63.129.16"),
    *("::127.0.0.1", "::10.0.0.1", "::93.184.216.34"),
    *("2002:7f00:1::", "2002:a00:1::1", "2002:a9fe:a9fe::1", "2001:0:4136:e378:8000:63bf:3fff:fdd2", "2001:10::1"),
    *("64:ff9b::127.0.0.1", "64:ff9b::a9fe:a9fe", "64:ff9b:1::a00:1", "64:ff9b:1::5db8:d822"),
    *("2400:3200::5efe:10.0.0.1", "2400:3200::200:5efe:192.168.0.1", "fe80::5efe:93.184.216.34"),
    *("no address", "", "127.1", "0x7f.0.0.1", "0177.0.0.1", "2130706433", "127.0.0.1.", " 127.0.0.1", "[::1]"),
)
ADDRESS = "is the address {}, which is not public"
INVALID_ADDRESS = "is no valid address"
INVALID_NAME = "is no valid host name"
REFUSED = (
    *((each, ADDRESS.format("127.0.0.1")) for each in ("127.0.0.1", "127.1", "127.0.1", "2130706433", "017700000001")),
    *((each, ADDRESS.format("127.0.0.1")) for each in ("0x7f.1", "0x7f000001", "0X7F.0.0.1", "0x7f.0x0.0x0.0x1")),
    *((each, ADDRESS.format("127.0.0.1")) for each in ("0177.0.0.1", "0177.0.01", "00000177.0.0.1", "0177.0x0.1")),
    *((each, ADDRESS.format("127.0.0.1")) for each in ("127.0.0.1.", "127。0。0。1", "１２７.0.0.1", "127．0．0．1")),
    *((each, ADDRESS.format("127.0.0.1")) for each in ("①②⑦.0.0.1", "0x0000000000007f.1")),
    *((each, ADDRESS.format("0.0.0.0")) for each in ("0", "0x0", "0.0", "00000000", "0x")),  # noqa: S104
    *((each, ADDRESS.format("169.254.169.254")) for each in ("169.254.169.254", "2852039166", "0xa9fea9fe")),
    *((each, ADDRESS.format("169.254.169.254")) for each in ("0251.0376.0251.0376", "169.254.43518", "169.16689662")),
    ("100.100.100.200", ADDRESS.format("100.100.100.200")),
    ("168.63.129.16", ADDRESS.format("168.63.129.16")),
    ("0xa83f8110", ADDRESS.format("168.63.129.16")),
    ("10.1", ADDRESS.format("10.0.0.1")),
    ("012.1.2.3", ADDRESS.format("10.1.2.3")),
    ("010.1.2.3", ADDRESS.format("10.1.2.3")),  # 8.1.2.3 to inet_aton, 10.1.2.3 to those that know no octal
    ("192.168.257", ADDRESS.format("192.168.1.1")),
    ("[::1]", ADDRESS.format("::1")),
    ("::1", ADDRESS.format("::1")),
    ("[0:0:0:0:0:0:0:1]", ADDRESS.format("::1")),
    ("[::]", ADDRESS.format("::")),
    ("[::ffff:127.0.0.1]", ADDRESS.format("::ffff:7f00:1")),
    ("[::FFFF:7F00:1]", ADDRESS.format("::ffff:7f00:1")),
    ("[64:ff9b::a9fe:a9fe]", ADDRESS.format("64:ff9b::a9fe:a9fe")),
    ("[2002:7f00:1::]", ADDRESS.format("2002:7f00:1::")),
    ("[fd00:ec2::254]", ADDRESS.format("fd00:ec2::254")),
    ("[fec0::1]", ADDRESS.format("fec0::1")),
    ("fe80::1%eth0", ADDRESS.format("fe80::1%eth0")),
    ("[fe80::1%25eth0]", ADDRESS.format("fe80::1%25eth0")),
    *((each, INVALID_ADDRESS) for each in ("256.1.1.1", "1.256.1.1", "1.2.3.4.5", "4294967296", "0x100000000")),
    *((each, INVALID_ADDRESS) for each in ("09.1.1.1", "1.2.3.08", "1.2.3.256", "1.2.65536", "example.1", "9" * 40)),
    *((each, INVALID_ADDRESS) for each in ("[::1", "[", "[]", "[:::1]", "[1::2::3]", "12345::", "example.org:80")),
    *((each, INVALID_NAME) for each in ("", ".", "..", "127..1", "localhost..", ".localhost", "a..b", "a." * 200)),
    *((each, INVALID_NAME) for each in ("127%2e0.0.1", "%6c%6f%63alhost", "a%00.org", "a b.org", " localhost")),
    *((each, INVALID_NAME) for each in ("local\tho\nst", "a\r.org", "a\x00.org", "lo\u00adcal.org", "lo\u200bcal.org")),
    *((each, INVALID_NAME) for each in ("a@b.org", "a/b.org", "a\\b.org", "a?b.org", "a#b.org", "a；b.org", "a℀.org")),
    *((each, "is a name of private networks (.localhost)") for each in ("localhost", "LocalHost", "localhost.")),
    *((each, "is a name of private networks (.localhost)") for each in ("a.localhost", "A.b.LOCALHOST.", "ⓛocalhost")),
    ("localhost.localdomain", "is a name of private networks (.localdomain)"),
    ("metadata.google.internal", "is a name of private networks (.internal)"),
    ("METADATA.GOOGLE.INTERNAL.", "is a name of private networks (.internal)"),
    ("metadata。google。internal", "is a name of private networks (.internal)"),
    ("instance-data.ec2.internal", "is a name of private networks (.internal)"),
    ("printer.local", "is a name of private networks (.local)"),
    ("nas.home.arpa", "is a name of private networks (.home.arpa)"),
    *((f"a.{each}", f"is a name of private networks (.{each})") for each in ("lan", "corp", "intranet", "home")),
    *(
        (each, "is a name without a dot, as only private networks have them")
        for each in ("metadata", "router", "校园网")
    ),
    ("127.0.0.1.nip.io", "is a name that leads to private addresses (nip.io)"),
    ("localtest.me", "is a name that leads to private addresses (localtest.me)"),
    ("metadata.tencentyun.com", "is a name that leads to private addresses (metadata.tencentyun.com)"),
)
PASSING = (
    *(
        "example.org",
        "www.example.org",
        "EXAMPLE.ORG",
        "example.org.",
        "xn--fiqs8s.example",
        "新闻.example",
        "a_b.example",
    ),
    *(
        "localhost.example.org",
        "internal.example.org",
        "my-local.cn",
        "notlocalhost.cn",
        "local.gov.cn",
        "tencentyun.com",
    ),
    *("1.example", "127.0.0.1.example.org", "163.com", "0x7f.com", "4399.cn", "dg．gov。cn"),
    *("8.8.8.8", "134744072", "0x08080808", "8.8.2056", "93.184.216.34", "[2606:2800:220:1::1]", "2400:3200::1"),
)


@pytest.mark.parametrize("address", PUBLIC)
def test_public_addresses_pass(address: str) -> None:
    assert is_public(address)


@pytest.mark.parametrize("address", NOT_PUBLIC)
def test_others_do_not(address: str) -> None:
    assert not is_public(address)


@pytest.mark.parametrize(("host", "reason"), REFUSED)
def test_hosts_refused_by_their_spelling(host: str, reason: str) -> None:
    assert why_not_public(host) == reason


@pytest.mark.parametrize("host", PASSING)
def test_nothing_speaks_against_the_others(host: str) -> None:
    assert why_not_public(host) is None


@given(st.text("01278xXaf.", min_size=1, max_size=14))
def test_what_the_system_reads_as_an_inner_address_is_refused_however_it_is_spelled(host: str) -> None:
    try:
        read = socket.inet_ntoa(socket.inet_aton(host))
    except OSError:
        return
    assert is_public(read) or why_not_public(host) is not None


class Network:
    """Names as a resolver gives them, one answer after another, and the addresses that were connected to."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.names: dict[str, list[tuple[str, ...]]] = {}
        self.asked: list[str] = []
        self.connected: list[str] = []
        self.answer: bytes | None = None
        self.sockets: list[socket.socket] = []
        self.real = socket.getaddrinfo, socket.create_connection
        monkeypatch.setattr(socket, "getaddrinfo", self.resolve)
        monkeypatch.setattr(socket, "create_connection", self.connect)

    def resolve(self, host: str, port: int, *arguments: int, **options: int) -> list[tuple[object, ...]]:
        """Numbers as the system reads them, names as the table has them; nothing else is known."""
        self.asked.append(host)
        if host not in self.names:
            options["flags"] = socket.AI_NUMERICHOST
            return list(self.real[0](host, port, **options))
        answers = self.names[host]
        found = answers.pop(0) if len(answers) > 1 else answers[0]
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (each, port)) for each in found]

    def connect(self, address: tuple[str, int], *arguments: object, **options: object) -> socket.socket:
        """A connection on which the answer waits already; without one, nobody is there."""
        self.connected.append(address[0])
        if self.answer is None:
            raise ConnectionRefusedError
        with socket.socket() as listener:
            listener.bind(("127.0.0.1", 0))
            listener.listen()
            near = socket.socket()
            near.connect(listener.getsockname())
            far, _ = listener.accept()
        far.sendall(self.answer)
        far.shutdown(socket.SHUT_WR)
        self.sockets.append(far)
        return near


@pytest.fixture
def network(monkeypatch: pytest.MonkeyPatch) -> Iterator[Network]:
    network = Network(monkeypatch)
    yield network
    for each in network.sockets:
        each.close()


URLS = (
    *("http://localhost/", "HTTP://LOCALHOST:8000/", "http://127.0.0.1:8000/", "https://10.0.0.1/", "http://0/"),
    *("http://2130706433/", "http://0177.0.0.1/", "http://0x7f.0.0.1/", "http://0x7f000001/", "http://127.1/"),
    *("http://127。0。0。1/", "http://１２７.0.0.1/", "http://127%2e0.0.1/", "http://%6c%6f%63alhost/"),
    *(
        "http://[::1]/",
        "http://[::]/",
        "http://[::ffff:127.0.0.1]/",
        "http://[::ffff:7f00:1]/",
        "http://[fe80::1%25lo]/",
    ),
    *("http://[::127.0.0.1]/", "http://[2002:7f00:1::]/", "http://[64:ff9b::7f00:1]/", "http://[fec0::1]/"),
    *("http://169.254.169.254/latest/meta-data", "http://168.63.129.16/", "http://[fd00:ec2::254]/latest"),
    *("http://metadata.google.internal/", "http://inside.example.org/", "http://example.org\\@127.0.0.1/"),
    *("http://example.org@127.0.0.1/", "http://127.0.0.1#@example.org/", "http://127.0.0.1?@example.org/"),
    *(
        "http://127.0.0.1:0/",
        "http://127.0.0.1:99999/",
        "http://127.0.0.1:-1/",
        "http://127.0.0.1\t/",
        "http://127.0\n.0.1",
    ),
    *(
        "http://[::1/",
        "http://",
        "http:///127.0.0.1",
        "ftp://127.0.0.1/",
        "file:///etc/passwd",
        "gopher://127.0.0.1:6379/",
    ),
)


def known_names(network: Network) -> None:
    """What a machine in a cloud is told: its own name, the metadata service, a public name for an inner address."""
    network.names |= {
        "localhost": [("127.0.0.1",)],
        "metadata.google.internal": [("169.254.169.254",)],
        "inside.example.org": [("10.0.0.7",)],
        "news.example.org": [(OPEN,)],
    }


@pytest.mark.parametrize("url", URLS)
def test_no_spelling_leads_home(url: str, network: Network) -> None:
    known_names(network)
    with pytest.raises((ForbiddenAddress, FetchError)):
        fetch_page(url)
    assert network.connected == []


@pytest.mark.parametrize("url", [each for each in URLS if each.isprintable()])
def test_no_redirect_leads_home(url: str, network: Network) -> None:
    known_names(network)
    network.answer = f"HTTP/1.1 302 Found\r\nLocation: {url}\r\nContent-Length: 0\r\n\r\n".encode()
    with pytest.raises((ForbiddenAddress, FetchError)):
        fetch_page("http://news.example.org/")
    assert set(network.connected) == {OPEN}


@pytest.mark.parametrize("later", ["127.0.0.1", "169.254.169.254"])
def test_a_resolver_that_answers_differently_the_second_time_is_not_asked_again(later: str, network: Network) -> None:
    network.names["news.example.org"] = [(OPEN,), (later,)]
    with pytest.raises(FetchError):
        fetch_page("http://news.example.org/")
    assert network.connected == [OPEN]
    assert network.asked.count("news.example.org") == 1


@pytest.mark.parametrize(
    ("answer", "told"),
    [
        ((OPEN, "10.0.0.1"), "10.0.0.1"),
        (("10.0.0.1", OPEN), "10.0.0.1"),
        (("2606:2800:220:1::1", OPEN, "::1"), "::1"),
        (("127.1",), "127.1"),
        (("fe80::1%eth0",), "fe80::1%eth0"),
        (("not an address\n",), "not an address\\n"),
    ],
)
def test_one_address_that_is_not_public_condemns_the_host(answer: Sequence[str], told: str) -> None:
    with pytest.raises(ForbiddenAddress) as caught:
        checked_addresses("https://example.org/", "example.org", 443, lambda host, port: answer, is_public)
    assert f"example.org is at {told}, which is not a public address" in str(caught.value)


def test_what_is_returned_is_what_was_checked() -> None:
    """A resolver's answer that changes while it is read: it is read once."""
    answer = iter([OPEN])
    found = checked_addresses("https://example.org/", "example.org", 443, lambda h, p: answer, is_public)  # type: ignore[arg-type, return-value]
    assert found == (OPEN,)


def test_a_source_may_allow_its_own_network() -> None:
    found = checked_addresses("http://intranet/", "intranet", 80, lambda host, port: ["10.0.0.1"], lambda address: True)
    assert found == ("10.0.0.1",)


@pytest.mark.parametrize("error", [OSError("no such host"), UnicodeError("label too long")])
def test_an_unknown_host(error: Exception) -> None:
    def resolver(host: str, port: int) -> tuple[str, ...]:
        raise error

    with pytest.raises(FetchError, match="not known"):
        checked_addresses("https://example.org/", "example.org", 443, resolver, is_public)


def test_a_host_without_addresses() -> None:
    with pytest.raises(FetchError, match="has no address"):
        checked_addresses("https://example.org/", "example.org", 443, lambda host, port: (), is_public)
