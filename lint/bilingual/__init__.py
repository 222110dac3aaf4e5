"""A translation held against its source text: alignment, numbers, names, dates, quotation marks, segments."""
