"""The gazetteer: names that are known to be right, and what in a text comes near one of them without being it."""
