"""The command line: options and words. What a command needs is imported when it runs, so that ``--help`` is quick."""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from datetime import datetime
from io import TextIOWrapper
from pathlib import Path
from typing import Annotated, Any, Literal

import typer
from typer.core import TyperGroup

from pipeline.errors import CommuniqueError
from pipeline.harmless import harmless

GATE_FAILED = 3
CANNOT_WRITE = 5
INTERRUPTED = 130


class Commands(TyperGroup):
    """Every error that a user can meet ends in one line and its exit code."""

    def invoke(self, ctx: Any) -> Any:
        """Run the command; raise typer.Exit with the code of what went wrong."""
        for stream in (sys.stdout, sys.stderr):
            if isinstance(stream, TextIOWrapper):
                stream.reconfigure(errors="backslashreplace")
        try:
            done = super().invoke(ctx)
            sys.stdout.flush()
            return done
        except BrokenPipeError:
            raise
        except OSError as error:
            give_up_output()
            typer.echo(f"communique: standard output: {error.strerror}; free space there and run again", err=True)
            raise typer.Exit(CANNOT_WRITE) from error
        except CommuniqueError as error:
            typer.echo(f"communique: {harmless(str(error))}", err=True)
            raise typer.Exit(error.exit_code) from error
        except KeyboardInterrupt as error:
            typer.echo("communique: interrupted; what the output folder held is intact", err=True)
            raise typer.Exit(INTERRUPTED) from error


def give_up_output() -> None:
    """Send what is still waiting for a full disk nowhere, or Python complains of it once more as it ends."""
    with suppress(OSError, ValueError), open(os.devnull, "w") as nowhere:
        os.dup2(nowhere.fileno(), sys.stdout.fileno())


app = typer.Typer(
    cls=Commands,
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    add_completion=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)

Least = Annotated[
    float, typer.Option("--min-confidence", min=0, max=1, help="Leave out what is less sure than this; 0 to 1.")
]
Folder = Annotated[Path, typer.Argument(metavar="OUT", help="The folder that a run wrote to.")]


def print_version(asked: bool) -> None:
    """Print the version and stop."""
    if asked:
        from importlib.metadata import version

        typer.echo(f"communique {version('communique')}")
        raise typer.Exit


@app.callback()
def communique(
    version: Annotated[
        bool, typer.Option("--version", callback=print_version, is_eager=True, help="Print the version and stop.")
    ] = False,
) -> None:
    """Turn news and policy announcements into a data set in which every value leads to the sentence that states it."""


Lexicon = Annotated[Path | None, typer.Option(help="A TOML file that adds titles, labels and institution words.")]
AskModel = Annotated[bool, typer.Option("--model/--no-model", help="Ask spaCy about what the rules leave open.")]
Contact = Annotated[
    str | None,
    typer.Option(help="An address or page of yours; sites see it in the User-Agent.", envvar="COMMUNIQUE_CONTACT"),
]
SourceList = Annotated[Path, typer.Argument(metavar="[SOURCES.toml]", help="The list of sources.")]
Only = Annotated[list[str] | None, typer.Option(metavar="NAME", help="This source only; may be repeated.")]


@app.command()
def run(
    inputs: Annotated[
        list[str],
        typer.Argument(
            metavar="INPUT…",
            help="Files, folders, URLs, manifests (CSV, JSON Lines), WARC archives, or - for standard input.",
        ),
    ],
    out: Annotated[Path, typer.Option("--out", "-o", help="The folder to write to; its data set is replaced.")] = Path(
        "outputs"
    ),
    lexicon: Lexicon = None,
    model: AskModel = False,
) -> None:
    """Take announcements in and write the data set with their groups, officials, dates, counts and policies."""
    from rich.console import Console

    from pipeline import closing
    from pipeline.progress import watching
    from pipeline.run import Settings
    from pipeline.run import run as whole_run

    with watching() as watch:
        outcome = whole_run(inputs, out, Settings(lexicon, model), watch, sys.stdin.buffer)
    if outcome.documents:
        Console().print(closing.documents_table(outcome))
    for trouble in closing.troubles(outcome):
        typer.echo(trouble, err=True)
    typer.echo(closing.last_line(outcome, out), err=not outcome.published)
    raise typer.Exit(outcome.exit_code)


@app.command()
def sync(
    sources: SourceList = Path("sources.toml"),
    out: Annotated[Path, typer.Option("--out", "-o", help="The folder to write to; its data set is added to.")] = Path(
        "outputs"
    ),
    only: Only = None,
    since: Annotated[
        datetime | None, typer.Option(formats=["%Y-%m-%d"], help="Leave out what is known to be older than this day.")
    ] = None,
    limit: Annotated[int | None, typer.Option(min=0, help="Fetch at most so many pages; the others wait.")] = None,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Ask the sources, list what is due, keep nothing.")
    ] = False,
    contact: Contact = None,
    lexicon: Lexicon = None,
    model: AskModel = False,
) -> None:
    """Ask the sources, fetch and archive what is new or due, and add it to the data set; made to run every night."""
    from pipeline.progress import watching
    from pipeline.run import Settings
    from pipeline.sources import read_sources
    from pipeline.sync import closing, job

    listed = read_sources(sources)
    wishes = job.Wishes(tuple(only or ()), since.date() if since else None, limit, contact)
    if dry_run:
        with job.rehearsal(listed, out, wishes) as (asked, due):
            for line in (*closing.sources(asked), *closing.due(due)):
                typer.echo(line)
        raise typer.Exit(1 if any(each.problem for each in asked) else 0)
    with watching() as watch:
        night = job.sync(listed, out, Settings(lexicon, model), wishes, watch=watch)
    for trouble in closing.troubles(night):
        typer.echo(trouble, err=True)
    typer.echo(closing.last_line(night, out))
    raise typer.Exit(night.exit_code)


sources = typer.Typer(no_args_is_help=True, help="Look at a list of sources.", rich_markup_mode=None)
app.add_typer(sources, name="sources")


@sources.command("check")
def check_sources(sources: SourceList = Path("sources.toml"), only: Only = None, contact: Contact = None) -> None:
    """Ask each source once and say what it would take in; nothing is kept."""
    from tempfile import TemporaryDirectory

    from pipeline.sources import read_sources
    from pipeline.sync import closing, job

    listed, wishes = read_sources(sources), job.Wishes(tuple(only or ()), contact=contact)
    with (
        TemporaryDirectory() as nowhere,
        job.rehearsal(listed, Path(nowhere), wishes) as (asked, _),
    ):
        for line in closing.sources(asked):
            typer.echo(line)
    raise typer.Exit(1 if any(each.problem for each in asked) else 0)


@app.command()
def score(
    gold: Annotated[Path, typer.Argument(metavar="GOLD", help="A folder of gold files, NAME.json each.")],
    out: Folder,
    errors: Annotated[bool, typer.Option("--errors", help="List every miss and extra with rule and sentence.")] = False,
    json: Annotated[bool, typer.Option("--json", help="Print one JSON object.")] = False,
    only: Annotated[
        list[str] | None, typer.Option(metavar="ID", help="Score this document only; may be repeated.")
    ] = None,
    least: Least = 0,
) -> None:
    """Compare a data set with gold: precision, recall and F1 of each kind."""
    from pipeline.score import report

    result = report.score_folder(gold, out, only or (), least)
    if json:
        typer.echo(report.as_json(result))
        return
    if errors:
        for difference in report.differences(result):
            typer.echo(difference)
    typer.echo(report.table(result))


@app.command()
def show(
    out: Folder,
    document: Annotated[str, typer.Argument(metavar="DOCUMENT", help="Its id or source, or how one of them begins.")],
) -> None:
    """Print a document with its records marked in the text."""
    from rich.console import Console

    from pipeline.show import find
    from pipeline.show import show as show_document
    from pipeline.store.dataset import opened

    with opened(out) as dataset:
        show_document(Console(), *find(dataset, document))


@app.command()
def verify(out: Folder) -> None:
    """Check seal, archive and the place of every value; exit code 3 when something is wrong."""
    from pipeline.store.verify import findings

    found = 0
    for finding in findings(out):
        found += 1
        typer.echo(harmless(finding))
    if found:
        typer.echo(f"{out}: {found} findings", err=True)
        raise typer.Exit(GATE_FAILED)
    typer.echo(f"{out}: sound")


@app.command()
def schema(
    kind: Annotated[Literal["record", "document"], typer.Option(help="Which lines it describes.")] = "record",
) -> None:
    """Print the JSON Schema of records.jsonl or documents.jsonl."""
    from pipeline.schema import schema as schema_of

    typer.echo(schema_of(kind))


@app.command()
def export(
    out: Folder,
    to: Annotated[Path, typer.Option(help="The folder to write to; its former tables are replaced.")],
    form: Annotated[Literal["csv"], typer.Option("--format", help="The form of the tables.")] = "csv",
    least: Least = 0,
) -> None:
    """Write the data set as tables, each row with quote, sentence, offsets and link."""
    from pipeline.confident import confident
    from pipeline.export import csv
    from pipeline.store.dataset import opened

    with opened(out) as dataset:
        sure = ((document, tuple(confident(records, least))) for document, records in dataset.checked())
        rows = csv.export(sure, to)
    for name, number in rows.items():
        typer.echo(f"{to / name}.{form}: {number} rows")


@app.command()
def find(
    out: Folder,
    wanted: Annotated[
        list[str],
        typer.Argument(metavar="WORDS…", help='All of them; "in quotes" as a phrase, kind:group in such records.'),
    ],
    json: Annotated[bool, typer.Option("--json", help="Print one JSON object a sentence.")] = False,
    limit: Annotated[int, typer.Option(min=1, help="Show at most so many sentences, the best ones.")] = 20,
) -> None:
    """Find words and names, Chinese ones too, in sentences and records; the words are marked in each sentence."""
    from pipeline.search import listing
    from pipeline.search.hits import hits
    from pipeline.search.index import answer
    from pipeline.search.query import parsed
    from pipeline.store.dataset import opened

    query = parsed(" ".join(wanted))
    with opened(out) as dataset:
        found = answer(dataset, query, limit)
        if json:
            for hit in hits(dataset, query, found):
                typer.echo(hit.model_dump_json())
            return
        listing.show(hits(dataset, query, found), found)


@app.command()
def diff(
    old: Annotated[Path, typer.Argument(metavar="OLD", help="The folder of the former data set.")],
    new: Annotated[Path, typer.Argument(metavar="NEW", help="The folder of the later one.")],
    json: Annotated[bool, typer.Option("--json", help="Print one JSON object a change; the last one sums up.")] = False,
    to: Annotated[Path | None, typer.Option(metavar="FILE.html", help="Write it as a page to read and print.")] = None,
) -> None:
    """List what came, went and changed between two data sets, with sources; exit code 0 with or without differences."""
    from pipeline.change import journal, listing, page
    from pipeline.store.dataset import opened

    with opened(old) as former, opened(new) as later, journal.listed(former, later) as changes:
        if to:
            page.write(changes, to)
        if json:
            for line in changes.lines():
                typer.echo(line, nl=False)
            return
        if not to:
            listing.show(changes.changes())
        for said in (listing.summary_line(changes.summary), listing.unchanged_line(changes.summary.unchanged)):
            if said:
                typer.echo(said)
