"""Rules of the stage `spacing`."""
