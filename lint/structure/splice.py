"""Two main clauses joined by a comma alone, in the one form that is certain: reported speech, then a new subject with a verb of action."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..document import Document
from ..lazyregex import regex
from ..model import Hit, Rule, Span
from .quotes import VERBS, paragraphs

_NEW_SUBJECT = regex(r", (?:he|she|they|it) [a-z]+ [a-z]")
_INITIAL = regex(r"(?<=\b[A-Z])\.")
_SPLICE = regex(
    r"(?:^|[.!?]\s)(?P<head>(?:The |A |An )?[A-Z][^,;:.!?]{2,60}) (?:said|says|stated|claimed|announced|declared|added|warned|stressed)"
    r" (?:that )?(?P<clause>[^,;:.!?]{8,160}?)(?P<found>[^\s,;:.!?]+, (?:he|she|they|it) (?P<verb>[a-z]+))(?= [a-z])"
)
_VERB = regex(r"(?:is|are|was|were|be|been|has|have|had|will|would|can|could|should|must|may|might|do|does|did)\b|[a-z]{3,}(?:ed|s)\b")
_DEPENDENT = regex(
    r"\b(?:when|whenever|if|as|after|while|once|before|because|although|since|though|where|wherever|until|unless|who|whose|during|despite"
    r"|whether|without|by|given|following|for|in|at|on|with|like|from|even|under|over|every|each|so|then|now|today|yesterday|this|last"
    r"|next|to|and|but|or)\b",
    re.IGNORECASE,
)
_MAY_FOLLOW = frozenset(
    (VERBS.replace("[sz]", "s") + "|believes|believed|thinks|thought|hopes|hoped|feels|felt|predicts|predicted|suggests|suggested|admitted"
     "|would|could|will|can|should|may|might|must|was|is|were|are|has|had|have|did|does|do|also|then|too|further|emphasized|emphasizes").split("|")
)  # fmt: skip


def spliced(document: Document, rule: Rule) -> Iterator[Hit]:
    """`The mayor said bread was dear, he visited the mill`: the clause that was said is over, and a new sentence begins after the comma.

    Left alone where a word such as "when", "in" or "and" could make what stands before the comma lean on what follows, and where the
    verb could be a verb of speech (`…, he insisted`).
    """
    for paragraph, flat, _ in paragraphs(document):
        if not _NEW_SUBJECT.search(flat):
            continue
        text = _INITIAL.sub("·", flat)
        for match in _SPLICE.finditer(text):
            clause = match["clause"] + match["found"].split(",")[0]
            if match["verb"] in _MAY_FOLLOW or _DEPENDENT.search(clause) or _DEPENDENT.match(match["head"]) or not _VERB.search(clause):
                continue
            yield Hit(rule, Span(paragraph.start + match.start("found"), paragraph.start + match.end("found")))
