"""A transport that connects to the address that was checked: DNS cannot change between check and connection."""

from __future__ import annotations

from collections.abc import Callable

import httpx

from pipeline.fetch.address import Resolver, checked_addresses
from pipeline.inputs import shown


class PinnedTransport(httpx.BaseTransport):
    """Resolves, checks, then connects to the address itself; the Host header, SNI and the certificate keep the name."""

    def __init__(self, inner: httpx.BaseTransport, resolver: Resolver, allowed: Callable[[str], bool]) -> None:
        self.inner = inner
        self.resolver = resolver
        self.allowed = allowed

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        """The answer from the first address that can be reached.

        Raises FetchError, ForbiddenAddress (see checked_addresses), and httpx.HTTPError.
        """
        host = request.url.raw_host.decode("ascii").strip("[]")
        port = request.url.port or (443 if request.url.scheme == "https" else 80)
        name = shown(str(request.url.copy_with(fragment=None)))
        *others, last = checked_addresses(name, host, port, self.resolver, self.allowed)
        for address in others:
            try:
                return self.inner.handle_request(_to(request, address, host))
            except (httpx.ConnectError, httpx.ConnectTimeout):
                continue
        return self.inner.handle_request(_to(request, last, host))

    def close(self) -> None:
        """Closes the connections."""
        self.inner.close()


def _to(request: httpx.Request, address: str, host: str) -> httpx.Request:
    """The same request to an address; its Host header stands as it was built, from the name."""
    return httpx.Request(
        request.method,
        request.url.copy_with(host=address),
        headers=request.headers,
        stream=request.stream,
        extensions={**request.extensions, "sni_hostname": host},
    )
