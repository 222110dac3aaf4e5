"""Sentences as rows of word classes: the lexicon, and expressions over its classes."""
