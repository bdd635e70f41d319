"""Commands that take announcements in: from files, from addresses, from sources."""

from __future__ import annotations

import os
import sys
from datetime import datetime
from pathlib import Path
from typing import Annotated, Literal

import typer

from pipeline.cli.app import app

Lexicon = Annotated[Path | None, typer.Option(help="A TOML file that adds titles, labels and institution words.")]
AskModel = Annotated[bool, typer.Option("--model/--no-model", help="Ask spaCy about what the rules leave open.")]
Jobs = Annotated[
    int | None,
    typer.Option("--jobs", "-j", min=1, help="Processes that share the work; all processors if left out."),
]
RelevantOnly = Annotated[
    bool, typer.Option("--relevant-only", help="Pass over documents without a word of a group or a policy.")
]
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
            help="Files, folders, URLs, tables (CSV, JSON Lines, Parquet), WARC, ZIP, tar, or - for standard input.",
        ),
    ],
    out: Annotated[Path, typer.Option("--out", "-o", help="The folder to write to; its data set is replaced.")] = Path(
        "outputs"
    ),
    lexicon: Lexicon = None,
    model: AskModel = False,
    jobs: Jobs = None,
    relevant_only: RelevantOnly = False,
    cluster: Annotated[
        str | None, typer.Option(metavar="ADDRESS", help="Work on a Dask cluster: tcp://HOST:PORT, or local:N workers.")
    ] = None,
    shards: Annotated[
        Literal["parquet"] | None, typer.Option(help="Write the data set as shards of Parquet, in OUT/shards.")
    ] = None,
) -> None:
    """Take announcements in and write the data set with their groups, officials, dates, counts and policies."""
    from rich.console import Console

    from pipeline import closing
    from pipeline.progress import watching
    from pipeline.run import Settings
    from pipeline.run import run as whole_run

    with watching() as watch:
        settings = Settings(lexicon, model, relevant_only)
        outcome = whole_run(inputs, out, settings, watch, sys.stdin.buffer, jobs or processors(), cluster, shards)
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
    relevant_only: RelevantOnly = False,
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
        night = job.sync(listed, out, Settings(lexicon, model, relevant_only), wishes, watch=watch)
    for trouble in closing.troubles(night):
        typer.echo(trouble, err=True)
    typer.echo(closing.last_line(night, out))
    raise typer.Exit(night.exit_code)


def processors() -> int:
    """How many processors this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


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
