"""The address guard: every spelling of an address that is not public is refused."""

from __future__ import annotations

import httpx
import pytest

from pipeline.errors import FetchError, ForbiddenAddress
from pipeline.fetch import Web, fetch_page
from pipeline.fetch.address import checked_addresses, is_public
from tests.pipeline.fetch.web import Network

PUBLIC = ("93.184.216.34", "2606:2800:220:1:248:1893:25c8:1946", "::ffff:93.184.216.34", "64:ff9b::5db8:d822")
NOT_PUBLIC = (
    "0.0.0.0",  # noqa: S104
    *("127.0.0.1", "127.8.9.10", "10.1.2.3", "172.16.0.1", "192.168.1.1", "169.254.169.254", "100.64.0.1"),
    *("224.0.0.1", "255.255.255.255", "192.0.2.1", "198.18.0.1", "240.0.0.1"),
    *("::1", "::", "fe80::1", "fe80::1%eth0", "fc00::1", "ff02::1", "2001:db8::1", "::127.0.0.1"),
    *("::ffff:127.0.0.1", "::ffff:a9fe:a9fe", "2002:7f00:1::", "64:ff9b::127.0.0.1", "64:ff9b:1::a00:1"),
    *("no address", ""),
)


@pytest.mark.parametrize("address", PUBLIC)
def test_public_addresses_pass(address: str) -> None:
    assert is_public(address)


@pytest.mark.parametrize("address", NOT_PUBLIC)
def test_others_do_not(address: str) -> None:
    assert not is_public(address)


@pytest.mark.parametrize(
    "url",
    [
        "http://localhost/",
        "http://127.0.0.1:8000/",
        "http://2130706433/",
        "http://0177.0.0.1/",
        "http://0x7f.0.0.1/",
        "http://0x7f000001/",
        "http://127.1/",
        "http://0/",
        "http://[::1]/",
        "http://[::ffff:127.0.0.1]/",
        "http://[::ffff:7f00:1]/",
        "http://169.254.169.254/latest/meta-data",
        "https://10.0.0.1/",
    ],
)
def test_no_spelling_leads_home(url: str) -> None:
    """Whatever the system's resolver makes of the spelling, nothing is connected to."""

    network = Network(lambda request: httpx.Response(200))
    with pytest.raises((ForbiddenAddress, FetchError)):
        fetch_page(url, Web(backend=network, proxy=lambda url: None))
    assert not network.connected


def test_one_address_that_is_not_public_condemns_the_host() -> None:
    def resolver(host: str, port: int) -> tuple[str, ...]:
        return ("93.184.216.34", "10.0.0.1")

    with pytest.raises(ForbiddenAddress, match=r"10\.0\.0\.1"):
        checked_addresses("https://example.org/", "example.org", 443, resolver, is_public)


@pytest.mark.parametrize("error", [OSError("no such host"), UnicodeError("label too long")])
def test_an_unknown_host(error: Exception) -> None:
    def resolver(host: str, port: int) -> tuple[str, ...]:
        raise error

    with pytest.raises(FetchError, match="not known"):
        checked_addresses("https://example.org/", "example.org", 443, resolver, is_public)
