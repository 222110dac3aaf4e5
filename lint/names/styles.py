"""One name in other styles: with and without an article, Abd al-Rahman and Abdulrahman, Saint and St, hyphens, glued and split particles.

All of them are right, and a house has its own. A form is therefore known in a plain style too (`plain`), and a run of capitals that isn't
a known name is read once more in that style (`restyled`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from ..document import Document
from ..lazyregex import regex
from ..model import Span
from .fold import TOKEN, tokens
from .near import pinyin
from .runs import HYPHENS, Run, Token

_ARTICLES = frozenset(("al", "el"))
_ASSIMILATED = frozenset(("ad", "ar", "as", "ash", "at", "ath", "az", "ed", "er", "es", "ul", "ur", "ud", "us", "uz"))
"""The article before letters that it takes the sound of; without a hyphen they may be words of their own."""
_SERVANT = frozenset(("abd", "abdal", "abdel", "abder", "abdes", "abdol", "abdoul", "abdu", "abdul", "abdur"))
_GLUED_SERVANT = regex(r"abd(?:(?:al|el|ol|oul|ul)(?!la(?!tif))|[eu]r(?=r)|[eu](?=r)|es(?=s)|en(?=n))(?=[a-z]{3})")
"""What "servant of the" is written as in one word with what follows: Abdelaziz, but not Abdullah."""
_SHORT = {"saint": "st", "sainte": "ste", "mount": "mt", "fort": "ft"}
_LONG = {"st": "St.", "ste": "Ste", "mt": "Mt.", "ft": "Ft."}
_PARTICLES = "abu|al|ben|bin|da|de|del|den|der|des|di|do|dos|du|el|fitz|ibn|la|le|mac|mc|o|ter|van|von"
_GLUED = regex(rf"(?:{_PARTICLES})(?=[a-z]{{3}})")
_JOINING = frozenset(_PARTICLES.split("|"))
_INNER = regex(r"(?:[Aa]l|[Ee]l)(?=[A-Z][a-z])")
_CAPITAL = regex(r"[A-Z][a-z]+(?=[A-Z][a-z]+$)")
_PRONE = regex(
    r"(?i:\b(?:(?:al|el|a[drstz]|a[st]h|e[drs]|u[ldrsz])[- ]|abd|(?:sainte?|ste?|mount|mt|fort|ft)\b))|\b(?:[Aa]l|[Ee]l)[A-Z]|[a-z]-[a-z]"
)
"""A name that has no other style does not match."""
_SMALL_HALF = regex(r"[-\u2010\u2011]([a-z]{1,6})(?![\w-])")
_HALVES = regex(r"(?<=[a-z])-(?=[a-z])")


def has_styles(text: str) -> bool:
    """Whether a name has something that is written in several ways."""
    return _PRONE.search(text) is not None


def plain(text: str, kind: str) -> tuple[str, ...]:
    """The name in the plain styles that differ from how it is written: without articles, Abdulrahman, St.; Jongun for Jong-un."""
    if kind not in ("person", "place") or not has_styles(text):
        return ()
    first = _plain(text)
    styles = (first, _HALVES.sub("", first)) if kind == "person" else (first,)
    found = {tokens(style): style for style in reversed(styles)}
    return tuple(style for parts, style in found.items() if len(parts) > 1 and parts != tokens(text))


def is_joined(text: str, style: str) -> bool:
    """Whether a style of a name joins what a hyphen parts in it: another syllable makes another person of it (Jungjae, Jungdae)."""
    return _HALVES.search(text) is not None and _HALVES.search(style) is None


def _plain(text: str) -> str:
    words, at = [], 0
    matches = list(TOKEN.finditer(text))
    folded = [tokens(match.group())[0] if tokens(match.group()) else "" for match in matches]
    gaps = [text[m.end() : matches[i + 1].start()] if i + 1 < len(matches) else "" for i, m in enumerate(matches)]
    while at < len(matches):
        size, token = piece(folded, at, lambda i: gaps[i] == "-", _INNER.match(matches[at].group()) is not None)
        written = text[matches[at].start() : matches[at + size - 1].end()]
        if token and (token != folded[at] or size > 1):
            written = _LONG.get(token) or (token.capitalize() if size > 1 or token.startswith("abdul") else written[-len(token) :])
        if token:
            words += [written, gaps[at + size - 1]]
        at += size
    return "".join(words).strip(" -")


def piece(folded: Sequence[str], at: int, hyphen: Callable[[int], bool], inner: bool) -> tuple[int, str]:
    """How many tokens from one on are one piece of the name in the plain style, and which ("" for an article, which that style hasn't).

    `hyphen` says whether one joins a token to the next, `inner` whether an article is glued to this one (ElBaradei).
    """
    token, last = folded[at], len(folded) - 1
    if token in _SERVANT and at < last:
        size = 2 if at + 1 < last and folded[at + 1] in (_ARTICLES | _ASSIMILATED) else 1
        if at + size <= last:
            bearer = folded[at + size]
            return size + 1, "abdul" + (bearer[2:] if bearer[:2] in _ARTICLES and len(bearer) > 5 else bearer)
    if glued := _GLUED_SERVANT.match(token):
        return 1, "abdul" + token[glued.end() :]
    if at < last and ((at and token in _ARTICLES) or (token in (_ARTICLES | _ASSIMILATED) and hyphen(at))):
        return 1, ""
    if at and inner and len(token) > 4:
        return 1, token[2:]
    return 1, _SHORT.get(token, token)


def restyled(document: Document, run: Run, is_part: Callable[[str], bool]) -> Iterator[Run]:
    """A run in the plain style, and with its particles joined or split, as far as that makes another one of it.

    `is_part` says whether a folded token stands in some name. A token of the new run lies where the tokens do that it is made from.
    """
    longer = _lengthened(document, run, is_part)
    if longer is not run:
        yield longer
    base = _merged(document, longer, is_part)
    if base is not longer:
        yield base
    other = _joined(document, base, is_part)
    if other is not base:
        yield other


def _lengthened(document: Document, run: Run, is_part: Callable[[str], bool]) -> Run:
    """A run with the half of a name in small letters that a hyphen joins to it: Jong-un, but not London-based."""
    match = _SMALL_HALF.match(document.prose, run.tokens[-1].end)
    if not match or not is_part(match.group(1)):
        return run
    return Run((*run.tokens, Token(match.group(1), *match.span(1))), (*run.texts, match.group(1)), run.paragraph)


def _merged(document: Document, run: Run, is_part: Callable[[str], bool]) -> Run:
    if not any(t in _ARTICLES or t in _ASSIMILATED or t in _SHORT or t[:3] == "abd" or t[:2] in _ARTICLES for t in run.texts):
        return run
    out: list[Token] = []
    at = 0

    def hyphen(i: int) -> bool:
        return document.prose[run.tokens[i].end : run.tokens[i + 1].start] in HYPHENS

    while at < len(run.tokens):
        first = run.tokens[at]
        inner = _INNER.match(document.prose, first.start) is not None
        glued = first.text[:2] in _ARTICLES and not is_part(first.text) and is_part(first.text[2:])
        size, text = piece(run.texts, at, hyphen, inner or glued)
        if text:
            out.append(Token(text, first.start, run.tokens[at + size - 1].end))
        at += size
    texts = tuple([token.text for token in out])
    return run if texts == run.texts else Run(tuple(out), texts, run.paragraph)


def _joined(document: Document, run: Run, is_part: Callable[[str], bool]) -> Run:
    out: list[Token] = []
    at = 0
    while at < len(run.tokens):
        token = run.tokens[at]
        after = run.tokens[at + 1] if at + 1 < len(run.tokens) else None
        if after and _may_join(token.text, after.text) and is_part(together := token.text + after.text):
            out.append(Token(together, token.start, after.end))
            at += 1
        else:
            out += _split(document, token, is_part)
        at += 1
    return run if len(out) == len(run.tokens) else Run(tuple(out), tuple([token.text for token in out]), run.paragraph)


def _split(document: Document, token: Token, is_part: Callable[[str], bool]) -> list[Token]:
    """A token that no name has as two that names have: after a particle, or where a capital stands inside."""
    if len(token.text) > 4 and token.end - token.start == len(token.text) and not is_part(token.text):
        found = _CAPITAL.match(document.prose[token.start : token.end]) or _GLUED.match(token.text)
        cut = found.end() if found else 0
        if found and is_part(token.text[cut:]) and is_part(token.text[:cut]):
            return [Token(token.text[:cut], token.start, token.start + cut), Token(token.text[cut:], token.start + cut, token.end)]
    return [token]


def _may_join(one: str, other: str) -> bool:
    return len(other) > 1 and (one in _JOINING or (len(one) > 1 and len(one) + len(other) < 9 and pinyin(one, other)))


def leaves_out(document: Document, span: Span, parts: Sequence[str]) -> bool:
    """Whether tokens in the plain style have fewer letters than the text has in their place."""
    return sum(map(len, parts)) < sum(map(len, tokens(document.text(span))))


def in_style(document: Document, run: Run, first: int, at: int, form: str) -> str | None:
    """A right form as the text writes it but for the token at `at` of the run from `first` on: its hyphens, small letters and articles.

    Accents come from the form. None when the form doesn't have the tokens of the run.
    """
    parts = list(TOKEN.finditer(form))
    tokens_ = run.tokens[first : first + len(parts)]
    out = []
    for i, (part, token) in enumerate(zip(parts, tokens_, strict=False)):
        written, right = document.prose[token.start : token.end], part.group().rstrip(".")
        if first + i == at:
            out.append(_beside_article(written, token.text, right))
        elif tokens(right) != (token.text,):
            return None
        else:
            out.append(right if len(right) == len(written) and right.casefold() != written.casefold() else written)
        if i + 1 < len(tokens_):
            out.append(document.prose[token.end : tokens_[i + 1].start])
    text = "".join(out)
    whole = document.prose[tokens_[0].start : tokens_[-1].end]
    return text.upper() if whole.isupper() else text


def _beside_article(written: str, found: str, right: str) -> str:
    """The right token with what stands before the wrong one in the same piece: "Abdel Rahmn" and Abdulrahman make "Abdel Rahman"."""
    glued = _GLUED_SERVANT.match(found)
    correct = _GLUED_SERVANT.match(tokens(right)[0])
    if glued and correct and not (len(written) == len(found) and written.casefold() == found):
        rest = right[correct.end() :]
        size = len(found) - glued.end()
        before = written[:-size]
        return before + (rest.capitalize() if written[-size].isupper() else rest)
    if len(written) > len(found) and written.casefold().endswith(found):  # the article of ElBaradei
        return written[: -len(found)] + right
    return right[:1].upper() + right[1:] if written[:1].isupper() else right
