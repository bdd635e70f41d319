"""Which addresses are public: the guard against pages that lead into the network of the machine that fetches."""

from __future__ import annotations

import ipaddress
import socket
from collections.abc import Callable, Sequence

from pipeline.errors import FetchError, ForbiddenAddress

Resolver = Callable[[str, int], Sequence[str]]
"""From a host name and a port to its addresses."""

NAT64 = (ipaddress.IPv6Network("64:ff9b::/96"), ipaddress.IPv6Network("64:ff9b:1::/48"))
"""RFC 6052 and RFC 8215: the IPv4 address stands in the last 32 bits."""
ONLY_PUBLIC = "only pages on the public web are fetched; save this one and name the file"


def resolve(host: str, port: int) -> tuple[str, ...]:
    """The addresses that the system knows for a host, each once, in its order. Raises OSError or UnicodeError."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return tuple(dict.fromkeys(str(entry[4][0]) for entry in found))


def is_public(address: str) -> bool:
    """Whether an IP address belongs to the public internet.

    An IPv4 address inside an IPv6 one (mapped, 6to4, NAT64) is judged by itself.

    >>> [is_public(each) for each in ("93.184.216.34", "::ffff:10.0.0.1", "169.254.169.254", "64:ff9b::7f00:1")]
    [True, False, False, False]
    """
    try:
        ip = ipaddress.ip_address(address.partition("%")[0])
    except ValueError:
        return False
    if isinstance(ip, ipaddress.IPv6Address) and (inner := _embedded(ip)) is not None:
        ip = inner
    return ip.is_global and not (ip.is_multicast or ip.is_reserved or ip.is_unspecified)


def _embedded(ip: ipaddress.IPv6Address) -> ipaddress.IPv4Address | None:
    """The IPv4 address that an IPv6 address stands for."""
    if any(ip in network for network in NAT64):
        return ipaddress.IPv4Address(int(ip) & 0xFFFFFFFF)
    return ip.ipv4_mapped or ip.sixtofour


def checked_addresses(
    name: str, host: str, port: int, resolver: Resolver, allowed: Callable[[str], bool]
) -> Sequence[str]:
    """The addresses of a host, all of them allowed; one that is not condemns the host.

    Raises FetchError when the host is unknown, ForbiddenAddress when an address is not public.
    """
    try:
        addresses = resolver(host, port)
    except (OSError, UnicodeError) as error:
        raise FetchError(name, f"the host {host} is not known", "check the spelling and the connection") from error
    if not addresses:
        raise FetchError(name, f"the host {host} has no address", "check the spelling")
    for address in addresses:
        if not allowed(address):
            raise ForbiddenAddress(name, f"{host} is at {address}, which is not a public address", ONLY_PUBLIC)
    return addresses
