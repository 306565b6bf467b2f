"""One file for each released schema, oldest first by its number."""
