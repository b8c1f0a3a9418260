"""Rules of the stage `repeats`."""
