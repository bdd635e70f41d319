"""The repository as a whole: what is documented, pinned, and fit to be seen by others."""

from __future__ import annotations

import ast
import re
import shutil
import subprocess
import tomllib
from pathlib import Path
from typing import Any

import pytest
import typer
from click import Group

from pipeline.cli import app
from pipeline.extraction import Lexicon
from pipeline.manifest import FACTS, PLACES

ROOT = Path(__file__).parent.parent
PACKAGES = ("extractors", "pipeline", "benchmarks")
LOCKS = ("requirements.lock", "requirements-pip.lock")
README = (ROOT / "README.md").read_text(encoding="utf-8")
PROJECT: dict[str, Any] = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]

PIN = re.compile(
    r"^([A-Za-z0-9][\w.-]*)==(\S+)(?: ; .+?)? \\(?:\n    --hash=sha256:[0-9a-f]{64}(?: \\)?)+\n?", re.MULTILINE
)
INDEX = re.compile(r"--(?:extra-)?index-url|--find-links|--trusted-host|https?://|file://|(?<!\w)@ ")
PRIVATE = re.compile(
    r"(?<![\w.~])/(?:root|home/\w+|Users/\w+|work/\w+)\b"  # somebody's machine
    r"|\b(?:files\.)?python" + r"hosted\.org|\b(?:test\.)?pypi" + r"\.org|registry\.npm" + r"js\.org"
    r"|PIP_(?:EXTRA_)?INDEX_URL"
)


def commands() -> dict[str, Any]:
    group = typer.main.get_command(app)
    assert isinstance(group, Group)
    return group.commands


def section(title: str) -> str:
    """The README's text below a heading, as far as the next one of its rank."""
    found = re.search(rf"^(#+) {re.escape(title)}\n(.*?)(?=^#{{1,3}} |\Z)", README, re.MULTILINE | re.DOTALL)
    assert found, f"README.md has no heading {title!r}"
    return found[2]


def tracked() -> list[Path]:
    git = shutil.which("git")
    if git is None or not (ROOT / ".git").exists():
        pytest.skip("no git checkout")
    said = subprocess.run([git, "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True, text=True)  # noqa: S603
    return [ROOT / name for name in said.stdout.split("\0") if name and (ROOT / name).is_file()]


@pytest.mark.parametrize("command", commands())
def test_the_readme_documents_every_command_with_every_option(command: str) -> None:
    text = section(f"`communique {command}`")
    options = [
        name for parameter in commands()[command].params for name in (*parameter.opts, *parameter.secondary_opts)
    ]
    missing = [name for name in options if name.startswith("-") and f"`{name}" not in text and f" {name}`" not in text]
    assert missing == [], f"README.md, communique {command}"


@pytest.mark.parametrize("column", [*PLACES, *FACTS])
def test_the_readme_documents_every_column_of_a_manifest(column: str) -> None:
    assert f"`{column}`" in section("Manifests")


@pytest.mark.parametrize("words", Lexicon.model_fields)
def test_the_readme_documents_every_list_of_a_lexicon(words: str) -> None:
    assert f"`{words}`" in section("Lexicons")


@pytest.mark.parametrize("code", [0, 1, 2, 3, 4, 5, 130])
def test_the_readme_documents_every_exit_code(code: int) -> None:
    assert f"| {code} |" in section("Exit codes")


def test_every_file_that_the_readme_links_to_is_there() -> None:
    links = re.findall(r"\]\((?!https?://|#)([^)#]+)", README)
    assert links
    assert [link for link in links if not (ROOT / link).exists()] == []


def test_the_changelog_has_this_version() -> None:
    assert f"## [{PROJECT['version']}]" in (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")


def test_no_tracked_file_names_a_machine_or_a_registry() -> None:
    found = []
    for path in tracked():
        try:
            lines = path.read_text(encoding="utf-8").splitlines()
        except UnicodeDecodeError:
            continue
        hits = [(number, PRIVATE.search(line)) for number, line in enumerate(lines, 1)]
        found += [f"{path.relative_to(ROOT)}:{number}: {hit.group()}" for number, hit in hits if hit]
    assert [each for each in found if not each.startswith("tests/test_repository.py:")] == []


@pytest.mark.parametrize("name", LOCKS)
def test_a_lock_file_pins_with_hashes_and_names_no_index(name: str) -> None:
    content = (ROOT / name).read_text(encoding="utf-8")
    body = "".join(line for line in content.splitlines(keepends=True) if not line.startswith("#"))
    assert PIN.sub("", body) == "", f"{name}: lines that are no pin with hashes"
    assert INDEX.search(body) is None


def test_the_lock_file_has_every_dependency() -> None:
    pinned = {match[1] for match in PIN.finditer((ROOT / "requirements.lock").read_text(encoding="utf-8"))}
    wanted = [*PROJECT["dependencies"], *PROJECT["optional-dependencies"]["dev"]]
    names = {re.split(r"[<>=!~;\[ ]", requirement)[0].lower().replace("_", "-") for requirement in wanted}
    assert names - pinned == set(), "run `make lock`"


def test_every_public_module_has_a_docstring() -> None:
    modules = [path for package in PACKAGES for path in sorted((ROOT / package).rglob("*.py"))]
    public = [path for path in modules if not path.name.startswith("_") or path.name in {"__init__.py", "__main__.py"}]
    assert len(public) > len(PACKAGES)
    silent = [path for path in public if not ast.get_docstring(ast.parse(path.read_text(encoding="utf-8")))]
    assert [str(path.relative_to(ROOT)) for path in silent] == []


def test_no_module_is_a_drawer() -> None:
    drawers = {"utils", "helpers", "misc", "common", "manager", "util", "helper"}
    modules = [path for package in (*PACKAGES, "tests") for path in (ROOT / package).rglob("*.py")]
    assert [str(path.relative_to(ROOT)) for path in modules if drawers & {path.stem, path.parent.name}] == []


def test_what_the_readme_shows_is_what_comes_out() -> None:
    """The first screen: its input stands in the corpus, and its records are found in it."""
    from pipeline import extract

    shown = re.search(r"<!-- in: (\S+) -->\n+((?:> .*\n)+)", README)
    assert shown
    quoted = " ".join(line.removeprefix("> ") for line in shown[2].splitlines())
    document = (ROOT / shown[1]).read_text(encoding="utf-8")
    assert quoted in document
    rows = [tuple(cell.strip() for cell in row.strip("|").split("|")) for row in section_rows()]
    found = {row for record in extract(document) for row in told(record.model_dump(), document)}
    assert [row for row in rows if row not in found] == []


def section_rows() -> list[str]:
    table = re.search(r"<!-- out -->\n+(?:\|.*\n){2}((?:\|.*\n)+)", README)
    assert table
    return table[1].splitlines()


def told(record: dict[str, Any], text: str) -> list[tuple[str, ...]]:
    """A record as the rows of the README's table: kind, statement, value, quote with its offsets."""
    rows = []

    def add(what: str, said: str, field: dict[str, Any]) -> None:
        start, end = field["source"]["start"], field["source"]["end"]
        rows.append((what, said, f"“{text[start:end]}” {start}–{end}"))

    match record["kind"]:
        case "group":
            name = record["name"]["value"]
            add("group", name, record["name"])
            for role in ("leader", "member"):
                for field in record[f"{role}s"]:
                    add(role, f"{field['value']} → {name}", field)
        case "official":
            for position in record["positions"]:
                organisation = f", {position['organisation']['value']}" if position["organisation"] else ""
                add(
                    "official",
                    f"{record['name']['value']}: {position['title']['value']}{organisation}",
                    position["title"],
                )
        case "date":
            add("date", record["value"], record["text"])
        case "count":
            unit = record["unit"]["value"] if record["unit"] else record["measure"]
            add("count", f"{record['value']} {unit}", record["text"])
        case "policy":
            add("policy", record["title"]["value"], record["title"])
    return rows
