"""Named people with their posts."""
