# SPDX-License-Identifier: Apache-2.0
"""The one way out of the house goes to public names alone, says its piece once and believes nothing it hears."""

import socket
import ssl
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.kit import outbound
from app.kit.outbound import MISBEHAVED, NOT_ALLOWED, UNREACHABLE, Outcome, TargetNotAllowed
from tests.stand_ins.outside import Line, Outside, an_outside, saying

BODY = b'{"type":"ping"}'

NOT_A_TARGET = [
    "http://hooks.council.example/",
    "ftp://hooks.council.example/",
    "//hooks.council.example/",
    "https:///hooks",
    "https://127.0.0.1/",
    "https://127.1/",
    "https://0177.0.0.1/",
    "https://0x7f.0.0.1/",
    "https://0x7f000001/",
    "https://2130706433/",
    "https://169.254.169.254/latest/meta-data/",
    "https://8.8.8.8/",
    "https://[::1]/",
    "https://[::ffff:10.0.0.1]/",
    "https://[fe80::1%25eth0]/",
    "https://\uff11\uff12\uff17.\uff10.\uff10.\uff11/",
    "https://127\u30020\u30020\u30021/",
    "https://localhost/",
    "https://intranet/",
    "https://printer.local/",
    "https://metadata.google.internal/",
    "https://router.home.arpa/",
    "https://hooks.council.example./",
    "https://hooks..example/",
    "https://-a.council.example/",
    "https://me:word@hooks.council.example/",
    "https://me@hooks.council.example/",
    "https://hooks.council.example:8443/",
    "https://hooks.council.example:80/",
    "https://hooks.council.example:99999/",
    "https://hooks.council.example/#here",
    "https://hooks.council.example\\@10.0.0.1/",
    "https://hooks.council.example/\r\nHost: 10.0.0.1",
    "https://hooks.council.example/a b",
    f"https://hooks.council.example/{'a' * 2_000}",
    f"https://{'a.' * 130}example/",
]

NOT_PUBLIC = [
    "0.0.0.0",
    "10.0.0.1",
    "100.64.0.1",
    "100.100.100.200",
    "127.0.0.1",
    "168.63.129.16",
    "169.254.169.254",
    "172.16.0.1",
    "192.0.0.192",
    "192.0.2.1",
    "192.88.99.1",
    "192.168.1.1",
    "198.18.0.1",
    "198.51.100.1",
    "203.0.113.1",
    "224.0.0.1",
    "239.1.1.1",
    "240.0.0.1",
    "255.255.255.255",
    "::",
    "::1",
    "::ffff:10.0.0.1",
    "::ffff:8.8.8.8",
    "::127.0.0.1",
    "64:ff9b::a00:1",
    "100::1",
    "2001::1",
    "2001:db8::1",
    "2002:a00:1::1",
    "3fff::1",
    "fc00::1",
    "fd00:ec2::254",
    "fe80::1",
    "fe80::1%eth0",
    "fec0::1",
    "ff02::1",
    "no-address",
]


@pytest.fixture
def outside(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Outside]:
    with an_outside(tmp_path, monkeypatch) as made:
        yield made


@pytest.mark.parametrize("url", NOT_A_TARGET)
def test_only_a_public_name_by_https_is_a_target(url: str, outside: Outside) -> None:
    with pytest.raises(TargetNotAllowed):
        outbound.parse(url)
    assert outbound.post(url, BODY, {}) == Outcome(failure=NOT_ALLOWED)
    assert (outside.reached, outside.looked_up) == ([], [])


def test_a_target_is_written_in_one_way() -> None:
    told = outbound.parse("HTTPS://Hooks.Council.Example:443?at=home")
    assert (told.url, told.host) == ("https://hooks.council.example/?at=home", "hooks.council.example")


@pytest.mark.parametrize("address", NOT_PUBLIC)
def test_a_name_that_leads_inside_is_not_called(address: str, outside: Outside) -> None:
    outside.names["inside.council.example"] = [[address]]
    assert outbound.post("https://inside.council.example/", BODY, {}) == Outcome(failure=NOT_ALLOWED)
    assert outside.reached == []


@pytest.mark.parametrize("address", ["8.8.8.8", "93.184.216.34", "2606:4700::1111"])
def test_a_public_address_is(address: str) -> None:
    assert outbound.is_public(address)


def test_one_address_inside_among_others_is_enough_to_stay_at_home(outside: Outside) -> None:
    target = outside.target()
    outside.names[target.host] = [[target.address, "10.0.0.1"]]
    assert outbound.post(target.url, BODY, {}).failure == NOT_ALLOWED
    assert outside.reached == []


def test_the_call_goes_where_the_name_was_looked_up_once(outside: Outside) -> None:
    """A second look-up would lead inside: there is none."""
    target = outside.target()
    outside.names[target.host] = [[target.address], ["169.254.169.254"]]
    assert outbound.post(target.url, BODY, {"webhook-id": "1"}) == Outcome(204)
    assert outside.looked_up == [target.host]
    assert outside.reached == [(target.address, 443)]
    [call] = target.calls
    assert (call.path, call.body, call.headers["host"]) == ("/hooks", BODY, target.host)
    assert "cookie" not in call.headers
    assert outbound.post(target.url, BODY, {}).failure == NOT_ALLOWED
    assert len(target.calls) == 1


def test_a_certificate_of_another_name_is_not_believed(outside: Outside) -> None:
    """Whoever holds the address, but not the name, hears nothing."""
    stranger = outside.target("stranger")
    outside.names["bank.council.example"] = [[stranger.address]]
    assert outbound.post("https://bank.council.example/", BODY, {}) == Outcome(failure=UNREACHABLE)
    assert stranger.calls == []


def test_nor_one_that_nobody_signed(outside: Outside, monkeypatch: pytest.MonkeyPatch) -> None:
    target = outside.target()
    context = ssl.create_default_context()
    monkeypatch.setattr(outbound, "trusted", lambda: context)
    assert outbound.post(target.url, BODY, {}) == Outcome(failure=UNREACHABLE)
    assert target.calls == []


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_no_redirect_is_followed(status: int, outside: Outside) -> None:
    target, elsewhere = outside.target(), outside.target("elsewhere")
    target.answers(saying(status, location=elsewhere.url))
    assert outbound.post(target.url, BODY, {}) == Outcome(status, MISBEHAVED)
    assert elsewhere.calls == []


def test_an_answer_without_end_is_cut_at_64_kib(outside: Outside) -> None:
    target, sent = outside.target(), [0]

    def endless(line: Line) -> None:
        line.send_response(200)
        line.send_header("content-length", str(2**30))
        line.end_headers()
        for _ in range(2**14):
            sent[0] += line.wfile.write(b"x" * 2**16)

    target.answers(endless)
    assert outbound.post(target.url, BODY, {}) == Outcome(200, MISBEHAVED)
    assert sent[0] < 2**26


def test_an_answer_that_drips_is_cut_when_its_time_is_over(outside: Outside, monkeypatch: pytest.MonkeyPatch) -> None:
    target = outside.target()
    monkeypatch.setattr(outbound, "LONGEST_SECONDS", 1.0)

    def dripping(line: Line) -> None:
        line.wfile.write(b"HTTP/1.1 200 OK\r\n")
        for _ in range(300):
            line.wfile.write(b"x: y\r\n")
            time.sleep(0.1)

    target.answers(dripping)
    begun = time.monotonic()
    assert outbound.post(target.url, BODY, {}) == Outcome(failure=MISBEHAVED)
    assert time.monotonic() - begun < 5


def test_a_name_without_address_and_an_address_without_server_are_unreachable(outside: Outside) -> None:
    assert outbound.post("https://unknown.council.example/", BODY, {}) == Outcome(failure=UNREACHABLE)
    assert outbound.post(outside.nowhere(), BODY, {}) == Outcome(failure=UNREACHABLE)


def test_no_proxy_of_the_environment_hears_of_it(outside: Outside, monkeypatch: pytest.MonkeyPatch) -> None:
    with socket.create_server(("127.0.0.1", 0)) as proxy:
        for name in ("HTTPS_PROXY", "ALL_PROXY", "https_proxy", "all_proxy"):
            monkeypatch.setenv(name, f"http://127.0.0.1:{proxy.getsockname()[1]}")
        target = outside.target()
        assert outbound.post(target.url, BODY, {}) == Outcome(204)
        assert outside.reached == [(target.address, 443)]


@pytest.mark.parametrize("status", [200, 204, 400, 404, 410, 500, 503])
def test_of_an_answer_only_its_status_is_kept(status: int, outside: Outside) -> None:
    target = outside.target()
    target.answers(saying(status, b"secret words" if status != 204 else b"", set_cookie="a=b"))
    assert outbound.post(target.url, BODY, {}) == Outcome(status)
    assert outbound.post(target.url, BODY, {}) == Outcome(status)
    assert [call.headers.get("cookie") for call in target.calls] == [None, None]
