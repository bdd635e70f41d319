"""The command itself: how its errors end, and the words that several of its commands share."""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from io import TextIOWrapper
from pathlib import Path
from typing import Annotated, Any

import typer
from typer.core import TyperGroup

from pipeline.errors import CommuniqueError
from pipeline.harmless import harmless

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
