"""Everything that touches Teams, the web, the clock and the network."""
