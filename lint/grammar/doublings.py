"""A word that stands twice in a row and is meant so: "told you you were", "said that that was wrong", "what it is is"."""

from __future__ import annotations

import re

from ..lazyregex import regex

_TWICE = regex(r"(\w+)(?:\s+\1)+", re.IGNORECASE)
_VERBS = (
    "is|are|was|were|am|be|has|had|have|will|would|can|could|should|may|might|must|did|do|does|need|needs|want|wanted|[a-z]+n['’]t|['’]\\w+"
)
_THAT_GOES_ON = regex(r"\s+(?:the|a|an|they|he|she|it|we|I|you|there|these|those|his|her|their|its|our|my|all|some|many|no|in|on|at)\b")
_A_VERB_FOLLOWS = regex(rf"\s*(?:{_VERBS})\b", re.IGNORECASE)
_CLAUSE = regex(
    r"\b(?:what|where|who|how|all|which|why|problem|thing|question|fact|point|truth|issue|reason)(?:\s+[\w’']+){0,4}\s+$", re.IGNORECASE
)
_PARTICLE = regex(
    r"\b(?:mov|com|sett?|check|step|call|break|go|bring|tak|kick|log|carr?y|giv|turn|hand|dropp?)(?:e|es|ed|ing|s|ied)?\s+$"
    r"|\b(?:came|set|broke|went|gone|brought|taken|took|sworn|ushered|carried|gave|given)\s+$",
    re.IGNORECASE,
)


def is_meant(text: str, start: int, end: int) -> bool:
    """Whether text[start:end] is one word twice or more often that the words around it call for; False for all other text."""
    match = _TWICE.fullmatch(text[start:end].strip())
    if match is None:
        return False
    word, before, after = match.group(1).lower(), text[:start], text[end:]
    if word in ("had", "that") and len(match.group().split()) > 2:
        return True
    if word in ("you", "it"):
        return _A_VERB_FOLLOWS.match(after) is not None
    if word == "that":
        return _THAT_GOES_ON.match(after) is None
    if word in ("is", "was", "are", "were", "do", "did", "does"):
        return _CLAUSE.search(before[-80:]) is not None
    if word in ("in", "on"):
        return _PARTICLE.search(before) is not None
    return word in ("had", "her")
