"""The minimum of a smooth convex function of many numbers: L-BFGS (Nocedal 1980) with a line search that halves its step."""

from __future__ import annotations

from collections.abc import Callable, Sequence

MEMORY = 8
"""Steps that the curvature is worked out from."""

Loss = Callable[[list[float]], tuple[float, list[float]]]


def minimum(loss: Loss, start: list[float], steps: int = 150, tolerance: float = 1e-5) -> list[float]:
    """Where `loss` (value and gradient) is least, as far as `steps` go; done when a step gains less than `tolerance` of the value."""
    at, (value, slope) = start, loss(start)
    history: list[tuple[list[float], list[float], float]] = []
    for _ in range(steps):
        way = _direction(slope, history)
        fall = _dot(way, slope)
        size = 1.0 if history else 1.0 / max(1.0, _dot(slope, slope) ** 0.5)
        while True:
            there = [a + size * w for a, w in zip(at, way, strict=True)]
            new, new_slope = loss(there)
            if new <= value + 1e-4 * size * fall or size < 1e-10:
                break
            size /= 2
        moved = [b - a for a, b in zip(at, there, strict=True)]
        bent = [b - a for a, b in zip(slope, new_slope, strict=True)]
        curvature = _dot(moved, bent)
        if curvature > 0:
            history = [*history, (moved, bent, 1 / curvature)][-MEMORY:]
        done = value - new < tolerance * abs(value)
        at, value, slope = there, new, new_slope
        if done:
            break
    return at


def _direction(slope: Sequence[float], history: Sequence[tuple[list[float], list[float], float]]) -> list[float]:
    way = [-s for s in slope]
    kept = []
    for moved, bent, scale in reversed(history):
        share = scale * _dot(moved, way)
        way = [w - share * b for w, b in zip(way, bent, strict=True)]
        kept.append(share)
    if history:
        moved, bent, scale = history[-1]
        size = 1 / (scale * _dot(bent, bent))
        way = [w * size for w in way]
    for (moved, bent, scale), share in zip(history, reversed(kept), strict=True):
        back = share - scale * _dot(bent, way)
        way = [w + back * m for w, m in zip(way, moved, strict=True)]
    return way


def _dot(a: Sequence[float], b: Sequence[float]) -> float:
    return sum(x * y for x, y in zip(a, b, strict=True))
