"""Rules of the stage `punctuation`."""
