"""What the variables of phrases stand for, and a line with its dates, services and numbers replaced by their variables."""

from __future__ import annotations

import re

from ..lazyregex import regex
from .writtendates import with_dates

_MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?"
    r"|Dec(?:ember)?)\.?"
)
_NAME = r"\p{Lu}[\pL\pM.'’-]*(?: \p{Lu}[\pL\pM.'’-]*){0,3}"
_LISTED = """
facebook twitter instagram whatsapp telegram linkedin pinterest reddit youtube tiktok snapchat tumblr flipboard messenger viber vk vkontakte
odnoklassniki weibo wechat line skype bluesky mastodon threads pocket xing email e-mail gmail rss sms koo sharechat zalo kakaotalk discord
twitch spotify soundcloud vimeo rumble parler gab substack patreon feedly wykop hatena clubhouse signal
фейсбук фейсбуке фейсбуці твиттер твиттере твіттері телеграм телеграме телеграмі телеграмм инстаграм инстаграме вконтакте одноклассники
вайбер вайбере ютуб ютубе дзен дзене فيسبوك تويتر واتساب انستغرام تيليجرام تلغرام لينكدإن يوتيوب
تلگرام توییتر واتساپ فیسبوک اینستاگرام فیس‌بوک لینکدین 微信 微博 脸书 推特 臉書 페이스북 트위터 카카오톡 카카오스토리 네이버
फेसबुक ट्विटर व्हाट्सएप टेलीग्राम फ़ेसबुक इंस्टाग्राम ফেসবুক টুইটার হোয়াটসঅ্যাপ
"""
SERVICES = tuple(_LISTED.split())
"""What `{service}` stands for, besides `X` and services of two words ("Google News")."""
_ONE_WORD = frozenset(SERVICES)
_IN_OTHERS = frozenset(("x", "google", "apple", "whats", "truth"))
_OTHERS = regex(
    r"(?i:\b(?:google news|google plus|google\+|apple news|apple podcasts|whats app|truth social)(?!\w))"
    r"|(?<![\w.])X(?: \((?:formerly |ehemals |ex-? ?|anciennement |antes |бывший )?Twitter\))?(?![\w'’])"
)
VARIABLES = {
    "n": r"\p{Nd}[\p{Nd}.,]*[kKmM]?",
    "date": rf"(?:\d{{4}}[-/.]\d{{1,2}}[-/.]\d{{1,2}}|\d{{1,2}}[-/.]\d{{1,2}}[-/.]\d{{2,4}}|\d{{1,2}}(?:st|nd|rd|th)? {_MONTH},? \d{{4}}"
    rf"|{_MONTH} \d{{1,2}}(?:st|nd|rd|th)?,? \d{{4}})",
    "service": rf"(?:(?i:{'|'.join(map(re.escape, SERVICES))}|google (?:news|plus)|google\+|apple news)|X)",
    "name": _NAME,
    "names": rf"{_NAME}(?:(?:,| and| &|, and) {_NAME}){{0,4}}",
    "site": rf"(?:(?:[\pL\d-]+\.)+[a-zA-Z]{{2,}}|{_NAME})",
    "any": r"[^.!?\n]{1,60}",
    "rest": r"[^\n]{1,200}",
}
"""RE2 expressions, for phrases in running text; a whole line is compared with its variables put in."""
CLOSED = ("date", "service", "n")
"""Variables put into a line before it is looked up; the others are open: what they stand for is tested where the words around them fit."""
_DIGIT = regex(r"\d")
_NUMBER = regex(r"(?<!\w)\d{1,3}(?:[ \u00a0\u202f]\d{3})+(?!\w)|(?<!\w)\d[\d.,]*[kKmM]?(?!\w)|(?<!\w)\d[\d.,]*")
_WORD = regex(r"[\w-]+(?:\u200c\w+)?")
_SENTENCE_MARK = regex(r"[.!?](?:\s|$)")
_TOLD = regex(r"(?i)\b(?:said|says|told|tells|asked|he|she|his|her|was|were|had)\b")
"""English words of reports: "Get the latest ferry, he told her" is no invitation."""
_DOMAIN = regex(r"(?:https?://)?(?:[\w-]+\.)+[^\W\d_]{2,}(?:/[\w/-]*)?")
_BETWEEN_NAMES = regex(r", and |, | and | & | und | et | y | e | и ")
_PARTICLES = frozenset(
    ("van", "von", "de", "del", "da", "der", "den", "al", "el", "bin", "la", "le", "di", "du", "dos", "das", "ter", "ibn")
)
_IN_TITLES = frozenset((*_PARTICLES, "of", "the", "and", "&", "for", "des", "y", "et", "und"))


def with_numbers(text: str) -> str:
    """A line with `{date}` and `{n}` in place of dates, times and numbers."""
    return _NUMBER.sub("{n}", with_dates(text)) if _DIGIT.search(text) else text


def with_services(text: str) -> str:
    """A line with `{service}` in place of services' names."""
    words = _WORD.findall(text.casefold())
    if _ONE_WORD.isdisjoint(words) and _IN_OTHERS.isdisjoint(words):
        return text
    return _WORD.sub(lambda m: "{service}" if m.group().casefold() in _ONE_WORD else m.group(), _OTHERS.sub("{service}", text))


def forms(text: str) -> list[str]:
    """A line with its closed variables put in: once with the names of services as they are, once with theirs, where it has any."""
    counted = with_numbers(text)
    return list(dict.fromkeys((counted, with_services(counted))))


def fits(name: str, text: str) -> bool:
    """Whether an open variable can stand for a text; behind a word it goes on with a sentence, which must not tell a story."""
    name, _, sentence = name.partition(" ")
    if sentence and _TOLD.search(text):
        return False
    if name == "rest":
        return 1 <= len(text) <= 200
    if name == "any":
        return 1 <= len(text) <= 60 and not _SENTENCE_MARK.search(text)
    if name == "site":
        return _DOMAIN.fullmatch(text) is not None or _is_name(text.split(" "), 6, _IN_TITLES)
    return all(_is_name(part.split(" "), 4, _PARTICLES) for part in (_BETWEEN_NAMES.split(text) if name == "names" else [text]))


def _is_name(words: list[str], most: int, small: frozenset[str]) -> bool:
    if not 1 <= len(words) <= most or words[-1] in small or all(word in small for word in words):
        return False
    return all(word in small or (word[:1] == word[:1].upper() and (word[:1].isalpha() or small is _IN_TITLES)) for word in words)
