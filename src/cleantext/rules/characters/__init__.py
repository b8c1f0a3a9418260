"""Rules of the stage `characters`."""
