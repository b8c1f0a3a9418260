"""Rules of the stage `variants`."""
