"""Plain text: line ends become \\n, and everything else stays where it is."""

from __future__ import annotations

import pytest

from lint.document import Segment
from lint.formats import from_text


@pytest.mark.parametrize(
    ("source", "prose", "segments"),
    [
        ("", "", ()),
        ("one\ntwo\n", "one\ntwo\n", (Segment(0, 8, 0, 8),)),
        ("a\r\nb", "a\nb", (Segment(0, 1, 0, 1), Segment(1, 1, 1, 2), Segment(2, 1, 3, 1))),
        ("a\rb", "a\nb", (Segment(0, 1, 0, 1), Segment(1, 1, 1, 1), Segment(2, 1, 2, 1))),
        ("\r\n\r", "\n\n", (Segment(0, 1, 0, 2), Segment(1, 1, 2, 1))),
        ("\n\r\n", "\n\n", (Segment(0, 1, 0, 1), Segment(1, 1, 1, 2))),
        ("  kept  \tas is\x0b\u2028", "  kept  \tas is\x0b\u2028", (Segment(0, 16, 0, 16),)),
    ],
)
def test_line_ends(source: str, prose: str, segments: tuple[Segment, ...]) -> None:
    document = from_text(source)
    assert (document.prose, document.segments) == (prose, segments)


def test_front_matter_is_markdowns() -> None:
    document = from_text("---\nlang: fr\n---\nText\n")
    assert (document.prose, document.language, document.date) == ("---\nlang: fr\n---\nText\n", None, None)
