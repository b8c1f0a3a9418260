"""The paragraph model: which lines of a page belong together."""
