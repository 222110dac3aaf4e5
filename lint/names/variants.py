"""The spellings of one name brought together: by sound, by one edit, by a middle name that is said or not."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from .fold import deletions, skeleton
from .near import near, same_stem

RARER = 3
"""A spelling is doubtful beside one that at least so many times as many texts have; two that are about as common are two names."""
_Parts = tuple[str, ...]


def grouped(
    names: Sequence[_Parts], files: Callable[[_Parts], int], kind: Callable[[_Parts], str], is_known: Callable[[str], bool]
) -> dict[_Parts, dict[_Parts, bool]]:
    """Names, the commonest first -> those that are other forms of them, True for a form that is one beyond doubt.

    `files` counts the texts of a name; by its `kind` (empty: not known) only a person's is the same without a middle name. `is_known` says
    whether a folded token is on a list of names. Each name is in one group, that of the commonest it belongs to.
    """
    out: dict[_Parts, dict[_Parts, bool]] = {}
    index: dict[object, list[_Parts]] = {}
    for name in names:
        for head in dict.fromkeys(head for key in _keys(name) for head in index.get(key, ())):
            kinds = {kind(name), kind(head)} - {""}
            sure = kinds == {"person"} and _without_middle(name, head)
            if sure or (files(head) >= RARER * files(name) and _is_spelling(name, head, is_known)):
                out[head][name] = sure
                break
        else:
            out[name] = {}
            for key in _keys(name):
                index.setdefault(key, []).append(name)
    return out


def _keys(name: _Parts) -> Iterator[object]:
    """What two spellings of one name share one of."""
    yield "sound", tuple(skeleton(part) for part in name)
    if len(name) > 1:
        yield "ends", name[0], name[-1]
    for i, part in enumerate(name):
        if len(part) >= (4 if len(name) > 1 else 6):
            yield from (("edit", name[:i], cut, name[i + 1 :]) for cut in sorted(deletions(part)))


def _without_middle(one: _Parts, other: _Parts) -> bool:
    shorter, longer = sorted((one, other), key=len)
    if not (1 < len(shorter) < len(longer)) or (shorter[0], shorter[-1]) != (longer[0], longer[-1]):
        return False
    rest = iter(longer)
    return all(part in rest for part in shorter)


def _is_spelling(name: _Parts, head: _Parts, is_known: Callable[[str], bool]) -> bool:
    if len(name) != len(head):
        return False
    pairs = [(found, right) for found, right in zip(name, head, strict=True) if found != right]
    for found, right in pairs:
        nearness = near(found, right)
        if nearness is None or same_stem(found, right) or (is_known(found) and is_known(right) and not nearness.same_sound):
            return False
        if not nearness.same_sound and (len(pairs) > 1 or nearness.distance > 1):
            return False
    return True


def by_surname(names: Iterable[_Parts]) -> dict[str, _Parts]:
    """Last token -> the first of `names` that ends in it, of several tokens."""
    out: dict[str, _Parts] = {}
    for name in names:
        if len(name) > 1:
            out.setdefault(name[-1], name)
    return out


_DERIVED = ("s", "es", "n", "ns", "an", "ans", "ian", "ians", "ese", "ish")


def derived(token: str, is_base: Callable[[str], bool]) -> bool:
    """Whether a token names the people or things of a place or group that is known without its ending: Tasmanian, Russians."""
    return any(token.endswith(ending) and is_base(token[: -len(ending)]) for ending in _DERIVED)
