"""Review: what people decide about records, kept in a log of its own and joined with what the machine says."""
