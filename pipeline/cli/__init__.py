"""The command line: options and words, one module for each group of commands.

What a command needs is imported when it runs, so that ``--help`` is quick. Commands are listed in the order of imports.
"""

from pipeline.cli.app import app

# isort: split
from pipeline.cli import taking

# isort: split
from pipeline.cli import giving

# isort: split
from pipeline.cli import reviewing

# isort: split
from pipeline.cli import comparing

__all__ = ["app", "comparing", "giving", "reviewing", "taking"]
