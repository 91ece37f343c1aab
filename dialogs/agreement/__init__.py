"""The agreement between the parties: its text, who confirms it, and when a confirmation no longer holds."""
