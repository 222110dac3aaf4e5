"""Lines of a page that no phrase knows: what they look like, where they stand, and how much that weighs."""
