"""What the index holds about a file or a name, and why a name would be found or not."""

from __future__ import annotations

import os
from dataclasses import dataclass

from ..document import Document, Segment
from .decide import Decision
from .finding import surest
from .fold import tokens
from .gazetteer import Form, Gazetteer, shipped
from .lexicon import Lexicon
from .misses import misses
from .phrases import phrases
from .singles import singles
from .sounds import sounds
from .survey import Survey


@dataclass(frozen=True, slots=True)
class Explanation:
    """A name as the gazetteer sees it: the form it is, or what it is found as, with the row of the decision table."""

    exact: Form | None
    right: str | None = None
    decision: Decision | None = None


def describe(path: str | None = None) -> dict[str, object]:
    """Path, size in bytes and meta data of an index (None: the shipped one). Raises GazetteerError."""
    path = path or shipped()
    with Gazetteer.open(path) as gazetteer:
        return {"file": path, "size": os.stat(path).st_size, "background": len(gazetteer.background), **gazetteer.meta}


def explain(name: str, context: str = "", path: str | None = None) -> Explanation:
    """What an index (None: the shipped one) says of a name that stands in a sentence with these words. Raises GazetteerError."""
    with Gazetteer.open(path or shipped()) as gazetteer:
        lexicon = Lexicon((gazetteer,))
        exact = lexicon.exact(tokens(name))
        text = f"{context} {name}".strip()
        survey = Survey(Document("name", text, text, (Segment(0, len(text), 0, len(text)),)), lexicon)
        found = [
            f for f in surest([*misses(survey), *singles(survey), *sounds(survey), *phrases(survey)]) if f.span.end > len(text) - len(name)
        ]
        return Explanation(exact, found[0].right, found[0].decision) if found else Explanation(exact)
