"""presscheck: a linter for text about to be published or put into a corpus."""
