"""The command `communique review`: one line with the start URL, clear words for what cannot be, a quiet end."""

from __future__ import annotations

import os
import re
import signal
import socket
import subprocess
import sys
import urllib.request
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from pipeline.errors import UsageError
from pipeline.review.server import Wishes, is_loopback, listener, reviewers, start_urls, tokens_of
from tests.pipeline import build

LONG = "a-token-of-some-length"
INTERRUPTIBLE = """
import signal, sys
from pipeline.cli import app
signal.signal(signal.SIGINT, signal.default_int_handler)  # a shell starts background jobs with it ignored
app(sys.argv[1:])
"""


@contextmanager
def reviewing(folder: Path, *options: str) -> Iterator[subprocess.Popen[str]]:
    command = [sys.executable, "-c", INTERRUPTIBLE, "review", str(folder), "--no-browser", "--port", "0", *options]
    environment = {**os.environ, "USER": "ann", "LOGNAME": "ann"}
    with subprocess.Popen(  # noqa: S603
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=environment
    ) as running:
        try:
            yield running
        finally:
            running.kill()


def lines(running: subprocess.Popen[str], number: int) -> list[str]:
    assert running.stdout
    return [running.stdout.readline().rstrip("\n") for _ in range(number)]


def test_one_line_with_the_start_url_and_a_quiet_end(tmp_path: Path) -> None:
    build.write(tmp_path, build.document())
    with reviewing(tmp_path) as running:
        [url] = lines(running, 1)
        assert re.fullmatch(r"http://127\.0\.0\.1:\d+/start\?token=[\w-]{20,}", url)
        opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(), urllib.request.ProxyHandler({}))
        with opener.open(url) as page:
            assert "Reviewer <bdi>ann</bdi>" in page.read().decode()
        running.send_signal(signal.SIGINT)
        rest, trouble = running.communicate(timeout=20)
        assert (running.returncode, rest, trouble) == (0, "", "")


def test_a_line_and_a_token_for_each_reviewer(tmp_path: Path) -> None:
    build.write(tmp_path, build.document())
    with reviewing(tmp_path, "--reviewer", "Ann", "--reviewer", "Bo Li") as running:
        said = [line.split(": ", 1) for line in lines(running, 2)]
        assert [name for name, _ in said] == ["Ann", "Bo Li"]
        assert len({url for _, url in said}) == 2


def test_a_folder_without_a_data_set_is_one_line(tmp_path: Path) -> None:
    with reviewing(tmp_path) as running:
        said, trouble = running.communicate(timeout=20)
        assert (running.returncode, said, trouble.count("\n")) == (5, "", 1)


def test_a_port_that_is_taken_is_one_line(tmp_path: Path) -> None:
    build.write(tmp_path, build.document())
    with closing(socket.socket()) as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        with reviewing(tmp_path, "--port", str(taken.getsockname()[1])) as running:
            said, trouble = running.communicate(timeout=20)
    assert (running.returncode, said, trouble.count("\n")) == (2, "", 1)
    assert "--port 0" in trouble


@pytest.mark.parametrize(
    ("host", "expected"),
    [
        ("127.0.0.1", True),
        ("127.8.8.8", True),
        ("localhost", True),
        ("::1", True),
        ("0.0.0.0", False),  # noqa: S104
        ("192.168.1.7", False),
        ("::", False),
        ("desk.example", False),
        ("127.0.0.1.example", False),
    ],
)
def test_what_is_this_machine_alone(host: str, expected: bool) -> None:
    assert is_loopback(host) is expected


@pytest.mark.parametrize(
    ("people", "wishes", "said"),
    [
        (["Ann"], Wishes(host="0.0.0.0"), "give --token too"),  # noqa: S104
        (["Ann"], Wishes(host="desk.example"), "in that reviewer's name"),
        (["Ann"], Wishes(tokens=("short",)), "guessed"),
        (["Ann", "Bo"], Wishes(tokens=(LONG,)), "2 different tokens"),
        (["Ann", "Bo"], Wishes(tokens=(LONG, LONG)), "2 different tokens"),
    ],
)
def test_tokens_that_cannot_be(people: Sequence[str], wishes: Wishes, said: str) -> None:
    with pytest.raises(UsageError, match=said):
        tokens_of(people, wishes)


def test_tokens_are_random_and_everybodys_own() -> None:
    first, second = tokens_of(["Ann", "Bo"], Wishes()), tokens_of(["Ann", "Bo"], Wishes())
    assert len({*first.values(), *second.values()}) == 4
    assert min(map(len, first.values())) >= 32


@pytest.mark.parametrize(
    ("names", "expected"),
    [(["Ann", "Bo Li"], ("Ann", "Bo Li")), (["  Ann  Lee "], ("Ann Lee",)), (["李娜"], ("李娜",))],
)
def test_reviewers_by_name(names: list[str], expected: tuple[str, ...]) -> None:
    assert reviewers(names) == expected


@pytest.mark.parametrize(
    "names", [["Ann", "Ann"], ["Ann", " Ann"], [""], ["x" * 81], ["An\x1b[31m"], ["\u202eAnn"], ["\udcff"]]
)
def test_names_that_cannot_be(names: list[str]) -> None:
    with pytest.raises(UsageError, match="--reviewer"):
        reviewers(names)


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost"])
def test_it_listens_on_this_machine(host: str) -> None:
    with closing(listener(host, 0)) as listening:
        assert is_loopback(listening.getsockname()[0])


def test_an_address_that_is_none() -> None:
    with pytest.raises(UsageError, match="no such address"):
        listener("no.such.host.invalid", 0)


def test_a_token_is_encoded_in_the_address() -> None:
    assert start_urls({"Ann": "a b&c=d#e/f?g-h-i-j"}, "::1", 80) == {
        "Ann": "http://[::1]:80/start?token=a%20b%26c%3Dd%23e%2Ff%3Fg-h-i-j"
    }
