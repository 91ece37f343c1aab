"""Sign-in and pages: the same events through another door."""
