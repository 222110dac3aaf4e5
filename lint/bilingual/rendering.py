"""A number of the source text written as the translation writes its numbers: its digits, its separators, its scale word."""

from __future__ import annotations

import re
import unicodedata
from decimal import Decimal

from .numberwords import scales
from .numerals import Number, western

_POINT = frozenset(["en", "zh", "ja", "ko", "he", "th", "hi", "bn", "ur", "ne", "ta", "te", "mr", "my", "km"])
_NARROW = frozenset(["fr", "ru", "uk", "pl", "cs", "sk", "bg", "fi", "sv", "no", "hu", "be", "kk", "lt", "lv", "et"])
_INDIAN = frozenset(["hi", "bn", "ur", "ne", "ta", "te", "mr", "gu", "pa"])
_FIGURES = re.compile(r"^[\d.,'’٬٫ \u00a0\u202f]*\d")

_DECIMALS = re.compile(r"[.,٫](\d+)$")


def rendered(right: Number, wrong: Number, language: str | None) -> str | None:
    """The source's number in place of the translation's, None where either may be read in more than one way."""
    if len(right.values) != 1 or not wrong.values:
        return None
    value = Decimal(repr(next(iter(right.values)))).normalize()
    figures = _FIGURES.match(western(wrong.text))
    if figures is None:
        return None
    word = wrong.text[figures.end() :]
    if word:
        scale = scales().get(word.strip(" \u00a0\u202f-").lower()) or _HAN.get(word)
        if not scale:
            return None
        value = (value / scale).normalize()
        if value < Decimal("0.1") or -value.normalize().as_tuple().exponent > 3:  # type: ignore[operator]
            return None
    decimals = None if word or value == value.to_integral_value() else _DECIMALS.search(western(right.text))
    if decimals:
        value = value.quantize(Decimal(1).scaleb(-len(decimals.group(1))))
    text = _written(value, language, grouped=any(not c.isdecimal() for c in figures.group()) or value >= 10_000)
    zero = next(ord(c) - unicodedata.decimal(c) for c in wrong.text if c.isdecimal())
    if chr(zero) in "٠۰":
        text = text.translate({ord(","): "٬", ord("."): "٫"}) if language not in _NARROW else text
    return "".join(chr(zero + int(c)) if c.isascii() and c.isdecimal() else c for c in text) + word


def _written(value: Decimal, language: str | None, *, grouped: bool) -> str:
    whole, _, rest = f"{value:f}".partition(".")
    group, point = (",", ".") if language in _POINT or language in ("ar", "fa") else ("\u00a0", ",") if language in _NARROW else (".", ",")
    if grouped and len(whole) > 3:
        head, tail = whole[:-3], whole[-3:]
        step = 2 if language in _INDIAN else 3
        while head:
            head, tail = head[:-step], head[-step:] + group + tail
        whole = tail
    return f"{whole}{point}{rest}" if rest else whole


_HAN = {"万": 10_000, "萬": 10_000, "亿": 100_000_000, "億": 100_000_000, "만": 10_000, "억": 100_000_000}
