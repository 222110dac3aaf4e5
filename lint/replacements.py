"""Tables of wrong and right forms (TSV), which rules read by `replace_from`."""

from __future__ import annotations

from .errors import RuleError

COLUMNS = ("origin", "what", "wrong", "right", "example")
"""What a row says: the language that the wrong form comes from, what it names, both forms, and the wrong one in a sentence."""


def read_rows(file: str) -> list[dict[str, str]]:
    """The rows of a table in order, by column. Raises RuleError naming the line that is wrong."""
    try:
        with open(file, encoding="utf-8") as lines:
            head, *rows = [line.rstrip("\n").split("\t") for line in lines]
    except (OSError, ValueError) as error:
        raise RuleError(f"{file}: expected a table in UTF-8 with tabs between its columns ({error})") from None
    if tuple(head) != COLUMNS:
        raise RuleError(f"{file}:1: expected the columns {', '.join(COLUMNS)}, with tabs between; found {', '.join(head)}")
    out = []
    for number, cells in enumerate(rows, 2):
        if len(cells) != len(COLUMNS) or not all(cells):
            raise RuleError(f"{file}:{number}: expected {len(COLUMNS)} cells with tabs between, none of them empty; found {len(cells)}")
        out.append(dict(zip(COLUMNS, cells, strict=True)))
    return out


def read_replacements(file: str) -> dict[str, str]:
    """Wrong forms to right ones. Raises RuleError for a wrong form that is given twice."""
    out: dict[str, str] = {}
    for number, row in enumerate(read_rows(file), 2):
        if row["wrong"] in out:
            raise RuleError(f"{file}:{number}: wrong: '{row['wrong']}' is given twice; take one row out")
        out[row["wrong"]] = row["right"]
    return out
