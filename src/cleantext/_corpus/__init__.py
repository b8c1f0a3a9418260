"""Corpora: folders and tables of pages, cleaned by worker processes, with a manifest that a second run goes on from."""
