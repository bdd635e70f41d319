"""The command: words, exit codes, and how quickly it says what it can do."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

import pipeline.run
from pipeline.cli import app
from pipeline.errors import (
    CommuniqueError,
    LexiconError,
    LockedError,
    ModelError,
    SealError,
    StoreError,
    UsageError,
)
from pipeline.export.tables import TABLES
from pipeline.store.lock import locked
from tests.pipeline import build

HEAVY = (
    "spacy", "bs4", "httpx", "lxml", "dateparser", "polars", "thinc", "numpy",
    "starlette", "uvicorn", "jinja2", "sqlalchemy",
)  # fmt: skip
COMMANDS = (
    "run",
    "score",
    "show",
    "verify",
    "schema",
    "export",
    "review",
    "audit",
    "gold",
    "witnesses",
    "find",
    "diff",
)


def invoke(*arguments: str | Path) -> Result:
    return CliRunner().invoke(app, [str(argument) for argument in arguments])


@pytest.fixture
def out(tmp_path: Path) -> Path:
    build.write(tmp_path / "out", build.document("songshan/a.txt"))
    return tmp_path / "out"


@pytest.mark.parametrize("arguments", [["--help"], ["--version"], *([command, "--help"] for command in COMMANDS)])
def test_nothing_heavy_is_imported_for_help(arguments: list[str]) -> None:
    script = f"""
import sys
from pipeline.cli import app
try:
    app({arguments!r})
finally:
    print(sorted(set({HEAVY!r}) & set(sys.modules)), file=sys.stderr)
"""
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=False)  # noqa: S603
    assert (done.returncode, done.stderr) == (0, "[]\n")
    assert done.stdout


def test_help_is_quick() -> None:
    def seconds() -> float:
        """Of processor time, which other programs on the machine hardly change."""
        before = os.times()
        subprocess.run([sys.executable, "-m", "pipeline", "--help"], capture_output=True, check=True)
        after = os.times()
        return after.children_user + after.children_system - before.children_user - before.children_system

    assert min(seconds() for _ in range(3)) < 0.3


def test_the_module_is_the_command() -> None:
    command = [sys.executable, "-m", "pipeline", "--version"]
    assert subprocess.run(command, capture_output=True, text=True, check=True).stdout.startswith("communique ")  # noqa: S603


def test_run_says_what_it_passed_over(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Anbu Primary School Education Group has five schools.")
    (tmp_path / "b.txt").write_text("The Rovers won 3-1 on Saturday.")
    said = invoke("run", tmp_path / "a.txt", tmp_path / "b.txt", "--relevant-only", "-o", tmp_path / "out")
    assert said.exit_code == 0
    assert "left out: b.txt: no word of a group or a policy (--relevant-only)" in said.stderr
    assert ", 1 passed over: " in said.stdout
    assert invoke("run", tmp_path / "b.txt", "-o", tmp_path / "out").exit_code == 0


def test_run_says_what_was_done_and_what_was_not(tmp_path: Path) -> None:
    pages = tmp_path / "pages"
    pages.mkdir()
    (pages / "a.txt").write_text(build.TEXT, encoding="utf-8")
    (pages / "b.txt").write_bytes(b"")
    for number in range(5):
        (pages / f"{number}.png").write_bytes(b"\x89PNG")
    result = invoke("run", pages, "-o", tmp_path / "out", "--no-model")
    assert result.exit_code == 1
    assert result.stdout.splitlines()[0].split() == ["document", "groups", "officials", "dates", "counts", "policies"]
    assert result.stdout.splitlines()[1].startswith("a.txt ")
    assert result.stdout.splitlines()[-1].endswith(f"1 input failed: {tmp_path / 'out'}")
    failed, left = result.stderr.splitlines()
    assert failed.startswith("failed: ")
    assert "b.txt" in failed
    assert left.startswith("left out: 0.png, 1.png, 2.png and 2 more: ")


def test_run_keeps_the_former_data_set_when_nothing_can_be_read(out: Path, tmp_path: Path) -> None:
    before = (out / "run.json").read_bytes()
    result = invoke("run", tmp_path / "gone.txt", "-o", out)
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr.splitlines()[-1] == f"nothing could be read; {out} is as it was"
    assert (out / "run.json").read_bytes() == before


def test_run_takes_standard_input(tmp_path: Path) -> None:
    result = CliRunner().invoke(app, ["run", "-", "-o", str(tmp_path), "--no-model"], input=build.TEXT)
    assert result.exit_code == 0
    assert json.loads((tmp_path / "documents.jsonl").read_text(encoding="utf-8"))["text"].startswith("Anbu signs up")


@pytest.mark.parametrize(
    ("error", "code"),
    [
        (UsageError("off"), 2),
        (LexiconError("words.toml: off"), 2),
        (ModelError("--model: off"), 2),
        (LockedError("held"), 4),
        (StoreError("full"), 5),
        (SealError("damaged"), 5),
        (KeyboardInterrupt(), 130),
    ],
)
def test_every_error_is_one_line_and_its_exit_code(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: BaseException, code: int
) -> None:
    def failing(*_: object) -> None:
        raise error

    monkeypatch.setattr(pipeline.run, "run", failing)
    result = invoke("run", "a.txt", "-o", tmp_path)
    said = str(error) if isinstance(error, CommuniqueError) else "interrupted; what the output folder held is intact"
    assert (result.exit_code, result.output) == (code, f"communique: {said}\n")


INTERRUPTIBLE = """
import signal, sys
from pipeline.cli import app
signal.signal(signal.SIGINT, signal.default_int_handler)  # a shell starts background jobs with it ignored
app(["run", "-", "--no-model", "-o", sys.argv[1]])
"""


def test_control_c_ends_a_run_in_one_line(out: Path) -> None:
    before = (out / "run.json").read_bytes()
    command = [sys.executable, "-c", INTERRUPTIBLE, str(out)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as running:  # noqa: S603
        while not (out / "documents.jsonl.new").exists():
            assert running.poll() is None
            time.sleep(0.01)
        running.send_signal(signal.SIGINT)
        assert running.wait(timeout=20) == 130
        assert running.stderr is not None
        assert running.stderr.read() == "communique: interrupted; what the output folder held is intact\n"
    assert (out / "run.json").read_bytes() == before
    assert not (out / "documents.jsonl.new").exists()


def test_a_held_folder_is_told(out: Path, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(build.TEXT, encoding="utf-8")
    with locked(out):
        result = invoke("run", tmp_path / "a.txt", "-o", out, "--no-model")
    assert result.exit_code == 4
    assert f"another run (process {os.getpid()}) holds this folder" in result.stderr


@pytest.mark.parametrize("arguments", [["run"], ["show", "x"], ["export", "x"], ["schema", "--kind", "run"], ["walk"]])
def test_wrong_words_are_usage_errors(arguments: list[str]) -> None:
    assert invoke(*arguments).exit_code == 2


@pytest.mark.parametrize("command", [["verify"], ["show", "a"], ["score"], ["export", "--to", "there"], ["find", "a"]])
def test_a_folder_without_a_data_set_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, command: list[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("empty").mkdir()
    Path("gold.json").write_text("{}")
    name, *rest = command
    result = invoke(name, *([tmp_path] if name == "score" else []), "empty", *rest)
    assert result.exit_code == 5
    assert result.stderr.startswith("communique: empty: ")
    assert len(result.stderr.splitlines()) == 1


def test_verify(out: Path) -> None:
    assert (invoke("verify", out).exit_code, invoke("verify", out).stdout) == (0, f"{out}: sound\n")
    next((out / "archive").iterdir()).unlink()
    result = invoke("verify", out)
    assert result.exit_code == 3
    assert "is missing" in result.stdout


def test_schema_is_json() -> None:
    assert json.loads(invoke("schema").stdout)["title"] == "Record"
    assert json.loads(invoke("schema", "--kind", "document").stdout)["title"] == "Document"


def test_export(out: Path, tmp_path: Path) -> None:
    result = invoke("export", out, "--format", "csv", "--to", tmp_path / "tables")
    assert result.exit_code == 0
    assert {path.stem for path in (tmp_path / "tables").iterdir()} == {"codebook", *TABLES} - {"decisions"}
    assert f"{tmp_path / 'tables' / 'memberships.csv'}: 3 rows" in result.stdout


def test_show(out: Path) -> None:
    result = invoke("show", out, "a")
    assert result.exit_code == 0
    assert "[official: Li Na]" in result.stdout


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device that is always full here")
@pytest.mark.parametrize("arguments", [["schema"], ["show", "OUT", "a"]])
def test_a_full_disk_behind_standard_output_is_one_line(out: Path, arguments: list[str]) -> None:
    command = [sys.executable, "-m", "pipeline", *(str(out) if word == "OUT" else word for word in arguments)]
    with Path("/dev/full").open("w") as full:
        ended = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, text=True, check=False)  # noqa: S603
    assert ended.returncode == 5
    assert ended.stderr.startswith("communique: standard output: ")
    assert len(ended.stderr.splitlines()) == 1


def test_a_terminal_that_knows_only_ascii_is_no_obstacle(tmp_path: Path) -> None:
    build.write(tmp_path, build.document("学校.txt"))
    command = [sys.executable, "-m", "pipeline", "show", str(tmp_path), "学校.txt"]
    plain = {**os.environ, "PYTHONIOENCODING": "ascii"}
    ended = subprocess.run(command, capture_output=True, text=True, check=False, env=plain)  # noqa: S603
    assert (ended.returncode, ended.stderr) == (0, "")


def test_score(out: Path, tmp_path: Path) -> None:
    gold = {"groups": [], "officials": [], "dates": [], "counts": [], "policies": ["Group Measures", "Unheard of"]}
    (tmp_path / "a.json").write_text(json.dumps(gold))
    assert "policy       1.000   0.500   0.667      2      0" in invoke("score", tmp_path, out).stdout
    assert "a\tpolicy\tmissed\tUnheard of\t-\t-" in invoke("score", tmp_path, out, "--errors").stdout
    assert json.loads(invoke("score", tmp_path, out, "--json").stdout)["policy"] == {"p": 1.0, "r": 0.5, "f1": 0.6667}
    unknown = invoke("score", tmp_path, out, "--only", "a", "--only", "b")
    assert unknown.exit_code == 2
    assert "holds no gold for b" in unknown.stderr


def test_many_documents_are_counted_and_not_all_listed(tmp_path: Path) -> None:
    from pipeline.closing import documents_table, last_line
    from pipeline.outcome import ROWS

    outcome = build.publish(
        [build.done(build.document(f"{number}.txt", str(number)), []) for number in range(ROWS + 5)],
        tmp_path,
    )
    assert documents_table(outcome).row_count == ROWS + 2
    assert last_line(outcome, Path("out")) == "45 documents, 0 records: out"
