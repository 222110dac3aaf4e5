"""What an engine says, made fit for an editor: one short sentence, our quotation marks."""

from __future__ import annotations

from ..lazyregex import regex
from .finding import Finding

LONGEST = 76
"""Most code points of an explanation: with the found text and the remedy a message stays under 140."""
_MARKUP = regex(r"`([^`]*)`|\*\*?([^*]*)\*\*?|<[^<>]{1,20}>")
_QUOTES = str.maketrans({"“": "'", "”": "'", "‘": "'", "’": "'", '"': "'"})
_ASIDE = regex(r"\s*\([^()]*\)|,? e\.g\..*$")
_SENTENCE = regex(r"[^.?!]*(?:\.(?=\S)[^.?!]*)*[.?!]?")


def explanation(finding: Finding) -> str:
    """The first sentence of the engine's message, asides left out, without its full stop and at most LONGEST long."""
    text = _MARKUP.sub(lambda m: f"'{m.group(1)}'" if m.group(1) else m.group(2) or "", finding.message)
    text = " ".join(_ASIDE.sub("", text).translate(_QUOTES).split())
    match = _SENTENCE.match(text)
    first = (match.group() if match else text).strip().rstrip(".") or text
    if len(first) > LONGEST:
        first = first[: LONGEST - 1].rsplit(" ", 1)[0].rstrip(",;:") + " …"
    return first[:1].lower() + first[1:] if first[1:2].islower() else first


def remedy(finding: Finding) -> str:
    """` Perhaps 'x'?` for the first suggestion, nothing when there is none."""
    if not finding.replacements or not finding.replacements[0].strip():
        return ""
    return f" Perhaps '{' '.join(finding.replacements[0].split())[:40]}'?"
