"""Comments that silence findings in Markdown and HTML; one that silences nothing is reported, with the edit that takes it out.

`<!-- presscheck: ignore RULE[, RULE] -- reason -->`, or `presscheck: {ignore: [RULE], reason: TEXT}` in the front matter of Markdown.
`ignore` holds for the next block, `ignore-file` for the whole text, `ignore-start` up to `ignore-end`. RULE is a rule id or a family.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from .document import Document
from .errors import nearest
from .findings import in_document
from .lazyregex import regex
from .model import Diagnostic, Fix, Level, Span
from .selection import CRASH, REASON, UNUSED, Names
from .unused import Listed, without

VERBS = ("ignore", "ignore-file", "ignore-start", "ignore-end")
_COMMENT = regex(r"<!--\s*presscheck:\s*(?P<verb>[^\s>]*)(?P<rules>.*?)(?:\s--\s(?P<reason>.*?))?-->", re.DOTALL)
_FRONT_MATTER = regex(r"---[ \t]*\r?\n(?P<body>(?:.*\r?\n)*?)(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)")
_KEY = regex(r"^presscheck[ \t]*:.*(?:\r?\n(?:[ \t].*)?)*", re.MULTILINE)
_NAME = regex(r"[^\s,]+")


@dataclass(frozen=True, slots=True)
class Ignore:
    """One rule id or family named in a comment: `span` is the name's place, `over` the part of the source where it is silenced.

    `listed` is the comment, `ended` the comment that ends a range.
    """

    name: str
    span: Span
    over: Span
    listed: Listed = field(default_factory=lambda: Listed(Span(0, 0)))
    reasoned: bool = False
    ended: Listed | None = None


@dataclass(frozen=True, slots=True)
class Slip:
    """What is wrong with a comment, and its place."""

    span: Span
    message: str
    fix: Fix | None = None


def silenced(
    document: Document,
    diagnostics: Sequence[Diagnostic],
    names: Names,
    ran: Collection[str],
    level: Level | None,
    reasons: Level | None = None,
    unsure: Collection[str] = (),
) -> list[Diagnostic]:
    """The findings that no comment of the document silences, with one of `level` (None: none) for each name that silenced nothing.

    A name is judged only if one of its rules is among those that `ran` and none is `unsure`, and none is in a text where a check crashed.
    A crash can't be silenced. With `reasons` a comment without a reason is a finding of that level.
    """
    found = directives(document)
    if not found:
        return list(diagnostics)
    ignores = [item for item in found if isinstance(item, Ignore)]
    used: set[Ignore] = set()
    out = []
    for diagnostic in diagnostics:
        matching = [item for item in ignores if _covers(item, diagnostic, names)] if diagnostic.rule != CRASH else []
        used.update(matching)
        if not matching:
            out.append(diagnostic)
    if any(d.rule == CRASH for d in diagnostics):
        ran = ()
    if level is not None:
        for slip in _problems(document.source, found, used, names, lambda name: _judged(name, ran, unsure)):
            out.append(replace(in_document(document, slip.span, UNUSED, level, slip.message), fix=slip.fix))
    if reasons is not None:
        for whole in sorted({item.listed.whole for item in ignores if not item.reasoned}):
            message = "the reason is missing; write it behind the rules, as in 'ignore FAMILY/RULE -- reason'."
            out.append(in_document(document, whole, REASON, reasons, message))
    return sorted(out, key=lambda d: (d.span, d.scope != "document", d.rule))


def _problems(
    source: str, found: Iterable[Ignore | Slip], used: Collection[Ignore], names: Names, judged: Callable[[str], bool]
) -> Iterator[Slip]:
    found = list(found)
    ended: dict[Listed, set[Span]] = {}
    unused = []
    for item in found:
        if isinstance(item, Slip):
            yield item
            continue
        if item.ended:
            ended.setdefault(item.ended, set()).add(item.span)
        name = names.former.get(item.name, item.name)
        if name not in names.ids and name not in names.families:
            yield Slip(item.span, f"there is no rule or family '{item.name}'{nearest(item.name, names.ids | names.families)}"[:138])
        elif item not in used and judged(name):
            unused.append(item)
    gone = {item.span for item in unused}
    for item in unused:
        ends = [(item.ended, ended[item.ended])] if item.ended else []
        yield Slip(item.span, f"'{item.name}' finds nothing here; take it out.", without(source, item.span, item.listed, ends, gone))


def _judged(name: str, ran: Collection[str], unsure: Collection[str]) -> bool:
    return any(_is(name, rule) for rule in ran) and not any(_is(name, rule) for rule in unsure)


def _covers(item: Ignore, diagnostic: Diagnostic, names: Names) -> bool:
    if not _is(names.former.get(item.name, item.name), diagnostic.rule):
        return False
    inside = item.over.start <= diagnostic.span.start < item.over.end
    return inside or item.over.overlap(diagnostic.span) > 0


def _is(name: str, rule: str) -> bool:
    return name in (rule, rule.partition("/")[0])


def directives(document: Document) -> list[Ignore | Slip]:
    """Every name in every comment, in order, and the comments that say something else. Plain text has no comments."""
    if document.format not in ("markdown", "html"):
        return []
    out: list[Ignore | Slip] = list(_in_front_matter(document.source)) if document.format == "markdown" else []
    starts: list[Ignore] = []
    size = len(document.source)
    for match in _comments(document):
        verb, whole = match["verb"], Span(*match.span())
        at = match.start("rules")
        listed = [(m.group(), Span(at + m.start(), at + m.end())) for m in _NAME.finditer(match["rules"])]
        comment, reasoned = Listed(whole, tuple(span for _, span in listed)), bool((match["reason"] or "").strip())
        if verb not in VERBS:
            out.append(Slip(whole, f"'{verb}' is not known; write one of {', '.join(VERBS)}."))
        elif verb == "ignore-end":
            ended = [s for s in starts if not listed or s.name in [name for name, _ in listed]]
            out += [replace(s, over=Span(s.over.start, whole.start), ended=comment) for s in ended]
            starts = [s for s in starts if s not in ended]
            if not ended:
                out.append(Slip(whole, "nothing was begun that this comment could end."))
        elif not listed:
            out.append(Slip(whole, f"the comment names no rule; write 'presscheck: {verb} FAMILY/RULE -- reason'."))
        elif verb == "ignore-start":
            starts += [Ignore(name, span, Span(whole.end, size), comment, reasoned) for name, span in listed]
        else:
            over = Span(0, size + 1) if verb == "ignore-file" else Span(whole.end, _end_of_block(document, whole.end))
            out += [Ignore(name, span, over, comment, reasoned) for name, span in listed]
    for start in starts:
        out += [start, Slip(start.span, f"'ignore-start {start.name}' is never ended; write an 'ignore-end' comment.")]
    return sorted(out, key=lambda item: item.span)


def _in_front_matter(source: str) -> Iterator[Ignore | Slip]:
    """What `presscheck: {ignore: [RULE]}` in the YAML front matter silences: the whole text."""
    head = _FRONT_MATTER.match(source)
    key = _KEY.search(source, head.start("body"), head.end("body")) if head else None
    if key is None:
        return
    import yaml

    place = Span(key.start(), key.start() + len("presscheck"))
    try:
        value = yaml.safe_load(key.group())["presscheck"]
        names = value["ignore"] if set(value) <= {"ignore", "reason"} else None
        reason = value.get("reason") if names else None
    except (yaml.YAMLError, TypeError, KeyError):
        names = None
    names = [names] if isinstance(names, str) else names
    if not isinstance(names, list) or not all(isinstance(name, str) and name for name in names):
        yield Slip(place, "the front matter's `presscheck` is not understood; write presscheck: {ignore: [FAMILY/RULE]}.")
        return
    at = key.group().index("ignore") + len("ignore")
    spans = []
    for name in names:
        at = max(at, key.group().find(name, at))
        spans.append(Span(key.start() + at, key.start() + at + len(name)))
        at += len(name)
    listed = Listed(Span(key.start(), key.start() + len(key.group().rstrip())), tuple(spans), in_front_matter=True)
    for name, span in zip(names, spans, strict=True):
        yield Ignore(name, span, Span(0, len(source) + 1), listed, bool(str(reason or "").strip()))


def _end_of_block(document: Document, after: int) -> int:
    """Source offset of the end of the first block of prose behind a source offset; that offset itself when none follows."""
    for segment in document.segments:
        if segment.origin >= after and segment.length:
            end = document.prose.find("\n\n", segment.at)
            return document.to_source(Span(segment.at, len(document.prose) if end < 0 else end)).end
    return after


def _comments(document: Document) -> Iterator[re.Match[str]]:
    """The comments to presscheck that are comments to the format too: not those that stand in code or in a script."""
    starts = None
    for match in _COMMENT.finditer(document.source):
        if starts is None:
            starts = _in_markdown(document.source) if document.format == "markdown" else _in_html(document.source)
        if any(start <= match.start() < end for start, end in starts):
            yield match


def _in_markdown(source: str) -> list[tuple[int, int]]:
    import pyromark

    data = source.encode("utf-8", "surrogatepass")
    out = []
    for event, where in pyromark.events_with_range(source):
        if isinstance(event, dict) and ("Html" in event or "InlineHtml" in event):
            start, end = (len(data[: where[key]].decode("utf-8", "surrogatepass")) for key in ("start", "end"))
            out.append((start, end))
    return out


def _in_html(source: str) -> list[tuple[int, int]]:
    from html.parser import HTMLParser

    lines = [0] + [m.end() for m in re.finditer("\n", source)]
    out: list[tuple[int, int]] = []

    class Comments(HTMLParser):
        def handle_comment(self, data: str) -> None:
            line, column = self.getpos()
            start = lines[line - 1] + column
            out.append((start, start + len(data) + 7))

    parser = Comments()
    parser.feed(source)
    parser.close()
    return out
