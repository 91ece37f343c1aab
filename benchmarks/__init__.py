"""Measured beside others: `make bench`. Nothing here is imported by the bot."""
