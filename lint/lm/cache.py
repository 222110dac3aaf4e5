"""Scores of sentences on disk, so that a sentence which a neural model has read once is not read again."""

from __future__ import annotations

import hashlib
import os
import sqlite3
import threading

FILE = "lm-scores.sqlite"
LIMIT = 200_000
"""Most sentences kept; the oldest half goes when there are more."""


class ScoreCache:
    """Log probabilities by model and sentence. A file that can't be used costs time, nothing else. Safe from several threads."""

    def __init__(self, path: str, model: str) -> None:
        self._model, self._lock = model, threading.Lock()
        self._connection: sqlite3.Connection | None = None
        try:
            os.makedirs(os.path.dirname(path), exist_ok=True)
            self._connection = sqlite3.connect(path, timeout=10, check_same_thread=False)
            with self._connection:
                self._connection.execute("CREATE TABLE IF NOT EXISTS scores (key BLOB UNIQUE NOT NULL, value REAL NOT NULL)")
        except (OSError, sqlite3.Error):
            self._connection = None

    def get(self, sentence: str) -> float | None:
        """The score that is stored for a sentence."""
        rows = self._run("SELECT value FROM scores WHERE key = ?", (self._key(sentence),))
        return float(rows[0][0]) if rows else None

    def put(self, sentence: str, score: float) -> None:
        """Store a score."""
        self._run("INSERT OR REPLACE INTO scores (key, value) VALUES (?, ?)", (self._key(sentence), score))
        rows = self._run("SELECT count(*), (min(rowid) + max(rowid)) / 2 FROM scores", ())
        if rows and rows[0][0] > LIMIT:
            self._run("DELETE FROM scores WHERE rowid <= ?", (rows[0][1],))

    def _key(self, sentence: str) -> bytes:
        return hashlib.blake2b(f"{self._model}\0{sentence}".encode("utf-8", "surrogatepass"), digest_size=16).digest()

    def _run(self, statement: str, values: tuple[object, ...]) -> list[tuple[float, ...]]:
        with self._lock:
            if self._connection is None:
                return []
            try:
                with self._connection:
                    return self._connection.execute(statement, values).fetchall()
            except sqlite3.Error:
                self._connection = None
                return []
