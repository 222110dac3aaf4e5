"""The commands of the command line: a table of names and one module per entry; a module has `command`, a click command or group."""

from __future__ import annotations

COMMANDS = {
    "check": ("check", "Check texts (the command may be left out)."),
    "explain": ("explain", "Say what a rule is about, with examples."),
    "rules": ("rules", "List rules, test a folder of your own, begin a new one."),
    "known": ("known", "Keep the file of findings that are known."),
    "config": ("settings", "Print every setting and where it came from."),
    "gazetteer": ("gazetteer", "Build, describe or ask the index of names."),
    "boilerplate": ("boilerplate", "Learn what a site leaves in its texts."),
    "languagetool": ("languagetool", "Install, ask after or stop the better grammar engine."),
}
"""Command -> module and one line of help, so that `--help` imports none of the modules."""
