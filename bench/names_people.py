"""Names as the sources write them, made fit for the gazetteer: titles off, capitals right, what is no name refused with a reason."""

from __future__ import annotations

import re
import unicodedata

from lint.names.fold import skeleton as sound
from lint.names.fold import tokens

PARTICLE = re.compile(r"^(?:al|el|bin|bint|ibn|ben|de|da|di|do|dos|das|del|der|den|van|von|la|le|ul|ur|e|y)$")
ROMAN = re.compile(r"^(?:ii|iii|iv|vi|vii|viii|ix|xi|xii|xiii|xiv|xv|xvi)$", re.IGNORECASE)
# A title before a name is taken off; the other words are what the sources left in a name's field, and a person's name holds none of them.
TITLE = re.compile(
    r"^(?:(?:brigadier general|major general|lieutenant general|general|colonel|transition prime minister|dr|mr|mrs|ms|sir|dame|prof"
    r"|king|queen|emperor|prince|princess|sheikh|shaykh)\b\.?\s*)+",
    re.IGNORECASE,
)
NOT_A_NAME = re.compile(
    r"\b(?:minister|president|premier|governor|general|council|chair(?:man)?|vacant|acting|interim|government|secretary|ministry"
    r"|commissioner|administrator|office|representative|ambassador)\b|^(?:china|lord of)\b",
    re.IGNORECASE,
)
PATRONYMICS = 2
"""Fewest "bin" or "ibn" that make a name a pedigree, which no news text prints."""


def key(name: str) -> str:
    """Return a whole name folded, hyphens as blanks."""
    return " ".join(tokens(name))


def skeleton(name: str) -> str:
    """Return what is left of a name when the letters that transliterations differ in are made equal."""
    return " ".join(sound(part) for part in tokens(name))


def latin(text: str) -> bool:
    """Tell whether all letters of the text are Latin."""
    return text.isascii() or all("LATIN" in unicodedata.name(c, "") for c in text if c.isalpha())


def case(token: str) -> str:
    """Give a token of a person's name its usual capitals: AL-HALIMI is put right, McCain and the "soo" of Oh-soo are left."""
    parts = token.split("-")
    return "-".join(
        p.capitalize() if len(p) > 1 and (p.isupper() or (p.islower() and not i and not PARTICLE.match(p))) else p
        for i, p in enumerate(parts)
    )


def capitals(parts: list[str]) -> list[str]:
    """Give a name's tokens their usual capitals; "Iv" and "Xi" are Roman numerals at the end only."""
    last = len(parts) - 1
    return [t.upper() if i and ROMAN.match(t) and (i == last or len(t) > 2 or t.isupper()) else case(t) for i, t in enumerate(parts)]


def person(raw: str) -> tuple[str, list[str], str]:
    """Return (name, aliases, reason to drop it or '') for a person's name as a source writes it."""
    text = TITLE.sub("", re.sub(r"\s+", " ", raw).strip())
    if not latin(text):
        return "", [], "other script"
    aliases: list[str] = []
    # Only a nickname inside the name stands for the given name; one behind it is a name of its own.
    nick = re.search(r"[\"“(]([^\"”)]+)[\"”)](?= \w)", text)
    text = re.sub(r"\s*[\"“(][^\"”)]*[\"”)]", "", text)
    text = re.sub(r",?\s+(Jr|Sr)\.?$", r" \1.", text)
    text = re.sub(r",? [Oo]f [A-Z][\w ]*$", "", text)  # "Felipe VI of Spain"
    suffix = ""
    if text.endswith((" Jr.", " Sr.")):
        text, suffix = text[:-4], text[-4:]
    if "," in text:
        head, tail = (part.strip() for part in text.split(",", 1))
        # "Nicholas True, Baron True" and "Albert II, Prince of Monaco" carry a title after the comma; "Last, First" does not.
        text = head if " " in head else f"{tail} {head}"
    if NOT_A_NAME.search(text) or (text[:1].islower() and not PARTICLE.match(text.split(" ")[0])):
        return "", [], "title or cut-off text in the name"
    parts = capitals(text.split(" "))
    if any(c.isdigit() for c in text) or "/" in text or "?" in text or re.search(r"[A-Z]{2}[a-z]", " ".join(parts)):
        return "", [], "digit, slash or stray capitals"
    if len(parts) < 2:
        return "", [], "single token"
    if len(parts) > 6:
        return "", [], "over six tokens"
    if sum(part in ("bin", "ibn", "bint") for part in parts) >= PATRONYMICS:
        return "", [], "pedigree"
    if sum(c.isalpha() for c in text) < 4:
        return "", [], "under four letters"
    if nick and re.fullmatch(r"[^\W\d_]{3,}", nick.group(1)) and not NOT_A_NAME.search(nick.group(1)):
        aliases.append(f"{case(nick.group(1))} {parts[-1]}")
    if suffix:
        aliases.append(" ".join(parts))
    full = [t for t in parts if len(t.rstrip(".")) > 1 or ROMAN.match(t)]
    if 2 <= len(full) < len(parts):
        aliases.append(" ".join(full))
    return " ".join(parts) + suffix, aliases, ""


def distance(a: str, b: str) -> int:
    """Return the Levenshtein distance of two short strings."""
    row = list(range(len(b) + 1))
    for i, x in enumerate(a, 1):
        above, row[0] = row[:], i
        for j, y in enumerate(b, 1):
            row[j] = min(above[j] + 1, row[j - 1] + 1, above[j - 1] + (x != y))
    return row[-1]


def place(raw: str, others: list[str]) -> tuple[str, list[str], str]:
    """Return (name, aliases, reason to drop it) for a city: with those aliases that differ as transliterations do."""
    if re.search(r"[\d/(,]|\b(?:Arrondissement|District|Cantonment|Subdivision|Stantsiya|Posëlok|Borough)\b", raw):
        return "", [], "part of a city or compound entry"
    if sum(c.isalpha() for c in raw) < 4:
        return "", [], "under four letters"
    own = key(raw)
    if " " not in own:
        return raw, [], ""
    near = [a for a in others if latin(a) and key(a) != own and skeleton(a) == skeleton(raw) and distance(key(a), own) <= 3]
    # "N'ju-London" is an English name that went through Cyrillic and back.
    near = [a for a in near if not re.search(r"['’]|[jy]u|zh", a) and ("f" in a.lower()) == ("f" in raw.lower())]
    return raw, near, ""
