"""Which addresses are public: the guard against pages that lead into the network of the machine that fetches.

Before a connection ``checked_addresses`` judges what a host resolves to, and the connection is made to what it
returns. Behind a proxy it is the proxy that resolves, and only the spelling can be judged: ``why_not_public``.
"""

from __future__ import annotations

import ipaddress
import socket
import unicodedata
from collections.abc import Callable, Sequence

from pipeline.errors import FetchError, ForbiddenAddress
from pipeline.inputs import shown

Resolver = Callable[[str, int], Sequence[str]]
"""From a host name and a port to its addresses."""

ONLY_PUBLIC = "only pages on the public web are fetched; save this one and name the file"

SPECIAL_IPV4 = tuple(
    ipaddress.IPv4Network(network)
    for network in (
        *("0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12"),
        *("192.0.0.0/24", "192.0.2.0/24", "192.88.99.0/24", "192.168.0.0/16", "198.18.0.0/15"),
        *("198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4"),
        "168.63.129.16/32",  # Azure's WireServer: inside public space, answered by the virtual machine's own host
    )
)
"""IANA's IPv4 Special-Purpose Address Registry, multicast, and a metadata service that stands in neither.

The other clouds' metadata services lie inside: 169.254.169.254, 100.100.100.200 (Alibaba), 192.0.0.192 (Oracle).
The list is ours because ``ipaddress`` answers differently from one Python release to the next.
"""
UNICAST = ipaddress.IPv6Network("2000::/3")
"""RFC 4291: the only IPv6 space given out. Loopback, fc00::/7, fe80::/10, fec0::/10, ::a.b.c.d lie outside."""
SPECIAL_IPV6 = tuple(ipaddress.IPv6Network(network) for network in ("2001::/23", "2001:db8::/32", "3fff::/20"))
"""IANA's IPv6 Special-Purpose Address Registry within UNICAST: protocols (Teredo among them) and documentation."""
NAT64 = ipaddress.IPv6Network("64:ff9b::/96")
"""RFC 6052. Its sister for local use, 64:ff9b:1::/48 (RFC 8215), may hide an IPv4 address anywhere: never public."""
ISATAP = (0x00005EFE, 0x02005EFE)
"""RFC 5214: the third quarter of an address whose last one is an IPv4 address."""

PRIVATE_SUFFIXES = frozenset(
    "localhost localdomain local internal intranet private corp home lan home.arpa onion".split()
)
"""RFC 6761, RFC 6762 (appendix G), RFC 7686, RFC 8375, and ICANN's .internal: names of no public host."""
LEADING_HOME = frozenset(
    "nip.io sslip.io xip.io localtest.me lvh.me metadata.tencentyun.com metadata.platformequinix.com".split()
)
"""Public names whose answers are private: services that spell an address in a name, and clouds' metadata."""
LONGEST_NAME = 253
"""RFC 1035: characters in a host name."""


def resolve(host: str, port: int) -> tuple[str, ...]:
    """The addresses that the system knows for a host, each once, in its order. Raises OSError or UnicodeError."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return tuple(dict.fromkeys(str(entry[4][0]) for entry in found))


def is_public(address: str) -> bool:
    """Whether an IP address belongs to the public internet; one with a zone (``%eth0``) never does.

    An IPv4 address inside an IPv6 one (mapped, 6to4, NAT64, ISATAP) must be public as well.

    >>> [is_public(each) for each in ("93.184.216.34", "::ffff:10.0.0.1", "169.254.169.254", "64:ff9b::7f00:1")]
    [True, False, False, False]
    """
    try:
        ip = ipaddress.ip_address(address)
    except ValueError:
        return False
    if isinstance(ip, ipaddress.IPv4Address):
        return _public_ipv4(ip)
    if ip.scope_id is not None:
        return False
    inner = _embedded(ip)
    if inner is not None and not _public_ipv4(inner):
        return False
    if ip.ipv4_mapped or ip in NAT64:
        return True
    return ip in UNICAST and not any(ip in network for network in SPECIAL_IPV6)


def _public_ipv4(ip: ipaddress.IPv4Address) -> bool:
    return not any(ip in network for network in SPECIAL_IPV4)


def _embedded(ip: ipaddress.IPv6Address) -> ipaddress.IPv4Address | None:
    """The IPv4 address that an IPv6 address stands for."""
    if ip in NAT64 or (int(ip) >> 32) & 0xFFFFFFFF in ISATAP:
        return ipaddress.IPv4Address(int(ip) & 0xFFFFFFFF)
    return ip.ipv4_mapped or ip.sixtofour


def checked_addresses(
    name: str, host: str, port: int, resolver: Resolver, allowed: Callable[[str], bool]
) -> Sequence[str]:
    """The addresses of a host, all of them allowed; one that is not condemns the host.

    The resolver is asked once. Whoever connects takes an address from here and does not resolve again, so that no
    later answer counts. Raises FetchError when the host is unknown, ForbiddenAddress when an address is not public.
    """
    try:
        addresses = tuple(resolver(host, port))
    except (OSError, UnicodeError) as error:
        raise FetchError(
            name, f"the host {shown(host)} is not known", "check the spelling and the connection"
        ) from error
    if not addresses:
        raise FetchError(name, f"the host {shown(host)} has no address", "check the spelling")
    for address in addresses:
        if not allowed(address):
            problem = f"{shown(host)} is at {shown(address)}, which is not a public address"
            raise ForbiddenAddress(name, problem, ONLY_PUBLIC)
    return addresses


def why_not_public(host: str) -> str | None:
    """Why a host is refused by its spelling alone, without asking a resolver; None when nothing speaks against it.

    The reason completes a sentence that begins with the host. Addresses are read in every spelling that some
    resolver or proxy may understand: as inet_aton(3) does, and with leading zeros as decimals too.

    >>> why_not_public("0x7f.1")
    'is the address 127.0.0.1, which is not public'
    >>> why_not_public("metadata.google.internal")
    'is a name of private networks (.internal)'
    >>> why_not_public("www.example.org")
    """
    plain = unicodedata.normalize("NFKC", host).replace("。", ".").casefold()
    if ":" in plain or plain.startswith("["):
        return _why_not_ipv6(plain[1:-1] if plain.startswith("[") and plain.endswith("]") else plain)
    plain = plain.removesuffix(".")
    if not _is_host_name(plain):
        return "is no valid host name"
    labels = plain.split(".")
    if _number(labels[-1], octal=True) is not None or labels[-1].isdigit():
        return _why_not_ipv4(labels)
    suffixes = [".".join(labels[start:]) for start in range(len(labels))]
    if private := next((each for each in suffixes if each in PRIVATE_SUFFIXES), None):
        return f"is a name of private networks (.{private})"
    if leading := next((each for each in suffixes if each in LEADING_HOME), None):
        return f"is a name that leads to private addresses ({leading})"
    return "is a name without a dot, as only private networks have them" if len(labels) == 1 else None


def _is_host_name(name: str) -> bool:
    """Whether a name has no empty label and no sign that a parser might take for a boundary or drop."""
    signs = "%/\\?#@[]<>^|\"'`{};,"
    return len(name) <= LONGEST_NAME and all(
        label and label.isprintable() and not any(sign.isspace() or sign in signs for sign in label)
        for label in name.split(".")
    )


def _why_not_ipv6(literal: str) -> str | None:
    try:
        ip = ipaddress.IPv6Address(literal)
    except ValueError:
        return "is no valid address"
    return None if is_public(str(ip)) else f"is the address {ip}, which is not public"


def _why_not_ipv4(labels: Sequence[str]) -> str | None:
    """Octal and decimal reading must both be public: 010.0.0.1 is 8.0.0.1 to some programs and 10.0.0.1 to others."""
    if (first := _address(labels, octal=True)) is None:
        return "is no valid address"
    for ip in (first, _address(labels, octal=False)):
        if ip is not None and not _public_ipv4(ip):
            return f"is the address {ip}, which is not public"
    return None


def _address(labels: Sequence[str], *, octal: bool) -> ipaddress.IPv4Address | None:
    """One to four numbers, the last filling all the bytes that are left; see inet_aton(3)."""
    numbers = [_number(label, octal=octal) for label in labels]
    value = 0
    for place, number in enumerate(numbers, 1):
        size = 8 * (5 - len(numbers)) if place == len(numbers) else 8
        if number is None or size < 8 or number >> size:
            return None
        value = value << size | number
    return ipaddress.IPv4Address(value)


def _number(label: str, *, octal: bool) -> int | None:
    """A decimal, hexadecimal (0x7f) or, if wanted, octal (0177) number."""
    base = 16 if label.startswith("0x") else 8 if octal and label.startswith("0") else 10
    digits = label.removeprefix("0x") if base == 16 else label
    if not digits.isascii() or not digits.isalnum():
        return 0 if label == "0x" else None
    try:
        return int(digits, base)
    except ValueError:
        return None
