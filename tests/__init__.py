"""The tests, flat: a folder tests/dialogs/ would shadow the package dialogs."""
