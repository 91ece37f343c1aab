"""The conversation, pure: no Teams, network, disk or clock."""
