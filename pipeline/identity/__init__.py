"""Which records speak of the same: names across spellings and languages, documents that tell the same story."""
