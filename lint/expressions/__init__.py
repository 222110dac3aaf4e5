"""Fixed expressions with a word exchanged: folding, the index, building it, and finding."""
