"""What others do with single lines: filters of corpus makers, written from their published descriptions; True for a line they drop.

C4: Raffel et al. 2020, section 2.2. Gopher: Rae et al. 2021, table A1, which judges whole texts by the share of such lines. RefinedWeb:
Penedo et al. 2023, appendix G.2. FineWeb: Penedo et al. 2024, which judges whole texts by the share of short lines. trafilatura: the text
filter of its version 2.0. None of them was made to point out lines to an editor.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

_POLICY = ("terms of use", "privacy policy", "cookie policy", "uses cookies", "use of cookies", "use cookies", "javascript")
_COUNTER = re.compile(
    r"\W*\d[\d,.]*[km]? ?(?:likes?|shares?|comments?|retweets?|reposts?|quotes?|bookmarks?|upvotes?|downvotes?|views?)\W*", re.I
)
_EDITED = re.compile(r"^sign-?in\b|^(?:sign|log) ?in\b|read more\W*$|items in cart", re.IGNORECASE)
_TRAFILATURA = re.compile(
    r"\W*(?:Drucken|E-?Mail|Facebook|Flipboard|Google|Instagram|Linkedin|Mail|PDF|Pinterest|Pocket|Print|QQ|Reddit|Twitter|WeChat|WeiBo"
    r"|Whatsapp|Xing|Mehr zum Thema:?|More on this.{,8})",
    re.IGNORECASE,
)


def c4_words(text: str) -> bool:
    """C4's limit on words as its code and later copies have it: fewer than three."""
    return len(text.split()) < 3


def c4_line(text: str) -> bool:
    """C4: no closing punctuation, fewer than five words, a policy's phrase or the word Javascript."""
    return not text.rstrip().endswith((".", "!", "?", '"')) or len(text.split()) < 5 or any(phrase in text.lower() for phrase in _POLICY)


def gopher(text: str) -> bool:
    """Gopher: a line that begins with a bullet or ends in an ellipsis."""
    return text.lstrip().startswith(("•", "‣", "*", "-", "●", "○")) or text.rstrip().endswith(("…", "..."))


def refinedweb(text: str) -> bool:
    """RefinedWeb: mainly capitals, only numbers, a counter, one word; up to ten words with the words of a button."""
    words = text.split()
    letters = [c for c in text if c.isalpha()]
    mainly_capitals = len(letters) > 3 and sum(c.isupper() for c in letters) * 2 > len(letters)
    numbers = not letters and any(c.isdigit() for c in text)
    return mainly_capitals or numbers or len(words) == 1 or bool(_COUNTER.fullmatch(text) or (len(words) <= 10 and _EDITED.search(text)))


def fineweb(text: str) -> bool:
    """FineWeb: a line of fewer than thirty characters."""
    return len(text.strip()) < 30


def trafilatura_filter(text: str) -> bool:
    """trafilatura's text filter: the word of a button alone, or nothing but signs."""
    return not any(c.isalnum() for c in text) or bool(_TRAFILATURA.fullmatch(text))


PEERS: dict[str, Callable[[str], bool]] = {
    "C4, under 3 words": c4_words,
    "C4, all on lines": c4_line,
    "Gopher": gopher,
    "RefinedWeb": refinedweb,
    "FineWeb": fineweb,
    "trafilatura's filter": trafilatura_filter,
}


def left_out_by(kept: Sequence[str]) -> Callable[[str], bool]:
    """What an extractor that read the page's HTML dropped: the lines that are not part of the text it kept."""
    whole = " ".join(" ".join(kept).split())
    return lambda text: " ".join(text.split()) not in whole
