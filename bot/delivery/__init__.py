"""The outbox worker and its targets."""
