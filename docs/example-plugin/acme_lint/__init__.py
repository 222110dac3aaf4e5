"""The house rules of Acme, as a package."""
