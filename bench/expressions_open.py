"""Write rules/_data/expressions/open.txt.gz, technical terms of several words from three lists that are free of rights.

python bench/expressions_open.py MESH PHYSH TOPICS

MESH: headings of the Medical Subject Headings (U.S. National Library of Medicine, public domain), a term a line, perhaps with a tab and a
number. PHYSH: physh.ttl of the Physics Subject Headings (American Physical Society, CC0 1.0). TOPICS: the topics of OpenAlex (OurResearch,
CC0 1.0) as JSON with "label" and "desc"; terms are the pieces of labels and descriptions between function words and commas.
"""

from __future__ import annotations

import gzip
import json
import re
import sys
from collections.abc import Iterator
from pathlib import Path

OUT = Path(__file__).resolve().parent.parent / "rules" / "_data" / "expressions" / "open.txt.gz"
_TERM = re.compile(r"[a-z][a-z'-]*(?: [a-z][a-z'-]*){1,4}")
_CUT = re.compile(
    r"[,;:.()/]|\b(?:and|or|in|of|for|on|the|a|an|to|with|by|as|from|at|its|their|into|between|among|through|under|within|across|during|it|is|are|that|"
    r"such as|including|using|based on|related to|towards?|via|how|which|where|both|these|this|those|other|also|well|not|be|has|have|can)\b"
)
_VAGUE = frozenset(
    """
    various different several many new novel recent such key related particular specific important potential wide current overall
    broad critical significant diverse emerging role impact impacts effect effects use uses study studies topic topics cluster
    clusters paper papers focus focuses explore explores exploring cover covers covering delve delves addresses address investigate
    investigates discuss discusses understanding aspects challenges insights implications techniques development developments context
    contexts approaches research include includes examines examine highlights emphasizes encompasses factors advances advancements
    application applications issues like more most some each further improving improve developing enhancing enhance large range
    relevant associated regarding concerning due
    """.split()  # noqa: SIM905 a list of words, one a line, would be longer than the module
)


def main(mesh: str, physh: str, topics: str) -> None:
    """Read the three lists and write the terms, sorted."""
    terms = {term for file in (_headings(mesh), _labels(physh), _topics(topics)) for term in file}
    with open(OUT, "wb") as raw, gzip.GzipFile(fileobj=raw, mode="wb", filename="", mtime=0, compresslevel=9) as out:
        out.write("".join(f"{term}\n" for term in sorted(terms)).encode())
    print(f"{len(terms)} terms")


def _headings(path: str) -> Iterator[str]:
    for line in Path(path).read_text(encoding="utf-8").splitlines():
        yield from _kept(line.partition("\t")[0])


def _labels(path: str) -> Iterator[str]:
    for label in re.findall(r'(?:pref|alt)Label "([^"]*)"', Path(path).read_text(encoding="utf-8")):
        yield from _kept(label)


def _topics(path: str) -> Iterator[str]:
    found = re.findall(r'"label": ("(?:[^"\\]|\\.)*"), "desc": ("(?:[^"\\]|\\.)*")', Path(path).read_text(encoding="utf-8"))
    for text in (json.loads(value) for pair in found for value in pair):
        for piece in _CUT.split(text.lower()):
            if _VAGUE.isdisjoint(piece.split()):
                yield from _kept(piece.strip())


def _kept(term: str) -> Iterator[str]:
    term = " ".join(term.lower().split())
    if _TERM.fullmatch(term):
        yield term


if __name__ == "__main__":
    main(*sys.argv[1:4])
