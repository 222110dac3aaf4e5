"""Speech that lost its marks: first person outside them, one attribution too many, a number cut in two, quotations chopped to words."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..document import Document
from ..lazyregex import regex
from ..model import Hit, Level, Rule, Span
from .quotes import VERBS, Quotes, paragraphs

_SAID = regex(rf"\b(?:{VERBS}|according to)\b", re.IGNORECASE)
_SENTENCE = regex(r"\S.*?(?:[.!?…]+(?=\s|$)|$)")
_FIRST_PERSON = regex(r"(?:^|[\s,;(])(?:I(?! of\b)|We|we|I'm|I’m|We're|We’re|we're|we’re|We've|We’ve|we've|we’ve|I've|I’ve)(?=[\s,'’])")
_ANY_FIRST_PERSON = regex(r"\b(?:I|[Ww]e|[Mm]y|[Oo]ur|[Uu]s|[Mm]e)\b(?!\.)")
_SUBJECT = r"(?P<subject>He|She|They|It|(?:(?:Mr|Mrs|Ms|Dr)\.? )?[A-Z][\w'’-]+(?: (?:al|bin|de|van|[A-Z][\w'’-]+)){0,3})"
_TWICE_HEAD = regex(rf"{_SUBJECT}(?: also| then| further)? (?:{VERBS})(?: that|:|,)? (?P<rest>.+)$")
_TWICE_TAIL = regex(rf",[”\"]? (?P<who>he|she|they|it|[A-Z][\w'’-]+) (?:{VERBS})[.”\"]*$")
_SPEAKER_LAST = regex(rf",[”\"]? (?:he|she|they|it|[A-Z][\w'’-]+) (?:{VERBS})(?:[.”\"]|$)")
_TWO_SENTENCES = regex(r"[\w)%][.!?][\"”]? [\"“]?[A-Z]|[.!?][\"”] [\"“]")
_NUMBER = (
    r"(?:one|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
    r"|\d[\d.,]*)"
)
_COMPARED = r"(?:(?:less|more|fewer|greater|higher|lower) than|over|under|about|around|nearly|almost|at least)"
_CUT_HEAD = regex(rf"\b{_COMPARED} {_NUMBER}[,.]?$")
_SCALE = "(?:hundred|thousand|million|billion|trillion|percent|per cent)"
_ANY_SCALE = ("illion", "undred", "housand", "ercent", "er cent")
"""One of these is in every cut number."""
_CUT_TAIL = regex(
    rf"(?:It|That|This|There|They)(?:'s|’s| is| are| was| were) (?:an? |the )?{_SCALE}s?(?: of)?(?: [a-z]+){{1,2}}(?=[.,;!?])"
    r"|(?:Hundred|Thousand|Million|Billion|Trillion|Percent|Per cent)\b(?: [a-z]+)?"
)
_CUT = regex(rf"[.!?…][\"”]? {_CUT_TAIL.pattern}")
_ONE_WORD = regex(r"[\"“][a-zà-ÿ0-9][\w'’-]*[,.]?[\"”]")
_CONJUNCTIONS = ("While", "When", "As", "If", "Although", "Though", "After", "Before", "Since", "Because")
_STOPS = (".", "!", "?", "…")
_LISTED = regex(r"[^,;]*[,;].*|[\s/]*(?:(?:and|or|nor|versus|vs\.?|to|&)\s*)?")
_SPEAKER_NEXT = regex(
    rf" (?:(?:he|she|they) (?:also )?(?:{VERBS})|(?:{VERBS}) (?:[A-Z]|the |he\b|she\b)"
    rf"|(?:the (?:[a-z]+ ){{1,3}}|[A-Z][\w'’-]+ (?:[A-Z][\w'’-]+ )?)(?:{VERBS}))\b"
)
_NARRATOR = regex(
    r"\b(?:ask(?:ed|s)?|me?et|interview\w*|spoke|speak|talk\w*|visit\w*|call(?:ed)?|sa[wt]|walk\w*|arriv\w*|drove|told|follow\w*|joined"
    r"|found|went|reached|stayed)\b"
)
_SPEAKER_INSIDE = regex(
    r"[a-z][,!?] (?P<found>(?:says|said|adds|added|explains|explained|underlines|underlined|continues|continued|recalls|recalled"
    r"|notes|noted|assures|assured|stresses|stressed|insists|insisted|laments|smiles|sighs|regrets|confides)"
    r" (?:the (?:[a-z]+ ){1,5}[a-z]+(?:, [A-Z][\w’'-]+(?: [A-Z][\w’'-]+)*)?|[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)*))(?=[,.])"
)
_THAT_WORDS = ("that I ", "that, I ", "that we ", "that, we ", "that We ", "that, We ")
_THAT_I = regex(
    r"\b(?:[Hh]e|[Ss]he|[Tt]he [a-z]+|[A-Z][\w'’-]+)(?: has| had| also| then)? (?:answered|replied|said|stated|stressed"
    r"|added|explained|noted|declared|insisted)"
    r" (?P<found>that,? (?:I (?!(?:had|was|could|should|would|must|needed|might|looked|did|didn|wasn)\b)"
    r"|[Ww]e (?:will|won|can|cannot|have|are|don|must|want|need)\b)[^.!?“”\"]{2,})"
)


def outside(document: Document, rule: Rule) -> Iterator[Hit]:
    """A sentence in the first person between two quotations of one paragraph, after an attribution and without one of its own.

    At the end of a paragraph, after the last quotation, it is a warning, and so it is before the first one, where that is in the first
    person too, and in `He answered that I …`. A text whose narrator speaks in the first person is left alone.
    """
    found: list[Hit] = []
    for whole in paragraphs(document):
        paragraph, text, quotes = whole
        if not (quotes.quotations or _may_report(text)) or whole.joined:
            continue
        found += [Hit(rule, _span(paragraph, m.span("found")), level=Level.WARNING) for m in _reported(text, quotes)]
        if not quotes.quotations or not quotes.balanced:
            continue
        found += [Hit(rule, _span(paragraph, s), level=Level.WARNING) for s in _before(text, quotes)]
        gaps = quotes.gaps(len(text))
        for number, (start, end) in enumerate(gaps[1:], 1):
            sentences = list(_SENTENCE.finditer(text, start, end))
            if not sentences or not _SAID.search(sentences[0].group()):
                continue
            level = None if number < len(gaps) - 1 else Level.WARNING
            found += [Hit(rule, _span(paragraph, s.span()), level=level) for s in sentences if _unmarked_speech(s.group())]
    if found and not _narrates(document):
        yield from found


def _before(text: str, quotes: Quotes) -> list[tuple[int, int]]:
    """Sentences in the first person that lead up to the first quotation, when that is followed by its speaker."""
    if not quotes.balanced or not quotes.quotations:
        return []
    first, after = quotes.quotations[0], text[quotes.quotations[0].end :]
    if not _SPEAKER_NEXT.match(after) or text[first.end - 2 : first.end - 1] not in ",?!":
        return []
    found: list[tuple[int, int]] = []
    for match in reversed(list(_SENTENCE.finditer(text, 0, first.start))):
        if not _unmarked_speech(match.group().rstrip()) or _NARRATOR.search(match.group()):
            break
        found.insert(0, match.span())
    return found


def _reported(text: str, quotes: Quotes) -> Iterator[re.Match[str]]:
    """`He answered that I have no bread`, outside quotation marks."""
    if not _may_report(text):
        return
    for match in _THAT_I.finditer(text):
        if not any(q.start <= match.start() < q.end for q in quotes.quotations):
            yield match


def _may_report(text: str) -> bool:
    return ("that " in text or "that, " in text) and any(words in text for words in _THAT_WORDS)


def _unmarked_speech(sentence: str) -> bool:
    return sentence[-1] in ".!?" and bool(_FIRST_PERSON.search(sentence)) and not _SAID.search(sentence)


def _narrates(document: Document) -> bool:
    """Whether the first person is used outside quotation marks where it can't be a quoted speaker's.

    `Mayor: We met` is speech, too, and a line without a full stop ("Follow us") belongs to the page.
    """
    for _, text, quotes in paragraphs(document):
        if not quotes.marks:
            if text.rstrip()[-1:] in _STOPS and ": " not in text and _ANY_FIRST_PERSON.search(_THAT_I.sub("", text)):
                return True
            continue
        if not quotes.balanced:
            continue
        reported = [m.span() for m in _reported(text, quotes)]
        excused = {start for start, _ in _before(text, quotes)}
        for number, (start, end) in enumerate(quotes.gaps(len(text))):
            sentences = [
                m.group()
                for m in _SENTENCE.finditer(text, start, end)
                if m.start() not in excused and not any(m.start() <= a < m.end() for a, _ in reported)
            ]
            attributed = number > 0 and sentences and _SAID.search(sentences[0])
            for words in sentences:
                if _ANY_FIRST_PERSON.search(words) and ":" not in words and not (attributed and _unmarked_speech(words)):
                    return True
    return False


def speaker_inside(document: Document, rule: Rule) -> Iterator[Hit]:
    """A speaker named inside the marks, as French does it: `“We must learn, says the mayor, Anna Berg. It is late.”`"""
    for paragraph, text, quotes in paragraphs(document):
        for start, end in _quotations(quotes) if quotes.quotations and quotes.balanced else ():
            for match in _SPEAKER_INSIDE.finditer(text, start, end):
                yield Hit(rule, _span(paragraph, match.span("found")))


def twice(document: Document, rule: Rule) -> Iterator[Hit]:
    """A sentence that says at both ends who speaks: `He said the talks were over, he said.`"""
    for paragraph, text, quotes in paragraphs(document):
        if not _SPEAKER_LAST.search(text):
            continue
        for sentence in document.sentences_of(paragraph):
            words = document.flat(sentence)
            head, tail = _TWICE_HEAD.match(words), _TWICE_TAIL.search(words)
            if not head or not tail or tail.start() < head.end("subject") + 12 or _TWO_SENTENCES.search(words):
                continue
            at = sentence.start - paragraph.start + tail.end("who")
            if any(q.start < at < q.end for q in quotes.quotations):
                continue
            subject, who = head["subject"], tail["who"]
            if subject.split()[0] in _CONJUNCTIONS:
                continue
            pronoun = subject.lower() if subject in ("He", "She", "They", "It") else None
            if who == pronoun or (pronoun is None and who in ("he", "she", "they", "it", subject.split()[-1])):
                yield Hit(rule, sentence)


def number_split(document: Document, rule: Rule) -> Iterator[Hit]:
    """A number cut in two by the end of a quotation or a sentence: `is less than one,” he said. It is a thousand people.`"""
    for paragraph, text, quotes in paragraphs(document):
        if not any(scale in text for scale in _ANY_SCALE) or not _CUT.search(text):
            continue
        for number, (start, end) in enumerate(quotes.gaps(len(text))):
            pieces = [m.span() for m in _SENTENCE.finditer(text, start, end)]
            ends = [start - 1 if number else 0, *(b for _, b in pieces)]
            for i, (a, _) in enumerate(pieces[1:], 1):
                tail = _CUT_TAIL.match(text, a)
                # the number stands before this sentence's start, or before the quotation mark that an attribution followed
                for end in (ends[i], ends[0]) if i == 1 else (ends[i],):
                    head = _CUT_HEAD.search(text[:end].rstrip(".!? "), max(0, end - 40)) if tail else None
                    if head and tail:
                        yield Hit(rule, _span(paragraph, (head.start(), tail.end())))
                        break


def chopped(document: Document, rule: Rule) -> Iterator[Hit]:
    """Three one-word quotations or more in a sentence, with words between them that aren't a list: the shortest stretch with that many."""
    least = rule.options.least or 3
    for paragraph, text, quotes in paragraphs(document):
        if len(quotes.quotations) < least or len(_ONE_WORD.findall(text)) < least:
            continue
        single = {q[:2] for q in _quotations(quotes) if _ONE_WORD.fullmatch(text, *q[:2])}
        for sentence in document.sentences_of(paragraph):
            a, b = sentence.start - paragraph.start, sentence.end - paragraph.start
            inside = sorted(s for s in single if a <= s[0] and s[1] <= b)
            apart = [s for i, s in enumerate(inside) if not i or not _LISTED.fullmatch(text, inside[i - 1][1], s[0])]
            runs = [(apart[i][0], apart[i + least - 1][1]) for i in range(len(apart) - least + 1)]
            if runs:
                yield Hit(rule, _span(paragraph, min(runs, key=lambda r: r[1] - r[0])))


def _quotations(quotes: Quotes) -> list[tuple[int, int]]:
    return [(q.start, q.end) for q in quotes.quotations if q.closed]


def _span(paragraph: Span, inside: tuple[int, int]) -> Span:
    return Span(paragraph.start + inside[0], paragraph.start + inside[1])
