"""Names of two tokens or more that come near a known one: one token is left open, the others lead to what should stand there."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ..model import Span
from . import context, glued
from .case import PROMINENT, Case
from .decide import decide
from .finding import Finding, surest
from .fold import tokens, without_umlauts
from .gazetteer import Bucket, Form
from .near import Nearness, near, pinyin
from .runs import HYPHENS, OPENERS, PARTICLES, TITLES, Run, is_quotable
from .styles import has_styles, in_style, leaves_out
from .survey import LONGEST_OPEN, Survey

_GENERAL = "bank centre center club college company hospital institute museum park party school society union university"
GENERAL = frozenset(_GENERAL.split())
"""Words that very many organisations have in their names."""


def misses(survey: Survey) -> Iterator[Finding]:
    """The near misses of a text, the surest finding of each place."""
    for run, covered in survey.uncovered(2):
        yield from surest(_in_run(survey, run, covered))
    for run, covered in survey.restyled:
        yield from surest(_in_run(survey, run, covered, other_style=True))


def _in_run(survey: Survey, run: Run, covered: Sequence[bool], other_style: bool = False) -> Iterator[Finding]:
    texts = run.texts
    inside = [survey.lexicon.facts(token)[1] for token in texts]
    for size in range(2, min(LONGEST_OPEN, len(texts)) + 1):
        for i in range(len(texts) - size + 1):
            # All tokens but the open one belong to a form, so they are tokens of some form.
            outside = [j for j in range(i, i + size) if not inside[j]]
            if len(outside) > 1:
                continue
            for j in outside or range(i, i + size):
                doubled = texts[j] in (*texts[max(i, j - 1) : j], *texts[j + 1 : min(i + size, j + 2)])
                if not covered[j] and not doubled and _may_be_open(texts[j]) and _is_anchored(texts, i, size, j):
                    yield from _at(survey, run, i, size, j - i, other_style)


def _at(survey: Survey, run: Run, first: int, size: int, at: int, other_style: bool) -> Iterator[Finding]:
    parts = run.texts[first : first + size]
    bucket = survey.lexicon.slot(parts, at)
    together = glued.after_form(survey, run, first + at, bucket) if at == size - 1 and survey.lexicon.is_unknown(parts[at]) else None
    if together and not _is_slip_of_another(parts[at], at, together[1], bucket):
        rest, form = together
        span = run.span(first, first + size)
        places = tuple(survey.known.get(form.known, ())[:1])
        yield Finding(span, f"{survey.written(span, form.text)} {rest}", form.known, glued.DECISION, places)
        return
    here = survey.open_forms.get((*parts[:at], "*", *parts[at + 1 :]), ()) if survey.forms else ()
    nearest = [(n, form) for form in dict.fromkeys((*bucket.forms, *here)) if (n := near(parts[at], form.parts[at]))]
    if not nearest:
        return
    if any(without_umlauts(form.text)[at] == parts[at] for _, form in nearest):
        return
    nearest.sort(key=_rank)
    span = run.span(first, first + size)
    if not is_quotable(survey.document, span) or _cuts(survey, run, first + size):
        return
    best, form = nearest[0]
    if form.parts[at] == parts[at] + "s" and survey.document.prose[span.end : span.end + 2] in ("'s", "’s"):
        return  # the apostrophe is misplaced, not the name misspelled
    ties = {f.parts[at] for n, f in nearest if n.tight == best.tight and best.similarity - n.similarity < 0.05}
    same = [f for n, f in nearest if f.known == form.known and n.tight == best.tight]
    elsewhere = any(f.parts in survey.forms for f in same)
    decision = decide(_case(survey, run, first, parts, at, bucket, best, form, len(ties) > 1, elsewhere))
    # Without its article a name is another one's, but where the known name has one too.
    told = not other_style or has_styles(form.known.name) or not leaves_out(survey.document, span, parts)
    if decision and told and not _is_right(survey, run, span, first + at, form, at):
        shown = min(same, key=lambda f: (f.parts not in survey.forms, f.text != f.known.name, f is not form))
        places = tuple(survey.forms.get(shown.parts, ())[:1])
        own = in_style(survey.document, run, first, first + at, shown.text) if form.known.kind in ("person", "place") else None
        yield Finding(span, own or survey.written(span, shown.text), form.known, decision, places)


def _is_slip_of_another(token: str, at: int, glued_form: Form, bucket: Bucket) -> bool:
    """Whether a token is near to a longer name than the one it begins with: "Petersbug" is Petersburg, not "Peters bug"."""
    others = (form.parts[at] for form in bucket.forms if form.parts != glued_form.parts)
    return any(found.tight for part in others if (found := near(token, part)))


def _is_right(survey: Survey, run: Run, span: Span, at: int, form: Form, open_at: int) -> bool:
    """Whether only hyphens and blanks stand elsewhere than in a form of the entity: Amirabdollahian, "Kim Jong un", "Chan-o-cha"."""
    if survey.lexicon.has_letters(form.known, tokens(survey.document.text(span))):
        return True
    token, right = run.tokens[at], form.parts[open_at]
    rest = right[len(token.text) :]
    if not rest or not right.startswith(token.text):
        return False
    after = tokens(survey.document.prose[token.end : token.end + 2 * len(rest) + 1])
    return any("".join(after[:size]) == rest for size in range(1, len(after) + 1))


def _cuts(survey: Survey, run: Run, end: int) -> bool:
    """Whether a hyphen joins the last token to the next one: half of a double-barrelled surname is nobody's name."""
    return end < len(run.tokens) and survey.document.prose[run.tokens[end - 1].end : run.tokens[end].start] in HYPHENS


def _rank(item: tuple[Nearness, Form]) -> tuple[bool, bool, float, bool, int, bool, str]:
    nearness, form = item
    nearest = not nearness.tight, not nearness.fair, -nearness.similarity, not nearness.same_sound
    return *nearest, form.known.tier, form.text != form.known.name, form.text


def _case(
    survey: Survey,
    run: Run,
    first: int,
    parts: tuple[str, ...],
    at: int,
    bucket: Bucket,
    nearness: Nearness,
    form: Form,
    tied: bool,
    elsewhere: bool,
) -> Case:
    span = run.span(first, first + len(parts))
    anchors = [part for i, part in enumerate(parts) if i != at and len(part) > 1 and part not in PARTICLES]
    facts, inside = survey.lexicon.facts(parts[at])
    return Case(
        found=parts[at],
        right=form.parts[at],
        near=nearness,
        facts=facts._replace(is_name=facts.is_name or inside),
        anchors=tuple(survey.lexicon.facts(part)[0] for part in anchors),
        kind=form.known.kind,
        tier=form.known.tier,
        last=at == len(parts) - 1,
        exact_run=first + len(parts) == len(run.texts) and all(text in OPENERS for text in run.texts[:first]),
        rivals=len({f.known for f in bucket.forms}),
        cut=bucket.cut,
        context=context.hits(survey.document, span, run.paragraph, form.known),
        office=context.office(survey.document, span, run.paragraph, form.known) if form.known.tier <= PROMINENT else 0,
        latin=context.written_in_latin(form.known),
        right_elsewhere=elsewhere,
        same_sentence=survey.beside(span, form.known),
        titles=all(part in TITLES for part in anchors),
        anchor_alone=any(survey.said[part] > 1 for part in anchors),
        lower_case=parts[at] in survey.lower_case,
        ordinary=form.known.kind == "person" and context.ordinary(survey.document, span),
        tied=tied,
        strange=survey.lexicon.strangeness(parts[at], form.parts[at]),
        general=all(part in GENERAL for part in anchors),
        word=survey.lexicon.facts(form.parts[at])[0].is_word,
        pinyin=pinyin(*parts, form.parts[at]),
    )


def _may_be_open(token: str) -> bool:
    return len(token) >= 2 and token not in TITLES and token not in PARTICLES and token.isalpha()


def _is_anchored(texts: Sequence[str], first: int, size: int, open_at: int) -> bool:
    least = 2 if len(texts[open_at]) >= 6 else 3
    others = (texts[i] for i in range(first, first + size) if i != open_at)
    return any(len(t) >= least and t not in PARTICLES for t in others)
