"""Rules of the stage `paragraphs`."""
