"""Labelled lines of web pages as extractors left them: read, put together as texts, split by page, doubtful sorts of lines set apart."""

from __future__ import annotations

import collections
import gzip
import json
import re
import zlib
from collections.abc import Iterable
from dataclasses import dataclass

NAIVE = "naive"
"""The extractor that takes all the text of a page."""
PARTS = 5
"""Pages are split by a hash into so many parts."""
BOILERPLATE = frozenset(("boilerplate", "symbol"))
JUDGED = BOILERPLATE | {"article"}
"""Labels that count; titles, lines half of the article and lines of fewer than six words that occur inside it count on neither side."""
_DATE = r"(?:[A-Z][a-z]+\.? \d{1,2}, \d{4}|\d{1,2} [A-Z][a-z]+\.? \d{4})"
_TWEET = re.compile(rf"[—–-]+ ?.{{1,60}}\(@\w{{1,20}}\),? ?{_DATE}\W*$|pic\.twitter\.com/\w+|\bt\.co/\w+|^\(?@\w{{2,20}}\)?$")
_CAPTION = re.compile(
    r"^\W*(?:photo|image|picture|file|video|illustration|graphic|credit|source)s?\b.{0,20}:|^\W*\d{1,3} ?(?:of|/) ?\d{1,3}\b.{12}"
    r"|(?:photo|image|picture|credit|courtesy)s?\s?(?:credit|courtesy|by|from|:|/)\s?:?.{0,60}\W*$"
    r"|[(\[|/–—-] ?[^()\[\]]{0,60}\b(?:AP|Associated Press|AP Photo|Reuters|Getty(?: Images)?|AFP|EPA|Bloomberg|Shutterstock|Alamy)\b"
    r"[^()\[\]]{0,40}\W*$|\b(?:Getty Images?|iStock|Shutterstock|AP Photo)\W*\w*\W*$|사진 ?[=:]",
    re.IGNORECASE,
)
_BIOGRAPHY = re.compile(
    r"\b(?:is|was|are) (?:an?|the) (?:[\w-]+,? ){0,5}(?:writer|reporter|editor|author|journalist|contributor|professor|columnist|blogger"
    r"|correspondent|educator|producer|speaker|graduate|fellow|founder|entrepreneur)\b|\b(?:covers|reports on|writes about|lives in)\b.{10}"
    r"|\b(?:contact|reach|follow|email) (?:him|her|them|the (?:author|writer|reporter))\b",
    re.IGNORECASE,
)
_COMMENTS = re.compile(
    r"^\W*(?:\d+ |\(\d+\) ?)?(?:comments?|responses?|replies|thoughts on\b.*|reader comments?|discussion)\b.{0,60}$"
    r"|^\W*(?:reply|leave a (?:reply|comment).*|reader comments interactions)\W*$|\bsays:?$",
    re.IGNORECASE,
)
_SENTENCE_END = re.compile(r"[.!?…。！？]\W{0,3}$")


@dataclass(frozen=True, slots=True)
class Line:
    """One line of an extractor's text. `apart` names the sort of line that is counted apart, "" for the others."""

    text: str
    label: str
    apart: str


@dataclass(frozen=True, slots=True)
class Stream:
    """What one extractor made of one page."""

    page: str
    extractor: str
    lines: tuple[Line, ...]

    @property
    def text(self) -> str:
        """The lines as a text."""
        return "\n".join(line.text for line in self.lines)

    @property
    def part(self) -> int:
        """The part of the pages that this page is in, 0 to PARTS - 1."""
        return zlib.crc32(self.page.encode()) % PARTS


def read(path: str) -> list[Stream]:
    """The streams of a file of JSON lines (see `bench/README.md`), packed or not, sorted by page and extractor."""
    rows: dict[tuple[str, str], list[dict[str, object]]] = collections.defaultdict(list)
    with gzip.open(path, "rt", encoding="utf-8") if path.endswith(".gz") else open(path, encoding="utf-8") as file:
        for row in map(json.loads, file):
            if row["line_no"] >= 0:  # an extractor that failed has one row with -1
                rows[row["page"], row["extractor"]].append(row)
    comments = {page: _comments(_ordered(found)) for (page, extractor), found in rows.items() if extractor == NAIVE}
    return [_stream(page, extractor, _ordered(found), comments.get(page, frozenset())) for (page, extractor), found in sorted(rows.items())]


def leaked(streams: Iterable[Stream]) -> list[Stream]:
    """The streams of the extractors that try to keep the article alone."""
    return [stream for stream in streams if stream.extractor != NAIVE]


def naive(streams: Iterable[Stream]) -> list[Stream]:
    """The streams that have all the text of a page."""
    return [stream for stream in streams if stream.extractor == NAIVE]


def _ordered(rows: list[dict[str, object]]) -> list[tuple[str, str]]:
    return [(" ".join(str(row["text"]).split("\n")), str(row["label"])) for row in sorted(rows, key=lambda row: int(str(row["line_no"])))]


def _stream(page: str, extractor: str, rows: list[tuple[str, str]], comments: frozenset[str]) -> Stream:
    return Stream(page, extractor, tuple(Line(text, label, apart(text, label, comments)) for text, label in rows))


def _comments(rows: list[tuple[str, str]]) -> frozenset[str]:
    """The lines like sentences that stand behind a mark of comments and behind the article's last line, on the page with all its text."""
    last = max((i for i, (_, label) in enumerate(rows) if label == "article"), default=-1)
    marks = [i for i, (text, _) in enumerate(rows) if i > last and _COMMENTS.search(text.strip())]
    return frozenset(text.strip("•- ") for text, label in rows[marks[0] :] if label == "boilerplate") if marks else frozenset()


def apart(text: str, label: str, comments: frozenset[str]) -> str:
    """The sort of a line that the labels are in two minds about: a tweet, a caption, an author's biography, a reader's comment; else ""."""
    text = text.strip()
    words = len(text.split())
    if _TWEET.search(text):
        return "tweet"
    if _CAPTION.search(text):
        return "caption"
    if label != "boilerplate":
        return ""
    if words >= 8 and _BIOGRAPHY.search(text):
        return "biography"
    # A button has no six words, and a line of the page's interface seldom ends like a sentence.
    return "comment" if words >= 6 and _SENTENCE_END.search(text) and text.strip("•- ") in comments else ""
