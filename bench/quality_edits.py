"""Verified edits, each kind apart: damage done to clean sentences and found again, and what is found in sentences left as they are.

The sentences that are damaged and the clean ones come from the same texts and are never the same. Damage is repaired when a hit of the
kind's rule overlaps the place; a false edit is any hit on a clean sentence. The curve is over the model's gain of the best proposal.
"""

from __future__ import annotations

import random
import re
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from lint import rulefile
from lint.engine import Engine
from lint.formats import from_text
from lint.kinds.proposals import plural
from lint.lm.verifier import opened
from lint.model import Rule, Settings

Damage = Callable[[str, Rule, random.Random], "tuple[str, int] | None"]
MARGINS = (0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 12)
_GOALS = {"edit-doubled": (0.95, 0.95), "edit-article": (0.15, 0.40), "edit-number": (0.25, 0.50)}


def _chosen(
    text: str, expression: str, dice: random.Random, fits: Callable[[re.Match[str]], bool] = lambda _: True
) -> re.Match[str] | None:
    found = [m for m in re.finditer(expression, text) if fits(m)]
    return dice.choice(found) if found else None


def _article(text: str, rule: Rule, dice: random.Random) -> tuple[str, int] | None:
    m = _chosen(text, r"(?<=\w )(?:the|an?) (?=[a-z])", dice)
    return (text[: m.start()] + text[m.end() :], m.start()) if m else None


def _number(text: str, rule: Rule, dice: random.Random) -> tuple[str, int] | None:
    singular = {plural(noun): noun for noun in rule.options.nouns}
    before = "for|of|several" if rule.options.bare else "|".join(rule.options.after)
    m = _chosen(
        text,
        rf"\b(?i:{before}) ([a-z]{{3,}})\b(?!-)",
        dice,
        lambda m: m[1] in singular or (m[1].endswith("s") and m[1][-2:] not in ("ss", "us")),
    )
    return (text[: m.start(1)] + singular.get(m[1], m[1][:-1]) + text[m.end(1) :], m.start(1)) if m else None


def _doubled(text: str, rule: Rule, dice: random.Random) -> tuple[str, int] | None:
    m = _chosen(text, r"\b[a-z]+\b(?=[ .,])", dice)
    return (text[: m.end()] + " " + text[m.start() :], m.end() + 1) if m else None


def _swap(text: str, rule: Rule, dice: random.Random) -> tuple[str, int] | None:
    wrong: dict[str, list[str]] = {}
    for bad, good in rule.options.pairs.items():
        wrong.setdefault(good, []).append(bad)
    m = _chosen(text, r"\b(?:" + "|".join(map(re.escape, wrong)) + r")\b", dice)
    return (text[: m.start()] + dice.choice(wrong[m[0]]) + text[m.end() :], m.start()) if m else None


def _insert(text: str, rule: Rule, dice: random.Random) -> tuple[str, int] | None:
    m = _chosen(text, r"\b(?:" + "|".join(rule.options.after) + r") (to )[a-z]+\b", dice)
    return (text[: m.start(1)] + text[m.end(1) :], m.start(1)) if m else None


def _agreement(text: str, rule: Rule, dice: random.Random) -> tuple[str, int] | None:
    m = _chosen(text, r"\b(?i:the|these|those|this|his|their|its) [a-z]+ (" + "|".join(rule.options.pairs) + r")\b", dice)
    return (text[: m.start(1)] + rule.options.pairs[m[1]] + text[m.end(1) :], m.start(1)) if m else None


KINDS: dict[str, Damage] = {
    "edit-article": _article,
    "edit-number": _number,
    "edit-plural": _number,
    "edit-doubled": _doubled,
    "edit-preposition": _swap,
    "edit-collocation": _swap,
    "edit-to": _insert,
    "edit-agreement": _agreement,
}


def sentences(paths: Iterable[str], seed: int) -> list[str]:
    """The sentences of the texts, of 6 to 60 words, in a random order that the seed fixes; a sentence that stands twice is taken once."""
    out: dict[str, None] = {}
    for path in paths:
        with open(path, encoding="utf-8") as file:
            document = from_text(file.read(), path)
        for span in document.sentences:
            text = document.flat(span).strip()
            if 6 <= len(text.split()) <= 60 and text[-1:] in '.?!"”' and not re.search(r"[a-z][.!?][A-Z]|[a-z][A-Z]", text):
                out.setdefault(text)
    mixed = list(out)
    random.Random(seed).shuffle(mixed)
    return mixed


def gains(rule: Rule, texts: Sequence[str], places: Sequence[int] | None, model: str) -> list[float | None]:
    """The best gain of the rule's proposals in each text, at the place if places are given; None where it proposes nothing."""
    verifier = opened(model)
    engine = Engine([replace(rule, verify="", margins={})], Settings(grammar_engine="off", lm_model=model))
    out: list[float | None] = []
    for i, text in enumerate(texts):
        best: float | None = None
        for d in engine.check(from_text(text, "bench")):
            if d.rule != rule.id or (places is not None and not d.span.start - 1 <= places[i] <= d.span.end):
                continue
            for new in d.replacements:
                gain = verifier.gain(text, text[: d.span.start] + new + text[d.span.end :])
                best = gain if best is None else max(best, gain)
        out.append(best)
    return out


def measure(paths: Sequence[str], rules: str, model: str, damaged: int, clean: int, only: Sequence[str], show: bool = False) -> int:
    """Print every kind's curve; 1 when a kind that isn't a preview misses its goal."""
    every = {rule.id.partition("/")[2]: rule for rule in rulefile.load(rules) if rule.kind == "edits"}
    mixed = sentences(paths, 1)
    kept = mixed[:clean]
    bad = 0
    print(f"{len(mixed)} sentences; model {model}; false edits on {len(kept)} clean sentences")
    name = "ngram" if model == "ngram" else "neural"
    for kind, damage in KINDS.items():
        if kind not in every or (only and kind not in only):
            continue
        rule, dice = every[kind], random.Random(2)
        pairs: list[tuple[str, int]] = []
        for text in mixed[clean:]:
            if len(pairs) < damaged and (pair := damage(text, rule, dice)):
                pairs.append(pair)
        started = time.process_time()
        wrong = gains(rule, kept, None, model)
        cost = (time.process_time() - started) / max(1, len(kept)) * 1000
        right = gains(rule, [text for text, _ in pairs], [at for _, at in pairs], model)
        if show:
            for text, gain in zip(kept, wrong, strict=True):
                if gain is not None and gain >= rule.margins.get(name, 99.0):
                    print(f"{gain:6.1f}  {text}")
        print(f"\n{kind}: {len(pairs)} damaged; proposed on {sum(g is not None for g in right)}; {cost:.3f} ms CPU a clean sentence")
        print("  margin   recall   false in 1,000")
        margin = rule.margins.get(name, 99.0)
        for at in sorted({*MARGINS, margin}):
            recall = sum(g is not None and g >= at for g in right) / max(1, len(pairs))
            false = sum(g is not None and g >= at for g in wrong) / max(1, len(kept)) * 1000
            print(f"  {at:6.1f}   {recall:6.3f}   {false:6.2f}{'   <- ' + rule.id if at == margin else ''}")
            if at == margin and not rule.preview and (false > 1 or recall < _GOALS.get(kind, (0, 0))[name == "neural"]):
                bad = 1
    return bad
