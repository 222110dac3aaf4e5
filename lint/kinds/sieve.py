"""A looser form of a regular expression that RE2 builds faster: it matches at least where the expression does.

RE2 writes a counted repetition out (`[^.]{1,60}` sixty times) and a Unicode class as hundreds of byte ranges. In a Set that only sorts out
which expressions may match a text, `+` or `*` and "a letter of ASCII, or anything beyond ASCII" do as well.
"""

from __future__ import annotations

import re

from ..lazyregex import regex

_TOKEN = regex(
    r"(?P<property>\\p(?:\{\w+\}|\w))|(?P<escape>\\x\{[0-9A-Fa-f]+\}|\\Q|\\.)"
    r"|(?P<class>\[\^?\]?(?:\\[pP]\{\^?\w+\}|\\.|\[:\^?\w+:\]|[^\]\\])*\])|(?P<count>\{(?P<least>\d+)(?:,\d*)?\})",
    re.DOTALL,
)
_PROPERTY = regex(r"\\p(?:\{(\w+)\}|(\w))")
_BEYOND = r"\x{80}-\x{10FFFF}"
_ASCII = {"L": "A-Za-z", "Lu": "A-Z", "Ll": "a-z", "N": "0-9", "Nd": "0-9", "M": "", "Mn": "", "Lo": "", "Lm": "", "Lt": ""}


def loosened(expression: str) -> str:
    """The expression with counted repetitions as `+` or `*` and Unicode properties widened; itself where it quotes with `\\Q`."""
    if r"\Q" in expression:
        return expression
    return _TOKEN.sub(_loosen, expression)


def _loosen(token: re.Match[str]) -> str:
    text = token.group()
    if token["count"]:
        return "*" if int(token["least"]) == 0 else "+"
    if token["property"]:
        return f"[{_wide(text)}]"
    if token["class"] and _PROPERTY.search(text):
        # a wider property in a negated class would match less, not more
        return r"[\x{0}-\x{10FFFF}]" if text.startswith("[^") else _PROPERTY.sub(lambda m: _wide(m.group()), text)
    return text


def _wide(text: str) -> str:
    match = _PROPERTY.fullmatch(text)
    ascii_part = _ASCII.get((match[1] or match[2]) if match else "", r"\x{0}-\x{7F}")
    return ascii_part + _BEYOND
