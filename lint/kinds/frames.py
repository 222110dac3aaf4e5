"""Rows of words and word classes: frames such as `=be [ =arrive|=die`, run on each paragraph, all in one RE2 Set over the lexicon's codes.

The items of a frame stand for one token each and are separated by spaces: a word (in any case), `=verb` (all its forms), `@list` (of
`lists`), a mark, or a class: a tag of the lexicon (`NN` can be a noun, `NN!` nothing else, `^NN` with a capital), `CAP`, `NUM`, `POSS`,
`HYPH`, `UNK`, `WORD`, `LOW` (without a capital), `START` and `END` of a sentence, `STOP`, `ASK`, `PUNCT`. `|` stands between alternatives,
`~` before what must not stand there, `?` behind what may be missing, `*` behind what may come up to three times; `[` and `]` enclose what
is reported, else all is but START and END at the ends. Tags: NN NNS VB VBZ VBD VBN VBG JJ JJR JJS RB RBR RBS, and NC for a noun that can
be uncounted. `unless`: a match that one of these overlaps is dropped. `quoted: false` leaves quotations out.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from ..document import Document
from ..frames.expression import FrameError, Item, read
from ..frames.lexicon import TOKEN, Codes
from ..model import Hit, Rule, Settings, Span
from . import Check
from .frameset import SHORT, FrameSet


@dataclass(frozen=True, slots=True)
class Options:
    """The keys of a rule of kind `frames`."""

    frames: list[str]
    lists: dict[str, list[str]] = field(default_factory=dict)
    unless: list[str] = field(default_factory=list)
    quoted: bool = True
    _prepared: list[list[Item]] | None = field(default=None, compare=False, repr=False)
    _unless: list[list[Item]] | None = field(default=None, compare=False, repr=False)


def problems(options: Options) -> Iterator[tuple[str, str]]:
    """What is wrong with the options, as key and message; run once when the rule file is read."""
    for key, frames in (("frames", options.frames), ("unless", options.unless)):
        for frame in frames:
            try:
                read(frame, options.lists)
            except FrameError as error:
                yield key, str(error)
    if not options.frames:
        yield "frames", "expected at least one frame"


def prepare(options: Options) -> Options:
    """The options with their frames read; the cache of rules keeps them."""
    return replace(
        options,
        _prepared=[read(frame, options.lists) for frame in options.frames],
        _unless=[read(frame, options.lists) for frame in options.unless],
    )


def compile(rules: Sequence[Rule], settings: Settings) -> Check:
    """One check for all rules of the kind."""
    owners: list[Rule] = []
    frames: list[list[Item]] = []
    refused: dict[str, list[list[Item]]] = {}
    for rule in rules:
        options: Options = rule.options if rule.options._prepared is not None else prepare(rule.options)
        for items in options._prepared or ():
            owners.append(rule)
            frames.append(items)
        if options._unless:
            refused[rule.id] = options._unless
    named = (str(word) for items in (*frames, *(f for fs in refused.values() for f in fs)) for item in items for word in item[2])
    codes = Codes(named)
    patterns = FrameSet(frames, codes.words)
    unless = {name: FrameSet(items, codes.words) for name, items in refused.items()}

    def check(document: Document) -> Iterator[Hit]:
        texts = [document.flat(paragraph) for paragraph in document.paragraphs]
        size = len(document.prose)
        short = size < SHORT
        among = patterns.narrowed([row(text) for text in texts], size) if short else None
        for paragraph, text in zip(document.paragraphs, texts, strict=True):
            codes_of_text = row(text)
            places: list[tuple[int, int]] = []
            taken: dict[str, list[Span]] = {}
            for match in patterns.search(codes_of_text, among):
                rule = owners[match.index]
                if any(span.overlap(match.found) for span in taken.setdefault(rule.id, [])):
                    continue
                if rule.id in unless and _refused(unless[rule.id], codes_of_text, match.found, size):
                    continue
                taken[rule.id].append(match.found)
                places = places or [m.span() for m in TOKEN.finditer(text)]
                start, end = places[match.found.start // 2][0], places[match.found.end // 2 - 1][1]
                span = Span(paragraph.start + start, paragraph.start + end)
                if rule.options.quoted or not _quoted(text, start):
                    yield Hit(rule, span)

    def row(text: str) -> str:
        return "".join(map(codes.__getitem__, TOKEN.findall(text)))

    return check


def _refused(unless: FrameSet, row: str, found: Span, size: int) -> bool:
    return any(match.span.overlap(found) for match in unless.search(row, unless.narrowed([row], size)))


def _quoted(text: str, offset: int) -> bool:
    from ..structure.quotes import read as quotations

    return any(q.start <= offset < q.end for q in quotations(text).quotations)
