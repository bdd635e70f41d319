"""Named associations of schools: who leads them, who belongs to them, since when."""
