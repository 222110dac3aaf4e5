"""The command `presscheck`: finds the command that is meant, runs it, and turns what goes wrong into an exit code."""

from __future__ import annotations

import errno
import importlib
import sys
from collections.abc import Sequence

import click

from .commands import COMMANDS
from .errors import OutputError, PresscheckError
from .terminal import ReaderGone, fall_silent, finish, say, unwritten

CLEAN, FINDINGS, MISTAKE, CRASH, INTERRUPTED = 0, 1, 2, 3, 130
BROKEN_PIPE = 141
"""What a shell reports for a program whose reader went away (128 + SIGPIPE): the report is not whole, so it is not 0."""
_NO_ROOM = {errno.ENOSPC, errno.EIO, errno.EFBIG, getattr(errno, "EDQUOT", errno.ENOSPC)}


class Commands(click.Group):
    """The group whose commands are imported when they are called."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """All commands, in the order of the table."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of a name, None for one that there isn't."""
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = importlib.import_module(f".commands.{COMMANDS[cmd_name][0]}", __package__).command
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The table of commands, without importing them."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, text) for name, (_, text) in COMMANDS.items()])


@click.group(
    cls=Commands,
    context_settings={"help_option_names": ["-h", "--help"]},
    epilog="`presscheck PATH...` is short for `presscheck check PATH...`; write ./rules for a folder that is called like a command.",
)
@click.version_option(package_name="presscheck", prog_name="presscheck")
def group() -> None:
    """Find misspelled names, garbled translation, web boilerplate and grammar mistakes in text that is about to be published."""


def with_command(arguments: Sequence[str]) -> list[str]:
    """The arguments with `check` put before them when their first word is no command."""
    first = arguments[0] if arguments else ""
    if first in COMMANDS or first in ("-h", "--help", "--version"):
        return list(arguments)
    return ["check", *arguments]


def run(arguments: Sequence[str]) -> int:
    """Run one command line and return its exit code. Prints, but does not exit."""
    try:
        code = group.main(with_command(arguments), prog_name="presscheck", standalone_mode=False)
        finish()
        return code if isinstance(code, int) else CLEAN
    except OutputError as error:
        fall_silent()
        say(f"presscheck: error: {error}")
        return MISTAKE
    except PresscheckError as error:
        say(f"presscheck: error: {error}")
        return MISTAKE
    except click.ClickException as error:
        error.show()
        return MISTAKE
    except (ReaderGone, BrokenPipeError):
        fall_silent()
        return BROKEN_PIPE
    except (KeyboardInterrupt, click.Abort):
        say("presscheck: interrupted")
        return INTERRUPTED
    except Exception as error:  # noqa: BLE001 whatever is left is our fault, and says what to report
        if isinstance(error, OSError) and error.errno in _NO_ROOM and error.filename is None:
            fall_silent()  # click writes its help without us
            say(f"presscheck: error: {unwritten(error)}")
            return MISTAKE
        import traceback

        from .version import about

        say(traceback.format_exc().rstrip())
        say(f"presscheck: this is a bug in presscheck ({about()}). Please report it with the lines above and the text that shows it.")
        return CRASH


def main() -> None:
    """Entry point of the command."""
    sys.exit(run(sys.argv[1:]))


if __name__ == "__main__":
    main()
