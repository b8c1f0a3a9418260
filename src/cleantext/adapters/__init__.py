"""Adapters for other packages, one a file; each needs its package, and is loaded only where it is imported."""
