"""What must last: records, the audit, the outbox, and the documents made of them."""
