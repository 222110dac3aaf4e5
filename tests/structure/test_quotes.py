"""The tokenizer of quotation marks: which mark opens, what a quotation covers, what is no mark."""

from __future__ import annotations

import pytest

from lint.structure.quotes import Mark, Quotation, Quotes, read


def quoted(text: str) -> list[tuple[str, bool]]:
    return [(text[q.start : q.end], q.closed) for q in read(text).quotations]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('"We are," he said, "late."', [('"We are,"', True), ('"late."', True)]),
        ("“We are,” he said, “late.”", [("“We are,”", True), ("“late.”", True)]),
        ("«We are», he said.", [("«We are»", True)]),
        ("»We are«, he said.", [("»We are«", True)]),
        ("« We are », he said.", [("« We are »", True)]),
        ("„We are“, he said.", [("„We are“", True)]),
        ("''We are,'' he said.", [("''We are,'", True)]),
        ("``We are,'' he said.", [("`We are,'", True)]),
        ("He said ”late” and “early“.", [("”late”", True), ("“early“", True)]),
        ("(“late”) and —“early”", [("“late”", True), ("“early”", True)]),
        ("“We are late.", [("“We are late.", False)]),
        ("We are late,” he said.", []),
        ("“We are. “We come.”", [("“We are. ", False), ("“We come.”", True)]),
        ("“We come, ”Moreno said.", [("“We come, ”", True)]),
        ('"We come, "Moreno said.', [('"We come, "', True)]),
        ('"We come,"he said.', [('"We come,"', True)]),
        ('He is 5\'10" and has a 19" screen.', []),
        ("A 65” screen, 22” long.", []),
        ('"I am 5\'10"," he said.', [('"I am 5\'10"', True)]),
        ("It’s the bakers’ mill, she said.", []),
        ("She said ‘late’.", []),
    ],
)
def test_quotations(text: str, expected: list[tuple[str, bool]]) -> None:
    assert quoted(text)[: len(expected) or 1] == expected


def test_marks_know_their_place() -> None:
    assert read("“a” b”") == Quotes((Mark(0, "“", True, 0), Mark(2, "”", False, 1), Mark(5, "”", False, 0)), (Quotation(0, 3, True),))


@pytest.mark.parametrize(
    ("text", "balanced"),
    [("“a” b “c”", True), ("none", True), ("“a” b”", False), ("“a “b”", False), ("“a", False)],
)
def test_balanced(text: str, balanced: bool) -> None:
    assert read(text).balanced is balanced


def test_gaps_lie_around_and_between_the_quotations() -> None:
    text = "x “a” yy “b”"
    assert [text[a:b] for a, b in read(text).gaps(len(text))] == ["x ", " yy ", ""]
    assert read("none").gaps(4) == [(0, 4)]
