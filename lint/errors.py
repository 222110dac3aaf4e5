"""The user's mistakes, as exceptions; everything else is a bug and stays a traceback.

PresscheckError          exit code 2, one message, no traceback
├── ConfigError          presscheck.yaml or a command line option is wrong
├── RuleError            a rule file or its data is wrong
├── ReadError            a text can't be read or decoded
├── GrammarError         the grammar engine that was asked for can't run
└── OutputError          what was found can't be written
"""

from __future__ import annotations

from collections.abc import Iterable


class PresscheckError(Exception):
    """A mistake that the user can mend; the message names the place and the remedy."""


class ConfigError(PresscheckError):
    """The configuration or the command line is wrong."""


class RuleError(PresscheckError):
    """A rule file or its data is wrong."""


class ReadError(PresscheckError):
    """A text can't be read or decoded."""


class GrammarError(PresscheckError):
    """The grammar engine that was asked for can't run."""


class OutputError(PresscheckError):
    """What was found can't be written: the disk is full, or the device is broken."""


def nearest(word: str, known: Iterable[str]) -> str:
    """A hint to append to a message: `; did you mean 'x'?`, or the known names when there are few, or nothing."""
    import difflib

    names = sorted(known)
    close = difflib.get_close_matches(word, names, n=1, cutoff=0.6)
    if close:
        return f"; did you mean '{close[0]}'?"
    return f"; known: {', '.join(names)}" if len(names) <= 12 else ""
