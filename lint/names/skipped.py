"""What an importer leaves out, counted by reason, so that a command can say it."""

from __future__ import annotations

from collections import Counter


class Skipped(Counter[str]):
    """Reason -> how often. A reason names things in the plural: `other forms in another script`."""

    def note(self) -> str | None:
        """One line, the commonest reason first: `left out: names in another script (1,212), redirects (1)`; None when nothing was."""
        ordered = sorted(self.items(), key=lambda item: (-item[1], item[0]))
        return f"left out: {', '.join(f'{reason} ({count:,})' for reason, count in ordered)}" if ordered else None
