"""Who and what is named: institutions, bodies, places, people."""
