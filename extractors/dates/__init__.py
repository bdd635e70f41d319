"""Calendar expressions with the precision that the text prints."""
