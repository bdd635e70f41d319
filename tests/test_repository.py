"""The repository as a whole: what is documented, pinned, and fit to be seen by others."""

from __future__ import annotations

import ast
import json
import re
import shutil
import subprocess
import tomllib
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import typer
from typer.core import TyperGroup

from pipeline.cli import app
from pipeline.export.columns import cells
from pipeline.export.exporting import Whole, all_rows, links_of
from pipeline.export.tables import columns
from pipeline.extraction import Extraction
from pipeline.inputs import Input
from pipeline.inputs.rows import KNOWN as COLUMNS
from pipeline.lexicon import Lexicon
from pipeline.read import read
from pipeline.records import Document, Record, named_fields
from pipeline.run import Settings, run
from tests.pipeline import build

ROOT = Path(__file__).parent.parent
PACKAGES = ("extractors", "pipeline", "benchmarks", "lexicons")
LOCKS = ("requirements.lock", "requirements-pip.lock")
README = (ROOT / "README.md").read_text(encoding="utf-8")
MANUAL = "docs/commands.md"
PAGES = [page for place in ("", "docs", "benchmarks", "lexicons") for page in sorted((ROOT / place).glob("*.md"))]
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
    assert isinstance(group, TyperGroup)
    return dict(group.commands)


def section(page: str, title: str) -> str:
    """A page's text below a heading, as far as the next one."""
    text = (ROOT / page).read_text(encoding="utf-8")
    found = re.search(rf"^#+ {re.escape(title)}\n(.*?)(?=^#{{1,3}} |\Z)", text, re.MULTILINE | re.DOTALL)
    assert found, f"{page} has no heading {title!r}"
    return found[1]


def tracked() -> list[Path]:
    git = shutil.which("git")
    if git is None or not (ROOT / ".git").exists():
        pytest.skip("no git checkout")
    said = subprocess.run([git, "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True, text=True)  # noqa: S603
    return [ROOT / name for name in said.stdout.split("\0") if name and (ROOT / name).is_file()]


@pytest.mark.parametrize("command", commands())
def test_the_manual_has_every_command_with_every_option(command: str) -> None:
    text = section(MANUAL, f"`communique {command}`")
    own = commands()[command]
    parameters = [each for part in (own, *getattr(own, "commands", {}).values()) for each in part.params]
    options = [name for parameter in parameters for name in (*parameter.opts, *parameter.secondary_opts)]
    missing = [name for name in options if name.startswith("-") and f"`{name}`" not in text]
    assert missing == []
    assert f"`communique {command}" in section("README.md", "Commands")


@pytest.mark.parametrize("column", COLUMNS)
def test_the_columns_of_a_manifest_are_documented(column: str) -> None:
    assert f"`{column}`" in section("docs/inputs.md", "Manifests")


@pytest.mark.parametrize("words", Lexicon.model_fields)
def test_the_manual_has_every_list_of_a_lexicon(words: str) -> None:
    assert f"`{words}`" in section(MANUAL, "Lexicons")


@pytest.mark.parametrize("code", [0, 1, 2, 3, 4, 5, 130])
def test_the_manual_has_every_exit_code(code: int) -> None:
    assert f"| {code} |" in section(MANUAL, "Exit codes")


def anchors(page: Path) -> set[str]:
    """What the headings of a page are linked by."""
    titles = re.findall(r"^#+ (.+)$", page.read_text(encoding="utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", title.lower()).replace(" ", "-") for title in titles}


@pytest.mark.parametrize("page", PAGES, ids=[str(page.relative_to(ROOT)) for page in PAGES])
def test_what_a_page_links_to_is_there(page: Path) -> None:
    lost = []
    for name, anchor in re.findall(r"\]\((?!https?://)([^)#\s]*)(?:#([^)\s]+))?\)", page.read_text(encoding="utf-8")):
        target = page.parent / name if name else page
        if not target.exists() or (anchor and anchor not in anchors(target)):
            lost.append(f"{name}#{anchor}")
    assert lost == []


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


def test_the_readme_quotes_its_input_from_the_corpus() -> None:
    document, quoted = shown_input()
    text = document.read_text(encoding="utf-8")
    assert [part for part in quoted.split("\n[…]\n") if part not in text] == []


@pytest.mark.parametrize("name", ["memberships", "counts", "officials"])
def test_the_readme_shows_rows_that_come_out(name: str) -> None:
    document, _ = shown_input()
    whole = Whole([build.unreviewed(*extracted(document))])
    found = [
        {column: "" if cell is None else str(cell) for column, cell in zip(columns(type(row)), cells(row), strict=True)}
        for table, row in all_rows(whole, links_of(whole))
        if table == name
    ]
    table = re.search(rf"<!-- out: {name} -->\n(.+)\n.+\n((?:\|.+\n)+)", README)
    assert table
    header = table_cells(table[1])
    shown = [dict(zip(header, table_cells(line), strict=True)) for line in table[2].splitlines()]
    assert [row for row in shown if not any(row.items() <= each.items() for each in found)] == []


def test_the_readme_shows_a_field_that_comes_out() -> None:
    document, _ = shown_input()
    found = [field.model_dump(mode="json") for record in extracted(document)[1] for _, field in named_fields(record)]
    shown = re.search(r"```json\n(.+?)```", README, re.DOTALL)
    assert shown
    assert json.loads(shown[1]) in found


def shown_input() -> tuple[Path, str]:
    shown = re.search(r"<!-- in: (\S+) -->\n```text\n(.+?)\n```", README, re.DOTALL)
    assert shown
    return ROOT / shown[1], shown[2]


@cache
def extracted(path: Path) -> tuple[Document, list[Record]]:
    document = read(Input(path.name, path.read_bytes(), "text/plain")).document
    return document, Extraction(model=False).records(document)


def table_cells(line: str) -> list[str]:
    return [cell.strip() for cell in line.strip().removeprefix("|").removesuffix("|").split("|")]


def test_the_code_of_the_page_for_notebooks_runs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    page = "docs/notebook.md"
    text = (ROOT / page).read_text("utf-8")
    document, _ = shown_input()
    run([str(document)], tmp_path / "outputs", Settings())
    monkeypatch.chdir(tmp_path)
    code = "\n".join(re.findall(r"```python\n(.*?)```", text, flags=re.DOTALL))
    found: dict[str, object] = {}
    exec(compile(code, page, "exec"), found)  # noqa: S102
    assert "official.name" in str(found["markup"])
    assert found["members"]
    assert found["frames"]
