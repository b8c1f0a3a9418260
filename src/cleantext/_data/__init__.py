"""Tables out of the Unicode Character Database, of words and of costs, written by tools; never edited by hand."""
