"""Tables out of the Unicode Character Database, written by `tools/make_tables.py`; never edited by hand."""
