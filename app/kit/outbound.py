# SPDX-License-Identifier: Apache-2.0
"""The one way out of the house: a signed message to a target that a partner named. The only importer of httpx.

A name is looked up once, every address it has must be public, and the call goes to such an address and no other: the
certificate, SNI and `Host` stay the name's. No redirect is followed, no proxy, cookie or netrc is used, and nothing of
what the target says is kept but its status. There is no setting that opens more than this.
"""

import asyncio
import logging
import re
import socket
import ssl
import threading
from collections.abc import Mapping
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass
from functools import lru_cache
from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network
from typing import Final
from urllib.parse import urlsplit

import httpx

from app.kit.errors import Unavailable

CONNECT_SECONDS: Final = 4.0
LONGEST_SECONDS: Final = 10.0
"""From the first packet to the last byte of the answer."""
BODY_AT_MOST: Final = 64 * 1024
URL_LONGEST: Final = 2_000
LOOKUPS_AT_ONCE: Final = 4
ADDRESSES_TRIED: Final = 2

NOT_ALLOWED: Final = "target-not-allowed"
UNREACHABLE: Final = "target-unreachable"
MISBEHAVED: Final = "target-misbehaved"

_LABEL: Final = r"[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?"
_NAME: Final = re.compile(rf"(?:{_LABEL}\.)+{_LABEL}")
_NUMBER: Final = re.compile(r"[0-9]+|0x[0-9a-f]*")
_PRINTABLE: Final = re.compile(r"[!-~]+")
_AT_HOME: Final = frozenset(
    {"local", "localhost", "localdomain", "internal", "intranet", "lan", "home", "corp", "private", "invalid", "onion"}
)
_NAMES_AT_HOME: Final = (".home.arpa", ".in-addr.arpa", ".ip6.arpa")
_ROUTABLE_V6: Final = ip_network("2000::/3")
_CLOSED: Final = tuple(
    ip_network(block)
    for block in (
        "100.64.0.0/10",  # shared by carriers
        "168.63.129.16/32",  # a cloud's own service to its machines
        "192.0.0.0/24",
        "192.88.99.0/24",  # a relay into IPv6
        "198.18.0.0/15",
        "2001::/23",  # Teredo among them: an IPv4 address inside
        "2002::/16",  # 6to4: the same
        "3fff::/20",
    )
)
logging.getLogger("httpx").setLevel(logging.WARNING)  # it would log the address of every call
_lookups = threading.BoundedSemaphore(LOOKUPS_AT_ONCE)


class TargetNotAllowed(Exception):
    """Nothing is ever sent there."""


class TargetUnknown(Exception):
    """Its name leads nowhere now."""


@dataclass(frozen=True)
class Target:
    """`host` is a name in lower case; the port is always 443."""

    url: str
    host: str
    path: str


@dataclass(frozen=True)
class Outcome:
    """What came of a call: the status, or why there is none to count. Never a word of the answer."""

    status: int | None = None
    failure: str | None = None


def parse(url: str) -> Target:
    """The target as far as its spelling tells; raises `TargetNotAllowed` for anything but `https://a.name/path`."""
    if len(url) > URL_LONGEST or not _PRINTABLE.fullmatch(url) or "\\" in url:
        raise TargetNotAllowed
    try:
        parts = urlsplit(url)
        host, port = parts.hostname or "", parts.port
    except ValueError:
        raise TargetNotAllowed from None
    if parts.scheme != "https" or "@" in parts.netloc or port not in {None, 443} or "#" in url:
        raise TargetNotAllowed
    if not _is_public_name(host):
        raise TargetNotAllowed
    path = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    return Target(f"https://{host}{path}", host, path)


def _is_public_name(host: str) -> bool:
    """A name below a top-level domain: no address in whatever notation, no name of somebody's own network."""
    last = host.rpartition(".")[2]
    if len(host) > 253 or not _NAME.fullmatch(host) or _NUMBER.fullmatch(last):  # noqa: PLR2004 - RFC 1035 §2.3.4
        return False
    return last not in _AT_HOME and not host.endswith(_NAMES_AT_HOME)


def addresses(target: Target) -> list[str]:
    """Where the name leads at this moment. Raises `TargetNotAllowed` unless every one of them is public."""
    if not _lookups.acquire(timeout=LONGEST_SECONDS):
        raise Unavailable
    try:
        found = socket.getaddrinfo(target.host, 443, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError):
        raise TargetUnknown from None
    finally:
        _lookups.release()
    told = list(dict.fromkeys(str(one[4][0]) for one in found))
    if not told:
        raise TargetUnknown
    if not all(is_public(address) for address in told):
        raise TargetNotAllowed
    return told


def is_public(address: str) -> bool:
    """Whether it is a plain address of the public internet, with no other address inside it."""
    try:
        parsed: IPv4Address | IPv6Address = ip_address(address)
    except ValueError:
        return False
    if parsed.version == 6 and (parsed.scope_id is not None or parsed not in _ROUTABLE_V6):  # noqa: PLR2004 - the protocol
        return False
    if any(parsed in block for block in _CLOSED if block.version == parsed.version):
        return False
    return parsed.is_global and not parsed.is_multicast and not parsed.is_reserved


def post(url: str, body: bytes, headers: Mapping[str, str]) -> Outcome:
    """Send it once. Answers within `LONGEST_SECONDS` once the name is looked up; raises nothing of the target's."""
    try:
        target = parse(url)
        there = addresses(target)
    except TargetNotAllowed:
        return Outcome(failure=NOT_ALLOWED)
    except TargetUnknown:
        return Outcome(failure=UNREACHABLE)
    return asyncio.run(_post(target, there[:ADDRESSES_TRIED], body, headers))


async def _post(target: Target, there: list[str], body: bytes, headers: Mapping[str, str]) -> Outcome:
    try:
        async with asyncio.timeout(LONGEST_SECONDS):
            for address in there:
                try:
                    async with _client() as client, _call(client, target, address, body, headers) as answer:
                        return await _judge(answer)
                except (httpx.ConnectError, httpx.ConnectTimeout):
                    continue
    except (TimeoutError, httpx.RemoteProtocolError):  # it took the call, and never came to an end
        return Outcome(failure=MISBEHAVED)
    except (httpx.HTTPError, httpx.InvalidURL, OSError):
        return Outcome(failure=UNREACHABLE)
    return Outcome(failure=UNREACHABLE)


def _client() -> httpx.AsyncClient:
    return httpx.AsyncClient(
        verify=trusted(),
        trust_env=False,
        follow_redirects=False,
        timeout=httpx.Timeout(LONGEST_SECONDS, connect=CONNECT_SECONDS),
        limits=httpx.Limits(max_keepalive_connections=0),
    )


def _call(
    client: httpx.AsyncClient, target: Target, address: str, body: bytes, headers: Mapping[str, str]
) -> AbstractAsyncContextManager[httpx.Response]:
    place = f"[{address}]" if ":" in address else address
    return client.stream(
        "POST",
        f"https://{place}{target.path}",
        content=body,
        headers={**headers, "Host": target.host, "User-Agent": "Heardwell", "Accept-Encoding": "identity"},
        extensions={"sni_hostname": target.host},
    )


async def _judge(answer: httpx.Response) -> Outcome:
    if 300 <= answer.status_code < 400:  # noqa: PLR2004 - RFC 9110 §15.4
        return Outcome(answer.status_code, MISBEHAVED)
    taken = 0
    async for piece in answer.aiter_raw():
        taken += len(piece)
        if taken > BODY_AT_MOST:
            return Outcome(answer.status_code, MISBEHAVED)
    return Outcome(answer.status_code)


@lru_cache(maxsize=1)
def trusted() -> ssl.SSLContext:
    """Whose certificates count: the authorities that browsers know, and TLS 1.2 at least."""
    return httpx.create_ssl_context(trust_env=False)
