"""The data set in its folder: written whole or not at all, read only when it matches its seal."""
