"""Every error that a user can meet, one tree::

    CommuniqueError                 exit code   what went wrong
    ├── UsageError                  2           the command's own words are off
    │   ├── LexiconError            2           a lexicon file that cannot be used
    │   ├── ModelError              2           the spaCy model is to be asked, and is not there
    │   └── SourceListError         2           a source list that cannot be used
    ├── InputError                  1           one input failed; the others are still done
    │   ├── MissingInput                        no such file or folder
    │   ├── EmptyInput                          nothing in it
    │   ├── BinaryInput                         not text
    │   ├── OversizedInput                      more bytes than the limit
    │   ├── UndecodableInput                    an unknown or wrong charset
    │   ├── EncryptedInput                      a PDF or Office file that asks for a password
    │   ├── ScannedInput                        a PDF of pictures, without text
    │   ├── OldOfficeInput                      a .doc, .xls or .ppt file
    │   ├── UnreadableInput                     no article, a bad manifest line, no permission
    │   ├── FetchError                          a URL that did not answer
    │   ├── ForbiddenAddress                    a URL whose address is not public
    │   └── ListingError                        an answer that is not the feed, sitemap or listing it should be
    ├── ExecutorError               5           the processes that should do the work cannot
    ├── LockedError                 4           another run holds the output folder
    └── StoreError                  5           output cannot be read or written
        └── SealError               5           a data set that does not match its seal

Every message names the input, says what is wrong and what to do next.
"""

from __future__ import annotations

from collections.abc import Callable


class CommuniqueError(Exception):
    """The root: a clear line for the user, never a traceback. ``exit_code`` is what the command ends with."""

    exit_code = 1


class UsageError(CommuniqueError):
    """The command's own words are off."""

    exit_code = 2


class LexiconError(UsageError):
    """A lexicon file that cannot be used."""


class ModelError(UsageError):
    """The spaCy model is to be asked, and cannot be loaded."""


class SourceListError(UsageError):
    """A source list that cannot be used."""


class InputError(CommuniqueError):
    """One input failed; the others are still done.

    ``name`` is the input as the user knows it, ``problem`` what is wrong with it, ``remedy`` what to do next.
    """

    def __init__(self, name: str, problem: str, remedy: str) -> None:
        super().__init__(f"{name}: {problem}; {remedy}")
        self.name = name
        self.problem = problem
        self.remedy = remedy

    def __reduce__(self) -> tuple[Callable[..., InputError], tuple[type[InputError], str, str, str]]:
        """As another process takes it, whatever a kind of error is made from."""
        return _again, (type(self), self.name, self.problem, self.remedy)


def _again(kind: type[InputError], name: str, problem: str, remedy: str) -> InputError:
    error = kind.__new__(kind)
    InputError.__init__(error, name, problem, remedy)
    return error


class MissingInput(InputError):
    """No such file or folder."""


class EmptyInput(InputError):
    """Nothing in it."""


class BinaryInput(InputError):
    """Not text."""


class OversizedInput(InputError):
    """More bytes than the limit."""


class UndecodableInput(InputError):
    """An unknown or wrong charset."""


class EncryptedInput(InputError):
    """A PDF or Office file that asks for a password."""


class ScannedInput(InputError):
    """A PDF of pictures, without text."""


class OldOfficeInput(InputError):
    """A .doc, .xls or .ppt file."""


class UnreadableInput(InputError):
    """No article in it, a bad manifest line, no permission."""


class FetchError(InputError):
    """A URL that did not answer as it should."""


class ForbiddenAddress(InputError):
    """A URL whose address is not public."""


class ListingError(InputError):
    """An answer that is not the feed, sitemap or listing it should be."""


class ExecutorError(CommuniqueError):
    """The processes that should do the work cannot."""

    exit_code = 5


class LockedError(CommuniqueError):
    """Another run holds the output folder."""

    exit_code = 4


class StoreError(CommuniqueError):
    """Output cannot be read or written."""

    exit_code = 5


class SealError(StoreError):
    """A data set that does not match its seal."""
