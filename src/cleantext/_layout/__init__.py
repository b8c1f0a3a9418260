"""Facts of the raw page, measured once, before any edit."""
