"""Documents named by their titles."""
