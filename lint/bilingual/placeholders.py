"""What a program fills in or a page is marked up with: placeholders and tags of the source that the translation lost, changed or added."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from ..document import Document, Unit
from ..lazyregex import regex
from ..model import Hit, Rule, Span
from .said import quoted
from .segments import judged

_PLACEHOLDER = regex(
    r"%(?:\d+\$)?[-+0#']*(?:\d+|\*)?(?:\.(?:\d+|\*))?(?:hh?|ll?|[zjtL])?[diouxXeEfgGcs](?![A-Za-z])|%\(\w+\)[sdif]|\$?\{\w*\}"
    r"|</?[A-Za-z][A-Za-z0-9]*(?: [^<>]*)?/?>"
)
_POSITION = regex(r"^%\d+\$")
_TAG = regex(r"(</?[A-Za-z][A-Za-z0-9]*)(?:[ /][^<>]*)?>")


def check(document: Document, rule: Rule) -> Iterator[Hit]:
    """A hit at each placeholder or tag that the source does not have, and one at the end of a passage for those that were lost."""
    for unit in judged(document):
        text = document.text(unit.span)
        theirs = list(_PLACEHOLDER.finditer(unit.source))
        have = Counter(_kind(match.group()) for match in theirs)
        also = {_kind(match.group()) for match in _PLACEHOLDER.finditer(unit.other)}
        ours: Counter[str] = Counter()
        for match in _PLACEHOLDER.finditer(text):
            kind = _kind(match.group())
            ours[kind] += 1
            if kind not in have and kind not in also:
                span = Span(unit.span.start + match.start(), unit.span.start + match.end())
                yield Hit(rule, span, args={"problem": f"'{match.group()}' is not in the source"})
        lost = [match for match in theirs if _is_lost(_kind(match.group()), have, ours, also, unit)]
        tags = [(0, tag) for tag in (Counter(unit.tags[0]) - Counter(unit.tags[1])).elements()]
        if lost or tags:
            listed = quoted(unit, [*((match.start(), match.group()) for match in lost), *tags])
            problem = f"the source has {listed}, the translation lacks it"
            yield Hit(rule, Span(unit.span.end, unit.span.end), args={"problem": problem})


def _kind(mark: str) -> str:
    """A placeholder as it is compared: %2$s is a %s in another order, a tag is known by its name."""
    tag = _TAG.fullmatch(mark)
    return f"{tag.group(1).lower()}>" if tag else _POSITION.sub("%", mark)


def _is_lost(kind: str, have: Counter[str], ours: Counter[str], also: set[str], unit: Unit) -> bool:
    """Positional placeholders are counted; named ones and tags must be there once. A plural's few may do without its number."""
    if unit.other and (kind not in also or kind[-1] in "diu"):
        return False
    return ours[kind] < have[kind] if kind[0] == "%" and "(" not in kind else not ours[kind]
