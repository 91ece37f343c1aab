"""The documents of a sent application, and the folder they stand in."""
