"""What goes along with a piece of text that is removed."""

from __future__ import annotations

import pytest

from lint.model import Span
from lint.removal import removal


def cut(marked: str) -> str:
    """The text without its [[piece]] and what goes along with it."""
    start = marked.index("[[")
    end = marked.index("]]") - 2
    source = marked.replace("[[", "").replace("]]", "")
    span = removal(source, Span(start, end))
    assert span.start <= start <= end <= span.end
    return source[: span.start] + source[span.end :]


@pytest.mark.parametrize(
    ("marked", "left"),
    [
        # a whole line goes with its line end
        ("one\n[[two]]\nthree\n", "one\nthree\n"),
        ("one\r\n[[two]]\r\nthree\r\n", "one\r\nthree\r\n"),
        ("one\r[[two]]\rthree", "one\rthree"),
        ("one\n  [[two]] \t\nthree", "one\nthree"),
        # blank lines on both sides become one
        ("one\n\n[[two]]\n\nthree", "one\n\nthree"),
        ("one\n\n[[two]]\n\n\n\nthree", "one\n\nthree"),
        ("one\r\n\r\n[[two]]\r\n \r\nthree", "one\r\n\r\nthree"),
        # a neighbour line keeps its own blank line
        ("one\n[[two]]\n\nthree", "one\n\nthree"),
        ("one\n\n[[two]]\nthree", "one\n\nthree"),
        # at the head of the text the blank lines behind go, at its end those before
        ("[[one]]\n\ntwo", "two"),
        ("[[one]]\ntwo", "two"),
        ("one\n\n[[two]]", "one\n"),
        ("one\n\n\n[[two]]\n", "one\n"),
        ("one\r\n\r\n[[two]]\r\n", "one\r\n"),
        ("one\n[[two]]\n", "one\n"),
        ("one\n[[two]]", "one\n"),
        ("one\n\n[[two]]\n \n\n", "one\n"),
        ("[[all]]", ""),
        # several lines
        ("one\n[[two\nthree]]\nfour", "one\nfour"),
        # within a line one adjoining space goes
        ("one [[two]] three", "one three"),
        ("one [[two]].", "one."),
        ("one [[two]]\nthree", "one\nthree"),
        ("[[one]] two", "two"),
        ("x\n[[one]] two", "x\ntwo"),
        ("one([[two]])three", "one()three"),
        ("one [[two]]three", "one three"),
        ("one[[two]] three", "one three"),
        ("one [[two]]", "one"),
        ("one\u00a0[[two]] three", "one\u00a0 three"),
    ],
)
def test_no_empty_line_and_no_doubled_space_is_left(marked: str, left: str) -> None:
    assert cut(marked) == left
