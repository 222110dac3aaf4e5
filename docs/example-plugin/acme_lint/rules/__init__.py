"""Rule files of Acme: a folder is a family."""
